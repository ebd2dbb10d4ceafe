"""How LaTeX and Typst set vectors, matrices, their entries, and sums over indices.

Vectors and matrices as wholes are bold, their entries are not; constants such as the unit matrix
are upright. Σ and ∏ swallow the factors to their right, as limits and derivatives do.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import ClassVar

from nnmath.printing.juxtaposition import led_by_numbers
from nnmath.printing.typesetting import Typesetting
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import indexed, matrices, nodes
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.tree import walk


class IndexedDisplay(Typesetting):
    """Sets what has indices, and matrix expressions."""

    def tensor(self, node: indexed.Tensor) -> Piece:
        """A vector or a matrix as a whole; what has no axes is a number."""
        symbol, letter = node.symbol, self.spelling.letter(node.symbol)
        text = self.spelling.whole % letter if symbol.shape else letter
        return Piece(self.mark(symbol, text), self.level(symbol))

    def entry(self, node: indexed.Entry) -> Piece:
        """W_{ij}, or a^{(l)}_{ni}, which needs brackets below an exponent."""
        symbol, text = node.tensor.symbol, self.letter(node.tensor.symbol)
        above, below = node.indices[: symbol.raised], node.indices[symbol.raised :]
        if above:
            text = self.spelling.raised % (text, self.mark(symbol, self.listed(above)))
        if below:
            # w_{t,i} and not w_{ti}: a time and a place
            timed = any(map(indexed.is_endless, symbol.shape[symbol.raised :]))
            text = self.below(text, symbol, below, apart=timed)
        return Piece(text, Level.POWER if above else self.level(symbol))

    def kronecker(self, node: indexed.Kronecker) -> Piece:
        """δ_{ij}."""
        indices = self.listed((node.first, node.second))
        return Piece(self.spelling.long_index % (self.spelling.kronecker, indices), Level.ATOM)

    def sum(self, node: indexed.Sum) -> Piece:
        """Σ_{i=1}^{N} body."""
        return self.iterated(node, self.spelling.sum)

    def product(self, node: indexed.Product) -> Piece:
        """∏_{i=1}^{N} body."""
        return self.iterated(node, self.spelling.product)

    def iterated(self, node: indexed.Iterated, template: str) -> Piece:
        """A large sign with its index and its ends, and what it applies to."""
        ends = (self.free(node.index), self.tight(node.low), self.tight(node.high))
        return Piece(template % (*ends, self.held(node.body, Level.PRODUCT)), Level.PREFIX)

    def matrix_product(self, node: nodes.MatrixProduct) -> Piece:
        """Matrices side by side."""
        product = led_by_numbers(node)
        if product is not None:
            return self.piece(product)
        texts = [self.matrix_factor(factor) for factor in node.factors]
        return Piece(reduce(self.spelling.glue, texts), Level.PRODUCT)

    def matrix_factor(self, node: Node) -> str:
        """A factor of a matrix product; bare digits behind a matrix would look like its index."""
        text = self.held(node, Level.POWER)
        return self.brackets(text) if text[0].isdigit() else text

    def transpose(self, node: nodes.Transpose) -> Piece:
        """A^⊤."""
        parts = (self.held(node.operand, Level.ATOM), self.spelling.transpose)
        return Piece(self.spelling.power % parts, Level.POWER)

    def hadamard(self, node: matrices.Hadamard) -> Piece:
        """A ⊙ B; a product beside the sign gets brackets."""
        texts = [self.held(factor, Level.POWER) for factor in node.factors]
        return Piece(self.spelling.hadamard.join(texts), Level.PRODUCT)

    def ones(self, node: matrices.Ones) -> Piece:
        """1_N."""
        return self.sized(self.spelling.ones, node.size)

    def identity(self, node: matrices.Identity) -> Piece:
        """I_n."""
        return self.sized(self.spelling.identity, node.size)

    def sized(self, sign: str, size: Variable) -> Piece:
        """A matrix of which only the size needs to be said."""
        return Piece(self.below(sign, size.symbol, (size,)), Level.ATOM)

    def diagonal(self, node: matrices.Diagonal) -> Piece:
        """diag(v)."""
        return Piece(self.called(self.spelling.diagonal, (node.vector,)), Level.ATOM)

    def called(self, head: str, arguments: tuple[Node, ...]) -> str:
        """A name with its arguments in brackets."""
        inside = self.brackets(", ".join(self.free(part) for part in arguments))
        gap = "" if inside[0] == "(" else self.spelling.before_tall
        return head + gap + inside

    def derivative(self, node: nodes.Derivative) -> Piece:
        """d/dW body; ∂ where vectors and matrices make the body one of many variables."""
        many = any(isinstance(part, indexed.Tensor) for part in walk(node))
        sign = self.spelling.partial if many else self.spelling.differential
        return self.rate(sign, node.body, node.variable)

    def gradient(self, node: matrices.Gradient) -> Piece:
        """∂/∂W body."""
        return self.rate(self.spelling.partial, node.body, node.tensor)

    def rate(self, sign: str, body: Node, variable: Node) -> Piece:
        """∂E/∂W: a letter stands in the numerator, anything else behind the fraction."""
        below = self.spelling.glue(sign, self.free(variable))
        if isinstance(body, LETTERS):
            parts = (self.spelling.glue(sign, self.free(body)), below)
            return Piece(self.spelling.fraction % parts, Level.POWER)
        fraction = self.spelling.fraction % (sign, below)
        return Piece(f"{fraction} {self.held(body, Level.PRODUCT)}", Level.PREFIX)

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


LETTERS = (Variable, nodes.Element, indexed.Entry, indexed.Tensor)
