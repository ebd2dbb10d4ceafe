"""What the theory says of gradient descent, against plain iteration and sums done by hand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, pairwise

import pytest

from nnmath.proof.balls import holds
from nnmath.proof.claims import Theorem
from nnmath.proof.entailment import contradictory
from nnmath.proof.kernel import prove
from nnmath.proof.nodes import Relation
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.proof.setting import Setting
from nnmath.proof.statements import And, Chain, Iff, Or, Statement
from nnmath.proof.verdict import Status
from nnmath.theory import EXERCISES, REGIMES, SHELF
from nnmath.theory.vocabulary import W_, a, c, eta, t
from tests.reference import gradient_descent as reference

STARTS = tuple(map(Fraction, ("1", "-1", "1/2", "5", "-3/7")))
RATES = tuple(Fraction(text) for text in ("0.001", "1/4", "1/2", "0.8", "1", "1.2", "3"))


def test_closed_forms_are_what_iteration_gives() -> None:
    ours = SHELF["gradient-descent-closed-form"].statement
    general = SHELF["quadratic-closed-form"].statement
    assert isinstance(ours, Relation) and isinstance(general, Relation)
    curve, middle = Fraction(3, 4), Fraction(-5, 3)
    for start in STARTS:
        for rate in RATES:
            run = reference.trajectory(start, rate, 8, reference.worked_example_slope)
            other = reference.trajectory(
                start, rate, 8, lambda w: reference.quadratic_slope(w, curve, middle)
            )
            for i in range(9):
                values = {W_[0]: start, eta: rate, t: Fraction(i), a: curve, c: middle}
                point = Point(values)  # type: ignore[arg-type]
                assert rational(ours.right, point) == run[i]
                assert rational(general.right, point) == other[i]


BEHAVIOUR: dict[str, Callable[[list[Fraction]], bool]] = {
    "converges": lambda run: all(0 < after < before for before, after in pairwise(run)),
    "one-step": lambda run: run[1:] == [0] * (len(run) - 1),
    "oscillates": lambda run: all(
        before * after < 0 and abs(after) < abs(before) for before, after in pairwise(run)
    ),
    "two-cycle": lambda run: all(w == run[0] * (-1) ** i for i, w in enumerate(run)),
    "diverges": lambda run: all(abs(after) > abs(before) for before, after in pairwise(run)),
}


@pytest.mark.parametrize(
    "rate", ["0.001", "1/3", "0.499", "1/2", "0.501", "0.8", "0.999", "1", "1.001", "7"]
)
def test_each_regime_is_what_iteration_does(rate: str) -> None:
    point = Point({eta: Fraction(rate)})
    (regime,) = (each for each in REGIMES if holds(each.condition, point))
    for start in (Fraction(3), Fraction(1, 7)):
        run = reference.trajectory(start, Fraction(rate), 12, reference.worked_example_slope)
        found = {id for id, behaves in BEHAVIOUR.items() if behaves(run)}
        assert found == {regime.id}


def negated(statement: Statement) -> Statement:
    """What holds where the statement does not."""
    turned = {"=": "≠", "<": "≥", "≤": ">", ">": "≤"}
    if isinstance(statement, Relation):
        return Relation(statement.left, turned[statement.kind], statement.right)  # type: ignore[arg-type]
    assert isinstance(statement, Chain)
    return Or(tuple(negated(part) for part in statement.relations))


def test_regimes_are_a_complete_and_exclusive_split() -> None:
    positive = Setting((eta > 0,))
    for one, other in combinations(REGIMES, 2):
        assert contradictory(positive.given(one.condition, other.condition)), (one.id, other.id)
    assert contradictory(positive.given(*(negated(each.condition) for each in REGIMES)))
    for left_out in REGIMES:
        rest = (negated(each.condition) for each in REGIMES if each is not left_out)
        assert not contradictory(positive.given(*rest)), f"without {left_out.id} a case is missing"
        assert holds_somewhere(left_out.condition), "no regime is empty"
        assert left_out.theorem in SHELF


def holds_somewhere(statement: Statement) -> bool:
    """Whether some learning rate of the list meets it."""
    rates = (*RATES, Fraction(1, 3))
    return any(holds(statement, Point({eta: rate})) for rate in rates)


def test_each_regime_is_what_its_theorem_speaks_of() -> None:
    for regime in REGIMES:
        theorem = SHELF[regime.theorem]
        assert isinstance(theorem, Theorem)
        spoken = theorem.statement.right if isinstance(theorem.statement, Iff) else None
        here = Setting((eta > 0,)).given(regime.condition)
        wanted = (
            spoken
            if spoken is not None
            else And(
                tuple(
                    each
                    for each in theorem.given
                    if isinstance(each, (Relation, Chain))
                    and eta in _free(each)
                    and W_[0] not in _free(each)
                )
            )
        )
        for part in _comparisons(wanted):
            assert prove(part, here).status is Status.PROVED, (regime.id, part)


def _free(statement: Statement) -> tuple[object, ...]:
    from nnmath.proof.substitution import free_in

    return free_in(statement)


def _comparisons(statement: Statement) -> list[Relation]:
    from nnmath.proof.statements import comparisons

    return list(comparisons((statement,)))


def test_no_theorem_is_about_nothing() -> None:
    # The points where its hypotheses hold are many, and the run by hand confirms its comparisons
    for id in ("gradient-descent-oscillates", "gradient-descent-two-cycle"):
        claim = SHELF[id]
        assert isinstance(claim, Theorem) and isinstance(claim.statement, And)
        rate = Fraction("0.8") if "oscillates" in id else Fraction(1)
        run = reference.trajectory(Fraction(3), rate, 9, reference.worked_example_slope)
        for part in claim.statement.parts:
            if isinstance(part, Relation):
                for i in range(6):
                    assert holds(part, _run_point(run, i)) is True


def _run_point(run: list[Fraction], i: int) -> Point:
    values: dict[object, Fraction] = {W_[k]: weight for k, weight in enumerate(run)}
    return Point({**values, t: Fraction(i)})  # type: ignore[dict-item]


def test_exercises_have_the_answers_that_a_hand_finds() -> None:
    by_hand = {
        "exercise-slope": reference.worked_example_slope(Fraction(-3)),
        "exercise-step": reference.gradient_descent(Fraction(2), Fraction(4), Fraction("0.1")),
        "exercise-loss-after": reference.worked_example_loss(Fraction("1.6")),
        "exercise-rate-for-one-step": Fraction(1, 2),
        "exercise-regime": "oscillates",
        "exercise-two-cycle-value": reference.trajectory(
            Fraction(3), Fraction(1), 7, reference.worked_example_slope
        )[7],
        "exercise-quadratic-limit": Fraction(1, 4),
    }
    assert {id: exercise.answer for id, exercise in EXERCISES.items()} == by_hand
