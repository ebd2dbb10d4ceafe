"""Whether floating point computes an expression everywhere without a warning.

A formula by cases is computed for all cases at every point, also where a case does not hold.
"""

from __future__ import annotations

from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    Add,
    Apply,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
)
from nnmath.proof.special import Constant
from nnmath.proof.tree import children


def is_harmless(node: Node) -> bool:
    """Whether its form alone shows that nothing in it is undefined or overflows soon.

    >>> from nnmath.notation.symbols import WEIGHT
    >>> from nnmath.proof.nodes import Variable
    >>> W = Variable(WEIGHT)
    >>> is_harmless(1 / (1 + EXP(-abs(W)))), is_harmless(EXP(W)), is_harmless(1 / W)
    (True, False, False)
    """
    match node:
        case Divide(_, bottom):
            own = is_positive(bottom)
        case Power(_, exponent):
            own = isinstance(exponent, Number) and exponent.value in range(8)
        case Apply(function, (argument,)) if function == EXP:
            own = is_not_positive(argument)
        case Apply(function, (argument,)) if function == LOG:
            own = is_positive(argument)
        case Apply(function, (argument,)) if function == SQRT:
            own = is_not_negative(argument)
        case Apply(function, _):
            own = function.elementary
        case _:
            own = True
    return own and all(map(is_harmless, children(node)))


def is_positive(node: Node) -> bool:
    """Above 0 also in floating point, where a small power of e is 0."""
    match node:
        case Number(value):
            return value > 0
        case Constant():
            return True
        case Add(terms):
            return all(map(is_not_negative, terms)) and any(map(is_positive, terms))
        case Multiply(factors):
            return all(map(is_positive, factors))
    return False


def is_not_negative(node: Node) -> bool:
    """At least 0."""
    match node:
        case Number(value):
            return value >= 0
        case Apply(function, _) if function in (ABS, EXP, SQRT):
            return True
        case Power(_, Number(value)):
            return value.denominator == 1 and value.numerator % 2 == 0
        case Add() | Multiply():
            return all(map(is_not_negative, children(node)))
        case Divide(top, bottom):
            return is_not_negative(top) and is_positive(bottom)
    return is_positive(node)


def is_not_positive(node: Node) -> bool:
    """At most 0."""
    match node:
        case Number(value):
            return value <= 0
        case Negate(operand):
            return is_not_negative(operand)
        case Divide(top, bottom):
            return is_not_positive(top) and is_positive(bottom)
    return False
