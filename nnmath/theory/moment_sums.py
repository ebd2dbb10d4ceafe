"""What moving averages hold: weights that decay with age, their sum, and its correction."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.nodes import Node, Relation, Sequence, Variable, as_node
from nnmath.proof.rules import algebra, lemma, update
from nnmath.proof.statements import Recurrence, between, equal
from nnmath.theory.descent_vocabulary import k
from nnmath.theory.optimizer_vocabulary import mu
from nnmath.theory.vocabulary import g, t

ZERO, ONE = as_node(0), as_node(1)
beta = Variable(symbols.AVERAGE_RATE)
g_, b_, m_ = Sequence(symbols.GRADIENTS), Sequence(symbols.BUFFERS), Sequence(symbols.MOMENTS)

BUFFER = Recurrence(b_, t, mu * b_[t] + g_[t + 1])
AVERAGE = Recurrence(m_, t, beta * m_[t] + (1 - beta) * g_[t + 1])
CONSTANT = Recurrence(m_, t, beta * m_[t] + (1 - beta) * g)
BETWEEN = between(0, beta, 1)


def aged(rate: Node, last: Node) -> Node:
    """Σ rate^(last − k) g_k: each gradient has decayed once a step."""
    return total(k, rate ** (last - k) * g_[k], 1, last)


def buffered(last: Node) -> Relation:
    """What the buffer holds."""
    return equal(b_[last], aged(mu, last))


def averaged(last: Node) -> Relation:
    """What the moving average holds."""
    return equal(m_[last], (1 - beta) * aged(beta, last))


def weighed(last: Node) -> Relation:
    """What the weights of an average add up to."""
    return equal((1 - beta) * total(k, beta ** (last - k), 1, last), 1 - beta**last)


BEGIN = Text(ja="まだ1つも足していません。", en="Nothing has been added yet.")
MOMENTUM_BUFFER_SUM = Theorem(
    id="momentum-buffer-sum",
    name=Text(ja="モメンタムがためるもの", en="What momentum has gathered"),
    statement=buffered(t),
    given=(mu > 0, equal(b_[0], 0), BUFFER),
    source="sutskever2013, section 2",
    argument=(
        Induction(
            index=t,
            statement=buffered(t),
            base=(Have(statement=buffered(ZERO), by=from_facts, because=BEGIN),),
            step=(
                Have(
                    statement=equal(b_[t + 1], mu * b_[t] + g_[t + 1]),
                    by=by(update),
                    because=Text(ja="更新則を1回使います。", en="Apply the rule once."),
                ),
                Have(
                    statement=buffered(t + 1),
                    by=from_facts,
                    because=Text(
                        ja="これまでの勾配はみなもう一度 μ 倍され、新しい勾配が加わります。",
                        en="Every gradient so far decays once more, and a new one is added.",
                    ),
                ),
            ),
        ),
    ),
)
MOVING_AVERAGE_SUM = Theorem(
    id="moving-average-sum",
    name=Text(ja="移動平均は勾配の重みつきの和", en="A moving average is a weighted sum"),
    statement=averaged(t),
    given=(beta > 0, equal(m_[0], 0), AVERAGE),
    source="kingma2015, equation 1",
    argument=(
        Induction(
            index=t,
            statement=averaged(t),
            base=(Have(statement=averaged(ZERO), by=from_facts, because=BEGIN),),
            step=(
                Have(
                    statement=equal(m_[t + 1], beta * m_[t] + (1 - beta) * g_[t + 1]),
                    by=by(update),
                    because=Text(ja="更新則を1回使います。", en="Apply the rule once."),
                ),
                Have(
                    statement=averaged(t + 1),
                    by=from_facts,
                    because=Text(
                        ja="古い重みはみな β 倍され、新しい勾配の重みは 1 − β です。",
                        en="The old weights are multiplied by β; the new gradient's is 1 − β.",
                    ),
                ),
            ),
        ),
    ),
)
MOVING_AVERAGE_WEIGHTS = Theorem(
    id="moving-average-weights",
    name=Text(
        ja="移動平均の重みの和は 1 に足りない", en="The weights of a moving average fall short of 1"
    ),
    statement=weighed(t),
    given=(beta > 0,),
    source="kingma2015, section 3",
    argument=(
        Induction(
            index=t,
            statement=weighed(t),
            base=(Have(statement=weighed(ZERO), by=from_facts, because=BEGIN),),
            step=(
                Have(
                    statement=weighed(t + 1),
                    by=from_facts,
                    because=Text(
                        ja="これまでの重みの和を β 倍し、1 − β を足します。",
                        en="Multiply the sum so far by β and add 1 − β.",
                    ),
                ),
            ),
        ),
    ),
)

UNDER_CONSTANT = equal(m_[t], (1 - beta**t) * g)
CONSTANT_GRADIENT_AVERAGE = Theorem(
    id="constant-gradient-average",
    name=Text(
        ja="勾配が一定なら、移動平均は 1 − β^t 倍に縮む",
        en="Under a constant gradient the average is 1 − β^t times it",
    ),
    statement=UNDER_CONSTANT,
    given=(equal(m_[0], 0), CONSTANT),
    source="kingma2015, section 3",
    argument=(
        Induction(
            index=t,
            statement=UNDER_CONSTANT,
            base=(Have(statement=equal(m_[0], (1 - beta**0) * g), by=from_facts, because=BEGIN),),
            step=(
                Have(
                    statement=equal(m_[t + 1], beta * m_[t] + (1 - beta) * g),
                    by=by(update),
                    because=Text(ja="更新則を1回使います。", en="Apply the rule once."),
                ),
                Have(
                    statement=equal(m_[t + 1], (1 - beta ** (t + 1)) * g),
                    by=from_facts,
                    because=Text(
                        ja="帰納法の仮定を代入してまとめます。",
                        en="Insert the hypothesis of the induction and collect.",
                    ),
                ),
            ),
        ),
    ),
)
BIAS_CORRECTION = (
    Derivation(
        id="bias-correction",
        name=Text(
            ja="補正した平均は、一定の勾配そのもの",
            en="The corrected average is the constant gradient",
        ),
        given=(between(0, beta, 1, closed="low"), t >= 1, equal(m_[0], 0), CONSTANT),
        uses=("constant-gradient-average",),
        source="kingma2015, section 3",
    )
    .start(m_[t] / (1 - beta**t))
    .by(
        lemma("constant-gradient-average"),
        (1 - beta**t) * g / (1 - beta**t),
        because=Text(ja="一定の勾配の移動平均です。", en="The average of a constant gradient."),
    )
    .by(
        algebra,
        g,
        because=Text(ja="足りない分がちょうど消えます。", en="What is lacking cancels."),
    )
)

CLAIMS = (
    MOMENTUM_BUFFER_SUM,
    MOVING_AVERAGE_SUM,
    MOVING_AVERAGE_WEIGHTS,
    CONSTANT_GRADIENT_AVERAGE,
    BIAS_CORRECTION,
)
