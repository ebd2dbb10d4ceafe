"""The momentum and the rate at which the heavy ball is fastest on a quadratic."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.rules import algebra
from nnmath.proof.statements import equal
from nnmath.theory.momentum_stability import curvature
from nnmath.theory.vocabulary import t

# p = √L and q = √m, so that no roots stand in the way
p, q = Variable(symbols.ROOT_OF_LARGEST), Variable(symbols.ROOT_OF_LEAST)
BEST_RATE = 4 / (p + q) ** 2
BEST_MOMENTUM = ((p - q) / (p + q)) ** 2
TRACE = 1 + BEST_MOMENTUM - BEST_RATE * curvature
GAP = 16 * (p**2 - curvature) * (curvature - q**2) / (p + q) ** 4

BEST_HEAVY_BALL = Theorem(
    id="best-heavy-ball",
    name=Text(
        ja="最もよい慣性項では、すべての根の大きさが √μ にそろう",
        en="With the best momentum every root has the size √μ",
    ),
    statement=TRACE**2 <= 4 * BEST_MOMENTUM,
    given=(q > 0, p >= q, curvature >= q**2, curvature <= p**2),
    source="polyak1964",
    argument=(
        Have(
            statement=equal(4 * BEST_MOMENTUM - TRACE**2, GAP),
            by=by(algebra),
            because=Text(ja="通分して因数に分けます。", en="Over one denominator it factors."),
        ),
        Have(
            statement=(p**2 - curvature) * (curvature - q**2) >= 0,
            by=from_facts,
            because=Text(
                ja="曲がり具合は最小と最大の間です。", en="The curvature lies between the extremes."
            ),
        ),
        Have(
            statement=GAP >= 0,
            by=from_facts,
            because=Text(ja="分母は正です。", en="The denominator is positive."),
        ),
        Have(
            statement=TRACE**2 <= 4 * BEST_MOMENTUM,
            by=from_facts,
            because=Text(
                ja="判別式が正ではないので、2つの根の積 μ がそれぞれの大きさの平方です。",
                en="The discriminant is not positive: the product μ of the two roots is the square "
                "of the size of each.",
            ),
        ),
    ),
)
RATE = (p - q) / (p + q)
AT_THE_END = 1 + BEST_MOMENTUM - BEST_RATE * q**2


def growing(index: Node) -> Node:
    """t ρ^t."""
    return index * RATE**index


SOLVED = equal(growing(t + 2), AT_THE_END * growing(t + 1) - BEST_MOMENTUM * growing(t))
DEFECTIVE = Theorem(
    id="best-heavy-ball-defective",
    name=Text(
        ja="最もよい慣性項では、端の曲がり具合で誤差が t·ρ^t の形になる",
        en="With the best momentum errors like t·ρ^t appear at the ends",
    ),
    statement=SOLVED,
    given=(q > 0, p > q),
    source="own",
    argument=(
        Have(
            statement=equal(AT_THE_END, 2 * RATE),
            by=by(algebra),
            because=Text(
                ja="根の和は、重なった根の2倍です。",
                en="The sum of the roots is twice the double root.",
            ),
        ),
        Have(
            statement=SOLVED,
            by=by(algebra),
            because=Text(
                ja="t + 2 = 2(t + 1) − t なので、t·ρ^t も漸化式をみたします。",
                en="As t + 2 = 2(t + 1) − t, t·ρ^t obeys the recurrence too.",
            ),
        ),
    ),
)

CLAIMS = (BEST_HEAVY_BALL, DEFECTIVE)
