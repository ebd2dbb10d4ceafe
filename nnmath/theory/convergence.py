"""When gradient descent on the worked example converges, and when it runs away."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, from_facts, instantiate, rewrite
from nnmath.proof.limit_inferences import limit_arithmetic
from nnmath.proof.nodes import INFINITY, as_node
from nnmath.proof.statements import And, ForAll, Iff, Tends, between, equal, unequal
from nnmath.theory.gradient_descent import FACTOR, HALF, USE_CLOSED_FORM
from nnmath.theory.vocabulary import W_, bound, eta, r, t, x
from nnmath.theory.worked_example import UPDATES

ZERO, ONE = as_node(0), as_node(1)
ALL_CONVERGE = ForAll(W_[0], Tends(W_[t], t, ZERO))
ALL_KEEP_SIGN = ForAll(W_[0], ForAll(t, W_[t] * W_[0] >= 0))

GRADIENT_DESCENT_CONVERGES = Theorem(
    id="gradient-descent-converges",
    name=Text(ja="収束する条件", en="When gradient descent converges"),
    statement=Iff(ALL_CONVERGE, between(0, eta, 1)),
    given=(UPDATES,),
    uses=("worked-example-loss", "gradient-descent-closed-form", "geometric-convergence"),
    source="own",
    argument=(
        USE_CLOSED_FORM,
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
        USE_CLOSED_FORM,
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

GRADIENT_DESCENT_KEEPS_SIGN = Theorem(
    id="gradient-descent-keeps-sign",
    name=Text(ja="符号を変えずに収束する条件", en="When it converges without changing sign"),
    statement=Iff(And((ALL_CONVERGE, ALL_KEEP_SIGN)), between(0, eta, HALF, closed="high")),
    given=(UPDATES,),
    uses=("worked-example-loss", "gradient-descent-closed-form", "gradient-descent-converges"),
    source="own",
    argument=(
        USE_CLOSED_FORM,
        Suppose(
            title=Text(
                ja="⇒ 符号を変えずに収束するとき", en="⇒ It converges without changing sign"
            ),
            assume=(ALL_CONVERGE, ALL_KEEP_SIGN),
            steps=(
                Have(
                    statement=between(0, eta, 1),
                    by=cite("gradient-descent-converges"),
                    because=Text(ja="収束する条件です。", en="The condition for convergence."),
                ),
                Have(
                    statement=ForAll(W_[0], ForAll(t, FACTOR**t * W_[0] * W_[0] >= 0)),
                    by=rewrite,
                    because=Text(ja="一般項で書き換えます。", en="Rewrite by the closed form."),
                ),
                Have(
                    statement=ForAll(t, FACTOR**t * 1 * 1 >= 0),
                    by=instantiate(W_[0], ONE),
                    because=Text(ja="重み 1 から始めます。", en="Start from the weight 1."),
                ),
                Have(
                    statement=FACTOR**1 * 1 * 1 >= 0,
                    by=instantiate(t, ONE),
                    because=Text(ja="1回目の更新を見ます。", en="Look at the first update."),
                ),
                Have(
                    statement=between(0, eta, HALF, closed="high"),
                    by=from_facts,
                    because=Text(ja="学習率について解きます。", en="Solve for the learning rate."),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 学習率が ½ 以下のとき", en="⇐ The rate is at most ½"),
            assume=(between(0, eta, HALF, closed="high"),),
            steps=(
                Have(
                    statement=between(0, eta, 1),
                    by=from_facts,
                    because=Text(ja="½ は 1 より小さい数です。", en="½ is below 1."),
                ),
                Have(
                    statement=ALL_CONVERGE,
                    by=cite("gradient-descent-converges"),
                    because=Text(ja="収束する条件です。", en="The condition for convergence."),
                ),
                Have(
                    statement=FACTOR >= 0,
                    by=from_facts,
                    because=Text(ja="公比は負になりません。", en="The ratio is not negative."),
                ),
                Have(
                    statement=W_[t] * W_[0] >= 0,
                    by=from_facts,
                    because=Text(
                        ja="負でない数の累乗と平方の積です。",
                        en="A power of a number that is not negative, times a square.",
                    ),
                ),
                Have(
                    statement=ForAll(t, W_[t] * W_[0] >= 0),
                    by=from_facts,
                    because=Text(
                        ja="更新の回数については何も仮定していません。",
                        en="Nothing was assumed about the number of updates.",
                    ),
                ),
                Have(
                    statement=ALL_KEEP_SIGN,
                    by=from_facts,
                    because=Text(
                        ja="出発点についても何も仮定していません。",
                        en="Nor about the start.",
                    ),
                ),
                Have(
                    statement=And((ALL_CONVERGE, ALL_KEEP_SIGN)),
                    by=from_facts,
                    because=Text(ja="両方が成り立ちます。", en="Both hold."),
                ),
            ),
        ),
    ),
)

CLAIMS = (GRADIENT_DESCENT_CONVERGES, GRADIENT_DESCENT_DIVERGES, GRADIENT_DESCENT_KEEPS_SIGN)
