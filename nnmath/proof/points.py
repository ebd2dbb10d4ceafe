"""Rational points that surely satisfy the hypotheses: generic, and the same on every machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne
from random import Random

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import holds, steps_of
from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.drawing import GENERIC, PRIME, SIMPLE, Drawing
from nnmath.proof.drawn_laws import NoSuchLaw
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.indexed import Entry, Tensor, in_range, is_endless
from nnmath.proof.leeway import NoRoom
from nnmath.proof.matrices import entrywise, of_entries
from nnmath.proof.meanings import Defined, Meaning, open_functions
from nnmath.proof.nodes import Comparison, Element, Node, Number, Relation, Variable
from nnmath.proof.plans import Plans
from nnmath.proof.point import CannotEvaluate, Point
from nnmath.proof.rationals import NotRational, rational
from nnmath.proof.setting import Setting
from nnmath.proof.stand_ins import PARABOLA, with_stand_ins
from nnmath.proof.statements import (
    And,
    Chain,
    ForAll,
    Hypothesis,
    Or,
    Recurrence,
    Statement,
    comparisons,
    is_plain,
)
from nnmath.proof.substitution import CaptureError, Place, free_in, map_statement, substitute

MOST_TRIES = 400
FIRST_TRIES = 12  # where another stand-in may fit better
IN_VAIN = 40  # in a row: then hypotheses are looked at more closely, which takes longer
LONGEST_SEQUENCE = 24


def points(
    hypotheses: Sequence[Hypothesis],
    statement: Statement,
    meanings: Mapping[Defined, Meaning],
    seed: int = 0,
    *,
    simple: bool = False,
) -> Iterator[Point]:
    """Points that satisfy every hypothesis that can be seen at a point; maybe none.

    Args:
        hypotheses: What a point must satisfy, surely.
        statement: Whose free symbols need values too.
        meanings: Of the functions in them.
        seed: Of the draw.
        simple: Small numbers for a reader, in place of generic ones.
    """
    rng = Random(seed)
    hypotheses, statement = tuple(map(of_entries, hypotheses)), entrywise(statement)[0]
    recurrences = tuple(h for h in hypotheses if isinstance(h, Recurrence))
    if len({rule.sequence for rule in recurrences}) < len(recurrences):
        return  # a sequence goes on in one way
    # One that speaks of every value or of a limit cannot be seen, so that no point surely meets it
    seen = [h for h in hypotheses if not isinstance(h, Recurrence)]
    driven = {rule.sequence.symbol for rule in recurrences}
    for whole, tries in _attempts(meanings, (*hypotheses, statement)):
        places = _places((*hypotheses, statement), recurrences, whole)
        plans = Plans(places, whole, driven)
        found = False
        drawings = (Drawing(plans, rng, SIMPLE if simple else GENERIC) for _ in range(tries))
        patience = MOST_TRIES if simple else IN_VAIN
        for point in _drawn(drawings, seen, whole, recurrences, rng, patience):
            found = True
            yield point
        if found:
            return


def _attempts(
    meanings: Mapping[Defined, Meaning], statements: tuple[Hypothesis, ...]
) -> tuple[tuple[Mapping[Defined, Meaning], int], ...]:
    """The stand-ins to try, and how often each: a second where a hypothesis about every real number
    may be too much for the first."""
    first = with_stand_ins(meanings, statements)
    if any(isinstance(each, ForAll) and _is_real(each.variable) for each in statements):
        second = with_stand_ins(meanings, statements, PARABOLA)
        if first != second:
            return (first, FIRST_TRIES), (second, MOST_TRIES)
    return ((first, MOST_TRIES),)


def _is_real(place: Node) -> bool:
    return isinstance(place, Variable) and place.symbol.sort is Sort.REAL


def _drawn(
    drawings: Iterable[Drawing],
    seen: Sequence[Statement],
    meanings: Mapping[Defined, Meaning],
    recurrences: tuple[Recurrence, ...],
    rng: Random,
    patience: int,
) -> Iterator[Point]:
    """The points of those drawings that meet every hypothesis."""
    driven = {rule.sequence.symbol for rule in recurrences}
    in_vain, closely = 0, False
    with digits():
        for drawing in drawings:
            closely, in_vain = closely or in_vain == patience, in_vain + 1
            try:
                drawing.fill(tuple([_chosen(each, rng) for each in seen]), closely=closely)
            except (NoSuchLaw, NoRoom):
                continue
            members = _Members(drawing.values, driven, rng.randint(0, 10**6))
            point = Point(members, meanings, recurrences, chances=drawing.chances)
            try:
                if _is_in_range(drawing.values) and all(_holds(each, point) for each in seen):
                    in_vain = 0
                    yield point
            except CannotEvaluate:
                continue


def _chosen(hypothesis: Hypothesis, rng: Random) -> Hypothesis:
    """One of several alternatives, to draw a point for."""
    return rng.choice(hypothesis.parts) if isinstance(hypothesis, Or) else hypothesis


def _is_in_range(values: Mapping[Place, Fraction]) -> bool:
    """Whether what stands for a whole number is one, of its sort."""
    whole = {p: v for p, v in values.items() if isinstance(p, Variable) and p.symbol.sort.is_whole}
    point = Point(values)
    return all(
        value.denominator == 1 and all(holds(each, point) for each in in_range(place))
        for place, value in whole.items()
    )


def _holds(hypothesis: Statement, point: Point) -> bool | None:
    """Exactly where the sides are rational: balls alone never show an equation."""
    match hypothesis:
        case And(parts):
            return all(_holds(part, point) for part in parts)
        case Or(parts):
            return any(_holds(part, point) for part in parts)
        case Chain():
            return all(_holds(part, point) for part in hypothesis.relations)
        case ForAll(Variable() as index, inner) if index.symbol.size is not None:
            return all(_holds(inner, each) for each in steps_of(index, point))
        case ForAll(Variable(Symbol(sort=Sort.REAL)) as variable, inner):
            return _holds_everywhere(variable, inner, point)
    if isinstance(hypothesis, Relation):
        try:
            sides = rational(hypothesis.left, point), rational(hypothesis.right, point)
        except NotRational:
            return None if hypothesis.kind == "=" else holds(hypothesis, point)
        return COMPARED[hypothesis.kind](*sides)
    return holds(hypothesis, point)


def _holds_everywhere(variable: Variable, statement: Statement, point: Point) -> bool:
    """Whether the kernel shows it of every real number, all else having its value."""
    if not is_plain(statement):
        return False
    values: dict[Node, Node] = {
        place: Number(value) for place, value in point.values.items() if place != variable
    }

    def inserted(node: Node) -> Node:
        return substitute(open_functions(node, point.meanings), values)

    try:
        seen = map_statement(statement, inserted)
        return undefined((seen,), Setting()) is None and all(
            follows(relation, Setting()) for relation in comparisons((seen,))
        )
    except (CaptureError, OutsideTheKernel):
        return False


COMPARED: Mapping[Comparison, Callable[[Fraction, Fraction], bool]] = {
    "=": eq,
    "≠": ne,
    "<": lt,
    "≤": le,
    ">": gt,
    "≥": ge,
}


def _places(
    statements: Iterable[Hypothesis],
    recurrences: tuple[Recurrence, ...],
    meanings: Mapping[Defined, Meaning],
) -> list[Place]:
    """What needs a value: free variables and tensors, and members with a number as index."""
    driven = {rule.sequence.symbol for rule in recurrences}
    found: dict[Place, None] = {}
    for rule in recurrences:
        found[rule.sequence[0]] = None
    for statement in statements:
        for place in free_in(statement):
            if isinstance(place, Tensor) and place in meanings:
                continue
            if not isinstance(place, Element) or (
                isinstance(place.index, Number) and place.sequence not in driven
            ):
                found[place] = None
    return list(found)


class _Members(dict[Place, Fraction]):
    """Values in which a sequence without a recurrence, of numbers or of vectors, has members that
    are made up once asked."""

    def __init__(self, values: dict[Place, Fraction], driven: set[Symbol], seed: int) -> None:
        super().__init__(values)
        self._driven, self._seed = driven, seed

    def __contains__(self, place: object) -> bool:
        return super().__contains__(place) or self._is_free_member(place)

    def __missing__(self, place: Place) -> Fraction:
        if not self._is_free_member(place):
            raise KeyError(place)
        rng = Random(f"{self._seed}:{place!r}")
        value = Fraction(rng.randint(1, 3 * PRIME), PRIME) * rng.choice((1, -1))
        self[place] = value
        return value

    def _is_free_member(self, place: object) -> bool:
        match place:
            case Element(sequence, Number(at)):
                return 0 <= at <= LONGEST_SEQUENCE and sequence not in self._driven
            case Entry(Tensor(symbol), (Number(at), *_)) if is_endless(symbol.shape[0]):
                return 0 <= at <= LONGEST_SEQUENCE
        return False
