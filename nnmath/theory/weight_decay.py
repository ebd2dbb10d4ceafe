"""Weight decay against an L2 penalty: the same for plain descent, not the same with momentum."""

from __future__ import annotations

from nnmath.notation.symbols import regularisation
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.inferences import by
from nnmath.proof.nodes import Derivative, Function, Variable
from nnmath.proof.rules import algebra, differentiate
from nnmath.proof.statements import between, equal
from nnmath.theory.penalties import HALF, penalty
from nnmath.theory.vocabulary import W, eta

mu = Variable(regularisation.MOMENTUM_FACTOR)
g1 = Variable(regularisation.FIRST_GRADIENT)
g2 = Variable(regularisation.SECOND_GRADIENT)
L = Function(regularisation.ANY_LOSS)

WEIGHT_DECAY = (
    Derivation(
        id="weight-decay",
        name=Text(
            ja="勾配降下法では、L2 正則化は重みの減衰になる",
            en="In plain gradient descent an L2 penalty is weight decay",
        ),
        source="krogh1992",
    )
    .start(W - eta * Derivative(L(W) + HALF * penalty * W**2, W))
    .by(
        differentiate,
        W - eta * (L.prime(W) + penalty * W),
        because=Text(ja="正則化項の勾配は λW です。", en="The gradient of the penalty is λW."),
    )
    .by(
        algebra,
        (1 - eta * penalty) * W - eta * L.prime(W),
        because=Text(
            ja="重みをまず 1 − ηλ 倍してから、もとの損失の勾配で更新するのと同じです。",
            en="That is to shrink the weight by the factor 1 − ηλ, and to step by the gradient of "
            "the loss alone.",
        ),
    )
)

# Two updates with momentum, from a standstill
PENALISED_MOMENTUM = g1 + penalty * W
PENALISED_WEIGHT = W - eta * PENALISED_MOMENTUM
PENALISED = PENALISED_WEIGHT - eta * (mu * PENALISED_MOMENTUM + (g2 + penalty * PENALISED_WEIGHT))
DECAYED_WEIGHT = (1 - eta * penalty) * W - eta * g1
DECAYED = (1 - eta * penalty) * DECAYED_WEIGHT - eta * (mu * g1 + g2)

DECAY_WITH_MOMENTUM = Theorem(
    id="decay-with-momentum",
    name=Text(
        ja="慣性項があると、L2 正則化と重みの減衰は2回目の更新から異なる",
        en="With momentum, an L2 penalty and weight decay part at the second update",
    ),
    statement=equal(PENALISED - DECAYED, -eta * mu * penalty * W),
    source="loshchilov2019",
    argument=(
        Have(
            statement=equal(PENALISED_WEIGHT, DECAYED_WEIGHT),
            by=by(algebra),
            because=Text(
                ja="1回目は慣性がまだ無いので、どちらも同じ重みになります。",
                en="At the first update there is no momentum yet: both give the same weight.",
            ),
        ),
        Have(
            statement=equal(PENALISED - DECAYED, -eta * mu * penalty * W),
            by=by(algebra),
            because=Text(
                ja="L2 正則化では、1回目の λW も慣性に残って2回目の更新に加わります。",
                en="With the penalty, the first λW stays in the momentum and acts once more.",
            ),
        ),
    ),
)

CLAIMS = (
    WEIGHT_DECAY,
    DECAY_WITH_MOMENTUM,
    Mistake(
        id="mistake-decay-with-momentum",
        name=Text(
            ja="慣性項があっても L2 正則化と重みの減衰は同じ",
            en="An L2 penalty is weight decay, with momentum too",
        ),
        statement=equal(PENALISED, DECAYED),
        given=(eta > 0, penalty > 0, between(0, mu, 1)),
        source="own",
        why=Text(
            ja="正則化項の勾配は慣性にも積もります。減衰は慣性に積もりません。",
            en="The penalty's gradient gathers in the momentum; decay does not.",
        ),
        corrects="decay-with-momentum",
    ),
    Mistake(
        id="mistake-decay-without-rate",
        name=Text(ja="減衰の係数から学習率を落とす", en="The decay without the learning rate"),
        statement=equal(W - eta * (L.prime(W) + penalty * W), (1 - penalty) * W - eta * L.prime(W)),
        given=(between(0, eta, 1), penalty > 0),
        source="own",
        why=Text(
            ja="L2 正則化の強さ λ にあたる減衰の係数は λ ではなく ηλ です。",
            en="The decay that amounts to an L2 penalty of strength λ is ηλ, not λ.",
        ),
        corrects="weight-decay",
    ),
)
