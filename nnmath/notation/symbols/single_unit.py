"""Symbols of a single unit: its input, its parameters, and the functions that make its output."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text

LOWER_PRE_ACTIVATION = Symbol(
    id="lower-pre-activation",
    meaning=Text(ja="小さいほうの総入力", en="the smaller of two pre-activations"),
    latex="z_{1}",
    typst="z_(1)",
    code="z_1",
)
HIGHER_PRE_ACTIVATION = Symbol(
    id="higher-pre-activation",
    meaning=Text(ja="大きいほうの総入力", en="the larger of two pre-activations"),
    latex="z_{2}",
    typst="z_(2)",
    code="z_2",
)
REACHED = Symbol(
    id="reached-value",
    meaning=Text(ja="到達させたい値", en="value to be reached"),
    latex="v",
    typst="v",
    code="v",
)
INPUT = Symbol(
    id="input",
    meaning=Text(ja="入力", en="input"),
    latex="x",
    typst="x",
    code="x",
    role=Role.DATA,
)
FIRST_INPUT = Symbol(
    id="first-input",
    meaning=Text(ja="1つ目の入力", en="first input"),
    latex="x_{1}",
    typst="x_(1)",
    code="x_1",
    role=Role.DATA,
)
SECOND_INPUT = Symbol(
    id="second-input",
    meaning=Text(ja="2つ目の入力", en="second input"),
    latex="x_{2}",
    typst="x_(2)",
    code="x_2",
    role=Role.DATA,
)
UNIT_WEIGHT = Symbol(
    id="unit-weight",
    meaning=Text(ja="ユニットの重み", en="weight of a unit"),
    latex="w",
    typst="w",
    code="w",
    role=Role.WEIGHT,
)
FIRST_WEIGHT = Symbol(
    id="first-input-weight",
    meaning=Text(ja="1つ目の重み", en="first weight"),
    latex="w_{1}",
    typst="w_(1)",
    code="w_1",
    role=Role.WEIGHT,
)
SECOND_WEIGHT = Symbol(
    id="second-input-weight",
    meaning=Text(ja="2つ目の重み", en="second weight"),
    latex="w_{2}",
    typst="w_(2)",
    code="w_2",
    role=Role.WEIGHT,
)
BIAS = Symbol(
    id="bias",
    meaning=Text(ja="バイアス", en="bias"),
    latex="b",
    typst="b",
    code="b",
    role=Role.BIAS,
)
FIRST_BIAS = Symbol(
    id="first-bias",
    meaning=Text(ja="1つ目のバイアス", en="first bias"),
    latex="b_{1}",
    typst="b_(1)",
    code="b_1",
    role=Role.BIAS,
)
SECOND_BIAS = Symbol(
    id="second-bias",
    meaning=Text(ja="2つ目のバイアス", en="second bias"),
    latex="b_{2}",
    typst="b_(2)",
    code="b_2",
    role=Role.BIAS,
)
LEAK = Symbol(
    id="leak",
    meaning=Text(ja="総入力が負のときの傾き", en="slope for negative pre-activations"),
    latex="a",
    typst="a",
    code="a",
)
SATURATION = Symbol(
    id="saturation-level",
    meaning=Text(
        ja="ELU が負の側で近づく値の大きさ",
        en="size of the value that ELU nears on the negative side",
    ),
    latex=r"\alpha",
    typst="alpha",
    code="alpha",
)
STEP = Symbol(
    id="step",
    meaning=Text(ja="ステップ関数", en="step function"),
    latex=r"\mathrm{step}",
    typst='upright("step")',
    code="step",
)
IDENTITY = Symbol(
    id="identity-function",
    meaning=Text(ja="恒等関数", en="identity function"),
    latex=r"\mathrm{id}",
    typst='upright("id")',
    code="identity",
)
TANH = Symbol(
    id="tanh-function",
    meaning=Text(ja="双曲線正接関数", en="hyperbolic tangent"),
    latex=r"\tanh",
    typst="tanh",
    code="tanh_",
)
RELU = Symbol(
    id="relu-function",
    meaning=Text(ja="ReLU", en="ReLU"),
    latex=r"\mathrm{ReLU}",
    typst='upright("ReLU")',
    code="relu",
)
LEAKY_RELU = Symbol(
    id="leaky-relu-function",
    meaning=Text(ja="Leaky ReLU", en="leaky ReLU"),
    latex=r"\mathrm{LReLU}",
    typst='upright("LReLU")',
    code="leaky_relu",
)
ELU = Symbol(
    id="elu-function",
    meaning=Text(ja="ELU", en="ELU"),
    latex=r"\mathrm{ELU}",
    typst='upright("ELU")',
    code="elu",
)
SOFTPLUS = Symbol(
    id="softplus-function",
    meaning=Text(ja="ソフトプラス関数", en="softplus function"),
    latex=r"\mathrm{softplus}",
    typst='upright("softplus")',
    code="softplus",
)
NORMAL_DISTRIBUTION = Symbol(
    id="normal-distribution-function",
    meaning=Text(
        ja="標準正規分布の分布関数", en="distribution function of the standard normal distribution"
    ),
    latex=r"\Phi",
    typst="Phi",
    code="normal_distribution",
)
NORMAL_DENSITY = Symbol(
    id="normal-density-function",
    meaning=Text(ja="標準正規分布の密度", en="density of the standard normal distribution"),
    latex=r"\varphi",
    typst="phi.alt",
    code="normal_density",
)
GELU = Symbol(
    id="gelu-function",
    meaning=Text(ja="GELU", en="GELU"),
    latex=r"\mathrm{GELU}",
    typst='upright("GELU")',
    code="gelu",
)
SILU = Symbol(
    id="silu-function",
    meaning=Text(ja="SiLU(Swish)", en="SiLU (Swish)"),
    latex=r"\mathrm{SiLU}",
    typst='upright("SiLU")',
    code="silu",
)
FAR_LEFT = Symbol(
    id="way-to-the-left",
    meaning=Text(ja="左へ進んだ長さ(整数)", en="how far to the left, a whole number"),
    latex="n",
    typst="n",
    code="n",
    sort=Sort.NATURAL,
)
