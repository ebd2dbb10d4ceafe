"""Symbols of a network whose activation function is a polynomial."""

from __future__ import annotations

from nnmath.notation.arrays import array
from nnmath.notation.roles import Role
from nnmath.notation.symbols.networks import HIDDEN_SIZE
from nnmath.notation.text import Text

HIDDEN_WEIGHTS = array(
    "square-hidden-weights",
    "w",
    (HIDDEN_SIZE,),
    Text(ja="隠れ層の重み", en="weights of the hidden layer"),
    role=Role.WEIGHT,
)
HIDDEN_BIASES = array(
    "square-hidden-biases",
    "b",
    (HIDDEN_SIZE,),
    Text(ja="隠れ層のバイアス", en="biases of the hidden layer"),
    role=Role.BIAS,
)
OUTPUT_WEIGHTS = array(
    "square-output-weights",
    "v",
    (HIDDEN_SIZE,),
    Text(ja="出力の重み", en="weights of the output"),
    role=Role.WEIGHT,
)
