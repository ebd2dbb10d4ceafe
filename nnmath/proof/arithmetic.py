"""Arithmetic of polynomials and forms that pays for its work before doing it.

The price of an operation is told from its operands alone; one step is about a quarter of a
microsecond.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from math import comb, prod
from typing import Any

from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.forms import Form
from nnmath.proof.fuel import burn
from nnmath.proof.polynomials import Polynomial

FEW = 64  # products of terms that take no longer than the way to them
WORD = 64  # bits
MOST_FACTORED = 2000  # above this box a polynomial is left as one factor


def multiplied(first: Polynomial, second: Polynomial) -> Polynomial:
    """The product of two polynomials."""
    burn(_product_price(first, second))
    return first * second


def raised(base: Polynomial, exponent: int) -> Polynomial:
    """A natural power of a polynomial."""
    burn(_power_price(base, exponent))
    return base**exponent


def common_multiple(first: Polynomial, second: Polynomial) -> Polynomial:
    """The least common multiple of two polynomials."""
    burn(_fraction_price(first, second, first, second))
    return first.lcm(second)


def factors(polynomial: Polynomial) -> tuple[Any, list[tuple[Polynomial, int]]]:
    """Content and factors; a large polynomial is left as one, which only proves less."""
    size = prod(degree + 1 for degree in _degrees(polynomial))
    if len(polynomial) == 1 or size * _words(polynomial) <= MOST_FACTORED:
        burn(len(polynomial) * size)
        # python-flint puts factors in order by coefficients, but only by those of one word
        with suppress(OverflowError):
            return polynomial.factor_list()
    return polynomial.LC, [(polynomial.monic(), 1)]


def plus(first: Form, second: Form) -> Form:
    """The sum of two forms."""
    burn(_sum_price(first, second))
    return first + second


def total(forms: Iterable[Form], start: Form) -> Form:
    """The sum of forms."""
    for form in forms:
        start = plus(start, form)
    return start


def times(first: Form, second: Form) -> Form:
    """The product of two forms."""
    burn(_fraction_price(first.numer, second.numer, first.denom, second.denom))
    return first * second


def over(first: Form, second: Form) -> Form:
    """The quotient of two forms."""
    if second == 0:
        raise OutsideTheKernel("a denominator is 0")
    burn(_fraction_price(first.numer, second.denom, first.denom, second.numer))
    return first / second


def power(base: Form, exponent: int) -> Form:
    """An integer power of a form."""
    if exponent < 0 and base == 0:
        raise OutsideTheKernel("0 has no negative power")
    burn(_power_price(base.numer, abs(exponent)) + _power_price(base.denom, abs(exponent)))
    return base**exponent


def _words(polynomial: Polynomial) -> int:
    """How many machine words the longest coefficient takes."""
    return 1 + polynomial.bits // WORD


def _degrees(polynomial: Polynomial) -> list[int]:
    return [max(degree, 0) for degree in polynomial.degrees()]


def _pair_price(polynomial: Polynomial, words: int = 1) -> int:
    """Of the product of two terms: exponents add, coefficients multiply."""
    return 2 + int(polynomial.ring.ngens) // 4 + words // 64


def _product_price(first: Polynomial, second: Polynomial) -> int:
    pairs = len(first) * len(second)
    if pairs < FEW:
        return FEW + pairs
    return FEW + pairs * _pair_price(first, _words(first) * _words(second))


def _divisor_price(degrees: Iterable[int], terms: int, words: int) -> int:
    """Of a greatest common divisor: what divides may fill the box of its degrees."""
    box = prod(degree + 1 for degree in degrees)
    return box * (min(box, terms) + 4 * words)


def _fraction_price(
    top: Polynomial, more_top: Polynomial, bottom: Polynomial, more_bottom: Polynomial
) -> int:
    """Of top · more_top / (bottom · more_bottom) with common factors cancelled."""
    price = _product_price(top, more_top) + _product_price(bottom, more_bottom)
    if len(bottom) == len(more_bottom) == 1:
        return price
    parts = (top, more_top, bottom, more_bottom)
    columns = zip(*map(_degrees, parts), strict=True)
    degrees = [max(a + b, c + d) for a, b, c, d in columns]
    terms = max(len(top) * len(more_top), len(bottom) * len(more_bottom))
    return price + _divisor_price(degrees, terms, sum(map(_words, parts)))


def _sum_price(first: Form, second: Form) -> int:
    size = len(first.numer) + len(second.numer)
    if first.denom == second.denom and first.denom.is_ground:
        return FEW + size
    crossed = _product_price(first.numer, second.denom)
    return crossed + _fraction_price(second.numer, first.denom, first.denom, second.denom)


def _power_price(base: Polynomial, exponent: int) -> int:
    terms = len(base)
    if exponent < 2 or terms < 2:
        return FEW + exponent // 8
    words = exponent * _words(base) // 2
    # Up to five terms by the multinomial theorem, whatever falls together afterwards
    if terms <= 5:
        each = terms * _pair_price(base, words)
        return FEW + comb(exponent + terms - 1, terms - 1) * each
    half = exponent // 2
    box = prod(half * degree + 1 for degree in _degrees(base))
    last = min(comb(half + terms - 1, terms - 1), box)
    return FEW + last * last * _pair_price(base, words * words // 4)
