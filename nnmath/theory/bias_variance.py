"""Where the error comes from: bias, variance and noise; and what averaging models takes away."""

from __future__ import annotations

from nnmath.notation.symbols import generalisation
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.expectation_rules import by_laws, linearity, variance_defined
from nnmath.proof.expectations import expectation, variance
from nnmath.proof.indexed import Kronecker, Tensor, total
from nnmath.proof.laws import Correlated, Moments, Random, independent
from nnmath.proof.nodes import Variable, as_node
from nnmath.proof.rules import lemma
from nnmath.proof.statements import Hypothesis, between, equal, unequal

f, y, noise, sigma = (
    Variable(symbol)
    for symbol in (
        generalisation.TRUTH,
        generalisation.PREDICTOR,
        generalisation.NOISE,
        generalisation.NOISE_DEVIATION,
    )
)
shift = Variable(generalisation.SHIFT)
MODEL = Random(y, Moments())
NOISE = Random(noise, Moments(as_node(0), sigma**2))
GIVEN: tuple[Hypothesis, ...] = (MODEL, NOISE, independent(y, noise))
ERROR = expectation((f + noise - y) ** 2, y, noise)
BIAS = f - expectation(y, y)

VARIANCE_BY_MOMENTS = (
    Derivation(
        id="variance-by-moments",
        name=Text(
            ja="分散は、2乗の平均から平均の2乗を引いたもの",
            en="Variance = mean square less squared mean",
        ),
        given=(MODEL,),
        source="bishop2006, section 1.2.2",
    )
    .start(variance(y, y))
    .by(
        variance_defined,
        expectation((y - expectation(y, y)) ** 2, y),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        linearity,
        expectation(y**2, y) - expectation(y, y) ** 2,
        because=Text(
            ja="展開して項ごとに期待値をとります。平均は定数です。",
            en="Expand and take means term by term; the mean itself is a constant.",
        ),
    )
)

BIAS_VARIANCE = (
    Derivation(
        id="bias-variance",
        name=Text(
            ja="2乗誤差の期待値は、バイアスの2乗と分散と雑音の和",
            en="Expected squared error = squared bias + variance + noise",
        ),
        given=GIVEN,
        uses=("variance-by-moments",),
        source="geman1992",
    )
    .start(ERROR)
    .by(
        by_laws,
        f**2 - 2 * f * expectation(y, y) + expectation(y**2, y) + sigma**2,
        because=Text(
            ja="展開します。雑音は平均 0 で予測と独立なので、雑音との積の項は消えます。",
            en="Expand: the noise has mean 0 and is independent of the prediction, so its mixed "
            "terms vanish.",
        ),
    )
    .by(
        lemma("variance-by-moments"),
        BIAS**2 + variance(y, y) + sigma**2,
        because=Text(
            ja="予測の2乗の平均を、平均の2乗と分散に分けます。",
            en="Split the mean square of the prediction into its squared mean and its variance.",
        ),
    )
)

# Ensembles

M = Variable(generalisation.MEMBER_COUNT)
k, l = (  # noqa: E741
    Variable(symbol) for symbol in (generalisation.MEMBER_INDEX, generalisation.OTHER_MEMBER_INDEX)
)
members = Tensor(generalisation.MEMBERS)
mu, rho = Variable(generalisation.MEMBER_MEAN), Variable(generalisation.CORRELATION)
AVERAGE = total(k, members[k]) / M
ALONE = Random(members[k], Moments(mu, sigma**2), independent=True)
TOGETHER = Random(members[k], Correlated(mu, l, sigma**2 * (rho + (1 - rho) * Kronecker(k, l))))

ENSEMBLE_MEAN = (
    Derivation(
        id="ensemble-mean",
        name=Text(ja="平均しても予測の期待値は変わらない", en="Averaging keeps the mean"),
        given=(ALONE,),
        source="breiman1996",
    )
    .start(expectation(AVERAGE, members))
    .by(
        by_laws,
        mu,
        because=Text(
            ja="どのモデルの期待値も同じなので、平均しても同じです。バイアスは減りません。",
            en="Every model has the same mean, and so has their average: the bias stays.",
        ),
    )
)

ENSEMBLE_VARIANCE = (
    Derivation(
        id="ensemble-variance",
        name=Text(
            ja="独立な M 個のモデルの平均の分散は 1/M", en="M independent models: 1/M the variance"
        ),
        given=(ALONE,),
        uses=("ensemble-mean",),
        source="breiman1996",
    )
    .start(variance(AVERAGE, members))
    .by(
        variance_defined,
        expectation((AVERAGE - expectation(AVERAGE, members)) ** 2, members),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("ensemble-mean"),
        expectation((AVERAGE - mu) ** 2, members),
        because=Text(ja="平均は μ です。", en="The mean is μ."),
    )
    .by(
        by_laws,
        sigma**2 / M,
        because=Text(
            ja="異なるモデルのずれの積は平均 0 です。残る M 個の分散を M² で割ります。",
            en="Products of different deviations have mean 0; M variances are left, over M².",
        ),
    )
)

CORRELATED_MEAN = (
    Derivation(
        id="correlated-ensemble-mean",
        name=Text(
            ja="相関のあるモデルでも、平均の期待値は変わらない",
            en="Correlated models keep the mean as well",
        ),
        given=(TOGETHER,),
        source="breiman2001",
    )
    .start(expectation(AVERAGE, members))
    .by(
        by_laws,
        mu,
        because=Text(
            ja="期待値の線形性は、独立かどうかによりません。",
            en="That the mean is linear does not hang on independence.",
        ),
    )
)

CORRELATED_VARIANCE = (
    Derivation(
        id="correlated-ensemble-variance",
        name=Text(
            ja="相関のあるモデルの平均には ρσ² の分散が残る",
            en="Averaging correlated models leaves a variance of ρσ²",
        ),
        given=(TOGETHER,),
        uses=("correlated-ensemble-mean",),
        source="breiman2001",
    )
    .start(variance(AVERAGE, members))
    .by(
        variance_defined,
        expectation((AVERAGE - expectation(AVERAGE, members)) ** 2, members),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("correlated-ensemble-mean"),
        expectation((AVERAGE - mu) ** 2, members),
        because=Text(ja="平均は μ です。", en="The mean is μ."),
    )
    .by(
        by_laws,
        rho * sigma**2 + (1 - rho) * sigma**2 / M,
        because=Text(
            ja="M² 組の共分散を足します。同じモデルの組だけ σ²、ほかは ρσ² です。",
            en="Sum M² covariances: σ² for a model with itself, ρσ² for any other pair.",
        ),
    )
)

CLAIMS = (
    VARIANCE_BY_MOMENTS,
    BIAS_VARIANCE,
    ENSEMBLE_MEAN,
    ENSEMBLE_VARIANCE,
    CORRELATED_MEAN,
    CORRELATED_VARIANCE,
    Mistake(
        id="mistake-error-without-noise",
        name=Text(
            ja="誤差はバイアスと分散だけでできている", en="The error is bias and variance alone"
        ),
        statement=equal(ERROR, BIAS**2 + variance(y, y)),
        given=(*GIVEN, sigma > 0),
        source="own",
        why=Text(
            ja="教師信号の雑音は、どんなモデルでも減らせない誤差として残ります。",
            en="The noise of the target stays: no model can take it away.",
        ),
        corrects="bias-variance",
    ),
    Mistake(
        id="mistake-bias-as-parameter",
        name=Text(
            ja="バイアス項(パラメータ)を統計的なバイアスと取り違える",
            en="Statistical bias mistaken for the parameter",
        ),
        statement=equal(f - expectation(y + shift, y), BIAS),
        given=(MODEL, unequal(shift, 0)),
        source="own",
        why=Text(
            ja="バイアス項は学習で決まる数です。足せば、真の値と予測の平均との差(統計的なバイアス)が変わります。",
            en="The parameter is a number that is learned; adding it changes the statistical bias, "
            "which is how far the mean prediction is from the truth.",
        ),
        corrects="bias-variance",
    ),
    Mistake(
        id="mistake-ensemble-always",
        name=Text(
            ja="モデルが互いに独立でなくても分散は 1/M", en="1/M the variance, for any models"
        ),
        statement=equal(variance(AVERAGE, members), sigma**2 / M),
        given=(between(0, rho, 1), sigma > 0, M >= 2, TOGETHER),
        source="own",
        why=Text(
            ja="相関があると、いくら増やしても ρσ² より小さくなりません。",
            en="With correlation, no number of models gets below ρσ².",
        ),
        corrects="correlated-ensemble-variance",
    ),
)
