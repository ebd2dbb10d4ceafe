"""Random matrix expressions whose parts fit together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from nnmath.proof.indexed import ONE, Sum
from nnmath.proof.matrices import Diagonal, Hadamard, Identity, Ones, Shape
from nnmath.proof.nodes import (
    Add,
    Apply,
    Divide,
    Function,
    MatrixProduct,
    Multiply,
    Negate,
    Node,
    Transpose,
)
from tests.printing.letters import M, N, S, V, X, Y, i, u, v, y, z

SIZES = (N, M, ONE)
TENSORS: dict[Shape, tuple[Node, ...]] = {
    (N, M): (X, Y, V.T),
    (M, N): (V, X.T),
    (M, M): (S, S.T, Identity(M), Diagonal(u)),
    (N, N): (Identity(N), Diagonal(y)),
    (M, ONE): (u, v, Ones(M)),
    (N, ONE): (y, z, Ones(N)),
    (ONE, M): (u.T, Ones(M).T),
    (ONE, N): (y.T, Ones(N).T),
    (ONE, ONE): (u.T @ v, y.T @ z, Ones(N).T @ y),
}


SHAPES: tuple[Shape, ...] = tuple(TENSORS)
OPERATIONS = ("add", "negate", "hadamard", "divide", "multiply", "apply", "transpose", "sum")


@st.composite
def matrices(
    draw: st.DrawFn,
    shape: Shape,
    depth: int,
    numbers: st.SearchStrategy[Node],
    functions: tuple[Function, ...],
) -> Node:
    """An expression of a shape.

    Args:
        draw: Hypothesis's own.
        shape: Its rows and columns.
        depth: How many operations stand inside one another at most.
        numbers: What stands for a number beside matrices.
        functions: What is applied to every entry.
    """

    def part(shape: Shape = shape) -> Node:
        return draw(matrices(shape, depth - 1, numbers, functions))

    if not depth:
        return draw(st.sampled_from(TENSORS[shape]))
    square = ("diagonal",) if shape in ((N, N), (M, M)) else ()
    match draw(st.sampled_from((*OPERATIONS, "chain", "chain", *square))):
        case "add":
            return Add(tuple(part() for _ in range(draw(st.integers(2, 3)))))
        case "negate":
            return Negate(part())
        case "hadamard":
            return Hadamard((part(), part()))
        case "divide":
            return Divide(part(), draw(numbers))
        case "multiply":
            parts = [draw(numbers), part()]
            parts += [draw(numbers)] * draw(st.booleans())
            return Multiply(tuple(draw(st.permutations(parts))))
        case "apply":
            return Apply(draw(st.sampled_from(functions)), (part(),))
        case "transpose":
            return Transpose(part(shape[::-1]))
        case "sum":
            return Sum(part(), i, ONE, M)
        case "diagonal":
            return Diagonal(part((shape[0], ONE)))
    inner = draw(st.lists(st.sampled_from(SIZES), min_size=1, max_size=2))
    ends = (shape[0], *inner, shape[1])
    return MatrixProduct(tuple(part(each) for each in pairwise(ends)))
