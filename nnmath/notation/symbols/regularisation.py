"""Symbols of penalties on weights, of their priors, and of stopping early."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols.descent import WEIGHT_COUNT
from nnmath.notation.text import Text

PENALTY = Symbol(
    id="penalty-strength",
    meaning=Text(ja="正則化の強さ", en="strength of the penalty"),
    latex=r"\lambda",
    typst="lambda",
    code="penalty",
)
LOSS_CURVATURE = Symbol(
    id="loss-curvature",
    meaning=Text(ja="損失の2階微分", en="second derivative of the loss"),
    latex=r"\alpha",
    typst="alpha",
    code="curvature",
)
ANY_LOSS = Symbol(
    id="any-loss",
    meaning=Text(ja="正則化をしない損失", en="loss without a penalty"),
    latex="L",
    typst="L",
    code="plain_loss",
    role=Role.LOSS,
)
RIDGE_LOSS = Symbol(
    id="ridge-loss",
    meaning=Text(ja="L2 正則化をした損失", en="loss with an L2 penalty"),
    latex="J_{2}",
    typst="J_(2)",
    code="ridge_loss",
    role=Role.LOSS,
)
LASSO_LOSS = Symbol(
    id="lasso-loss",
    meaning=Text(ja="L1 正則化をした損失", en="loss with an L1 penalty"),
    latex="J_{1}",
    typst="J_(1)",
    code="lasso_loss",
    role=Role.LOSS,
)
SOFT_THRESHOLD = Symbol(
    id="soft-threshold",
    meaning=Text(ja="ソフトしきい値関数", en="soft threshold"),
    latex=r"\operatorname{soft}",
    typst='op("soft")',
    code="soft_threshold",
)
MOMENTUM_FACTOR = Symbol(
    id="decay-momentum-factor",
    meaning=Text(ja="慣性項の係数", en="factor of the momentum"),
    latex=r"\mu",
    typst="mu",
    code="momentum",
)
FIRST_GRADIENT = Symbol(
    id="first-gradient",
    meaning=Text(ja="1回目の勾配", en="gradient at the first update"),
    latex="g_{1}",
    typst="g_(1)",
    code="first_gradient",
    role=Role.GRADIENT,
)
SECOND_GRADIENT = Symbol(
    id="second-gradient",
    meaning=Text(ja="2回目の勾配", en="gradient at the second update"),
    latex="g_{2}",
    typst="g_(2)",
    code="second_gradient",
    role=Role.GRADIENT,
)
PRIOR_SPREAD = Symbol(
    id="prior-spread",
    meaning=Text(ja="事前分布の標準偏差", en="standard deviation of the prior"),
    latex=r"\tau",
    typst="tau",
    code="prior_spread",
)
PRIOR_WIDTH = Symbol(
    id="prior-width",
    meaning=Text(ja="ラプラス分布の尺度", en="scale of the Laplace prior"),
    latex="s",
    typst="s",
    code="prior_width",
)
NORMAL_PRIOR = Symbol(
    id="normal-prior",
    meaning=Text(ja="正規分布の密度", en="density of the normal prior"),
    latex="p_{2}",
    typst="p_(2)",
    code="normal_prior",
)
LAPLACE_PRIOR = Symbol(
    id="laplace-prior",
    meaning=Text(ja="ラプラス分布の密度", en="density of the Laplace prior"),
    latex="p_{1}",
    typst="p_(1)",
    code="laplace_prior",
)
LOSS_CURVATURES = Symbol(
    id="loss-curvatures",
    meaning=Text(
        ja="固有ベクトルの向きごとの、損失の曲がり方",
        en="curvature of the loss along each eigenvector",
    ),
    latex=r"\alpha",
    typst="alpha",
    code="alpha",
    shape=(WEIGHT_COUNT,),
)
