"""What a function means: its definition, opened where somebody has to compute with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.nodes import Apply, Function, Node, Variable, children, walk, with_children
from nnmath.proof.substitution import substitute


@dataclass(frozen=True)
class Meaning:
    """The body of an opened definition: function(parameter) = body."""

    parameter: Variable
    body: Node


def opened(function: Function, meanings: Mapping[Function, Meaning]) -> Meaning | None:
    """The meaning of a function, derived from its definition where it carries primes.

    A derived function of which only the limit is known stays closed: f′ presumes that f has one.
    """
    if not function.primes:
        return meanings.get(function)
    meaning = opened(_lower(function), meanings)
    if meaning is None:
        return None
    try:
        return Meaning(meaning.parameter, differentiate(meaning.body, meaning.parameter))
    except NotDifferentiable:
        return None


def open_functions(node: Node, meanings: Mapping[Function, Meaning]) -> Node:
    """Replace every function that has a meaning by its body, everywhere and down to the ground."""
    parts = tuple(open_functions(part, meanings) for part in children(node))
    if parts:
        node = with_children(node, parts)
    if isinstance(node, Apply) and not node.function.elementary:
        meaning = opened(node.function, meanings)
        if meaning is not None:
            below = {key: each for key, each in meanings.items() if key != node.function}
            body = open_functions(meaning.body, below)
            return substitute(body, {meaning.parameter: node.arguments[0]})
    return node


def has_no_slope(node: Node, meanings: Mapping[Function, Meaning]) -> bool:
    """Whether it asks for the derivative of an opened function that may not have one."""
    return any(
        isinstance(part, Apply)
        and part.function.primes > 0
        and replace(part.function, primes=0) in meanings
        for part in walk(node)
    )


def _lower(function: Function) -> Function:
    return replace(function, primes=function.primes - 1)
