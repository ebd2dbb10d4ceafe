"""Which comparisons hypotheses give for a goal: “for every index” is read at the goal's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from nnmath.notation.symbol import Symbol
from nnmath.proof.indexed import Entry, Iterated, Sum, Tensor, span
from nnmath.proof.nodes import Element, Node, Relation, Variable, children, walk
from nnmath.proof.statements import ForAll, Hypothesis, comparisons
from nnmath.proof.substitution import expressions, free_in, substitute, substitute_in


def relevant(known: Iterable[Hypothesis], goal: Relation | None = None) -> tuple[Relation, ...]:
    """The plain comparisons among what is known, and instances at every index that occurs.

    Args:
        known: Hypotheses and facts.
        goal: What is asked, if anything.
    """
    known = tuple(known)
    plain = tuple(comparisons(known))
    spoken_of = plain if goal is None else (goal, *plain)
    places = dict.fromkeys(place for each in spoken_of for place in free_in(each))
    indices = [p for p in places if isinstance(p, Variable) and p.symbol.size is not None]
    if not indices:
        return plain
    found = (each for h in known for each in comparisons(_instances(h, indices)))
    return tuple(dict.fromkeys((*plain, *found)))


def _instances(hypothesis: Hypothesis, indices: list[Variable]) -> Iterator[Hypothesis]:
    if not isinstance(hypothesis, ForAll):
        yield hypothesis
        return
    variable = hypothesis.variable
    if isinstance(variable, Variable) and variable.symbol.size is not None:
        for index in indices:
            if index.symbol.size == variable.symbol.size:
                here = substitute_in(hypothesis.statement, {variable: index})
                yield from _instances(here, indices)


def terms_at(node: Sum, relations: Iterable[Relation]) -> Iterator[Node]:
    """The terms of a sum at the indices that the comparisons speak of."""
    for place in dict.fromkeys(place for each in relations for place in free_in(each)):
        if isinstance(place, Variable) and span(place) == (node.low, node.high):
            yield substitute(node.body, {node.index: place})


def speaks_of_sums(statement: Hypothesis) -> bool:
    """Whether a sum or a product stands in the statement."""
    nodes = (part for node in expressions(statement) for part in walk(node))
    return any(isinstance(part, Iterated) for part in nodes)


def iterated(relation: Relation) -> Iterator[Iterated]:
    """The outermost sums and products of a comparison."""
    for node in expressions(relation):
        yield from _outermost(node)


def _outermost(node: Node) -> Iterator[Iterated]:
    if isinstance(node, Iterated):
        yield node
        return
    for child in children(node):
        yield from _outermost(child)


def related(known: Iterable[Relation], node: Node) -> tuple[Relation, ...]:
    """What is known of the quantities in an expression, and of those that they are compared with;
    the rest would hardly do more than cost time."""
    facts = [(each, quantities(each.left, each.right)) for each in known]
    near = quantities(node)
    for _ in range(2):
        near = near.union(*(own for _, own in facts if own & near))
    return tuple(each for each, own in facts if own <= near)


@lru_cache(maxsize=4096)
def quantities(*nodes: Node) -> frozenset[Node | Symbol]:
    """What has a value of its own; of an entry or a member, the whole that it is one of."""
    found: set[Node | Symbol] = set()
    for node in nodes:
        match node:
            case Entry(tensor):
                found.update(quantities(tensor))
            case Tensor(_, sources):
                found.update({node}, *map(quantities, sources))
            case Element(sequence):
                found.add(sequence)
            case Variable():
                found.add(node)
            case _:
                found.update(*(quantities(child) for child in children(node)))
    return frozenset(found)
