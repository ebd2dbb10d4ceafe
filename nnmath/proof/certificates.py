"""Certificates: a form is positive when it is Σ λ · fact with every λ ≥ 0 and every fact ≥ 0.

How the multipliers were found does not matter: the sum is checked exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq

from nnmath.proof import arithmetic
from nnmath.proof.fields import Field
from nnmath.proof.generators import Form, Polynomial
from nnmath.proof.simplex import Vector, nonnegative_solution


@dataclass(frozen=True)
class Fact:
    """A form known to be ≥ 0, or > 0 where `strict`."""

    form: Form
    strict: bool


def certify(field: Field, goal: Form, columns: list[Fact], strict: bool) -> bool:
    """Whether the goal is surely ≥ 0 (> 0 where strict) as a sum of multiples of the facts."""
    polynomials = _over_one_denominator(field, [goal, *(column.form for column in columns)])
    rows: dict[tuple[int, ...], int] = {}
    target, *sparse = (_vector(polynomial, rows) for polynomial in polynomials)
    prefer = {j for j, column in enumerate(columns) if column.strict} if strict else set()
    found = nonnegative_solution(sparse, target, prefer)
    return found is not None and _checks(field, goal, columns, found, strict)


def _checks(
    field: Field, goal: Form, columns: list[Fact], found: dict[int, Fraction], strict: bool
) -> bool:
    """The trusted end of a certificate: every multiplier ≥ 0, and the sum is the goal."""
    if any(value < 0 for value in found.values()):
        return False
    if strict and not any(columns[j].strict and value > 0 for j, value in found.items()):
        return False
    total = field.number(0)
    for j, value in found.items():
        total = arithmetic.plus(total, columns[j].form * field.number(value))
    return field.is_zero(arithmetic.plus(total, -goal))


def _over_one_denominator(field: Field, forms: list[Form]) -> list[Polynomial]:
    common = field.ring.one
    for denominator in dict.fromkeys(form.denom for form in forms):
        common = arithmetic.common_multiple(common, denominator)
    return [
        field.reduce(arithmetic.multiplied(form.numer, common // form.denom), scaled=False)
        for form in forms
    ]


def _vector(polynomial: Polynomial, rows: dict[tuple[int, ...], int]) -> Vector:
    return {
        rows.setdefault(monomial, len(rows)): fmpq(int(c.numerator), int(c.denominator))
        for monomial, c in polynomial.terms()
    }
