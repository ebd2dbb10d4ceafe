"""Forms: fractions of polynomials over ℤ in lowest terms, so that equal ones are alike."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from nnmath.proof.polynomials import Integral, Polynomial, Ring, Scalar


class Form:
    """`top` / `bottom` without a common factor, the leading coefficient of the bottom positive.

    Forms of one ring compare with `==`; forms of two rings must not meet.
    """

    __slots__ = ("_denom", "_numer", "bottom", "ring", "top")
    _denom: Polynomial
    _numer: Polynomial

    def __init__(self, ring: Ring, top: Integral, bottom: Integral) -> None:
        self.ring, self.top, self.bottom = ring, top, bottom

    @property
    def numer(self) -> Polynomial:
        """The numerator, over ℤ."""
        try:
            return self._numer
        except AttributeError:
            self._numer = Polynomial(self.ring, self.top)
        return self._numer

    @property
    def denom(self) -> Polynomial:
        """The denominator, over ℤ."""
        try:
            return self._denom
        except AttributeError:
            self._denom = Polynomial(self.ring, self.bottom)
        return self._denom

    @property
    def is_number(self) -> bool:
        """Whether no generator stands in it."""
        return bool(self.top.is_constant() and self.bottom.is_constant())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Form):
            return bool(self.top == other.top and self.bottom == other.bottom)
        if isinstance(other, int):
            return bool(self.top == other and self.bottom.is_one())
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.numer)  # forms with one top and two bottoms are rare

    def __add__(self, other: Form | Scalar) -> Form:
        other = self._form(other)
        if self.bottom == other.bottom:
            return reduced(self.ring, self.top + other.top, self.bottom)
        crossed = self.top * other.bottom + other.top * self.bottom
        return reduced(self.ring, crossed, self.bottom * other.bottom)

    def __neg__(self) -> Form:
        return Form(self.ring, -self.top, self.bottom)

    def __sub__(self, other: Form | Scalar) -> Form:
        return self + -other

    def __rsub__(self, other: Scalar) -> Form:
        return -self + other

    __radd__ = __add__

    def __mul__(self, other: Form | Scalar) -> Form:
        other = self._form(other)
        return reduced(self.ring, self.top * other.top, self.bottom * other.bottom)

    __rmul__ = __mul__

    def __truediv__(self, other: Form | Scalar) -> Form:
        other = self._form(other)
        return reduced(self.ring, self.top * other.bottom, self.bottom * other.top)

    def __pow__(self, exponent: int) -> Form:
        if exponent < 0:
            return reduced(self.ring, self.bottom**-exponent, self.top**-exponent)
        return Form(self.ring, self.top**exponent, self.bottom**exponent)

    def _form(self, other: Form | Scalar) -> Form:
        return other if isinstance(other, Form) else number(self.ring, other)


def number(ring: Ring, value: Scalar) -> Form:
    """A number as a form."""
    exact = fmpq(value)
    constant: Any = ring.context.constant
    return Form(ring, constant(exact.numerator), constant(exact.denominator))


def over_one(polynomial: Polynomial) -> Form:
    """A polynomial as a form."""
    bottom = polynomial.ring.context.constant(polynomial.denominator)
    return Form(polynomial.ring, polynomial.integral, bottom)


def reduced(ring: Ring, top: Integral, bottom: Integral) -> Form:
    """top / bottom in lowest terms.

    Raises:
        ZeroDivisionError: The bottom is 0.
    """
    if bottom.is_one():
        return Form(ring, top, bottom)
    if bottom.is_zero():
        raise ZeroDivisionError("a denominator is 0")
    common = top.gcd(bottom)
    if not common.is_one():
        top, bottom = top // common, bottom // common
    if bottom.leading_coefficient() < 0:
        top, bottom = -top, -bottom
    return Form(ring, top, bottom)
