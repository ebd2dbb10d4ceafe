"""Random expressions, and rewrites of them that are right wherever both have a value."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from nnmath.proof.nodes import (
    EXP,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
    as_node,
)
from nnmath.proof.piecewise import Piecewise, piecewise
from nnmath.proof.special import ERF, PI
from nnmath.proof.tree import children, with_children
from tests.proof.making import n, x, y

LEAVES = (x, y, x, y, as_node(1), as_node(2), as_node(-1), as_node("1/2"), as_node(0), PI)
FUNCTIONS = (EXP, LOG, SQRT, TANH, ERF, None)  # None: the absolute value
SPARE = as_node("3/7")


def expression(rng: Random, depth: int) -> Node:
    """A random expression in x, y and the natural number n."""
    if depth == 0 or rng.random() < 0.1:
        return rng.choice(LEAVES)

    def part() -> Node:
        return expression(rng, depth - 1)

    kind = rng.randrange(13)
    if kind < 3:
        return part() + part()
    if kind < 5:
        return part() - part()
    if kind < 8:
        return part() * part()
    if kind == 8:
        return part() / part()
    if kind == 9:
        return part() ** rng.choice((as_node(2), as_node(3), as_node(-1), n, n + 1, as_node("1/2")))
    if kind == 10:
        return -part()
    if kind == 11:
        left, right = part(), part()
        return piecewise((part(), left < right), (part(), left >= right))
    function = rng.choice(FUNCTIONS)
    return abs(part()) if function is None else function(part())


def rewritten(node: Node, rng: Random) -> Node:
    """An expression that is equal wherever both are defined, by one or more of the rules below."""
    inner = tuple(rewritten(part, rng) for part in children(node))
    node = with_children(node, inner) if inner else node
    return _changed(node, rng) if rng.random() < 0.6 else node


def _changed(node: Node, rng: Random) -> Node:
    match node:
        case Add(terms):
            return _sum(list(terms), rng)
        case Multiply(factors):
            return _multiplied(list(factors), rng)
        case Negate(operand):
            return -1 * operand if rng.random() < 0.5 else 0 - operand
        case Divide(top, bottom):
            return top * bottom**-1 if rng.random() < 0.5 else (SPARE * top) / (SPARE * bottom)
        case Power(base, Number(Fraction(numerator=2, denominator=1))):
            return base * base
        case Power(base, Number(Fraction(numerator=3, denominator=1))):
            return base * base**2
        case Power(base, Add((Variable() as index, Number(Fraction(numerator=1, denominator=1))))):
            return base * base**index
        case Piecewise(values, conditions):
            return Piecewise(values[::-1], conditions[::-1])
        case Apply(function, (argument,)) if function == EXP:
            return EXP(argument / 2) ** 2 if rng.random() < 0.5 else 1 / EXP(-argument)
        case Apply(function, (argument,)) if function == ERF:
            return -ERF(-argument)
        case Apply(function, (argument,)) if function == TANH:
            return 1 - 2 / (EXP(2 * argument) + 1)
        case Apply(function, (argument,)) if function.symbol.id == "absolute-value":
            return abs(-argument)
    return node + 0 if rng.random() < 0.3 else node


def _sum(terms: list[Node], rng: Random) -> Node:
    rng.shuffle(terms)
    if rng.random() < 0.3:
        return Negate(Add(tuple(Negate(term) for term in terms)))
    return Add(tuple(terms))


def _multiplied(factors: list[Node], rng: Random) -> Node:
    for i, factor in enumerate(factors):
        if isinstance(factor, Add) and rng.random() < 0.7:
            rest = (*factors[:i], *factors[i + 1 :])
            return Add(tuple(Multiply((term, *rest)) for term in factor.terms))
    rng.shuffle(factors)
    return Multiply(tuple(factors))
