"""Symbols of Newton's method and of those that learn the curvature on the way."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.descent import WEIGHT_COUNT
from nnmath.notation.text import Text

PARAMETER_VECTOR = Symbol(
    id="parameter-vector",
    meaning=Text(ja="パラメータを並べたベクトル", en="parameters, as a vector"),
    latex=r"\theta",
    typst="theta",
    code="theta",
    role=Role.WEIGHT,
    shape=(WEIGHT_COUNT,),
)
GRADIENT_FUNCTION = Symbol(
    id="gradient-function",
    meaning=Text(ja="各点での損失の勾配", en="gradient of the loss at a point"),
    latex=r"\nabla E",
    typst="nabla E",
    code="gradient",
    role=Role.GRADIENT,
)
GRADIENT_ELSEWHERE = Symbol(
    id="gradient-elsewhere",
    meaning=Text(ja="別の点での勾配", en="gradient at another point"),
    latex="g'",
    typst="g'",
    code="g_there",
    role=Role.GRADIENT,
    shape=(WEIGHT_COUNT,),
)
EARLIER_GRADIENT = Symbol(
    id="earlier-gradient",
    meaning=Text(ja="前回の勾配", en="gradient of the step before"),
    latex=r"g^{-}",
    typst="g^(-)",
    code="g_before",
    role=Role.GRADIENT,
    shape=(WEIGHT_COUNT,),
)
HESSIAN = Symbol(
    id="hessian",
    meaning=Text(ja="損失のヘッセ行列", en="Hessian of the loss"),
    latex="B",
    typst="B",
    code="hessian",
    shape=(WEIGHT_COUNT, WEIGHT_COUNT),
)
INVERSE_OF_HESSIAN = Symbol(
    id="inverse-of-hessian",
    meaning=Text(ja="ヘッセ行列の逆行列", en="inverse of the Hessian"),
    latex="C",
    typst="C",
    code="hessian_inverse",
    shape=(WEIGHT_COUNT, WEIGHT_COUNT),
)
SEARCH_DIRECTION = Symbol(
    id="search-direction",
    meaning=Text(ja="探索の向き", en="direction of the search"),
    latex="p",
    typst="p",
    code="p",
    shape=(WEIGHT_COUNT,),
)
DIRECTIONAL_CURVATURE = Symbol(
    id="directional-curvature",
    meaning=Text(ja="探索の向きの曲がり具合", en="curvature along the direction"),
    latex=r"\kappa",
    typst="kappa",
    code="kappa",
)
STEP_LENGTH = Symbol(
    id="step-length",
    meaning=Text(ja="探索の向きに進む長さ", en="how far to go in the direction"),
    latex=r"\alpha",
    typst="alpha",
    code="alpha",
)
MEMORY = Symbol(
    id="memory",
    meaning=Text(ja="覚えておく組の個数", en="number of pairs that are kept"),
    latex="m",
    typst="m",
    code="memory",
    sort=Sort.COUNT,
)
PAIR_INDEX = Symbol(
    id="pair-index",
    meaning=Text(ja="覚えた組の番号、古い順", en="number of a pair, the oldest first"),
    latex="k",
    typst="k",
    code="k",
    sort=Sort.INDEX,
    size=MEMORY,
)
KEPT_STEPS = Symbol(
    id="kept-steps",
    meaning=Text(ja="覚えたパラメータの変化", en="changes of the parameters that are kept"),
    latex="S",
    typst="S",
    code="S",
    shape=(MEMORY, WEIGHT_COUNT),
)
KEPT_CHANGES = Symbol(
    id="kept-changes",
    meaning=Text(ja="覚えた勾配の変化", en="changes of the gradient that are kept"),
    latex="Y",
    typst="Y",
    code="Y",
    role=Role.GRADIENT,
    shape=(MEMORY, WEIGHT_COUNT),
)
KEPT_PRODUCTS = Symbol(
    id="kept-products",
    meaning=Text(ja="各組の内積の逆数", en="reciprocal of each pair's product"),
    latex=r"\rho",
    typst="rho",
    code="rho",
    shape=(MEMORY,),
)
LOOP_COEFFICIENTS = Symbol(
    id="loop-coefficients",
    meaning=Text(ja="行きのループの係数", en="coefficients of the first loop"),
    latex="a",
    typst="a",
    code="a",
    shape=(MEMORY,),
)
FIRST_LOOP = Symbol(
    id="first-loop",
    meaning=Text(ja="行きのループのベクトル", en="vector of the first loop"),
    latex="q",
    typst="q",
    code="q",
    shape=(WEIGHT_COUNT,),
)
SECOND_LOOP = Symbol(
    id="second-loop",
    meaning=Text(ja="帰りのループのベクトル", en="vector of the second loop"),
    latex="r",
    typst="r",
    code="r",
    shape=(WEIGHT_COUNT,),
)
FIRST_SCALE = Symbol(
    id="first-scale",
    meaning=Text(ja="逆行列の最初の近似の倍率", en="scale of the first approximate inverse"),
    latex=r"\gamma",
    typst="gamma",
    code="gamma",
)
MINIMUM_VECTOR = Symbol(
    id="minimum-vector",
    meaning=Text(ja="損失が最小になるパラメータ", en="parameters at which the loss is least"),
    latex="c",
    typst="c",
    code="c",
    role=Role.TARGET,
    shape=(WEIGHT_COUNT,),
)
