"""Random sums and products over entries whose indices stay in range."""

from __future__ import annotations

from hypothesis import strategies as st

from nnmath.proof.indexed import ONE, Kronecker, Product, Sum, span
from nnmath.proof.nodes import (
    ABS,
    EXP,
    TANH,
    Add,
    Apply,
    Multiply,
    Negate,
    Node,
    Variable,
    as_node,
)
from tests.printing.letters import A, L, M, N, S, X, eta, i, j, k, layer, n, u, y

INDICES: dict[Variable, tuple[Variable, ...]] = {N: (n, k), M: (i, j), L: (layer,)}
TENSORS = (X, S, u, y, A)
PLAIN = (as_node(2), as_node("-1/2"), eta, N, M)


@st.composite
def within(draw: st.DrawFn, size: Variable, bound: tuple[Variable, ...]) -> Node:
    """An index from 1 to a size: one that is bound, 1 or the size itself."""
    own = [index for index in bound if index in INDICES[size]]
    return draw(st.sampled_from((*own, *own, *own, ONE, size)))


@st.composite
def leaves(draw: st.DrawFn, bound: tuple[Variable, ...]) -> Node:
    """Entries, deltas, numbers, and indices as numbers."""
    kind = draw(st.sampled_from(("entry", "entry", "entry", "delta", "plain")))
    if kind == "plain":
        return draw(st.sampled_from((*PLAIN, *bound)))
    if kind == "delta":
        size = draw(st.sampled_from(tuple(INDICES)))
        return Kronecker(draw(within(size, bound)), draw(within(size, bound)))
    tensor = draw(st.sampled_from(TENSORS))
    indices = (draw(within(Variable(each), bound)) for each in tensor.symbol.shape)
    return tensor[tuple(indices)]


@st.composite
def indexed(draw: st.DrawFn, depth: int, bound: tuple[Variable, ...] = ()) -> Node:
    """An expression, `depth` operations deep.

    Args:
        draw: Hypothesis's own.
        depth: How many operations stand inside one another at most.
        bound: The indices that sums around it bind.
    """
    if not depth:
        return draw(leaves(bound))

    def part(*more: Variable) -> Node:
        return draw(indexed(depth - 1, (*bound, *more)))

    kinds = ("add", "multiply", "negate", "divide", "apply", "square", "iterated", "iterated")
    match draw(st.sampled_from(kinds)):
        case "add":
            return Add((part(), part()))
        case "multiply":
            return Multiply((part(), part()))
        case "negate":
            return Negate(part())
        case "divide":
            return part() / (1 + part() ** 2)
        case "apply":
            inner, function = part(), draw(st.sampled_from((ABS, TANH, EXP)))
            return Apply(function, (TANH(inner) if function == EXP else inner,))
        case "square":
            return part() ** 2
    size = draw(st.sampled_from(tuple(INDICES)))
    index = draw(st.sampled_from(INDICES[size]))
    outer = [each for each in bound if each in INDICES[size] and each != index]
    low, high = draw(st.sampled_from((*[span(index)] * 3, (as_node(2), size), (ONE, size - 1))))
    if outer and draw(st.booleans()):
        high = outer[-1]
    return draw(st.sampled_from((Sum, Sum, Product)))(part(index), index, low, high)
