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
RATIO = Symbol(
    id="weights-per-sample",
    meaning=Text(ja="サンプル1つあたりの重みの数", en="weights per sample"),
    latex=r"\gamma",
    typst="gamma",
    code="gamma",
)
SMALLER_RATIO = Symbol(
    id="fewer-weights-per-sample",
    meaning=Text(ja="小さいほうの、サンプル1つあたりの重みの数", en="the smaller ratio"),
    latex=r"\gamma_{1}",
    typst="gamma_(1)",
    code="gamma_1",
)
LARGER_RATIO = Symbol(
    id="more-weights-per-sample",
    meaning=Text(ja="大きいほうの、サンプル1つあたりの重みの数", en="the larger ratio"),
    latex=r"\gamma_{2}",
    typst="gamma_(2)",
    code="gamma_2",
)
NOISE_VARIANCE = Symbol(
    id="noise-variance",
    meaning=Text(ja="雑音の分散", en="variance of the noise"),
    latex=r"\nu",
    typst="nu",
    code="noise",
)
SIGNAL_STRENGTH = Symbol(
    id="signal-strength",
    meaning=Text(
        ja="信号の強さ(真の重みの平方和)", en="strength of the signal: squared true weights"
    ),
    latex="q",
    typst="q",
    code="signal",
)
FEWER_SAMPLES = Symbol(
    id="samples-on-the-way",
    meaning=Text(ja="サンプルの数", en="number of samples"),
    latex="n",
    typst="n",
    code="n",
    sort=Sort.NATURAL,
)
RISK_OF_SAMPLES = Symbol(
    id="risk-of-samples",
    meaning=Text(
        ja="n 個のサンプルによる最小二乗法のリスク", en="risk of least squares with n samples"
    ),
    latex="R",
    typst="R",
    code="risk",
    role=Role.LOSS,
)
RISK_LEVEL = Symbol(
    id="risk-level",
    meaning=Text(ja="どれだけのリスクか", en="any level of risk"),
    latex="m",
    typst="m",
    code="level",
)
RISK_OF_FEW = Symbol(
    id="risk-of-few-weights",
    meaning=Text(
        ja="重みがサンプルより少ないときのリスク", en="risk with fewer weights than samples"
    ),
    latex=r"R_{-}",
    typst="R_(-)",
    code="risk_of_few",
    role=Role.LOSS,
)
RISK_OF_MANY = Symbol(
    id="risk-of-many-weights",
    meaning=Text(ja="重みがサンプルより多いときのリスク", en="risk with more weights than samples"),
    latex=r"R_{+}",
    typst="R_(+)",
    code="risk_of_many",
    role=Role.LOSS,
)
