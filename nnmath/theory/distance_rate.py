"""Strong convexity over many updates: the distance to the minimum shrinks geometrically."""

from __future__ import annotations

from nnmath.notation.symbols import descent
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.inferences import by
from nnmath.proof.nodes import Node, Relation, Sequence, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import ForAll, between
from nnmath.theory.convex_rates import DISTANCE, GOOD_RATE, towards_best
from nnmath.theory.descent_rates import (
    SQUARE_IS_NOT_NEGATIVE,
    UPDATES,
    USE_UPDATE,
    at_next,
    use_at_next,
)
from nnmath.theory.descent_vocabulary import (
    E_,
    E_least,
    L,
    T,
    mu,
    s,
    square_of_distance,
    square_of_gradient,
)
from nnmath.theory.strong_convexity import CURVED, FACTOR, FACTOR_IS_NOT_NEGATIVE
from nnmath.theory.vocabulary import eta, t

ZERO = as_node(0)
d_ = Sequence(descent.SQUARED_DISTANCES)
# What is asked for in "distance-contracts", at every point of the way
STRONGLY_CONVEX = ForAll(
    s,
    E_[s - 1] <= E_least + towards_best(s - 1) - mu / 2 * square_of_distance(s - 1),
)
SMALL_GRADIENTS = ForAll(s, square_of_gradient(s - 1) <= 2 * L * (E_[s - 1] - E_least))
SHORT_STEP = L * eta * square_of_gradient(t) <= 2 * L * (E_[t] - E_least)
WITHOUT_L = eta * square_of_gradient(t) <= 2 * (E_[t] - E_least)
AGAIN = square_of_distance(t + 1) <= FACTOR * square_of_distance(t)


def near(index: Node) -> Relation:
    """The squared distance is at most the power of the factor times the first."""
    return square_of_distance(index) <= FACTOR**index * square_of_distance(ZERO)


MULTIPLIED = FACTOR * square_of_distance(t) <= FACTOR * (FACTOR**t * square_of_distance(ZERO))
DISTANCE_RATE = Theorem(
    id="distance-rate",
    name=Text(
        ja="強凸な損失では、最小点までの距離が等比的に縮む",
        en="On a strongly convex loss the distance shrinks geometrically",
    ),
    statement=near(T),
    given=(*GOOD_RATE, *CURVED, UPDATES, SMALL_GRADIENTS, STRONGLY_CONVEX),
    source="nesterov2018, section 2.1.5",
    argument=(
        FACTOR_IS_NOT_NEGATIVE,
        Induction(
            index=t,
            last=T,
            statement=near(t),
            base=(
                Have(
                    statement=near(ZERO),
                    by=by(algebra),
                    because=Text(ja="0 乗は 1 です。", en="The power 0 is 1."),
                ),
            ),
            step=(
                USE_UPDATE,
                Have(
                    statement=DISTANCE,
                    by=from_these(at_next(UPDATES)),
                    because=Text(
                        ja="更新後の距離の平方を展開します。",
                        en="Expand the squared distance after the update.",
                    ),
                ),
                use_at_next(
                    STRONGLY_CONVEX,
                    Text(ja="いまの点での強凸性です。", en="Strong convexity at this point."),
                ),
                use_at_next(
                    SMALL_GRADIENTS,
                    Text(
                        ja="平滑な損失の勾配は、最小値に近いほど小さくなります。",
                        en="Where a smooth loss is nearly least, its gradient is small.",
                    ),
                ),
                SQUARE_IS_NOT_NEGATIVE,
                Have(
                    statement=SHORT_STEP,
                    by=from_these(*GOOD_RATE, at_next(SMALL_GRADIENTS), square_of_gradient(t) >= 0),
                    because=Text(ja="Lη は 1 以下です。", en="Lη is at most 1."),
                ),
                Have(
                    statement=WITHOUT_L,
                    by=from_these(L > 0, SHORT_STEP),
                    because=Text(ja="L で割ります。", en="Divide by L."),
                ),
                Have(
                    statement=AGAIN,
                    by=from_these(eta > 0, DISTANCE, at_next(STRONGLY_CONVEX), WITHOUT_L),
                    because=Text(
                        ja="強凸性により、勾配の逆向きは最小点に近づく向きです。",
                        en="By strong convexity, against the gradient one comes nearer to the "
                        "minimum.",
                    ),
                ),
                Have(
                    statement=MULTIPLIED,
                    by=from_these(FACTOR >= 0, near(t)),
                    because=Text(
                        ja="帰納法の仮定に、負でない数を掛けます。",
                        en="The hypothesis of the induction times a number that is not negative.",
                    ),
                ),
                Have(
                    statement=near(t + 1),
                    by=from_these(AGAIN, MULTIPLIED),
                    because=Text(ja="2つの不等式をつなぎます。", en="Chain the two inequalities."),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    DISTANCE_RATE,
    Mistake(
        id="mistake-same-amount-every-time",
        name=Text(
            ja="距離は毎回同じ量だけ縮む", en="Every update shrinks the distance by the same amount"
        ),
        statement=d_[2] <= d_[0] - 2 * (eta * mu * d_[0]),
        given=(
            between(0, eta * mu, 1),
            d_[0] > 0,
            d_[1] <= FACTOR * d_[0],
            d_[2] <= FACTOR * d_[1],
        ),
        source="own",
        why=Text(
            ja="同じなのは量ではなく割合です。近づくほど、1回の更新で縮む量は減ります。",
            en="It is the share that stays the same: the nearer, the less one update gains.",
        ),
        corrects="distance-rate",
    ),
)
