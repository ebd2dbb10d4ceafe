"""Symbols of computation graphs: nodes, local derivatives, and the two sweeps."""

from __future__ import annotations

from nnmath.notation.arrays import array, index, size
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text

NODE_COUNT = size("node-count", "M", Text(ja="計算グラフのノード数", en="number of nodes"))
NODE = index("graph-node", "j", NODE_COUNT, Text(ja="ノードの番号", en="number of a node"))
NODE_BEFORE = index(
    "graph-node-before",
    "i",
    NODE_COUNT,
    Text(ja="値を渡すノードの番号", en="number of a node that hands its value on"),
)
LOCAL_DERIVATIVES = array(
    "local-derivatives",
    "c",
    (NODE_COUNT, NODE_COUNT),
    Text(
        ja="ノード j の値をノード i の値で偏微分したもの(i が j に値を渡さなければ 0)",
        en="derivative of node j by node i, 0 where i hands nothing to j",
    ),
)
FORWARD_DERIVATIVES = array(
    "forward-derivatives",
    r"\dot{v}",
    (NODE_COUNT,),
    Text(ja="前向きに運ぶ導関数", en="derivatives that the forward sweep carries"),
    typst="dot(v)",
    code="v_dot",
    role=Role.GRADIENT,
)
REVERSE_DERIVATIVES = array(
    "reverse-derivatives",
    r"\bar{v}",
    (NODE_COUNT,),
    Text(ja="後ろ向きに運ぶ導関数", en="derivatives that the reverse sweep carries"),
    typst="overline(v)",
    code="v_bar",
    role=Role.GRADIENT,
)
INPUT_DIRECTION = array(
    "input-direction",
    "s",
    (NODE_COUNT,),
    Text(ja="入力を動かす向き", en="direction in which the inputs move"),
)
OUTPUT_WEIGHTS = array(
    "output-weights",
    "r",
    (NODE_COUNT,),
    Text(ja="出力に付ける重み", en="weights of the outputs"),
)
EVALUATION_COSTS = array(
    "evaluation-costs",
    "a",
    (NODE_COUNT,),
    Text(ja="ノードの値を求める演算の回数", en="operations for the value of a node"),
)
DERIVATIVE_COSTS = array(
    "derivative-costs",
    "d",
    (NODE_COUNT,),
    Text(
        ja="ノードの局所的な偏導関数を求める演算の回数",
        en="operations for the local derivatives of a node",
    ),
)
FAN_IN = array(
    "values-taken-in",
    "p",
    (NODE_COUNT,),
    Text(ja="ノードが受け取る値の個数", en="values that a node takes in"),
)
COST_RATIO = Symbol(
    id="cost-ratio",
    meaning=Text(ja="演算の回数の比の上界", en="bound of a ratio of costs"),
    latex="c",
    typst="c",
    code="ratio",
)
INNER_FUNCTION = Symbol(
    id="inner-function",
    meaning=Text(ja="先に計算する関数", en="function that is computed first"),
    latex="g",
    typst="g",
    code="g",
)
OUTER_FUNCTION = Symbol(
    id="outer-function",
    meaning=Text(ja="あとで計算する関数", en="function that is computed next"),
    latex="f",
    typst="f",
    code="f",
)
LAST_FUNCTION = Symbol(
    id="last-function",
    meaning=Text(ja="最後に計算する関数", en="function that is computed last"),
    latex="h",
    typst="h",
    code="h",
)
