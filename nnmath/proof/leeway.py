"""What comparisons leave a place: its bounds, or what solves an equation for it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from nnmath.proof.instances import quantities
from nnmath.proof.nodes import Node, Relation
from nnmath.proof.rationals import NotRational
from nnmath.proof.substitution import Place, free_places
from nnmath.proof.trials import root_above, solutions, straight

Bound: TypeAlias = Literal["low", "high", None]
Room: TypeAlias = tuple[tuple[Fraction, ...], Fraction | None, Fraction | None]
Evaluate: TypeAlias = Callable[[Node, Mapping[Place, Fraction]], Fraction]

HIGH, LOW = "<≤", ">≥"
UNBOUNDED: Room = ((), None, None)  # exact values to choose from, low, high


class NoRoom(ValueError):
    """The values drawn so far leave a place none."""


@dataclass(frozen=True)
class Side:
    """A side of a comparison that is a place, or its square with something below.

    Args:
        other: What it is compared with, which does not hang on the place.
        bound: Whether that bounds it from below or above; None: neither.
        is_square: Whether it is the square.
    """

    other: Node
    bound: Bound
    is_square: bool


@dataclass(frozen=True)
class Mention:
    """What a comparison says of a place.

    Args:
        equation: What must be 0, where that may be solved for the place.
        sides: Those that are the place.
    """

    equation: Node | None
    sides: tuple[Side, ...]


class Comparisons:
    """Comparisons by the places that they speak of, which is the same for every draw."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self.relations = tuple(relations)
        self._equations = {
            each: (each.left - each.right, quantities(each.left, each.right))
            for each in self.relations
            if each.kind == "="
        }
        self._mentions: dict[Place, tuple[Mention, ...]] = {}
        self._around: dict[Place, tuple[Node, ...]] = {}

    def of(self, place: Place) -> tuple[Mention, ...]:
        """What the comparisons say of a place, in their order."""
        if place not in self._mentions:
            self._mentions[place] = tuple(self._found(place))
        return self._mentions[place]

    def around(self, place: Place) -> tuple[Node, ...]:
        """What is at most 0, of the inequalities that a place is somewhere inside of."""
        if place not in self._around:
            own, square = quantities(place), place**2
            self._around[place] = tuple(
                each.left - each.right if each.kind in HIGH else each.right - each.left
                for each in self.relations
                if each.kind in HIGH + LOW
                and own & quantities(each.left, each.right)
                and not any(_sides(each, place, square))
            )
        return self._around[place]

    def _found(self, place: Place) -> Iterator[Mention]:
        own, square = quantities(place), place**2
        for relation in self.relations:
            equation, inside = self._equations.get(relation, (None, own))
            sides = tuple(_sides(relation, place, square))
            if equation is not None and own & inside:
                yield Mention(equation, sides)
            elif sides:
                yield Mention(None, sides)


def _sides(relation: Relation, place: Place, square: Node) -> Iterator[Side]:
    for side, other, high, low in (
        (relation.left, relation.right, HIGH, LOW),
        (relation.right, relation.left, LOW, HIGH),
    ):
        bound: Bound = "high" if relation.kind in high else "low" if relation.kind in low else None
        is_square = side == square and bound == "low"
        if (side == place or is_square) and place not in free_places(other):
            yield Side(other, bound, is_square)


class Leeway:
    """What comparisons leave places while one after the other gets its value.

    What cannot be worked out because a place has no value is not tried again before it has one.

    Args:
        comparisons: What must hold.
        values: Of the places that have one, at any time.
        evaluate: The value of an expression where more places have one.
        closely: Whether inequalities of degree 1 are solved for a place inside them, too.
    """

    def __init__(
        self,
        comparisons: Comparisons,
        values: Container[Place],
        evaluate: Evaluate,
        *,
        closely: bool = False,
    ) -> None:
        self._comparisons, self._values, self._evaluate = comparisons, values, evaluate
        self._closely = closely
        # By identity: the comparisons keep these expressions alive
        self._settled = set[int]()  # of which every place has its value
        self._waits: dict[int, Place] = {}
        self._waits_besides: dict[int, Place] = {}  # where the first has a value on trial

    def of(self, place: Place) -> Room | None:
        """Exact values or bounds; None where they hang on a place that has no value yet.

        Raises:
            NoRoom: Looked at closely, the bounds exclude one another.
        """
        low, high = None, None
        for mention in self._comparisons.of(place):
            exact = self._solutions(place, mention.equation)
            if exact:
                return exact, None, None
            for side in mention.sides:
                value = self._value(side.other)
                if value is None:
                    return None
                value = root_above(value) if side.is_square else value
                if side.bound == "high":
                    high = value if high is None else min(high, value)
                elif side.bound == "low":
                    low = value if low is None else max(low, value)
        return ((), low, high) if not self._closely else self._narrowed(place, low, high)

    def _narrowed(self, place: Place, low: Fraction | None, high: Fraction | None) -> Room:
        for difference in self._comparisons.around(place):
            trials = self._trials(place, difference)
            end, slope = straight(trials) if trials else (None, None)
            if end is None or slope is None:
                continue
            if slope > 0:
                high = end if high is None else min(high, end)
            else:
                low = end if low is None else max(low, end)
        if low is not None and high is not None and low > high:
            raise NoRoom
        return (), low, high

    def _value(self, node: Node) -> Fraction | None:
        if self._is_without(self._waits.get(id(node))):
            return None
        try:
            return self._evaluate(node, {})
        except NotRational as reason:
            if reason.missing is not None:
                self._waits[id(node)] = reason.missing
            self._waits_besides.pop(id(node), None)
            return None

    def _solutions(self, place: Place, equation: Node | None) -> tuple[Fraction, ...]:
        """What an equation of degree 1 or 2 leaves a place, once all others have their value."""
        trials = [] if equation is None else self._trials(place, equation)
        return solutions(trials) if trials else ()

    def _trials(self, place: Place, node: Node) -> list[Fraction]:
        """Its values at 0, 1 and 2; none before all others have their value, or without it."""
        if id(node) in self._settled:
            return []
        if self._value(node) is not None:
            self._settled.add(id(node))  # it has a value without this place
            return []
        first, second = self._waits.get(id(node)), self._waits_besides.get(id(node))
        if (first is not None and first != place) or self._is_without(second):
            return []
        try:
            return [self._evaluate(node, {place: Fraction(at)}) for at in range(3)]
        except NotRational as reason:
            if first is not None and reason.missing is not None:
                self._waits_besides[id(node)] = reason.missing
            return []

    def _is_without(self, place: Place | None) -> bool:
        return place is not None and place not in self._values
