"""The chain rule over named quantities: ∂E/∂w = Σ_j ∂E/∂h_j · ∂h_j/∂w, where w acts through h."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from nnmath.notation.text import Text
from nnmath.proof.citing import NotLicensed
from nnmath.proof.indexed import Entry, Tensor, total
from nnmath.proof.matrices import index_of
from nnmath.proof.nodes import Add, Derivative, Node, Variable
from nnmath.proof.rule import Library, Rule
from nnmath.proof.setting import Setting
from nnmath.proof.substitution import free_places
from nnmath.proof.tree import children, walk, with_children


def chain(*through: Tensor) -> Rule:
    """Differentiate by way of named quantities, through which alone the variable acts.

    Args:
        through: The quantities; none is computed from another.
    """

    def opening(node: Node, setting: Setting, library: Library) -> Node:
        return _opened(node, through)

    def fits(before: Node, after: Node) -> bool:
        return any(_is_by(part, through) for side in (before, after) for part in walk(side))

    return Rule("chain", Text(ja="連鎖律", en="chain rule"), opening, fits=fits)


def _is_by(node: Node, through: tuple[Tensor, ...]) -> bool:
    """Whether it is a derivative by one of the quantities."""
    by = node.variable if isinstance(node, Derivative) else None
    return isinstance(by, Entry) and by.tensor in through


def _opened(node: Node, through: tuple[Tensor, ...]) -> Node:
    parts = children(node)
    new = tuple(_opened(part, through) for part in parts)
    node = node if new == parts else with_children(node, new)
    if not isinstance(node, Derivative) or _is_by(node, through) or _is_of(node, through):
        return node
    place = node.variable.tensor if isinstance(node.variable, Entry) else node.variable
    if place not in set(free_places(node.body)):
        return node
    if place in set(free_places(_still(node.body, through))):
        raise NotLicensed("the variable acts on the expression in another way too")
    if any(b in _sources(a) or a in _sources(b) for a, b in combinations(through, 2)):
        raise NotLicensed("one of the quantities is computed from another")
    terms = tuple(_by_way_of(each, node) for each in through)
    return terms[0] if len(terms) == 1 else Add(terms)


def _is_of(node: Derivative, through: tuple[Tensor, ...]) -> bool:
    """Whether it is the derivative of an entry of a quantity itself: the rule's other factor."""
    return isinstance(node.body, Entry) and node.body.tensor in through


def _sources(tensor: Tensor | Variable) -> set[Node]:
    """A quantity and all that it is computed from."""
    return {place for place in free_places(tensor)}


def _still(node: Node, through: tuple[Tensor, ...]) -> Node:
    """The expression with the quantities as variables of their own."""
    if isinstance(node, Tensor):
        if node in through:
            return Tensor(node.symbol)
        return replace(node, sources=tuple(_still(each, through) for each in node.sources))  # type: ignore[misc]
    parts = children(node)
    return with_children(node, tuple(_still(part, through) for part in parts)) if parts else node


def _by_way_of(tensor: Tensor, derivative: Derivative) -> Node:
    indices: tuple[Variable, ...] = ()
    for size in tensor.symbol.shape:
        indices = (*indices, index_of(size, (derivative, *indices)))
    here = Entry(tensor, indices)
    node: Node = Derivative(derivative.body, here) * Derivative(here, derivative.variable)
    for index in reversed(indices):
        node = total(index, node)
    return node
