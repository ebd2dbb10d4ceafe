"""Gradient descent on the general quadratic a(W − c)² + d."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import Derivative, as_node
from nnmath.proof.rules import algebra, differentiate, lemma, unfold, update
from nnmath.proof.statements import Recurrence, equal
from nnmath.theory.vocabulary import W_, Q, W, a, c, d, eta, t

ZERO, ONE = as_node(0), as_node(1)
UPDATES = Recurrence(W_, t, W_[t] - eta * Q.prime(W_[t]))
FACTOR = 1 - 2 * a * eta
CLOSED_FORM = equal(W_[t], c + FACTOR**t * (W_[0] - c))

QUADRATIC_LOSS = Definition(
    id="quadratic-loss",
    name=Text(ja="一般の2次関数の損失", en="General quadratic loss"),
    left=Q(W),
    right=a * (W - c) ** 2 + d,
    source="own",
    witness="tests/reference/gradient_descent.py::quadratic_loss",
)

QUADRATIC_DERIVATIVE = (
    Derivation(
        id="quadratic-derivative",
        name=Text(ja="一般の2次関数の導関数", en="Derivative of the general quadratic"),
        uses=("quadratic-loss",),
        source="own",
    )
    .start(Q.prime(W))
    .by(
        differentiate,
        Derivative(Q(W), W),
        because=Text(ja="導関数の別の書き方です。", en="The same derivative, written out."),
    )
    .by(
        unfold(Q),
        Derivative(a * (W - c) ** 2 + d, W),
        because=Text(ja="損失の定義を代入します。", en="Insert the definition of the loss."),
    )
    .by(
        differentiate,
        2 * a * (W - c),
        because=Text(
            ja="累乗の微分です。定数項の導関数は 0 です。",
            en="Power rule; the derivative of the constant is 0.",
        ),
    )
)

QUADRATIC_FACTOR = (
    Derivation(
        id="quadratic-factor",
        name=Text(
            ja="最小点からの隔たりは定数倍",
            en="One update scales the difference from the minimizer",
        ),
        given=(UPDATES,),
        uses=("quadratic-loss", "quadratic-derivative"),
        source="own",
    )
    .start(W_[t + 1] - c)
    .by(
        update,
        W_[t] - eta * Q.prime(W_[t]) - c,
        because=Text(ja="更新則を1回使います。", en="Apply the update rule once."),
    )
    .by(
        lemma("quadratic-derivative"),
        W_[t] - eta * (2 * a * (W_[t] - c)) - c,
        because=Text(ja="導いた導関数を使います。", en="Use the derivative just found."),
    )
    .by(
        algebra,
        FACTOR * (W_[t] - c),
        because=Text(ja="隔たりでくくります。", en="Take out the difference as a factor."),
    )
)

QUADRATIC_CLOSED_FORM = Theorem(
    id="quadratic-closed-form",
    name=Text(
        ja="一般の2次関数で t 回更新したあとの重み",
        en="The weight after t updates on the general quadratic",
    ),
    statement=CLOSED_FORM,
    given=(UPDATES,),
    uses=("quadratic-loss", "quadratic-factor"),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=CLOSED_FORM,
            base=(
                Have(
                    statement=equal(W_[0], c + FACTOR**0 * (W_[0] - c)),
                    by=by(algebra),
                    because=Text(
                        ja="まだ更新していないので、0 乗は 1 です。",
                        en="Nothing has been updated yet: the power 0 is 1.",
                    ),
                ),
            ),
            step=(
                Have(
                    statement=equal(W_[t + 1] - c, FACTOR * (W_[t] - c)),
                    by=cite("quadratic-factor"),
                    because=Text(
                        ja="1回の更新で隔たりは定数倍になります。",
                        en="One update multiplies the difference by a constant.",
                    ),
                ),
                Have(
                    statement=equal(W_[t + 1] - c, FACTOR * (FACTOR**t * (W_[0] - c))),
                    by=from_facts,
                    because=Text(
                        ja="t 回目までの式(帰納法の仮定)を代入します。",
                        en="Insert the formula for t updates, the hypothesis of the induction.",
                    ),
                ),
                Have(
                    statement=equal(W_[t + 1], c + FACTOR ** (t + 1) * (W_[0] - c)),
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

CLAIMS = (
    QUADRATIC_LOSS,
    QUADRATIC_DERIVATIVE,
    QUADRATIC_FACTOR,
    QUADRATIC_CLOSED_FORM,
)
