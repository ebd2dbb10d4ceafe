"""Traps for limits in expressions: one that may not exist is nothing, and 0 times it is not 0."""

from __future__ import annotations

import pytest

from nnmath.proof.entailment import undefined
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.kernel import prove
from nnmath.proof.nodes import EXP, LOG, SQRT, TANH, Derivative, Limit, Node, as_node
from nnmath.proof.rule import Library
from nnmath.proof.rules import algebra, take_limit, unfold
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Hypothesis, Or, Tends, equal, unequal
from nnmath.proof.verdict import Status
from tests.proof.making import (
    ONE,
    ZERO,
    argue,
    chain,
    defined,
    f,
    h,
    have,
    k,
    library,
    m,
    n,
    quotient,
    shown,
    status,
    suppose,
    twice,
    x,
    y,
)

Trap = tuple[str, Node, tuple[Hypothesis, ...]]


def trap(name: str, body: Node, *given: Hypothesis, at: Node = ZERO) -> Trap:
    """The limit of a body as h tends to a point, under hypotheses."""
    return name, Limit(body, h, at), given


# fmt: off
MAY_NOT_EXIST = (
    trap("at one value of a symbol only", 1 / (h**2 + x**2)),
    trap("at one end only", 1 / (h**2 + x), x >= 0),
    trap("at one natural number only", h**n / h),
    trap("a pole", 1 / h**2),
    trap("a pole with a factor that may be 0", x / h),
    trap("a pole of a power", h**-1 * x),
    trap("a jump", abs(h) / h),
    trap("a jump, turned over", h / abs(h)),
    trap("a jump of tanh", TANH(1 / h)),
    trap("an essential one", EXP(1 / h)),
    trap("a factor 0 heals nothing", h * EXP(1 / h)),
    trap("log at 0", LOG(h**2)),
    trap("log at 0, at one value", LOG(h**2 + x**2)),
    trap("root on one side", SQRT(h)),
    trap("root on one side, at the end", SQRT(h + x), x >= 0),
    trap("a kink in the top", (abs(x + h) - abs(x)) / h),
    trap("a root in the top", (SQRT(h**2 + x) - SQRT(x)) / h, x >= 0),
    trap("both 0 twice", (h**2 + h**3) / h**3),
    trap("the top is not 0", (h + x) / h),
    trap("the bottom's slope may be 0", h / (x * h + h**2)),
    trap("a power that may tend to anything", (h**2) ** (1 / LOG(h**2)), h > 0),
    trap("both base and exponent tend to 0", (h**2) ** (h**2), unequal(h, 0)),
    trap("another point", 1 / (h - x), at=x + 0),
    trap("another point, at one value", 1 / (h - x), at=y),
    trap("an unknown function", f(h)),
    trap("a product with an unknown function", h * f(h)),
    trap("the quotient of an unknown function", quotient(f, x)),
    trap("what is known of a symbol of that name", 1 / (h + x), unequal(x, 0), h > 0, at=-x),
    trap("a limit inside, at a pole of its own", Limit(1 / (k * h), k, ZERO)),
    trap("a limit inside, whose value has a pole", Limit(1 / (k**2 + h**2), k, ZERO)),
    trap("limits that do not change places", Limit(k / (k + h**2), k, ZERO) / h),
    trap("a limit inside, of the same name", Limit(1 / h, h, ONE) / h),
    trap("a limit inside as the point", 1 / h, at=Limit(x * k, k, ZERO)),
    trap("a derivative inside, at a pole", Derivative(LOG(x), x) / h, x > 0),
    trap("a derivative inside, at a kink", h * Derivative(abs(x), x)),
)
EXISTS = (
    trap("a pole that is kept away", 1 / (h**2 + x**2), unequal(x, 0)),
    trap("an end that is kept away", 1 / (h**2 + x), x > 0),
    trap("an end that just makes it exist", SQRT(h**2 + x), x >= 0),
    trap("a factor that cancels", h**3 / h),
    trap("defined near the point", SQRT(h + x), x > 0),
    trap("defined near the point by an alternative", LOG(h + x), x >= 1),
    trap("a slope", (SQRT(x + h) - SQRT(x)) / h, x > 0),
    trap("a slope away from the kink", (LOG(x + h) - LOG(x)) / h, x > 0),
    trap("a slope of more", (EXP((x + h) ** 2) - EXP(x**2)) / h),
    trap("a sum of slopes", (TANH(h) / h) * x + (EXP(h) - 1) / h),
    trap("a function of a slope", LOG(1 + ((EXP(h) - 1) / h) ** 2)),
    trap("slopes of top and bottom", (EXP(2 * h) - 1) / (h * EXP(h)), h > 5),
    trap("0 over what vanishes", ZERO / h),
    trap("another point of a slope", (h**2 - x**2) / (h - x), at=x),
    trap("continuous", abs(h) * EXP(h) / (1 + h**2)),
    trap("a limit inside", Limit((k**2 + h * k) / k, k, ZERO) / h),
    trap("a limit inside, of the same name", h * Limit(1 / h, h, ONE)),
    trap("a derivative inside", Derivative(x**2 * h, x)),
)
# fmt: on


@pytest.mark.parametrize(
    ("name", "limit", "given"), MAY_NOT_EXIST, ids=[t[0] for t in MAY_NOT_EXIST]
)
def test_a_limit_that_may_not_exist_is_nothing(
    name: str, limit: Node, given: tuple[Hypothesis, ...]
) -> None:
    vanishing = equal(0 * limit, 0)
    assert prove(vanishing, Setting(given)).status is not Status.PROVED
    assert status(chain(ZERO, (algebra, 0 * limit), (algebra, ZERO), given=given)) < Status.PROVED
    for inference in (by(algebra), from_facts):
        checked = argue(twice(x**2 >= 0), have(vanishing, inference), given=given)
        assert vanishing not in shown(checked)


@pytest.mark.parametrize(("name", "limit", "given"), EXISTS, ids=[t[0] for t in EXISTS])
def test_a_limit_that_exists_is_a_number(
    name: str, limit: Node, given: tuple[Hypothesis, ...]
) -> None:
    assert undefined((equal(limit, limit),), Setting(given)) is None


def test_in_no_place_is_a_limit_taken_on_trust() -> None:
    pole = Limit(1 / (h**2 + x**2), h, ZERO)
    assert status(chain(pole, (algebra, pole + 0))) < Status.PROVED
    for statement in (
        twice(equal(0 * pole, 0)),
        Or((equal(0 * pole, 0), x > 0)),
        ForAll(x, equal(0 * pole, 0)),
        Tends(0 * pole, n, ZERO),
    ):
        checked = argue(statement, have(statement, from_facts))
        assert status(checked) is not Status.PROVED
    assumed = suppose(equal(y, pole), then=(have(equal(y + 1, pole + 1), from_facts),))
    assert equal(y + 1, pole + 1) not in shown(argue(twice(x**2 >= 0), assumed))


def test_a_natural_number_does_not_come_near_another() -> None:
    for body in (ZERO * n, as_node(1), 1 / (m + 1)):
        vanishing = equal(0 * Limit(body, n, ZERO), 0)
        assert vanishing not in shown(argue(twice(x**2 >= 0), have(vanishing, by(algebra))))


def test_a_limit_of_a_limit_is_taken_from_inside() -> None:
    # For every h but 0 the inner limit is 0; put in h = 0 first, and it is 1
    inner = Limit(k / (k + h**2), k, ZERO)
    wrong = equal(Limit(inner, h, ZERO), 1)
    assert wrong not in shown(argue(twice(x**2 >= 0), have(wrong, by(take_limit))))


def test_a_function_is_what_it_was_defined_as_under_a_limit_too() -> None:
    smooth = library(definitions=defined(f, 1 / (1 + x**2)))
    kink = library(definitions=defined(f, abs(x)))
    rise = Limit(quotient(f, y), h, ZERO)
    for known, expected in ((smooth, True), (kink, False)):
        vanishing = equal(0 * rise, 0)
        checked = argue(twice(x**2 >= 0), have(vanishing, by(algebra)), known=known)
        assert (vanishing in shown(checked)) is expected


def test_the_definition_of_a_derivative_is_one_where_the_derivative_exists() -> None:
    derivative = {f.prime: defined(f, Limit(quotient(f, x), h, ZERO))[f]}
    for body, expected in ((x**2, True), (abs(x), False), (x * abs(x), False)):
        known = Library(defined(f, body) | derivative, {})
        opened = equal(f.prime(y), Limit(quotient(f, y), h, ZERO))
        checked = argue(twice(x**2 >= 0), have(opened, by(unfold(f.prime))), known=known)
        assert (opened in shown(checked)) is expected
