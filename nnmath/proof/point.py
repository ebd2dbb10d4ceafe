"""A point: values for the free symbols, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

from nnmath.notation.symbol import Symbol
from nnmath.proof.chances import NO_CHANCES, Chances
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Element, Node, Variable
from nnmath.proof.statements import Recurrence
from nnmath.proof.substitution import Place, free_in, free_places
from nnmath.proof.tree import walk


class CannotEvaluate(ValueError):
    """No ball can be given; says why in one line.

    Args:
        reason: Why.
        missing: The place that has no value, where that is why.
    """

    def __init__(self, reason: str, missing: Place | None = None) -> None:
        super().__init__(reason)
        self.missing = missing


class Undefined(CannotEvaluate):
    """The expression surely has no value at this point."""


@dataclass(frozen=True)
class Point:
    """Values for the free symbols.

    Args:
        values: Of variables; of members and of entries with numbers as indices.
        meanings: Of the functions that are not elementary.
        recurrences: Which give the later members of a sequence from the earlier.
        members: Members and entries worked out so far, by precision; W_t stands twice in its own
            update rule.
        chances: The joint law of what is random.
        averaged: What is being averaged over.
        means: Means worked out so far.
        sides: Sides of comparisons worked out so far, by precision; inside sums, where indices
            have values too, they are others.
    """

    values: Mapping[Place, Fraction]
    meanings: Mapping[Defined, Meaning] = field(default_factory=dict)
    recurrences: tuple[Recurrence, ...] = ()
    members: dict[tuple[Element | Entry, object], Any] = field(default_factory=dict, compare=False)
    chances: Chances = NO_CHANCES
    averaged: frozenset[Symbol] = frozenset()
    means: dict[object, Any] = field(default_factory=dict, compare=False)
    sides: dict[tuple[Node, object], Any] = field(default_factory=dict, compare=False)

    def having(self, index: Place, value: Fraction) -> Point:
        """The same where an index has a value, which hides any other of its name."""
        return Point(
            Within.of(index, value, self.values),
            self.meanings,
            self.recurrences,
            self.members,
            self.chances,
            self.averaged,
            self.means,
        )


def refuse_taken(index: Variable, body: Node, rules: tuple[Recurrence, ...]) -> None:
    """Refuse an index with the letter of a number that something else is computed from: W_1 is
    worked out with that number, also inside a sum.

    Raises:
        CannotEvaluate: A quantity in the body, or a sequence, is computed from such a number.
    """
    if _is_taken(index, body, rules):
        raise CannotEvaluate(f"{index.symbol.code} is also what something is computed from")


@lru_cache(maxsize=4096)
def _is_taken(index: Variable, body: Node, rules: tuple[Recurrence, ...]) -> bool:
    computed = (part for part in walk(body) if isinstance(part, Tensor))
    return any(index in free_places(each) for each in computed) or any(
        index in free_in(rule) for rule in rules
    )


class Within(Mapping[Place, Fraction]):
    """Values inside sums: those of the indices hide what has their name outside.

    Args:
        inner: The values of the indices.
        outer: All others.
    """

    __slots__ = ("_inner", "_outer")

    def __init__(self, inner: dict[Place, Fraction], outer: Mapping[Place, Fraction]) -> None:
        self._inner, self._outer = inner, outer

    @classmethod
    def of(cls, index: Place, value: Fraction, values: Mapping[Place, Fraction]) -> Within:
        """Values with one more index."""
        if isinstance(values, Within):
            return cls({**values._inner, index: value}, values._outer)
        return cls({index: value}, values)

    def __getitem__(self, place: Place) -> Fraction:
        return self._inner[place] if place in self._inner else self._outer[place]

    def __contains__(self, place: object) -> bool:
        return place in self._inner or place in self._outer

    def get(self, place: Place, default: Any = None) -> Any:
        """The value of a place that has one, else the default."""
        return self._inner[place] if place in self._inner else self._outer.get(place, default)

    def __iter__(self) -> Iterator[Place]:
        yield from self._inner
        yield from (place for place in self._outer if place not in self._inner)

    def __len__(self) -> int:
        return sum(1 for _ in self)
