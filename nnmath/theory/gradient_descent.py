"""Gradient descent on the worked example: one update, and t of them in closed form."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import as_node
from nnmath.proof.rules import algebra, lemma, unfold, update
from nnmath.proof.statements import (
    equal,
)
from nnmath.theory.vocabulary import W_, E, eta, t
from nnmath.theory.worked_example import UPDATES

ZERO, ONE = as_node(0), as_node(1)
HALF = as_node("1/2")
FACTOR = 1 - 2 * eta
CLOSED_FORM = equal(W_[t], FACTOR**t * W_[0])

GRADIENT_DESCENT_FACTOR = (
    Derivation(
        id="gradient-descent-factor",
        name=Text(ja="1回の更新は定数倍", en="One update multiplies by a constant"),
        given=(UPDATES,),
        uses=("worked-example-loss", "worked-example-derivative"),
        source="own",
    )
    .start(W_[t + 1])
    .by(
        update,
        W_[t] - eta * E.prime(W_[t]),
        because=Text(ja="更新則を1回使います。", en="Apply the update rule once."),
    )
    .by(
        lemma("worked-example-derivative"),
        W_[t] - eta * (2 * W_[t]),
        because=Text(ja="例題の導関数を使います。", en="Use the derivative of the example."),
    )
    .by(
        algebra,
        FACTOR * W_[t],
        because=Text(ja="重みでくくります。", en="Take out the weight as a factor."),
    )
)

GRADIENT_DESCENT_CLOSED_FORM = Theorem(
    id="gradient-descent-closed-form",
    name=Text(ja="t 回更新したあとの重み", en="The weight after t updates"),
    statement=CLOSED_FORM,
    given=(UPDATES,),
    uses=("worked-example-loss", "gradient-descent-factor"),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=CLOSED_FORM,
            base=(
                Have(
                    statement=equal(W_[0], FACTOR**0 * W_[0]),
                    by=by(algebra),
                    because=Text(
                        ja="まだ更新していないので、0 乗は 1 です。",
                        en="Nothing has been updated yet: the power 0 is 1.",
                    ),
                ),
            ),
            step=(
                Have(
                    statement=equal(W_[t + 1], FACTOR * W_[t]),
                    by=cite("gradient-descent-factor"),
                    because=Text(
                        ja="1回の更新は定数倍です。", en="One update multiplies by a constant."
                    ),
                ),
                Have(
                    statement=equal(W_[t + 1], FACTOR * (FACTOR**t * W_[0])),
                    by=from_facts,
                    because=Text(
                        ja="t 回目までの式(帰納法の仮定)を代入します。",
                        en="Insert the formula for t updates, the hypothesis of the induction.",
                    ),
                ),
                Have(
                    statement=equal(W_[t + 1], FACTOR ** (t + 1) * W_[0]),
                    by=from_facts,
                    because=Text(
                        ja="定数を1回多く掛けた形にまとめます。",
                        en="One factor more: collect the powers.",
                    ),
                ),
            ),
        ),
    ),
)

USE_CLOSED_FORM = Have(
    statement=CLOSED_FORM,
    by=cite("gradient-descent-closed-form"),
    because=Text(ja="一般項を使います。", en="Use the closed form."),
)
USE_FACTOR = Have(
    statement=equal(W_[t + 1], FACTOR * W_[t]),
    by=cite("gradient-descent-factor"),
    because=Text(ja="1回の更新は定数倍です。", en="One update multiplies by a constant."),
)

GRADIENT_DESCENT_LOSS_CHANGE = (
    Derivation(
        id="gradient-descent-loss-change",
        name=Text(ja="1回の更新による損失の変化", en="How one update changes the loss"),
        given=(UPDATES,),
        uses=("worked-example-loss", "gradient-descent-factor"),
        source="own",
    )
    .start(E(W_[t + 1]) - E(W_[t]))
    .by(
        lemma("gradient-descent-factor"),
        E(FACTOR * W_[t]) - E(W_[t]),
        because=Text(ja="1回の更新は定数倍です。", en="One update multiplies by a constant."),
    )
    .by(
        unfold(E),
        ((FACTOR * W_[t]) ** 2 + 4) - (W_[t] ** 2 + 4),
        because=Text(ja="損失の定義を代入します。", en="Insert the definition of the loss."),
    )
    .by(
        algebra,
        -4 * eta * (1 - eta) * W_[t] ** 2,
        because=Text(
            ja="展開してまとめます。定数の 4 は消えます。",
            en="Expand and collect; the constant 4 cancels.",
        ),
    )
)

CLAIMS = (
    GRADIENT_DESCENT_FACTOR,
    GRADIENT_DESCENT_CLOSED_FORM,
    GRADIENT_DESCENT_LOSS_CHANGE,
)
