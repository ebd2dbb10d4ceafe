"""Early stopping against an L2 penalty, on a quadratic loss of one weight, from the weight 0."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.rules import algebra, update
from nnmath.proof.statements import And, Recurrence, between, equal
from nnmath.theory.penalties import SHRUNK, alpha, penalty
from nnmath.theory.vocabulary import W_, c, eta, r, t, x

FACTOR = 1 - eta * alpha
DESCENT = Recurrence(W_, t, W_[t] - eta * (alpha * (W_[t] - c)))
FROM_ZERO = equal(W_[0], 0)
LEARNED = equal(W_[t], (1 - FACTOR**t) * c)
LEFT = FACTOR**t
# The penalty whose minimiser is W_t, without a fraction
MATCHING = equal(alpha * LEFT, penalty * (1 - LEFT))

POWER_BELOW_HYPERBOLA = Theorem(
    id="power-below-hyperbola",
    name=Text(ja="累乗は双曲線より下にある", en="A power stays below a hyperbola"),
    statement=r**t * (1 + t * (1 - r)) <= 1,
    given=(between(0, r, 1, closed="both"),),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=r**t * (1 + t * (1 - r)) <= 1,
            base=(
                Have(
                    statement=r**0 * (1 + 0 * (1 - r)) <= 1,
                    by=by(algebra),
                    because=Text(ja="左辺は 1 です。", en="The left side is 1."),
                ),
            ),
            step=(
                Have(
                    statement=equal(
                        r ** (t + 1) * (1 + (t + 1) * (1 - r)),
                        r**t * (1 + t * (1 - r)) - r**t * ((t + 1) * (1 - r) ** 2),
                    ),
                    by=by(algebra),
                    because=Text(
                        ja="t のときの式と、残りに分けます。",
                        en="Split off the expression for t.",
                    ),
                ),
                Have(
                    statement=r**t * ((t + 1) * (1 - r) ** 2) >= 0,
                    by=from_facts,
                    because=Text(ja="どの因子も負になりません。", en="No factor is negative."),
                ),
                Have(
                    statement=r ** (t + 1) * (1 + (t + 1) * (1 - r)) <= 1,
                    by=from_facts,
                    because=Text(
                        ja="負にならない量を引くだけなので、仮定から従います。",
                        en="Something that is not negative is taken off: use the hypothesis.",
                    ),
                ),
            ),
        ),
    ),
)

EARLY_STOPPING_CLOSED_FORM = Theorem(
    id="early-stopping-closed-form",
    name=Text(
        ja="0 から始めた勾配降下法が t 回の更新で学ぶ割合",
        en="How much gradient descent from 0 has learned after t updates",
    ),
    statement=LEARNED,
    given=(DESCENT, FROM_ZERO),
    source="goodfellow2016, section 7.8",
    argument=(
        Induction(
            index=t,
            statement=LEARNED,
            base=(
                Have(
                    statement=equal(W_[0], (1 - FACTOR**0) * c),
                    by=from_facts,
                    because=Text(ja="はじめの重みは 0 です。", en="The weight is 0 at the start."),
                ),
            ),
            step=(
                Have(
                    statement=equal(W_[t + 1], W_[t] - eta * (alpha * (W_[t] - c))),
                    by=by(update),
                    because=Text(ja="更新則を1回使います。", en="Apply the update rule once."),
                ),
                Have(
                    statement=equal(W_[t + 1], (1 - FACTOR ** (t + 1)) * c),
                    by=from_facts,
                    because=Text(
                        ja="仮定を代入して、最小点までの残りをまとめます。",
                        en="Insert the hypothesis and collect what is left to the minimiser.",
                    ),
                ),
            ),
        ),
    ),
)

USE_CLOSED_FORM = Have(
    statement=LEARNED,
    by=cite("early-stopping-closed-form"),
    because=Text(ja="t 回目の重みの式を使います。", en="Use the formula for t updates."),
)

EARLY_STOPPING_AS_L2 = Theorem(
    id="early-stopping-as-l2",
    name=Text(
        ja="早期終了は、ある強さの L2 正則化と同じ重みを与える",
        en="Stopping early gives the weight of an L2 penalty",
    ),
    statement=equal(W_[t], SHRUNK),
    given=(DESCENT, FROM_ZERO, alpha > 0, MATCHING, penalty >= 0),
    uses=("early-stopping-closed-form", "ridge-shrinkage"),
    source="goodfellow2016, section 7.8",
    argument=(
        USE_CLOSED_FORM,
        Have(
            statement=equal((alpha + penalty) * (1 - LEFT), alpha),
            by=from_facts,
            because=Text(
                ja="正則化の強さについての仮定を展開します。",
                en="Expand what is assumed of the strength of the penalty.",
            ),
        ),
        Have(
            statement=equal(W_[t], SHRUNK),
            by=from_facts,
            because=Text(
                ja="学んだ割合 1 − (1 − ηα)^t は、ちょうど α/(α + λ) です。",
                en="The share learned, 1 − (1 − ηα)^t, is just α/(α + λ).",
            ),
        ),
    ),
)

MATCHED = (eta > 0, alpha > 0, eta * alpha < 1, t >= 1, MATCHING)

EARLY_STOPPING_STRENGTH = Theorem(
    id="early-stopping-strength",
    name=Text(
        ja="早期終了にあたる正則化の強さは、ほぼ 1/(ηt)",
        en="Stopping after t updates is a penalty of about 1/(ηt)",
    ),
    statement=And((eta * t * penalty <= 1, eta * t * (penalty + alpha) >= 1)),
    given=MATCHED,
    uses=("power-below-hyperbola", "bernoulli-inequality"),
    source="goodfellow2016, section 7.8",
    argument=(
        Have(
            statement=LEFT * (1 + t * (1 - FACTOR)) <= 1,
            by=cite("power-below-hyperbola", {r: FACTOR}),
            because=Text(ja="累乗と双曲線を比べます。", en="Compare the power with a hyperbola."),
        ),
        Have(
            statement=(1 + (-eta * alpha)) ** t >= 1 + t * (-eta * alpha),
            by=cite("bernoulli-inequality", {x: -eta * alpha}),
            because=Text(ja="ベルヌーイの不等式です。", en="Bernoulli's inequality."),
        ),
        Have(
            statement=LEFT > 0,
            by=from_facts,
            because=Text(ja="正の数の累乗は正です。", en="A power of a positive number."),
        ),
        Have(
            statement=LEFT * (t * (eta * alpha)) > 0,
            by=from_facts,
            because=Text(ja="正の数の積です。", en="A product of positive numbers."),
        ),
        Have(
            statement=1 - LEFT > 0,
            by=from_facts,
            because=Text(
                ja="双曲線との比較から、累乗は 1 より小さくなります。",
                en="By the hyperbola the power is below 1.",
            ),
        ),
        Have(
            statement=equal(t * penalty * (1 - LEFT), t * alpha * LEFT),
            by=from_facts,
            because=Text(
                ja="λ についての仮定の両辺に t を掛けます。",
                en="Multiply both sides of what is assumed of λ by t.",
            ),
        ),
        Have(
            statement=(1 - LEFT) * (1 - eta * t * penalty) >= 0,
            by=from_facts,
            because=Text(
                ja="双曲線との比較を λ で書き換えます。",
                en="The comparison with the hyperbola, written with λ.",
            ),
        ),
        Have(
            statement=eta * t * penalty <= 1,
            by=from_facts,
            because=Text(
                ja="正の因子 1 − (1 − ηα)^t で割ります。",
                en="Divide by the positive factor 1 − (1 − ηα)^t.",
            ),
        ),
        Have(
            statement=(1 - LEFT) * (eta * t * (penalty + alpha) - 1) >= 0,
            by=from_facts,
            because=Text(
                ja="ベルヌーイの不等式を λ で書き換えます。",
                en="Bernoulli's inequality, written with λ.",
            ),
        ),
        Have(
            statement=eta * t * (penalty + alpha) >= 1,
            by=from_facts,
            because=Text(ja="同じ因子で割ります。", en="Divide by the same factor."),
        ),
    ),
)

CLAIMS = (
    POWER_BELOW_HYPERBOLA,
    EARLY_STOPPING_CLOSED_FORM,
    EARLY_STOPPING_AS_L2,
    EARLY_STOPPING_STRENGTH,
    Mistake(
        id="mistake-early-stopping-exact",
        name=Text(
            ja="早期終了は強さ 1/(ηt) の L2 正則化そのもの",
            en="Stopping early is the L2 penalty of strength 1/(ηt), exactly",
        ),
        statement=equal(eta * t * penalty, 1),
        given=MATCHED,
        source="own",
        why=Text(
            ja="1/(ηt) は目安です。正確な強さはこれより小さく、差は α より小さくなります。",
            en="1/(ηt) is a rule of thumb: the exact strength is less, by no more than α.",
        ),
        corrects="early-stopping-strength",
    ),
)
