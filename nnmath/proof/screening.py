"""Screens a statement at rational points: a sure failure there is a counterexample."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice

from flint import ctx

from nnmath.proof.ball_arithmetic import DIGITS, Ball, digits
from nnmath.proof.balls import ball, holds
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.matrices import entrywise
from nnmath.proof.nodes import Element, Node, Number, Relation, Variable
from nnmath.proof.point import CannotEvaluate, Point, Undefined
from nnmath.proof.points import points
from nnmath.proof.setting import Setting
from nnmath.proof.statements import (
    And,
    ForAll,
    Iff,
    Implies,
    Not,
    Or,
    Statement,
    Tends,
)
from nnmath.proof.substitution import Place
from nnmath.proof.verdict import Counterexample, Status, Verdict

POINTS = 12
SIMPLE_POINTS = 60
MOST_FAILURES = 60  # what has no value at so many points is not worth more of them


def screen(
    goal: Statement,
    setting: Setting,
    count: int = POINTS,
    drawn: Iterable[Point] | None = None,
) -> Verdict:
    """REFUTED with a counterexample, or what `count` generic points say: CHECKED or UNDECIDED.

    Args:
        goal: What is screened.
        setting: What points must meet.
        count: How many to look at.
        drawn: Points that meet it and have a value for all that the goal speaks of, if there are
            some already.
    """
    tried, sure, failed = 0, 0, 0
    goal, setting = entrywise(goal)[0], setting.entrywise
    if drawn is None:
        drawn = points(setting.hypotheses, goal, setting.meanings)
    for point in drawn:
        try:
            with digits():
                met = agrees(goal, point)
        except Undefined as reason:
            # No points count: what has no value at one of them is nowhere proved by the others
            return Verdict(Status.UNDECIDED, "balls", f"not defined everywhere: {reason}")
        except CannotEvaluate:
            failed += 1
            if failed == MOST_FAILURES:
                break
            continue
        if met is False:
            shown = _witness(goal, _simplest(goal, setting) or point)
            return Verdict(Status.REFUTED, "balls", points=tried + 1, counterexample=shown)
        tried, sure = tried + 1, sure + int(met is True)
        if tried == count:
            break
    if tried and sure == tried:
        return Verdict(Status.CHECKED, "balls", f"{tried} points to {DIGITS} digits", points=tried)
    return Verdict(
        Status.UNDECIDED, "balls", "no proof found, and points do not settle it", points=tried
    )


def visible(statement: Statement) -> Iterator[Statement]:
    """The parts of a statement that a single point can contradict."""
    if isinstance(statement, And):
        for part in statement.parts:
            yield from visible(part)
    elif not any(isinstance(part, (ForAll, Tends)) for part in _parts(statement)):
        yield statement


def _parts(statement: Statement) -> Iterator[Statement]:
    yield statement
    match statement:
        case And(parts) | Or(parts):
            inner = parts
        case Implies(first, second) | Iff(first, second):
            inner = (first, second)
        case Not(only) | ForAll(_, only):
            inner = (only,)
        case _:
            inner = ()
    for part in inner:
        yield from _parts(part)


def refuted_simply(goal: Statement, setting: Setting) -> Verdict | None:
    """REFUTED by a point of small numbers, or nothing."""
    goal, setting = entrywise(goal)[0], setting.entrywise
    point = _simplest(goal, setting)
    if point is None:
        return None
    return Verdict(Status.REFUTED, "balls", counterexample=_witness(goal, point))


def _simplest(goal: Statement, setting: Setting) -> Point | None:
    """A point of small numbers where the goal surely fails, for a reader to check by hand."""
    candidates = points(setting.hypotheses, goal, setting.meanings, simple=True)
    shortest: Point | None = None
    for point in islice(candidates, SIMPLE_POINTS):
        # A look at the goal may bring members of sequences, so that there is more to read
        if _is_shorter(point, shortest) and _fails(goal, point) and _is_shorter(point, shortest):
            shortest = point
    return shortest


def _is_shorter(point: Point, other: Point | None) -> bool:
    return other is None or _length(point) < _length(other)


def _fails(goal: Statement, point: Point) -> bool:
    try:
        with digits():
            return agrees(goal, point) is False
    except CannotEvaluate:
        return False


def _length(point: Point) -> Fraction:
    """How much there is to read, and whether it is the most natural of its kind."""
    values = point.values.values()
    sizes = (value.denominator * 10 + abs(value) + int(value < 0) for value in values)
    return sum(sizes, Fraction(0))


def agrees(goal: Statement, point: Point) -> bool | None:
    """As `holds`; an equality also counts as met by tight balls that overlap."""
    if isinstance(goal, Relation) and goal.kind == "=":
        difference = _side(goal.left, point) - _side(goal.right, point)
        if not difference.contains(0):
            return False
        return True if float(difference.rad()) < 10.0 ** (10 - DIGITS) else None
    return holds(goal, point)


def _side(node: Node, point: Point) -> Ball:
    """The ball of a side, worked out once: where one step ends, the next begins."""
    key = (node, ctx.dps)
    if key not in point.sides:
        point.sides[key] = ball(node, point)
    return point.sides[key]


def _witness(goal: Statement, point: Point) -> Counterexample:
    places = {name(place): value for place, value in point.values.items() if _is_plain(place)}
    if not isinstance(goal, Relation):
        return Counterexample(places, "", "")
    with digits():
        sides = [ball(side, point).str(12, radius=False) for side in (goal.left, goal.right)]
    return Counterexample(places, *sides)


def _is_plain(place: Node) -> bool:
    return isinstance(place, (Variable, Entry)) or (
        isinstance(place, Element) and isinstance(place.index, Number)
    )


def name(place: Place) -> str:
    """A free symbol in plain text: `W`, `W[0]`, `X[1, 2]`."""
    if isinstance(place, (Variable, Tensor)):
        return place.symbol.code
    if isinstance(place, Entry):
        numbers = (part.spelling for part in place.indices if isinstance(part, Number))
        return f"{place.tensor.symbol.code}[{', '.join(numbers)}]"
    index = place.index
    return f"{place.sequence.code}[{index.spelling if isinstance(index, Number) else '…'}]"
