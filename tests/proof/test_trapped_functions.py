"""Traps for what the kernel knows of e^x, log, √, real powers, erf, cos and π."""

from __future__ import annotations

import pytest

from nnmath.proof.kernel import prove
from nnmath.proof.nodes import EXP, LOG, SQRT, Derivative, Relation, as_node
from nnmath.proof.rules import differentiate
from nnmath.proof.setting import Setting
from nnmath.proof.special import COS, ERF, PI
from nnmath.proof.statements import Hypothesis, equal, unequal
from nnmath.proof.verdict import Status
from tests.proof.making import chain, status, x, y

Trap = tuple[str, Relation, tuple[Hypothesis, ...]]


def trap(name: str, goal: Relation, *given: Hypothesis) -> Trap:
    """A goal under these hypotheses."""
    return name, goal, given


X_NOT_0 = unequal(x, 0)
# fmt: off
FALSE = (
    trap("a power of e against 1", EXP(x) > 1),
    trap("a power of e at the edge", EXP(x) > 1, x >= 0),
    trap("two powers of e", EXP(x) < EXP(y), x <= y),
    trap("two logarithms", LOG(x) < LOG(y), x < y),
    trap("a logarithm below 1", LOG(x) > 0, x > 0),
    trap("e to a logarithm of what is negative", equal(EXP(LOG(x)), x), x < 0),
    trap("e to half a logarithm", equal(EXP(LOG(x**2) / 2), x), X_NOT_0),
    trap("a real power of what may be 0", equal(x**y, EXP(y * LOG(x))), x >= 0),
    trap("the root of a negative multiple", equal(SQRT(-4 * x), 2 * SQRT(x)), x > 0),
    trap("the root of a square of a difference", equal(SQRT(4 * (x - y) ** 2), 2 * (x - y))),
    trap("a half power of a product", equal(SQRT(2 * x * y), SQRT(2) * SQRT(x) * SQRT(y))),
    trap("π is 22/7", equal(PI, "22/7")),
    trap("π is 3.14", PI <= "3.14"),
    trap("the error function is odd, not even", equal(ERF(-x), ERF(x))),
    trap("the error function reaches 1", ERF(x) < "0.999"),
    trap("the error function of a sum", equal(ERF(x + y), ERF(x) + ERF(y))),
    trap("the error function at the edge", ERF(x) > 0, x >= 0),
    trap("the cosine reaches 1", COS(x) < 1),
    trap("the cosine reaches −1", COS(x) > -1),
    trap("the cosine is not positive everywhere", COS(x) > 0),
    trap("the cosine is even, not odd", equal(COS(-x), -COS(x))),
    trap("half a turn is no whole one", equal(COS(x + PI), COS(x))),
    trap("the cosine of a sum", equal(COS(x + y), COS(x) + COS(y))),
    trap("a third of half a turn", equal(COS(PI / 3), 1)),
    trap("three quarters of a turn", equal(COS(3 * PI / 2), -1)),
    trap("the cosine of 3 is not that of π", equal(COS(as_node(3)), -1)),
    trap("the cosine of π² is not 1", equal(COS(PI**2), 1)),
)
TRUE = (
    trap("a power of e above 1", EXP(x) > 1, x > 0),
    trap("a power of e below 1", EXP(x) <= 1, x <= 0),
    trap("a logarithm above 1", LOG(x) > 0, x > 1),
    trap("a logarithm below 1", LOG(x) < 0, x > 0, x < 1),
    trap("e to a logarithm", equal(EXP(LOG(x)), x), x > 0),
    trap("a real power", equal(x**y, EXP(y * LOG(x))), x > 0),
    trap("a root of a multiple", equal(SQRT(12 * x), 2 * SQRT(3) * SQRT(x)), x >= 0),
    trap("π", PI > 3),
    trap("a circle's area is positive", PI * x**2 > 0, X_NOT_0),
    trap("the error function is odd", equal(ERF(-x) + ERF(x), 0)),
    trap("the error function is bounded", abs(ERF(x)) < 1),
    trap("the error function has the sign of its argument", ERF(x) < 0, x < 0),
    trap("the cosine is even", equal(COS(-x), COS(x))),
    trap("the cosine is bounded", abs(COS(x)) <= 1),
    trap("the cosine of 0", equal(COS(x - x), 1)),
    trap("the cosine of π", equal(COS(PI), -1)),
    trap("the cosine of a quarter turn", equal(COS(PI / 2), 0)),
    trap("the cosine of whole turns back", equal(COS(-4 * PI), 1)),
    trap("the cosine of π by a quotient", equal(COS(PI * x / x), -1), X_NOT_0),
)
# fmt: on


@pytest.mark.parametrize(("name", "goal", "given"), FALSE, ids=[t[0] for t in FALSE])
def test_falsehood_about_functions_is_not_proved(
    name: str, goal: Relation, given: tuple[Hypothesis, ...]
) -> None:
    assert prove(goal, Setting(given)).status is not Status.PROVED


@pytest.mark.parametrize(("name", "goal", "given"), TRUE, ids=[t[0] for t in TRUE])
def test_truth_about_functions_is_proved(
    name: str, goal: Relation, given: tuple[Hypothesis, ...]
) -> None:
    assert prove(goal, Setting(given)).status is Status.PROVED


def test_the_slope_of_the_error_function() -> None:
    right = chain(Derivative(ERF(2 * x), x), (differentiate, 4 / SQRT(PI) * EXP(-4 * x**2)))
    assert status(right) is Status.PROVED
    wrong = chain(Derivative(ERF(2 * x), x), (differentiate, 2 / SQRT(PI) * EXP(-4 * x**2)))
    assert status(wrong) is Status.REFUTED


def test_the_cosine_has_no_slope_here() -> None:
    for slope in (-COS(x), COS(x), COS(x + PI / 2)):
        step = chain(Derivative(COS(x), x), (differentiate, slope))
        assert status(step) is not Status.PROVED
