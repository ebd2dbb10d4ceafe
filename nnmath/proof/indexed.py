"""Vectors, matrices and their entries; sums and products over indices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.nodes import Node, Operand, Relation, Variable, as_node

ZERO, ONE = as_node(0), as_node(1)


@dataclass(frozen=True)
class Tensor(Node):
    """A vector, a matrix or an array of more axes, as a whole; its shape is the symbol's.

    Along an axis without end stand the vectors w_0, w_1, w_2, … of a sequence, `w[t, i]`.

    `sources` are the tensors and variables that its definition holds: what is computed from weights
    is no constant beside them, and another quantity than one of that symbol which is. A quantity
    without axes has one entry, `loss[()]`.
    """

    symbol: Symbol
    sources: tuple[Tensor | Variable, ...] = ()

    def __getitem__(self, indices: Operand | tuple[Operand, ...]) -> Entry:
        each = indices if isinstance(indices, tuple) else (indices,)
        if len(each) != len(self.symbol.shape):
            axes = len(self.symbol.shape)
            raise ValueError(f"{self.symbol.id!r} has {axes} axes, not {len(each)}")
        return Entry(self, tuple(map(as_node, each)))


@dataclass(frozen=True)
class Entry(Node):
    """x_i, W_{ij}: a number of a tensor; indices begin at 1, along an axis without end at 0."""

    tensor: Tensor
    indices: tuple[Node, ...]


def place_of(tensor: Tensor, indices: tuple[int, ...]) -> Entry:
    """Where values keep an entry: one node for all, since values are looked up by it."""
    try:
        places = tensor._places
    except AttributeError:
        places = {}
        object.__setattr__(tensor, "_places", places)
    if indices not in places:
        places[indices] = Entry(tensor, tuple(map(numbered, indices)))
    return places[indices]  # type: ignore[return-value]


@lru_cache(maxsize=1 << 10)
def numbered(index: int) -> Node:
    """The number of an entry: one node for all, since values are looked up by it."""
    return as_node(index)


@lru_cache(maxsize=1 << 10)
def size_of(symbol: Symbol) -> Variable:
    """A size as an expression: one node for all, since values are looked up by it."""
    return Variable(symbol)


@dataclass(frozen=True)
class Kronecker(Node):
    """δ_{ij}: 1 where the indices are equal, 0 elsewhere."""

    first: Node
    second: Node


@dataclass(frozen=True)
class Ranged(Node):
    """What is done while a variable, which has no name outside, goes from low to high."""

    body: Node
    index: Variable
    low: Node
    high: Node


class Iterated(Ranged):
    """What is done over index = low, …, high; over nothing where high = low − 1."""


class Sum(Iterated):
    """Σ body; 0 where there is no term."""


class Product(Iterated):
    """∏ body; 1 where there is no factor."""


class Integral(Ranged):
    """∫ body over a real index, of a continuous body; low ≤ high."""


def total(index: Variable, body: Operand, low: Operand = 1, high: Operand | None = None) -> Sum:
    """Σ body over an index: over all that it can be, or from `low` to `high`.

    Raises:
        TypeError: The index has no size and no `high` is given.
    """
    return Sum(as_node(body), index, as_node(low), _end(index, high))


def product(
    index: Variable, body: Operand, low: Operand = 1, high: Operand | None = None
) -> Product:
    """∏ body over an index: over all that it can be, or from `low` to `high`.

    Raises:
        TypeError: The index has no size and no `high` is given.
    """
    return Product(as_node(body), index, as_node(low), _end(index, high))


def _end(index: Variable, high: Operand | None) -> Node:
    if high is not None:
        return as_node(high)
    if index.symbol.size is None:
        raise TypeError(f"{index.symbol.id!r} has no size: say where it ends")
    return size_of(index.symbol.size)


def span(index: Variable) -> tuple[Node, Node] | None:
    """The first and the last value of an index, where its symbol says so."""
    size = index.symbol.size
    return None if size is None else (ONE, size_of(size))


def is_endless(size: Symbol) -> bool:
    """Whether an axis goes on for ever, 0, 1, 2, …"""
    return size.sort is Sort.NATURAL


def in_range(variable: Variable) -> tuple[Relation, ...]:
    """What a symbol's sort says about its value."""
    if variable.symbol.sort is Sort.NATURAL:
        return (variable >= ZERO,)
    if variable.symbol.sort is Sort.COUNT:
        return (variable >= ONE,)
    ends = span(variable)
    return () if ends is None else (variable >= ends[0], variable <= ends[1])


@dataclass(frozen=True)
class Contraction(Node):
    """The kernel's own form of a sum over indices that hang together; nobody writes it."""

    body: Node
    indices: tuple[Variable, ...]
    lows: tuple[Node, ...]
    highs: tuple[Node, ...]


@dataclass(frozen=True)
class Repetition(Node):
    """The kernel's own form of a product over an index; nobody writes it."""

    body: Node
    index: Variable
    low: Node
    high: Node
