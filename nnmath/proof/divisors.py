"""Divisors that stay the same while the index of a sum runs: Σ u_k/d = (Σ u_k)/d where d ≠ 0.

A sum's form alone does not pull them out: where there is no term, Σ 1/n is 0 and needs no n ≠ 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import reduce
from operator import mul

from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Contraction, Ranged, Repetition, Sum
from nnmath.proof.nodes import (
    Add,
    Derivative,
    Divide,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Variable,
)
from nnmath.proof.substitution import bound_in, free_places
from nnmath.proof.tree import children, walk, with_children

# What is known of a number says nothing of one of that name which they bind
BINDERS = (Limit, Derivative, Averaged, Contraction, Repetition)


def before_sums(relation: Relation, nonzero: Callable[[Node], bool]) -> Relation:
    """The comparison with such divisors before their sums.

    Args:
        relation: A comparison.
        nonzero: Whether a divisor is surely not 0.
    """
    sides = (_before(side, nonzero, ()) for side in (relation.left, relation.right))
    return Relation(next(sides), relation.kind, next(sides))


def _before(node: Node, nonzero: Callable[[Node], bool], bound: tuple[Variable, ...]) -> Node:
    if isinstance(node, BINDERS):
        return node
    inside = (*bound, node.index) if isinstance(node, Ranged) else bound
    parts = children(node)
    new = tuple(_before(part, nonzero, inside) for part in parts)
    node = node if new == parts else with_children(node, new)
    if not isinstance(node, Sum):
        return node
    found = [each for each in _divisors(node, inside) if nonzero(each)]
    if not found:
        return node
    whole = reduce(mul, found)
    return replace(node, body=node.body * whole) / whole


def _divisors(node: Sum, bound: Iterable[Variable]) -> Iterator[Node]:
    """What the terms are divided by whatever the index, and what has a value at any point."""
    taken = {*(each.symbol for each in bound), *bound_in(node.body)}
    for divisor in dict.fromkeys(map(_divisor, walk(node.body))):
        if divisor is not None and _is_total(divisor):
            symbols = (getattr(place, "symbol", None) for place in free_places(divisor))
            if not isinstance(divisor, Number) and taken.isdisjoint(symbols):
                yield divisor


def _divisor(node: Node) -> Node | None:
    match node:
        case Divide(_, bottom):
            return bottom
        case Power(base, Number(value)) if value.denominator == 1 and value < 0:
            return base if value == -1 else Power(base, Number(-value))
    return None


def _is_total(node: Node) -> bool:
    """Whether the form alone shows a value: where there is no term, nobody asks."""
    match node:
        case Number() | Variable():
            return True
        case Add() | Multiply() | Negate():
            return all(map(_is_total, children(node)))
        case Power(base, Number(value)) if value.denominator == 1 and value >= 0:
            return _is_total(base)
    return False
