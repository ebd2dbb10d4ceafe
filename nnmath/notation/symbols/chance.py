"""Symbols of what is random: signals and weights at the start, masks, predictors, noise."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.samples import SAMPLE_COUNT
from nnmath.notation.text import Text

FAN_IN = Symbol(
    id="fan-in",
    meaning=Text(ja="入力の本数", en="number of inputs of a unit"),
    latex=r"n_{\mathrm{in}}",
    typst='n_upright("in")',
    code="fan_in",
    sort=Sort.COUNT,
)
FAN_OUT = Symbol(
    id="fan-out",
    meaning=Text(ja="出力の本数", en="number of units that a signal goes to"),
    latex=r"n_{\mathrm{out}}",
    typst='n_upright("out")',
    code="fan_out",
    sort=Sort.COUNT,
)
INPUT_INDEX = Symbol(
    id="random-input-index",
    meaning=Text(ja="入力の番号", en="number of an input"),
    latex="i",
    typst="i",
    code="i",
    sort=Sort.INDEX,
    size=FAN_IN,
)
UNIT_INDEX = Symbol(
    id="random-unit-index",
    meaning=Text(ja="ユニットの番号", en="number of a unit"),
    latex="j",
    typst="j",
    code="j",
    sort=Sort.INDEX,
    size=FAN_OUT,
)
STARTING_WEIGHTS = Symbol(
    id="starting-weights",
    meaning=Text(ja="乱数で決めた初期の重み", en="weights drawn at random at the start"),
    latex="w",
    typst="w",
    code="w",
    role=Role.WEIGHT,
    shape=(FAN_IN, FAN_OUT),
)
SIGNALS = Symbol(
    id="random-signals",
    meaning=Text(ja="入力の信号", en="incoming signals"),
    latex="x",
    typst="x",
    code="x",
    role=Role.DATA,
    shape=(FAN_IN,),
)
ERRORS = Symbol(
    id="random-errors",
    meaning=Text(ja="出力側から戻ってくる誤差", en="errors that come back from the output"),
    latex=r"\varepsilon",
    typst="epsilon",
    code="errors",
    role=Role.GRADIENT,
    shape=(FAN_OUT,),
)
WEIGHT_VARIANCE = Symbol(
    id="weight-variance",
    meaning=Text(ja="初期の重みの分散", en="variance of the starting weights"),
    latex="v",
    typst="v",
    code="weight_variance",
)
SIGNAL_SQUARE = Symbol(
    id="signal-square",
    meaning=Text(ja="信号の2乗平均", en="mean square of the signals"),
    latex="q",
    typst="q",
    code="mean_square",
)
MASK = Symbol(
    id="dropout-mask",
    meaning=Text(ja="ドロップアウトのマスク", en="dropout mask"),
    latex="m",
    typst="m",
    code="mask",
    shape=(FAN_IN,),
)
KEEP_RATE = Symbol(
    id="keep-rate",
    meaning=Text(ja="ユニットを残す確率", en="probability to keep a unit"),
    latex="p",
    typst="p",
    code="keep_rate",
)
FIXED_WEIGHTS = Symbol(
    id="dropout-weights",
    meaning=Text(ja="次のユニットへの重み", en="weights to the next unit"),
    latex="w",
    typst="w",
    code="w",
    role=Role.WEIGHT,
    shape=(FAN_IN,),
)
ACTIVATIONS = Symbol(
    id="dropout-activations",
    meaning=Text(ja="マスクをかける前の出力", en="activations before the mask"),
    latex="a",
    typst="a",
    code="a",
    shape=(FAN_IN,),
)
PRE_ACTIVATION = Symbol(
    id="random-pre-activation",
    meaning=Text(ja="乱数で決まる入力和", en="weighted sum, as it comes out at random"),
    latex="z",
    typst="z",
    code="z",
)
SUM_VARIANCE = Symbol(
    id="pre-activation-variance",
    meaning=Text(ja="入力和の分散", en="variance of the weighted sum"),
    latex="s",
    typst="s",
    code="sum_variance",
)
ANY_NUMBER = Symbol(
    id="any-number",
    meaning=Text(ja="任意の実数", en="any real number"),
    latex="u",
    typst="u",
    code="u",
)
SINGLE_WEIGHT = Symbol(
    id="single-weight",
    meaning=Text(ja="初期の重み1つ", en="one weight at the start"),
    latex="w",
    typst="w",
    code="w",
    role=Role.WEIGHT,
)
HALF_WIDTH = Symbol(
    id="uniform-half-width",
    meaning=Text(ja="一様分布の幅の半分", en="half the width of the uniform law"),
    latex="a",
    typst="a",
    code="half_width",
)
INTEGRATED = Symbol(
    id="integrated-weight",
    meaning=Text(ja="積分する変数", en="variable of integration"),
    latex="x",
    typst="x",
    code="x",
)
LAYER_SQUARES = Symbol(
    id="layer-squares",
    meaning=Text(ja="l 層を通ったあとの2乗平均", en="mean square after l layers"),
    latex="q",
    typst="q",
    code="q",
)
LAYER = Symbol(
    id="layer-number",
    meaning=Text(ja="通った層の数", en="number of layers passed"),
    latex="l",
    typst="l",
    code="l",
    sort=Sort.NATURAL,
)
GAIN = Symbol(
    id="layer-gain",
    meaning=Text(ja="1層あたりの倍率", en="factor of one layer"),
    latex=r"\gamma",
    typst="gamma",
    code="gain",
)
BATCH_COUNT = Symbol(
    id="batch-draw-count",
    meaning=Text(ja="ミニバッチの大きさ", en="size of the mini-batch"),
    latex="B",
    typst="B",
    code="B",
    sort=Sort.COUNT,
)
DRAW_INDEX = Symbol(
    id="draw-index",
    meaning=Text(ja="何番目に取り出したか", en="number of a draw"),
    latex="b",
    typst="b",
    code="b",
    sort=Sort.INDEX,
    size=BATCH_COUNT,
)
DRAWS = Symbol(
    id="drawn-samples",
    meaning=Text(ja="取り出したデータの番号", en="numbers of the samples drawn"),
    latex="s",
    typst="s",
    code="drawn",
    shape=(BATCH_COUNT,),
    sort=Sort.INDEX,
    size=SAMPLE_COUNT,
)
