"""What has indices, and matrix expressions, as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.printing.code import Code
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import indexed, matrices, nodes
from nnmath.proof.nodes import Node


class IndexedPlain(Code):
    """Plain text's spellings of indices and matrices."""

    def tensor(self, node: indexed.Tensor) -> Piece:
        """W."""
        return Piece(node.symbol.code, Level.ATOM)

    def entry(self, node: indexed.Entry) -> Piece:
        """W[i, j]."""
        return self.at(node.tensor.symbol.code, *node.indices)

    def kronecker(self, node: indexed.Kronecker) -> Piece:
        """delta[i, j]."""
        return self.at("delta", node.first, node.second)

    def ones(self, node: matrices.Ones) -> Piece:
        """ones[N]."""
        return self.at("ones", node.size)

    def identity(self, node: matrices.Identity) -> Piece:
        """identity[n]."""
        return self.at("identity", node.size)

    def at(self, name: str, *indices: Node) -> Piece:
        """A name with its indices, if it has any."""
        inside = f"[{', '.join(map(self.free, indices))}]" if indices else ""
        return Piece(name + inside, Level.ATOM)

    def diagonal(self, node: matrices.Diagonal) -> Piece:
        """diag(v)."""
        return Piece(f"diag({self.free(node.vector)})", Level.ATOM)

    def sum(self, node: indexed.Sum) -> Piece:
        """sum[i = 1..N] (body)."""
        return self.iterated("sum", node)

    def product(self, node: indexed.Product) -> Piece:
        """product[i = 1..N] (body)."""
        return self.iterated("product", node)

    def iterated(self, name: str, node: indexed.Iterated) -> Piece:
        """A name, an index with its ends, and what it applies to."""
        ends = f"{self.free(node.low)}..{self.free(node.high)}"
        text = f"{name}[{self.free(node.index)} = {ends}] ({self.free(node.body)})"
        return Piece(text, Level.PREFIX)

    def matrix_product(self, node: nodes.MatrixProduct) -> Piece:
        """A @ B."""
        return self.joined_factors(" @ ", node.factors)

    def hadamard(self, node: matrices.Hadamard) -> Piece:
        """A ⊙ B."""
        return self.joined_factors(" ⊙ ", node.factors)

    def joined_factors(self, sign: str, factors: tuple[Node, ...]) -> Piece:
        """Factors with a sign between them that no other product shares."""
        text = sign.join(self.held(factor, Level.POWER) for factor in factors)
        return Piece(text, Level.PRODUCT)

    def transpose(self, node: nodes.Transpose) -> Piece:
        """A.T."""
        return Piece(f"{self.held(node.operand, Level.ATOM)}.T", Level.ATOM)

    def derivative(self, node: nodes.Derivative) -> Piece:
        """d/dW (body)."""
        return self.rate(node.body, node.variable)

    def gradient(self, node: matrices.Gradient) -> Piece:
        """d/dW (body), of a tensor W."""
        return self.rate(node.body, node.tensor)

    def rate(self, body: Node, variable: Node) -> Piece:
        """d/dW (body)."""
        return Piece(f"d/d{self.free(variable)} ({self.free(body)})", Level.PREFIX)

    indexed: ClassVar[Mapping[type, Rule]] = {
        indexed.Tensor: tensor,
        indexed.Entry: entry,
        indexed.Kronecker: kronecker,
        indexed.Sum: sum,
        indexed.Product: product,
        nodes.MatrixProduct: matrix_product,
        nodes.Transpose: transpose,
        matrices.Hadamard: hadamard,
        matrices.Ones: ones,
        matrices.Identity: identity,
        matrices.Diagonal: diagonal,
        nodes.Derivative: derivative,
        matrices.Gradient: gradient,
    }
