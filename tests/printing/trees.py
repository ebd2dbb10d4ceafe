"""Random trees: every node and every statement of the closed set."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from nnmath.proof.expectations import Covariance, Expectation, Variance
from nnmath.proof.indexed import ONE, Integral, Kronecker, Product, Sum
from nnmath.proof.laws import (
    Bernoulli,
    Correlated,
    Draws,
    Moments,
    Random,
    Symmetric,
    Uniform,
    independent,
)
from nnmath.proof.matrices import Gradient, Shape
from nnmath.proof.nodes import (
    ABS,
    EXP,
    INFINITY,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Derivative,
    Divide,
    Limit,
    Multiply,
    Negate,
    Node,
    Power,
    Relation,
    as_node,
)
from nnmath.proof.piecewise import piecewise
from nnmath.proof.special import COS, ERF, PI
from nnmath.proof.statements import (
    And,
    Assign,
    Chain,
    ForAll,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Tends,
)
from tests.printing.letters import (
    W_,
    A,
    B,
    E,
    M,
    N,
    Q,
    W,
    X,
    Y,
    a,
    alpha,
    best,
    c,
    d,
    drawn,
    error,
    eta,
    h,
    i,
    j,
    k,
    layer,
    n,
    path,
    stepped,
    t,
    u,
    x,
)
from tests.printing.matrix_trees import SHAPES, matrices

Drawn = TypeVar("Drawn")
NUMERALS = ("0", "1", "2", "10", "0.001", "0.10", "1/2", "2/3", "-3", "-0.5", "-2/3")
numbers = st.sampled_from(NUMERALS).map(as_node) | st.just(PI)
variables = st.sampled_from((W, a, c, d, eta, h, x))
elements = st.sampled_from((W_[t], W_[0], W_[t + 1], W_[2 * t]))
kinds = st.sampled_from(("=", "≠", "<", "≤", ">", "≥"))
entries = st.sampled_from(
    (
        X[n, i],
        X[n, i + 1],
        X[1, 2],
        X[k, alpha],
        X[2 * n, j],
        Y[k, j],
        Y[n, i],
        u[i],
        u[j - 1],
        u[1],
        error[()],
        path[n, i],
        path[0, j],
        path[n + 1, i],
        best[i],
        stepped[j],
    )
)
raised = st.sampled_from((A[layer, n, i], A[layer - 1, n, j], A[layer + 1, n, i + 1], B[layer]))
deltas = st.builds(
    Kronecker, st.sampled_from((i, j, i + 1)), st.sampled_from((j, alpha, as_node(1)))
)
ends = st.sampled_from((as_node(1), as_node(0), N, M, N - 1, k + 1, as_node(10)))
indices = st.sampled_from((i, j, n, k, alpha))
members = st.just(Sum(W_[t] * eta**t, t, as_node(0), as_node(10)))
FUNCTIONS = (EXP, LOG, SQRT, ABS, TANH, ERF, COS, E, E.prime, Q.prime.prime)


def briefly(strategy: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn]:
    """The strategy without its parts in messages, which grow with every nesting."""

    @st.composite
    def drawn(draw: st.DrawFn) -> Drawn:
        return draw(strategy)

    return drawn()


def several(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[tuple[Node, ...]]:
    """Two to four operands."""
    return st.lists(inner, min_size=2, max_size=4).map(tuple)


def by_cases(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """One to three values, each with a condition over them."""
    compared = st.builds(Relation, inner, kinds, inner) | st.builds(
        Chain, st.tuples(inner, inner, inner), st.tuples(kinds, kinds)
    )
    pairs = st.lists(compared, min_size=2, max_size=2).map(tuple)
    conditions = compared | st.builds(And, pairs) | st.builds(Or, pairs)
    cases = st.lists(st.tuples(inner, conditions), min_size=1, max_size=3)
    return cases.map(lambda found: piecewise(*found))


random_symbols = st.lists(st.sampled_from((x, eta, u, X)), min_size=1, max_size=3, unique=True).map(
    lambda places: tuple(place.symbol for place in places)
)


def larger(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Every node of the closed set over smaller ones."""
    return st.one_of(
        st.builds(Add, several(inner)),
        st.builds(Multiply, several(inner)),
        st.builds(Negate, inner),
        st.builds(Divide, inner, inner),
        st.builds(Power, inner, inner),
        st.builds(Apply, st.sampled_from(FUNCTIONS), st.tuples(inner)),
        st.builds(Derivative, inner, variables | entries | raised),
        st.builds(Limit, inner, variables, inner),
        by_cases(inner),
        st.builds(Sum, inner, indices, ends, ends),
        st.builds(Product, inner, indices, ends, ends),
        st.builds(Expectation, inner, random_symbols),
        st.builds(Variance, inner, random_symbols),
        st.builds(Covariance, inner, inner, random_symbols),
        st.builds(Integral, inner, variables, ends, ends),
    )


leaves = st.one_of(numbers, variables, elements, entries, raised, deltas, members)
expressions = st.recursive(leaves, larger, max_leaves=12)
small = briefly(st.recursive(leaves, larger, max_leaves=3))
# What may stand in a limit, and in a recurrence's next member
still = st.recursive(numbers | variables | st.just(W_[0]), larger, max_leaves=3)
present = st.recursive(numbers | variables | st.just(W_[t]), larger, max_leaves=3)
relations = st.one_of(
    st.builds(Relation, small, kinds, small),
    st.builds(Chain, st.tuples(small, small, small), st.tuples(kinds, kinds)),
    st.builds(Tends, small, st.just(t), still | st.just(INFINITY)),
)


def compound(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Every statement over smaller ones."""
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, parts),
        st.builds(Or, parts),
        st.builds(Not, inner),
        st.builds(Implies, inner, inner),
        st.builds(Iff, inner, inner),
        st.builds(ForAll, variables | elements, inner),
    )


given = st.none() | small
laws = st.one_of(
    st.builds(
        Random,
        st.sampled_from((x, u[i], X[n, i])),
        st.builds(Moments, given, given) | st.builds(Symmetric, given),
        st.booleans(),
    ),
    st.builds(Random, st.sampled_from((x, u[i])), st.builds(Uniform, small, small), st.booleans()),
    st.builds(Random, st.just(u[i]), st.builds(Bernoulli, small), st.booleans()),
    st.builds(Random, st.just(u[i]), st.builds(Correlated, small, st.just(j), small)),
    st.just(Random(drawn[i], Draws(True), independent=True)),
    st.just(Random(drawn[i], Draws(False))),
)
statements = (
    st.recursive(relations, compound, max_leaves=5)
    | st.builds(Recurrence, st.just(W_), st.just(t), present)
    | st.builds(Assign, variables, small)
    | laws
    | st.sampled_from((independent(x, u), independent(eta, (u, X)), independent((x, u), X, eta)))
)


def of(shape: Shape, depth: int) -> st.SearchStrategy[Node]:
    """Matrix expressions of a shape."""
    return matrices(shape, depth, small, FUNCTIONS)


of_any_shape = st.sampled_from(SHAPES).flatmap(lambda shape: of(shape, 3))
gradients = st.builds(Gradient, small | of((ONE, ONE), 2), st.sampled_from((X, Y, u)))
equations = st.sampled_from(SHAPES).flatmap(
    lambda shape: st.builds(Relation, of(shape, 2), st.just("="), of(shape, 2) | gradients)
)
things = briefly(st.one_of(expressions, statements, of_any_shape, gradients, equations))
