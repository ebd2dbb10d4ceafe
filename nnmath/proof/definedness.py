"""What must hold so that an expression has a value: asked before anything is normalised.

Zeros of the normal form do not see it: (k² − 1)/(k − 1) = k + 1 is no identity on ℝ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from nnmath.proof.differentiation import HiddenDependence, NotDifferentiable, differentiate
from nnmath.proof.indexed import ONE, ZERO, Entry, Iterated
from nnmath.proof.nodes import (
    LOG,
    SQRT,
    Apply,
    Derivative,
    Divide,
    Element,
    Limit,
    Node,
    Number,
    Power,
    Relation,
    Variable,
    children,
    walk,
)
from nnmath.proof.statements import unequal
from nnmath.proof.substitution import substitute
from nnmath.proof.whole_numbers import is_integer, is_natural

# A comparison that must hold, or a limit that must exist
Condition: TypeAlias = Relation | Limit

HALF = Fraction(1, 2)
NEVER = unequal(0, 0)


def obligations(node: Node) -> Iterator[tuple[Condition, tuple[Relation, ...]]]:
    """Conditions for `node` to be defined, each with what may be assumed for it."""
    if isinstance(node, Limit):
        yield from obligations(node.point)
        yield node, ()
        return
    if isinstance(node, Iterated):
        yield from _of_terms(node)
        return
    if isinstance(node, Derivative):
        yield from obligations(node.body)
        try:
            yield from obligations(differentiate(node.body, node.variable))
        except HiddenDependence:
            return  # a quantity of which no more is said than that it changes smoothly
        except NotDifferentiable:
            yield NEVER, ()
        return
    for child in children(node):
        yield from obligations(child)
    yield from ((condition, ()) for condition in _own_conditions(node))


def _of_terms(node: Iterated) -> Iterator[tuple[Condition, tuple[Relation, ...]]]:
    """Every term has a value, and so have the ends, which leave no gap: high ≥ low − 1."""
    yield from obligations(node.low)
    yield from obligations(node.high)
    if not (is_integer(node.low) and is_integer(node.high)):
        yield NEVER, ()
    if node.low not in (ZERO, ONE) or not is_natural(node.high):
        yield node.high >= node.low - ONE, ()
    inside = renamed(node.index, node)
    there = (inside >= node.low, inside <= node.high)
    for condition, assumed in obligations(substitute(node.body, {node.index: inside})):
        yield condition, (*there, *assumed)


def _of_indices(node: Entry) -> Iterator[Relation]:
    """Each index is one of its axis."""
    for index, size in zip(node.indices, node.tensor.symbol.shape, strict=True):
        if isinstance(index, Variable) and index.symbol.size == size:
            continue
        if not is_integer(index):
            yield NEVER
        yield index >= ONE
        yield index <= Variable(size)


def _own_conditions(node: Node) -> Iterator[Relation]:
    match node:
        case Divide(_, bottom):
            yield unequal(bottom, ZERO)
        case Apply(function, (argument,)) if function == LOG:
            yield argument > ZERO
        case Apply(function, (argument,)) if function == SQRT:
            yield argument >= ZERO
        case Power(base, exponent):
            yield from _power_conditions(base, exponent)
        case Entry():
            yield from _of_indices(node)
        case Element(_, index) if not is_natural(index):
            yield index >= ZERO if is_integer(index) else NEVER


def _power_conditions(base: Node, exponent: Node) -> Iterator[Relation]:
    if is_natural(exponent):
        return
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        yield unequal(base, ZERO)
    elif isinstance(exponent, Number) and exponent.value == HALF:
        yield base >= ZERO
    else:
        # r^(t − 1) too: where its exponent is negative, r = 0 has no value
        yield base > ZERO if not is_integer(exponent) else unequal(base, ZERO)


def renamed(variable: Variable, binder: Node) -> Variable:
    """A symbol that looks the same and that nobody else has: what is known of h says nothing about
    the h that a limit binds, nor does what a limit around it says about its own."""
    size = sum(1 for _ in walk(binder))
    return Variable(replace(variable.symbol, id=f"{variable.symbol.id}, bound in {size}"))
