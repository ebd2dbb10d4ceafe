"""Formulas beside the LaTeX that an author would write for them."""

from __future__ import annotations

from nnmath.proof.expectations import covariance, expectation, variance
from nnmath.proof.indexed import Kronecker, product, total
from nnmath.proof.integrals import integral
from nnmath.proof.laws import Moments, Random, Uniform, independent
from nnmath.proof.matrices import Diagonal, Gradient, Hadamard, Identity, Ones
from nnmath.proof.nodes import EXP, SQRT, Derivative, Function, Limit, Negate, Power, as_node
from nnmath.proof.statements import And, Not, Or, Tends, between, equal, unequal
from tests.printing.letters import (
    W_,
    A,
    B,
    E,
    M,
    N,
    S,
    W,
    X,
    a,
    alpha,
    best,
    c,
    d,
    error,
    eta,
    h,
    i,
    j,
    layer,
    n,
    path,
    stepped,
    symbol,
    t,
    u,
    v,
    x,
    y,
)

F = Function(symbol("f"))
INDEXED = (
    (total(i, X[n, i] * u[i]), r"\sum_{i=1}^{M} X_{ni}x_i"),
    (total(i, u[i]) ** 2, r"\left(\sum_{i=1}^{M} x_i\right)^{2}"),
    (2 * total(i, u[i]) + 1, r"2\sum_{i=1}^{M} x_i + 1"),
    (total(i, u[i]) * 2, r"\left(\sum_{i=1}^{M} x_i\right) \cdot 2"),
    (total(i, u[i] + 1, 1, M - 1), r"\sum_{i=1}^{M-1} (x_i + 1)"),
    (product(n, y[n]), r"\prod_{n=1}^{N} y_n"),
    (X[n, i + 1], "X_{n,i+1}"),
    (X[1, 2], "X_{1,2}"),
    (S[alpha, j], r"S_{\alpha j}"),
    (A[layer, n, i], "a^{(l)}_{ni}"),
    (A[layer - 1, n, i + 1] ** 2, "(a^{(l-1)}_{n,i+1})^{2}"),
    (B[layer], "B^{(l)}"),
    (path[t + 1, i], "p_{t+1,i}"),
    (path[t, i], "p_{t,i}"),
    (best[i] ** 2 - stepped[i] ** 2, r"(w^{\star}_i)^{2} - (v'_i)^{2}"),
    (stepped[i] - best[i], r"v'_i - w^{\star}_i"),
    (best.T @ best, r"(\boldsymbol{w^{\star}})^{\top}\boldsymbol{w^{\star}}"),
    (Kronecker(i, j) * u[i], r"\delta_{ij}x_i"),
    (X @ S + Ones(N) @ v.T, r"\boldsymbol{X}\boldsymbol{S} + \mathbf{1}_N\boldsymbol{b}^{\top}"),
    (eta * (X @ S), r"\eta\boldsymbol{X}\boldsymbol{S}"),
    ((eta * X) @ S, r"(\eta\boldsymbol{X})\boldsymbol{S}"),
    (X * eta, r"\boldsymbol{X} \cdot \eta"),
    (
        Hadamard((X @ S, F.prime(X))),
        r"(\boldsymbol{X}\boldsymbol{S}) \odot f'(\boldsymbol{X})",
    ),
    (
        Diagonal(u) - u @ u.T,
        r"\operatorname{diag}(\boldsymbol{x}) - \boldsymbol{x}\boldsymbol{x}^{\top}",
    ),
    (Identity(M), r"\mathbf{I}_M"),
    (EXP(X), r"\exp(\boldsymbol{X})"),
    (EXP(u.T @ v), r"e^{\boldsymbol{x}^{\top}\boldsymbol{b}}"),
    (
        Derivative(error[()], u[i]) * Derivative(u[i], X[n, i]),
        r"\frac{\partial E}{\partial x_i}\frac{\partial x_i}{\partial X_{ni}}",
    ),
    (Derivative(u[i] ** 2, u[j]), r"\frac{\partial}{\partial x_j} x_i^{2}"),
    (Gradient(error[()], X), r"\frac{\partial E}{\partial\boldsymbol{X}}"),
)
CHANCE = (
    (expectation(u[i] ** 2, u), r"\mathbb{E}_{\boldsymbol{x}}[x_i^{2}]"),
    (expectation(x / 2, x, u), r"\mathbb{E}_{x, \boldsymbol{x}}\left[\frac{x}{2}\right]"),
    (2 * variance(x + 1, x), r"2\operatorname{Var}_{x}[x + 1]"),
    (covariance(x, a, x, a), r"\operatorname{Cov}_{x, a}[x,a]"),
    (expectation(x, x) ** 2, r"\mathbb{E}_{x}[x]^{2}"),
    (integral(x + 1, x, -a, a), r"\int_{-a}^{a} (x + 1) \, \mathrm{d}x"),
    (
        Random(u[i], Moments(as_node(0), a), independent=True),
        r"x_i\text{ random}\text{, mean }0\text{, variance }a"
        r"\text{, independent of one another}",
    ),
    (Random(x, Uniform(-a, a)), r"x\text{ random}\text{, uniform on } (-a, a)"),
    (independent(u, (x, a)), r"\boldsymbol{x}, (x, a)\text{ independent}"),
)
AS_WRITTEN = (
    *INDEXED,
    *CHANCE,
    (W**2 + 4, "W^{2} + 4"),
    (1 - x, "1 - x"),
    (-eta * W + 1, r"-\eta W + 1"),
    (a * (W - c) ** 2 + d, "a(W - c)^{2} + d"),
    (2 * eta, r"2\eta"),
    (as_node("0.001") * 10, r"0.001 \cdot 10"),
    (W * 2, r"W \cdot 2"),
    (as_node("1/2") * W, r"\frac{1}{2}W"),
    (2 * as_node("1/2"), r"2 \cdot \frac{1}{2}"),
    (W ** as_node("1/2"), "W^{1/2}"),
    (W ** -(as_node(1) / 2), "W^{-1/2}"),
    (Power(Negate(x), as_node(2)), "(-x)^{2}"),
    (-(x**2), "-x^{2}"),
    (as_node(-3) ** 2, "(-3)^{2}"),
    (W - (-3), "W - (-3)"),
    ((x**2) ** t, "(x^{2})^{t}"),
    (x ** (as_node(2) ** t), "x^{2^{t}}"),
    ((x / 2) ** 2, r"\left(\frac{x}{2}\right)^{2}"),
    (abs(W_[t]), r"\left|W_t\right|"),
    (SQRT(1 + x), r"\sqrt{1 + x}"),
    (1 / (1 + EXP(-x)), r"\frac{1}{1 + e^{-x}}"),
    (E.prime(W_[t]), "E'(W_t)"),
    (E(x / 2), r"E\!\left(\frac{x}{2}\right)"),
    (Derivative(W**2 + 4, W), r"\frac{\mathrm{d}}{\mathrm{d}W} (W^{2} + 4)"),
    (
        Limit((E(W + h) - E(W)) / h, h, as_node(0)),
        r"\lim_{h \to 0} \frac{E(W + h) - E(W)}{h}",
    ),
    (equal(W_[t], (1 - 2 * eta) ** t * W_[0]), r"W_t = (1 - 2\eta)^{t}W_0"),
    (equal(W_[t + 1], W_[t] - eta * E.prime(W_[t])), r"W_{t+1} = W_t - \eta E'(W_t)"),
    (between(0, eta, 1, closed="high"), r"0 < \eta \leq 1"),
    (Tends(W_[t], t, as_node(0)), r"W_t \to 0 \quad (t \to \infty)"),
    (Not(Tends(W_[t], t, as_node(0))), r"W_t \nrightarrow 0 \quad (t \to \infty)"),
    (
        And((eta > 0, Or((a > 0, unequal(W, 0))))),
        r"\eta > 0 \text{ and }\allowbreak (a > 0 \text{ or }\allowbreak W \neq 0)",
    ),
)
