"""Equations for every entry of a tensor, put in wherever the tensor stands, under sums as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from nnmath.proof.indexed import Entry, Iterated, Tensor
from nnmath.proof.nodes import (
    Derivative,
    Limit,
    Node,
    Number,
    Relation,
    Variable,
    children,
    walk,
    with_children,
)
from nnmath.proof.statements import ForAll, Hypothesis, Recurrence
from nnmath.proof.substitution import free_places, map_statement, substitute, unused

HALF = Number(Fraction(1, 2))


@dataclass(frozen=True)
class EntryRule:
    """tensor[indices] = value, for all indices."""

    tensor: Tensor
    indices: tuple[Node, ...]
    value: Node

    @property
    def _own_places(self) -> set[Node]:
        """What the value depends on besides the indices."""
        return {place for place in free_places(self.value) if place not in self.indices}

    def into(self, node: Node) -> Node:
        """The node with the rule used once at every entry of the tensor."""
        if isinstance(node, (Limit, Derivative)):
            return node  # beside the point the equation need not hold
        if isinstance(node, Iterated) and node.index in self._own_places:
            index = unused(node.index, (*self._own_places, *free_places(node.body)))
            body = substitute(node.body, {node.index: index})
            node = replace(node, body=body, index=index)
        parts = children(node)
        if isinstance(node, Entry) and node.tensor == self.tensor:
            inner = tuple(map(self.into, node.indices))
            return substitute(self.value, dict(zip(self.indices, inner, strict=True)))
        new = tuple(self.into(part) for part in parts)
        return node if new == parts else with_children(node, new)


def put_in(goal: Relation, known: Iterable[Hypothesis]) -> tuple[Relation, tuple[Hypothesis, ...]]:
    """Goal and hypotheses after every equation that holds for all entries of a tensor."""
    known = tuple(known)
    for rule in tuple(_rules(known)):
        changed = _everywhere(rule.into, goal)
        assert isinstance(changed, Relation)
        goal = changed
        known = tuple(h if _is_own(h, rule) else _everywhere(rule.into, h) for h in known)
    return goal, known


def _rules(known: Iterable[Hypothesis]) -> Iterator[EntryRule]:
    seen: set[Tensor] = set()
    for hypothesis in known:
        rule = _rule(hypothesis)
        if rule is not None and rule.tensor not in seen:
            seen.add(rule.tensor)
            yield rule


def _rule(hypothesis: Hypothesis) -> EntryRule | None:
    """The rule that “for all indices, entry = value” gives; of A_ij = A_ji, one for their mean."""
    bound = []
    while isinstance(hypothesis, ForAll):
        bound.append(hypothesis.variable)
        hypothesis = hypothesis.statement
    if not bound or not isinstance(hypothesis, Relation) or hypothesis.kind != "=":
        return None
    for one, other in ((hypothesis.left, hypothesis.right), (hypothesis.right, hypothesis.left)):
        if not isinstance(one, Entry) or set(one.indices) != set(bound):
            continue
        if len(one.indices) != len(bound) or not _typed(one):
            continue
        if other == Entry(one.tensor, one.indices[::-1]):
            return EntryRule(one.tensor, one.indices, HALF * (one + other))
        if one.tensor not in walk(other):
            return EntryRule(one.tensor, one.indices, other)
    return None


def _typed(entry: Entry) -> bool:
    """Whether the indices take every value of their axes."""
    return all(
        isinstance(index, Variable) and index.symbol.size == size
        for index, size in zip(entry.indices, entry.tensor.symbol.shape, strict=True)
    )


def _is_own(hypothesis: Hypothesis, rule: EntryRule) -> bool:
    own = _rule(hypothesis)
    return own is not None and own.tensor == rule.tensor


def _everywhere(change: Callable[[Node], Node], statement: Hypothesis) -> Hypothesis:
    if isinstance(statement, Recurrence):
        return statement
    return map_statement(statement, change)
