"""Which comparisons hypotheses give for a goal: “for every index” is read at the goal's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import TypeGuard

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.indexed import Entry, Iterated, Sum, Tensor, span
from nnmath.proof.nodes import Element, Node, Number, Relation, Variable
from nnmath.proof.statements import ForAll, Hypothesis, Recurrence, comparisons
from nnmath.proof.substitution import expressions, free_in, substitute, substitute_in
from nnmath.proof.tree import children, walk


def relevant(known: Iterable[Hypothesis], goal: Relation | None = None) -> tuple[Relation, ...]:
    """The plain comparisons among what is known, and instances at every index that occurs.

    Args:
        known: Hypotheses and facts.
        goal: What is asked, if anything.
    """
    known = tuple(known)
    plain = tuple(comparisons(known))
    spoken_of = plain if goal is None else (goal, *plain)
    indices: dict[Symbol, list[Node]] = {}
    for size, index in dict.fromkeys(_indices(spoken_of, plain)):
        indices.setdefault(size, []).append(index)
    if not indices:
        return plain
    found = (each for h in known for each in comparisons(_instances(h, indices)))
    return tuple(dict.fromkeys((*plain, *found)))


def _indices(
    spoken_of: Iterable[Relation], plain: tuple[Relation, ...]
) -> Iterator[tuple[Symbol, Node]]:
    """The indices that occur, each with its size; a number is one where the size is known to reach
    it."""
    for relation in spoken_of:
        for place in free_in(relation):
            if isinstance(place, Variable) and place.symbol.size is not None:
                yield place.symbol.size, place
        for node in (part for side in expressions(relation) for part in walk(side)):
            if isinstance(node, Entry):
                for size, index in zip(node.tensor.symbol.shape, node.indices, strict=True):
                    if isinstance(index, Number) and _reaches(size, index, plain):
                        yield size, index


def _reaches(size: Symbol, index: Number, plain: tuple[Relation, ...]) -> bool:
    if index.value.denominator != 1 or index.value < 1 or size.sort is not Sort.COUNT:
        return False
    if index.value == 1:
        return True
    return any(
        each.left == Variable(size)
        and each.kind in "=≥>"
        and isinstance(each.right, Number)
        and each.right.value >= index.value
        for each in plain
    )


def _instances(
    hypothesis: Hypothesis, indices: Mapping[Symbol, list[Node]]
) -> Iterator[Hypothesis]:
    """“For every …, for every …” at all choices of the indices at once."""
    bound: list[Variable] = []
    while isinstance(hypothesis, ForAll) and _is_index(hypothesis.variable):
        bound.append(hypothesis.variable)
        hypothesis = hypothesis.statement
    # The innermost of two of one name is meant
    bound = [each for i, each in enumerate(bound) if each not in bound[i + 1 :]]
    choices = (
        indices.get(each.symbol.size, [])  # type: ignore[arg-type]
        for each in bound
    )
    for choice in product(*choices):
        if isinstance(hypothesis, Recurrence):
            yield hypothesis
        else:
            yield substitute_in(hypothesis, dict(zip(bound, choice, strict=True)))


def _is_index(place: Node) -> TypeGuard[Variable]:
    return isinstance(place, Variable) and place.symbol.size is not None


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
