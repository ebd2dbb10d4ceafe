"""Symbols of the perceptron: one sample at a time, and those at which it was mistaken."""

from __future__ import annotations

from nnmath.notation.arrays import array
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols.descent import TIME, WEIGHT_COUNT
from nnmath.notation.text import Text

LABEL = Symbol(
    id="label",
    meaning=Text(ja="ラベル(1 か −1)", en="label, 1 or −1"),
    latex="y",
    typst="y",
    code="y",
    role=Role.TARGET,
)
FEATURES = array(
    "features",
    "x",
    (WEIGHT_COUNT,),
    Text(ja="1つのサンプルの入力", en="inputs of one sample"),
    role=Role.DATA,
)
OTHER_FEATURES = array(
    "other-features",
    "x'",
    (WEIGHT_COUNT,),
    Text(ja="もう1つの点", en="another point"),
    code="x_other",
    role=Role.DATA,
)
LEARNED_WEIGHTS = array(
    "learned-weights",
    "w'",
    (WEIGHT_COUNT,),
    Text(ja="サンプルを1つ見たあとの重み", en="weights after a look at one sample"),
    code="w_learned",
    role=Role.WEIGHT,
)
MISTAKEN_LABELS = array(
    "mistaken-labels",
    "y",
    (TIME,),
    Text(ja="s 回目の誤りでのラベル", en="label at the s-th mistake"),
    role=Role.TARGET,
)
MISTAKEN_INPUTS = array(
    "mistaken-inputs",
    "x",
    (TIME, WEIGHT_COUNT),
    Text(ja="s 回目の誤りでの入力", en="inputs at the s-th mistake"),
    role=Role.DATA,
)
MARGIN = Symbol(
    id="margin",
    meaning=Text(ja="マージン", en="margin"),
    latex=r"\gamma",
    typst="gamma",
    code="margin",
)
LARGEST_INPUT = Symbol(
    id="largest-input",
    meaning=Text(ja="入力の大きさの上界", en="bound of the size of the inputs"),
    latex="R",
    typst="R",
    code="R",
)
