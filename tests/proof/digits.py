"""Numbers of many digits: what has a value, what is too close to tell, slopes by small steps."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random as Chance
from typing import Any

import numpy as np
from mpmath import mp, mpf

from tests.proof.sampler import COMPARE, FUNCTIONS, NoValue, TooClose

Value = Any  # a number of many digits, or an array of them
# Sums are right to the last digits; slopes, by steps, to fewer
STEP, SAME, CLOSE = mpf(10) ** -20, mpf(10) ** -45, mpf(10) ** -15
ZERO, ONE = mpf(0), mpf(1)
MOST_EXPONENT, LARGEST = 1000, 10**6


def compared(one: Value, kind: str, other: Value) -> bool:
    """Whether two numbers stand in a relation.

    Raises:
        TooClose: These digits do not tell.
    """
    one, other = number(one), number(other)
    difference = (one - other) / max(abs(one), abs(other), mpf(1))
    if abs(difference) >= CLOSE:
        return bool(COMPARE[kind](difference, 0))
    if kind in "=≤≥":
        return True
    if abs(difference) > SAME:
        raise TooClose
    return False


def number(value: Value) -> mpf:
    """With many digits."""
    if isinstance(value, Fraction):
        return mpf(value.numerator) / value.denominator
    return mpf(value)


def whole(value: Value) -> int:
    """An index.

    Raises:
        NoValue: It is none.
    """
    if abs(value - mp.nint(value)) > SAME:
        raise NoValue
    return int(mp.nint(value))


def nonzero(value: Value) -> Value:
    """What one may divide by.

    Raises:
        NoValue: It is 0.
        TooClose: It is next to 0.
    """
    if abs(value) < SAME:
        raise NoValue
    if abs(value) < CLOSE:
        raise TooClose
    return value


def power(base: Value, exponent: Value) -> Value:
    """base to the exponent; of an array, entry by entry."""
    if isinstance(base, np.ndarray):
        return np.vectorize(lambda each: power(each, exponent), otypes=[object])(base)
    if exponent == mp.nint(exponent) and abs(exponent) <= MOST_EXPONENT:
        return (nonzero(base) if exponent < 0 else base) ** int(exponent)
    if base < 0:
        raise NoValue
    return nonzero(base) ** exponent


def elementary(name: str, at: Value) -> Value:
    """exp, log, √, |·|, tanh or erf of a number."""
    if name == "absolute-value":
        return abs(at)
    if name in ("logarithm", "square-root"):
        if at < -SAME or (name == "logarithm" and at == 0):
            raise NoValue
        if name == "logarithm" and at <= SAME:
            raise TooClose
        at = max(at, ZERO)
        return (mp.log if name == "logarithm" else mp.sqrt)(at)
    if abs(at) > LARGEST:
        raise TooClose
    return FUNCTIONS[name](at)


def slope(function: Callable[[Value], Value], at: Value) -> Value:
    """The slope at a place, from a small step to either side."""
    ahead, behind = (function(at + step) for step in (STEP, -STEP))
    return (ahead - behind) / (2 * STEP)


def any_polynomial(seed: str, at: Value) -> Value:
    """A polynomial, which may be convex, straight or neither, at a place."""
    chance = Chance(seed)
    a, b, c, d = (mpf(chance.randint(-9, 9)) / 7 for _ in range(4))
    shape = chance.choice(((a, b, c, d), (a, b, abs(c), 0), (a, b, 0, 0)))
    return sum(each * at**n for n, each in enumerate(shape))
