"""Points that a derivation's steps share, and what is remembered of them."""

from __future__ import annotations

from fractions import Fraction

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.checking import LINK_POINTS, check
from nnmath.proof.claims import Derivation
from nnmath.proof.nodes import EXP, Node, Variable
from nnmath.proof.point import Point
from nnmath.proof.rule import Library
from nnmath.proof.rules import algebra
from nnmath.proof.screening import POINTS, agrees, screen
from nnmath.proof.setting import Setting
from nnmath.proof.statements import equal
from nnmath.proof.verdict import Status

NAME = Text(ja="例", en="Example")
X, Y = (Variable(Symbol(code, NAME, code, code, code)) for code in "xy")


def chain(*expressions: Node) -> Derivation:
    """Equalities by algebra alone."""
    claim = Derivation(id="x", name=NAME, source="own").start(expressions[0])
    for each in expressions[1:]:
        claim = claim.by(algebra, each, because=NAME)
    return claim


def test_every_step_and_the_whole_are_tried_at_all_their_points() -> None:
    checked = check(chain(X, X + Y - Y, X * 1), Library())
    assert [step.verdict.points for step in checked.steps] == [0, LINK_POINTS, LINK_POINTS]
    assert (checked.verdict.status, checked.verdict.points) == (Status.PROVED, POINTS)


def test_false_steps_between_true_ends_are_refuted() -> None:
    _, first, second = check(chain(X, X + Y, X), Library()).steps
    assert [first.verdict.status, second.verdict.status] == [Status.REFUTED] * 2


def test_a_side_is_remembered_with_its_digits() -> None:
    point = Point({X: Fraction(1, 3)})
    goal = equal(EXP(X) * EXP(X), EXP(2 * X))
    with digits(5):
        assert agrees(goal, point) is None
    with digits():
        assert agrees(goal, point) is True


def test_a_side_is_another_where_an_index_has_a_value() -> None:
    point = Point({X: Fraction(1)})
    assert screen(equal(X, 1), Setting(), 1, [point]).status is Status.CHECKED
    inside = point.having(X, Fraction(2))
    assert screen(equal(X, 1), Setting(), 1, [inside]).status is Status.REFUTED
