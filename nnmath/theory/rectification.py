"""RAdam's factor: it brings the variance of the adaptive rate down to what it is in the end.

The variance is taken to first order: that this comes near to the true one is cited, not proved.
"""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.claims import Cited, Definition, Derivation, InWords
from nnmath.proof.nodes import Function, Sequence, Variable, as_node
from nnmath.proof.rules import algebra, fold, unfold
from nnmath.proof.statements import Tends, unequal
from nnmath.theory.optimizer_vocabulary import rho_inf, rho_t

length = Variable(symbols.LENGTH)
V = Function(symbols.ADAPTIVE_VARIANCE)

ADAPTIVE_VARIANCE = Definition(
    id="adaptive-variance",
    name=Text(
        ja="RAdam が使う、適応的な学習率の分散の近似式",
        en="The approximate variance of the adaptive rate that RAdam uses",
    ),
    left=V(length),
    right=length / (2 * (length - 2)) / (length - 4),
    given=(unequal(length, 2), unequal(length, 4)),
    source="liu2020, section 4.2",
    witness="tests/reference/adam_kin.py::adaptive_variance",
)
n, spread = Variable(symbols.DEGREES), Sequence(symbols.ROOT_VARIANCE)
MEAN = length / (length - 2)
VARIANCE = 2 * length**2 / ((length - 2) ** 2 * (length - 4))

VARIANCE_BY_MOMENTS = (
    Derivation(
        id="adaptive-variance-by-moments",
        name=Text(
            ja="分散の近似式は、もとの分布の分散を平均の4倍で割ったもの",
            en="The approximate variance is that of the square, divided by four times its mean",
        ),
        given=(unequal(length, 0), unequal(length, 2), unequal(length, 4)),
        uses=("adaptive-variance",),
        source="liu2020, section 4.2",
    )
    .start(VARIANCE / (4 * MEAN))
    .by(
        algebra,
        length / (2 * (length - 2)) / (length - 4),
        because=Text(
            ja="自由度 ρ のスケールつき逆カイ2乗分布の分散と平均を代入して約分します。",
            en="Insert variance and mean of a scaled inverse chi-square distribution with ρ "
            "degrees of freedom, and cancel.",
        ),
    )
    .by(
        fold(V),
        V(length),
        because=Text(ja="RAdam の近似式です。", en="RAdam's approximation."),
    )
)
FIRST_ORDER = Cited(
    id="adaptive-variance-to-first-order",
    name=Text(
        ja="自由度が大きければ、近似式は本当の分散に近い",
        en="With many degrees of freedom the approximation comes near to the true variance",
    ),
    statement=Tends(spread[n + 5] / V(n + 5), n, as_node(1)),
    where=(
        InWords(
            (spread[n],),
            Text(
                ja=" は、自由度 n、尺度 1 の、スケールつき逆カイ2乗分布に従う数の平方根の分散",
                en=" is the variance of the root of a number, which has a scaled inverse "
                "chi-square distribution with n degrees of freedom, and scale 1",
            ),
        ),
    ),
    uses=("adaptive-variance",),
    source="liu2020, section 4.2",
    instances="tests/literature/test_rectification.py::test_the_variance_is_near_its_approximation",
)
RECTIFICATION = (
    Derivation(
        id="rectification",
        name=Text(
            ja="RAdam の補正係数は、分散の近似の比の平方根",
            en="RAdam's factor is the root of a ratio of those variances",
        ),
        given=(rho_t > 4, rho_inf > 4),
        uses=("adaptive-variance",),
        source="liu2020, section 4.2",
    )
    .start(V(rho_inf) / V(rho_t))
    .by(
        unfold(V),
        rho_inf / (2 * (rho_inf - 2)) / (rho_inf - 4) / (rho_t / (2 * (rho_t - 2)) / (rho_t - 4)),
        because=Text(
            ja="分散の近似式を代入します。",
            en="Insert the approximate variances.",
        ),
    )
    .by(
        algebra,
        (rho_t - 4) * (rho_t - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho_t),
        because=Text(
            ja="分数を整理すると、r_t の2乗になります。",
            en="Tidied up, it is the square of r_t.",
        ),
    )
)

CLAIMS = (ADAPTIVE_VARIANCE, VARIANCE_BY_MOMENTS, FIRST_ORDER, RECTIFICATION)
