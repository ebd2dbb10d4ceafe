"""Slips of the pen: every expression or statement that differs from a right one by one slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from nnmath.notation.symbol import Sort
from nnmath.proof.array_slips import alike, array_slips
from nnmath.proof.indexed import Entry, Integral, Iterated, Kronecker, Tensor
from nnmath.proof.matrices import Diagonal, Gradient, Identity, Ones
from nnmath.proof.nodes import (
    ABS,
    Add,
    Apply,
    Comparison,
    Derivative,
    Divide,
    Element,
    Infinity,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.piecewise import CaseCondition, Piecewise
from nnmath.proof.statements import And, Chain, ForAll, Iff, Implies, Not, Or, Statement, Tends
from nnmath.proof.tree import children, walk, with_children

Made = tuple[str, Node]
Said = tuple[str, Statement]
Whole = TypeVar("Whole")

ONE, HALF = as_node(1), as_node("1/2")
# What may stand in a comparison's place: the end in or out, the other way round, another kind
TURNED = {"=": "≠<", "≠": "=", "<": "≤>", "≤": "<≥", ">": "≥<", "≥": ">≤"}


def _turned(condition: CaseCondition) -> Iterator[tuple[str, CaseCondition]]:
    """Every condition with one comparison changed; its sides are operands of the node above."""
    match condition:
        case Relation(kind=kind):
            for other in TURNED[kind]:
                yield f"{kind} became {other}", replace(condition, kind=cast(Comparison, other))
        case Chain(kinds=kinds):
            for i, kind in enumerate(kinds):
                for other in TURNED[kind]:
                    turned = put_at(kinds, i, cast(Comparison, other))
                    yield f"{kind} became {other}", replace(condition, kinds=turned)
        case And(parts) | Or(parts):
            for i, part in enumerate(parts):
                for slip, new in _turned(cast(CaseCondition, part)):
                    yield slip, replace(condition, parts=put_at(parts, i, new))


def statement_slips(statement: Statement, pool: tuple[Node, ...] = ()) -> Iterator[Said]:
    """Every statement that differs by one slip."""
    match statement:
        case Relation(left, _, right):
            yield from _turned(statement)
            for slip, node in slips(left, pool):
                yield slip, replace(statement, left=node)
            for slip, node in slips(right, pool):
                yield slip, replace(statement, right=node)
        case Chain(members, _):
            yield from _turned(statement)
            for i, member in enumerate(members):
                for slip, node in slips(member, pool):
                    yield slip, replace(statement, members=put_at(members, i, node))
        case And(parts) | Or(parts):
            for i, part in enumerate(parts):
                for slip, new in statement_slips(part, pool):
                    yield slip, replace(statement, parts=put_at(parts, i, new))
        case Implies(first, second) | Iff(first, second):
            names = (
                ("premise", "conclusion") if isinstance(statement, Implies) else ("left", "right")
            )
            for name, part in zip(names, (first, second), strict=True):
                for slip, new in statement_slips(part, pool):
                    yield slip, replace(statement, **{name: new})  # type: ignore[arg-type]
        case Not(inner) | ForAll(_, inner):
            yield "negation dropped" if isinstance(statement, Not) else "one value only", inner
            for slip, new in statement_slips(inner, pool):
                yield slip, replace(statement, statement=new)
        case Tends(body, index, limit):
            for slip, node in slips(body, pool):
                yield slip, replace(statement, body=node)
            if not isinstance(limit, Infinity):
                for slip, node in slips(limit, tuple(p for p in pool if p != index)):
                    if index not in walk(node):
                        yield slip, replace(statement, limit=node)


def slips(node: Node, pool: tuple[Node, ...] = ()) -> Iterator[Made]:
    """Every expression that differs by one slip; `pool` has the symbols that may be confused."""
    yield from _own_slips(node, pool)
    yield from array_slips(node, pool)
    parts = children(node)
    for i in _operands(node):
        for slip, new in slips(parts[i], pool):
            yield slip, with_children(node, put_at(parts, i, new))


def _operands(node: Node) -> Sequence[int]:
    """Which children one can write otherwise: neither what is bound, nor what a tensor comes from.

    The ends of a sum have slips of their own: half an end, or its other sign, nobody writes.
    """
    match node:
        case Tensor() | Entry() | Kronecker() | Ones() | Identity() | Diagonal():
            return range(0)
        case Integral():
            return (0, 2, 3)  # the body and both ends
        case Iterated() | Limit() | Derivative() | Gradient():
            return range(1)
    return range(len(children(node)))


def _own_slips(node: Node, pool: tuple[Node, ...]) -> Iterator[Made]:
    match node:
        case Number(value):
            yield "a number off by one", as_node(value + 1)
            if value:
                yield "sign", as_node(-value)
            if value not in (0, 1):
                yield "½", as_node(value / 2)
        case Variable(symbol):
            yield from (("symbol swapped", each) for each in alike(node, pool)[:2])
            if symbol.sort is not Sort.INDEX:
                yield "sign", -node
            if symbol.sort is Sort.NATURAL:
                yield "index", node + ONE
        case Add(terms):
            for i, term in enumerate(terms):
                rest = (*terms[:i], *terms[i + 1 :])
                yield "term dropped", rest[0] if len(rest) == 1 else Add(rest)
                turned = term.operand if isinstance(term, Negate) else Negate(term)
                yield "sign", Add(put_at(terms, i, turned))
        case Multiply(factors):
            for i in range(len(factors)):
                rest = (*factors[:i], *factors[i + 1 :])
                yield "factor dropped", rest[0] if len(rest) == 1 else Multiply(rest)
            yield "½", Multiply((HALF, *factors))
            yield "sign", Negate(node)
        case Divide(top, bottom):
            yield "denominator dropped", top
            yield "turned over", Divide(bottom, top)
        case Power(base, exponent):
            yield "exponent dropped", base
            yield "exponent off by one", Power(base, exponent + ONE)
        case Element(_, index):
            yield "index", replace(node, index=index + ONE)
        case Piecewise(values, conditions):
            for i, condition in enumerate(conditions):
                for slip, new in _turned(condition):
                    yield slip, replace(node, conditions=put_at(conditions, i, new))
            yield "cases swapped", replace(node, values=(*values[1:], values[0]))
        case Apply(function, (argument,)):
            if function == ABS:
                yield "absolute value dropped", argument
            elif not function.elementary:
                other = function.prime if not function.primes else replace(function, primes=0)
                yield "prime", replace(node, function=other)
            yield "sign", Negate(node)


def put_at(items: tuple[Whole, ...], i: int, new: Whole) -> tuple[Whole, ...]:
    """The items with another in one place."""
    return (*items[:i], new, *items[i + 1 :])
