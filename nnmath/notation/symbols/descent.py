"""Symbols of gradient descent with many weights: steps, losses and their bounds."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text

WEIGHT_COUNT = Symbol(
    id="weight-count",
    meaning=Text(ja="重みの個数", en="number of weights"),
    latex="D",
    typst="D",
    code="D",
    sort=Sort.COUNT,
)
WEIGHT_INDEX = Symbol(
    id="weight-index",
    meaning=Text(ja="重みの番号", en="number of a weight"),
    latex="i",
    typst="i",
    code="i",
    sort=Sort.INDEX,
    size=WEIGHT_COUNT,
)
OTHER_WEIGHT_INDEX = Symbol(
    id="other-weight-index",
    meaning=Text(ja="別の重みの番号", en="number of another weight"),
    latex="j",
    typst="j",
    code="j",
    sort=Sort.INDEX,
    size=WEIGHT_COUNT,
)
TIME = Symbol(
    id="time",
    meaning=Text(ja="数列の番号", en="number of a member of a sequence"),
    latex="t",
    typst="t",
    code="t",
    sort=Sort.NATURAL,
)
UPDATE_COUNT = Symbol(
    id="update-count",
    meaning=Text(ja="更新の総数", en="number of updates in all"),
    latex="T",
    typst="T",
    code="T",
    sort=Sort.COUNT,
)
UPDATE_INDEX = Symbol(
    id="update-index",
    meaning=Text(ja="何回目の更新か", en="which update it is"),
    latex="s",
    typst="s",
    code="s",
    sort=Sort.INDEX,
    size=UPDATE_COUNT,
)
SUMMED_INDEX = Symbol(
    id="summed-index",
    meaning=Text(ja="和の番号", en="index of a sum"),
    latex="k",
    typst="k",
    code="k",
    sort=Sort.NATURAL,
)
WEIGHTS = Symbol(
    id="weights",
    meaning=Text(ja="重みのベクトル", en="weights, as a vector"),
    latex="w",
    typst="w",
    code="w",
    role=Role.WEIGHT,
    shape=(WEIGHT_COUNT,),
)
NEXT_WEIGHTS = Symbol(
    id="next-weights",
    meaning=Text(ja="更新後の重み", en="weights after the update"),
    latex="w'",
    typst="w'",
    code="w_next",
    role=Role.WEIGHT,
    shape=(WEIGHT_COUNT,),
)
STEPPED_WEIGHTS = Symbol(
    id="stepped-weights",
    meaning=Text(ja="1回の更新で動いた重み", en="weights after a step"),
    latex="w'",
    typst="w'",
    code="w_stepped",
    role=Role.WEIGHT,
    shape=(WEIGHT_COUNT,),
)
MOVED_WEIGHTS = Symbol(
    id="moved-weights",
    meaning=Text(ja="ある向きに動かした重み", en="weights moved in some direction"),
    latex="v",
    typst="v",
    code="v",
    role=Role.WEIGHT,
    shape=(WEIGHT_COUNT,),
)
WEIGHT_PATH = Symbol(
    id="weight-path",
    meaning=Text(ja="t 回更新したあとの重みのベクトル", en="weights after t updates, as a vector"),
    latex="w",
    typst="w",
    code="w",
    role=Role.WEIGHT,
    shape=(TIME, WEIGHT_COUNT),
)
BEST_WEIGHTS = Symbol(
    id="best-weights",
    meaning=Text(ja="損失が最小になる重みのベクトル", en="weights at which the loss is least"),
    latex=r"w^{\star}",
    typst="w^star",
    code="w_best",
    role=Role.TARGET,
    shape=(WEIGHT_COUNT,),
)
GRADIENT_VECTOR = Symbol(
    id="gradient-vector",
    meaning=Text(ja="勾配のベクトル", en="gradient, as a vector"),
    latex="g",
    typst="g",
    code="g",
    role=Role.GRADIENT,
    shape=(WEIGHT_COUNT,),
)
GRADIENT_PATH = Symbol(
    id="gradient-path",
    meaning=Text(ja="t 回更新したあとの勾配", en="gradient after t updates"),
    latex="g",
    typst="g",
    code="g",
    role=Role.GRADIENT,
    shape=(TIME, WEIGHT_COUNT),
)
GRADIENT_ALONG_LINE = Symbol(
    id="gradient-along-line",
    meaning=Text(ja="直線の上の点での勾配", en="gradient at the point of a line"),
    latex=r"\hat{g}",
    typst="hat(g)",
    code="g_along",
    role=Role.GRADIENT,
    shape=(WEIGHT_COUNT,),
)
DIRECTION = Symbol(
    id="direction",
    meaning=Text(ja="進む向き", en="direction of a step"),
    latex="u",
    typst="u",
    code="u",
    shape=(WEIGHT_COUNT,),
)
FIRST_VECTOR = Symbol(
    id="first-vector",
    meaning=Text(ja="1つ目のベクトル", en="first vector"),
    latex="a",
    typst="a",
    code="a",
    shape=(WEIGHT_COUNT,),
)
SECOND_VECTOR = Symbol(
    id="second-vector",
    meaning=Text(ja="2つ目のベクトル", en="second vector"),
    latex="b",
    typst="b",
    code="b",
    shape=(WEIGHT_COUNT,),
)
LOSS_QUANTITY = Symbol(
    id="loss-quantity",
    meaning=Text(ja="重みで決まる損失", en="loss, which the weights decide"),
    latex="E",
    typst="E",
    code="E",
    role=Role.LOSS,
)
MOVED_LOSS = Symbol(
    id="moved-loss",
    meaning=Text(ja="動かした重みでの損失", en="loss at the moved weights"),
    latex="E",
    typst="E",
    code="E",
    role=Role.LOSS,
)
LOSS_BEFORE = Symbol(
    id="loss-before",
    meaning=Text(ja="更新前の損失", en="loss before the update"),
    latex="E",
    typst="E",
    code="E",
    role=Role.LOSS,
)
LOSS_AFTER = Symbol(
    id="loss-after",
    meaning=Text(ja="更新後の損失", en="loss after the update"),
    latex="E'",
    typst="E'",
    code="E_next",
    role=Role.LOSS,
)
LOSS_SEQUENCE = Symbol(
    id="loss-sequence",
    meaning=Text(ja="t 回更新したあとの損失", en="loss after t updates"),
    latex="E",
    typst="E",
    code="E",
    role=Role.LOSS,
)
SQUARED_DISTANCES = Symbol(
    id="squared-distances",
    meaning=Text(
        ja="t 回更新したあとの、最小点までの距離の平方",
        en="squared distance to the minimum after t updates",
    ),
    latex="d",
    typst="d",
    code="d",
)
LEAST_LOSS = Symbol(
    id="least-loss",
    meaning=Text(ja="損失の下限", en="lower bound of the loss"),
    latex=r"E^{\star}",
    typst="E^star",
    code="E_least",
    role=Role.LOSS,
)
SMOOTHNESS = Symbol(
    id="smoothness",
    meaning=Text(ja="平滑さの定数", en="smoothness constant"),
    latex="L",
    typst="L",
    code="L",
)
STRONG_CONVEXITY = Symbol(
    id="strong-convexity",
    meaning=Text(ja="強凸性の定数", en="constant of strong convexity"),
    latex=r"\mu",
    typst="mu",
    code="mu",
)
SQUARE_BOUND = Symbol(
    id="square-bound",
    meaning=Text(ja="平方の上界", en="bound of a square"),
    latex="q",
    typst="q",
    code="q",
)
LEVEL = Symbol(
    id="level",
    meaning=Text(ja="どの勾配の平方も下回らない値", en="lower bound of the squared gradients"),
    latex="m",
    typst="m",
    code="m",
)
