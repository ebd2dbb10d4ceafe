"""Draws values for symbols one after the other, each within what the earlier ones leave it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import ceil, floor
from random import Random

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.chances import NO_CHANCES
from nnmath.proof.drawn_laws import Maker
from nnmath.proof.leeway import UNBOUNDED, Comparisons, Leeway, NoRoom, Room
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.plans import Plans, time_of
from nnmath.proof.point import Point
from nnmath.proof.rationals import NotRational, rational
from nnmath.proof.statements import Hypothesis
from nnmath.proof.substitution import Place

PRIME = 997  # denominators are prime, so that ½, 1 and their like are not hit by chance
SMALL_SIZES = (2, 3, 2, 1)
MOST_LARGE_SIZES = 3
REDRAWS = 12


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


class Drawing:
    """One draw.

    Args:
        plans: What there is to draw.
        rng: Where chance comes from.
        manner: `GENERIC`, or `SIMPLE` for a reader.
    """

    def __init__(self, plans: Plans, rng: Random, manner: Manner) -> None:
        self.values: dict[Place, Fraction] = {}
        self.chances = NO_CHANCES
        self._plans, self._rng, self._manner = plans, rng, manner
        few = len(plans.sizes) <= MOST_LARGE_SIZES
        self._sizes = manner.sizes if few else SMALL_SIZES

    def fill(self, hypotheses: tuple[Hypothesis, ...], *, closely: bool = False) -> None:
        """Values for all places; sizes first, for they say which entries there are, and what laws
        are given by before what they decide.

        Args:
            hypotheses: What is to hold.
            closely: Whether to draw what is of one time again until it leaves room, which takes
                longer.

        Raises:
            NoSuchLaw: No law meets the hypotheses at these values.
            NoRoom: Nor does anything, it seems.
        """
        self._draw(self._plans.sizes, self._plans.of_sizes(hypotheses))
        plan = self._plans.at(hypotheses, self.values)
        self._draw(plan.parameters, plan.comparisons)
        self.chances = Maker(
            plan.laws, self._rational, self._rng, simple=self._manner is SIMPLE
        ).chances()
        for vector in plan.unit_vectors:
            self._draw_unit_vector(vector)
        waiting = (place for place in plan.places if place not in self.values)
        if closely:
            for _, places in groupby(sorted(waiting, key=time_of), time_of):
                self._draw_closely(tuple(places), plan.comparisons)
        else:
            self._draw(waiting, plan.comparisons)

    def _draw_unit_vector(self, vector: tuple[Place, ...]) -> None:
        """A vector of length 1 by the stereographic projection, which is rational."""
        *flat, last = vector
        plane = [self._value(place, UNBOUNDED) for place in flat]
        square = sum((each * each for each in plane), Fraction(0))
        scale = self._rng.choice((1, -1)) / (square + 1)
        self.values[last] = (square - 1) * scale
        self.values.update((p, 2 * q * scale) for p, q in zip(flat, plane, strict=True))

    def _draw_closely(self, places: tuple[Place, ...], comparisons: Comparisons) -> None:
        for _ in range(REDRAWS):
            try:
                return self._draw(places, comparisons, closely=True)
            except NoRoom:
                for place in places:
                    self.values.pop(place, None)
        raise NoRoom

    def _draw(
        self, places: Iterable[Place], comparisons: Comparisons, *, closely: bool = False
    ) -> None:
        leeway = Leeway(comparisons, self.values, self._evaluate, closely=closely)
        waiting, patience = list(places), True
        while waiting:
            ready = False
            for place in list(waiting):
                room = leeway.of(place)
                if room is None and patience:
                    continue  # its bounds hang on a place that has no value yet
                self.values[place] = self._value(place, room or UNBOUNDED)
                waiting.remove(place)
                ready = patience = True
            patience = ready

    def _evaluate(self, node: Node, more: Mapping[Place, Fraction]) -> Fraction:
        values = {**self.values, **more} if more else self.values
        return rational(node, Point(values, self._plans.meanings, chances=self.chances))

    def _rational(self, node: Node) -> Fraction | None:
        try:
            return self._evaluate(node, {})
        except NotRational:
            return None

    def _value(self, place: Place, room: Room) -> Fraction:
        exact, low, high = room
        if exact:
            return self._rng.choice(exact) if len(exact) > 1 else exact[0]
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
