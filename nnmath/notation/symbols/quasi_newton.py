"""Symbols of Newton's method and of those that learn the curvature on the way."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.descent import TIME, WEIGHT_COUNT
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
FACTOR_MATRIX = Symbol(
    id="factor-matrix",
    meaning=Text(
        ja="行列から μI を除いた残りの因数", en="factor of what is left of a matrix without μI"
    ),
    latex="F",
    typst="F",
    code="F",
    shape=(WEIGHT_COUNT, WEIGHT_COUNT),
)
LEAST_STRETCH = Symbol(
    id="least-stretch",
    meaning=Text(ja="行列が少なくとも伸ばす割合", en="what a matrix stretches by at least"),
    latex=r"\mu",
    typst="mu",
    code="mu",
)
COORDINATE = Symbol(
    id="factor-row",
    meaning=Text(ja="因数の行の番号", en="row of the factor"),
    latex="k",
    typst="k",
    code="k",
    sort=Sort.INDEX,
    size=WEIGHT_COUNT,
)
PAIR_COUNT = Symbol(
    id="pair-count",
    meaning=Text(ja="組の個数", en="number of pairs"),
    latex="m",
    typst="m",
    code="m",
    sort=Sort.COUNT,
)
PAIR_NUMBER = Symbol(
    id="pair-number",
    meaning=Text(ja="何番目の組か、古い順", en="which pair it is, the oldest first"),
    latex="t",
    typst="t",
    code="t",
    sort=Sort.INDEX,
    size=PAIR_COUNT,
)
PAIR_STEPS = Symbol(
    id="pair-steps",
    meaning=Text(ja="t 番目の組のパラメータの変化", en="change of the parameters of pair t"),
    latex="s",
    typst="s",
    code="s",
    shape=(TIME, WEIGHT_COUNT),
)
PAIR_CHANGES = Symbol(
    id="pair-changes",
    meaning=Text(ja="t 番目の組の勾配の変化", en="change of the gradient of pair t"),
    latex="y",
    typst="y",
    code="y",
    role=Role.GRADIENT,
    shape=(TIME, WEIGHT_COUNT),
)
PAIR_PRODUCTS = Symbol(
    id="pair-products",
    meaning=Text(ja="t 番目の組の内積の逆数", en="reciprocal of the product of pair t"),
    latex=r"\rho",
    typst="rho",
    code="rho",
)
MATRIX_PATH = Symbol(
    id="matrix-path",
    meaning=Text(ja="はじめの t 組で更新した行列", en="matrix updated by the first t pairs"),
    latex="H",
    typst="H",
    code="H",
    shape=(TIME, WEIGHT_COUNT, WEIGHT_COUNT),
)
DOWN_PATH = Symbol(
    id="down-path",
    meaning=Text(
        ja="行きのループで t 番目の組まで進んだベクトル",
        en="vector of the first loop after pair t",
    ),
    latex="q",
    typst="q",
    code="q",
    shape=(TIME, WEIGHT_COUNT),
)
UP_PATH = Symbol(
    id="up-path",
    meaning=Text(
        ja="帰りのループで t 組を終えたベクトル", en="vector of the second loop after t pairs"
    ),
    latex="r",
    typst="r",
    code="r",
    shape=(TIME, WEIGHT_COUNT),
)
OTHER_COORDINATE = Symbol(
    id="other-factor-row",
    meaning=Text(ja="別の行の番号", en="another row"),
    latex="l",
    typst="l",
    code="l",
    sort=Sort.INDEX,
    size=WEIGHT_COUNT,
)
PAIRS_DONE = Symbol(
    id="pairs-done",
    meaning=Text(ja="帰りのループで終えた組の個数", en="pairs that the second loop has done"),
    latex="n",
    typst="n",
    code="n",
    sort=Sort.NATURAL,
)
