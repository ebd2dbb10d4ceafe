"""Symbols of curved losses: eigenvalues, condition number, saddles, flat and sharp minima."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.descent import WEIGHT_COUNT
from nnmath.notation.text import Text

EIGENVALUES = Symbol(
    id="eigenvalues",
    meaning=Text(ja="固有値", en="eigenvalues"),
    latex=r"\lambda",
    typst="lambda",
    code="eigenvalues",
    shape=(WEIGHT_COUNT,),
)
EIGENVALUE = Symbol(
    id="eigenvalue",
    meaning=Text(ja="1つの固有値", en="one eigenvalue"),
    latex=r"\lambda",
    typst="lambda",
    code="eigenvalue",
)
SMALLEST_EIGENVALUE = Symbol(
    id="smallest-eigenvalue",
    meaning=Text(ja="最小の固有値", en="smallest eigenvalue"),
    latex=r"\lambda_{\min}",
    typst="lambda_min",
    code="lambda_min",
)
LARGEST_EIGENVALUE = Symbol(
    id="largest-eigenvalue",
    meaning=Text(ja="最大の固有値", en="largest eigenvalue"),
    latex=r"\lambda_{\max}",
    typst="lambda_max",
    code="lambda_max",
)
STEEPEST_INDEX = Symbol(
    id="steepest-index",
    meaning=Text(ja="固有値が最大になる番号", en="number of the largest eigenvalue"),
    latex="m",
    typst="m",
    code="m",
    sort=Sort.INDEX,
    size=WEIGHT_COUNT,
)
COORDINATES = Symbol(
    id="coordinates",
    meaning=Text(ja="固有ベクトルを軸とする座標", en="coordinates along the eigenvectors"),
    latex="x",
    typst="x",
    code="x",
    role=Role.WEIGHT,
    shape=(WEIGHT_COUNT,),
)
CONDITION_NUMBER = Symbol(
    id="condition-number",
    meaning=Text(ja="条件数", en="condition number"),
    latex=r"\kappa",
    typst="kappa",
    code="kappa",
)
CONDITION_QUANTITY = Symbol(
    id="condition-quantity",
    meaning=Text(ja="固有値の比", en="ratio of the extreme eigenvalues"),
    latex=r"\kappa",
    typst="kappa",
    code="condition_number",
)
CONTRACTION = Symbol(
    id="contraction",
    meaning=Text(ja="1回の更新でのずれの倍率の上界", en="bound of the factor of one update"),
    latex=r"\rho",
    typst="rho",
    code="rho",
)
FIRST_WEIGHT = Symbol(
    id="first-weight",
    meaning=Text(ja="1つ目の重み", en="first weight"),
    latex="x",
    typst="x",
    code="x",
    role=Role.WEIGHT,
)
SECOND_WEIGHT = Symbol(
    id="second-weight",
    meaning=Text(ja="2つ目の重み", en="second weight"),
    latex="y",
    typst="y",
    code="y",
    role=Role.WEIGHT,
)
FIRST_PATH = Symbol(
    id="first-path",
    meaning=Text(ja="t 回更新したあとの1つ目の重み", en="first weight after t updates"),
    latex="x",
    typst="x",
    code="x",
    role=Role.WEIGHT,
)
SECOND_PATH = Symbol(
    id="second-path",
    meaning=Text(ja="t 回更新したあとの2つ目の重み", en="second weight after t updates"),
    latex="y",
    typst="y",
    code="y",
    role=Role.WEIGHT,
)
SADDLE_LOSS = Symbol(
    id="saddle-loss",
    meaning=Text(ja="鞍点をもつ損失", en="loss with a saddle point"),
    latex="S",
    typst="S",
    code="saddle_loss",
    role=Role.LOSS,
)
HESSIAN_FIRST = Symbol(
    id="hessian-first",
    meaning=Text(ja="ヘッセ行列の1行1列の成分", en="first diagonal entry of the Hessian"),
    latex="p",
    typst="p",
    code="p",
)
HESSIAN_MIXED = Symbol(
    id="hessian-mixed",
    meaning=Text(ja="ヘッセ行列の対角でない成分", en="off-diagonal entry of the Hessian"),
    latex="q",
    typst="q",
    code="q_mixed",
)
HESSIAN_SECOND = Symbol(
    id="hessian-second",
    meaning=Text(ja="ヘッセ行列の2行2列の成分", en="second diagonal entry of the Hessian"),
    latex="r",
    typst="r",
    code="r_second",
)
PERTURBATION = Symbol(
    id="perturbation",
    meaning=Text(ja="重みのずれ", en="perturbation of the weight"),
    latex=r"\delta",
    typst="delta",
    code="perturbation",
)
RADIUS = Symbol(
    id="radius",
    meaning=Text(ja="ずれの大きさの上限", en="largest size of the perturbation"),
    latex=r"\rho",
    typst="rho",
    code="radius",
)
