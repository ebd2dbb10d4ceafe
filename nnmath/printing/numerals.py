"""How a number is written: sign, digits, and the denominator of a fraction."""

from __future__ import annotations

import re
from typing import TypeGuard

from nnmath.proof.nodes import Divide, Node, Number
from nnmath.proof.rationals import decimal

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
