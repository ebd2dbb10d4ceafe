"""Numbers for a draw: square roots, and what solves an equation that was tried at 0, 1 and 2."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, isqrt

FINENESS = 997


def solutions(trials: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Where a function of degree 1 or 2 is 0, from its values at 0, 1 and 2; rational ones alone.

    >>> solutions((Fraction(-1), Fraction(0), Fraction(3)))
    (Fraction(-1, 1), Fraction(1, 1))
    """
    start, middle, end = trials
    square = (end - 2 * middle + start) / 2
    slope = middle - start - square
    if square == 0:
        return (-start / slope,) if slope else ()
    root = _root(slope * slope - 4 * square * start)
    return () if root is None else tuple((each - slope) / (2 * square) for each in (-root, root))


def straight(trials: Sequence[Fraction]) -> tuple[Fraction | None, Fraction]:
    """Where a function of degree 1 is 0 and its slope, from its values at 0, 1 and 2; None of any
    other.

    >>> straight((Fraction(-1), Fraction(1), Fraction(3)))
    (Fraction(1, 2), Fraction(2, 1))
    """
    start, middle, end = trials
    slope = middle - start
    if slope == 0 or end - middle != slope:
        return None, slope
    return -start / slope, slope


def root_above(number: Fraction) -> Fraction:
    """A little more than the square root, or than 0."""
    return Fraction(isqrt(ceil(max(number, Fraction(0)) * FINENESS**2)) + 1, FINENESS)


def _root(number: Fraction) -> Fraction | None:
    """The square root, where it is rational."""
    if number < 0:
        return None
    root = Fraction(isqrt(number.numerator), isqrt(number.denominator))
    return root if root * root == number else None
