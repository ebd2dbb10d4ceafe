"""Rational points that surely satisfy the hypotheses: generic, and the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.balls import CannotEvaluate, Point, digits, holds
from nnmath.proof.meanings import Meaning
from nnmath.proof.nodes import Element, Function, Node, Number, Relation, Variable
from nnmath.proof.rationals import NotRational, rational
from nnmath.proof.statements import And, Chain, Hypothesis, Or, Recurrence, Statement
from nnmath.proof.substitution import Place, free_in, free_places

MOST_TRIES = 400
PRIME = 997  # denominators are prime, so that ½, 1 and their like are not hit by chance
LONGEST_SEQUENCE = 24
GENERIC = tuple(Fraction(k, PRIME) for k in range(1, PRIME))
SIMPLE = (Fraction(0), Fraction(1, 2), Fraction(1))


def comparisons(hypotheses: Iterable[Hypothesis]) -> Iterator[Relation]:
    """The plain comparisons among hypotheses, chains and conjunctions taken apart."""
    for hypothesis in hypotheses:
        match hypothesis:
            case Relation():
                yield hypothesis
            case Chain():
                yield from hypothesis.relations
            case And(parts):
                yield from comparisons(parts)


def points(
    hypotheses: Sequence[Hypothesis],
    statement: Statement,
    meanings: Mapping[Function, Meaning],
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
    recurrences = tuple(h for h in hypotheses if isinstance(h, Recurrence))
    # One that speaks of every value or of a limit cannot be seen, so that no point surely meets it
    seen = [h for h in hypotheses if not isinstance(h, Recurrence)]
    plain = list(comparisons(seen))
    places = _places((*hypotheses, statement), recurrences)
    with digits():
        for _ in range(MOST_TRIES):
            values = _draw(places, plain, meanings, rng, SIMPLE if simple else GENERIC)
            point = Point(_with_members(values, recurrences, rng), meanings, recurrences)
            try:
                if _is_in_range(values) and all(_holds(each, point) for each in seen):
                    yield point
            except CannotEvaluate:
                continue


def _is_in_range(values: Mapping[Place, Fraction]) -> bool:
    """Whether what stands for a natural number is one."""
    return all(
        value.denominator == 1 and value >= 0
        for place, value in values.items()
        if isinstance(place, Variable) and place.symbol.sort is Sort.NATURAL
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
    if isinstance(hypothesis, Relation) and hypothesis.kind == "=":
        try:
            return rational(hypothesis.left, point) == rational(hypothesis.right, point)
        except NotRational:
            return None
    return holds(hypothesis, point)


def _places(statements: Iterable[Hypothesis], recurrences: tuple[Recurrence, ...]) -> list[Place]:
    """What needs a value: free variables, and members with a number as index."""
    driven = {rule.sequence.symbol for rule in recurrences}
    found: dict[Place, None] = {}
    for rule in recurrences:
        found[rule.sequence[0]] = None
    for statement in statements:
        for place in free_in(statement):
            if isinstance(place, Variable) or (
                isinstance(place.index, Number) and place.sequence not in driven
            ):
                found[place] = None
    return list(found)


def _draw(
    places: list[Place],
    plain: list[Relation],
    meanings: Mapping[Function, Meaning],
    rng: Random,
    shares: tuple[Fraction, ...],
) -> dict[Place, Fraction]:
    """Values one after the other, each within the bounds that the earlier ones leave it."""
    values: dict[Place, Fraction] = {}
    waiting = list(places)
    for patience in (True, False):
        for place in list(waiting):
            solved = _bounds(place, plain, values, meanings)
            if solved is None and patience:
                continue  # its bounds hang on a place that has no value yet
            values[place] = _value(place, solved or (None, None, None), rng, shares)
            waiting.remove(place)
    return values


Bounds = tuple[Fraction | None, Fraction | None, Fraction | None]  # exact value, low, high


def _bounds(
    place: Place,
    plain: list[Relation],
    values: dict[Place, Fraction],
    meanings: Mapping[Function, Meaning],
) -> Bounds | None:
    exact, low, high = None, None, None
    for relation in plain:
        for side, other, kinds in (
            (relation.left, relation.right, ("<≤", ">≥")),
            (relation.right, relation.left, (">≥", "<≤")),
        ):
            if side != place or place in free_places(other):
                continue
            value = _rational(other, values, meanings)
            if value is None:
                return None
            if relation.kind == "=":
                exact = value
            elif relation.kind in kinds[0]:
                high = value if high is None else min(high, value)
            elif relation.kind in kinds[1]:
                low = value if low is None else max(low, value)
    return exact, low, high


def _rational(
    node: Node, values: Mapping[Place, Fraction], meanings: Mapping[Function, Meaning]
) -> Fraction | None:
    try:
        return rational(node, Point(values, meanings))
    except NotRational:
        return None


def _value(place: Place, bounds: Bounds, rng: Random, shares: tuple[Fraction, ...]) -> Fraction:
    exact, low, high = bounds
    if exact is not None:
        return exact
    if isinstance(place, Variable) and place.symbol.sort is Sort.NATURAL:
        return Fraction(max(rng.randrange(7 if shares is GENERIC else 2), _above(low)))
    share = rng.choice(shares)
    if low is not None and high is not None:
        return low + (high - low) * (share if share < 1 else share / 2)
    spread = rng.choice((1, 2, 3, 10)) * share
    if low is not None:
        return low + spread
    if high is not None:
        return high - spread
    return spread * rng.choice((1, -1))


def _above(low: Fraction | None) -> int:
    return 0 if low is None else int(low) + 1


def _with_members(
    values: dict[Place, Fraction], recurrences: tuple[Recurrence, ...], rng: Random
) -> Mapping[Place, Fraction]:
    driven = {rule.sequence.symbol for rule in recurrences}
    return _Members(values, driven, rng.randint(0, 10**6))


class _Members(dict[Place, Fraction]):
    """Values in which a sequence without a recurrence has members that are made up once asked."""

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
        return (
            isinstance(place, Element)
            and isinstance(place.index, Number)
            and 0 <= place.index.value <= LONGEST_SEQUENCE
            and place.sequence not in self._driven
        )
