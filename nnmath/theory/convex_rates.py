"""How fast gradient descent comes down a convex loss: the gap to the least loss falls like 1/T."""

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
from nnmath.theory.descent_rates import (
    DECREASE,
    LEMMA,
    SMOOTH,
    SQUARE_IS_NOT_NEGATIVE,
    UPDATES,
    USE_LEMMA,
    USE_SMOOTHNESS,
    USE_UPDATE,
    at_next,
    use_at_next,
)
from nnmath.theory.descent_vocabulary import (
    E_,
    E_least,
    L,
    T,
    g_path,
    i,
    s,
    square_of_distance,
    square_of_gradient,
    w_best,
    w_path,
)
from nnmath.theory.vocabulary import eta, t

ZERO = as_node(0)
SMALL_RATE = eta <= 1 / L
GOOD_RATE = (L > 0, eta > 0, SMALL_RATE)


def towards_best(index: Node) -> Node:
    """How steeply the loss falls from a point of the way towards the best one."""
    return total(i, g_path[index, i] * (w_path[index, i] - w_best[i]))


CONVEX = ForAll(
    s,
    E_[s - 1] <= E_least + towards_best(s - 1),
)
HALF_DECREASE = E_[t + 1] <= E_[t] - eta / 2 * square_of_gradient(t)
FALLS = E_[t + 1] <= E_[t]
GUARANTEE = eta / 2 <= DECREASE

DISTANCE = equal(
    square_of_distance(t + 1),
    square_of_distance(t) - 2 * eta * towards_best(t) + eta**2 * square_of_gradient(t),
)
GAP = E_[t + 1] - E_least <= (square_of_distance(t) - square_of_distance(t + 1)) / (2 * eta)


def potential(index: Node) -> Node:
    """t (E_t − E*) + ‖w_t − w*‖²/(2η), which no update raises."""
    return index * (E_[index] - E_least) + square_of_distance(index) / (2 * eta)


def no_higher(index: Node) -> Relation:
    """The potential is at most what it was at the start."""
    return potential(index) <= square_of_distance(0) / (2 * eta)


FALLING_LOSS = (
    USE_UPDATE,
    USE_SMOOTHNESS,
    USE_LEMMA,
    SQUARE_IS_NOT_NEGATIVE,
    Have(
        statement=GUARANTEE,
        by=from_these(*GOOD_RATE),
        because=Text(
            ja="学習率が 1/L 以下なら、かっこの中は ½ 以上です。",
            en="With a rate of at most 1/L the bracket is at least ½.",
        ),
    ),
    Have(
        statement=HALF_DECREASE,
        by=from_these(LEMMA, SQUARE_IS_NOT_NEGATIVE.statement, GUARANTEE),
        because=Text(
            ja="この更新で損失は少なくともこれだけ減ります。", en="So much, at least, is won."
        ),
    ),
)

CONVEX_RATE = Theorem(
    id="convex-rate",
    name=Text(ja="凸な損失での収束の速さ", en="Rate of convergence on a convex loss"),
    statement=E_[T] - E_least <= square_of_distance(0) / (2 * eta * T),
    given=(UPDATES, SMOOTH, CONVEX, *GOOD_RATE),
    source="nesterov2018, section 2.1.5",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=no_higher(t),
            base=(
                Have(
                    statement=no_higher(ZERO),
                    by=by(algebra),
                    because=Text(
                        ja="はじめは、距離の項だけです。",
                        en="At the start only the distance counts.",
                    ),
                ),
            ),
            step=(
                *FALLING_LOSS,
                Have(
                    statement=FALLS,
                    by=from_these(eta > 0, HALF_DECREASE, SQUARE_IS_NOT_NEGATIVE.statement),
                    because=Text(ja="損失は増えません。", en="The loss does not rise."),
                ),
                use_at_next(
                    CONVEX,
                    Text(
                        ja="凸なので、損失は接平面より下に来ません。最小点で比べます。",
                        en="Convexity: the loss lies above its tangent plane, at the minimum too.",
                    ),
                ),
                Have(
                    statement=DISTANCE,
                    by=from_these(at_next(UPDATES)),
                    because=Text(
                        ja="更新後の距離の平方を展開します。",
                        en="Expand the squared distance after the update.",
                    ),
                ),
                Have(
                    statement=GAP,
                    by=from_these(eta > 0, HALF_DECREASE, DISTANCE, at_next(CONVEX)),
                    because=Text(
                        ja="損失の差は、距離の平方の減り方で抑えられます。",
                        en="The gap is bounded by how much the squared distance shrinks.",
                    ),
                ),
                Have(
                    statement=no_higher(t + 1),
                    by=from_these(eta > 0, GAP, FALLS, no_higher(t)),
                    because=Text(
                        ja="損失が増えないことと、帰納法の仮定をあわせます。",
                        en="Add that the loss does not rise, and the hypothesis of the induction.",
                    ),
                ),
            ),
        ),
        Have(
            statement=square_of_distance(T) >= 0,
            by=from_these(),
            because=Text(ja="平方の和です。", en="A sum of squares."),
        ),
        Have(
            statement=E_[T] - E_least <= square_of_distance(0) / (2 * eta * T),
            by=from_these(eta > 0, no_higher(T), square_of_distance(T) >= 0),
            because=Text(ja="更新の総数で割ります。", en="Divide by the number of updates."),
        ),
    ),
)

CLAIMS = (CONVEX_RATE,)
