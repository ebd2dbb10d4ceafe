"""Exact values: an expression at a point as a rational number, where it is one."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from math import isqrt, prod
from typing import cast

from nnmath.proof.balls import MOST_UPDATES, entry, located, steps
from nnmath.proof.chances import NoMean, integrated, mean
from nnmath.proof.coefficients import LARGEST_EXPONENT
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Entry, Integral, Iterated, Kronecker, Product, Sum
from nnmath.proof.logic import ways
from nnmath.proof.meanings import opened
from nnmath.proof.nodes import (
    ABS,
    SQRT,
    Add,
    Apply,
    Comparison,
    Condition,
    Divide,
    Element,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Variable,
)
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.point import CannotEvaluate, Point
from nnmath.proof.substitution import Place, substitute

LARGEST_DIGITS = 4000
COMPARE: dict[Comparison, Callable[[Fraction, int], bool]] = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}


class NotRational(ValueError):
    """The value is not rational, does not exist, or is too long to write down.

    Args:
        reason: Why.
        missing: The place that has no value, where that is why.
    """

    def __init__(self, reason: str, missing: Place | None = None) -> None:
        super().__init__(reason)
        self.missing = missing


def rational(node: Node, point: Point) -> Fraction:
    """The exact value of `node` at `point`.

    Raises:
        NotRational: There is none, or none that this can find.

    >>> from nnmath.proof.nodes import as_node
    >>> rational(as_node("1/3") + 1, Point({}))
    Fraction(4, 3)
    """
    match node:
        case Number(value):
            return value
        case Variable():
            try:
                return point.values[node]
            except KeyError:
                raise NotRational("a symbol has no value", node) from None
        case Element():
            return _member(node, point)
        case Entry():
            return _entry(node, point)
        case Kronecker(first, second):
            return Fraction(rational(first, point) == rational(second, point))
        case Sum():
            return sum((rational(node.body, each) for each in _steps(node, point)), Fraction(0))
        case Product():
            return prod(
                (rational(node.body, each) for each in _steps(node, point)), start=Fraction(1)
            )
        case Add(terms):
            return sum((rational(term, point) for term in terms), Fraction(0))
        case Multiply(factors):
            product = Fraction(1)
            for factor in factors:
                product *= rational(factor, point)
            return product
        case Negate(operand):
            return -rational(operand, point)
        case Divide(top, bottom):
            return _quotient(rational(top, point), rational(bottom, point))
        case Power(base, exponent):
            return _power(rational(base, point), rational(exponent, point))
        case Piecewise(values, conditions):
            met = [v for v, c in zip(values, conditions, strict=True) if is_true(c, point)]
            if len(met) == 1:
                return rational(met[0], point)
        case Averaged() | Integral():
            try:
                if isinstance(node, Integral):
                    return integrated(node, point, rational, Fraction)
                return mean(node, point, rational, Fraction, None)
            except (NoMean, CannotEvaluate) as reason:
                raise NotRational(str(reason)) from None
        case Apply(function, (argument,)):
            if function == ABS:
                return abs(rational(argument, point))
            if function == SQRT:
                return _root(rational(argument, point))
            meaning = opened(function, point.meanings)
            if meaning is not None:
                return rational(meaning.at((argument,)), point)
    raise NotRational(f"no exact value for {type(node).__name__}")


def is_true(condition: Condition, point: Point) -> bool:
    """Whether comparisons, joined by ∧ and ∨, hold at `point`.

    Raises:
        NotRational: A side has no exact value.
    """
    return any(all(_compares(each, point) for each in way) for way in ways(condition))


def _compares(relation: Relation, point: Point) -> bool:
    difference = rational(relation.left, point) - rational(relation.right, point)
    return COMPARE[relation.kind](difference, 0)


def exact(node: Node) -> Number:
    """The value of an expression without symbols, spelled as a decimal where that is finite.

    >>> from nnmath.proof.nodes import as_node
    >>> exact(as_node("0.001") * 10).spelling
    '0.01'
    """
    value = rational(node, Point({}))
    return Number(value, decimal(value))


def decimal(value: Fraction) -> str:
    """A rational in plain digits: a finite decimal where there is one, else a fraction.

    >>> decimal(Fraction(1, 8)), decimal(Fraction(-3)), decimal(Fraction(1, 3))
    ('0.125', '-3', '1/3')
    """
    places = decimal_places(value.denominator)
    if places is None:
        return str(value)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
    return ("-" if value < 0 else "") + whole + (f".{part}" if part else "")


def decimal_places(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms needs; None when they never end."""
    powers = []
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        powers.append(count)
    return max(powers) if denominator == 1 else None


def _entry(node: Entry, point: Point) -> Fraction:
    meaning = opened(node.tensor, point.meanings)
    try:
        if meaning is None:
            return entry(node, point)
        return rational(meaning.at(located(node, point).indices), point)
    except CannotEvaluate as reason:
        raise NotRational(str(reason), reason.missing) from None


def _steps(node: Iterated, point: Point) -> list[Point]:
    try:
        return list(steps(node, point))
    except CannotEvaluate as reason:
        raise NotRational(str(reason), reason.missing) from None


def _member(node: Element, point: Point) -> Fraction:
    index = rational(node.index, point)
    given = Element(node.sequence, Number(index))
    if given in point.values:
        return point.values[given]
    for rule in point.recurrences:
        driven = rule.sequence.symbol == node.sequence
        if driven and index.denominator == 1 and 0 < index <= MOST_UPDATES:
            if (given, "exact") not in point.members:
                before = substitute(rule.following, {rule.index: Number(index - 1)})
                point.members[given, "exact"] = rational(before, point)
            return cast(Fraction, point.members[given, "exact"])
    raise NotRational("a member of the sequence has no value", given)


def _quotient(top: Fraction, bottom: Fraction) -> Fraction:
    if bottom == 0:
        raise NotRational("division by 0")
    return top / bottom


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1 or abs(exponent) > LARGEST_EXPONENT:
        raise NotRational("the exponent is no small integer")
    length = len(str(base.numerator)) + len(str(base.denominator))
    if length * abs(exponent) > LARGEST_DIGITS or (base == 0 and exponent < 0):
        raise NotRational("the power is too long to write down, or does not exist")
    return base ** int(exponent)


def _root(value: Fraction) -> Fraction:
    if value >= 0 and all(isqrt(p) ** 2 == p for p in (value.numerator, value.denominator)):
        return Fraction(isqrt(value.numerator), isqrt(value.denominator))
    raise NotRational("the root is not rational")
