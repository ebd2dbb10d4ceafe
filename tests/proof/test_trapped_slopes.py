"""Traps for the mean value theorem: a slope must be known everywhere between, and be one."""

from __future__ import annotations

import pytest

from nnmath.proof.argument import Step
from nnmath.proof.balls import holds
from nnmath.proof.citing import Lemma
from nnmath.proof.indexed import Tensor
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.kernel import prove
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import EXP, LOG, SQRT, Derivative, Node, Relation, Variable, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.points import points
from nnmath.proof.rule import Library
from nnmath.proof.rules import differentiate, unfold
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Hypothesis, Implies, Statement, equal, unequal
from nnmath.proof.substitution import substitute
from nnmath.proof.verdict import Status
from tests.proof.indices import tensor
from tests.proof.making import (
    ZERO,
    argue,
    defined,
    f,
    have,
    n,
    shown,
    status,
    suppose,
    symbol,
    x,
    y,
)

v, w = Variable(symbol("v")), Variable(symbol("w"))
ONE = as_node(1)


def slope(body: Node, value: Node, sign: Relation, *assume: Statement) -> tuple[Step, ...]:
    """The slope of a body in v, and its sign, under assumptions about v."""
    steps = (
        have(equal(Derivative(body, v), value), by(differentiate)),
        have(sign, from_facts),
        have(Relation(Derivative(body, v), sign.kind, ZERO), from_facts),
    )
    return (suppose(*assume, then=steps),) if assume else steps


def ends(goal: Relation, low: Node, high: Node, *steps: Step, given: tuple[Hypothesis, ...] = ()):
    """Whether the mean value theorem reaches the goal from the steps."""
    return status(argue(goal, *steps, have(goal, mean_value(v, low, high)), given=given))


EXP_RISES = slope(EXP(v), EXP(v), EXP(v) >= 0)
EXP_RISES_STRICTLY = slope(EXP(v), EXP(v), EXP(v) > 0)


def test_what_rises_is_higher_later() -> None:
    assert ends(EXP(y) >= EXP(x), x, y, *EXP_RISES, given=(x <= y,)) is Status.PROVED
    assert ends(EXP(y) > EXP(x), x, y, *EXP_RISES_STRICTLY, given=(x < y,)) is Status.PROVED
    assert ends(EXP(x) >= 1, ZERO, x, *EXP_RISES, given=(x >= 0,)) is Status.PROVED
    falls = slope(v - 1 - LOG(v), 1 - 1 / v, 1 - 1 / v <= 0, v > 0, v <= 1)
    goal = LOG(x) <= x - 1
    assert ends(goal, x, ONE, *falls, given=(x > 0, x <= 1)) is Status.PROVED


def test_the_ends_may_be_left_out_where_the_function_is_continuous() -> None:
    root = slope(SQRT(v), 1 / (2 * SQRT(v)), 1 / (2 * SQRT(v)) > 0, v > 0)
    assert ends(SQRT(x) > 0, ZERO, x, *root, given=(x > 0,)) is Status.PROVED
    # 1/v falls wherever it has a slope, but has no value at the end
    falls = slope(1 / v, -1 / v**2, -1 / v**2 < 0, v > 0)
    goal = 1 / x < 1 / ZERO
    step = have(goal, mean_value(v, ZERO, x))
    assert goal not in shown(argue(x > 0, *falls, step, given=(x > 0,)))


def test_a_function_is_continuous_where_its_definition_may_be_opened_and_is() -> None:
    def reaches(end: Node, body: Node, opened: bool, rise: Node = ONE) -> bool:
        """Whether f(x) < f(end) is taken from a slope that is positive for negative numbers."""
        meaning = defined(f, body)
        known = Library(meaning) if opened else Library(others=meaning)
        inside = substitute(body, {x: v})
        steps = (
            have(equal(Derivative(f(v), v), Derivative(inside, v)), by(unfold(f))),
            have(equal(Derivative(inside, v), rise), by(differentiate)),
            have(rise > 0, from_facts),
            have(Derivative(f(v), v) > 0, from_facts),
        )
        if not opened:
            steps = (
                have(equal(Derivative(f(v), v), f.prime(v)), by(differentiate)),
                have(f.prime(v) > 0, cite("slope", {y: v})),
                have(Derivative(f(v), v) > 0, from_facts),
            )
            lemma = Lemma("slope", (y < 0,), f.prime(y) > 0)
            known = Library(lemmas={"slope": lemma}, others=meaning)
        goal = f(x) < f(end)
        final = have(goal, mean_value(v, x, end))
        steps = (suppose(v < 0, then=steps), final)
        return goal in shown(argue(goal, *steps, given=(x < end,), known=known))

    jump = piecewise((x, x < 0), (x - 5, x >= 0))
    for body in (x + 3, jump):
        for opened in (True, False):
            assert reaches(as_node(-1), body, opened)
            assert reaches(ZERO, body, opened) is (opened and body is not jump)
    assert reaches(as_node(-1), -1 / x, True, 1 / v**2)
    assert not reaches(ZERO, -1 / x, True, 1 / v**2), "it has no value at the end"


@pytest.mark.parametrize(
    ("goal", "low", "high", "steps", "given"),
    [
        (EXP(y) >= EXP(x), x, y, EXP_RISES, ()),
        (EXP(y) >= EXP(x), x, y, EXP_RISES, (x >= y,)),
        (EXP(y) > EXP(x), x, y, EXP_RISES_STRICTLY, (x <= y,)),
        (EXP(y) > EXP(x), x, y, EXP_RISES, (x < y,)),
        (EXP(y) >= EXP(x), x, y, (), (x < y,)),
        (f(y) >= f(x), x, y, slope(v, ONE, ONE >= 0), (x < y,)),
        (y**2 >= x**2, x, y, slope(v**2, 2 * v, 2 * v >= 0, v >= 0), (x < y,)),
        (y**2 >= x**2, x, y, slope(v**2, 2 * v, 2 * v >= 0, v >= 0), (x < y, y > 0)),
        (1 / y <= 1 / x, x, y, slope(1 / v, -1 / v**2, -1 / v**2 <= 0, unequal(v, 0)),
         (x < 0, y > 0)),
        (abs(y) <= abs(x), x, y, slope(v, ONE, ONE >= 0), (x < y,)),
    ],
)  # fmt: skip
def test_a_slope_that_is_not_known_everywhere_says_nothing(
    goal: Relation,
    low: Node,
    high: Node,
    steps: tuple[Step, ...],
    given: tuple[Hypothesis, ...],
) -> None:
    assert ends(goal, low, high, *steps, given=given) < Status.PROVED


def test_the_point_between_is_arbitrary() -> None:
    # v is 2 here: at 2 the slope is 1
    at_two = (equal(v, 2),)
    body = v**2 - 3 * v
    known = slope(body, 2 * v - 3, 2 * v - 3 >= 0)
    goal = y**2 - 3 * y >= x**2 - 3 * x
    assert ends(goal, x, y, *known, given=(*at_two, x < y)) < Status.PROVED
    assert ends(goal, x, y, *known, given=(x < y,)) < Status.PROVED
    # An end that moves with the point
    assert ends(EXP(v) >= EXP(x), x, v, *EXP_RISES, given=(x < v,)) < Status.PROVED


def test_a_kink_has_no_slope() -> None:
    for steps in (
        slope(abs(v), v / abs(v), v / abs(v) >= 0, v >= 0),
        slope(abs(v), ONE, ONE >= 0),
    ):
        assert ends(abs(y) >= abs(x), x, y, *steps, given=(x < y, x > 0)) < Status.PROVED


def test_what_is_computed_from_the_variable_out_of_sight_proves_nothing() -> None:
    hidden = tensor("E", sources=(v,))
    assert isinstance(hidden, Tensor)
    rising = (Derivative(hidden[()], v) > 0,)
    goal = hidden[()] - hidden[()] > 0
    step = have(goal, mean_value(v, ZERO, ONE))
    assert goal not in shown(argue(x * x >= 0, step, given=rising))
    fact = (suppose(Derivative(hidden[()], v) > 0, then=(have(rising[0], from_facts),)), step)
    assert goal not in shown(argue(x * x >= 0, *fact))


def test_only_real_numbers_lie_between() -> None:
    step = have(n >= 0, mean_value(n, ZERO, ONE))
    reason = argue(x * x >= 0, step).steps[0].verdict.reason
    assert "arbitrary point" in reason


def test_an_implication_from_more_than_comparisons_is_not_used() -> None:
    odd: Statement = Implies(Implies(v > 0, v > 1), Derivative(v**2, v) >= 0)
    goal = y**2 >= x**2
    assert ends(goal, x, y, given=(odd, x < y)) < Status.PROVED


# “For every real number” as a hypothesis, seen at points where the kernel shows it


def test_a_hypothesis_about_every_real_number_is_met_at_points() -> None:
    below = ForAll(v, f.prime.prime.prime(v) <= x)
    assert prove(f.prime(y) - x <= f.prime(y) - x, Setting((below,))).status is Status.PROVED
    # Where it holds, v² + x is never negative, so that x is not
    square = ForAll(v, v**2 + x >= 0)
    assert prove(x < 0, Setting((square,))).status is Status.REFUTED
    assert prove(x >= 1, Setting((square,))).status is Status.REFUTED
    assert prove(x >= 0, Setting((square,))).status is not Status.REFUTED


def test_a_bound_on_slopes_is_met_by_a_parabola() -> None:
    slow = (ForAll(v, abs(f.prime(v) - f.prime(x)) <= w * abs(v - x)), w > 0)
    tangent = f(x) + f.prime(x) * (y - x)
    point = next(points(slow, f(y) <= tangent, {}))
    assert holds(f(y) <= tangent, point) is False
    assert holds(f(y) <= tangent + w / 2 * (y - x) ** 2, point) is True


def test_no_point_meets_what_does_not_hold_everywhere() -> None:
    for never in (
        ForAll(v, v >= x),
        ForAll(v, v**2 >= 1 + x**2),
        ForAll(v, 1 / v >= 0),
        ForAll(v, SQRT(v) >= 0),
        ForAll(v, equal(v, x)),
    ):
        assert next(points((never,), equal(x, y), {}), None) is None
        assert prove(equal(x, y), Setting((never,))).status < Status.PROVED
