"""Symbols of data as features: standardised inputs, and least squares with more weights than
samples."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.descent import TIME
from nnmath.notation.symbols.samples import SAMPLE_COUNT
from nnmath.notation.text import Text

FEATURE = Symbol(
    id="feature-values",
    meaning=Text(ja="1つの特徴量の値", en="values of one feature"),
    latex="x",
    typst="x",
    code="x",
    role=Role.DATA,
    shape=(SAMPLE_COUNT,),
)
FEATURE_MEAN = Symbol(
    id="feature-mean",
    meaning=Text(ja="特徴量の平均", en="mean of the feature"),
    latex=r"\mu",
    typst="mu",
    code="mean",
)
FEATURE_COUNT = Symbol(
    id="least-squares-weight-count",
    meaning=Text(ja="重みの個数", en="number of weights"),
    latex="D",
    typst="D",
    code="D",
    sort=Sort.COUNT,
)
FEATURE_INDEX = Symbol(
    id="least-squares-weight-index",
    meaning=Text(ja="重みの番号", en="number of a weight"),
    latex="i",
    typst="i",
    code="i",
    sort=Sort.INDEX,
    size=FEATURE_COUNT,
)
DESIGN = Symbol(
    id="design-matrix",
    meaning=Text(ja="データを行に並べた行列", en="data, one sample a row"),
    latex="X",
    typst="X",
    code="X",
    role=Role.DATA,
    shape=(SAMPLE_COUNT, FEATURE_COUNT),
)
CHANGES = Symbol(
    id="changed-predictions",
    meaning=Text(ja="予測の変化", en="changes of the predictions"),
    latex="r",
    typst="r",
    code="r",
    shape=(SAMPLE_COUNT,),
)
LEAST_NORM = Symbol(
    id="least-norm-weights",
    meaning=Text(ja="データの組み合わせでできた解", en="the solution that is made of data"),
    latex="w",
    typst="w",
    code="w",
    role=Role.WEIGHT,
    shape=(FEATURE_COUNT,),
)
DIFFERENCE = Symbol(
    id="difference-of-solutions",
    meaning=Text(ja="別の解との差", en="difference to another solution"),
    latex="d",
    typst="d",
    code="d",
    role=Role.WEIGHT,
    shape=(FEATURE_COUNT,),
)
COEFFICIENTS = Symbol(
    id="sample-coefficients",
    meaning=Text(ja="データに掛ける係数", en="coefficients of the samples"),
    latex="u",
    typst="u",
    code="u",
    shape=(SAMPLE_COUNT,),
)
WEIGHT_PATH = Symbol(
    id="least-squares-path",
    meaning=Text(ja="t 回更新したあとの重み", en="weights after t updates"),
    latex="w",
    typst="w",
    code="w_path",
    role=Role.WEIGHT,
    shape=(TIME, FEATURE_COUNT),
)
COEFFICIENT_PATH = Symbol(
    id="coefficient-path",
    meaning=Text(ja="t 回更新したあとの係数", en="coefficients after t updates"),
    latex="u",
    typst="u",
    code="u_path",
    shape=(TIME, SAMPLE_COUNT),
)
ERROR_PATH = Symbol(
    id="output-error-path",
    meaning=Text(ja="t 回更新したときの各データの誤差", en="errors of the samples after t updates"),
    latex="e",
    typst="e",
    code="e_path",
    role=Role.GRADIENT,
    shape=(TIME, SAMPLE_COUNT),
)
FIRST_UNIT = Symbol(
    id="first-unit-path",
    meaning=Text(ja="1つ目のユニットへの重み", en="weights into the first unit"),
    latex="a",
    typst="a",
    code="a_path",
    role=Role.WEIGHT,
    shape=(TIME, FEATURE_COUNT),
)
SECOND_UNIT = Symbol(
    id="second-unit-path",
    meaning=Text(ja="2つ目のユニットへの重み", en="weights into the second unit"),
    latex="b",
    typst="b",
    code="b_path",
    role=Role.WEIGHT,
    shape=(TIME, FEATURE_COUNT),
)
FIRST_OUTPUT = Symbol(
    id="first-output-path",
    meaning=Text(ja="1つ目のユニットからの重み", en="weight out of the first unit"),
    latex="p",
    typst="p",
    code="p",
    role=Role.WEIGHT,
)
SECOND_OUTPUT = Symbol(
    id="second-output-path",
    meaning=Text(ja="2つ目のユニットからの重み", en="weight out of the second unit"),
    latex="q",
    typst="q",
    code="q",
    role=Role.WEIGHT,
)
ANY_ACTIVATION = Symbol(
    id="any-activation",
    meaning=Text(ja="活性化関数", en="any activation function"),
    latex="f",
    typst="f",
    code="activation",
)
OUTPUT_ERRORS = Symbol(
    id="output-errors",
    meaning=Text(ja="出力の誤差", en="error at the output"),
    latex="e",
    typst="e",
    code="e",
    role=Role.GRADIENT,
)
SAMPLE_PATH = Symbol(
    id="sample-path",
    meaning=Text(ja="更新に使うデータ", en="sample that an update is made with"),
    latex="x",
    typst="x",
    code="x_path",
    role=Role.DATA,
    shape=(TIME, FEATURE_COUNT),
)
