"""Where an index begins and ends: sums are taken apart until their ends are in one form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.indexed import ONE, ZERO, Iterated, Sum, span
from nnmath.proof.nodes import (
    Add,
    Multiply,
    Negate,
    Node,
    Number,
    Variable,
    as_node,
    terms,
)
from nnmath.proof.substitution import substitute
from nnmath.proof.whole_numbers import is_count, is_natural

MOST_TERMS = 16


@dataclass(frozen=True)
class Range:
    """An index with its first and its last value."""

    index: Variable
    low: Node
    high: Node

    @property
    def count(self) -> Node:
        """How many values there are."""
        return self.high if self.low == ONE else self.high - self.low + ONE

    @property
    def size(self) -> Symbol | None:
        """The count that it runs to, where it begins at 1."""
        counted = self.low == ONE and isinstance(self.high, Variable)
        return self.high.symbol if counted and self.high.symbol.sort.is_whole else None  # type: ignore[attr-defined]

    @property
    def sort(self) -> Sort:
        """What its values surely are: not natural all, where it begins below 0."""
        if self.size is not None:
            return Sort.INDEX
        return Sort.NATURAL if is_natural(self.low) else Sort.REAL

    @property
    def is_surely_some(self) -> bool:
        """Whether there surely is a value."""
        return self.low == ONE and is_count(self.high)

    def sum(self, body: Node) -> Sum:
        """Σ body over the range."""
        return Sum(body, self.index, self.low, self.high)


def same_range(over: Range, other: Node, ranges: Iterable[Range]) -> bool:
    """Whether what an index is compared with surely takes values of its range only."""
    if not isinstance(other, Variable):
        return False
    for each in ranges:
        if each.index == other:
            return (each.low, each.high) == (over.low, over.high)
    return span(other) == (over.low, over.high)


def ends_apart(node: Iterated) -> Node | None:
    """The sum (product) over other ends, with single terms beside it; None where they are in form.

    Σ_{i=0}^{n} f = f(0) + Σ_{i=1}^{n} f, Σ_{i=1}^{n+1} f = Σ_{i=1}^{n} f + f(n + 1), and few
    numbers are written out. Every term set beside is one of the sum's own, for n = 0, 1, 2, …
    """
    low, high = _number(node.low), _number(node.high)
    if low is not None and high is not None and high - low < MOST_TERMS:
        values = [as_node(low + step) for step in range(high - low + 1)]
        return _joined(node, [_at(node, value) for value in values])
    base, step = _base_and_step(node.high)
    if low not in (0, 1) or not is_natural(base):
        return None
    if low == 0 and step >= 0:
        return _joined(node, [_at(node, ZERO), _over(node, ONE, node.high)])
    if low == 1 and 0 < step <= MOST_TERMS:
        added = [_at(node, base + as_node(k)) for k in range(1, step + 1)]
        return _joined(node, [_over(node, ONE, base), *added])
    return None


def _at(node: Iterated, value: Node) -> Node:
    return substitute(node.body, {node.index: value})


def _over(node: Iterated, low: Node, high: Node) -> Node:
    return type(node)(node.body, node.index, low, high)


def _joined(node: Iterated, parts: list[Node]) -> Node:
    if len(parts) < 2:
        return parts[0] if parts else (ZERO if isinstance(node, Sum) else ONE)
    return Add(tuple(parts)) if isinstance(node, Sum) else Multiply(tuple(parts))


def _number(node: Node) -> int | None:
    whole = isinstance(node, Number) and node.value.denominator == 1
    return int(node.value) if whole else None  # type: ignore[attr-defined]


def _base_and_step(end: Node) -> tuple[Node, int]:
    """An end as something and a whole number."""
    parts = terms(end)
    step = sum(filter(None, map(_signed, parts)))
    rest = tuple(part for part in parts if _signed(part) is None)
    if not rest:
        return ZERO, step
    return (rest[0] if len(rest) == 1 else Add(rest)), step


def _signed(node: Node) -> int | None:
    if isinstance(node, Negate):
        value = _number(node.operand)
        return None if value is None else -value
    return _number(node)
