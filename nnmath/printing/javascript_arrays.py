"""Vectors, matrices and sums as JavaScript: what the kernel reads entry by entry is computed so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.printing.code import Program
from nnmath.printing.indices import places, shifted
from nnmath.printing.walk import Level, NoCode, Piece, Rule
from nnmath.proof import indexed, matrices, nodes
from nnmath.proof.indexed import ONE
from nnmath.proof.matrices import NUMBER, has_matrices, index_of, shape
from nnmath.proof.nodes import Node, Variable


class JavaScriptArrays(Program):
    """JavaScript's spellings of what has indices, and of matrix expressions."""

    def length(self, array: str, axis: int) -> str:
        """X.length, X[0].length."""
        return f"{array}{'[0]' * axis}.length"

    def entry(self, node: indexed.Entry) -> Piece:
        """X[n - 1][i - 1]."""
        indices = "".join(f"[{self.free(place)}]" for place in places(node))
        return Piece(self.parameter(node.tensor).text + indices, Level.ATOM)

    def kronecker(self, node: indexed.Kronecker) -> Piece:
        """1 or 0."""
        equal = self.compared(node.first, "=", node.second)
        return Piece(f"({equal} ? 1 : 0)", Level.ATOM)

    def sum(self, node: indexed.Sum) -> Piece:
        """The values of the body, added."""
        return Piece(f"{self.values(node)}.reduce((a, b) => a + b, 0)", Level.ATOM)

    def product(self, node: indexed.Product) -> Piece:
        """The values of the body, multiplied."""
        return Piece(f"{self.values(node)}.reduce((a, b) => a * b, 1)", Level.ATOM)

    def values(self, node: indexed.Iterated) -> str:
        """An array of the body's values."""
        with self.binding(node.index) as name:
            body = self.free(node.body)
        return self.listed(name, node.low, node.high, body)

    def listed(self, name: str, low: Node, high: Node, body: str) -> str:
        """An array of a text's values at low, …, high."""
        count = self.free(high if low == ONE else shifted(high - low, 1))
        first = self.held(low, Level.PRODUCT)
        counted = f"Array.from({{ length: {count} }}, (_, {name}) => {name} + {first})"
        return f"{counted}.map(({name}) => {body})"

    def whole(self, node: Node) -> str:
        """A number, or an array with an axis for each size that is not 1."""
        rows, columns = shape(node)
        if not has_matrices(node):
            return self.free(node)
        at: list[Node] = []
        for size in (rows, columns):
            at.append(index_of(size.symbol, (node, *at)) if isinstance(size, Variable) else ONE)
        return self.nested(matrices.entry(node, *at), tuple(at))

    def nested(self, node: Node, at: tuple[Node, ...]) -> str:
        """Arrays in arrays of the values of an entry at a row and a column."""
        if not at:
            return self.free(node)
        first, *rest = at
        if not isinstance(first, Variable):
            return self.nested(node, tuple(rest))
        assert first.symbol.size is not None
        with self.binding(first) as name:
            body = self.nested(node, tuple(rest))
        return self.listed(name, ONE, Variable(first.symbol.size), body)

    def matrix(self, node: Node) -> Piece:
        """A number that is made of matrices, inside a condition."""
        if shape(node) != NUMBER:
            raise NoCode(f"{self.name}: {type(node).__name__} is no number to compare")
        return self.piece(matrices.entry(node, ONE, ONE))

    indexed: ClassVar[Mapping[type, Rule]] = {
        indexed.Entry: entry,
        indexed.Kronecker: kronecker,
        indexed.Sum: sum,
        indexed.Product: product,
        **dict.fromkeys(
            (
                indexed.Tensor,
                nodes.MatrixProduct,
                nodes.Transpose,
                matrices.Hadamard,
                matrices.Ones,
                matrices.Identity,
                matrices.Diagonal,
            ),
            matrix,
        ),
    }
