"""A second opinion on claims: mpmath at many points; of the proof core it knows only the nodes.

It evaluates with 60 digits, without balls, forms or certificates. Special points (0, ±1, equal
values) are tried as well as random ones: that is where identities break.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod
from random import Random

from mpmath import mp, mpf

from nnmath.notation.symbol import Sort
from nnmath.proof.nodes import (
    Add,
    Apply,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Variable,
)
from nnmath.proof.piecewise import CaseCondition, Piecewise
from nnmath.proof.special import Constant
from nnmath.proof.statements import Chain, Or
from nnmath.proof.tree import children

mp.dps = 60
CLOSE = mpf(10) ** -40
LARGEST = mpf(10) ** 30
LARGEST_EXPONENT = 10**6
SPECIAL = tuple(Fraction(text) for text in ("0", "1", "-1", "2", "-2", "1/2", "-1/2", "3"))
COMPARE = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}
Point = Mapping[Variable, Fraction]


class NoValue(ArithmeticError):
    """The expression has no value there."""


class TooClose(ArithmeticError):
    """It may have one, but these digits do not tell."""


def value(node: Node, point: Point) -> mpf:
    """The value of an expression.

    Raises:
        NoValue: It has none.
    """
    match node:
        case Number(number):
            return mpf(number.numerator) / number.denominator
        case Constant():
            return +mp.pi
        case Variable():
            return mpf(point[node].numerator) / point[node].denominator
        case Add(terms):
            return mp.fsum(value(term, point) for term in terms)
        case Multiply(factors):
            return mp.fprod(value(factor, point) for factor in factors)
        case Negate(operand):
            return -value(operand, point)
        case Divide(top, bottom):
            below = value(bottom, point)
            if abs(below) < CLOSE:
                raise NoValue if exact(bottom, point) == 0 else TooClose
            return value(top, point) / below
        case Power(base, exponent):
            sure = exact(base, point) is not None
            return _power(value(base, point), value(exponent, point), sure)
        case Apply(function, (argument,)):
            return _apply(function.symbol.id, value(argument, point))
        case Piecewise():
            return value(_chosen(node, point), point)
    raise TypeError(f"the sampler has no rule for {node!r}")


def _chosen(node: Piecewise, point: Point) -> Node:
    """The value of the one case that holds."""
    met = [_met(condition, point) for condition in node.conditions]
    if None in met:
        raise TooClose
    if met.count(True) != 1:
        raise NoValue
    return node.values[met.index(True)]


def _met(condition: CaseCondition, point: Point) -> bool | None:
    if isinstance(condition, Relation):
        return holds(condition, point)
    parts = condition.relations if isinstance(condition, Chain) else condition.parts
    found = [_met(part, point) for part in parts]
    if None in found:
        return None
    return any(found) if isinstance(condition, Or) else all(found)


def _power(base: mpf, exponent: mpf, sure: bool) -> mpf:
    if abs(exponent - mp.nint(exponent)) < CLOSE:
        whole = int(mp.nint(exponent))
        if whole < 0 and abs(base) < CLOSE:
            raise NoValue if base == 0 and sure else TooClose
        return base**whole
    if abs(base) < CLOSE:
        raise TooClose
    if base < 0:
        raise NoValue
    return base**exponent


def _apply(name: str, argument: mpf) -> mpf:
    if name == "logarithm":
        if abs(argument) < CLOSE:
            raise TooClose
        if argument < 0:
            raise NoValue
        return mp.log(argument)
    if name == "square-root":
        if argument < -CLOSE:
            raise NoValue
        return mp.sqrt(max(argument, mpf(0)))
    if name == "exponential" and argument > LARGEST_EXPONENT:
        raise TooClose
    return FUNCTIONS[name](argument)


FUNCTIONS = {
    "exponential": mp.exp,
    "absolute-value": abs,
    "hyperbolic-tangent": mp.tanh,
    "error-function": mp.erf,
    "cosine": mp.cos,
}


def holds(relation: Relation, point: Point) -> bool | None:
    """Whether a comparison holds; None: too close to tell, or too large for the digits.

    Raises:
        NoValue: A side has no value there.
    """
    try:
        left, right = value(relation.left, point), value(relation.right, point)
    except TooClose:
        return None
    both = exact(relation.left, point), exact(relation.right, point)
    if None not in both:
        return bool(COMPARE[relation.kind](*both))
    size = max(abs(left), abs(right), mpf(1))
    if size > LARGEST:
        return None
    difference = (left - right) / size
    if abs(difference) < CLOSE:
        return {"=": True, "≤": True, "≥": True}.get(relation.kind)
    return {
        "=": False,
        "≠": True,
        "<": difference < 0,
        "≤": difference < 0,
        ">": difference > 0,
        "≥": difference > 0,
    }[relation.kind]


def exact(node: Node, point: Point) -> Fraction | None:
    """The value by fractions alone, of what has a value; None where a function is in it."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Variable):
        return point[node]
    if isinstance(node, Constant):
        return None
    if isinstance(node, Piecewise):
        return exact(_chosen(node, point), point)
    parts = [exact(part, point) for part in children(node)]
    if None in parts:
        return None
    match node:
        case Add():
            return sum(parts, Fraction(0))  # type: ignore[arg-type]
        case Multiply():
            return prod(parts)  # type: ignore[type-var]
        case Negate():
            return -parts[0]  # type: ignore[operator]
        case Divide():
            return parts[0] / parts[1]  # type: ignore[operator]
        case Power() if parts[1].denominator == 1 and abs(parts[1]) < 1000:  # type: ignore
            return parts[0] ** int(parts[1])  # type: ignore
        case Apply(function, _) if function.symbol.id == "absolute-value":
            return abs(parts[0])  # type: ignore[arg-type]
    return None


def points(
    symbols: Sequence[Variable], given: Sequence[Relation], seed: int, count: int = 40
) -> Iterator[dict[Variable, Fraction]]:
    """Points that meet the hypotheses: the special ones first, then random ones."""
    rng = Random(seed)
    special = list(product(SPECIAL, repeat=len(symbols)))
    rng.shuffle(special)
    found = 0
    for values in (*special[: 4 * count], *_random(len(symbols), rng, 6 * count)):
        point = dict(zip(symbols, values, strict=True))
        if all(_in_range(symbol, number) for symbol, number in point.items()) and _meets(
            given, point
        ):
            yield point
            found += 1
            if found == count:
                return


def _random(width: int, rng: Random, count: int) -> Iterator[tuple[Fraction, ...]]:
    for _ in range(count):
        yield tuple(
            Fraction(rng.randint(-4000, 4000), rng.choice((1, 7, 1000, 1009)))
            / rng.choice((1, 100))
            if rng.random() < 0.7
            else Fraction(rng.randint(0, 6))
            for _ in range(width)
        )


def _in_range(symbol: Variable, number: Fraction) -> bool:
    return symbol.symbol.sort is not Sort.NATURAL or (number.denominator == 1 and number >= 0)


def _meets(given: Sequence[Relation], point: Point) -> bool:
    try:
        return all(holds(relation, point) is True for relation in given)
    except NoValue:
        return False
