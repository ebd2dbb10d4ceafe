"""Matrix expressions: their shapes, and what they say entry by entry.

A claim about matrices is proved for the entry at any row and column, with sizes that stay symbols;
the matrix form is for the eye. Rows are samples. A vector is a column; 1 × 1 is a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.indexed import ONE, Entry, Iterated, Kronecker, Tensor, is_endless, size_of, total
from nnmath.proof.nodes import (
    Add,
    Apply,
    Derivative,
    Divide,
    Element,
    MatrixProduct,
    Multiply,
    Negate,
    Node,
    Relation,
    Transpose,
    Variable,
)
from nnmath.proof.statements import ForAll, Hypothesis, Recurrence, Statement, equal
from nnmath.proof.substitution import expressions, free_places, map_statement, unused
from nnmath.proof.tree import children, with_children

Shape: TypeAlias = tuple[Node, Node]  # rows, columns: sizes or 1
NUMBER: Shape = (ONE, ONE)


class ShapeError(OutsideTheKernel):
    """Matrices that do not fit together; says which shapes meet in one line."""


@dataclass(frozen=True)
class Hadamard(Node):
    """A ⊙ B: entry times entry, of equal shapes."""

    factors: tuple[Node, ...]


@dataclass(frozen=True)
class Ones(Node):
    """The column of ones."""

    size: Variable


@dataclass(frozen=True)
class Identity(Node):
    """The unit matrix."""

    size: Variable


@dataclass(frozen=True)
class Diagonal(Node):
    """The matrix with a vector on its diagonal and 0 elsewhere."""

    vector: Node


@dataclass(frozen=True)
class Gradient(Node):
    """∂body/∂tensor: the derivatives by each entry, in the tensor's own shape."""

    body: Node
    tensor: Tensor


MATRICES = (Tensor, Hadamard, MatrixProduct, Transpose, Ones, Identity, Diagonal)


def shape(node: Node) -> Shape:
    """Rows and columns of an expression; of a number, 1 and 1.

    Raises:
        ShapeError: Parts of it do not fit together.
    """
    match node:
        case Tensor(symbol):
            if len(symbol.shape) > 2 or any(map(is_endless, symbol.shape)):
                raise ShapeError(f"{symbol.id!r} has other axes than a matrix")
            rows, *columns = map(size_of, symbol.shape)
            return rows, columns[0] if columns else ONE
        case Gradient(_, tensor):
            return shape(tensor)
        case Ones(size):
            return size, ONE
        case Identity(size):
            return size, size
        case Diagonal(vector):
            return (shape(vector)[0],) * 2
        case Transpose(operand):
            return shape(operand)[::-1]
        case MatrixProduct(factors):
            return reduce(_chained, map(shape, factors))
        case Add(parts) | Hadamard(parts):
            return reduce(_alike, map(shape, parts))
        case Multiply(parts):
            return _largest([shape(part) for part in parts])
        case Divide(top, bottom):
            return _largest([shape(top), *_numbers(bottom)])
        case Negate(inner) | Apply(_, (inner,)):
            return shape(inner)
        case Iterated(body=body):
            return shape(body)
        case Entry():
            return NUMBER
    return _largest([NUMBER, *_numbers(*children(node))])


def _numbers(*nodes: Node) -> list[Shape]:
    for node in nodes:
        if shape(node) != NUMBER:
            raise ShapeError(f"a number is wanted where {_named(shape(node))} stands")
    return []


def _largest(shapes: list[Shape]) -> Shape:
    """Of a product of numbers with at most one matrix."""
    large = [each for each in shapes if each != NUMBER]
    if len(large) > 1:
        raise ShapeError(f"{_named(large[0])} times {_named(large[1])}: write @ or ⊙")
    return large[0] if large else NUMBER


def _alike(first: Shape, second: Shape) -> Shape:
    if first != second:
        raise ShapeError(f"{_named(first)} and {_named(second)} do not have the same shape")
    return first


def _chained(first: Shape, second: Shape) -> Shape:
    if first[1] != second[0]:
        raise ShapeError(f"{_named(first)} times {_named(second)} does not fit")
    return first[0], second[1]


def _named(each: Shape) -> str:
    return " × ".join(part.symbol.code if isinstance(part, Variable) else "1" for part in each)


def entry(node: Node, row: Node, column: Node) -> Node:
    """The entry of a matrix expression; of a number, at (1, 1), the number with all inside it
    worked out.

    Raises:
        ShapeError: Parts of it do not fit together.
    """
    shape(node)
    return _entry(node, row, column)


def _entry(node: Node, row: Node, column: Node) -> Node:
    match node:
        case Tensor():
            return node[row] if len(node.symbol.shape) == 1 else node[row, column]
        case Gradient(body, tensor):
            return Derivative(entry(body, ONE, ONE), _entry(tensor, row, column))
        case Ones():
            return ONE
        case Identity():
            return Kronecker(row, column)
        case Diagonal(vector):
            return Kronecker(row, column) * _entry(vector, row, ONE)
        case Transpose(operand):
            return _entry(operand, column, row)
        case MatrixProduct((first, second)):
            return _contraction(first, second, row, column)
        case MatrixProduct((*first, last)):
            return _contraction(MatrixProduct(tuple(first)), last, row, column)
        case Hadamard(parts):
            return Multiply(tuple(_entry(part, row, column) for part in parts))
        case Entry() | Variable() | Element():
            return node
    return with_children(node, tuple(_part(part, row, column) for part in children(node)))


def _part(node: Node, row: Node, column: Node) -> Node:
    return entry(node, ONE, ONE) if shape(node) == NUMBER else _entry(node, row, column)


def _contraction(first: Node, second: Node, row: Node, column: Node) -> Node:
    inner = shape(first)[1]
    if not isinstance(inner, Variable):
        return _part(first, row, ONE) * _part(second, ONE, column)
    index = index_of(inner.symbol, (first, second, row, column))
    return total(index, _entry(first, row, index) * _entry(second, index, column))


def index_of(size: Symbol, beside: tuple[Node, ...]) -> Variable:
    """An index of that size which stands nowhere in the nodes beside it."""
    index = Symbol(f"index of {size.id}", size.meaning, "i", "i", "i", sort=Sort.INDEX, size=size)
    return unused(Variable(index), (place for node in beside for place in free_places(node)))


def has_matrices(node: Node) -> bool:
    """Whether something in the expression is to be read entry by entry."""
    try:
        return node._has_matrices
    except AttributeError:
        parts = node.indices if isinstance(node, Entry) else children(node)
        found = isinstance(node, MATRICES) or any(map(has_matrices, parts))
        object.__setattr__(node, "_has_matrices", found)
    return node._has_matrices


def entrywise(statement: Statement) -> tuple[Statement, tuple[Variable, ...]]:
    """A statement about entries, with the row and the column that it holds for.

    Raises:
        ShapeError: The sides do not fit together.
    """
    if not any(map(has_matrices, expressions(statement))):
        return statement, ()
    if not isinstance(statement, Relation) or shape(statement.left) == NUMBER == shape(
        statement.right
    ):
        return map_statement(statement, lambda node: entry(node, ONE, ONE)), ()
    left, right = shape(statement.left), shape(statement.right)
    if _alike(left, right) and statement.kind != "=":
        raise ShapeError("matrices are compared by = alone")
    places: list[Node] = []
    for size in left:
        beside = (statement.left, statement.right, *places)
        places.append(index_of(size.symbol, beside) if isinstance(size, Variable) else ONE)
    row, column = places
    sides = (entry(side, row, column) for side in (statement.left, statement.right))
    return equal(*sides), tuple(place for place in places if isinstance(place, Variable))


def about_entries(goal: Relation) -> Relation:
    """A comparison of matrices as one of the entries in any row and column."""
    changed = entrywise(goal)[0]
    assert isinstance(changed, Relation)
    return changed


def of_entries(statement: Hypothesis) -> Hypothesis:
    """The statement entry by entry, for every row and column."""
    if isinstance(statement, Recurrence):
        return statement
    inner, indices = entrywise(statement)
    return reduce(lambda each, index: ForAll(index, each), reversed(indices), inner)
