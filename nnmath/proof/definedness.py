"""What must hold so that an expression has a value: asked before anything is normalised.

Zeros of the normal form do not see it: (k² − 1)/(k − 1) = k + 1 is no identity on ℝ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.nodes import (
    LOG,
    SQRT,
    Add,
    Apply,
    Derivative,
    Divide,
    Element,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Variable,
    as_node,
    children,
    is_natural,
    walk,
)
from nnmath.proof.statements import unequal

# A comparison that must hold, or a limit that must exist
Condition: TypeAlias = Relation | Limit

ZERO = as_node(0)
HALF = Fraction(1, 2)
NEVER = unequal(0, 0)


def obligations(node: Node) -> Iterator[tuple[Condition, tuple[Relation, ...]]]:
    """Conditions for `node` to be defined, each with what may be assumed for it."""
    if isinstance(node, Limit):
        yield from obligations(node.point)
        yield node, ()
        return
    if isinstance(node, Derivative):
        yield from obligations(node.body)
        try:
            yield from obligations(differentiate(node.body, node.variable))
        except NotDifferentiable:
            yield NEVER, ()
        return
    for child in children(node):
        yield from obligations(child)
    yield from ((condition, ()) for condition in _own_conditions(node))


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
        case Element(_, index) if not is_natural(index):
            yield index >= ZERO if _is_integer(index) else NEVER


def _power_conditions(base: Node, exponent: Node) -> Iterator[Relation]:
    if is_natural(exponent):
        return
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        yield unequal(base, ZERO)
    elif isinstance(exponent, Number) and exponent.value == HALF:
        yield base >= ZERO
    else:
        # r^(t − 1) too: where its exponent is negative, r = 0 has no value
        yield base > ZERO if not _is_integer(exponent) else unequal(base, ZERO)


def _is_integer(node: Node) -> bool:
    """Whether the value is surely an integer by the form alone."""
    if isinstance(node, (Add, Multiply, Negate)):
        return all(_is_integer(child) for child in children(node))
    if isinstance(node, Number):
        return node.value.denominator == 1
    return is_natural(node)


def renamed(variable: Variable, binder: Node) -> Variable:
    """A symbol that looks the same and that nobody else has: what is known of h says nothing about
    the h that a limit binds, nor does what a limit around it says about its own."""
    size = sum(1 for _ in walk(binder))
    return Variable(replace(variable.symbol, id=f"{variable.symbol.id}, bound in {size}"))
