"""How a number is written: sign, digits, and the denominator of a fraction."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TypeGuard

from nnmath.proof.nodes import Divide, Node, Number

PLAIN_NUMERAL = re.compile(r"(-?)([0-9]+(?:\.[0-9]+)?)(?:/([0-9]+))?")


def numeral(node: Number) -> tuple[str, str, str]:
    """Sign, numerator and denominator ("" when there is none) as the author spelled them.

    >>> from nnmath.proof.nodes import as_node
    >>> numeral(as_node("-0.10")), numeral(as_node("1/2")), numeral(as_node("1e-3"))
    (('-', '0.10', ''), ('', '1', '2'), ('', '0.001', ''))
    """
    match = PLAIN_NUMERAL.fullmatch(node.spelling)
    if match is None:
        match = PLAIN_NUMERAL.fullmatch(decimal(node.value))
    assert match is not None
    sign, numerator, denominator = match.groups(default="")
    return sign, numerator, denominator


def as_number(node: Node) -> Node:
    """A quotient of two whole numerals as the number that it is set like; else the node itself.

    >>> from nnmath.proof.nodes import as_node
    >>> as_number(as_node(2) / 4)
    Number(value=Fraction(1, 2), spelling='2/4')
    """
    if not isinstance(node, Divide):
        return node
    above, below = node.numerator, node.denominator
    if not (is_whole(above) and is_whole(below)) or below.value == 0:
        return node
    return Number(above.value / below.value, f"{above.spelling}/{below.spelling}")


def is_whole(node: Node) -> TypeGuard[Number]:
    """Whether the node is a numeral of digits alone."""
    return isinstance(node, Number) and node.spelling.isdigit()


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
