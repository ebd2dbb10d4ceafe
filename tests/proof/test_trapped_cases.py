"""Traps for expressions by cases: jumps, kinks, cases that overlap or are missing, values that are
used outside their case."""

from __future__ import annotations

from fractions import Fraction

import pytest

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.citing import Lemma
from nnmath.proof.entailment import contradictory, follows
from nnmath.proof.inference import Inference
from nnmath.proof.inferences import by
from nnmath.proof.kernel import prove
from nnmath.proof.matching import match
from nnmath.proof.nodes import ABS, EXP, LOG, SQRT, Derivative, Limit, Node, Relation, as_node
from nnmath.proof.piecewise import Piecewise, piecewise
from nnmath.proof.point import CannotEvaluate, Point
from nnmath.proof.rules import algebra, differentiate, lemma, take_limit
from nnmath.proof.setting import Setting
from nnmath.proof.slips import slips
from nnmath.proof.statements import And, Chain, Hypothesis, Or, between, equal, unequal
from nnmath.proof.tree import children, walk, with_children
from nnmath.proof.verdict import Status
from tests.proof.making import argue, chain, defined, f, g, h, have, library, status, x, y, z

ZERO, ONE = as_node(0), as_node(1)


def step(at: Node) -> Piecewise:
    """0 below 0, 1 from 0 on."""
    return piecewise((0, at < 0), (1, at >= 0))


def relu(at: Node) -> Piecewise:
    """max(at, 0)."""
    return piecewise((0, at < 0), (at, at >= 0))


def sign(at: Node) -> Piecewise:
    """−1, 0 or 1."""
    return piecewise((-1, at < 0), (0, equal(at, 0)), (1, at > 0))


def huber(at: Node, width: Node) -> Piecewise:
    """A parabola that goes on as its tangents."""
    return piecewise(
        (at**2 / 2, abs(at) <= width), (width * abs(at) - width**2 / 2, abs(at) > width)
    )


OVERLAP = piecewise((1, x >= 0), (2, x <= 0))
HOLE = piecewise((1, x > 0), (2, x < 0))
GAP = piecewise((1, x > 1), (2, x < 0))
LOG_ABOVE = piecewise((LOG(x), x > 1), (0, x <= 1))
NESTED = piecewise(
    (piecewise((1, x > 1), (2, between(0, x, 1, closed="high"))), x > 0), (3, x <= 0)
)
Trap = tuple[str, Relation, tuple[Hypothesis, ...]]


def trap(name: str, goal: Relation, *given: Hypothesis) -> Trap:
    """A goal under these hypotheses."""
    return name, goal, given


# fmt: off
NOT_PROVED = (
    trap("the derivative of the step is 0 everywhere", equal(Derivative(step(x), x), 0)),
    trap("the derivative of the step is 0 from 0 on", equal(Derivative(step(x), x), 0), x >= 0),
    trap("the derivative of the rectifier at 0 is ½", equal(Derivative(relu(x), x), step(x))),
    trap("any derivative at the kink", equal(0 * Derivative(relu(x), x), 0)),
    trap("a kink where the values are equal", equal(0 * Derivative(abs(relu(x)), x), 0)),
    trap("cases that overlap", equal(OVERLAP - OVERLAP, 0)),
    trap("cases that overlap and agree", equal(piecewise((x, x >= 0), (x, x <= 1)), x)),
    trap("cases that miss a point", equal(HOLE - HOLE, 0)),
    trap("cases that miss an interval", HOLE > 0, x >= -1),
    trap("no case at all", equal(0 * piecewise((1, x < x)), 0)),
    trap("a case that never holds", equal(piecewise((1, equal(x, x + 1)), (1, x > 0)), 1)),
    trap("a value outside its case", equal(LOG_ABOVE, LOG(x))),
    trap("a value on the wrong side", equal(relu(x), x)),
    trap("a nested case outside", equal(NESTED, piecewise((1, x > 1), (2, x <= 1)))),
    trap("an incomplete case inside", equal(piecewise((HOLE, x >= 0), (0, x < 0)) * 0, 0)),
    trap("a root in its case", equal(piecewise((SQRT(x), x >= -1), (0, x < -1)) * 0, 0)),
    trap("a condition without a value", equal(piecewise((1, LOG(x) > 0), (1, LOG(x) <= 0)), 1)),
    trap("a sum of maxima", equal(relu(x + y), relu(x) + relu(y))),
    trap("a maximum of a product", equal(relu(x * y), relu(x) * relu(y))),
    trap("the square of the sign", equal(sign(x) ** 2, 1)),
    trap("dividing by a step", equal(step(x) / step(x), 1)),
    trap("the parabola and its tangents, of any width",
         equal(Derivative(huber(x, y), x), piecewise((x, abs(x) <= y), (y * sign(x), abs(x) > y)))),
    trap("a domain that ends", equal(0 * Derivative(piecewise((x, x >= 0)), x), 0), x >= 0),
    trap("a neighbour that another case claims",
         equal(0 * Derivative(piecewise((5, x > 0), (x, x < 1)), x), 0), x <= 0),
    trap("a slope where one side is vertical",
         equal(0 * Derivative(piecewise((SQRT(x), x > 0), (0, x <= 0)), x), 0)),
    trap("a slope across a jump of a condition",
         equal(Derivative(piecewise((0, step(x) < 1), (1, step(x) >= 1)), x), 0)),
    trap("a limit across a jump", equal(Limit(step(h), h, ZERO), 1)),
    trap("a limit with its own cases", equal(Limit(relu(h), h, x), x), h >= 0, x >= 0),
    trap("a slope with its own cases", equal(Derivative(relu(x), x), 1), equal(x, 3)),
    trap("a hypothesis that has no value", x > 0, HOLE > 0, x >= 0),
)
# fmt: on


@pytest.mark.parametrize(("name", "goal", "given"), NOT_PROVED, ids=[t[0] for t in NOT_PROVED])
def test_trap_is_not_proved(name: str, goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    verdict = prove(goal, Setting(given))
    assert verdict.status is not Status.PROVED, verdict


# fmt: off
PROVED = (
    trap("the rectifier by the absolute value", equal(relu(x), (x + abs(x)) / 2)),
    trap("the rectifier twice", equal(relu(relu(x)), relu(x))),
    trap("a difference of two", equal(relu(x) - relu(-x), x)),
    trap("the absolute value by the sign", equal(sign(x) * abs(x), x)),
    trap("the square of the sign away from 0", equal(sign(x) ** 2, 1), unequal(x, 0)),
    trap("a case chosen", equal(relu(x), x), x >= 0),
    trap("overlapping where they do not", equal(OVERLAP, 1), x > 0),
    trap("a hole that is excluded", equal(HOLE**2 - 3 * HOLE + 2, 0), unequal(x, 0)),
    trap("nested", Chain((ONE, NESTED, as_node(3)), ("≤", "≤")).relations[0]),
    trap("a larger one of two", piecewise((x, x >= y), (y, y > x)) >= y),
    trap("three cases and a chain", abs(piecewise(
        (-1, x < -1), (x, between(-1, x, 1, closed="both")), (1, x > 1))) <= 1),
    trap("conditions with or", equal(piecewise(
        (1, Or((x < -1, x > 1))), (0, And((x >= -1, x <= 1)))) * (x**2 - x**2), 0)),
)
# fmt: on


@pytest.mark.parametrize(("name", "goal", "given"), PROVED, ids=[t[0] for t in PROVED])
def test_truth_by_cases_is_proved(name: str, goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    verdict = prove(goal, Setting(given))
    assert verdict.status is Status.PROVED, verdict


def test_a_case_that_is_missing_is_looked_at_even_where_nobody_asked_for_it() -> None:
    # `follows` alone does not ask whether an expression has a value: still no case is hidden
    assert not follows(HOLE > 0, Setting((x >= 0,)))
    assert not contradictory(Setting((equal(GAP, 7), x >= 0)))
    assert follows(GAP > 0, Setting((x > 1,)))


def slope(of: Node, result: Node, *given: Hypothesis) -> Status:
    """How it comes out that a derivative is this."""
    return status(chain(Derivative(of, x), (differentiate, result), given=given))


def test_away_from_kinks_and_jumps_there_is_a_slope() -> None:
    assert slope(step(x), ZERO, unequal(x, 0)) is Status.PROVED
    assert slope(relu(x), step(x), unequal(x, 0)) is Status.PROVED
    assert slope(relu(x), step(x)) is not Status.PROVED
    assert slope(abs(x), sign(x), unequal(x, 0)) is Status.PROVED
    assert slope(abs(x), x / abs(x), unequal(x, 0)) is Status.PROVED
    assert slope(piecewise((x, y < 0), (-x, y >= 0)), piecewise((1, y < 0), (-1, y >= 0))) is (
        Status.PROVED
    ), "a condition on another symbol has no edge here"


def test_where_values_and_slopes_meet_there_is_a_slope() -> None:
    smooth = piecewise((EXP(x) - 1, x < 0), (x, x >= 0))
    assert slope(smooth, piecewise((EXP(x), x < 0), (1, x >= 0))) is Status.PROVED
    bent = piecewise((2 * (EXP(x) - 1), x < 0), (x, x >= 0))
    assert slope(bent, piecewise((2 * EXP(x), x < 0), (1, x >= 0))) is not Status.PROVED
    torn = piecewise((EXP(x), x < 0), (x, x >= 0))
    assert slope(torn, piecewise((EXP(x), x < 0), (1, x >= 0))) is not Status.PROVED
    wide = piecewise((x, abs(x) <= y), (y * sign(x), abs(x) > y))
    assert slope(huber(x, y), wide, y > 0) is Status.PROVED
    assert slope(huber(x, y), wide, y < 0) is not Status.PROVED
    wrong = piecewise((x**2 / 2, abs(x) <= y), (y * abs(x) - y**2, abs(x) > y))
    assert slope(wrong, wide, y > 0) is not Status.PROVED


def test_a_derived_function_has_a_value_where_its_definition_has_a_slope() -> None:
    kinked = Setting(meanings=defined(f, relu(x)))
    assert prove(equal(f.prime(y) * 0, 0), kinked).status is not Status.PROVED
    assert prove(equal(f.prime(y) * 0, 0), kinked.given(y > 0)).status is Status.PROVED
    meeting = Setting(meanings=defined(f, piecewise((x**2, x > 0), (0, x <= 0))))
    assert prove(equal(f.prime(y) * 0, 0), meeting).status is Status.PROVED
    assert prove(unequal(f.prime(y), 0), meeting.given(y >= 0)).status is not Status.PROVED
    assert prove(equal(1 / f.prime(y) * 0, 0), meeting.given(y >= 0)).status is not Status.PROVED
    no_rule = Setting(meanings=defined(f, x ** as_node("1/3")))
    assert prove(equal(f.prime(y) * 0, 0), no_rule.given(y > 0)).status is not Status.PROVED
    inner = Setting(meanings={**defined(f, relu(x)), **defined(g, x**2)})
    # The square meets the kink from one side only, and its slope there is 0
    assert prove(equal(Derivative(f(g(x)), x) * 0, 0), inner).status is Status.PROVED
    assert prove(equal(f.prime(g(x)) * 0, 0), inner).status is not Status.PROVED


def test_the_chain_rule_does_not_pass_a_kink() -> None:
    known = library(definitions=defined(f, relu(x)))
    square = chain(Derivative(f(x**2), x), (differentiate, f.prime(x**2) * (2 * x)), known=known)
    assert status(square) is not Status.PROVED


def test_a_limit_is_not_taken_across_a_jump() -> None:
    assert status(chain(Limit(step(h), h, ZERO), (take_limit, ONE))) is not Status.PROVED
    assert status(chain(Limit(relu(h), h, ONE), (take_limit, ONE))) is not Status.PROVED


def test_a_lemma_about_one_kind_of_cases_is_not_used_for_another() -> None:
    known = library(Lemma("rectifier", (), equal(relu(x), (x + abs(x)) / 2)))
    other = piecewise((0, y <= 0), (y, y > 0))
    turned = piecewise((0, y > 0), (y, y <= 0))
    assert match(relu(x), other, frozenset({x})) is None
    assert match(relu(x), relu(y), frozenset({x})) == {x: y}
    wrong = chain(turned, (lemma("rectifier"), (y + abs(y)) / 2), known=known)
    assert status(wrong) is not Status.PROVED


def test_cases_inside_a_binder_are_not_taken_apart() -> None:
    inside = Limit(relu(h), h, x)
    for goal in (inside >= 0, equal(inside, Limit(h, h, x)), equal(inside, relu(h))):
        assert prove(goal, Setting((h >= 0,))).status is not Status.PROVED
    assert not follows(equal(Derivative(relu(x), x), Derivative(x, x)), Setting((x > 0,)))


def test_a_ball_never_takes_the_wrong_case() -> None:
    with digits():
        third = {x: Fraction(1, 3)}
        assert ball(step(x - as_node("1/3")), Point(third)) == 1, "exact at the edge"
        assert ball(step(3 * abs(x) - 1), Point(third)) == 1
        assert ball(step(LOG(EXP(x)) - x), Point(third)) == 1
        # 0, as nobody sees who has not squared it
        hidden = SQRT(3 + 2 * SQRT(2)) - 1 - SQRT(2)
        for close in (hidden, -hidden, x * hidden):
            with pytest.raises(CannotEvaluate, match="not sure"):
                ball(step(close), Point(third))
        for node, at in ((HOLE, 0), (OVERLAP, 0), (GAP, Fraction(1, 2))):
            with pytest.raises(CannotEvaluate, match="not sure"):
                ball(node, Point({x: Fraction(at)}))
        with pytest.raises(CannotEvaluate):
            ball(Derivative(relu(x), x), Point({x: Fraction(0)}))
        assert ball(Derivative(relu(x), x), Point(third)) == 1


def test_cases_have_their_conditions_as_operands() -> None:
    node = piecewise((x, And((x < y, Or((z > 0, between(0, x, y)))))), (y, x >= y))
    assert list(walk(node)).count(z) == 1 and children(node)[:2] == (x, y)
    assert with_children(node, children(node)) == node
    swapped = with_children(node, tuple(y if part == z else part for part in children(node)))
    assert z not in walk(swapped)
    with pytest.raises(ValueError, match="a value and a condition"):
        Piecewise((x,), ())


def test_slips_are_made_in_conditions_too() -> None:
    made = {slip for slip, _ in slips(relu(x))}
    assert {"< became ≤", "≥ became >", "cases swapped", "a number off by one"} <= made
    for _, slip in slips(relu(x)):
        assert slip != relu(x)
        proved = prove(equal(slip, (x + abs(x)) / 2), Setting()).status is Status.PROVED
        assert not proved or all(slip_agrees(slip, Fraction(at)) for at in (-2, 0, 3)), slip


def slip_agrees(node: Node, at: Fraction) -> bool:
    """Whether the expression is max(at, 0) there."""
    with digits():
        return bool(ball(node, Point({x: at})) == max(at, 0))


def test_a_rule_for_comparisons_sees_cases() -> None:
    rule: Inference = by(algebra)
    assert status(argue(relu(x) >= x, have(relu(x) >= x, rule))) is Status.PROVED
    assert ABS(x) == abs(x)
