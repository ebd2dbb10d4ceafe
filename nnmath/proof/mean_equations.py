"""Equations for means, put in wherever these stand, under sums as well."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnmath.proof.expectations import Averaged
from nnmath.proof.fields import in_form
from nnmath.proof.indexed import Entry, Ranged
from nnmath.proof.matching import match
from nnmath.proof.nodes import Derivative, Element, Limit, Node, Relation, Variable
from nnmath.proof.statements import ForAll, Hypothesis
from nnmath.proof.substitution import free_places, substitute, unused
from nnmath.proof.tree import children, walk, with_children


@dataclass(frozen=True)
class MeanRule:
    """A mean at any indices = value.

    Args:
        mean: In its form.
        indices: Those that may be any.
        value: What the mean is.
    """

    mean: Node
    indices: tuple[Variable, ...]
    value: Node

    @property
    def own_places(self) -> set[Node]:
        """What the rule depends on besides the indices that may be any."""
        places = (*free_places(self.value), *free_places(self.mean))
        return {place for place in places if place not in self.indices}

    @property
    def left(self) -> Node:
        """What the rule speaks of."""
        return self.mean

    def into(self, node: Node) -> Node:
        """The node with the rule used once wherever the mean stands."""
        if isinstance(node, (Limit, Derivative)):
            return node  # beside the point the equation need not hold
        if isinstance(node, Averaged):
            found = match(self.mean, in_form(node), frozenset(self.indices))
            if found is not None:
                return substitute(self.value, found)
            if any(map(node.binds, self.own_places)):
                return node  # what is averaged over is not the number of that name
        if isinstance(node, Ranged) and node.index in self.own_places:
            node = clear_of(node, self.own_places)
        parts = children(node)
        new = tuple(self.into(part) for part in parts)
        return node if new == parts else with_children(node, new)


def clear_of(node: Ranged, places: set[Node]) -> Ranged:
    """The same over an index that is none of the places."""
    index = unused(node.index, (*places, *free_places(node.body)))
    return replace(node, body=substitute(node.body, {node.index: index}), index=index)


def mean_rule(hypothesis: Hypothesis) -> MeanRule | None:
    """The rule that “for all indices, mean = value” gives, where each index stands only where its
    own values can."""
    bound: list[Variable | Element] = []
    while isinstance(hypothesis, ForAll):
        bound.append(hypothesis.variable)
        hypothesis = hypothesis.statement
    match hypothesis:
        case Relation(Averaged() as mean, "=", value):
            indices = tuple(index for index in bound if isinstance(index, Variable))
            if len(indices) == len(bound) and all(_is_typed(index, mean) for index in indices):
                return MeanRule(in_form(mean), indices, value)
    return None


def _is_typed(index: Variable, mean: Averaged) -> bool:
    """Whether it runs along an axis of its own size."""
    entries = (part for part in walk(mean) if isinstance(part, Entry))
    return any(
        pair == (index, index.symbol.size)
        for each in entries
        for pair in zip(each.indices, each.tensor.symbol.shape, strict=True)
    )
