"""Strong convexity over many updates: the distance to the minimum shrinks geometrically."""

from __future__ import annotations

from nnmath.notation.symbols import descent
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.inferences import by, instantiate
from nnmath.proof.nodes import Node, Relation, Sequence, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import ForAll, between
from nnmath.theory.descent_vocabulary import T, mu, s
from nnmath.theory.strong_convexity import FACTOR
from nnmath.theory.vocabulary import eta, t

ZERO = as_node(0)
d_ = Sequence(descent.SQUARED_DISTANCES)
# What one update does: "distance-contracts"
CONTRACTS = ForAll(s, d_[s] <= FACTOR * d_[s - 1])
RATES = (eta > 0, mu > 0, FACTOR >= 0)
AGAIN = d_[t + 1] <= FACTOR * d_[t]


def near(index: Node) -> Relation:
    """The squared distance is at most the power of the factor times the first."""
    return d_[index] <= FACTOR**index * d_[0]


MULTIPLIED = FACTOR * d_[t] <= FACTOR * (FACTOR**t * d_[0])
DISTANCE_RATE = Theorem(
    id="distance-rate",
    name=Text(
        ja="強凸な損失では、最小点までの距離が等比的に縮む",
        en="On a strongly convex loss the distance shrinks geometrically",
    ),
    statement=near(T),
    given=(*RATES, CONTRACTS),
    source="nesterov2018, section 2.1.5",
    argument=(
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
                Have(
                    statement=AGAIN,
                    by=instantiate(s, t + 1),
                    because=Text(
                        ja="次の更新でも、少なくとも同じ割合で縮みます。",
                        en="The next update shrinks it by as much at least.",
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
