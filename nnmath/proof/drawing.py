"""Draws values for symbols one after the other, each within what the earlier ones leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import ceil, floor
from random import Random

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.balls import Point
from nnmath.proof.indexed import Tensor, in_range
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Node, Relation, Variable, as_node
from nnmath.proof.rationals import NotRational, rational
from nnmath.proof.statements import ForAll, Hypothesis, comparisons
from nnmath.proof.substitution import Place, free_places, substitute_in

PRIME = 997  # denominators are prime, so that ½, 1 and their like are not hit by chance
GENERIC = tuple(Fraction(k, PRIME) for k in range(1, PRIME))
SIMPLE = (Fraction(0), Fraction(1, 2), Fraction(1))
# Sizes that tell a row from a column, small enough to sum over
SIZES = {GENERIC: (2, 3, 4, 3, 2, 1), SIMPLE: (1, 2)}
WIDTHS = {GENERIC: 7, SIMPLE: 2}

Bounds = tuple[Fraction | None, Fraction | None, Fraction | None]  # exact value, low, high


class Drawing:
    """One draw.

    Args:
        meanings: Of the functions in the hypotheses.
        rng: Where chance comes from.
        shares: Where between their bounds values may lie: `GENERIC` or `SIMPLE`.
    """

    def __init__(
        self, meanings: Mapping[Defined, Meaning], rng: Random, shares: tuple[Fraction, ...]
    ) -> None:
        self.values: dict[Place, Fraction] = {}
        self._meanings, self._rng, self._shares = meanings, rng, shares

    def fill(self, places: Iterable[Place], hypotheses: Iterable[Hypothesis]) -> None:
        """Values for all places; sizes first, for they say which entries there are."""
        hypotheses, places = tuple(hypotheses), tuple(places)
        tensors = [place for place in places if isinstance(place, Tensor)]
        numbers = [place for place in places if not isinstance(place, Tensor)]
        sizes = {size for tensor in tensors for size in tensor.symbol.shape}
        sizes |= {p.symbol.size for p in numbers if isinstance(p, Variable) and p.symbol.size}
        first = [p for p in numbers if isinstance(p, Variable) and p.symbol in sizes]
        ranges = [r for place in numbers if isinstance(place, Variable) for r in in_range(place)]
        self._draw(first, [*comparisons(hypotheses), *ranges])
        entries = [entry for tensor in tensors for entry in self._entries(tensor)]
        seen = tuple(each for h in hypotheses for each in self._instances(h))
        rest = [place for place in numbers if place not in first]
        self._draw([*rest, *entries], [*comparisons(seen), *ranges])

    def _entries(self, tensor: Tensor) -> Iterator[Place]:
        shape = tensor.symbol.shape
        for indices in product(*(range(1, self._size(size) + 1) for size in shape)):
            yield tensor[tuple(map(as_node, indices))]

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
        waiting = list(places)
        for patience in (True, False):
            for place in list(waiting):
                solved = self._bounds(place, plain)
                if solved is None and patience:
                    continue  # its bounds hang on a place that has no value yet
                self.values[place] = self._value(place, solved or (None, None, None))
                waiting.remove(place)

    def _bounds(self, place: Place, plain: list[Relation]) -> Bounds | None:
        exact, low, high = None, None, None
        for relation in plain:
            if relation.kind == "=":
                exact = self._solution(place, relation) if exact is None else exact
            for side, other, kinds in (
                (relation.left, relation.right, ("<≤", ">≥")),
                (relation.right, relation.left, (">≥", "<≤")),
            ):
                if side != place or place in free_places(other):
                    continue
                value = self._rational(other)
                if value is None:
                    return None
                if relation.kind in kinds[0]:
                    high = value if high is None else min(high, value)
                elif relation.kind in kinds[1]:
                    low = value if low is None else max(low, value)
        return exact, low, high

    def _solution(self, place: Place, equation: Relation) -> Fraction | None:
        """The value that a linear equation leaves a place, once all others have theirs."""
        difference = equation.left - equation.right
        trials = [self._rational(difference, {place: Fraction(at)}) for at in range(3)]
        if None in trials:
            return None
        start, middle, end = trials
        slope = middle - start  # type: ignore[operator]
        if slope == 0 or end - middle != slope:  # type: ignore[operator]
            return None
        return -start / slope  # type: ignore[operator]

    def _rational(
        self, node: Node, more: Mapping[Place, Fraction] | None = None
    ) -> Fraction | None:
        try:
            return rational(node, Point({**self.values, **(more or {})}, self._meanings))
        except NotRational:
            return None

    def _value(self, place: Place, bounds: Bounds) -> Fraction:
        exact, low, high = bounds
        if exact is not None:
            return exact
        if isinstance(place, Variable) and place.symbol.sort.is_whole:
            return Fraction(self._whole(place.symbol, low, high))
        share = self._rng.choice(self._shares)
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
            return max(self._rng.choice(SIZES[self._shares]), ceil(low or 0))
        least = ceil(low or 0)
        most = least + WIDTHS[self._shares] - 1
        return self._rng.randint(
            least, most if high is None else max(least, min(most, floor(high)))
        )
