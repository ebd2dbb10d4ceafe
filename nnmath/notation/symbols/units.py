"""Symbols of backpropagation unit by unit, in the letters of the classical derivation: units i feed
units j, and these feed units k."""

from __future__ import annotations

from nnmath.notation.arrays import array
from nnmath.notation.roles import Role
from nnmath.notation.symbols.networks import HIDDEN_SIZE, INPUT_SIZE, OUTPUT_SIZE
from nnmath.notation.text import Text

OUTPUTS_BEFORE = array(
    "outputs-before",
    "g",
    (INPUT_SIZE,),
    Text(ja="前の層のノード i の出力", en="output of unit i of the layer before"),
    role=Role.DATA,
)
WEIGHTS_INTO = array(
    "weights-into",
    "w",
    (INPUT_SIZE, HIDDEN_SIZE),
    Text(ja="ノード i からノード j への重み", en="weight from unit i to unit j"),
    role=Role.WEIGHT,
)
PRE_ACTIVATIONS = array(
    "pre-activations",
    "h",
    (HIDDEN_SIZE,),
    Text(ja="ノード j の総入力", en="pre-activation of unit j"),
)
OUTPUTS = array("outputs", "g", (HIDDEN_SIZE,), Text(ja="ノード j の出力", en="output of unit j"))
WEIGHTS_OUT = array(
    "weights-out",
    "w",
    (HIDDEN_SIZE, OUTPUT_SIZE),
    Text(ja="ノード j から次の層のノード k への重み", en="weight from unit j to unit k"),
    role=Role.WEIGHT,
)
NEXT_PRE_ACTIVATIONS = array(
    "next-pre-activations",
    "h",
    (OUTPUT_SIZE,),
    Text(ja="次の層のノード k の総入力", en="pre-activation of unit k of the next layer"),
)
ERROR = array(
    "error",
    "E",
    (),
    Text(ja="誤差", en="error"),
    code="error",
    role=Role.LOSS,
)
ERROR_SIGNALS = array(
    "error-signals",
    r"\varepsilon",
    (HIDDEN_SIZE,),
    Text(ja="ノード j の誤差信号", en="error signal of unit j"),
    typst="epsilon",
    code="error_signal",
    role=Role.GRADIENT,
)
NEXT_ERROR_SIGNALS = array(
    "next-error-signals",
    r"\varepsilon",
    (OUTPUT_SIZE,),
    Text(ja="次の層のノード k の誤差信号", en="error signal of unit k of the next layer"),
    typst="epsilon",
    code="next_error_signal",
    role=Role.GRADIENT,
)
UPDATED_WEIGHTS = array(
    "updated-weights",
    "w'",
    (INPUT_SIZE, HIDDEN_SIZE),
    Text(ja="更新後の重み", en="weight after the update"),
    code="w_new",
    role=Role.WEIGHT,
)

# The output layer

UNIT_TARGETS = array(
    "unit-targets",
    "y",
    (HIDDEN_SIZE,),
    Text(ja="出力ノード j の教師信号", en="target of output unit j"),
    role=Role.TARGET,
)
UNIT_PREDICTIONS = array(
    "unit-predictions",
    r"\hat{y}",
    (HIDDEN_SIZE,),
    Text(ja="出力ノード j の予測値", en="prediction of output unit j"),
    typst="hat(y)",
    code="y_hat",
    role=Role.PREDICTION,
)
SQUARED_ERROR = array(
    "squared-error",
    "E",
    (),
    Text(ja="二乗誤差の半分", en="half the squared error"),
    code="squared_error",
    role=Role.LOSS,
)
