"""Draws values for symbols one after the other, each within what the earlier ones leave it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil, floor
from random import Random
from typing import TypeGuard

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.chances import NO_CHANCES
from nnmath.proof.drawn_laws import Maker
from nnmath.proof.indexed import Entry, Sum, Tensor, in_range, is_endless, numbered
from nnmath.proof.instances import quantities
from nnmath.proof.laws import Laws
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Element, Node, Number, Power, Relation, Variable, as_node
from nnmath.proof.point import Point
from nnmath.proof.rationals import NotRational, rational
from nnmath.proof.statements import ForAll, Hypothesis, comparisons
from nnmath.proof.substitution import Place, free_places, substitute_in
from nnmath.proof.tree import walk
from nnmath.proof.trials import root_above, solutions

PRIME = 997  # denominators are prime, so that ½, 1 and their like are not hit by chance
SMALL_SIZES = (2, 3, 2, 1)
MOST_LARGE_SIZES = 3


@dataclass(frozen=True)
class Manner:
    """How values are chosen.

    Args:
        shares: Where between their bounds they may lie.
        sizes: Of axes, small enough to sum over, also over many indices at once.
        width: How many whole numbers there are to choose from.
    """

    shares: tuple[Fraction, ...]
    sizes: tuple[int, ...]
    width: int


# The sizes tell a row from a column
GENERIC = Manner(tuple(Fraction(k, PRIME) for k in range(1, PRIME)), (2, 3, 4, 3, 2, 1), 7)
SIMPLE = Manner((Fraction(0), Fraction(1, 2), Fraction(1)), (1, 2), 2)

Bounds = tuple[Fraction | None, Fraction | None, Fraction | None]  # exact value, low, high


class Drawing:
    """One draw.

    Args:
        meanings: Of the functions in the hypotheses.
        rng: Where chance comes from.
        manner: `GENERIC`, or `SIMPLE` for a reader.
        driven: Sequences whose later members an update rule decides.
    """

    def __init__(
        self,
        meanings: Mapping[Defined, Meaning],
        rng: Random,
        manner: Manner,
        driven: Container[Symbol] = (),
    ) -> None:
        self.values: dict[Place, Fraction] = {}
        self.chances = NO_CHANCES
        self._settled = set[int]()  # equations, by identity, of which every place has its value
        self._differences: dict[Relation, Node] = {}
        self._meanings, self._rng, self._manner, self._driven = meanings, rng, manner, driven
        self._sizes = manner.sizes

    def fill(self, places: Iterable[Place], hypotheses: Iterable[Hypothesis]) -> None:
        """Values for all places; sizes first, for they say which entries there are, and what laws
        are given by before what they decide.

        Raises:
            NoSuchLaw: No law meets the hypotheses at these values.
        """
        hypotheses, places = tuple(hypotheses), tuple(places)
        tensors = [place for place in places if isinstance(place, Tensor)]
        numbers = [place for place in places if not isinstance(place, Tensor)]
        symbols = [place for place in numbers if isinstance(place, Variable)]
        first = [place for place in symbols if place.symbol.sort is Sort.COUNT]
        self._sizes = self._manner.sizes if len(first) <= MOST_LARGE_SIZES else SMALL_SIZES
        ranges = [relation for place in symbols for relation in in_range(place)]
        self._draw(first, [*comparisons(hypotheses), *ranges])
        seen = tuple(each for h in hypotheses for each in self._instances(h))
        relations = [*comparisons(seen), *ranges]
        times = _times(relations)
        entries = [each for tensor in tensors for each in self._entries(tensor, times)]
        laws = Laws.of(hypotheses)
        self._draw((p for p in (*symbols, *entries) if _is_parameter(p, laws)), relations)
        self.chances = Maker(
            laws, self._rational, self._rng, simple=self._manner is SIMPLE
        ).chances()
        members = [Element(thing, at) for thing, at in times if self._is_free(thing)]
        self._draw_unit_vectors(relations)
        waiting = dict.fromkeys((*numbers, *sorted((*entries, *members), key=_time)))
        self._draw((place for place in waiting if place not in self.values), relations)

    def _is_free(self, thing: Tensor | Symbol) -> TypeGuard[Symbol]:
        return isinstance(thing, Symbol) and thing not in self._driven

    def _entries(
        self, tensor: Tensor, times: Iterable[tuple[Tensor | Symbol, Number]]
    ) -> Iterator[Place]:
        axes: list[Iterable[Node]] = []
        for size in tensor.symbol.shape:
            if is_endless(size):
                axes.append([at for thing, at in times if thing == tensor])
            else:
                axes.append(map(numbered, range(1, self._size(size) + 1)))
        return (Entry(tensor, indices) for indices in product(*axes))

    def _draw_unit_vectors(self, relations: Iterable[Relation]) -> None:
        """Vectors of length 1 by the stereographic projection, which is rational."""
        for relation in relations:
            match relation:
                case Relation(
                    Sum(Power(Entry(Tensor() as vector, (index,)), Number() as two), i),
                    "=",
                    Number() as one,
                ) if two.value == 2 and one.value == 1 and index == i:
                    *flat, last = self._entries(vector, ())
                    plane = [self._value(place, (None, None, None)) for place in flat]
                    square = sum((each * each for each in plane), Fraction(0))
                    scale = self._rng.choice((1, -1)) / (square + 1)
                    self.values[last] = (square - 1) * scale
                    self.values.update((p, 2 * q * scale) for p, q in zip(flat, plane, strict=True))

    def _size(self, size: Symbol) -> int:
        return int(self.values[Variable(size)])

    def _instances(self, hypothesis: Hypothesis) -> Iterator[Hypothesis]:
        """“For every index” as one statement for each."""
        if not isinstance(hypothesis, ForAll) or not isinstance(hypothesis.variable, Variable):
            yield hypothesis
            return
        index, size = hypothesis.variable, hypothesis.variable.symbol.size
        if size is None or Variable(size) not in self.values:
            yield hypothesis
            return
        for value in range(1, self._size(size) + 1):
            yield from self._instances(substitute_in(hypothesis.statement, {index: as_node(value)}))

    def _draw(self, places: Iterable[Place], plain: list[Relation]) -> None:
        waiting, patience = list(places), True
        while waiting:
            ready = False
            for place in list(waiting):
                solved = self._bounds(place, plain)
                if solved is None and patience:
                    continue  # its bounds hang on a place that has no value yet
                self.values[place] = self._value(place, solved or (None, None, None))
                waiting.remove(place)
                ready = patience = True
            patience = ready

    def _bounds(self, place: Place, plain: list[Relation]) -> Bounds | None:
        low, high = None, None
        square = place**2
        for relation in plain:
            if relation.kind == "=":
                exact = self._solution(place, relation)
                if exact is not None:
                    return exact, None, None
            for side, other, kinds in (
                (relation.left, relation.right, ("<≤", ">≥")),
                (relation.right, relation.left, (">≥", "<≤")),
            ):
                squared = side == square and relation.kind in kinds[1]
                if not (side == place or squared) or place in free_places(other):
                    continue
                value = self._rational(other)
                if value is None:
                    return None
                value = root_above(value) if squared else value
                if relation.kind in kinds[0]:
                    high = value if high is None else min(high, value)
                elif relation.kind in kinds[1]:
                    low = value if low is None else max(low, value)
        return None, low, high

    def _solution(self, place: Place, equation: Relation) -> Fraction | None:
        """A value that an equation of degree 1 or 2 leaves a place, once all others have theirs."""
        if not quantities(place) & quantities(equation.left, equation.right):
            return None
        if id(equation) in self._settled:
            return None
        difference, trials = self._difference(equation), []
        if self._rational(difference) is not None:
            self._settled.add(id(equation))  # it has a value without this place
            return None
        for at in range(3):
            value = self._rational(difference, {place: Fraction(at)})
            if value is None:
                return None
            trials.append(value)
        found = solutions(trials)
        return self._rng.choice(found) if len(found) > 1 else next(iter(found), None)

    def _difference(self, equation: Relation) -> Node:
        if equation not in self._differences:
            self._differences[equation] = equation.left - equation.right
        return self._differences[equation]

    def _rational(
        self, node: Node, more: Mapping[Place, Fraction] | None = None
    ) -> Fraction | None:
        try:
            values = {**self.values, **more} if more else self.values
            return rational(node, Point(values, self._meanings, chances=self.chances))
        except NotRational:
            return None

    def _value(self, place: Place, bounds: Bounds) -> Fraction:
        exact, low, high = bounds
        if exact is not None:
            return exact
        if isinstance(place, Variable) and place.symbol.sort.is_whole:
            return Fraction(self._whole(place.symbol, low, high))
        share = self._rng.choice(self._manner.shares)
        if low is not None and high is not None:
            return low + (high - low) * (share if share < 1 else share / 2)
        spread = self._rng.choice((1, 2, 3, 10)) * share
        if low is not None:
            return low + spread
        if high is not None:
            return high - spread
        return spread * self._rng.choice((1, -1))

    def _whole(self, symbol: Symbol, low: Fraction | None, high: Fraction | None) -> int:
        if symbol.sort is Sort.COUNT:
            return max(self._rng.choice(self._sizes), ceil(low or 0))
        least = ceil(low or 0)
        most = least + self._manner.width - 1
        return self._rng.randint(
            least, most if high is None else max(least, min(most, floor(high)))
        )


def _times(relations: Iterable[Relation]) -> list[tuple[Tensor | Symbol, Number]]:
    """The members of sequences that comparisons speak of, each by its number."""
    found: dict[tuple[Tensor | Symbol, Number], None] = {}
    for relation in relations:
        for part in (*walk(relation.left), *walk(relation.right)):
            match part:
                case Element(sequence, Number() as at):
                    found[sequence, at] = None
                case Entry(Tensor() as tensor, (Number() as at, *_)) if is_endless(
                    tensor.symbol.shape[0]
                ):
                    found[tensor, at] = None
    return list(found)


def _time(place: Place) -> Fraction:
    """When a member stands in its sequence; what is in none comes first."""
    match place:
        case Element(_, Number(at)):
            return at
        case Entry(Tensor(symbol), (Number(at), *_)) if is_endless(symbol.shape[0]):
            return at
    return Fraction(-1)


def _is_parameter(place: Place, laws: Laws) -> bool:
    """Whether the law of something random is given by it."""
    whole = place.tensor if isinstance(place, Entry) else place
    nodes = (node for random in laws.random.values() for node in random.law.parameters)
    return any(whole == each for node in nodes for each in free_places(node))
