"""Beyond the limit of stability Nesterov's method diverges on a quadratic.

There 1 − ηλ is negative, so that the product μ(1 − ηλ) of the two roots is not positive: both are
real, and the lower one is below −1.
"""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import INFINITY
from nnmath.proof.premises import from_these
from nnmath.proof.statements import Recurrence, Tends, between, equal, unequal
from nnmath.theory.momentum_divergence import (
    BELOW,
    DIVERGING,
    GROWS,
    POWERS_GROW,
    SIZE,
    START,
    along_a_root,
    root_below,
    z,
)
from nnmath.theory.momentum_forms import theta_, v_
from nnmath.theory.momentum_stability import STEP, curvature, x
from nnmath.theory.optimizer_vocabulary import mu
from nnmath.theory.vocabulary import eta, t

AHEAD = theta_[t] + mu * v_[t]
VELOCITY = mu * v_[t] - eta * curvature * AHEAD
NESTEROV = (Recurrence(v_, t, VELOCITY), Recurrence(theta_, t, theta_[t] + VELOCITY))
TRACE, DETERMINANT = (1 + mu) * (1 - STEP), mu * (1 - STEP)
# z² − (1 + μ)(1 − ηλ)z + μ(1 − ηλ) with the roots x and z, as far as they are real
ROOTS = (
    equal(mu * (x + z - x * z), x * z),
    eta > 0,
    equal(curvature, (1 - x) * (1 - z) / eta),
)
TOO_LARGE = (between(0, mu, 1, closed="low"), 2 * (1 + mu) / (1 + 2 * mu) < STEP)
NEGATIVE = 1 - STEP < 0

ALONG_A_ROOT = along_a_root(
    "nesterov-along-a-root",
    Text(
        ja="ネステロフの加速法には、根の累乗で変わる量がある",
        en="Nesterov's method has a part that goes like the powers of a root",
    ),
    NESTEROV,
    ROOTS,
    Text(
        ja="ηλ = (1 − x)(1 − z) を代入し、μ(x + z − xz) = xz を使って整理します。",
        en="Put ηλ = (1 − x)(1 − z) in, use μ(x + z − xz) = xz and collect.",
    ),
    "sutskever2013, section 2",
)
REAL_ROOTS = Theorem(
    id="nesterov-real-roots",
    name=Text(
        ja="学習率が大きすぎると、ネステロフの加速法の特性多項式の根は実数",
        en="With too large a rate the roots of Nesterov's method are real",
    ),
    statement=TRACE**2 - 4 * DETERMINANT > 0,
    given=TOO_LARGE,
    source="own",
    argument=(
        Have(
            statement=2 * (1 + mu) / (1 + 2 * mu) > 1,
            by=from_facts,
            because=Text(
                ja="分子の 2 + 2μ は分母の 1 + 2μ より大きくなっています。",
                en="2 + 2μ is more than 1 + 2μ.",
            ),
        ),
        Have(
            statement=NEGATIVE,
            by=from_facts,
            because=Text(ja="ηλ はそれより大きい数です。", en="And ηλ is larger still."),
        ),
        Have(
            statement=DETERMINANT <= 0,
            by=from_facts,
            because=Text(ja="根の積は正ではありません。", en="The roots' product is not positive."),
        ),
        Have(
            statement=TRACE**2 > 0,
            by=from_facts,
            because=Text(ja="根の和は 0 ではありません。", en="Their sum is not 0."),
        ),
        Have(
            statement=TRACE**2 - 4 * DETERMINANT > 0,
            by=from_facts,
            because=Text(ja="判別式は正です。", en="So the discriminant is positive."),
        ),
    ),
)
ROOT_BELOW = root_below(
    "nesterov-root-below",
    Text(
        ja="学習率が大きすぎると、ネステロフの加速法の根の1つは −1 より小さい",
        en="With too large a rate one of the roots of Nesterov's method is below −1",
    ),
    ROOTS,
    2 * (1 + mu) - (1 + 2 * mu) * STEP,
    TOO_LARGE,
)
DIVERGES = Theorem(
    id="nesterov-diverges",
    name=Text(
        ja="学習率が大きすぎると、ネステロフの加速法は発散する",
        en="With too large a rate Nesterov's method diverges",
    ),
    statement=Tends(SIZE, t, INFINITY),
    given=(*ROOTS, x <= z, *TOO_LARGE, *NESTEROV, unequal(START, 0)),
    uses=("nesterov-along-a-root", "nesterov-root-below", DIVERGING),
    source="own",
    argument=(
        Have(
            statement=GROWS,
            by=cite("nesterov-along-a-root"),
            because=Text(ja="根の累乗で変わる量です。", en="What goes like its powers."),
        ),
        Have(
            statement=BELOW,
            by=cite("nesterov-root-below"),
            because=Text(ja="小さいほうの根は −1 より小さくなります。", en="The lower root."),
        ),
        Have(
            statement=abs(x) > 1,
            by=from_these(BELOW),
            because=Text(ja="絶対値は 1 より大きくなります。", en="It is more than 1 in size."),
        ),
        *POWERS_GROW,
    ),
)
CLAIMS = (ALONG_A_ROOT, REAL_ROOTS, ROOT_BELOW, DIVERGES)
