"""Symbols of what is proved of the optimizers: sequences, roots, ages, quasi-Newton pairs."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.descent import WEIGHT_COUNT
from nnmath.notation.text import Text

GRADIENTS = Symbol(
    id="gradients",
    meaning=Text(ja="t 回目の勾配", en="gradient of step t"),
    latex=r"g",
    typst="g",
    code="g",
    role=Role.GRADIENT,
)
PARAMETERS = Symbol(
    id="parameters",
    meaning=Text(ja="t 回更新したあとのパラメータ", en="parameter after t steps"),
    latex=r"\theta",
    typst="theta",
    code="theta",
    role=Role.WEIGHT,
)
VELOCITIES = Symbol(
    id="velocities",
    meaning=Text(ja="t 回更新したあとの速度", en="velocity after t steps"),
    latex=r"v",
    typst="v",
    code="v",
)
BUFFERS = Symbol(
    id="buffers",
    meaning=Text(ja="t 回更新したあとの減衰和", en="buffer after t steps"),
    latex=r"b",
    typst="b",
    code="b",
)
MOMENTS = Symbol(
    id="moments",
    meaning=Text(ja="t 回更新したあとの移動平均", en="moving average after t steps"),
    latex=r"m",
    typst="m",
    code="m",
)
SQUARED_SUMS = Symbol(
    id="squared-sums",
    meaning=Text(
        ja="t 回更新したあとの、勾配の平方の和", en="sum of squared gradients after t steps"
    ),
    latex=r"r",
    typst="r",
    code="r",
)
STARTED_SUMS = Symbol(
    id="started-sums",
    meaning=Text(
        ja="別の初期値から始めた、勾配の平方の和", en="the same sum, begun with another number"
    ),
    latex=r"\tilde{r}",
    typst="tilde(r)",
    code="r_started",
)
GRADIENT_SCALE = Symbol(
    id="gradient-scale",
    meaning=Text(ja="勾配を何倍にするか", en="factor by which all gradients grow"),
    latex="c",
    typst="c",
    code="c",
)
AVERAGE_RATE = Symbol(
    id="average-rate",
    meaning=Text(ja="移動平均の減衰率", en="decay rate of a moving average"),
    latex=r"\beta",
    typst="beta",
    code="beta",
)
ERRORS = Symbol(
    id="momentum-errors",
    meaning=Text(
        ja="t 回更新したあとの最小点からのずれ", en="distance to the minimum after t steps"
    ),
    latex=r"e",
    typst="e",
    code="e",
)
EIGENVALUE = Symbol(
    id="step-curvature",
    meaning=Text(ja="損失の曲がり具合", en="curvature of the loss"),
    latex=r"\lambda",
    typst="lambda",
    code="curvature",
)
REAL_PART = Symbol(
    id="real-part",
    meaning=Text(ja="根の実部", en="real part of a root"),
    latex=r"x",
    typst="x",
    code="x",
)
IMAGINARY_PART = Symbol(
    id="imaginary-part",
    meaning=Text(ja="根の虚部", en="imaginary part of a root"),
    latex=r"y",
    typst="y",
    code="y",
)
TRACE = Symbol(
    id="characteristic-trace",
    meaning=Text(ja="特性多項式の1次の係数の符号を変えたもの", en="sum of the two roots"),
    latex=r"a",
    typst="a",
    code="a",
)
DETERMINANT = Symbol(
    id="characteristic-determinant",
    meaning=Text(ja="特性多項式の定数項", en="product of the two roots"),
    latex=r"b",
    typst="b",
    code="b",
)
ROOT_OF_LARGEST = Symbol(
    id="root-of-largest",
    meaning=Text(ja="最大の曲がり具合の平方根", en="root of the largest curvature"),
    latex=r"p",
    typst="p",
    code="p",
)
ROOT_OF_LEAST = Symbol(
    id="root-of-least",
    meaning=Text(ja="最小の曲がり具合の平方根", en="root of the least curvature"),
    latex=r"q",
    typst="q",
    code="q",
)
GRADIENT_COUNT = Symbol(
    id="gradient-count",
    meaning=Text(ja="それまでの勾配の個数", en="number of gradients so far"),
    latex="t",
    typst="t",
    code="t",
    sort=Sort.COUNT,
)
GRADIENT_AGE = Symbol(
    id="gradient-age",
    meaning=Text(ja="勾配の年齢", en="age of a gradient"),
    latex="k",
    typst="k",
    code="k",
    sort=Sort.INDEX,
    size=GRADIENT_COUNT,
)
OTHER_AGE = Symbol(
    id="other-gradient-age",
    meaning=Text(ja="別の勾配の年齢", en="age of another gradient"),
    latex="l",
    typst="l",
    code="l",
    sort=Sort.INDEX,
    size=GRADIENT_COUNT,
)
AGED_GRADIENTS = Symbol(
    id="aged-gradients",
    meaning=Text(ja="年齢順に並べた勾配", en="gradients by their age"),
    latex="g",
    typst="g",
    code="g",
    role=Role.GRADIENT,
    shape=(GRADIENT_COUNT,),
)
ROOT_OF_BETA_2 = Symbol(
    id="root-of-beta-2",
    meaning=Text(ja="β₂ の平方根", en="root of β₂"),
    latex="s",
    typst="s",
    code="s",
)
ROOT_OF_RATIO = Symbol(
    id="root-of-ratio",
    meaning=Text(ja="β₁ と √β₂ の比", en="ratio of β₁ to √β₂"),
    latex="r",
    typst="r",
    code="r",
)
SQUARED_BOUND = Symbol(
    id="squared-step-bound",
    meaning=Text(ja="比の2乗の限界", en="bound on the squared ratio"),
    latex="B",
    typst="B",
    code="B",
)
INVERSE_HESSIAN = Symbol(
    id="inverse-hessian",
    meaning=Text(ja="ヘッセ行列の逆行列の近似", en="approximate inverse Hessian"),
    latex="H",
    typst="H",
    code="H",
    shape=(WEIGHT_COUNT, WEIGHT_COUNT),
)
TAKEN_STEP = Symbol(
    id="taken-step",
    meaning=Text(ja="パラメータの変化", en="change of the parameters"),
    latex="s",
    typst="s",
    code="s",
    shape=(WEIGHT_COUNT,),
)
GRADIENT_CHANGE = Symbol(
    id="gradient-change",
    meaning=Text(ja="勾配の変化", en="change of the gradient"),
    latex="y",
    typst="y",
    code="y",
    role=Role.GRADIENT,
    shape=(WEIGHT_COUNT,),
)
ANY_DIRECTION = Symbol(
    id="any-direction",
    meaning=Text(ja="任意のベクトル", en="any vector"),
    latex="u",
    typst="u",
    code="u",
    shape=(WEIGHT_COUNT,),
)
INVERSE_PRODUCT = Symbol(
    id="inverse-product",
    meaning=Text(ja="y と s の内積の逆数", en="reciprocal of the product of y and s"),
    latex=r"\rho",
    typst="rho",
    code="rho",
)
STEP_COMPONENT = Symbol(
    id="step-component",
    meaning=Text(ja="s と u の内積", en="product of s and u"),
    latex="e",
    typst="e",
    code="e",
)
MEAN_GRADIENT = Symbol(
    id="mean-gradient",
    meaning=Text(ja="勾配の期待値", en="mean of the gradient"),
    latex=r"\bar{g}",
    typst="overline(g)",
    code="g_mean",
    role=Role.GRADIENT,
)
DEGREES = Symbol(
    id="degrees-of-freedom",
    meaning=Text(ja="自由度", en="degrees of freedom"),
    latex="n",
    typst="n",
    code="n",
    sort=Sort.NATURAL,
)
ROOT_VARIANCE = Symbol(
    id="variance-of-root",
    meaning=Text(
        ja="スケールつき逆カイ2乗分布に従う数の平方根の分散",
        en="variance of the root of a number with a scaled inverse chi-square distribution",
    ),
    latex="s",
    typst="s",
    code="variance_of_root",
)
ADAPTIVE_VARIANCE = Symbol(
    id="adaptive-variance",
    meaning=Text(ja="適応的な学習率の分散の近似", en="approximate variance of the adaptive rate"),
    latex="V",
    typst="V",
    code="adaptive_variance",
)
LENGTH = Symbol(
    id="any-length",
    meaning=Text(ja="平均の長さ", en="length of an average"),
    latex=r"\rho",
    typst="rho",
    code="length",
)
ROOT_OF_SECOND = Symbol(
    id="root-of-second-moment",
    meaning=Text(ja="補正した2乗の平均の平方根", en="root of the corrected mean of the squares"),
    latex="d",
    typst="d",
    code="d",
)
OTHER_ROOT = Symbol(
    id="other-root",
    meaning=Text(ja="もう1つの実根", en="the other real root"),
    latex="z",
    typst="z",
    code="z",
)
