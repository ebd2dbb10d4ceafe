"""Symbols of backpropagation for a batch: the matrices of layer l, of the one before and of the
next. Rows are samples."""

from __future__ import annotations

from nnmath.notation.arrays import array
from nnmath.notation.roles import Role
from nnmath.notation.symbols.networks import BATCH_SIZE, HIDDEN_SIZE, INPUT_SIZE, OUTPUT_SIZE
from nnmath.notation.text import Text

ACTIVATIONS_BEFORE = array(
    "activations-before",
    "A^{l-1}",
    (BATCH_SIZE, INPUT_SIZE),
    Text(ja="第 l−1 層の出力", en="activations of layer l−1"),
    typst="A^(l-1)",
    code="A_before",
    role=Role.DATA,
)
WEIGHTS = array(
    "weights-of-layer",
    "W^{l}",
    (INPUT_SIZE, HIDDEN_SIZE),
    Text(ja="第 l 層の重み", en="weights of layer l"),
    typst="W^l",
    code="W",
    role=Role.WEIGHT,
)
BIASES = array(
    "biases-of-layer",
    "b^{l}",
    (HIDDEN_SIZE,),
    Text(ja="第 l 層のバイアス", en="biases of layer l"),
    typst="b^l",
    code="b",
    role=Role.BIAS,
)
PRE_ACTIVATIONS_OF_LAYER = array(
    "pre-activations-of-layer",
    "Z^{l}",
    (BATCH_SIZE, HIDDEN_SIZE),
    Text(ja="第 l 層の総入力", en="pre-activations of layer l"),
    typst="Z^l",
    code="Z",
)
ACTIVATIONS_OF_LAYER = array(
    "activations-of-layer",
    "A^{l}",
    (BATCH_SIZE, HIDDEN_SIZE),
    Text(ja="第 l 層の出力", en="activations of layer l"),
    typst="A^l",
    code="A",
)
WEIGHTS_AFTER = array(
    "weights-after",
    "W^{l+1}",
    (HIDDEN_SIZE, OUTPUT_SIZE),
    Text(ja="第 l+1 層の重み", en="weights of layer l+1"),
    typst="W^(l+1)",
    code="W_after",
    role=Role.WEIGHT,
)
BIASES_AFTER = array(
    "biases-after",
    "b^{l+1}",
    (OUTPUT_SIZE,),
    Text(ja="第 l+1 層のバイアス", en="biases of layer l+1"),
    typst="b^(l+1)",
    code="b_after",
    role=Role.BIAS,
)
PRE_ACTIVATIONS_AFTER = array(
    "pre-activations-after",
    "Z^{l+1}",
    (BATCH_SIZE, OUTPUT_SIZE),
    Text(ja="第 l+1 層の総入力", en="pre-activations of layer l+1"),
    typst="Z^(l+1)",
    code="Z_after",
)
BATCH_LOSS = array(
    "batch-loss",
    "E",
    (),
    Text(ja="バッチの損失", en="loss of the batch"),
    code="loss",
    role=Role.LOSS,
)
DELTA = array(
    "delta",
    r"\delta^{l}",
    (BATCH_SIZE, HIDDEN_SIZE),
    Text(ja="第 l 層の誤差信号", en="error signals of layer l"),
    typst="delta^l",
    code="delta",
    role=Role.GRADIENT,
)
DELTA_AFTER = array(
    "delta-after",
    r"\delta^{l+1}",
    (BATCH_SIZE, OUTPUT_SIZE),
    Text(ja="第 l+1 層の誤差信号", en="error signals of layer l+1"),
    typst="delta^(l+1)",
    code="delta_after",
    role=Role.GRADIENT,
)
