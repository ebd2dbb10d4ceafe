"""Equations for every entry of a tensor, put in wherever the tensor stands, under sums as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Entry, Ranged, Tensor, is_endless
from nnmath.proof.mean_equations import MeanRule, clear_of, mean_rule
from nnmath.proof.nodes import Derivative, Element, Limit, Node, Number, Relation, Variable
from nnmath.proof.statements import And, ForAll, Hypothesis, Recurrence
from nnmath.proof.substitution import binders, free_places, map_statement, substitute
from nnmath.proof.tree import children, walk, with_children
from nnmath.proof.whole_numbers import is_natural

HALF = Number(Fraction(1, 2))


@dataclass(frozen=True)
class EntryRule:
    """tensor[indices] = value, for all indices; of w_{t+1,i}, for all i where t + 1 is `fixed`."""

    tensor: Tensor
    indices: tuple[Node, ...]
    value: Node
    fixed: frozenset[int] = frozenset()

    @property
    def own_places(self) -> set[Node]:
        """What the rule depends on besides the indices that may be any."""
        holes = [index for at, index in enumerate(self.indices) if at not in self.fixed]
        nodes = (self.value, *(self.indices[at] for at in self.fixed))
        return {place for node in nodes for place in free_places(node) if place not in holes}

    @property
    def left(self) -> tuple[Tensor, tuple[tuple[int, Node], ...]]:
        """What the rule speaks of: two that agree in it are about the same entries."""
        return self.tensor, tuple((at, self.indices[at]) for at in sorted(self.fixed))

    def after(self, other: EntryRule) -> EntryRule:
        """The same rule with the other put into its value, unless it would go round."""
        if other.own_places & {*self.indices}:
            return self  # the letter of an index here is a certain number there
        new = replace(self, value=other.into(self.value))
        return self if new.into(new.value) != new.value else new

    def into(self, node: Node) -> Node:
        """The node with the rule used once at every entry of the tensor."""
        if isinstance(node, (Limit, Derivative)):
            return node  # beside the point the equation need not hold
        if isinstance(node, Averaged) and any(map(node.binds, (self.tensor, *self.own_places))):
            return node  # what is averaged over is not the number of that name
        if isinstance(node, Ranged) and node.index in self.own_places:
            node = clear_of(node, self.own_places)
        parts = children(node)
        if isinstance(node, Entry) and node.tensor == self.tensor:
            inner = tuple(map(self.into, node.indices))
            if all(inner[at] == self.indices[at] for at in self.fixed):
                return substitute(self.value, dict(zip(self.indices, inner, strict=True)))
        new = tuple(self.into(part) for part in parts)
        return node if new == parts else with_children(node, new)


def put_in(goal: Relation, known: Iterable[Hypothesis]) -> tuple[Relation, tuple[Hypothesis, ...]]:
    """Goal and hypotheses after every equation that holds for all entries of a tensor."""
    known = tuple(_parts(known))
    for rule in _woven(_rules(known)):
        goal = Relation(rule.into(goal.left), goal.kind, rule.into(goal.right))
        known = tuple(h if _is_own(h, rule) else _everywhere(rule, h) for h in known)
    return goal, known


def _woven(rules: Iterable[EntryRule | MeanRule]) -> list[EntryRule | MeanRule]:
    """The rules with each one's value after all others: x = 2y and y = z give x = 2z."""
    found: list[EntryRule | MeanRule] = []
    for rule in rules:
        for earlier in found:
            rule = _after(rule, earlier)
        found = [*(_after(each, rule) for each in found), rule]
    return found


def _after(rule: EntryRule | MeanRule, other: EntryRule | MeanRule) -> EntryRule | MeanRule:
    both = isinstance(rule, EntryRule) and isinstance(other, EntryRule)
    return rule.after(other) if both else rule  # type: ignore[union-attr, arg-type]


def _parts(known: Iterable[Hypothesis]) -> Iterator[Hypothesis]:
    """What is known, conjunctions taken apart."""
    for hypothesis in known:
        if isinstance(hypothesis, And):
            yield from _parts(hypothesis.parts)
        else:
            yield hypothesis


def _rules(known: Iterable[Hypothesis]) -> Iterator[EntryRule | MeanRule]:
    seen = set[object]()
    for hypothesis in known:
        rule = _rule(hypothesis)
        if rule is not None and rule.left not in seen:
            seen.add(rule.left)
            yield rule


def _rule(hypothesis: Hypothesis) -> EntryRule | MeanRule | None:
    return _entry_rule(hypothesis) or mean_rule(hypothesis)


def _entry_rule(hypothesis: Hypothesis) -> EntryRule | None:
    """The rule that “for all indices, entry = value” gives; of A_ij = A_ji, one for their mean."""
    bound = []
    while isinstance(hypothesis, ForAll):
        bound.append(hypothesis.variable)
        hypothesis = hypothesis.statement
    if not bound or not isinstance(hypothesis, Relation) or hypothesis.kind != "=":
        return None
    for one, other in ((hypothesis.left, hypothesis.right), (hypothesis.right, hypothesis.left)):
        fixed = _fixed(one, bound) if isinstance(one, Entry) else None
        if fixed is None or (is_natural(one) and not is_natural(other)):
            continue
        assert isinstance(one, Entry)
        if other == Entry(one.tensor, one.indices[::-1]) and not fixed:
            return EntryRule(one.tensor, one.indices, HALF * (one + other))
        rule = EntryRule(one.tensor, one.indices, other, fixed)
        if one.tensor not in walk(other) or (fixed and rule.into(other) == other):
            return rule
    return None


def _fixed(entry: Entry, bound: list[Variable | Element]) -> frozenset[int] | None:
    """The places of the indices that no “for all” binds, each along an axis without end; None where
    the others do not take every value of their axes."""
    fixed = set[int]()
    for at, (index, size) in enumerate(zip(entry.indices, entry.tensor.symbol.shape, strict=True)):
        if is_endless(size) and not set(bound) & set(free_places(index)):
            fixed.add(at)
        elif not isinstance(index, Variable) or index not in bound or index.symbol.size != size:
            return None
    holes = [index for at, index in enumerate(entry.indices) if at not in fixed]
    # A_jj is no entry but those of the diagonal, whatever else is bound
    each_once = len(holes) == len(bound) == len({*holes}) and {*holes} == {*bound}
    return frozenset(fixed) if each_once else None


def is_put_in(hypothesis: Hypothesis) -> bool:
    """Whether it is an equation that `put_in` uses."""
    return _rule(hypothesis) is not None


def _is_own(hypothesis: Hypothesis, rule: EntryRule | MeanRule) -> bool:
    own = _rule(hypothesis)
    return own is not None and own.left == rule.left


def _everywhere(rule: EntryRule | MeanRule, statement: Hypothesis) -> Hypothesis:
    # “For all j” speaks of another j than the one that the rule depends on
    if isinstance(statement, Recurrence) or rule.own_places & set(binders(statement)):
        return statement
    return map_statement(statement, rule.into)
