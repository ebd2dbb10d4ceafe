"""Decay like 1/t: a rate that vanishes, while what it can travel has no bound."""

from __future__ import annotations

from nnmath.notation.symbols import samples
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Definition, Derivation, Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import LOG, Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import And, equal, unequal
from nnmath.theory.descent_vocabulary import eta_max, gamma, k
from nnmath.theory.logarithm_bound import x
from nnmath.theory.vocabulary import t

ZERO = as_node(0)
slowing = Tensor(samples.INVERSE_TIME_RATE, sources=(eta_max, gamma))
DECAYING = (eta_max > 0, gamma > 0)


def rate(at: Node) -> Node:
    """The learning rate after so many updates."""
    return eta_max / (1 + gamma * at)


INVERSE_TIME_SCHEDULE = Definition(
    id="inverse-time-schedule",
    name=Text(ja="更新回数に反比例する減衰", en="Inverse-time decay"),
    left=slowing[t],
    right=rate(t),
    given=(unequal(1 + gamma * t, 0),),
    source="zhang2023, section 12.11",
    witness="tests/reference/descent.py::inverse_time_rate",
)

INVERSE_TIME_BEGINS = (
    Derivation(
        id="inverse-time-begins",
        name=Text(ja="反比例する減衰のはじめ", en="Where inverse-time decay begins"),
        uses=("inverse-time-schedule",),
        source="own",
    )
    .start(slowing[0])
    .by(
        unfold(slowing),
        rate(ZERO),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(algebra, eta_max, because=Text(ja="計算します。", en="Work it out."))
)

INVERSE_TIME_FALLS = Theorem(
    id="inverse-time-falls",
    name=Text(ja="反比例する減衰は正のまま減り続ける", en="Inverse-time decay falls, above 0"),
    statement=And((rate(t) > 0, rate(t + 1) < rate(t))),
    given=DECAYING,
    source="own",
    argument=(
        Have(
            statement=rate(t) > 0,
            by=from_facts,
            because=Text(ja="分母は正です。", en="The denominator is positive."),
        ),
        Have(
            statement=rate(t + 1) < rate(t),
            by=from_facts,
            because=Text(ja="分母は増え続けます。", en="The denominator grows."),
        ),
    ),
)


def harmonic(last: Node) -> Node:
    """1 + 1/2 + … + 1/last."""
    return total(k, 1 / k, 1, last)


def above(last: Node) -> Relation:
    """The harmonic sum is at least a logarithm."""
    return harmonic(last) >= LOG(last + 1)


NEXT = (t + 2) / (t + 1)
HARMONIC_BOUND = Theorem(
    id="harmonic-sum-above-logarithm",
    name=Text(ja="1/k の和は対数より大きい", en="The sum of 1/k is above the logarithm"),
    statement=above(t),
    uses=("logarithm-bound",),
    source="hardy2008, chapter VIII",
    argument=(
        Induction(
            index=t,
            statement=above(t),
            base=(
                Have(
                    statement=above(ZERO),
                    by=by(algebra),
                    because=Text(ja="どちらの辺も 0 です。", en="Both sides are 0."),
                ),
            ),
            step=(
                Have(
                    statement=LOG(NEXT) <= NEXT - 1,
                    by=cite("logarithm-bound", {x: NEXT}),
                    because=Text(
                        ja="対数関数は接線の下にあります。",
                        en="The logarithm lies below its tangent line.",
                    ),
                ),
                Have(
                    statement=equal(LOG(NEXT), LOG(t + 2) - LOG(t + 1)),
                    by=by(algebra),
                    because=Text(
                        ja="商の対数は対数の差です。",
                        en="Of a quotient it is the difference of logarithms.",
                    ),
                ),
                Have(
                    statement=LOG(t + 2) <= LOG(t + 1) + 1 / (t + 1),
                    by=from_these(LOG(NEXT) <= NEXT - 1, equal(LOG(NEXT), LOG(t + 2) - LOG(t + 1))),
                    because=Text(ja="移項します。", en="Move a term to the other side."),
                ),
                Have(
                    statement=above(t + 1),
                    by=from_these(above(t), LOG(t + 2) <= LOG(t + 1) + 1 / (t + 1)),
                    because=Text(
                        ja="和に1項を加え、帰納法の仮定と足し合わせます。",
                        en="One term more in the sum: add the hypothesis of the induction.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    INVERSE_TIME_SCHEDULE,
    INVERSE_TIME_BEGINS,
    INVERSE_TIME_FALLS,
    HARMONIC_BOUND,
    Mistake(
        id="mistake-vanishing-terms-are-summable",
        name=Text(
            ja="0 に近づく数の和には限りがある", en="What tends to 0 adds up to something finite"
        ),
        statement=harmonic(t) <= 2,
        source="own",
        why=Text(
            ja="1/k は 0 に近づきますが、和は対数より大きく、限りなく増えます。",
            en="1/k tends to 0, but the sum is above the logarithm and grows without end.",
        ),
        corrects="harmonic-sum-above-logarithm",
    ),
)
