"""Gradient descent on the worked example: closed form, and what becomes of it for every η."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Have, Induction, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts, instantiate, limit_arithmetic, rewrite
from nnmath.proof.nodes import INFINITY, as_node
from nnmath.proof.rules import algebra, lemma, unfold, update
from nnmath.proof.statements import (
    ForAll,
    Iff,
    Tends,
    between,
    equal,
    unequal,
)
from nnmath.theory.vocabulary import W_, E, bound, eta, r, t, x
from nnmath.theory.worked_example import UPDATES

ZERO, ONE = as_node(0), as_node(1)
HALF = as_node("1/2")
FACTOR = 1 - 2 * eta
CLOSED_FORM = equal(W_[t], FACTOR**t * W_[0])
ALL_CONVERGE = ForAll(W_[0], Tends(W_[t], t, ZERO))

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

GRADIENT_DESCENT_CONVERGES = Theorem(
    id="gradient-descent-converges",
    name=Text(ja="収束する条件", en="When gradient descent converges"),
    statement=Iff(ALL_CONVERGE, between(0, eta, 1)),
    given=(UPDATES,),
    uses=("worked-example-loss", "gradient-descent-closed-form", "geometric-convergence"),
    source="own",
    argument=(
        Have(
            statement=CLOSED_FORM,
            by=cite("gradient-descent-closed-form"),
            because=Text(ja="一般項を使います。", en="Use the closed form."),
        ),
        Suppose(
            title=Text(ja="⇒ どこから始めても収束するとき", en="⇒ Every start converges"),
            assume=(ALL_CONVERGE,),
            steps=(
                Have(
                    statement=ForAll(W_[0], Tends(FACTOR**t * W_[0], t, ZERO)),
                    by=rewrite,
                    because=Text(ja="一般項で書き換えます。", en="Rewrite by the closed form."),
                ),
                Have(
                    statement=Tends(FACTOR**t * 1, t, ZERO),
                    by=instantiate(W_[0], ONE),
                    because=Text(ja="重み 1 から始めます。", en="Start from the weight 1."),
                ),
                Have(
                    statement=Tends(FACTOR**t, t, ZERO),
                    by=rewrite,
                    because=Text(ja="1 を掛けても変わりません。", en="A factor 1 changes nothing."),
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
                    statement=between(0, eta, 1),
                    by=from_facts,
                    because=Text(
                        ja="絶対値をはずして学習率について解きます。",
                        en="Open the absolute value and solve for the learning rate.",
                    ),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 学習率が 0 と 1 の間のとき", en="⇐ The rate is between 0 and 1"),
            assume=(between(0, eta, 1),),
            steps=(
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
                    statement=Tends(FACTOR**t * W_[0], t, ZERO),
                    by=limit_arithmetic,
                    because=Text(
                        ja="定数倍しても極限は 0 です。",
                        en="A constant factor leaves the limit at 0.",
                    ),
                ),
                Have(
                    statement=Tends(W_[t], t, ZERO),
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

GRADIENT_DESCENT_DIVERGES = Theorem(
    id="gradient-descent-diverges",
    name=Text(ja="発散する場合", en="When gradient descent diverges"),
    statement=Tends(abs(W_[t]), t, INFINITY),
    given=(UPDATES, eta > 1, unequal(W_[0], 0)),
    uses=(
        "worked-example-loss",
        "gradient-descent-closed-form",
        "bernoulli-inequality",
        "absolute-value-of-a-power",
    ),
    source="own",
    argument=(
        Have(
            statement=abs(FACTOR) > 1,
            by=from_facts,
            because=Text(ja="公比は −1 より小さくなります。", en="The ratio is below −1."),
        ),
        Have(
            statement=CLOSED_FORM,
            by=cite("gradient-descent-closed-form"),
            because=Text(ja="一般項を使います。", en="Use the closed form."),
        ),
        Have(
            statement=equal(abs(FACTOR**t), abs(FACTOR) ** t),
            by=cite("absolute-value-of-a-power", {r: FACTOR}),
            because=Text(
                ja="累乗の絶対値は、絶対値の累乗です。",
                en="The absolute value of a power is the power of the absolute value.",
            ),
        ),
        Have(
            statement=equal(abs(W_[t]), abs(FACTOR) ** t * abs(W_[0])),
            by=from_facts,
            because=Text(
                ja="積の絶対値は、絶対値の積です。",
                en="The absolute value of a product is the product of absolute values.",
            ),
        ),
        Have(
            statement=(1 + (abs(FACTOR) - 1)) ** t >= 1 + t * (abs(FACTOR) - 1),
            by=cite("bernoulli-inequality", {x: abs(FACTOR) - 1}),
            because=Text(ja="ベルヌーイの不等式を使います。", en="Bernoulli's inequality."),
        ),
        ByDefinitionOfLimit(
            statement=Tends(abs(W_[t]), t, INFINITY),
            tolerance=bound,
            threshold=bound / ((abs(FACTOR) - 1) * abs(W_[0])),
            steps=(
                Have(
                    statement=t * (abs(FACTOR) - 1) * abs(W_[0]) > bound,
                    by=from_facts,
                    because=Text(
                        ja="更新の回数をここまで大きくとれば十分です。",
                        en="That is what so many updates give.",
                    ),
                ),
                Have(
                    statement=abs(W_[t]) > bound,
                    by=from_facts,
                    because=Text(
                        ja="ベルヌーイの不等式とあわせます。",
                        en="Together with Bernoulli's inequality.",
                    ),
                ),
            ),
        ),
    ),
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
    GRADIENT_DESCENT_CONVERGES,
    GRADIENT_DESCENT_DIVERGES,
    GRADIENT_DESCENT_LOSS_CHANGE,
)
