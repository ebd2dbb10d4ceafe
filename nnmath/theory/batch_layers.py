"""Layer l for a batch, with the layer after it: what they compute, and their error signals."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition
from nnmath.proof.matrices import Ones
from nnmath.proof.nodes import Derivative
from nnmath.theory.batch_vocabulary import (
    A,
    A_before,
    E,
    W,
    W_after,
    Z,
    Z_after,
    b,
    b_after,
    delta,
    delta_after,
    f,
)
from nnmath.theory.network_vocabulary import N, j, k, n

LAYER = Definition(
    id="layer-of-batch",
    name=Text(ja="第 l 層の総入力", en="Pre-activations of layer l"),
    left=Z,
    right=A_before @ W + Ones(N) @ b.T,
    source="goodfellow2016, section 6.5.4",
    witness="tests/reference/layers.py::fully_connected",
)

LAYER_ACTIVATION = Definition(
    id="activations-of-layer",
    name=Text(ja="第 l 層の出力", en="Activations of layer l"),
    left=A[n, j],
    right=f(Z[n, j]),
    source="goodfellow2016, section 6.5.4",
    witness="tests/reference/layers.py::activations",
)

LAYER_AFTER = Definition(
    id="layer-after",
    name=Text(ja="第 l+1 層の総入力", en="Pre-activations of layer l+1"),
    left=Z_after,
    right=A @ W_after + Ones(N) @ b_after.T,
    source="goodfellow2016, section 6.5.4",
    witness="tests/reference/layers.py::fully_connected",
)

DELTA = Definition(
    id="delta",
    name=Text(ja="第 l 層の誤差信号", en="Error signals of layer l"),
    left=delta[n, j],
    right=Derivative(E[()], Z[n, j]),
    source="nielsen2015, chapter 2",
    witness="tests/reference/units.py::numerical_gradient",
)

DELTA_AFTER = Definition(
    id="delta-after",
    name=Text(ja="第 l+1 層の誤差信号", en="Error signals of layer l+1"),
    left=delta_after[n, k],
    right=Derivative(E[()], Z_after[n, k]),
    source="nielsen2015, chapter 2",
    witness="tests/reference/units.py::numerical_gradient",
)

CLAIMS = (LAYER, LAYER_ACTIVATION, LAYER_AFTER, DELTA, DELTA_AFTER)
