"""Symbols of layers and softmax: sizes, indices, and the arrays that they number. Rows are
samples."""

from __future__ import annotations

from nnmath.notation.arrays import array, index, size
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text

BATCH_SIZE = size("batch-size", "N", Text(ja="バッチの大きさ", en="batch size"))
INPUT_SIZE = size(
    "input-size", "D", Text(ja="前の層のノード数", en="number of units in the layer before")
)
HIDDEN_SIZE = size(
    "hidden-size", "H", Text(ja="この層のノード数", en="number of units in this layer")
)
OUTPUT_SIZE = size(
    "output-size",
    "K",
    Text(ja="出力または次の層のノード数", en="number of outputs, or of units in the next layer"),
)

SAMPLE = index("sample", "n", BATCH_SIZE, Text(ja="サンプルの番号", en="number of a sample"))
OTHER_SAMPLE = index(
    "other-sample",
    "m",
    BATCH_SIZE,
    Text(ja="もう1つのサンプルの番号", en="number of another sample"),
)
INPUT_UNIT = index(
    "input-unit",
    "i",
    INPUT_SIZE,
    Text(ja="前の層のノードの番号", en="number of a unit in the layer before"),
)
HIDDEN_UNIT = index(
    "hidden-unit",
    "j",
    HIDDEN_SIZE,
    Text(ja="この層のノードの番号", en="number of a unit in this layer"),
)
OTHER_HIDDEN_UNIT = index(
    "other-hidden-unit",
    "r",
    HIDDEN_SIZE,
    Text(ja="この層のもう1つのノードの番号", en="number of another unit in this layer"),
)
OUTPUT_UNIT = index(
    "output-unit",
    "k",
    OUTPUT_SIZE,
    Text(
        ja="出力または次の層のノードの番号",
        en="number of an output, or of a unit in the next layer",
    ),
)
OTHER_OUTPUT = index(
    "other-output", "p", OUTPUT_SIZE, Text(ja="もう1つの出力の番号", en="number of another output")
)
THIRD_OUTPUT = index(
    "third-output", "q", OUTPUT_SIZE, Text(ja="3つめの出力の番号", en="number of a third output")
)

# Softmax

LOGITS = array("logits", "z", (OUTPUT_SIZE,), Text(ja="ロジット", en="logits"))
SOFTMAX_OUTPUT = array(
    "softmax-output",
    "s",
    (OUTPUT_SIZE,),
    Text(ja="ソフトマックス関数の出力", en="softmax output"),
    role=Role.PREDICTION,
)
SOFTMAX_JACOBIAN = array(
    "softmax-jacobian",
    "J",
    (OUTPUT_SIZE, OUTPUT_SIZE),
    Text(ja="ソフトマックス関数のヤコビ行列", en="Jacobian of softmax"),
    role=Role.GRADIENT,
)
LOG_SUM_EXP = array(
    "log-sum-exp",
    r"\mathrm{lse}",
    (),
    Text(ja="ロジットの log-sum-exp", en="log-sum-exp of the logits"),
    typst='op("lse")',
    code="log_sum_exp",
)
LOGIT_SHIFT = Symbol(
    id="logit-shift",
    meaning=Text(ja="すべてのロジットに足す数", en="number added to every logit"),
    latex="c",
    typst="c",
    code="c",
)
TEMPERATURE = Symbol(
    id="temperature",
    meaning=Text(ja="温度", en="temperature"),
    latex="T",
    typst="T",
    code="T",
)
TEMPERED_SOFTMAX = array(
    "tempered-softmax",
    r"\tilde{s}",
    (OUTPUT_SIZE,),
    Text(ja="温度付きのソフトマックス関数の出力", en="output of softmax with a temperature"),
    typst="tilde(s)",
    code="s_tilde",
    role=Role.PREDICTION,
)
LOGIT_DIRECTION = array(
    "logit-direction",
    "v",
    (OUTPUT_SIZE,),
    Text(ja="ロジットを動かす向き", en="direction in which the logits move"),
)

# A fully connected layer

INPUTS = array(
    "inputs", "X", (BATCH_SIZE, INPUT_SIZE), Text(ja="入力", en="inputs"), role=Role.DATA
)
LAYER_WEIGHTS = array(
    "layer-weights",
    "W",
    (INPUT_SIZE, HIDDEN_SIZE),
    Text(ja="層の重み", en="weights of the layer"),
    role=Role.WEIGHT,
)
LAYER_BIASES = array(
    "layer-biases",
    "b",
    (HIDDEN_SIZE,),
    Text(ja="層のバイアス", en="biases of the layer"),
    role=Role.BIAS,
)
LAYER_PRE_ACTIVATIONS = array(
    "layer-pre-activations",
    "Z",
    (BATCH_SIZE, HIDDEN_SIZE),
    Text(ja="総入力", en="pre-activations"),
)
NEXT_LAYER_WEIGHTS = array(
    "next-layer-weights",
    "V",
    (HIDDEN_SIZE, OUTPUT_SIZE),
    Text(ja="次の層の重み", en="weights of the next layer"),
    role=Role.WEIGHT,
)
NEXT_BIASES = array(
    "next-biases",
    "c",
    (OUTPUT_SIZE,),
    Text(ja="次の層のバイアス", en="biases of the next layer"),
    role=Role.BIAS,
)
