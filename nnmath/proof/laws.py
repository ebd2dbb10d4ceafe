"""Hypotheses about what is random: the laws of single quantities, and independence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Node, Variable


class Law:
    """The law of one random number.

    `order` says up to which power its absolute value has a mean; None: all powers.
    """

    order: int | None = None

    @property
    def is_finite(self) -> bool:
        """Whether it takes finitely many values."""
        return False

    @property
    def bound(self) -> tuple[Variable, ...]:
        """Indices that it binds besides the subject's."""
        return ()

    @property
    def parameters(self) -> tuple[Node, ...]:
        """The expressions that it is given by."""
        return tuple(self._parts.values())

    def changed(self, change: Callable[[Node], Node]) -> Law:
        """The law with every parameter changed."""
        parts: dict[str, Any] = {name: change(part) for name, part in self._parts.items()}
        return replace(self, **parts)  # type: ignore[type-var]

    @property
    def _parts(self) -> dict[str, Node]:
        parts = {k: v for k, v in vars(self).items() if isinstance(v, Node)}
        return {name: part for name, part in parts.items() if part not in self.bound}


@dataclass(frozen=True)
class Moments(Law):
    """A finite variance; mean and variance are these, where they are given."""

    mean: Node | None = None
    variance: Node | None = None
    order = 2


@dataclass(frozen=True)
class Symmetric(Law):
    """The law of −x is that of x, with a finite variance, which is this where it is given."""

    variance: Node | None = None
    order = 2


@dataclass(frozen=True)
class Uniform(Law):
    """Uniform on the interval from low to high."""

    low: Node
    high: Node


@dataclass(frozen=True)
class Bernoulli(Law):
    """1 with this probability, and else 0."""

    probability: Node

    @property
    def is_finite(self) -> bool:
        return True


@dataclass(frozen=True)
class Correlated(Law):
    """Means, and for each pair of entries i and `other` the covariance.

    Args:
        mean: An expression in the subject's index.
        other: Another index of the same size.
        covariance: An expression in both indices.
    """

    mean: Node
    other: Variable
    covariance: Node
    order = 2

    @property
    def bound(self) -> tuple[Variable, ...]:
        return (self.other,)


@dataclass(frozen=True)
class Draws(Law):
    """Each entry is the number of an item drawn from all the index can be, every one as likely as
    any other; with replacement the draws are independent, without it no item comes twice."""

    replacement: bool

    @property
    def is_finite(self) -> bool:
        return True


@dataclass(frozen=True)
class Random:
    """A quantity is random; of a tensor every entry, for all values of its indices.

    Args:
        subject: A variable, or an entry at plain indices, which the law's parameters may hold.
        law: Of each entry.
        independent: Whether the entries are independent of one another, all together.
    """

    subject: Entry | Variable
    law: Law
    independent: bool = False

    def __post_init__(self) -> None:
        indices = self.indices
        if len(set(indices)) < len(indices) or not all(isinstance(i, Variable) for i in indices):
            raise ValueError("a law is said of an entry at any indices: write plain ones")
        if isinstance(self.subject, Entry) and self.subject.tensor.sources:
            raise ValueError("what is computed has its law from what it is computed from")
        if isinstance(self.law, Draws) != (self.symbol.sort is Sort.INDEX):
            raise ValueError("an index, and nothing else, is drawn")
        joint = isinstance(self.law, Correlated) or self.law == Draws(replacement=False)
        if (self.independent and joint) or (self.law == Draws(True) and not self.independent):
            raise ValueError("this law says itself how the entries hang together")

    @property
    def place(self) -> Tensor | Variable:
        """What is random, as a whole."""
        return self.subject.tensor if isinstance(self.subject, Entry) else self.subject

    @property
    def symbol(self) -> Symbol:
        """What is random."""
        return self.place.symbol

    @property
    def indices(self) -> tuple[Node, ...]:
        """The indices that the law holds for all values of."""
        return self.subject.indices if isinstance(self.subject, Entry) else ()

    @property
    def bound(self) -> tuple[Node, ...]:
        """All indices that it speaks of every value of."""
        return (*self.indices, *self.law.bound)

    def changed(self, change: Callable[[Node], Node]) -> Random:
        """The same of a law with changed parameters."""
        return replace(self, law=self.law.changed(change))


@dataclass(frozen=True)
class Independent:
    """The members are independent of one another, all together.

    Args:
        members: Each one quantity, or several that may hang together among themselves.
    """

    members: tuple[tuple[Symbol, ...], ...]

    def __post_init__(self) -> None:
        named = [symbol for member in self.members for symbol in member]
        if len(self.members) < 2 or len(set(named)) < len(named) or not all(self.members):
            raise ValueError("independence is of two or more, each named once")

    def member(self, symbol: Symbol) -> tuple[Symbol, ...] | None:
        """The member that a quantity belongs to."""
        return next((member for member in self.members if symbol in member), None)


def independent(*members: Tensor | Variable | tuple[Tensor | Variable, ...]) -> Independent:
    """These quantities, or groups of quantities, are independent of one another."""
    groups = (each if isinstance(each, tuple) else (each,) for each in members)
    return Independent(tuple(tuple(part.symbol for part in group) for group in groups))


@dataclass(frozen=True)
class Laws:
    """What hypotheses say of chance.

    Args:
        random: The law of each random quantity.
        independence: What is independent of what.
        driving: Of which sequences are made: their members change with it.
    """

    random: Mapping[Symbol, Random]
    independence: tuple[Independent, ...]
    driving: frozenset[Symbol] = frozenset()

    @staticmethod
    def of(hypotheses: Iterable[object], driving: frozenset[Symbol] = frozenset()) -> Laws:
        """The laws among hypotheses; one that is given twice is not known."""
        hypotheses = tuple(hypotheses)
        said = [each for each in hypotheses if isinstance(each, Random)]
        counts = Counter(each.symbol for each in dict.fromkeys(said))
        return Laws(
            {each.symbol: each for each in said if counts[each.symbol] == 1},
            tuple(each for each in hypotheses if isinstance(each, Independent)),
            driving,
        )

    def clusters(self, symbols: Iterable[Symbol]) -> tuple[frozenset[Symbol], ...]:
        """The quantities in groups that are surely independent of one another, all together."""
        symbols = frozenset(symbols)
        best: tuple[frozenset[Symbol], ...] = (symbols,)
        for each in self.independence:
            groups = tuple(frozenset(member) & symbols for member in each.members)
            groups = tuple(group for group in groups if group)
            if frozenset().union(*groups) == symbols and len(groups) > len(best):
                best = groups
        return best


NOTHING_RANDOM = Laws({}, ())
