"""Rational numbers as the normal form needs them: coefficients, squares, prime powers, bounds."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import fmpz

LARGEST_FACTORED = 10**12
LARGEST_EXPONENT = 1000


class OutsideTheKernel(ValueError):
    """The expression, or the fuel it needs, is beyond the normal form; says why in one line."""


def fraction(value: Any) -> Fraction:
    return Fraction(int(value.numerator), int(value.denominator))


def bounded(exponent: Fraction) -> int:
    if abs(exponent) > LARGEST_EXPONENT:
        raise OutsideTheKernel(f"the exponent {exponent} is above {LARGEST_EXPONENT}")
    return int(exponent)


def prime_powers(number: Fraction) -> list[tuple[int, int]]:
    """A rational number as powers of −1 and of primes; large parts are left whole."""
    found = [(-1, 1)] if number < 0 else []
    for part, sign in ((abs(number.numerator), 1), (number.denominator, -1)):
        if part > LARGEST_FACTORED:
            found.append((part, sign))
        elif part > 1:
            found.extend((int(p), sign * int(m)) for p, m in fmpz(part).factor())
    return found
