"""What a function means: its definition, opened where somebody has to compute with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.nodes import Apply, Function, Node, Variable, children, with_children
from nnmath.proof.substitution import substitute


@dataclass(frozen=True)
class Meaning:
    """The body of an opened definition: function(parameter) = body."""

    parameter: Variable
    body: Node


def opened(function: Function, meanings: Mapping[Function, Meaning]) -> Meaning | None:
    """The meaning of a function, derived from its definition where it carries primes."""
    if function in meanings:
        return meanings[function]
    if not function.primes:
        return None
    lower = replace(function, primes=function.primes - 1)
    meaning = opened(lower, meanings)
    if meaning is None:
        return None
    try:
        return Meaning(meaning.parameter, differentiate(meaning.body, meaning.parameter))
    except NotDifferentiable:
        return None


def open_functions(node: Node, meanings: Mapping[Function, Meaning]) -> Node:
    """Replace every function that has a meaning by its body, everywhere."""
    parts = tuple(open_functions(part, meanings) for part in children(node))
    if parts:
        node = with_children(node, parts)
    if isinstance(node, Apply) and not node.function.elementary:
        meaning = opened(node.function, meanings)
        if meaning is not None:
            return substitute(meaning.body, {meaning.parameter: node.arguments[0]})
    return node
