"""Vectors, matrices and sums as NumPy code.

A vector is an array with one axis, whether it stands as a row or as a column. What has equal rows,
or equal columns, or only ones, is kept as one of them and left to broadcasting as long as something
beside it has the axes that it lacks: X W + 1 bᵀ is `X @ W + b`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.printing.code import Program
from nnmath.printing.indices import places, shifted
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import indexed, matrices, nodes
from nnmath.proof.indexed import ONE, span
from nnmath.proof.matrices import Ones, shape
from nnmath.proof.nodes import Add, MatrixProduct, Multiply, Node, Transpose
from nnmath.proof.tree import children

ROWS, COLUMNS = 0, 1


class NumPyMatrices(Program):
    """NumPy's spellings of what has indices, and of matrix expressions."""

    def length(self, array: str, axis: int) -> str:
        """X.shape[0]."""
        return f"{array}.shape[{axis}]"

    def entry(self, node: indexed.Entry) -> Piece:
        """X[n - 1, i - 1]."""
        array = self.free(node.tensor)
        indices = ", ".join(map(self.free, places(node)))
        return Piece(f"{array}[{indices}]" if indices else array, Level.ATOM)

    def kronecker(self, node: indexed.Kronecker) -> Piece:
        """1 or 0."""
        return Piece(f"int({self.compared(node.first, '=', node.second)})", Level.ATOM)

    def sum(self, node: indexed.Sum) -> Piece:
        """sum(x[i - 1] for i in range(1, N + 1))."""
        return self.iterated("sum", node)

    def product(self, node: indexed.Product) -> Piece:
        """math.prod(x[i - 1] for i in range(1, N + 1))."""
        return self.iterated("math.prod", node)

    def iterated(self, function: str, node: indexed.Iterated) -> Piece:
        """A function of the values of the body."""
        ends = f"{self.free(node.low)}, {self.free(shifted(node.high, 1))}"
        with self.binding(node.index) as name:
            body = self.whole(node.body).text
        return Piece(f"{function}({body} for {name} in range({ends}))", Level.ATOM)

    def ones(self, node: Ones) -> Piece:
        """The number 1, which broadcasts to any shape."""
        return Piece("1", Level.ATOM)

    def identity(self, node: matrices.Identity) -> Piece:
        """np.eye(n)."""
        return Piece(f"np.eye({self.free(node.size)}{self.dtype(node.size)})", Level.ATOM)

    def diagonal(self, node: matrices.Diagonal) -> Piece:
        """np.diag(v)."""
        return Piece(f"np.diag({self.whole(node.vector).text})", Level.ATOM)

    def transpose(self, node: Transpose) -> Piece:
        """X.T; a vector stays as it is."""
        if isinstance(node.operand, Ones):
            return self.piece(node.operand)
        operand = self.whole(node.operand)
        if ONE in shape(node.operand):
            return operand
        return Piece(f"{self.fitted(operand, Level.ATOM)}.T", Level.ATOM)

    def hadamard(self, node: matrices.Hadamard) -> Piece:
        """A * B."""
        return self.multiply(Multiply(node.factors))

    def matrix_product(self, node: MatrixProduct) -> Piece:
        """A @ B, and what is shorter where one of the two is a vector or holds only ones."""
        left, right = halves(node)
        (rows, inner), (_, columns) = shape(left), shape(right)
        if inner == ONE:
            return self.outer(left, right)
        if is_ones(left) and is_ones(right):
            return self.piece(inner)
        if is_ones(left):
            return self.summed(right, "" if columns == ONE else "axis=0")
        if is_ones(right):
            return self.summed(left, "" if rows == ONE else "axis=1")
        first = self.fitted(self.whole(left), Level.PRODUCT)
        return Piece(f"{first} @ {self.fitted(self.whole(right), Level.POWER)}", Level.PRODUCT)

    def outer(self, left: Node, right: Node) -> Piece:
        """A column times a row; either may be a number."""
        if ONE in (shape(left)[ROWS], shape(right)[COLUMNS]):
            return self.multiply(Multiply((left, right)))
        if is_ones(left):
            return self.piece(right)
        if is_ones(right):
            return Piece(f"{self.fitted(self.whole(left), Level.ATOM)}[:, None]", Level.ATOM)
        return Piece(f"np.outer({self.whole(left).text}, {self.whole(right).text})", Level.ATOM)

    def summed(self, node: Node, axis: str) -> Piece:
        """The sum over an axis, or over all there is."""
        return Piece(f"{self.fitted(self.whole(node), Level.ATOM)}.sum({axis})", Level.ATOM)

    def whole(self, node: Node) -> Piece:
        """A node with all its axes."""
        piece = self.piece(node)
        if axes(node) == present(node):
            return piece
        sizes = [size for size in shape(node) if size != ONE]
        lengths = ", ".join(map(self.free, sizes))
        lengths = f"({lengths})" if len(sizes) > 1 else lengths
        ones = f"np.ones({lengths}{self.dtype(sizes[0])})"
        if piece.text == "1":
            return Piece(ones, Level.ATOM)
        return Piece(f"{self.fitted(piece, Level.PRODUCT)} * {ones}", Level.PRODUCT)

    def dtype(self, size: Node) -> str:
        """The dtype of the array that tells a size: a constant matrix must not upcast."""
        if size not in self.sizes:
            return ""
        return f", dtype={self.names[self.sizes[size][0]]}.dtype"

    def fitted(self, piece: Piece, floor: Level) -> str:
        """A piece where a least level is asked for."""
        loose = piece.level < floor or (floor > Level.PRODUCT and piece.text[0] == "-")
        return self.brackets(piece.text) if loose else piece.text

    indexed: ClassVar[Mapping[type, Rule]] = {
        indexed.Tensor: Program.parameter,
        indexed.Entry: entry,
        indexed.Kronecker: kronecker,
        indexed.Sum: sum,
        indexed.Product: product,
        MatrixProduct: matrix_product,
        Transpose: transpose,
        matrices.Hadamard: hadamard,
        Ones: ones,
        matrices.Identity: identity,
        matrices.Diagonal: diagonal,
    }


def axes(node: Node) -> frozenset[int]:
    """The axes of a matrix expression; a column has only rows, a number has none."""
    return frozenset(axis for axis, size in enumerate(shape(node)) if size != ONE)


def present(node: Node) -> frozenset[int]:
    """The axes that the code for a node surely has; the others are left to broadcasting."""
    match node:
        case Ones() | Transpose(Ones()):
            return frozenset()
        case MatrixProduct():
            return _of_product(*halves(node), axes(node))
        case indexed.Iterated(index=index, low=low, high=high) if (low, high) != span(index):
            return frozenset()  # where there is no term at all, code gives a number
        case Add(parts) | Multiply(parts) | matrices.Hadamard(parts):
            return frozenset[int]().union(*map(present, parts))
        case nodes.Divide() | nodes.Negate() | nodes.Apply():
            return frozenset[int]().union(*map(present, children(node)))
    return axes(node)


def _of_product(left: Node, right: Node, both: frozenset[int]) -> frozenset[int]:
    if shape(right)[ROWS] != ONE:
        return both
    if len(both) < 2:  # one of them is a number
        return present(left) | present(right)
    if is_ones(left):
        return present(right)
    return frozenset((ROWS,)) if is_ones(right) else both


def halves(node: MatrixProduct) -> tuple[Node, Node]:
    """All factors but the last, and the last."""
    *first, last = node.factors
    return (first[0] if len(first) == 1 else MatrixProduct(tuple(first))), last


def is_shortened(node: MatrixProduct) -> bool:
    """Whether a product is printed as something shorter than a product of two arrays."""
    left, right = halves(node)
    return shape(left)[COLUMNS] == ONE or is_ones(left) or is_ones(right)


def is_ones(node: Node) -> bool:
    """Whether a column or a row holds only ones."""
    return isinstance(node, Ones) or (
        isinstance(node, Transpose) and isinstance(node.operand, Ones)
    )
