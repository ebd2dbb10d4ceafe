"""How long the steps of momentum and AdaGrad are under a gradient that does not change."""

from __future__ import annotations

from collections.abc import Callable

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.inferences import by, cite, from_facts, rewrite
from nnmath.proof.limit_inferences import limit_arithmetic
from nnmath.proof.nodes import SQRT, Node, Relation, Sequence, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, insert, lemma, update
from nnmath.proof.statements import Recurrence, Tends, between, equal
from nnmath.theory.moment_sums import b_
from nnmath.theory.momentum_forms import ONCE
from nnmath.theory.optimizer_vocabulary import eta, g, mu, r
from nnmath.theory.vocabulary import r as ratio
from nnmath.theory.vocabulary import t

ZERO = as_node(0)
r_ = Sequence(symbols.SQUARED_SUMS)
POSITIVE_GRADIENT = g > 0
OUT_OF_ROOT = Text(ja="正の数の平方を根号の外に出します。", en="Take the square out of the root.")


def by_rule(
    rule: Recurrence, reached: Callable[[Node], Relation], first: Text, next_: Text
) -> Induction:
    """What a rule makes of its start, by induction on the steps.

    Args:
        rule: From one member to the next.
        reached: What is shown of a step.
        first: Why it holds of the start.
        next_: Why it goes on.
    """
    once = equal(rule.sequence[t + 1], rule.following)
    return Induction(
        index=t,
        statement=reached(t),
        base=(Have(statement=reached(ZERO), by=from_facts, because=first),),
        step=(
            Have(statement=once, by=by(update), because=ONCE),
            Have(statement=reached(t + 1), by=from_facts, because=next_),
        ),
    )


# Momentum

SAME_GRADIENT = Recurrence(b_, t, mu * b_[t] + g)


def gathers(at: Node) -> Relation:
    """How much momentum has gathered."""
    return equal((1 - mu) * b_[at], (1 - mu**at) * g)


gathered = gathers(t)
SLOW = between(0, mu, 1, closed="low")
GATHERS = Theorem(
    id="momentum-under-constant-gradient",
    name=Text(
        ja="勾配が一定のときに、モメンタムがためるもの",
        en="What momentum gathers under a constant gradient",
    ),
    statement=gathered,
    given=(equal(b_[0], 0), SAME_GRADIENT),
    source="goodfellow2016, section 8.3.2",
    argument=(
        by_rule(
            SAME_GRADIENT,
            gathers,
            Text(ja="まだ何もたまっていません。", en="Nothing is gathered yet."),
            Text(
                ja="帰納法の仮定を代入してまとめます。",
                en="Insert the hypothesis of the induction and collect.",
            ),
        ),
    ),
)
IN_THE_END = eta * g / (1 - mu)
EFFECTIVE = Theorem(
    id="momentum-effective-step",
    name=Text(
        ja="勾配が一定なら、モメンタムの歩幅は 1/(1 − μ) 倍に近づく",
        en="Under a constant gradient momentum makes the step 1/(1 − μ) times as long",
    ),
    statement=Tends(eta * b_[t], t, IN_THE_END),
    given=(SLOW, equal(b_[0], 0), SAME_GRADIENT),
    uses=("momentum-under-constant-gradient", "geometric-convergence"),
    source="goodfellow2016, section 8.3.2",
    argument=(
        Have(
            statement=abs(mu) < 1,
            by=from_these(SLOW),
            because=Text(ja="μ は 0 以上 1 未満です。", en="μ lies between 0 and 1."),
        ),
        Have(
            statement=Tends(mu**t, t, ZERO),
            by=cite("geometric-convergence", {ratio: mu}),
            because=Text(ja="等比数列の極限です。", en="The limit of a geometric sequence."),
        ),
        Have(
            statement=gathered,
            by=cite("momentum-under-constant-gradient"),
            because=Text(ja="たまるものの式です。", en="What is gathered."),
        ),
        Have(
            statement=equal(eta * b_[t], eta * g / (1 - mu) * (1 - mu**t)),
            by=from_these(SLOW, gathered),
            because=Text(ja="1 − μ で割り、η を掛けます。", en="Divide by 1 − μ, multiply by η."),
        ),
        Have(
            statement=Tends(eta * g / (1 - mu) * (1 - mu**t), t, IN_THE_END),
            by=limit_arithmetic,
            because=Text(ja="累乗は 0 に近づきます。", en="The power tends to 0."),
        ),
        Have(
            statement=Tends(eta * b_[t], t, IN_THE_END),
            by=rewrite,
            because=Text(ja="同じ数列です。", en="The same sequence."),
        ),
    ),
)

# AdaGrad

ADDED = Recurrence(r_, t, r_[t] + g**2)


def accumulates(at: Node) -> Relation:
    """What AdaGrad's accumulator has come to."""
    return equal(r_[at], at * g**2)


ACCUMULATED = accumulates(t)
ACCUMULATES = Theorem(
    id="adagrad-accumulates",
    name=Text(
        ja="勾配が一定なら、AdaGrad の累積値は回数に比例する",
        en="Under a constant gradient AdaGrad's accumulator grows in proportion to the steps",
    ),
    statement=ACCUMULATED,
    given=(equal(r_[0], 0), ADDED),
    source="duchi2011, section 3",
    argument=(
        by_rule(
            ADDED,
            accumulates,
            Text(ja="0 から始まります。", en="It begins with 0."),
            Text(ja="もう1つ加わりました。", en="One more has been added."),
        ),
    ),
)
ADAGRAD_STEP = (
    Derivation(
        id="adagrad-effective-step",
        name=Text(
            ja="勾配が一定なら、AdaGrad の歩幅は η/√t",
            en="Under a constant gradient AdaGrad's step is η/√t",
        ),
        given=(t >= 1, POSITIVE_GRADIENT, equal(r, g**2 * t)),
        uses=("root-scales",),
        source="duchi2011, section 3",
    )
    .start(eta * g / SQRT(r))
    .by(
        insert,
        eta * g / SQRT(g**2 * t),
        because=Text(ja="累積値を代入します。", en="Insert the accumulator."),
    )
    .by(lemma("root-scales"), eta * g / (g * SQRT(t)), because=OUT_OF_ROOT)
    .by(
        algebra,
        eta / SQRT(t),
        because=Text(
            ja="勾配の大きさは消え、回数の平方根が残ります。",
            en="The size of the gradient cancels; the root of the number of steps stays.",
        ),
    )
)
AFTER_ADDING = r + g**2
ADAGRAD_BOUND = Theorem(
    id="adagrad-step-below-rate",
    name=Text(
        ja="AdaGrad の1歩は学習率を超えない", en="No step of AdaGrad is longer than the rate"
    ),
    statement=(eta * g / SQRT(AFTER_ADDING)) ** 2 <= eta**2,
    given=(r >= 0, g**2 > 0),
    source="duchi2011, section 3",
    argument=(
        Have(
            statement=eta**2 * g**2 / AFTER_ADDING <= eta**2,
            by=from_these(r >= 0, g**2 > 0),
            because=Text(
                ja="分母の累積値は、いまの勾配の平方をもう含んでいます。",
                en="The accumulator already holds the square of this gradient.",
            ),
        ),
        Have(
            statement=(eta * g / SQRT(AFTER_ADDING)) ** 2 <= eta**2,
            by=from_facts,
            because=Text(ja="平方根を平方にします。", en="Square the root."),
        ),
    ),
)

CLAIMS = (
    GATHERS,
    EFFECTIVE,
    ACCUMULATES,
    ADAGRAD_STEP,
    ADAGRAD_BOUND,
    Mistake(
        id="mistake-momentum-keeps-the-step",
        name=Text(
            ja="モメンタムを加えても、歩幅は同じ",
            en="With momentum the step is as long as before",
        ),
        statement=equal(eta * b_[2], eta * g),
        given=(eta > 0, mu > 0, mu < 1, POSITIVE_GRADIENT, equal(b_[0], 0), SAME_GRADIENT),
        source="own",
        why=Text(
            ja="同じ向きの勾配はたまります。μ が 0.9 なら、学習率は実質 10 倍です。",
            en="Gradients of one direction gather: with μ = 0.9 the rate is ten times as large "
            "in effect.",
        ),
        corrects="momentum-effective-step",
    ),
)
