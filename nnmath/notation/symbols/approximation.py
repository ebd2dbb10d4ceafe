"""Symbols of approximation by networks: what is approximated, how well, and by how much."""

from __future__ import annotations

from nnmath.notation.arrays import array, size
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols.networks import HIDDEN_SIZE, INPUT_SIZE
from nnmath.notation.text import Text

POINT = array(
    "approximated-at",
    "x",
    (INPUT_SIZE,),
    Text(ja="入力", en="inputs"),
    role=Role.DATA,
)
WANTED = array(
    "wanted-value",
    "y",
    (),
    Text(ja="近似したい関数の、その入力での値", en="value to come near to, at these inputs"),
    role=Role.TARGET,
)
WEIGHTS = array(
    "approximating-weights",
    "w",
    (INPUT_SIZE, HIDDEN_SIZE),
    Text(ja="隠れ層の重み", en="weights of the hidden layer"),
    role=Role.WEIGHT,
)
BIASES = array(
    "approximating-biases",
    "b",
    (HIDDEN_SIZE,),
    Text(ja="隠れ層のバイアス", en="biases of the hidden layer"),
    role=Role.BIAS,
)
OUTPUT_WEIGHTS = array(
    "approximating-output-weights",
    "v",
    (HIDDEN_SIZE,),
    Text(ja="出力の重み", en="weights of the output"),
    role=Role.WEIGHT,
)
BEST_ERROR = Symbol(
    id="best-mean-square",
    meaning=Text(
        ja="ノード H 個の隠れ層で達する、最小の平均二乗誤差",
        en="least mean squared error that a hidden layer of H units reaches",
    ),
    latex="e",
    typst="e",
    code="best_error",
    role=Role.LOSS,
)
RADIUS = Symbol(
    id="input-radius",
    meaning=Text(ja="入力の範囲とする球の半径", en="radius of the ball of inputs"),
    latex="r",
    typst="r",
    code="radius",
)
FOURIER_MOMENT = Symbol(
    id="fourier-moment",
    meaning=Text(
        ja="フーリエ変換の1次モーメント", en="first moment of the Fourier transform's size"
    ),
    latex="C",
    typst="C",
    code="fourier_moment",
)
ACCURACY = Symbol(
    id="accuracy",
    meaning=Text(ja="許す誤差", en="error that is allowed"),
    latex=r"\varepsilon",
    typst="epsilon",
    code="accuracy",
)
WEIGHTS_NEEDED = size(
    "weights-needed",
    "M",
    Text(ja="ネットワークの重みの数", en="number of weights of the network"),
)
SMOOTHNESS = size(
    "smoothness-of-function",
    "s",
    Text(ja="何回まで微分できるか", en="how often it can be differentiated"),
)
RATE_CONSTANT = Symbol(
    id="rate-constant",
    meaning=Text(
        ja="次元と滑らかさだけで決まる定数", en="constant of the dimension and the smoothness"
    ),
    latex="c",
    typst="c",
    code="rate_constant",
)
