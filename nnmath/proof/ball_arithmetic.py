"""Arithmetic of balls: each surely holds the true value, or none is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from typing import Any, TypeAlias

from flint import arb, ctx, fmpq

from nnmath.proof.nodes import ABS, EXP, LOG, SQRT, TANH, Function
from nnmath.proof.point import CannotEvaluate, Undefined
from nnmath.proof.special import COS, ERF, PI, Constant

Ball: TypeAlias = Any  # flint.arb, which has no stubs
DIGITS = 50


@contextmanager
def digits(count: int = DIGITS) -> Iterator[None]:
    """Compute with `count` decimal digits inside the block."""
    before = ctx.dps
    ctx.dps = count
    try:
        yield
    finally:
        ctx.dps = before


def exact(value: Fraction) -> Ball:
    """A rational number as a ball."""
    return arb(fmpq(value.numerator, value.denominator))


def integer(index: Ball) -> int:
    """The integer in a ball.

    Raises:
        CannotEvaluate: The ball does not show that it is one.
    """
    whole = index.unique_fmpz()
    if whole is None:
        raise CannotEvaluate("an index is not surely an integer")
    return int(whole)


def nonzero(value: Ball) -> Ball:
    """A denominator, unchanged.

    Raises:
        CannotEvaluate: It may be 0.
        Undefined: It is 0.
    """
    if value.is_zero():
        raise Undefined("division by 0")
    if value.contains(0):
        raise CannotEvaluate("a denominator is not surely different from 0")
    return value


def power(base: Ball, exponent: Ball) -> Ball:
    """base^exponent.

    Raises:
        CannotEvaluate: The base may be one that has no such power.
        Undefined: It is one.
    """
    whole = exponent.unique_fmpz() if exponent.is_exact() else None
    if whole is None:
        return (exponent * _positive(base).log()).exp()
    if whole >= 0:
        return _raised(base, int(whole))
    return 1 / _raised(nonzero(base), int(-whole))


def _raised(base: Ball, exponent: int) -> Ball:
    """By multiplication: the library has no number for a power of a ball around 0."""
    result = arb(1)
    while exponent:
        result = result * base if exponent % 2 else result
        base, exponent = base * base, exponent // 2
    return result


def _positive(value: Ball) -> Ball:
    if value <= 0:
        raise Undefined("a logarithm or a real power of a number that is not positive")
    if not value > 0:
        raise CannotEvaluate("a number is not surely positive")
    return value


def _nonnegative(value: Ball) -> Ball:
    if value < 0:
        raise Undefined("a square root of a negative number")
    if not value >= 0:
        raise CannotEvaluate("a radicand is not surely at least 0")
    return value


ELEMENTARY: Mapping[Function, Callable[[Ball], Ball]] = {
    EXP: lambda x: x.exp(),
    LOG: lambda x: _positive(x).log(),
    SQRT: lambda x: _nonnegative(x).sqrt(),
    ABS: lambda x: abs(x),
    TANH: lambda x: x.tanh(),
    ERF: lambda x: x.erf(),
    COS: lambda x: x.cos(),
}
CONSTANTS: Mapping[Constant, Callable[[], Ball]] = {PI: arb.pi}


def compare(difference: Ball, kind: str) -> bool | None:
    """How a difference compares with 0, surely; None: unsure."""
    positive, negative = bool(difference > 0), bool(difference < 0)
    zero = bool(difference.is_zero())
    sure_true = {
        "=": zero,
        "≠": positive or negative,
        "<": negative,
        "≤": negative or zero,
        ">": positive,
        "≥": positive or zero,
    }
    sure_false = {
        "=": positive or negative,
        "≠": zero,
        "<": positive or zero,
        "≤": positive,
        ">": negative or zero,
        "≥": negative,
    }
    return True if sure_true[kind] else False if sure_false[kind] else None
