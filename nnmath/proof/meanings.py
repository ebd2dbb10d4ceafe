"""What functions and tensors mean: definitions, opened where somebody has to compute with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Apply, Derivative, Function, Node, Variable, children, with_children
from nnmath.proof.substitution import substitute

Defined: TypeAlias = Function | Tensor


@dataclass(frozen=True)
class Meaning:
    """The body of an opened definition: f(parameter) = body, or x_i = body."""

    parameters: tuple[Variable, ...]
    body: Node

    def at(self, arguments: tuple[Node, ...]) -> Node:
        """The body at these arguments or indices."""
        return substitute(self.body, dict(zip(self.parameters, arguments, strict=True)))


def opened(defined: Defined, meanings: Mapping[Defined, Meaning]) -> Meaning | None:
    """The meaning of what is defined; of a function with primes, derived from its definition."""
    if defined in meanings:
        return meanings[defined]
    if isinstance(defined, Tensor) or not defined.primes:
        return None
    lower = replace(defined, primes=defined.primes - 1)
    meaning = opened(lower, meanings)
    if meaning is None:
        return None
    try:
        return replace(meaning, body=differentiate(meaning.body, meaning.parameters[0]))
    except NotDifferentiable:
        return None


def open_functions(node: Node, meanings: Mapping[Defined, Meaning]) -> Node:
    """Replace every function and every entry that has a meaning by its body, everywhere."""
    if isinstance(node, Derivative) and isinstance(node.variable, Entry):
        # By h itself, which is then a variable and not what its definition says
        others = {key: each for key, each in meanings.items() if key != node.variable.tensor}
        return Derivative(open_functions(node.body, others), node.variable)
    parts = tuple(open_functions(part, meanings) for part in children(node))
    if parts:
        node = with_children(node, parts)
    if isinstance(node, Entry):
        meaning = opened(node.tensor, meanings)
        return node if meaning is None else open_functions(meaning.at(node.indices), meanings)
    if isinstance(node, Apply) and not node.function.elementary:
        meaning = opened(node.function, meanings)
        if meaning is not None:
            return meaning.at(node.arguments)
    return node
