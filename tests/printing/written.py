"""Formulas beside the LaTeX that an author would write for them."""

from __future__ import annotations

from nnmath.proof.nodes import EXP, SQRT, Derivative, Limit, Negate, Power, as_node
from nnmath.proof.statements import And, Not, Or, Tends, between, equal, unequal
from tests.printing.letters import W_, E, W, a, c, d, eta, h, t, x

AS_WRITTEN = (
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
    (And((eta > 0, Or((a > 0, unequal(W, 0))))), r"\eta > 0 \land (a > 0 \lor W \neq 0)"),
)
