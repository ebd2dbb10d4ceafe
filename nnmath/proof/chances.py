"""Means at a point: an exact sum over what can happen, where laws have finite stand-ins.

A stand-in meets its hypotheses exactly, so that what fails with it is false. The uniform law has
none: its means are worked out for polynomials alone, by a rule that is exact for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeVar

from nnmath.notation.symbol import Symbol
from nnmath.proof.expectations import Averaged, Covariance, Expectation, Variance
from nnmath.proof.indexed import Entry, Integral
from nnmath.proof.meanings import open_functions
from nnmath.proof.nodes import (
    Element,
    Node,
    Variable,
)
from nnmath.proof.quadrature import degree, nodes_and_weights
from nnmath.proof.substitution import Place, free_places, substitute

Value = TypeVar("Value", bound=Any)

MOST_OUTCOMES = 20_000


class NoMean(ValueError):
    """A mean cannot be worked out; says why in one line."""


class Undrawn(Exception):
    """The value of a random number is wanted, which has not been drawn."""

    def __init__(self, by: object, place: Place) -> None:
        super().__init__(place)
        self.by, self.place = by, place


@dataclass(frozen=True)
class Block:
    """Random numbers that are drawn together.

    Args:
        places: Variables, and entries with numbers as indices.
        outcomes: Probabilities with the values of the places.
        is_rule: Whether the outcomes only stand for the means of polynomials.
    """

    places: tuple[Place, ...]
    outcomes: tuple[tuple[Fraction, tuple[Fraction, ...]], ...]
    is_rule: bool = False


@dataclass(frozen=True)
class Chances:
    """Everything random, in blocks that are independent of one another, all together."""

    blocks: tuple[Block, ...] = ()

    @cached_property
    def of(self) -> Mapping[Place, Block]:
        """The block that a random number is drawn in."""
        return {place: block for block in self.blocks for place in block.places}

    @cached_property
    def rules(self) -> frozenset[Symbol]:
        """What is random by a rule for polynomials."""
        return frozenset(symbol_of(p) for b in self.blocks if b.is_rule for p in b.places)


def mean(
    node: Averaged,
    point: Any,
    value: Callable[[Node, Any], Value],
    number: Callable[[Fraction], Value],
    precision: object,
) -> Value:
    """The value of an expectation, a variance or a covariance.

    Args:
        node: What is averaged.
        point: Values for all else.
        value: The value of an expression at a point.
        number: A rational as such a value.
        precision: Of the values, for what is worked out once.

    Raises:
        NoMean: Something averaged over has no law here, or too much can happen.
    """
    free = {place for place in free_places(node) if not isinstance(place, Element)}
    if any(symbol_of(place) in point.averaged for place in free):
        return _worked_out(node, point, value, number)
    indices = ((p, point.values[p]) for p in free if isinstance(p, Variable) and p in point.values)
    key = (node, (precision, frozenset(indices)))
    if key not in point.means:
        point.means[key] = _worked_out(node, point, value, number)
    return point.means[key]  # type: ignore[no-any-return]


def _worked_out(
    node: Averaged,
    point: Any,
    value: Callable[[Node, Any], Value],
    number: Callable[[Fraction], Value],
) -> Value:
    def average(body: Node) -> Value:
        return _average(Expectation(body, node.over), point, value, number)

    match node:
        case Expectation(body):
            return average(body)
        case Variance(body):
            return average(body**2) - average(body) ** 2  # type: ignore[no-any-return]
        case Covariance(first, second):
            return average(first * second) - average(first) * average(second)  # type: ignore[no-any-return]
    raise NoMean(f"no rule to average {type(node).__name__}")


def _average(
    node: Expectation,
    point: Any,
    value: Callable[[Node, Any], Value],
    number: Callable[[Fraction], Value],
) -> Value:
    """A finite sum, of which no more is worked out than its value needs."""
    ruled = point.chances.rules.intersection(node.over)
    if ruled and degree(open_functions(node.body, point.meanings), ruled) is None:
        raise NoMean("the mean under a uniform law is worked out for polynomials alone")
    left = MOST_OUTCOMES

    def over(drawn: Mapping[Place, Fraction]) -> Value:
        nonlocal left
        left -= 1
        if left < 0:
            raise NoMean("too much can happen")
        outcome = Outcome(drawn, node.over, point.values)
        averaged = point.averaged.union(node.over)
        try:
            return value(node.body, replace(point, values=outcome, averaged=averaged, members={}))
        except Undrawn as wanted:
            if wanted.by is not outcome:
                raise
            block = point.chances.of.get(wanted.place)
        if block is None:
            raise NoMean("what is averaged over has no law here")
        parts = (
            number(share) * over({**drawn, **dict(zip(block.places, values, strict=True))})
            for share, values in block.outcomes
        )
        return sum(parts, start=number(Fraction(0)))  # type: ignore[no-any-return]

    return over({})


class Outcome(Mapping[Place, Fraction]):
    """Values where some random numbers have been drawn, and of those left nothing is known.

    Args:
        drawn: Values of random numbers.
        over: What is being averaged over: a number of that name outside is another.
        outside: Values of all else.
    """

    def __init__(
        self,
        drawn: Mapping[Place, Fraction],
        over: tuple[Symbol, ...],
        outside: Mapping[Place, Fraction],
    ) -> None:
        self._drawn, self._over, self._outside = drawn, over, outside

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, (Variable, Entry)) or symbol_of(place) not in self._over:
            return place in self._outside
        if place not in self._drawn:
            raise Undrawn(self, place)
        return True

    def __getitem__(self, place: Place) -> Fraction:
        if isinstance(place, (Variable, Entry)) and symbol_of(place) in self._over:
            return self._drawn[place] if place in self else Fraction(0)
        return self._outside[place]

    def __iter__(self) -> Iterator[Place]:
        yield from (p for p in self._drawn if symbol_of(p) in self._over)
        yield from (p for p in self._outside if symbol_of(p) not in self._over)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def symbol_of(place: Place) -> Symbol:
    """The symbol that a value belongs to."""
    if isinstance(place, Entry):
        return place.tensor.symbol
    return place.sequence if isinstance(place, Element) else place.symbol


def integrated(
    node: Integral,
    point: Any,
    value: Callable[[Node, Any], Value],
    number: Callable[[Fraction], Value],
) -> Value:
    """The value of an integral of a polynomial.

    Args:
        node: An integral.
        point: Values for all else.
        value: The value of an expression at a point.
        number: A rational as such a value.

    Raises:
        NoMean: The body is no polynomial in the index.
    """
    symbols = frozenset((node.index.symbol,))
    if degree(open_functions(node.body, point.meanings), symbols) is None:
        raise NoMean("an integral is worked out for polynomials alone")
    length = node.high - node.low
    parts = (
        number(weight) * value(substitute(node.body, {node.index: node.low + step * length}), point)
        for step, weight in nodes_and_weights()
    )
    return value(length, point) * sum(parts, start=number(Fraction(0)))  # type: ignore[no-any-return]


NO_CHANCES = Chances()
