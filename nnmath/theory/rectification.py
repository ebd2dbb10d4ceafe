"""RAdam's factor: it brings the variance of the adaptive rate down to what it is in the end.

The formula for that variance is an approximation from the paper, taken here as it stands.
"""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.nodes import Function, Variable
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import unequal
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
            ja="分散の近似式を代入します。近似であることは示していません。",
            en="Insert the approximate variances; that they are near the true ones is not shown.",
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

CLAIMS = (ADAPTIVE_VARIANCE, RECTIFICATION)
