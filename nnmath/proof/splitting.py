"""Absolute values and expressions by cases taken apart: every case is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Contraction, Ranged, Repetition
from nnmath.proof.logic import Way, distinct, impossible, negated, turned, ways
from nnmath.proof.nodes import (
    ABS,
    Apply,
    Derivative,
    Limit,
    Negate,
    Node,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import children, with_children

MOST_SPLITS = 4
ZERO = as_node(0)
# What varies inside them is not in one case
BINDERS = (Limit, Derivative, Ranged, Contraction, Repetition, Averaged)


def has_cases(relations: Iterable[Relation]) -> bool:
    """Whether there is anything to take apart."""
    return next(_found(relations), None) is not None


def cases(relations: tuple[Relation, ...], goals: int = 0, depth: int = 0) -> Iterator[Way]:
    """The relations without absolute values and cases, once for each way that these come out.

    Args:
        relations: Comparisons.
        goals: How many of them, the first ones, are to be shown and not known.
        depth: How often has been split so far.

    Raises:
        OutsideTheKernel: There is too much to split.
    """
    whole = next(_found(relations), None)
    if whole is None:
        yield relations
        return
    known = tuple(map(turned, relations[goals:]))
    outcomes = [
        (way, value)
        for way, value in _outcomes(whole, len(relations))
        if not any(turned(_not(relation)) in known for relation in way)
    ]
    if depth == MOST_SPLITS and len(outcomes) > 1:
        raise OutsideTheKernel(f"more than {MOST_SPLITS} absolute values or cases to split")
    for way, value in outcomes:
        opened = tuple(with_instead(relation, whole, value) for relation in relations)
        yield from cases((*opened, *way), goals, depth + (len(outcomes) > 1))


def _outcomes(node: Node, name: int) -> Iterator[tuple[Way, Node]]:
    """The values that it can have, and under which comparisons; the name is for an unknown one."""
    if isinstance(node, Apply):
        (inside,) = node.arguments
        yield (inside >= ZERO,), inside
        yield (inside < ZERO,), Negate(inside)
        return
    assert isinstance(node, Piecewise)
    for value, condition in zip(node.values, node.conditions, strict=True):
        for way in ways(condition):
            yield way, value
    # And where no condition holds: there it may have any value, so that nothing is overlooked
    for choice in product(*(ways(negated(condition)) for condition in node.conditions)):
        way = distinct(*choice)
        if not impossible(way):
            yield way, _unknown(name)


def _unknown(name: int) -> Variable:
    code = f"unknown_{name}"
    return Variable(Symbol(code, Text(ja="値なし", en="no value"), code, code, code))


def _not(relation: Relation) -> Relation:
    contrary = negated(relation)
    assert isinstance(contrary, Relation)
    return contrary


def with_instead(relation: Relation, old: Node, new: Node) -> Relation:
    """The comparison with another expression in the place of one, but not below binders."""
    left, right = (_with(side, old, new) for side in (relation.left, relation.right))
    return Relation(left, relation.kind, right)


def _with(node: Node, old: Node, new: Node) -> Node:
    if node == old:
        return new
    if isinstance(node, BINDERS):
        return node
    return with_children(node, tuple(_with(part, old, new) for part in children(node)))


def _found(relations: Iterable[Relation]) -> Iterator[Node]:
    """What can be taken apart, with nothing of the kind in its own conditions."""
    for relation in relations:
        for side in (relation.left, relation.right):
            yield from _found_in(side)


def _found_in(node: Node) -> Iterator[Node]:
    if isinstance(node, BINDERS):
        return
    splits = isinstance(node, Piecewise) or (isinstance(node, Apply) and node.function == ABS)
    inner = node.conditions if isinstance(node, Piecewise) else ()
    parts = [side for c in inner for side in expressions(c)] or children(node)
    below = (found for part in parts for found in _found_in(part))
    first = next(below, node if splits else None)
    if first is not None:
        yield first
        yield from below
