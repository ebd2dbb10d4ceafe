"""Matrix expressions as arrays with rows and columns."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
from mpmath import mpf

from nnmath.proof import matrices, nodes
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Node
from tests.proof.digits import ONE, ZERO, Value
from tests.proof.sampler import NoValue

if TYPE_CHECKING:
    from tests.proof.grounds import Ground


def array(ground: Ground, node: Node) -> Value:
    """Of a matrix expression an array with rows and columns; a number where it has one."""
    match node:
        case Tensor(symbol):
            found = [ground.entry(node, place) for place in ground.places(node)]
            if not symbol.shape:
                return found[0]
            return shaped(found, ground.size(symbol.shape[0]))
        case matrices.Ones(size):
            count = ground.size(size.symbol)
            return shaped([ONE] * count, count)
        case matrices.Identity(size):
            count = range(ground.size(size.symbol))
            return shaped([mpf(i == j) for i in count for j in count], len(count))
        case matrices.Diagonal(vector):
            column = ground.value(vector)[:, 0]
            places = range(len(column))
            entries = [column[i] if i == j else ZERO for i in places for j in places]
            return shaped(entries, len(column))
        case nodes.Transpose(operand):
            return as_array(ground.value(operand)).T
        case nodes.MatrixProduct(factors):
            found = as_array(ground.value(factors[0]))
            for factor in factors[1:]:
                found = multiplied(found, as_array(ground.value(factor)))
            return found[0, 0] if found.shape == (1, 1) else found
        case matrices.Hadamard(factors):
            return prod((ground.value(f) for f in factors[1:]), start=ground.value(factors[0]))
        case matrices.Gradient(body, tensor):
            found = [
                ground.slope_of(body, (tensor.symbol, place), ground.entry(tensor, place))
                for place in ground.places(tensor)
            ]
            return shaped(found, ground.size(tensor.symbol.shape[0]))
    raise TypeError(f"no arithmetic for {node!r}")


def as_array(value: Value) -> Any:
    """A number as an array with one entry."""
    return value if isinstance(value, np.ndarray) else shaped([value], 1)


def shaped(values: list[Value], rows: int) -> Any:
    """An array with so many rows."""
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found.reshape(rows, -1)


def multiplied(one: Any, other: Any) -> Any:
    """The matrix product; a number times a matrix where one of them is 1 × 1.

    Raises:
        NoValue: They do not fit together.
    """
    if one.shape[1] != other.shape[0]:
        raise NoValue
    return one.dot(other)
