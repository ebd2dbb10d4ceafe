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
TARGETS = Symbol(
    id="least-squares-targets",
    meaning=Text(ja="教師信号", en="targets"),
    latex="y",
    typst="y",
    code="y",
    role=Role.TARGET,
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
OTHER_SOLUTION = Symbol(
    id="other-solution",
    meaning=Text(ja="別の解", en="any other solution"),
    latex="v",
    typst="v",
    code="v",
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
