"""Comparisons joined by ∧ and ∨: their negation, and the ways in which they can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from nnmath.proof.nodes import Comparison, Condition, Relation
from nnmath.proof.statements import And, Chain, Not, Or, Statement

NEGATED: dict[Comparison, Comparison] = {
    "=": "≠",
    "≠": "=",
    "<": "≥",
    "≥": "<",
    ">": "≤",
    "≤": ">",
}
TURNED: dict[Comparison, Comparison] = {">": "<", "≥": "≤"}

Way = tuple[Relation, ...]  # comparisons that hold at once


def negated(statement: Statement) -> Statement:
    """What holds exactly where the statement does not."""
    match statement:
        case Relation(left, kind, right):
            return Relation(left, NEGATED[kind], right)
        case Chain():
            return Or(tuple(negated(part) for part in statement.relations))
        case And(parts):
            return Or(tuple(negated(part) for part in parts))
        case Or(parts):
            return And(tuple(negated(part) for part in parts))
    return Not(statement)


def ways(condition: Condition | Statement) -> tuple[Way, ...]:
    """The ways in which a condition can hold: one of them does where it holds.

    Raises:
        TypeError: It is more than comparisons joined by ∧ and ∨.

    >>> from nnmath.proof.nodes import as_node
    >>> one, two = as_node(1), as_node(2)
    >>> [len(way) for way in ways(And((one < two, Or((one > two, two > one)))))]
    [2, 1]
    """
    match condition:
        case Relation():
            return ((condition,),)
        case Chain():
            return (condition.relations,)
        case And(parts):
            return tuple(distinct(*choice) for choice in product(*map(ways, parts)))
        case Or(parts):
            return tuple(way for part in parts for way in ways(part))
    raise TypeError(f"{type(condition).__name__} is no condition of a case")


def distinct(*parts: Way) -> Way:
    """The comparisons of all parts, each once: a < b and b > a are one."""
    return tuple({turned(relation): relation for part in parts for relation in part}.values())


def turned(relation: Relation) -> Relation:
    """The comparison with its lesser side on the left."""
    if relation.kind in TURNED:
        return Relation(relation.right, TURNED[relation.kind], relation.left)
    return relation


def impossible(way: Way) -> bool:
    """Whether two of the comparisons exclude one another by their form alone."""
    known = {turned(relation) for relation in way}
    return any(
        turned(Relation(r.left, NEGATED[r.kind], r.right)) in known
        or (r.kind == "<" and Relation(r.right, "<", r.left) in known)
        for r in known
    )


def steps_to(
    conclusion: Statement, premises: Iterable[Statement]
) -> Iterator[tuple[Relation, Way]]:
    """The comparisons that must follow, each with its own premises, for the conclusion to follow.

    What is among its own premises is left out.
    """
    for given in ways(And(tuple(premises))):
        for *rest, last in ways(negated(conclusion)):
            goal = Relation(last.left, NEGATED[last.kind], last.right)
            assumed = distinct(given, tuple(rest))
            if turned(goal) not in map(turned, assumed):
                yield goal, assumed
