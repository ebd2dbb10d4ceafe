"""How small the gradient becomes in T updates, of a loss below a parabola at every update."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by, cite, instantiate
from nnmath.proof.nodes import Node, Operand, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import ForAll, Statement, equal
from nnmath.proof.substitution import substitute_in
from nnmath.theory.descent_vocabulary import (
    E_,
    E_least,
    L,
    T,
    g_path,
    i,
    k,
    m,
    s,
    square_of_gradient,
    w_path,
)
from nnmath.theory.vocabulary import eta, t

ZERO = as_node(0)
UPDATES = ForAll(s, ForAll(i, equal(w_path[s, i], w_path[s - 1, i] - eta * g_path[s - 1, i])))
STEP = w_path[s, i] - w_path[s - 1, i]
SMOOTH = ForAll(
    s,
    E_[s] <= E_[s - 1] + total(i, g_path[s - 1, i] * STEP) + L / 2 * total(i, STEP**2),
)
DECREASE = eta * (1 - L * eta / 2)


def at_next(hypothesis: ForAll) -> Statement:
    """What a hypothesis on every update says of update t + 1."""
    return substitute_in(hypothesis.statement, {s: t + 1})


def use_at_next(hypothesis: ForAll, because: Text) -> Have:
    """A hypothesis on every update, at update t + 1."""
    return Have(statement=at_next(hypothesis), by=instantiate(s, t + 1), because=because)


USE_UPDATE = use_at_next(UPDATES, Text(ja="次の更新を考えます。", en="Look at the next update."))
USE_SMOOTHNESS = use_at_next(
    SMOOTH, Text(ja="この更新での平滑さです。", en="Smoothness at this update.")
)
LEMMA = E_[t + 1] <= E_[t] - DECREASE * square_of_gradient(t)
USE_LEMMA = Have(
    statement=LEMMA,
    by=from_these(at_next(UPDATES), at_next(SMOOTH)),
    because=Text(
        ja="更新則を代入すると、降下補題と同じ式になります。",
        en="With the update inserted, this is the descent lemma.",
    ),
)
SQUARE_IS_NOT_NEGATIVE = Have(
    statement=square_of_gradient(t) >= 0,
    by=from_these(),
    because=Text(ja="平方の和です。", en="A sum of squares."),
)


def sum_of_squares(last: Operand) -> Node:
    """Σ ‖g_{k−1}‖² over the first updates."""
    return total(k, square_of_gradient(k - 1), 1, last)


def bounded(last: Node) -> Relation:
    """What the first updates have won is no more than what the loss has lost."""
    return DECREASE * sum_of_squares(last) <= E_[0] - E_[last]


SUM_OF_GRADIENTS = Theorem(
    id="sum-of-squared-gradients",
    name=Text(ja="勾配の平方の和", en="Sum of the squared gradients"),
    statement=bounded(T),
    given=(UPDATES, SMOOTH),
    source="nesterov2018, section 1.2.3",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=bounded(t),
            base=(
                Have(
                    statement=bounded(ZERO),
                    by=by(algebra),
                    because=Text(ja="空の和は 0 です。", en="An empty sum is 0."),
                ),
            ),
            step=(
                USE_UPDATE,
                USE_SMOOTHNESS,
                USE_LEMMA,
                Have(
                    statement=bounded(t + 1),
                    by=from_these(LEMMA, bounded(t)),
                    because=Text(
                        ja="和に1項を加え、帰納法の仮定と足し合わせます。",
                        en="One term more in the sum: add the hypothesis of the induction.",
                    ),
                ),
            ),
        ),
    ),
)

BEST_RATE = equal(eta, 1 / L)
ABOVE = E_[T] >= E_least
NEVER_BELOW = ForAll(s, m <= square_of_gradient(s - 1))


def each_adds(last: Node) -> Relation:
    """A sum is at least its number of terms times what no term falls below."""
    return sum_of_squares(last) >= last * m


LEAST_GRADIENT = Theorem(
    id="least-squared-gradient",
    name=Text(ja="最も小さい勾配の大きさ", en="Size of the smallest gradient"),
    statement=m <= 2 * L * (E_[0] - E_least) / T,
    given=(UPDATES, SMOOTH, NEVER_BELOW, L > 0, BEST_RATE, ABOVE),
    uses=("sum-of-squared-gradients",),
    source="nesterov2018, section 1.2.3",
    argument=(
        Have(
            statement=bounded(T),
            by=cite("sum-of-squared-gradients"),
            because=Text(ja="勾配の平方の和の評価です。", en="The bound of the sum."),
        ),
        Have(
            statement=sum_of_squares(T) <= 2 * L * (E_[0] - E_least),
            by=from_these(L > 0, BEST_RATE, ABOVE, bounded(T)),
            because=Text(
                ja="学習率 1/L では、減少の保証は 1/(2L) です。",
                en="At the rate 1/L the guarantee is 1/(2L).",
            ),
        ),
        Induction(
            index=t,
            last=T,
            statement=each_adds(t),
            base=(
                Have(
                    statement=each_adds(ZERO),
                    by=by(algebra),
                    because=Text(ja="空の和は 0 です。", en="An empty sum is 0."),
                ),
            ),
            step=(
                use_at_next(
                    NEVER_BELOW,
                    Text(ja="この更新の勾配も m 以上です。", en="This gradient counts m or more."),
                ),
                Have(
                    statement=each_adds(t + 1),
                    by=from_these(each_adds(t), at_next(NEVER_BELOW)),
                    because=Text(ja="和に1項を加えます。", en="One term more in the sum."),
                ),
            ),
        ),
        Have(
            statement=m <= 2 * L * (E_[0] - E_least) / T,
            by=from_these(L > 0, sum_of_squares(T) <= 2 * L * (E_[0] - E_least), each_adds(T)),
            because=Text(ja="更新の総数で割ります。", en="Divide by the number of updates."),
        ),
    ),
)

CLAIMS = (SUM_OF_GRADIENTS, LEAST_GRADIENT)
