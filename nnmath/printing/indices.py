"""Indices as programs count them: from 0, and up to but without the end."""

from __future__ import annotations

from fractions import Fraction

from nnmath.proof.indexed import Entry, is_endless
from nnmath.proof.nodes import Add, Negate, Node, Number, as_node, terms


def shifted(node: Node, by: int) -> Node:
    """node + by, with the numerals added up.

    >>> from nnmath.notation.symbols import ITERATION
    >>> from nnmath.proof.nodes import Variable
    >>> t = Variable(ITERATION)
    >>> shifted(t + 1, -1) == t, shifted(t, -1) == t - 1, shifted(as_node(1), -1) == as_node(0)
    (True, True, True)
    """
    total, rest = Fraction(by), list[Node]()
    for term in terms(node):
        match term:
            case Number(value):
                total += value
            case Negate(Number(value)):
                total -= value
            case _:
                rest.append(term)
    if not rest:
        return as_node(total)
    if total:
        rest.append(as_node(total) if total > 0 else Negate(as_node(-total)))
    return Add(tuple(rest)) if len(rest) > 1 else rest[0]


def places(node: Entry) -> tuple[Node, ...]:
    """An entry's indices from 0 on; along an axis without end they begin at 0 anyway."""
    axes = zip(node.indices, node.tensor.symbol.shape, strict=True)
    return tuple(shifted(index, 0 if is_endless(size) else -1) for index, size in axes)
