"""Integrals of polynomials, exactly: a sum of values at a few points."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from nnmath.notation.symbol import Symbol
from nnmath.proof.expectations import Expectation
from nnmath.proof.indexed import Entry, Sum
from nnmath.proof.integrability import touched
from nnmath.proof.nodes import (
    Add,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
)

HIGHEST_DEGREE = 8


@cache
def nodes_and_weights() -> tuple[tuple[Fraction, Fraction], ...]:
    """Points t and weights w with Σ w p(t) = ∫₀¹ p for every polynomial up to the highest degree:
    the integrals of Lagrange's basis."""
    nodes = [Fraction(k, HIGHEST_DEGREE) for k in range(HIGHEST_DEGREE + 1)]
    found = []
    for node in nodes:
        polynomial, scale = [Fraction(1)], Fraction(1)
        for other in nodes:
            if other != node:
                raised = [Fraction(0), *polynomial]
                lowered = [-other * c for c in polynomial] + [Fraction(0)]
                polynomial = [a + b for a, b in zip(raised, lowered, strict=True)]
                scale *= node - other
        found.append(sum((c / (k + 1) for k, c in enumerate(polynomial)), Fraction(0)) / scale)
    return tuple(zip(nodes, found, strict=True))


def degree(node: Node, over: frozenset[Symbol]) -> int | None:
    """The degree as a polynomial in some quantities; None: it is none, or of too high a degree."""
    if not touched(node, over):
        return 0
    match node:
        case Variable() | Entry():
            found: int | None = 1
        case Negate(inner) | Sum(inner):
            found = degree(inner, over)
        case Add(parts):
            degrees = [degree(part, over) for part in parts]
            found = None if None in degrees else max(degrees)  # type: ignore[type-var]
        case Multiply(parts):
            degrees = [degree(part, over) for part in parts]
            found = None if None in degrees else sum(degrees)  # type: ignore[arg-type]
        case Divide(top, bottom) if not touched(bottom, over):
            found = degree(top, over)
        case Power(base, Number(value)) if value.denominator == 1 and value > 0:
            inner_degree = degree(base, over)
            found = None if inner_degree is None else inner_degree * int(value)
        case Expectation(body):
            found = degree(body, over.difference(node.over))
        case _:
            found = None
    return None if found is None or found > HIGHEST_DEGREE else found
