"""When gradient descent on the general quadratic converges, and when it arrives at once."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, from_facts, instantiate, rewrite
from nnmath.proof.limit_inferences import limit_arithmetic
from nnmath.proof.nodes import as_node
from nnmath.proof.statements import ForAll, Iff, Tends, between, equal, unequal
from nnmath.theory.quadratic import CLOSED_FORM, FACTOR, UPDATES
from nnmath.theory.vocabulary import W_, a, c, eta, r, t

ZERO, ONE = as_node(0), as_node(1)
ALL_CONVERGE = ForAll(W_[0], Tends(W_[t], t, c))
ALL_ARRIVE = ForAll(W_[0], equal(W_[1], c))

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
                        en="Start at a distance of 1 from the minimizer.",
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
    given=(UPDATES, unequal(a, 0)),
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
                        ja="c から 1 だけ離れた重みから始めます。",
                        en="Start at a distance of 1 from c.",
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

CLAIMS = (QUADRATIC_CONVERGES, QUADRATIC_ONE_STEP)
