"""Symbols of over-fitting: predictors, their errors, noise, ensembles."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text

TRUTH = Symbol(
    id="true-value",
    meaning=Text(ja="真の値", en="true value"),
    latex="f",
    typst="f",
    code="truth",
    role=Role.TARGET,
)
PREDICTOR = Symbol(
    id="random-prediction",
    meaning=Text(
        ja="訓練データの選び方で変わる予測値", en="prediction, as the training data make it"
    ),
    latex=r"\hat{y}",
    typst="hat(y)",
    code="prediction",
    role=Role.PREDICTION,
)
NOISE = Symbol(
    id="target-noise",
    meaning=Text(ja="教師信号の雑音", en="noise of the target"),
    latex=r"\varepsilon",
    typst="epsilon",
    code="noise",
    role=Role.TARGET,
)
NOISE_DEVIATION = Symbol(
    id="noise-deviation",
    meaning=Text(ja="標準偏差", en="standard deviation"),
    latex=r"\sigma",
    typst="sigma",
    code="deviation",
)
SHIFT = Symbol(
    id="bias-parameter",
    meaning=Text(ja="バイアス項(パラメータ)", en="the parameter that is called bias"),
    latex="b",
    typst="b",
    code="bias",
    role=Role.BIAS,
)
MEMBER_COUNT = Symbol(
    id="member-count",
    meaning=Text(ja="アンサンブルのモデルの個数", en="number of models in the ensemble"),
    latex="M",
    typst="M",
    code="M",
    sort=Sort.COUNT,
)
MEMBER_INDEX = Symbol(
    id="member-index",
    meaning=Text(ja="モデルの番号", en="number of a model"),
    latex="k",
    typst="k",
    code="k",
    sort=Sort.INDEX,
    size=MEMBER_COUNT,
)
OTHER_MEMBER_INDEX = Symbol(
    id="other-member-index",
    meaning=Text(ja="別のモデルの番号", en="number of another model"),
    latex="l",
    typst="l",
    code="l",
    sort=Sort.INDEX,
    size=MEMBER_COUNT,
)
MEMBERS = Symbol(
    id="member-predictions",
    meaning=Text(ja="各モデルの予測値", en="predictions of the models"),
    latex=r"\hat{y}",
    typst="hat(y)",
    code="predictions",
    role=Role.PREDICTION,
    shape=(MEMBER_COUNT,),
)
MEMBER_MEAN = Symbol(
    id="member-mean",
    meaning=Text(ja="各モデルの予測値の平均", en="mean of each model's prediction"),
    latex=r"\mu",
    typst="mu",
    code="mean",
)
CORRELATION = Symbol(
    id="member-correlation",
    meaning=Text(ja="モデルどうしの相関係数", en="correlation between models"),
    latex=r"\rho",
    typst="rho",
    code="correlation",
)
RESCALING = Symbol(
    id="rescaling",
    meaning=Text(ja="重みに掛ける倍率", en="factor by which weights are rescaled"),
    latex="c",
    typst="c",
    code="c",
)
