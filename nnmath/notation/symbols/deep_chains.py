"""Symbols of gradients through many layers: products of factors, norms, clipping."""

from __future__ import annotations

from nnmath.notation.arrays import array, index, size
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.networks import HIDDEN_SIZE, INPUT_SIZE, OUTPUT_SIZE
from nnmath.notation.text import Text

DEPTH = size("depth", "L", Text(ja="層の数", en="number of layers"))
LAYER = index("layer", "l", DEPTH, Text(ja="層の番号", en="number of a layer"))
COUNTED_LAYER = Symbol(
    id="counted-layer",
    meaning=Text(ja="積をとる層の番号", en="number of a layer in a product"),
    latex="l",
    typst="l",
    code="l",
    sort=Sort.NATURAL,
)
LAYERS_PASSED = Symbol(
    id="layers-passed",
    meaning=Text(ja="通り過ぎた層の数", en="number of layers passed"),
    latex="t",
    typst="t",
    code="t",
    sort=Sort.NATURAL,
)
FACTORS = array(
    "chain-factors",
    "x",
    (DEPTH,),
    Text(ja="各層で勾配に掛かる因数", en="factor of each layer in the gradient"),
    role=Role.GRADIENT,
)
CHAIN_WEIGHTS = array(
    "chain-weights",
    "w",
    (DEPTH,),
    Text(ja="各層の重み", en="weight of each layer"),
    role=Role.WEIGHT,
)
CHAIN_PRE_ACTIVATIONS = array(
    "chain-pre-activations",
    "z",
    (DEPTH,),
    Text(ja="各層の総入力", en="pre-activation of each layer"),
)
FACTOR_BOUND = Symbol(
    id="factor-bound",
    meaning=Text(ja="因数の絶対値の上界または下界", en="bound on the size of a factor"),
    latex="c",
    typst="c",
    code="c",
)
WEIGHT_BOUND = Symbol(
    id="weight-bound",
    meaning=Text(ja="重みの絶対値の上界", en="bound on the size of the weights"),
    latex="a",
    typst="a",
    code="a",
)
LEFT_MATRIX = array(
    "left-matrix", "A", (INPUT_SIZE, HIDDEN_SIZE), Text(ja="左の行列", en="matrix on the left")
)
RIGHT_MATRIX = array(
    "right-matrix",
    "B",
    (HIDDEN_SIZE, OUTPUT_SIZE),
    Text(ja="右の行列", en="matrix on the right"),
)
LONG_GRADIENT = array(
    "long-gradient",
    "g",
    (HIDDEN_SIZE,),
    Text(ja="クリップする前の勾配", en="gradient before clipping"),
    role=Role.GRADIENT,
)
CLIPPED_GRADIENT = array(
    "clipped-gradient",
    r"\hat{g}",
    (HIDDEN_SIZE,),
    Text(ja="クリップした勾配", en="clipped gradient"),
    typst="hat(g)",
    code="g_clipped",
    role=Role.GRADIENT,
)
CLIPPING_THRESHOLD = Symbol(
    id="clipping-threshold",
    meaning=Text(ja="クリッピングの閾値", en="clipping threshold"),
    latex="c",
    typst="c",
    code="threshold",
)
