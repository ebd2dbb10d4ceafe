"""How far one step of Adam can go: a bound that holds, and one that does not."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.symbols import regularisation
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import SQRT, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import between, equal
from nnmath.theory.moment_sums import beta
from nnmath.theory.optimizer_vocabulary import beta1, beta2, epsilon, eta, m_hat, v_hat
from nnmath.theory.vocabulary import t

# β₁ = rs and β₂ = s², so that no roots stand in the way; q = β₁²/β₂ is r²
r, s = Variable(symbols.ROOT_OF_RATIO), Variable(symbols.ROOT_OF_BETA_2)
k, l_ = Variable(symbols.GRADIENT_AGE), Variable(symbols.OTHER_AGE)
g = Tensor(symbols.AGED_GRADIENTS)
g1, g2 = Variable(regularisation.FIRST_GRADIENT), Variable(regularisation.SECOND_GRADIENT)

# Σ β₁^k g_k, Σ β₂^k g_k² and Σ q^k over the ages k = 1, …, t
FIRST = total(k, (r * s) ** k * g[k])
SECOND = total(k, (s**2) ** k * g[k] ** 2)
RATIOS = total(k, (r**2) ** k)
CROSSED = total(k, total(l_, (r**k * s**l_ * g[l_] - r**l_ * s**k * g[k]) ** 2))

LAGRANGE = (
    Derivation(
        id="adam-moments-identity",
        name=Text(
            ja="2つの移動平均のラグランジュの恒等式", en="Lagrange's identity for the two averages"
        ),
        source="hardy1952, section 2.4",
    )
    .start(CROSSED)
    .by(
        algebra,
        2 * (RATIOS * SECOND - FIRST**2),
        because=Text(
            ja="平方を展開すると、二重和が2つの和の積に分かれます。",
            en="Expand the squares: every double sum falls apart into a product of two sums.",
        ),
    )
)
MOMENTS_BOUND = Theorem(
    id="adam-moments-bound",
    name=Text(
        ja="勾配の平均は、2乗の平均で抑えられる",
        en="The average of gradients is bounded by that of their squares",
    ),
    statement=FIRST**2 <= RATIOS * SECOND,
    uses=("adam-moments-identity",),
    source="own",
    argument=(
        Have(
            statement=CROSSED >= 0,
            by=from_facts,
            because=Text(ja="平方の和は負になりません。", en="A sum of squares is not negative."),
        ),
        Have(
            statement=equal(CROSSED, 2 * (RATIOS * SECOND - FIRST**2)),
            by=cite("adam-moments-identity"),
            because=Text(ja="ラグランジュの恒等式です。", en="Lagrange's identity."),
        ),
        Have(
            statement=FIRST**2 <= RATIOS * SECOND,
            by=from_facts,
            because=Text(
                ja="勾配を s^k g_k と r^k の積の和とみた、コーシー・シュワルツの不等式です。",
                en="The inequality of Cauchy and Schwarz, for s^k g_k and r^k.",
            ),
        ),
    ),
)

T = Variable(symbols.GRADIENT_COUNT)
RANGES = (between(0, r, 1), between(0, s, 1))
SUMMED = equal((1 - r**2) * RATIOS, r**2 * (1 - (r**2) ** T))
APART = (1 - r**2) * FIRST**2 <= r**2 * (1 - (r**2) ** T) * SECOND
SHORT = tuple(power < 1 for power in ((r * s) ** T, (r**2) ** T, (s**2) ** T))
# m̂ and v̂: weights β^(k − 1) and their sums; the squared bound; what separates the two sides
M_HAT = (1 - r * s) / (r * s * (1 - (r * s) ** T)) * FIRST
V_HAT = (1 - s**2) / (s**2 * (1 - (s**2) ** T)) * SECOND
BOUND = (
    ((1 - r * s) / (1 - (r * s) ** T)) ** 2
    * ((1 - (s**2) ** T) / (1 - s**2))
    * ((1 - (r**2) ** T) / (1 - r**2))
)
FACTOR = (1 - r * s) ** 2 / (r**2 * s**2 * (1 - (r * s) ** T) ** 2 * (1 - r**2))
GAP = r**2 * (1 - (r**2) ** T) * SECOND - (1 - r**2) * FIRST**2

RATIO_BOUND = Theorem(
    id="adam-ratio-bound",
    name=Text(
        ja="Adam の2つの補正した平均の比の限界", en="A bound on the ratio of Adam's two averages"
    ),
    statement=M_HAT**2 <= BOUND * V_HAT,
    given=RANGES,
    uses=("adam-moments-bound", "sum-of-age-weights"),
    source="own",
    argument=(
        Have(
            statement=FIRST**2 <= RATIOS * SECOND,
            by=cite("adam-moments-bound"),
            because=Text(
                ja="勾配の平均を2乗の平均で抑えます。",
                en="Bound the average by that of the squares.",
            ),
        ),
        Have(
            statement=SUMMED,
            by=cite("sum-of-age-weights", {beta: r**2, t: T}),
            because=Text(ja="公比 q = r² の和です。", en="The sum with ratio q = r²."),
        ),
        Have(
            statement=r**2 < 1,
            by=from_these(*RANGES),
            because=Text(ja="r は 0 と 1 の間です。", en="r lies between 0 and 1."),
        ),
        Have(
            statement=APART,
            by=from_these(r**2 < 1, SUMMED, FIRST**2 <= RATIOS * SECOND),
            because=Text(
                ja="正の数 1 − r² を掛け、和の式を代入します。",
                en="Multiply by 1 − r², which is positive, and insert the sum.",
            ),
        ),
        Have(
            statement=r * s < 1,
            by=from_these(*RANGES),
            because=Text(ja="1 より小さい数の積です。", en="A product of numbers below 1."),
        ),
        *(
            Have(
                statement=each,
                by=from_these(*RANGES),
                because=Text(ja="1 より小さい数の累乗です。", en="A power of a number below 1."),
            )
            for each in SHORT
        ),
        Have(
            statement=equal(BOUND * V_HAT - M_HAT**2, FACTOR * GAP),
            by=from_these(*RANGES, *SHORT),
            because=Text(ja="共通の因数でくくります。", en="Take out the common factor."),
        ),
        Have(
            statement=FACTOR > 0,
            by=from_these(*RANGES, r**2 < 1, r * s < 1, *SHORT),
            because=Text(ja="正の数だけでできています。", en="All its parts are positive."),
        ),
        Have(
            statement=GAP >= 0,
            by=from_these(APART),
            because=Text(ja="先に示した不等式です。", en="The inequality shown before."),
        ),
        Have(
            statement=FACTOR * GAP >= 0,
            by=from_these(*RANGES, *SHORT, FACTOR > 0, GAP >= 0),
            because=Text(ja="負でない数の積です。", en="A product of what is not negative."),
        ),
        Have(
            statement=M_HAT**2 <= BOUND * V_HAT,
            by=from_these(
                *RANGES,
                *SHORT,
                equal(BOUND * V_HAT - M_HAT**2, FACTOR * GAP),
                FACTOR * GAP >= 0,
            ),
            because=Text(ja="差が負になりません。", en="The difference is not negative."),
        ),
    ),
)

LIMIT = Variable(symbols.SQUARED_BOUND)
taken = eta * m_hat / (SQRT(v_hat) + epsilon)
SMALL = (v_hat >= 0, epsilon > 0, m_hat**2 <= LIMIT * v_hat, LIMIT >= 0)
STEP_BOUND = Theorem(
    id="adam-step-bound",
    name=Text(ja="Adam の1歩の大きさの限界", en="How far one step of Adam can go"),
    statement=taken**2 <= eta**2 * LIMIT,
    given=SMALL,
    source="own",
    argument=(
        Have(
            statement=(SQRT(v_hat) + epsilon) ** 2 >= v_hat,
            by=from_facts,
            because=Text(ja="ε は正です。", en="The ε is positive."),
        ),
        Have(
            statement=LIMIT * (SQRT(v_hat) + epsilon) ** 2 >= LIMIT * v_hat,
            by=from_facts,
            because=Text(ja="負でない数を掛けます。", en="Multiply by what is not negative."),
        ),
        Have(
            statement=eta**2 * m_hat**2 <= eta**2 * (LIMIT * (SQRT(v_hat) + epsilon) ** 2),
            by=from_facts,
            because=Text(
                ja="比の限界と合わせ、η² を掛けます。",
                en="With the bound on the ratio; multiply by η².",
            ),
        ),
        Have(
            statement=taken**2 <= eta**2 * LIMIT,
            by=from_facts,
            because=Text(
                ja="正の数 (√v̂ + ε)² で割ります。", en="Divide by (√v̂ + ε)², which is positive."
            ),
        ),
    ),
)

WORST = total(k, (r * s) ** k * (r / s) ** k)
WORST_SQUARES = total(k, (s**2) ** k * ((r / s) ** k) ** 2)
SHARP = (
    Derivation(
        id="adam-moments-bound-is-sharp",
        name=Text(
            ja="勾配が (β₁/β₂)^k に比例すると、限界に届く",
            en="Gradients like (β₁/β₂)^k reach the bound",
        ),
        given=(r > 0, s > 0),
        source="own",
    )
    .start(WORST**2)
    .by(
        algebra,
        RATIOS * WORST_SQUARES,
        because=Text(ja="3つの和がみな等しくなります。", en="All three sums are equal."),
    )
)

TWO_STEPS = ((beta1 * g1 + g2) / (1 + beta1)) ** 2
TWO_SQUARES = (beta2 * g1**2 + g2**2) / (1 + beta2)
MISTAKE = Mistake(
    id="mistake-adam-step-below-rate",
    name=Text(
        ja="1 − β₁ ≤ √(1 − β₂) なら Adam の1歩は η を超えない",
        en="With 1 − β₁ ≤ √(1 − β₂) a step of Adam is never longer than η",
    ),
    statement=TWO_STEPS <= TWO_SQUARES,
    given=(between(0, beta1, 1), between(0, beta2, 1), (1 - beta1) ** 2 <= 1 - beta2),
    source="kingma2015, section 2.1",
    why=Text(
        ja="2回目の更新で、勾配の比が β₁/β₂ に近いと、m̂ の2乗が v̂ を超えます。"
        "勾配の符号がそろっているかどうかだけでは決まりません。",
        en="At the second step, with gradients in about the ratio β₁/β₂, the square of m̂ exceeds "
        "v̂: that gradients agree in sign does not settle it.",
    ),
    corrects="adam-step-bound",
)

CLAIMS = (LAGRANGE, MOMENTS_BOUND, RATIO_BOUND, STEP_BOUND, SHARP, MISTAKE)
