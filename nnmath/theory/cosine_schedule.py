"""A learning rate that follows half a wave of the cosine, from the largest to the last rate."""

from __future__ import annotations

from nnmath.notation.symbols import samples
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Mistake, Theorem
from nnmath.proof.cosine import cosine_falls
from nnmath.proof.indexed import Tensor
from nnmath.proof.inferences import from_facts
from nnmath.proof.nodes import Node, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.special import COS, PI
from nnmath.proof.statements import And, between, equal
from nnmath.theory.descent_vocabulary import T, eta_max
from nnmath.theory.vocabulary import t

last_rate = Variable(samples.LAST_RATE)
cosine = Tensor(samples.COSINE_RATE, sources=(eta_max, last_rate, T))
ZERO = as_node(0)


def wave(at: Node) -> Node:
    """From 1 down to −1."""
    return COS(PI * at / T)


def rate(at: Node) -> Node:
    """The learning rate after so many updates."""
    return last_rate + (eta_max - last_rate) / 2 * (1 + wave(at))


COSINE_SCHEDULE = Definition(
    id="cosine-schedule",
    name=Text(ja="余弦に沿った減衰", en="Cosine decay"),
    left=cosine[t],
    right=rate(t),
    source="loshchilov2017, section 3",
    witness="tests/reference/descent.py::cosine_rate",
)


def _endpoint(id: str, name: Text, at: Node, value: Node, because: Text) -> Derivation:
    return (
        Derivation(id=id, name=name, uses=("cosine-schedule",), source="own")
        .start(cosine[at])
        .by(
            unfold(cosine),
            rate(at),
            because=Text(ja="定義を代入します。", en="Insert the definition."),
        )
        .by(algebra, value, because=because)
    )


BEGINS = _endpoint(
    "cosine-schedule-begins",
    Text(ja="余弦に沿った減衰のはじめ", en="Where cosine decay begins"),
    ZERO,
    eta_max,
    Text(ja="余弦は 1 です。", en="The cosine is 1."),
)
ENDS = _endpoint(
    "cosine-schedule-ends",
    Text(ja="余弦に沿った減衰の終わり", en="Where cosine decay ends"),
    T,
    last_rate,
    Text(ja="余弦は −1 です。", en="The cosine is −1."),
)
HALF_WAY = (
    Derivation(
        id="cosine-schedule-half-way",
        name=Text(ja="余弦に沿った減衰の中ほど", en="Half-way down the cosine"),
        source="own",
    )
    .start(rate(T / 2))
    .by(
        algebra,
        (eta_max + last_rate) / 2,
        because=Text(
            ja="余弦は 0 なので、両端の平均です。", en="The cosine is 0: the mean of both ends."
        ),
    )
)

IN_ORDER = last_rate <= eta_max
WITHIN = between(last_rate, rate(t), eta_max, closed="both")
BOUNDED = And((1 + wave(t) >= 0, 1 - wave(t) >= 0))
COSINE_BOUNDS = Theorem(
    id="cosine-schedule-bounds",
    name=Text(
        ja="余弦に沿った減衰は、両端の学習率の間にとどまる",
        en="Cosine decay stays between its first and its last rate",
    ),
    statement=WITHIN,
    given=(IN_ORDER,),
    source="own",
    argument=(
        Have(
            statement=BOUNDED,
            by=from_these(),
            because=Text(ja="余弦は −1 と 1 の間です。", en="A cosine is between −1 and 1."),
        ),
        Have(
            statement=(eta_max - last_rate) * (1 + wave(t)) >= 0,
            by=from_these(IN_ORDER, BOUNDED),
            because=Text(ja="だから下へは出ません。", en="So it does not fall below,"),
        ),
        Have(
            statement=(eta_max - last_rate) * (1 - wave(t)) >= 0,
            by=from_these(IN_ORDER, BOUNDED),
            because=Text(ja="上へも出ません。", en="nor rise above."),
        ),
        Have(
            statement=WITHIN,
            by=from_these(
                (eta_max - last_rate) * (1 + wave(t)) >= 0,
                (eta_max - last_rate) * (1 - wave(t)) >= 0,
            ),
            because=Text(ja="整理します。", en="Collect."),
        ),
    ),
)

BEFORE_THE_END = (t + 1 <= T, last_rate < eta_max)
FALLS = rate(t) > rate(t + 1)
COSINE_FALLS = Theorem(
    id="cosine-schedule-falls",
    name=Text(
        ja="余弦に沿った減衰は、最後まで減り続ける", en="Cosine decay falls all the way to its end"
    ),
    statement=FALLS,
    given=BEFORE_THE_END,
    source="own",
    argument=(
        Have(
            statement=PI * t / T >= 0,
            by=from_facts,
            because=Text(ja="0 から始まり、", en="It begins with 0,"),
        ),
        Have(
            statement=PI * t / T < PI * (t + 1) / T,
            by=from_facts,
            because=Text(ja="更新のたびに進み、", en="goes on at every update,"),
        ),
        Have(
            statement=PI * (t + 1) / T <= PI,
            by=from_facts,
            because=Text(ja="π を超えません。", en="and does not go beyond π."),
        ),
        Have(
            statement=wave(t) > wave(t + 1),
            by=cosine_falls,
            because=Text(
                ja="余弦は 0 から π まで減り続けます。", en="From 0 to π the cosine falls."
            ),
        ),
        Have(
            statement=FALLS,
            by=from_facts,
            because=Text(ja="正の数を掛けて足します。", en="Times a positive number, and added."),
        ),
    ),
)

CLAIMS = (
    COSINE_SCHEDULE,
    BEGINS,
    HALF_WAY,
    ENDS,
    COSINE_BOUNDS,
    COSINE_FALLS,
    Mistake(
        id="mistake-cosine-is-linear",
        name=Text(
            ja="余弦に沿った減衰は、まっすぐ下がる", en="Cosine decay goes down a straight line"
        ),
        statement=equal(rate(t), eta_max - (eta_max - last_rate) * t / T),
        given=(last_rate < eta_max, t < T, t > 0),
        source="own",
        why=Text(
            ja="両端と真ん中では一致しますが、はじめと終わりはゆっくり、途中は速く下がります。",
            en="It meets the line at both ends and half-way; it begins and ends slowly and is "
            "faster in between.",
        ),
        corrects="cosine-schedule",
    ),
)
