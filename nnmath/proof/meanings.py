"""What functions and tensors mean: definitions, opened where somebody has to compute with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Apply, Derivative, Function, Node, Variable
from nnmath.proof.substitution import substitute
from nnmath.proof.tree import children, with_children

Defined: TypeAlias = Function | Tensor


@dataclass(frozen=True)
class Meaning:
    """The body of an opened definition: f(parameter) = body, or x_i = body."""

    parameters: tuple[Variable, ...]
    body: Node

    def at(self, arguments: tuple[Node, ...]) -> Node:
        """The body at these arguments or indices."""
        return _at(self.parameters, self.body, arguments)


@lru_cache(maxsize=4096)
def _at(parameters: tuple[Variable, ...], body: Node, arguments: tuple[Node, ...]) -> Node:
    return substitute(body, dict(zip(parameters, arguments, strict=True)))


def opened(defined: Defined, meanings: Mapping[Defined, Meaning]) -> Meaning | None:
    """The meaning of what is defined; of a function with primes, derived from its definition.

    A derived function of which only the limit is known stays closed: f′ presumes that f has one.
    """
    if isinstance(defined, Tensor) or not defined.primes:
        return meanings.get(defined)
    meaning = opened(_lower(defined), meanings)
    if meaning is None:
        return None
    try:
        return replace(meaning, body=differentiate(meaning.body, meaning.parameters[0]))
    except NotDifferentiable:
        return None


def open_functions(
    node: Node, meanings: Mapping[Defined, Meaning], *, derived: bool = True
) -> Node:
    """Replace every function and entry that has a meaning by its body, everywhere and down to the
    ground; functions with primes only where `derived` ones are wanted."""
    if isinstance(node, Derivative) and isinstance(node.variable, Entry):
        # By h itself, which is then a variable and not what its definition says
        others = {key: each for key, each in meanings.items() if key != node.variable.tensor}
        return Derivative(open_functions(node.body, others, derived=derived), node.variable)
    if isinstance(node, Averaged):
        # Likewise what is averaged over
        meanings = {key: each for key, each in meanings.items() if key.symbol not in node.over}
    parts = children(node)
    new = tuple(open_functions(part, meanings, derived=derived) for part in parts)
    node = node if new == parts else with_children(node, new)
    match node:
        case Entry(defined, arguments):
            meaning = opened(defined, meanings)
        case Apply(defined, arguments) if not defined.elementary:
            meaning = opened(defined, meanings) if derived or not defined.primes else None
        case _:
            meaning = None
    if meaning is None:
        return node
    below = {**meanings}
    below.pop(defined, None)
    body = open_functions(meaning.body, below, derived=derived)
    return replace(meaning, body=body).at(arguments)


def _lower(function: Function) -> Function:
    return replace(function, primes=function.primes - 1)
