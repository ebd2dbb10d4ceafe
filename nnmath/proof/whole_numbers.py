"""What is surely a whole number, told by the form of an expression alone."""

from __future__ import annotations

from nnmath.notation.symbol import Sort
from nnmath.proof.indexed import Entry
from nnmath.proof.nodes import Add, Multiply, Negate, Node, Number, Variable
from nnmath.proof.tree import children


def is_natural(node: Node) -> bool:
    """Whether the node's value is surely one of 0, 1, 2, … by its form alone."""
    if isinstance(node, Number):
        return node.value.denominator == 1 and node.value >= 0
    if isinstance(node, Variable):
        return node.symbol.sort.is_whole
    if isinstance(node, Entry):
        return node.tensor.symbol.sort.is_whole
    if isinstance(node, (Add, Multiply)):
        return all(is_natural(child) for child in children(node))
    return False


def is_integer(node: Node) -> bool:
    """Whether the value is surely an integer by the form alone."""
    if isinstance(node, (Add, Multiply, Negate)):
        return all(is_integer(child) for child in children(node))
    if isinstance(node, Number):
        return node.value.denominator == 1
    return is_natural(node)


def is_count(node: Node) -> bool:
    """Whether the value is surely one of 1, 2, 3, … by the form alone."""
    match node:
        case Number(value):
            return value.denominator == 1 and value >= 1
        case Variable(symbol):
            return symbol.sort in (Sort.COUNT, Sort.INDEX)
        case Add(parts):
            return is_natural(node) and any(map(is_count, parts))
        case Multiply(parts):
            return all(map(is_count, parts))
    return False
