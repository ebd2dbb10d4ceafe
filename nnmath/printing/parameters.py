"""What must be handed to a program that computes an expression."""

from __future__ import annotations

from collections.abc import Iterator

from nnmath.printing.names import Parameter
from nnmath.proof.indexed import Iterated, Tensor, is_endless
from nnmath.proof.nodes import Element, Node, Variable
from nnmath.proof.statements import Statement
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import children


def parameters(thing: Node | Statement) -> tuple[Parameter, ...]:
    """The arguments of the function that computes an expression or a condition.

    Arrays bring their sizes with them. The t of a member W_t is no argument where it stands in
    indices of sequences alone.
    """
    nodes = (thing,) if isinstance(thing, Node) else tuple(expressions(thing))
    found = dict.fromkeys(place for node in nodes for place in _needed(node))
    sizes = {size for p in found if isinstance(p, Tensor) for size in p.symbol.shape}
    brought = {Variable(size) for size in sizes if not is_endless(size)}
    return tuple(place for place in found if place not in brought)


def _needed(node: Node) -> Iterator[Parameter]:
    match node:
        case Variable() | Element() | Tensor():
            yield node
        case Iterated(body, index, low, high):
            yield from (place for place in _needed(body) if place != index)
            yield from (*_needed(low), *_needed(high))
        case _:
            for child in children(node):
                yield from _needed(child)
