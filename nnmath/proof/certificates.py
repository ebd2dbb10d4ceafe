"""Certificates: a form is positive when it is Σ λ · fact with every λ ≥ 0 and every fact ≥ 0.

How the multipliers were found does not matter: the sum is checked exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache, reduce
from typing import TypeAlias

from flint import fmpq

from nnmath.proof import arithmetic
from nnmath.proof.fields import Field
from nnmath.proof.forms import Form, over_one
from nnmath.proof.fuel import burn, full_tank
from nnmath.proof.hashed_once import HashedOnce
from nnmath.proof.polynomials import Polynomial
from nnmath.proof.simplex import Columns, Vector, nonnegative_solution

Monomial: TypeAlias = tuple[int, ...]


@dataclass(frozen=True)
class Fact(HashedOnce):
    """A form known to be ≥ 0, or > 0 where `strict`."""

    form: Form
    strict: bool

    @cached_property
    def polynomial(self) -> Polynomial:
        """The form, where its denominator is a number."""
        multiple: Polynomial = self.form.numer * (1 / self.form.denom.LC)
        return multiple


def product(facts: tuple[Fact, ...]) -> Fact:
    """The product of facts whose denominators are numbers."""
    found, steps = _multiplied(facts)
    # Also when it was known already: a verdict does not hang on what was asked before
    burn(steps)
    return found


@lru_cache(maxsize=4096)
def _multiplied(facts: tuple[Fact, ...]) -> tuple[Fact, int]:
    with full_tank() as tank:
        polynomial = reduce(arithmetic.multiplied, (fact.polynomial for fact in facts))
        return Fact(over_one(polynomial), all(fact.strict for fact in facts)), tank.burnt


class Cone:
    """All sums of multiples λ ≥ 0 of some facts.

    Args:
        field: Where the facts live.
        facts: Forms with what is known of their sign.
        also: Denominators to be ready for, besides those of the facts.
    """

    def __init__(self, field: Field, facts: list[Fact], also: Iterable[Polynomial] = ()) -> None:
        self._field, self._facts = field, facts
        self._strict = {j for j, fact in enumerate(facts) if fact.strict}
        self._denominators = dict.fromkeys((field.ring.one, *(f.form.denom for f in facts), *also))
        self._common = reduce(arithmetic.common_multiple, self._denominators)
        sparse = [self._terms(fact.form) for fact in facts]
        monomials = dict.fromkeys(monomial for terms in sparse for monomial in terms)
        self._rows = {monomial: row for row, monomial in enumerate(monomials)}
        self._columns = Columns([self._vector(terms) for terms in sparse])

    def certifies(self, goal: Form, strict: bool) -> bool:
        """Whether the goal is surely ≥ 0 (> 0 where strict) as a member of the cone."""
        if goal.denom not in self._denominators:
            wider = Cone(self._field, self._facts, (*self._denominators, goal.denom))
            return wider.certifies(goal, strict)
        terms = self._terms(goal)
        if not terms.keys() <= self._rows.keys():
            return False  # what stands in no fact stands in no sum of facts
        prefer = self._strict if strict else set()
        found = nonnegative_solution(self._columns, self._vector(terms), prefer)
        return found is not None and self._holds(goal, found, strict)

    def _holds(self, goal: Form, found: dict[int, Fraction], strict: bool) -> bool:
        """The trusted end of a certificate: every multiplier ≥ 0, and the sum is the goal."""
        if any(value < 0 for value in found.values()):
            return False
        if strict and not any(self._facts[j].strict and value > 0 for j, value in found.items()):
            return False
        total = self._field.number(0)
        for j, value in found.items():
            total = arithmetic.plus(total, self._facts[j].form * self._field.number(value))
        return self._field.is_zero(arithmetic.plus(total, -goal))

    def _terms(self, form: Form) -> dict[Monomial, fmpq]:
        """The form's numerator over the common denominator."""
        scaled = form.numer
        if form.denom != self._common:
            scaled = arithmetic.multiplied(scaled, self._common // form.denom)
        return dict(self._field.reduce(scaled, scaled=False).terms())

    def _vector(self, terms: dict[Monomial, fmpq]) -> Vector:
        return {self._rows[monomial]: value for monomial, value in terms.items()}
