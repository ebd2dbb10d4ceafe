"""Bias correction for random gradients, and what L2 becomes under Adam."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.expectation_rules import by_laws, linearity
from nnmath.proof.expectations import expectation
from nnmath.proof.indexed import total
from nnmath.proof.laws import Moments, Random
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.rules import algebra, lemma
from nnmath.proof.statements import between, equal
from nnmath.theory.adam_step_bound import g as gradients
from nnmath.theory.adam_step_bound import k
from nnmath.theory.average_length import weights
from nnmath.theory.moment_sums import beta
from nnmath.theory.optimizer_vocabulary import decay, epsilon, eta, g, theta

T = Variable(symbols.GRADIENT_COUNT)
mean_gradient = Variable(symbols.MEAN_GRADIENT)
RANGE = between(0, beta, 1)
# Alike in law, but nothing is said of their hanging together: m̂ by ages, the newest first
ALIKE = Random(gradients[k], Moments(mean_gradient))
SCALE = (1 - beta) / (beta * (1 - beta**T))


def mean(body: Node) -> Node:
    """The mean over all gradients."""
    return expectation(body, gradients)


BIAS_CORRECTION = (
    Derivation(
        id="bias-correction-in-the-mean",
        name=Text(
            ja="期待値が一定なら、補正した平均は偏らない",
            en="Where the mean stays the same, the corrected average is unbiased",
        ),
        given=(RANGE, ALIKE),
        uses=("age-weights-closed",),
        source="kingma2015, section 3",
    )
    .start(mean(SCALE * total(k, beta**k * gradients[k])))
    .by(
        linearity,
        SCALE * total(k, beta**k * mean(gradients[k])),
        because=Text(
            ja="期待値は和の中に入り、定数は外に出ます。独立でなくてもかまいません。",
            en="The mean goes inside the sum and constants come out, independent or not.",
        ),
    )
    .by(
        by_laws,
        SCALE * total(k, beta**k * mean_gradient),
        because=Text(ja="どの勾配の期待値も同じです。", en="Every gradient has the same mean."),
    )
    .by(
        algebra,
        SCALE * mean_gradient * weights(T),
        because=Text(ja="同じ期待値を和の外に出します。", en="Take that mean out of the sum."),
    )
    .by(
        lemma("age-weights-closed"),
        SCALE * mean_gradient * (beta * (1 - beta**T) / (1 - beta)),
        because=Text(ja="重みの和を使います。", en="Use the sum of the weights."),
    )
    .by(algebra, mean_gradient, because=Text(ja="約分します。", en="Cancel."))
)

SLOPE = g + decay * theta
MISTAKE_L2 = Mistake(
    id="mistake-adam-l2-is-weight-decay",
    name=Text(
        ja="Adam でも、L2 正則化は重みの減衰と同じ",
        en="Under Adam too an L2 penalty is weight decay",
    ),
    statement=equal(
        theta - eta * (SLOPE / (abs(SLOPE) + epsilon)),
        theta - eta * decay * theta - eta * (g / (abs(g) + epsilon)),
    ),
    given=(eta > 0, decay > 0, epsilon > 0),
    source="loshchilov2019, section 2",
    why=Text(
        ja="1回目の更新を比べます。正則化項の勾配も大きさで割られるため、"
        "減衰の強さが重みに比例しなくなります。",
        en="Compare the first step: the gradient of the penalty too is divided by its size, so the "
        "decay is no longer in proportion to the weight.",
    ),
    corrects="weight-decay",
)

CLAIMS = (BIAS_CORRECTION, MISTAKE_L2)
