"""What gradient descent does on the worked example at each learning rate, one theorem a regime."""

from __future__ import annotations

from dataclasses import dataclass

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, from_facts, instantiate, rewrite
from nnmath.proof.nodes import as_node
from nnmath.proof.statements import And, ForAll, Iff, Statement, Tends, between, equal, unequal
from nnmath.theory.convergence import ALL_CONVERGE
from nnmath.theory.gradient_descent import FACTOR, HALF, USE_CLOSED_FORM, USE_FACTOR
from nnmath.theory.vocabulary import W_, eta, t
from nnmath.theory.worked_example import UPDATES

ZERO, ONE = as_node(0), as_node(1)
ALL_ARRIVE = ForAll(W_[0], equal(W_[1], 0))

GRADIENT_DESCENT_ONE_STEP = Theorem(
    id="gradient-descent-one-step",
    name=Text(ja="1回で最小点に届く条件", en="When one update arrives"),
    statement=Iff(ALL_ARRIVE, equal(eta, HALF)),
    given=(UPDATES,),
    uses=("worked-example-loss", "gradient-descent-closed-form"),
    source="own",
    argument=(
        Have(
            statement=equal(W_[1], FACTOR**1 * W_[0]),
            by=cite("gradient-descent-closed-form", {t: ONE}),
            because=Text(ja="一般項で更新を1回とします。", en="The closed form for one update."),
        ),
        Suppose(
            title=Text(ja="⇒ どこからでも1回で届くとき", en="⇒ Every start arrives at once"),
            assume=(ALL_ARRIVE,),
            steps=(
                Have(
                    statement=ForAll(W_[0], equal(FACTOR**1 * W_[0], 0)),
                    by=rewrite,
                    because=Text(ja="一般項で書き換えます。", en="Rewrite by the closed form."),
                ),
                Have(
                    statement=equal(FACTOR**1 * 1, 0),
                    by=instantiate(W_[0], ONE),
                    because=Text(ja="重み 1 から始めます。", en="Start from the weight 1."),
                ),
                Have(
                    statement=equal(eta, HALF),
                    by=from_facts,
                    because=Text(ja="学習率について解きます。", en="Solve for the learning rate."),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 学習率が ½ のとき", en="⇐ The rate is ½"),
            assume=(equal(eta, HALF),),
            steps=(
                Have(
                    statement=equal(W_[1], 0),
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

SHRINKS = abs(W_[t + 1]) < abs(W_[t])
TENDS_TO_MINIMUM = Tends(W_[t], t, ZERO)

GRADIENT_DESCENT_OSCILLATES = Theorem(
    id="gradient-descent-oscillates",
    name=Text(ja="振動しながら収束する場合", en="When it converges with oscillations"),
    statement=And((W_[t + 1] * W_[t] < 0, SHRINKS, TENDS_TO_MINIMUM)),
    given=(UPDATES, between(HALF, eta, 1), unequal(W_[0], 0)),
    uses=(
        "worked-example-loss",
        "gradient-descent-factor",
        "gradient-descent-closed-form",
        "gradient-descent-converges",
    ),
    source="own",
    argument=(
        USE_FACTOR,
        Have(
            statement=equal(abs(W_[t + 1]), abs(FACTOR) * abs(W_[t])),
            by=from_facts,
            because=Text(
                ja="積の絶対値は、絶対値の積です。",
                en="The absolute value of a product is the product of absolute values.",
            ),
        ),
        Have(
            statement=between(-1, FACTOR, 0),
            by=from_facts,
            because=Text(ja="公比は −1 と 0 の間です。", en="The ratio is between −1 and 0."),
        ),
        USE_CLOSED_FORM,
        Have(
            statement=unequal(W_[t], 0),
            by=from_facts,
            because=Text(
                ja="出発点も公比も 0 ではありません。", en="Neither the start nor the ratio is 0."
            ),
        ),
        Have(
            statement=W_[t + 1] * W_[t] < 0,
            by=from_facts,
            because=Text(
                ja="負の数と平方の積なので、符号が毎回変わります。",
                en="A negative number times a square: the sign changes every time.",
            ),
        ),
        Have(
            statement=SHRINKS,
            by=from_facts,
            because=Text(
                ja="公比の絶対値は 1 より小さい数です。", en="The ratio is below 1 in size."
            ),
        ),
        Have(
            statement=between(0, eta, 1),
            by=from_facts,
            because=Text(ja="学習率は 0 と 1 の間です。", en="The rate is between 0 and 1."),
        ),
        Have(
            statement=ALL_CONVERGE,
            by=cite("gradient-descent-converges"),
            because=Text(ja="収束する条件です。", en="The condition for convergence."),
        ),
        Have(
            statement=TENDS_TO_MINIMUM,
            by=instantiate(W_[0], W_[0]),
            because=Text(ja="この出発点でも収束します。", en="So does this start."),
        ),
    ),
)

GRADIENT_DESCENT_TWO_CYCLE = Theorem(
    id="gradient-descent-two-cycle",
    name=Text(ja="2点を往復する場合", en="When it goes to and fro for ever"),
    statement=And((equal(W_[t + 2], W_[t]), equal(W_[t + 1], -W_[t]), unequal(W_[t + 1], W_[t]))),
    given=(UPDATES, equal(eta, 1), unequal(W_[0], 0)),
    uses=("worked-example-loss", "gradient-descent-factor", "gradient-descent-closed-form"),
    source="own",
    argument=(
        USE_FACTOR,
        Have(
            statement=equal(W_[t + 1], -W_[t]),
            by=from_facts,
            because=Text(ja="公比は −1 です。", en="The ratio is −1."),
        ),
        Have(
            statement=equal(W_[t + 2], FACTOR * W_[t + 1]),
            by=cite("gradient-descent-factor", {t: t + 1}),
            because=Text(ja="もう1回更新します。", en="Update once more."),
        ),
        Have(
            statement=equal(W_[t + 2], W_[t]),
            by=from_facts,
            because=Text(ja="元の重みに戻ります。", en="The weight is back where it was."),
        ),
        USE_CLOSED_FORM,
        Have(
            statement=unequal(W_[t], 0),
            by=from_facts,
            because=Text(ja="0 から始めてはいません。", en="The start was not 0."),
        ),
        Have(
            statement=unequal(W_[t + 1], W_[t]),
            by=from_facts,
            because=Text(
                ja="0 でない数は符号を変えると別の数になります。",
                en="A number other than 0 differs from its negative.",
            ),
        ),
    ),
)

CLAIMS = (
    GRADIENT_DESCENT_ONE_STEP,
    GRADIENT_DESCENT_OSCILLATES,
    GRADIENT_DESCENT_TWO_CYCLE,
)


@dataclass(frozen=True)
class Regime:
    """What becomes of gradient descent for the learning rates that meet a condition."""

    id: str
    name: Text
    condition: Statement
    theorem: str


REGIMES = (
    Regime(
        "converges",
        Text(ja="同じ側から収束", en="converges from one side"),
        between(0, eta, HALF),
        "gradient-descent-keeps-sign",
    ),
    Regime(
        "one-step",
        Text(ja="1回で到達", en="arrives in one step"),
        equal(eta, HALF),
        "gradient-descent-one-step",
    ),
    Regime(
        "oscillates",
        Text(ja="振動しながら収束", en="converges, oscillating"),
        between(HALF, eta, 1),
        "gradient-descent-oscillates",
    ),
    Regime(
        "two-cycle",
        Text(ja="2点の往復", en="two-cycle"),
        equal(eta, 1),
        "gradient-descent-two-cycle",
    ),
    Regime("diverges", Text(ja="発散", en="diverges"), eta > 1, "gradient-descent-diverges"),
)
