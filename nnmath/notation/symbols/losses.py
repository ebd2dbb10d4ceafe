"""Symbols of losses for one sample: predictions, targets, and what their difference costs."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text

PREDICTION = Symbol(
    id="prediction",
    meaning=Text(ja="予測値", en="prediction"),
    latex=r"\hat{y}",
    typst="hat(y)",
    code="y_hat",
    role=Role.PREDICTION,
)
TARGET = Symbol(
    id="target",
    meaning=Text(ja="教師信号", en="target"),
    latex="y",
    typst="y",
    code="y",
    role=Role.TARGET,
)
RESIDUAL = Symbol(
    id="residual",
    meaning=Text(ja="予測値と教師信号の差", en="difference between prediction and target"),
    latex="r",
    typst="r",
    code="r",
)
HUBER_WIDTH = Symbol(
    id="huber-width",
    meaning=Text(
        ja="2次関数から1次関数に切り替わる誤差の大きさ",
        en="size of the error at which the parabola turns into a line",
    ),
    latex=r"\delta",
    typst="delta",
    code="delta",
)
SQUARED_ERROR = Symbol(
    id="squared-error-loss",
    meaning=Text(ja="二乗誤差", en="squared error"),
    latex=r"L_{\mathrm{SE}}",
    typst='L_(upright("SE"))',
    code="squared_error",
    role=Role.LOSS,
)
ABSOLUTE_ERROR = Symbol(
    id="absolute-error-loss",
    meaning=Text(ja="絶対誤差", en="absolute error"),
    latex=r"L_{\mathrm{AE}}",
    typst='L_(upright("AE"))',
    code="absolute_error",
    role=Role.LOSS,
)
HUBER = Symbol(
    id="huber-loss",
    meaning=Text(ja="Huber損失", en="Huber loss"),
    latex=r"L_{\delta}",
    typst="L_(delta)",
    code="huber",
    role=Role.LOSS,
)
LIKELIHOOD = Symbol(
    id="bernoulli-likelihood-function",
    meaning=Text(ja="ベルヌーイ分布の尤度", en="likelihood under a Bernoulli distribution"),
    latex="P",
    typst="P",
    code="likelihood",
)
CROSS_ENTROPY = Symbol(
    id="binary-cross-entropy-loss",
    meaning=Text(ja="2値交差エントロピー", en="binary cross-entropy"),
    latex=r"L_{\mathrm{CE}}",
    typst='L_(upright("CE"))',
    code="binary_cross_entropy",
    role=Role.LOSS,
)
LOGIT_LOSS = Symbol(
    id="logit-loss",
    meaning=Text(ja="ロジットで表した2値交差エントロピー", en="binary cross-entropy of a logit"),
    latex="L",
    typst="L",
    code="logit_loss",
    role=Role.LOSS,
)
ENTROPY = Symbol(
    id="binary-entropy-function",
    meaning=Text(ja="2値のエントロピー", en="entropy of a binary variable"),
    latex="H",
    typst="H",
    code="entropy",
)
DIVERGENCE = Symbol(
    id="kl-divergence",
    meaning=Text(ja="カルバック・ライブラー情報量", en="Kullback–Leibler divergence"),
    latex=r"D_{\mathrm{KL}}",
    typst='D_(upright("KL"))',
    code="kl_divergence",
)
SQUARED_LOGIT_LOSS = Symbol(
    id="squared-logit-loss",
    meaning=Text(ja="シグモイド関数の出力の二乗誤差", en="squared error of a sigmoid unit"),
    latex=r"L_{\mathrm{SE}\sigma}",
    typst='L_(upright("SE") sigma)',
    code="squared_logit_loss",
    role=Role.LOSS,
)
SUBGRADIENT = Symbol(
    id="subgradient",
    meaning=Text(ja="劣勾配", en="subgradient"),
    latex="g",
    typst="g",
    code="g",
)
