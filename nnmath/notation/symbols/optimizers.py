"""Symbols of the optimizers: hyperparameters, what is kept, what a step works out."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text

MOMENTUM = Symbol(
    id="momentum",
    meaning=Text(ja="慣性項の係数", en="momentum coefficient"),
    latex=r"\mu",
    typst="mu",
    code="momentum",
)
DAMPENING = Symbol(
    id="dampening",
    meaning=Text(ja="新しい勾配を弱める割合", en="dampening of the new gradient"),
    latex=r"\tau",
    typst="tau",
    code="dampening",
)
BETA_1 = Symbol(
    id="beta-1",
    meaning=Text(ja="勾配の移動平均の減衰率", en="decay rate of the mean of gradients"),
    latex=r"\beta_{1}",
    typst="beta_(1)",
    code="beta1",
)
BETA_2 = Symbol(
    id="beta-2",
    meaning=Text(
        ja="勾配の2乗の移動平均の減衰率", en="decay rate of the mean of squared gradients"
    ),
    latex=r"\beta_{2}",
    typst="beta_(2)",
    code="beta2",
)
DECAY_RATE = Symbol(
    id="decay-rate",
    meaning=Text(ja="移動平均の減衰率", en="decay rate of a moving average"),
    latex=r"\rho",
    typst="rho",
    code="rho",
)
STABILITY_CONSTANT = Symbol(
    id="stability-constant",
    meaning=Text(ja="0 で割らないための小さな数", en="small number that keeps the divisor from 0"),
    latex=r"\epsilon",
    typst="epsilon.alt",
    code="epsilon",
)
WEIGHT_DECAY = Symbol(
    id="weight-decay",
    meaning=Text(ja="重みの減衰の強さ", en="strength of the weight decay"),
    latex=r"\lambda",
    typst="lambda",
    code="weight_decay",
)
INITIAL_ACCUMULATOR = Symbol(
    id="initial-accumulator",
    meaning=Text(ja="累積値の初期値", en="what the accumulator begins with"),
    latex="r_{0}",
    typst="r_(0)",
    code="initial_accumulator",
)
FINAL_RATE = Symbol(
    id="final-rate",
    meaning=Text(ja="学習率が最後に近づく値", en="rate that the steps approach in the end"),
    latex=r"\eta^{\star}",
    typst="eta^star",
    code="final_learning_rate",
    role=Role.LEARNING_RATE,
)
BOUND_SPEED = Symbol(
    id="bound-speed",
    meaning=Text(ja="上下の限界が狭まる速さ", en="how fast the bounds close in"),
    latex=r"\gamma",
    typst="gamma",
    code="gamma",
)
MOMENTUM_DECAY = Symbol(
    id="momentum-decay",
    meaning=Text(ja="慣性項の係数が上がる速さ", en="how fast the momentum rises"),
    latex=r"\psi",
    typst="psi",
    code="momentum_decay",
)
RECTIFICATION_THRESHOLD = Symbol(
    id="rectification-threshold",
    meaning=Text(ja="補正を始める長さ", en="length from which on the step is rectified"),
    latex=r"\rho_{\mathrm{min}}",
    typst='rho_("min")',
    code="threshold",
)

VELOCITY = Symbol(
    id="velocity",
    meaning=Text(ja="速度", en="velocity"),
    latex="v",
    typst="v",
    code="v",
)
MOMENTUM_BUFFER = Symbol(
    id="momentum-buffer",
    meaning=Text(ja="勾配の減衰和", en="decaying sum of gradients"),
    latex="b",
    typst="b",
    code="b",
)
SQUARED_SUM = Symbol(
    id="squared-sum",
    meaning=Text(ja="勾配の2乗の和", en="sum of squared gradients"),
    latex="r",
    typst="r",
    code="r",
)
FIRST_MOMENT = Symbol(
    id="first-moment",
    meaning=Text(ja="勾配の移動平均", en="moving average of the gradients"),
    latex="m",
    typst="m",
    code="m",
)
SECOND_MOMENT = Symbol(
    id="second-moment",
    meaning=Text(ja="勾配の2乗の移動平均", en="moving average of the squared gradients"),
    latex="v",
    typst="v",
    code="v",
)
CORRECTED_FIRST_MOMENT = Symbol(
    id="corrected-first-moment",
    meaning=Text(ja="補正した勾配の平均", en="corrected mean of the gradients"),
    latex=r"\hat{m}",
    typst="hat(m)",
    code="m_hat",
)
CORRECTED_SECOND_MOMENT = Symbol(
    id="corrected-second-moment",
    meaning=Text(ja="補正した勾配の2乗の平均", en="corrected mean of the squared gradients"),
    latex=r"\hat{v}",
    typst="hat(v)",
    code="v_hat",
)
LARGEST_SECOND_MOMENT = Symbol(
    id="largest-second-moment",
    meaning=Text(ja="それまでで最大の2乗の平均", en="largest mean of the squared gradients so far"),
    latex=r"v^{\mathrm{max}}",
    typst='v^("max")',
    code="v_max",
)
SQUARED_STEP_MEAN = Symbol(
    id="squared-step-mean",
    meaning=Text(ja="更新量の2乗の移動平均", en="moving average of the squared steps"),
    latex="u",
    typst="u",
    code="u",
)
STEP = Symbol(
    id="parameter-step",
    meaning=Text(ja="更新量", en="step"),
    latex=r"\Delta",
    typst="Delta",
    code="step",
)
SIGNED_DIRECTION = Symbol(
    id="signed-direction",
    meaning=Text(ja="符号をとる前の向き", en="direction whose sign is taken"),
    latex="c",
    typst="c",
    code="c",
)
DECAY_BASE = Symbol(
    id="decay-base",
    meaning=Text(ja="慣性項の不足分が1回ごとに縮む割合", en="what the lack of momentum shrinks by"),
    latex=r"\delta",
    typst="delta",
    code="delta",
)
PRESENT_MOMENTUM = Symbol(
    id="present-momentum",
    meaning=Text(ja="今回の慣性項の係数", en="momentum of this step"),
    latex=r"\mu",
    typst="mu",
    code="mu",
)
NEXT_MOMENTUM = Symbol(
    id="next-momentum",
    meaning=Text(ja="次回の慣性項の係数", en="momentum of the next step"),
    latex=r"\mu'",
    typst="mu'",
    code="mu_next",
)
MOMENTUM_PRODUCT = Symbol(
    id="momentum-product",
    meaning=Text(ja="慣性項の係数の積", en="product of the momentums so far"),
    latex=r"\pi",
    typst="pi",
    code="mu_product",
)
AVERAGE_LENGTH = Symbol(
    id="average-length",
    meaning=Text(ja="平均の実効的な長さ", en="effective length of the average"),
    latex=r"\rho_{t}",
    typst="rho_(t)",
    code="rho_t",
)
LONGEST_AVERAGE = Symbol(
    id="longest-average",
    meaning=Text(ja="平均の実効的な長さの上限", en="limit of the length of the average"),
    latex=r"\rho_{\infty}",
    typst="rho_(infinity)",
    code="rho_inf",
)
RECTIFICATION = Symbol(
    id="rectification",
    meaning=Text(ja="分散を補正する係数", en="factor that rectifies the variance"),
    latex=r"r_{t}",
    typst="r_(t)",
    code="r_t",
)
ADAPTIVE_RATE = Symbol(
    id="adaptive-rate",
    meaning=Text(ja="勾配の大きさで割る係数", en="factor that divides by the gradients' size"),
    latex=r"l_{t}",
    typst="l_(t)",
    code="l_t",
)
LOWER_RATE = Symbol(
    id="lower-rate",
    meaning=Text(ja="学習率の下限", en="lower bound of the rate"),
    latex=r"\eta_{l}",
    typst="eta_(l)",
    code="lower_rate",
    role=Role.LEARNING_RATE,
)
UPPER_RATE = Symbol(
    id="upper-rate",
    meaning=Text(ja="学習率の上限", en="upper bound of the rate"),
    latex=r"\eta_{u}",
    typst="eta_(u)",
    code="upper_rate",
    role=Role.LEARNING_RATE,
)
CLIPPED_RATE = Symbol(
    id="clipped-rate",
    meaning=Text(ja="上下の限界に収めた学習率", en="rate within its bounds"),
    latex=r"\hat{\eta}",
    typst="hat(eta)",
    code="clipped_rate",
    role=Role.LEARNING_RATE,
)
FREE_RATE = Symbol(
    id="free-rate",
    meaning=Text(ja="限界をつける前の学習率", en="rate before it is bounded"),
    latex=r"\tilde{\eta}",
    typst="tilde(eta)",
    code="free_rate",
    role=Role.LEARNING_RATE,
)
