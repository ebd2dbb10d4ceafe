"""What factors mean that stand side by side: the product of numbers, and that of matrices."""

from __future__ import annotations

from collections.abc import Iterable

from nnmath.proof.matrices import NUMBER, ShapeError, shape
from nnmath.proof.nodes import MatrixProduct, Multiply, Node


def is_matrix(node: Node) -> bool:
    """Whether a vector or a matrix stands here and no number; also what does not fit together."""
    try:
        return shape(node) != NUMBER
    except ShapeError:
        return True


def side_by_side(factors: Iterable[Node]) -> list[Node]:
    """The numbers up to the first matrix, and the product of all that follows them."""
    numbers, matrices = list[Node](), list[Node]()
    for factor in factors:
        (matrices if matrices or is_matrix(factor) else numbers).append(factor)
    return [*numbers, MatrixProduct(tuple(matrices))] if len(matrices) > 1 else numbers + matrices


def led_by_numbers(node: MatrixProduct) -> Multiply | None:
    """The product of numbers that a matrix product is read as where it begins with a number."""
    if is_matrix(node.factors[0]):
        return None
    return Multiply(tuple(side_by_side(node.factors)))
