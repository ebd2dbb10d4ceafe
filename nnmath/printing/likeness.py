"""Different trees that are printed alike, and the one that stands for them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from nnmath.notation.symbol import Symbol
from nnmath.printing.juxtaposition import led_by_numbers
from nnmath.proof.nodes import Divide, Function, MatrixProduct, Multiply, Negate, Number

Thing = TypeVar("Thing")


def representative(thing: Thing) -> Thing:
    """The tree that stands for all that print as `thing` does.

    −3 is a number or the negative of one, ½ a number or a quotient, −ab a product with a negative
    first factor or the negative of a product, and a number before matrices a factor of either of
    the two products. In each case both mean the same.

    >>> from nnmath.proof.nodes import as_node
    >>> representative(as_node(-3)) == representative(-as_node(3))
    True
    """
    if isinstance(thing, tuple):
        return tuple(representative(part) for part in thing)  # type: ignore[return-value]
    if not is_dataclass(thing) or isinstance(thing, (type, Symbol, Function)):
        return thing
    changes = {field.name: representative(getattr(thing, field.name)) for field in fields(thing)}
    settled_thing: Thing = settled(replace(thing, **changes))
    return settled_thing


def settled(node: Any) -> Any:
    """The representative of a node whose parts are settled."""
    if isinstance(node, Number) and node.value < 0:
        return Negate(replace(node, value=-node.value, spelling=node.spelling.lstrip("-")))
    if isinstance(node, Divide) and is_whole(node.numerator) and is_whole(node.denominator, 1):
        return Number(node.numerator.value / node.denominator.value)  # type: ignore[attr-defined]
    if isinstance(node, MatrixProduct):
        product = led_by_numbers(node)
        return node if product is None else settled(product)
    if isinstance(node, Multiply) and isinstance(node.factors[0], Negate):
        return Negate(settled(Multiply((node.factors[0].operand, *node.factors[1:]))))
    return node


def is_whole(node: object, least: int = 0) -> bool:
    """Whether the node is one of the numbers least, least + 1, …"""
    return isinstance(node, Number) and node.value.denominator == 1 and node.value >= least
