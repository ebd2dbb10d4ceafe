"""Fractions of polynomials over ℚ in generators that are named as they are needed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from fractions import Fraction
from functools import reduce
from typing import Self

from flint import fmpq

from nnmath.proof import arithmetic
from nnmath.proof.coefficients import fraction, prime_powers
from nnmath.proof.forms import Form, number, over_one
from nnmath.proof.fuel import burn
from nnmath.proof.generators import Generator, TooSmall
from nnmath.proof.polynomials import Polynomial, ring

PRICE_OF_A_PART = 50
CONTAINERS = (dict, list, set)


class FractionField:
    """ℚ(g₁, …, gₙ), whose generators are named as expressions ask for them.

    Forms of one field compare with `==`; forms of two fields must not meet.
    """

    def __init__(self, capacity: int = 16, fineness: int = 1) -> None:
        self._capacity, self._fineness = capacity, fineness
        self.ring = ring(capacity)
        self.zero, self.one = (number(self.ring, value) for value in (0, 1))
        self.generators: dict[Generator, Form] = {}
        self._relations: list[tuple[int, Form]] = []  # (i, u): the square of generator i is u

    @property
    def size(self) -> tuple[int, int]:
        """How many generators it may have, and how fine its exponentials are."""
        return self._capacity, self._fineness

    def copy(self) -> Self:
        """The same field, whose generators to come are its own."""
        other = type(self)(*self.size)
        for name, part in vars(self).items():
            vars(other)[name] = part.copy() if isinstance(part, CONTAINERS) else part
        return other

    def number(self, value: Fraction | int) -> Form:
        """A rational number as a form."""
        return number(self.ring, fmpq(value.numerator, value.denominator))

    def at(self, polynomial: Polynomial, variable: Form, value: Fraction) -> Fraction:
        """A polynomial in one generator, at a number."""
        position = self._position(variable)
        terms = polynomial.terms()
        return sum((fraction(c) * value ** monomial[position] for monomial, c in terms), Fraction())

    def is_zero(self, form: Form) -> bool:
        """Whether the form is 0 modulo the squares of its roots."""
        return bool(self.reduce(form.numer) == 0)

    def reduce(self, polynomial: Polynomial, *, scaled: bool = True) -> Polynomial:
        """A numerator with each root in degree below 2.

        A root of a fraction brings denominators: `scaled` allows a factor that is a power of them,
        which is no matter for a zero; without it such roots stay as they are.
        """
        for position, square in reversed(self._relations):
            if not (scaled or square.denom.is_ground):
                continue
            highest = max((monomial[position] // 2 for monomial in polynomial), default=0)
            if not highest:
                continue
            even, odd = self.ring.zero, self.ring.zero
            for monomial, coefficient in polynomial.terms():
                half, rest = divmod(monomial[position], 2)
                bare = (*monomial[:position], 0, *monomial[position + 1 :])
                term = self.ring.term(bare, coefficient)
                if scaled:
                    factor = arithmetic.multiplied(
                        arithmetic.raised(square.numer, half),
                        arithmetic.raised(square.denom, highest - half),
                    )
                else:
                    factor = arithmetic.raised(square.numer * (1 / square.denom.LC), half)
                term = arithmetic.multiplied(term, factor)
                even, odd = (even, odd + term) if rest else (even + term, odd)
            polynomial = even + odd * self.ring.gens[position]
        return polynomial

    def fraction(self, polynomial: Polynomial) -> Form:
        """A polynomial as a form."""
        return over_one(polynomial)

    def _generator(self, generator: Generator) -> Form:
        if generator not in self.generators:
            if len(self.generators) == self._capacity:
                raise TooSmall(2 * self._capacity, self._fineness)
            gen = self.ring.gens[len(self.generators)]
            self.generators[generator] = over_one(gen)
        return self.generators[generator]

    def _position(self, form: Form) -> int:
        return self.ring.gens.index(form.numer)

    def rational(self, form: Form) -> Fraction | None:
        """The form's value where it is a number."""
        if not form.is_number:
            return None
        return fraction(form.numer.LC) / fraction(form.denom.LC)

    def _linear_parts(self, form: Form) -> list[tuple[Fraction, Form]]:
        """The form as Σ coefficient · (monomial / denominator), denominators made monic."""
        lead = form.denom.LC
        burn(PRICE_OF_A_PART * len(form.numer))
        monic = over_one(form.denom.monic())
        parts = []
        for monomial, coefficient in form.numer.terms():
            value = fraction(coefficient) / fraction(lead)
            parts.append((value, over_one(self.ring.term(monomial)) / monic))
        return parts

    def _square_root_of(self, kind: str, key: Hashable, argument: Form, square: Form) -> Form:
        generator = Generator(kind, key, argument)
        known = generator in self.generators
        form = self._generator(generator)
        if not known:
            self._relations.append((self._position(form), square))
        return form

    def _product(self, forms: Iterable[Form]) -> Form:
        return reduce(arithmetic.times, forms, self.one)

    def _is_natural(self, monomial: Form) -> bool:
        """Whether the monomial is a product of natural symbols (or 1)."""
        if monomial.denom != 1:
            return False
        ((powers, _),) = monomial.numer.terms()
        kinds = list(self.generators)
        return all(kinds[i].is_whole for i, power in enumerate(powers) if power)

    def _factors(self, base: Form) -> list[tuple[Form, int]]:
        """The base as a product of powers of primes, −1 and irreducible polynomials."""
        if base == 0:
            return [(base, 1)]
        found: list[tuple[Form, int]] = []
        for polynomial, sign in ((base.numer, 1), (base.denom, -1)):
            content, parts = arithmetic.factors(polynomial)
            # 1 − 2η stays as it is: its sign may be known, that of 2η − 1 with it only apart
            if content < 0 and parts and parts[0][1] % 2:
                content, parts = -content, [(-parts[0][0], parts[0][1]), *parts[1:]]
            for prime, multiplicity in prime_powers(fraction(content)):
                found.append((self.number(prime), sign * multiplicity))
            found.extend((over_one(part), sign * multiplicity) for part, multiplicity in parts)
        return found
