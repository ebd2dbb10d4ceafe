"""Slips in an algorithm box that moves all parameters at once, also inside its loops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nnmath.proof.box_lines import Line, Look, Repeat, Solve, Where, changed
from nnmath.proof.claims import Optimizer
from nnmath.proof.indexed import ONE, Tensor
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.slips import put_at, slips, statement_slips
from nnmath.proof.statements import Assign
from nnmath.proof.substitution import expressions, free_places, substitute

Lines = tuple[Line, ...]
Made = tuple[str, str, object, object, Optimizer]  # where, slip, what it was, what it became
Slip = tuple[str, str, object, object, Lines]  # the same, with the lines that result


def whole_slips(claim: Optimizer) -> Iterator[Made]:
    """Every box that differs by one slip."""
    parts = (claim.parameter, claim.gradient, *claim.hyperparameters, *claim.state)
    pool = tuple(dict.fromkeys((*parts, *changed(claim.rules))))
    for where, slip, was, became, lines in _of_lines(claim.rules, pool, "rule"):
        yield where, slip, was, became, replace(claim, rules=lines)
    for part in claim.state:
        double = 2 * claim.start(part) if part in claim.starts else ONE
        off = replace(claim, starts={**claim.starts, part: double})
        yield f"start of {part.symbol.id}", "another start", claim.start(part), double, off


def _of_lines(lines: Lines, pool: tuple[Node, ...], name: str) -> Iterator[Slip]:
    """Every way to carry out lines that differ by one slip."""
    for i, line in enumerate(lines):
        where = f"{name} {i + 1}"
        if len(lines) > 1:
            yield where, "left out", line, None, (*lines[:i], *lines[i + 1 :])
        for inner, slip, was, became, new in _of_line(line, pool, where):
            yield inner, slip, was, became, put_at(lines, i, new)
    for i, (line, later) in enumerate(pairwise(lines)):
        # Lines that do not read one another may stand in either order
        if not _are_tied(line, later):
            continue
        swapped = (*lines[:i], later, line, *lines[i + 2 :])
        yield f"{name} {i + 2}", "a line earlier", later, None, swapped


def _are_tied(one: Line, other: Line) -> bool:
    """Whether one changes what the other changes or reads."""
    first, second = ({*changed((line,))} for line in (one, other))
    return bool(first & second or first & _reads(other) or second & _reads(one))


def _reads(line: Line) -> set[Node]:
    if isinstance(line, (Repeat, Where)):
        inner = {place for each in line.lines for place in _reads(each)}
        if isinstance(line, Repeat):
            return inner
        return inner | {p for side in expressions(line.condition) for p in free_places(side)}
    read = {Assign: "value", Look: "at", Solve: "right"}[type(line)]
    return {*free_places(getattr(line, read))}


def _of_line(
    line: Line, pool: tuple[Node, ...], where: str
) -> Iterator[tuple[str, str, object, object, Line]]:
    match line:
        case Assign(target, value):
            for slip, new in _of_node(value, pool):
                made = Assign(target, new)
                yield where, slip, line, made, made
        case Look(_, point):
            for slip, new in _of_node(point, pool):
                yield where, slip, point, new, replace(line, at=new)
        case Solve(_, _, right):
            for slip, new in _of_node(right, pool):
                yield where, slip, right, new, replace(line, right=new)
        case Where(condition, inner):
            for slip, other in statement_slips(condition):
                if isinstance(other, type(condition)):
                    yield where, slip, condition, other, replace(line, condition=other)
            for at, slip, was, became, lines in _of_lines(inner, pool, f"{where}, line"):
                yield at, slip, was, became, replace(line, lines=lines)
        case Repeat(_, first, last, inner):
            turned = replace(line, first=last, last=first, downwards=not line.downwards)
            yield where, "the other way round", line, turned, turned
            low, high = (last, first) if line.downwards else (first, last)
            for ends in ((low + 1, high), (low, high - 1)):
                new_first, new_last = ends[::-1] if line.downwards else ends
                shorter = replace(line, first=new_first, last=new_last)
                yield where, "an end left out", line, shorter, shorter
            for at, slip, was, became, lines in _of_lines(inner, pool, f"{where}, line"):
                yield at, slip, was, became, replace(line, lines=lines)


def _of_node(node: Node, pool: tuple[Node, ...]) -> Iterator[tuple[str, Node]]:
    yield from slips(node, pool)
    for place in dict.fromkeys(free_places(node)):
        for other in pool:
            if isinstance(place, (Variable, Tensor)) and other != place and _alike(place, other):
                new = substitute(node, {place: other})
                # A size stands in the symbols alone
                if new != node:
                    yield "symbol for another", new


def _alike(one: Variable | Tensor, other: Node) -> bool:
    same = type(one) is type(other)
    return same and (one.symbol.shape, one.symbol.sort) == (other.symbol.shape, other.symbol.sort)  # type: ignore[attr-defined]
