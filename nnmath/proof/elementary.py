"""Exponentials, logarithms, roots and powers in the field: what they say of products."""

from __future__ import annotations

from abc import ABC, abstractmethod
from fractions import Fraction
from math import lcm

from nnmath.proof import arithmetic
from nnmath.proof.coefficients import (
    OutsideTheKernel,
    bounded,
    fraction,
    prime_powers,
)
from nnmath.proof.forms import Form
from nnmath.proof.generators import Generator, TooSmall
from nnmath.proof.indexed import Repetition, Sum
from nnmath.proof.nodes import LOG, Node
from nnmath.proof.polynomials import Polynomial
from nnmath.proof.reading_back import LegibleField
from nnmath.proof.special import PI

POSITIVE_KINDS = frozenset({"exp", "constant"})
NOT_NEGATIVE_KINDS = frozenset({"root", "abs"})


class ElementaryField(LegibleField, ABC):
    """A field that knows e^(a + b) = e^a e^b, log|ab| = log|a| + log|b|, and their like."""

    def __init__(self, capacity: int = 16, fineness: int = 1) -> None:
        super().__init__(capacity, fineness)
        self._positive: set[Polynomial] = set()

    @abstractmethod
    def form(self, node: Node) -> Form:
        """The normal form of an expression."""

    # exp(Σ cᵢ mᵢ) = Π exp(mᵢ / n)^(cᵢ n), n the field's fineness; exp(log u) = u
    def _exponential(self, exponent: Form) -> Form:
        product = self.one
        for coefficient, monomial in self._linear_parts(self._squared(exponent)):
            inverse = self._logarithmic(monomial)
            if inverse is not None and coefficient.denominator == 1:
                power = arithmetic.power(inverse, bounded(coefficient))
            elif inverse is not None and coefficient.denominator == 2:
                power = arithmetic.power(self._root(inverse), bounded(2 * coefficient))
            elif self._fineness % coefficient.denominator:
                raise TooSmall(self._capacity, lcm(self._fineness, coefficient.denominator))
            else:
                generator = self._generator(Generator("exp", monomial, monomial))
                power = arithmetic.power(generator, bounded(coefficient * self._fineness))
            product = arithmetic.times(product, power)
        return product

    def _squared(self, form: Form) -> Form:
        """The form with the squares of its roots as what they are."""
        top, bottom = (self.reduce(part, scaled=False) for part in (form.numer, form.denom))
        return form if bottom == 0 else arithmetic.over(self.fraction(top), self.fraction(bottom))

    def whole(self, generator: Form) -> Form:
        """exp(m) from the field's own exp(m / n)."""
        return arithmetic.power(generator, self._fineness)

    def _logarithmic(self, monomial: Form) -> Form | None:
        """|p| where the monomial is log|p| and the sign of p is known."""
        for generator, form in self.generators.items():
            if generator.kind == "log" and form == monomial:
                part = generator.argument
                signs = (s for s in (1, -1) if self.is_surely_positive(s * part.numer))
                return next((sign * part for sign in signs), None)
        return None

    # log ∏ pᵢ^kᵢ = Σ kᵢ log|pᵢ| wherever the left side has a value
    def _logarithm(self, argument: Form) -> Form:
        if argument == 0:
            raise OutsideTheKernel("0 has no logarithm")
        parts = self._factors(argument)
        logs = (arithmetic.times(self.number(times), self._log(part)) for part, times in parts)
        return arithmetic.total(logs, self.zero)

    def _log(self, part: Form) -> Form:
        """log|part| of what is no product in the field."""
        same = (known for known, form in self.generators.items() if form in (part, -part))
        match next(same, None):
            case Generator("exp", _, exponent):
                return arithmetic.over(exponent, self.number(self._fineness))
            case Generator("root", _, radicand):
                return self._logarithm(radicand) / 2
            case Generator("power", (base, exponent)):
                return arithmetic.times(exponent, self._logarithm(base))
            case Generator("repetition", (Repetition(body, index, low, high), ())):
                return self.form(Sum(LOG(body), index, low, high))
        if part in (1, -1):
            return self.zero
        # One generator for p and −p, in every field the same of the two
        part = part if self.monic(part)[0] > 0 else -part
        return self._generator(Generator("log", part, part))

    def assume_positive(self, polynomial: Polynomial) -> None:
        """Take a polynomial as positive."""
        self._positive.add(polynomial * (1 / abs(polynomial.LC)))

    def is_surely_positive(self, polynomial: Polynomial) -> bool:
        """Whether that was assumed, or the form alone shows it: positive multiples of what is never
        negative, and one term that is never 0."""
        if self._positive and polynomial * (1 / abs(polynomial.LC)) in self._positive:
            return True
        kinds = [generator.kind for generator in self.generators]
        whole = [generator.is_whole for generator in self.generators]
        strict = False
        for powers, coefficient in polynomial.terms():
            inside = [i for i, power in enumerate(powers) if power]
            if fraction(coefficient) < 0 or not all(
                kinds[i] in POSITIVE_KINDS | NOT_NEGATIVE_KINDS or whole[i] for i in inside
            ):
                return False
            strict = strict or all(kinds[i] in POSITIVE_KINDS for i in inside)
        return strict

    # erf(−u) = −erf u
    def _error_function(self, argument: Form) -> Form:
        if argument == 0:
            return argument
        sign = 1 if argument.numer.LC > 0 else -1
        return self._generator(Generator("erf", sign * argument, sign * argument)) * sign

    # cos(−u) = cos u; at multiples of π/2 it is 1, 0, −1, 0, 1, …
    def _cosine(self, argument: Form) -> Form:
        for generator, form in list(self.generators.items()):
            if generator.kind == "constant" and generator.key == PI.symbol:
                quarters = self.rational(arithmetic.over(2 * argument, form))
                if quarters is not None and quarters.denominator == 1:
                    return self.number((1, 0, -1, 0)[int(quarters) % 4])
        if argument == 0:
            return self.number(1)
        even = argument if argument.numer.LC > 0 else -argument
        return self._generator(Generator("cos", even, even))

    # √(cu) = √c √u for every c > 0, and √(p²q) = p√q
    def _root(self, radicand: Form) -> Form:
        if radicand == 0:
            return radicand
        scale = abs(fraction(radicand.numer.content()) / fraction(radicand.denom.content()))
        rest = arithmetic.times(radicand, self.number(1 / scale))
        root = self.one if rest == 1 else self._root_of(rest)
        for prime, multiplicity in prime_powers(scale):
            root = arithmetic.times(root, self.number(Fraction(prime) ** (multiplicity // 2)))
            if multiplicity % 2:
                root = arithmetic.times(root, self._root_of(self.number(prime)))
        return root

    def _root_of(self, radicand: Form) -> Form:
        return self._square_root_of("root", radicand, radicand, radicand)

    def _power(self, base: Form, exponent: Form) -> Form:
        value = self.rational(exponent)
        if value is not None and value.denominator == 1:
            if value == 0:
                return self.one
            if value < 0 and base == 0:
                raise OutsideTheKernel("0 has no negative power")
            return arithmetic.power(base, bounded(value))
        if value == Fraction(1, 2):
            return self._root(base)
        if not self._is_whole_form(exponent):
            # Defined for a positive base only
            return self._exponential(arithmetic.times(exponent, self._logarithm(base)))
        parts = self._linear_parts(exponent)
        if any(part[0].denominator != 1 or not self._is_natural(part[1]) for part in parts):
            return self._generator(Generator("power", (base, exponent), base))
        product = self.one
        for coefficient, monomial in parts:
            factor = base if monomial == 1 else self._natural_power(base, monomial)
            power = arithmetic.power(factor, bounded(coefficient))
            product = arithmetic.times(product, power)
        return product

    def _is_whole_form(self, form: Form) -> bool:
        """Whether nothing but whole symbols and numbers stand in it."""
        whole = [generator.is_whole for generator in self.generators]
        terms = (*form.numer.terms(), *form.denom.terms())
        return all(whole[i] for powers, _ in terms for i, power in enumerate(powers) if power)

    # (p/q)^t = p^t / q^t and (pq)^t = p^t q^t hold for every natural t, 0⁰ = 1 included
    def _natural_power(self, base: Form, exponent: Form) -> Form:
        return self._product(
            arithmetic.power(self._factor_power(factor, exponent), multiplicity)
            for factor, multiplicity in self._factors(base)
        )

    def _factor_power(self, factor: Form, exponent: Form) -> Form:
        if factor == -1:
            return self._square_root_of("power", (factor, exponent), factor, self.one)
        turned = Generator("power", (-factor, exponent), -factor)
        if factor != 0 and turned in self.generators:
            return self._factor_power(self.number(-1), exponent) * self._generator(turned)
        return self._generator(Generator("power", (factor, exponent), factor))
