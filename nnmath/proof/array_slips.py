"""Slips of the pen where there are indices, sums, matrices and means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nnmath.notation.symbol import Sort
from nnmath.proof.expectations import Averaged, Expectation, Variance
from nnmath.proof.indexed import ONE, Entry, Iterated, Kronecker, Product, Sum, Tensor
from nnmath.proof.matrices import Hadamard
from nnmath.proof.nodes import MatrixProduct, Node, Transpose, Variable

Made = tuple[str, Node]
MOST_SWAPPED = 2


def alike(variable: Variable, pool: Iterable[Node]) -> list[Variable]:
    """The variables that it may be taken for: of its sort, an index also of the same size."""
    kind = (variable.symbol.sort, variable.symbol.size)
    others = (each for each in pool if isinstance(each, Variable) and each != variable)
    return [each for each in others if (each.symbol.sort, each.symbol.size) == kind]


def alike_tensors(tensor: Tensor, pool: Iterable[Node]) -> list[Tensor]:
    """The tensors that it may be taken for: of its shape."""
    others = (each for each in pool if isinstance(each, Tensor) and each != tensor)
    return [each for each in others if each.symbol.shape == tensor.symbol.shape]


def array_slips(node: Node, pool: tuple[Node, ...]) -> Iterator[Made]:
    """Every expression that differs by one slip at its top."""
    match node:
        case Tensor():
            yield from (
                ("symbol swapped", each) for each in alike_tensors(node, pool)[:MOST_SWAPPED]
            )
        case Entry(tensor, indices):
            for other in alike_tensors(tensor, pool)[:1]:
                yield "symbol swapped", replace(node, tensor=other)
            for i, index in enumerate(indices):
                for slip, new in _index_slips(index, pool):
                    yield slip, replace(node, indices=(*indices[:i], new, *indices[i + 1 :]))
            if len(indices) == 2 and len(set(tensor.symbol.shape)) == 1 < len(set(indices)):
                yield "transposed", replace(node, indices=indices[::-1])
        case Kronecker():
            yield "Kronecker delta dropped", ONE
        case Iterated(_, _, low, high):
            yield "the first left out", replace(node, low=low + ONE)
            yield "the last left out", replace(node, high=high - ONE)
            if isinstance(node, Sum):
                yield "mean for sum", node / high
                yield "product for sum", Product(node.body, node.index, low, high)
            yield "sign", -node
        case Transpose(operand):
            yield "transpose dropped", operand
        case MatrixProduct(factors):
            yield "order turned round", MatrixProduct(factors[::-1])
        case Hadamard(factors):
            yield "matrix product for ⊙", MatrixProduct(factors)
        case Averaged():
            yield from _mean_slips(node)


def _index_slips(index: Node, pool: tuple[Node, ...]) -> Iterator[Made]:
    """i for j; of an axis without end also the next member."""
    if isinstance(index, Variable):
        yield from (("index swapped", each) for each in alike(index, pool)[:MOST_SWAPPED])
    if not isinstance(index, Variable) or index.symbol.sort is Sort.NATURAL:
        yield "index", index + ONE


def _mean_slips(node: Averaged) -> Iterator[Made]:
    match node:
        case Expectation(body, over):
            yield "mean dropped", body
            yield "variance for mean", Variance(body, over)
        case Variance(body, over):
            yield "mean square for variance", Expectation(body**2, over)
    yield "sign", -node
