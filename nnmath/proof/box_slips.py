"""Slips in an algorithm box: a line wrong, left out or out of order, a symbol for another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nnmath.proof.claims import Optimizer
from nnmath.proof.nodes import SQRT, Add, Apply, Node, Variable, as_node
from nnmath.proof.slips import put_at, slips
from nnmath.proof.statements import Assign
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.tree import children, with_children

Made = tuple[str, str, object, object, Optimizer]  # where, slip, what it was, what it became


def box_slips(claim: Optimizer) -> Iterator[Made]:
    """Every box that differs by one slip."""
    for i, rule in enumerate(claim.assignments):
        where = f"rule {i + 1}"
        for slip, value in (*slips(rule.value, _pool(claim)), *_own_slips(rule.value, claim)):
            new = Assign(rule.target, value)
            yield where, slip, rule, new, replace(claim, rules=put_at(claim.assignments, i, new))
        shorter = (*claim.assignments[:i], *claim.assignments[i + 1 :])
        yield where, "left out", rule, None, replace(claim, rules=shorter)
        # Lines that do not read one another may stand in either order
        if i and _are_tied(claim.assignments[i - 1], rule):
            before, after = claim.assignments[: i - 1], claim.assignments[i + 1 :]
            swapped = (*before, rule, claim.assignments[i - 1], *after)
            yield where, "a line earlier", rule, None, replace(claim, rules=swapped)
    for part in claim.state:
        off = claim.start(part) + 1
        changed = replace(claim, starts={**claim.starts, part: off})
        yield f"start of {part.symbol.id}", "off by one", claim.start(part), off, changed
    if claim.looks_at != claim.parameter:
        near = replace(claim, looks_at=claim.parameter)
        yield "looks at", "not ahead", claim.looks_at, claim.parameter, near


def _are_tied(one: Assign, other: Assign) -> bool:
    first, second = ({each.target, *free_places(each.value)} for each in (one, other))
    return one.target in second or other.target in first


def _pool(claim: Optimizer) -> tuple[Node, ...]:
    return (claim.parameter, claim.gradient, *claim.hyperparameters)


def _own_slips(node: Node, claim: Optimizer) -> Iterator[tuple[str, Node]]:
    """One symbol for another throughout, the count off by one, what is added under a root."""
    targets = (rule.target for rule in claim.assignments)
    known = dict.fromkeys((*_pool(claim), *claim.state, *targets))
    for place in dict.fromkeys(each for each in free_places(node) if isinstance(each, Variable)):
        if place == claim.counter:
            yield "count off by one", substitute(node, {place: place + 1})
            yield "count off by one", substitute(node, {place: place - as_node(1)})
            continue
        for other in known:
            if other != place:
                yield "symbol for another", substitute(node, {place: other})
    yield from _moved_under_root(node)


def _moved_under_root(node: Node) -> Iterator[tuple[str, Node]]:
    match node:
        case Add((Apply(function, (inside,)), other)) if function == SQRT:
            yield "into the root", SQRT(inside + other)
        case Apply(function, (Add((*terms, last)),)) if function == SQRT:
            inside = terms[0] if len(terms) == 1 else Add(tuple(terms))
            yield "out of the root", SQRT(inside) + last
    parts = children(node)
    for i, part in enumerate(parts):
        for slip, new in _moved_under_root(part):
            yield slip, with_children(node, put_at(parts, i, new))
