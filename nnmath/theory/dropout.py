"""Dropout: what a random mask does to the next weighted sum, on average and in its spread."""

from __future__ import annotations

from nnmath.notation.symbols import chance
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.expectation_rules import by_laws, linearity, variance_defined
from nnmath.proof.expectations import expectation, variance
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.laws import Bernoulli, Random
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.rules import algebra, lemma
from nnmath.proof.statements import Chain, Hypothesis, between, equal

i = Variable(chance.INPUT_INDEX)
m, w, a = (Tensor(symbol) for symbol in (chance.MASK, chance.FIXED_WEIGHTS, chance.ACTIVATIONS))
p = Variable(chance.KEEP_RATE)
KEPT: Chain = between(0, p, 1, closed="high")
MASK = Random(m[i], Bernoulli(p), independent=True)
GIVEN: tuple[Hypothesis, ...] = (KEPT, MASK)

FULL = total(i, w[i] * a[i])
INVERTED = total(i, w[i] * (m[i] * a[i] / p))
CLASSIC = total(i, w[i] * (m[i] * a[i]))
SPREAD = (1 - p) / p * total(i, (w[i] * a[i]) ** 2)


def mean(body: Node) -> Node:
    """The mean over all masks."""
    return expectation(body, m)


INVERTED_DROPOUT = (
    Derivation(
        id="inverted-dropout",
        name=Text(
            ja="学習時に 1/p 倍すれば、次の入力和の期待値は変わらない",
            en="Scaled by 1/p in training, the next weighted sum keeps its mean",
        ),
        given=GIVEN,
        source="srivastava2014",
    )
    .start(mean(INVERTED))
    .by(
        linearity,
        total(i, w[i] * (mean(m[i]) * a[i] / p)),
        because=Text(
            ja="期待値は和の中に入り、定数は外に出ます。",
            en="The mean goes inside the sum, and constants come out.",
        ),
    )
    .by(
        by_laws,
        total(i, w[i] * (p * a[i] / p)),
        because=Text(
            ja="マスクは確率 p で 1、それ以外で 0 なので、平均は p です。",
            en="The mask is 1 with probability p and else 0: its mean is p.",
        ),
    )
    .by(
        algebra,
        FULL,
        because=Text(
            ja="p が約分され、ドロップアウトなしの入力和になります。",
            en="p cancels: this is the weighted sum without dropout.",
        ),
    )
)

CLASSIC_DROPOUT = (
    Derivation(
        id="classic-dropout",
        name=Text(
            ja="学習時にそのままなら、推論時に残す確率 p を掛ける",
            en="Left unscaled in training, weights are scaled by the keep rate p at test time",
        ),
        given=GIVEN,
        source="srivastava2014",
    )
    .start(mean(CLASSIC))
    .by(
        linearity,
        total(i, w[i] * (mean(m[i]) * a[i])),
        because=Text(ja="期待値は和の中に入ります。", en="The mean goes inside the sum."),
    )
    .by(
        by_laws,
        total(i, (p * w[i]) * a[i]),
        because=Text(
            ja="マスクの平均は p です。推論時に重みを p 倍すると、この期待値に一致します。",
            en="The mean of the mask is p: at test time, weights times p give just this.",
        ),
    )
)

DROPOUT_VARIANCE = (
    Derivation(
        id="dropout-variance",
        name=Text(
            ja="ドロップアウトが次の入力和に加えるばらつき",
            en="The spread that dropout adds to the next weighted sum",
        ),
        given=GIVEN,
        uses=("inverted-dropout",),
        source="wager2013",
    )
    .start(variance(INVERTED, m))
    .by(
        variance_defined,
        mean((INVERTED - mean(INVERTED)) ** 2),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("inverted-dropout"),
        mean((INVERTED - FULL) ** 2),
        because=Text(ja="平均は求めてあります。", en="The mean is known."),
    )
    .by(
        by_laws,
        SPREAD,
        because=Text(
            ja="異なるユニットのマスクは独立なので、積の項は消えます。"
            "残るのは各マスクの分散 p(1 − p) です。",
            en="Masks of different units are independent, so mixed terms vanish; of each mask its "
            "variance p(1 − p) is left.",
        ),
    )
)

CLAIMS = (
    INVERTED_DROPOUT,
    CLASSIC_DROPOUT,
    DROPOUT_VARIANCE,
    Mistake(
        id="mistake-dropout-drop-rate",
        name=Text(ja="推論時に、落とす確率を掛ける", en="Scaling by the drop rate at test time"),
        statement=equal(mean(CLASSIC), total(i, ((1 - p) * w[i]) * a[i])),
        given=(between(0, p, 1), MASK),
        source="own",
        why=Text(
            ja="残る割合は p なので、掛けるのは残す確率です。落とす確率 1 − p ではありません。",
            en="A share p of the signal is left: the factor is the keep rate, not the drop rate "
            "1 − p.",
        ),
        corrects="classic-dropout",
    ),
    Mistake(
        id="mistake-dropout-no-noise",
        name=Text(
            ja="1/p 倍すればドロップアウトの影響は残らない",
            en="After scaling by 1/p nothing of dropout is left",
        ),
        statement=equal(variance(INVERTED, m), 0),
        given=(between(0, p, 1), MASK),
        source="own",
        why=Text(
            ja="そろうのは期待値だけです。ばらつきは残り、それが正則化として働きます。",
            en="Only the mean is restored; the spread stays, and it is what regularises.",
        ),
        corrects="dropout-variance",
    ),
)
