"""Polynomials over ℚ: one of python-flint over ℤ, with a denominator."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, TypeAlias

from flint import Ordering, fmpq, fmpz_mpoly_ctx

Integral: TypeAlias = Any  # flint.fmpz_mpoly, which has no stubs
Rational: TypeAlias = Any  # flint.fmpq
Scalar: TypeAlias = int | Rational
Monomial: TypeAlias = tuple[int, ...]
Dense: TypeAlias = list[Any]  # of coefficients in the last generator, of such lists in the others


class Ring:
    """ℚ[g₀, …, gₙ₋₁] in lexicographic order.

    Args:
        ngens: How many generators it has.
    """

    def __init__(self, ngens: int) -> None:
        self.ngens = ngens
        self.context = fmpz_mpoly_ctx.get([f"g{i}" for i in range(ngens)], Ordering.lex)
        self.gens = tuple(Polynomial(self, gen) for gen in self.context.gens())
        self.zero, self.one = (Polynomial(self, self.context.constant(i)) for i in (0, 1))

    def term(self, powers: Monomial, coefficient: Scalar = 1) -> Polynomial:
        """A monomial times a number."""
        number = fmpq(coefficient)
        integral = self.context.from_dict({powers: number.numerator})
        return Polynomial(self, integral, number.denominator)


@cache
def ring(ngens: int) -> Ring:
    """The ring in so many generators; there is one."""
    return Ring(ngens)


class Polynomial:
    """`integral` / `denominator` in lowest terms, the denominator positive."""

    __slots__ = ("_hash", "_terms", "denominator", "integral", "ring")
    _hash: int
    _terms: list[tuple[Monomial, Rational]]

    def __init__(self, ring: Ring, integral: Integral, denominator: Any = 1) -> None:
        self.ring, self.integral, self.denominator = ring, integral, denominator

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Polynomial):
            return bool(self.denominator == other.denominator and self.integral == other.integral)
        if isinstance(other, int):
            return bool(self.denominator == 1 and self.integral == other)
        return NotImplemented

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            self._hash = hash((hash_of(self.integral), int(self.denominator)))
        return self._hash

    def __add__(self, other: Polynomial) -> Polynomial:
        first, second = self.denominator, other.denominator
        if first == second == 1:
            return Polynomial(self.ring, self.integral + other.integral)
        return self._over(self.integral * second + other.integral * first, first * second)

    def __neg__(self) -> Polynomial:
        return Polynomial(self.ring, -self.integral, self.denominator)

    def __mul__(self, other: Polynomial | Scalar) -> Polynomial:
        if isinstance(other, Polynomial):
            below = self.denominator * other.denominator
            return self._over(self.integral * other.integral, below)
        number = fmpq(other)
        return self._over(self.integral * number.numerator, self.denominator * number.denominator)

    __rmul__ = __mul__

    def __pow__(self, exponent: int) -> Polynomial:
        return Polynomial(self.ring, self.integral**exponent, self.denominator**exponent)

    def __floordiv__(self, other: Polynomial) -> Polynomial:
        """The quotient by a polynomial that divides this one."""
        # What has no common factor of its coefficients divides over ℤ where it does over ℚ
        content, primitive = other.integral.primitive()
        quotient = (self.integral // primitive) * other.denominator
        return self._over(quotient, self.denominator * content)

    def __len__(self) -> int:
        return len(self.integral)

    def __iter__(self) -> Iterator[Monomial]:
        """Its monomials, the leading one first."""
        return (monomial for monomial, _ in self.terms())

    def terms(self) -> list[tuple[Monomial, Rational]]:
        """Its monomials, as the powers of the generators, with their coefficients."""
        try:
            return self._terms
        except AttributeError:
            self._terms = _terms(self)
        return self._terms

    @property
    def LC(self) -> Rational:
        """The leading coefficient; 0 of 0."""
        if not self.integral:
            return fmpq(0)
        return fmpq(self.integral.leading_coefficient(), self.denominator)

    @property
    def is_ground(self) -> bool:
        """Whether it is a number."""
        return bool(self.integral.is_constant())

    @property
    def bits(self) -> int:
        """How long its longest coefficient is."""
        longest = max((c.bit_length() for c in self.integral.coeffs()), default=0)
        return int(longest) + int(self.denominator).bit_length()

    def content(self) -> Rational:
        """The greatest number of which every coefficient is a whole multiple."""
        return fmpq(self.integral.primitive()[0], self.denominator)

    def degrees(self) -> tuple[int, ...]:
        """The degree in each generator."""
        return tuple(map(int, self.integral.degrees()))

    def monic(self) -> Polynomial:
        """The multiple whose leading coefficient is 1."""
        multiple: Polynomial = self * (1 / self.LC)
        return multiple

    def lcm(self, other: Polynomial) -> Polynomial:
        """The monic least common multiple."""
        shared = Polynomial(self.ring, self.integral.gcd(other.integral))
        multiple: Polynomial = self * (other // shared)
        return multiple.monic()

    def without(self, generator: int) -> Polynomial:
        """The terms in which a generator does not stand."""
        name = self.ring.context.names()[generator]
        return self._over(self.integral.subs({name: 0}), self.denominator)

    def factor_list(self) -> tuple[Rational, list[tuple[Polynomial, int]]]:
        """A number, and the irreducible polynomials over ℤ with their powers, in a fixed order."""
        number, parts = _factored(self)
        return number, list(parts)

    def _over(self, integral: Integral, denominator: Any) -> Polynomial:
        """`integral` / `denominator` in lowest terms."""
        if denominator == 1:
            return Polynomial(self.ring, integral)
        if denominator < 0:
            integral, denominator = -integral, -denominator
        below = self.ring.context.constant(denominator)
        common = integral.gcd(below).leading_coefficient()
        return Polynomial(self.ring, integral // common, denominator // common)


def hash_of(integral: Integral) -> int:
    """A hash of a polynomial over ℤ, which has none of its own."""
    return hash((tuple(integral.coeffs()), tuple(integral.degrees())))


@lru_cache(maxsize=4096)
def _terms(polynomial: Polynomial) -> list[tuple[Monomial, Rational]]:
    """Asked of the same products of facts over and over, and slower to read out than to look up."""
    below = polynomial.denominator
    return [
        (tuple(map(int, powers)), fmpq(coefficient, below))
        for powers, coefficient in polynomial.integral.terms()
    ]


@lru_cache(maxsize=4096)
def _factored(polynomial: Polynomial) -> tuple[Rational, tuple[tuple[Polynomial, int], ...]]:
    number, parts = polynomial.integral.factor()
    found = [(Polynomial(polynomial.ring, part), int(power)) for part, power in parts]
    found.sort(key=lambda pair: _size(*pair))
    return fmpq(number, polynomial.denominator), tuple(found)


def _size(polynomial: Polynomial, power: int) -> tuple[int, int, Dense]:
    dense = _dense({tuple(map(int, p)): c for p, c in polynomial.integral.terms()})
    return len(dense), power, dense


def _dense(terms: dict[Monomial, Any]) -> Dense:
    """Coefficients in the first generator, the leading one first; none of 0."""
    groups: dict[int, dict[Monomial, Any]] = {}
    for (first, *others), coefficient in terms.items():
        groups.setdefault(first, {})[tuple(others)] = coefficient
    width = len(next(iter(terms))) - 1
    blank: dict[Monomial, Any] = {(0,) * width: 0}
    degrees = range(max(groups), -1, -1)
    if not width:
        found = [groups[degree][()] if degree in groups else 0 for degree in degrees]
        return [] if found == [0] else found
    return [_dense(groups.get(degree, blank)) for degree in degrees]
