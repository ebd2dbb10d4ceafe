"""Gradient descent on the general quadratic a(W − c)² + d."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction, Suppose
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts, instantiate, limit_arithmetic, rewrite
from nnmath.proof.nodes import Derivative, as_node
from nnmath.proof.rules import algebra, differentiate, lemma, unfold, update
from nnmath.proof.statements import ForAll, Iff, Recurrence, Tends, between, equal
from nnmath.theory.vocabulary import W_, Q, W, a, c, d, eta, r, t

ZERO, ONE = as_node(0), as_node(1)
UPDATES = Recurrence(W_, t, W_[t] - eta * Q.prime(W_[t]))
FACTOR = 1 - 2 * a * eta
CLOSED_FORM = equal(W_[t], c + FACTOR**t * (W_[0] - c))
ALL_CONVERGE = ForAll(W_[0], Tends(W_[t], t, c))
ALL_ARRIVE = ForAll(W_[0], equal(W_[1], c))

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
        name=Text(ja="最小点からのずれは定数倍になる", en="The distance to the minimum is scaled"),
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
        because=Text(ja="ずれでくくります。", en="Take out the distance as a factor."),
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
                        ja="1回の更新でずれは定数倍になります。",
                        en="One update multiplies the distance by a constant.",
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

USE_CLOSED_FORM = Have(
    statement=CLOSED_FORM,
    by=cite("quadratic-closed-form"),
    because=Text(ja="一般項を使います。", en="Use the closed form."),
)

QUADRATIC_CONVERGES = Theorem(
    id="quadratic-converges",
    name=Text(ja="一般の2次関数で収束する条件", en="When it converges on the general quadratic"),
    statement=Iff(ALL_CONVERGE, between(0, eta, 1 / a)),
    given=(UPDATES, a > 0),
    uses=("quadratic-loss", "quadratic-closed-form", "geometric-convergence"),
    source="own",
    argument=(
        USE_CLOSED_FORM,
        Suppose(
            title=Text(ja="⇒ どこから始めても収束するとき", en="⇒ Every start converges"),
            assume=(ALL_CONVERGE,),
            steps=(
                Have(
                    statement=ForAll(W_[0], Tends(c + FACTOR**t * (W_[0] - c), t, c)),
                    by=rewrite,
                    because=Text(ja="一般項で書き換えます。", en="Rewrite by the closed form."),
                ),
                Have(
                    statement=Tends(c + FACTOR**t * (c + 1 - c), t, c),
                    by=instantiate(W_[0], c + 1),
                    because=Text(
                        ja="最小点から 1 だけ離れた重みから始めます。",
                        en="Start at a distance of 1 from the minimum.",
                    ),
                ),
                Have(
                    statement=Tends(FACTOR**t, t, ZERO),
                    by=rewrite,
                    because=Text(
                        ja="極限との差は 0 に収束します。",
                        en="The distance to the limit tends to 0.",
                    ),
                ),
                Have(
                    statement=abs(FACTOR) < 1,
                    by=cite("geometric-convergence", {r: FACTOR}),
                    because=Text(
                        ja="等比数列が 0 に収束する条件です。",
                        en="The condition for a geometric sequence to tend to 0.",
                    ),
                ),
                Have(
                    statement=between(0, eta, 1 / a),
                    by=from_facts,
                    because=Text(
                        ja="絶対値をはずして学習率について解きます。",
                        en="Open the absolute value and solve for the learning rate.",
                    ),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 学習率がこの範囲にあるとき", en="⇐ The rate is in this range"),
            assume=(between(0, eta, 1 / a),),
            steps=(
                Have(
                    statement=between(0, a * eta, 1),
                    by=from_facts,
                    because=Text(
                        ja="正の係数を掛けます。", en="Multiply by the positive coefficient."
                    ),
                ),
                Have(
                    statement=abs(FACTOR) < 1,
                    by=from_facts,
                    because=Text(
                        ja="公比は −1 と 1 の間にあります。", en="The ratio is between −1 and 1."
                    ),
                ),
                Have(
                    statement=Tends(FACTOR**t, t, ZERO),
                    by=cite("geometric-convergence", {r: FACTOR}),
                    because=Text(
                        ja="等比数列が 0 に収束する条件です。",
                        en="The condition for a geometric sequence to tend to 0.",
                    ),
                ),
                Have(
                    statement=Tends(c + FACTOR**t * (W_[0] - c), t, c),
                    by=limit_arithmetic,
                    because=Text(
                        ja="定数倍と和の極限です。", en="The limit of a multiple and of a sum."
                    ),
                ),
                Have(
                    statement=Tends(W_[t], t, c),
                    by=rewrite,
                    because=Text(ja="一般項から重みに戻します。", en="Back to the weight."),
                ),
                Have(
                    statement=ALL_CONVERGE,
                    by=from_facts,
                    because=Text(
                        ja="出発点については何も仮定していません。",
                        en="Nothing was assumed about the start.",
                    ),
                ),
            ),
        ),
    ),
)

QUADRATIC_ONE_STEP = Theorem(
    id="quadratic-one-step",
    name=Text(
        ja="一般の2次関数で1回で届く条件", en="When one update arrives on the general quadratic"
    ),
    statement=Iff(ALL_ARRIVE, equal(eta, 1 / (2 * a))),
    given=(UPDATES, a > 0),
    uses=("quadratic-loss", "quadratic-closed-form"),
    source="own",
    argument=(
        Have(
            statement=equal(W_[1], c + FACTOR**1 * (W_[0] - c)),
            by=cite("quadratic-closed-form", {t: ONE}),
            because=Text(ja="一般項で更新を1回とします。", en="The closed form for one update."),
        ),
        Suppose(
            title=Text(ja="⇒ どこからでも1回で届くとき", en="⇒ Every start arrives at once"),
            assume=(ALL_ARRIVE,),
            steps=(
                Have(
                    statement=ForAll(W_[0], equal(c + FACTOR**1 * (W_[0] - c), c)),
                    by=rewrite,
                    because=Text(ja="一般項で書き換えます。", en="Rewrite by the closed form."),
                ),
                Have(
                    statement=equal(c + FACTOR**1 * (c + 1 - c), c),
                    by=instantiate(W_[0], c + 1),
                    because=Text(
                        ja="最小点から 1 だけ離れた重みから始めます。",
                        en="Start at a distance of 1 from the minimum.",
                    ),
                ),
                Have(
                    statement=equal(eta, 1 / (2 * a)),
                    by=from_facts,
                    because=Text(ja="学習率について解きます。", en="Solve for the learning rate."),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 学習率がこの値のとき", en="⇐ The rate has this value"),
            assume=(equal(eta, 1 / (2 * a)),),
            steps=(
                Have(
                    statement=equal(W_[1], c),
                    by=from_facts,
                    because=Text(ja="公比が 0 になります。", en="The ratio is 0."),
                ),
                Have(
                    statement=ALL_ARRIVE,
                    by=from_facts,
                    because=Text(
                        ja="出発点については何も仮定していません。",
                        en="Nothing was assumed about the start.",
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
    QUADRATIC_CONVERGES,
    QUADRATIC_ONE_STEP,
)
