"""Sums with symbolic bounds, entries and matrices: what is true is proved, what is not never is."""

from __future__ import annotations

import pytest

from nnmath.notation.symbol import Sort
from nnmath.proof.indexed import Kronecker, product, total
from nnmath.proof.matrices import Diagonal, Gradient, Hadamard, Identity, Ones, ShapeError, shape
from nnmath.proof.nodes import EXP, LOG, Derivative, Function, Relation, Variable, as_node
from nnmath.proof.statements import ForAll, Hypothesis, equal
from nnmath.proof.verdict import Status
from tests.proof.indices import (
    A,
    D,
    K,
    N,
    W,
    X,
    Y,
    a,
    b,
    i,
    j,
    k,
    n,
    o,
    p,
    q,
    verdict,
    y,
    z,
)
from tests.proof.making import HALF, symbol

c, r = Variable(symbol("c")), Variable(symbol("r"))
s, t = (Variable(symbol(name, Sort.NATURAL)) for name in "st")
f = Function(symbol("activation"))
SOFTMAX = EXP(z[k]) / total(o, EXP(z[o]))
AT_Q = EXP(z[q]) / total(o, EXP(z[o]))
CROSS_ENTROPY = -total(k, y[k] * LOG(SOFTMAX))
SQUARES = total(i, total(j, (a[i] * b[j] - a[j] * b[i]) ** 2))
CAUCHY = total(i, a[i] * b[i]) ** 2 <= total(i, a[i] ** 2) * total(i, b[i] ** 2)
MSE = HALF * total(n, total(k, (total(i, X[n, i] * W[i, k]) - Y[n, k]) ** 2))
SYMMETRIC = equal(A.T, A)
SUM_OF_ALL = equal(total(k, y[k]), 1)

TRUE: dict[str, tuple[Relation, tuple[Hypothesis, ...]]] = {
    "letters of indices do not matter": (equal(total(i, a[i]), total(j, a[j])), ()),
    "constants": (equal(total(i, c * a[i] + a[i]), (c + 1) * total(j, a[j])), ()),
    "order of sums": (
        equal(total(i, total(j, a[i] * A[i, j] * b[j])), total(j, total(i, b[i] * A[j, i] * a[j]))),
        (),
    ),
    "product of sums": (equal(total(i, a[i]) ** 2, total(i, total(j, a[i] * a[j]))), ()),
    "Lagrange": (
        equal(
            SQUARES, 2 * (total(i, a[i] ** 2) * total(i, b[i] ** 2) - total(i, a[i] * b[i]) ** 2)
        ),
        (),
    ),
    "Cauchy–Schwarz": (CAUCHY, (SQUARES >= 0,)),
    "delta": (equal(total(i, Kronecker(i, j) * A[i, j]), A[j, j]), ()),
    "two deltas": (
        equal(total(i, total(j, Kronecker(i, j) * a[i] * b[j])), total(p, a[p] * b[p])),
        (),
    ),
    "delta of free indices": (equal(Kronecker(i, j) * a[i], Kronecker(j, i) * a[j]), ()),
    "count": (equal(total(i, 1), Variable(D)), ()),
    "last term": (
        equal(total(s, c * s, 1, t + 1), total(s, c * s, 1, t) + c * (t + 1)),
        (),
    ),
    "first term": (equal(total(s, r**s, 0, t), 1 + total(s, r**s, 1, t)), ()),
    "empty sum": (equal(total(s, c, 1, 0), 0), ()),
    "few numbers": (equal(total(s, s**2, 1, 3), 14), ()),
    "product of factors": (
        equal(product(i, a[i] * b[i]), product(j, b[j]) * product(i, a[i])),
        (),
    ),
    "product of a constant": (equal(product(i, c * a[i]), c ** Variable(D) * product(i, a[i])), ()),
    "last factor": (equal(product(s, s, 1, t + 1), product(s, s, 1, t) * (t + 1)), ()),
    "softmax sums to one": (equal(total(k, SOFTMAX), 1), ()),
    "softmax is positive": (SOFTMAX > 0, ()),
    "softmax is at most one": (SOFTMAX <= 1, ()),
    "softmax does not feel a shift": (equal(EXP(z[k] + c) / total(o, EXP(z[o] + c)), SOFTMAX), ()),
    "softmax Jacobian": (
        equal(Derivative(SOFTMAX, z[q]), SOFTMAX * (Kronecker(k, q) - AT_Q)),
        (),
    ),
    "cross-entropy of softmax": (
        equal(Derivative(CROSS_ENTROPY, z[q]), AT_Q - y[q]),
        (SUM_OF_ALL,),
    ),
    "log of what is positive everywhere": (
        equal(total(k, LOG(y[k])), total(o, LOG(y[o]))),
        (ForAll(o, y[o] > 0),),
    ),
    "associative": (equal((X @ W) @ W.T, X @ (W @ W.T)), ()),
    "transpose of a product": (equal((X @ W).T, W.T @ X.T), ()),
    "unit matrix": (equal(X @ Identity(Variable(D)), X), ()),
    "diagonal": (equal(Diagonal(a) @ b, Hadamard((a, b))), ()),
    "row sums": (
        equal(Y.T @ Ones(Variable(N)), Gradient(total(n, total(k, Y[n, k] * z[k])), z)),
        (),
    ),
    "gradient of a quadratic form": (equal(Gradient(a.T @ A @ a, a), A @ a + A.T @ a), ()),
    "of a symmetric one": (equal(Gradient(a.T @ A @ a, a), 2 * (A @ a)), (SYMMETRIC,)),
    "gradient of the squared error": (equal(Gradient(MSE, W), X.T @ (X @ W - Y)), ()),
    "a layer of any activation": (
        equal(
            Gradient(total(n, total(k, f(total(i, X[n, i] * W[i, k])))), W), X.T @ f.prime(X @ W)
        ),
        (),
    ),
}
FALSE: dict[str, tuple[Relation, tuple[Hypothesis, ...]]] = {
    "a captured index": (equal(total(i, a[i] * b[j]), total(j, a[j] * b[j])), ()),
    "a sum of products": (equal(total(i, a[i]) * total(i, b[i]), total(i, a[i] * b[i])), ()),
    "a sum of squares": (equal(total(i, a[i]) ** 2, total(i, a[i] ** 2)), ()),
    "a transposed matrix": (
        equal(total(i, total(j, a[i] * A[i, j] * b[j])), total(i, total(j, a[j] * A[i, j] * b[i]))),
        (),
    ),
    "a delta lost": (equal(total(i, Kronecker(i, j) * a[i]), total(i, a[i])), ()),
    "a delta of free indices is no one": (equal(Kronecker(i, j), 1), ()),
    "the wrong axis": (equal(total(n, 1), Variable(D)), ()),
    "one term too few": (equal(total(s, c * s, 1, t + 1), total(s, c * s, 1, t)), ()),
    "an empty sum below its range": (equal(total(s, s, 1, -3), 0), ()),
    "peeled where nothing is left": (
        equal(total(s, 1 / (s - 3), 4, t), total(s, 1 / (s - 3), 4, t)),
        (),
    ),
    "an index beyond its axis": (equal(total(i, a[i], 1, 2), a[1] + a[2]), ()),
    "log of what may be negative": (equal(total(k, LOG(y[k])), total(o, LOG(y[o]))), ()),
    "log where one index is positive": (
        equal(total(k, LOG(y[k])), total(o, LOG(y[o]))),
        (y[k] > 0,),
    ),
    "a sum of squares is not positive": (total(k, y[k] ** 2) > 0, ()),
    "cross-entropy without Σy = 1": (equal(Derivative(CROSS_ENTROPY, z[q]), AT_Q - y[q]), ()),
    "a quadratic form that is not symmetric": (equal(Gradient(a.T @ A @ a, a), 2 * (A @ a)), ()),
    "a lost transpose of a square matrix": (equal(Gradient(a.T @ A @ b, A), b @ a.T), ()),
    "mean for sum": (equal(Gradient(MSE, W), (1 / Variable(N)) * (X.T @ (X @ W - Y))), ()),
    "a forgotten slope": (
        equal(Gradient(total(n, total(k, f(total(i, X[n, i] * W[i, k])))), W), X.T @ f(X @ W)),
        (),
    ),
    "a product of sums": (equal(product(i, a[i] + b[i]), product(i, a[i]) + product(i, b[i])), ()),
    "what holds at one index": (equal(total(i, a[i]), total(i, b[i])), (equal(a[j], b[j]),)),
    "indices that exclude one another": (
        equal(a[i], 5),
        (ForAll(j, a[j] > 0), ForAll(j, a[j] < 0)),
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_a_true_claim_about_sums_is_proved(name: str) -> None:
    goal, given = TRUE[name]
    seen = verdict(goal, *given)
    assert seen.status is Status.PROVED, seen


@pytest.mark.parametrize("name", FALSE)
def test_a_trap_about_sums_is_not_proved(name: str) -> None:
    goal, given = FALSE[name]
    assert verdict(goal, *given).status is not Status.PROVED


@pytest.mark.parametrize(
    "node",
    (X @ X, X.T @ W, X + W, Hadamard((X, X.T)), X * W, LOG(1 / X), X**2, Diagonal(a) @ z),
    ids=("X X", "Xᵀ W", "X + W", "X ⊙ Xᵀ", "X times W", "1/X", "X²", "diag a z"),
)
def test_matrices_that_do_not_fit_have_no_shape(node: object) -> None:
    with pytest.raises(ShapeError, match=r"^[^\n]+$"):
        shape(node)  # type: ignore[arg-type]


def test_a_square_matrix_knows_rows_from_columns_by_its_sizes() -> None:
    assert shape(X @ W) == (Variable(N), Variable(K))
    assert shape(W.T @ X.T) == (Variable(K), Variable(N))
    assert shape(a.T @ A @ b) == (as_node(1), as_node(1))
