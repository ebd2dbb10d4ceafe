"""Losses that curve upwards everywhere: every update takes off a fixed share of the gap."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.convex_rates import (
    FALLING_LOSS,
    GOOD_RATE,
    HALF_DECREASE,
)
from nnmath.theory.descent_rates import SMOOTH, UPDATES, at_next, use_at_next
from nnmath.theory.descent_vocabulary import (
    E_,
    E_least,
    L,
    T,
    g,
    i,
    loss_before,
    mu,
    s,
    square,
    square_of_gradient,
    w,
    w_best,
    w_stepped,
)
from nnmath.theory.vocabulary import eta, t

ZERO = as_node(0)
ALONG = total(i, g[i] * (w[i] - w_best[i]))
APART = total(i, (w[i] - w_best[i]) ** 2)
STRONGLY_CONVEX = loss_before <= E_least + ALONG - mu / 2 * APART
COMPLETED = total(i, (g[i] - mu * (w[i] - w_best[i])) ** 2)
EXPANDED = equal(COMPLETED, square(g) - 2 * mu * ALONG + mu**2 * APART)
GRADIENT_DOMINATES = loss_before - E_least <= square(g) / (2 * mu)

POLYAK_LOJASIEWICZ = Theorem(
    id="polyak-lojasiewicz-inequality",
    name=Text(ja="ポリャク・ウォヤシェヴィチの不等式", en="Polyak–Łojasiewicz inequality"),
    statement=GRADIENT_DOMINATES,
    given=(mu > 0, STRONGLY_CONVEX),
    source="boyd2004, section 9.1.2",
    argument=(
        Have(
            statement=COMPLETED >= 0,
            by=from_these(),
            because=Text(ja="平方の和です。", en="A sum of squares."),
        ),
        Have(
            statement=EXPANDED,
            by=from_these(),
            because=Text(ja="平方を展開します。", en="Expand the squares."),
        ),
        Have(
            statement=GRADIENT_DOMINATES,
            by=from_these(mu > 0, STRONGLY_CONVEX, COMPLETED >= 0, EXPANDED),
            because=Text(
                ja="損失の差は、勾配の大きさで抑えられます。",
                en="The gap is bounded by the size of the gradient.",
            ),
        ),
    ),
)

FACTOR = 1 - eta * mu
CURVED = (mu > 0, mu <= L)
DOMINATED = ForAll(s, E_[s - 1] <= E_least + square_of_gradient(s - 1) / (2 * mu))
SHRINKS = E_[t + 1] - E_least <= FACTOR * (E_[t] - E_least)
FACTOR_IS_NOT_NEGATIVE = Have(
    statement=FACTOR >= 0,
    by=from_these(*GOOD_RATE, *CURVED),
    because=Text(
        ja="η ≤ 1/L かつ μ ≤ L なので、ημ は 1 を超えません。",
        en="With η ≤ 1/L and μ ≤ L, the product ημ is at most 1.",
    ),
)


def small_gap(index: Node) -> Relation:
    """The gap is at most the power of the factor times the first gap."""
    return E_[index] - E_least <= FACTOR**index * (E_[0] - E_least)


LINEAR_RATE = Theorem(
    id="linear-rate",
    name=Text(ja="損失の差が等比的に減る", en="The gap shrinks geometrically"),
    statement=small_gap(T),
    given=(*GOOD_RATE, *CURVED, UPDATES, SMOOTH, DOMINATED),
    source="karimi2016, theorem 1",
    argument=(
        FACTOR_IS_NOT_NEGATIVE,
        Induction(
            index=t,
            last=T,
            statement=small_gap(t),
            base=(
                Have(
                    statement=small_gap(ZERO),
                    by=by(algebra),
                    because=Text(ja="0 乗は 1 です。", en="The power 0 is 1."),
                ),
            ),
            step=(
                *FALLING_LOSS,
                use_at_next(
                    DOMINATED,
                    Text(
                        ja="損失の差は、勾配の大きさで抑えられています。",
                        en="The gap is bounded by the size of the gradient.",
                    ),
                ),
                Have(
                    statement=SHRINKS,
                    by=from_these(eta > 0, mu > 0, HALF_DECREASE, at_next(DOMINATED)),
                    because=Text(
                        ja="減る量は、損失の差の ημ 倍以上です。",
                        en="The decrease is at least ημ times the gap.",
                    ),
                ),
                Have(
                    statement=FACTOR * (E_[t] - E_least)
                    <= FACTOR * (FACTOR**t * (E_[0] - E_least)),
                    by=from_these(FACTOR >= 0, small_gap(t)),
                    because=Text(
                        ja="帰納法の仮定に、負でない数を掛けます。",
                        en="The hypothesis of the induction times a number that is not negative.",
                    ),
                ),
                Have(
                    statement=small_gap(t + 1),
                    by=from_these(
                        SHRINKS,
                        FACTOR * (E_[t] - E_least) <= FACTOR * (FACTOR**t * (E_[0] - E_least)),
                    ),
                    because=Text(ja="2つの不等式をつなぎます。", en="Chain the two inequalities."),
                ),
            ),
        ),
    ),
)

STEP = ForAll(i, equal(w_stepped[i], w[i] - eta * g[i]))
SMALL_GRADIENT = square(g) <= 2 * L * (loss_before - E_least)
APART_AFTER = total(i, (w_stepped[i] - w_best[i]) ** 2)
DISTANCE = equal(APART_AFTER, APART - 2 * eta * ALONG + eta**2 * square(g))
SHORT_STEP = L * eta * square(g) <= 2 * L * (loss_before - E_least)

DISTANCE_CONTRACTS = Theorem(
    id="distance-contracts",
    name=Text(ja="最小点までの距離が縮む", en="The distance to the minimum shrinks"),
    statement=(1 - eta * mu) * APART >= APART_AFTER,
    given=(*GOOD_RATE, mu > 0, STEP, STRONGLY_CONVEX, SMALL_GRADIENT),
    source="nesterov2018, section 2.1.5",
    argument=(
        Have(
            statement=DISTANCE,
            by=from_these(STEP),
            because=Text(
                ja="更新後の距離の平方を展開します。",
                en="Expand the squared distance after the update.",
            ),
        ),
        Have(
            statement=square(g) >= 0,
            by=from_these(),
            because=Text(ja="平方の和です。", en="A sum of squares."),
        ),
        Have(
            statement=SHORT_STEP,
            by=from_these(*GOOD_RATE, SMALL_GRADIENT, square(g) >= 0),
            because=Text(
                ja="Lη は 1 以下で、平滑な損失の勾配は、最小値に近いほど小さくなります。",
                en="Lη is at most 1, and where a smooth loss is nearly least, its gradient is "
                "small.",
            ),
        ),
        Have(
            statement=eta * square(g) <= 2 * (loss_before - E_least),
            by=from_these(L > 0, SHORT_STEP),
            because=Text(ja="L で割ります。", en="Divide by L."),
        ),
        Have(
            statement=(1 - eta * mu) * APART >= APART_AFTER,
            by=from_these(
                eta > 0,
                DISTANCE,
                STRONGLY_CONVEX,
                eta * square(g) <= 2 * (loss_before - E_least),
            ),
            because=Text(
                ja="強凸性により、勾配の逆向きは最小点に近づく向きです。",
                en="By strong convexity, against the gradient one comes nearer to the minimum.",
            ),
        ),
    ),
)

CLAIMS = (POLYAK_LOJASIEWICZ, LINEAR_RATE, DISTANCE_CONTRACTS)
