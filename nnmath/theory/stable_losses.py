"""Softmax and cross-entropy of a batch as code computes them: from logits, without overflow."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation
from nnmath.proof.indexed import total
from nnmath.proof.nodes import EXP, LOG
from nnmath.proof.rules import algebra, lemma, unfold
from nnmath.theory.batch_losses import EXPONENTIALS
from nnmath.theory.network_vocabulary import (
    N,
    S,
    Y,
    batch_cross_entropy,
    batch_logits,
    k,
    n,
    q,
    shifts,
)

DEFINITION = Text(ja="定義を代入します。", en="Insert the definition.")
SHIFTED = total(q, EXP(batch_logits[n, q] - shifts[n]))
RECTIFIED = (batch_logits[n, k] + abs(batch_logits[n, k])) / 2

BATCH_SOFTMAX_STABLE = (
    Derivation(
        id="batch-softmax-stable",
        name=Text(
            ja="桁あふれしない行ごとのソフトマックス関数(c_n は行の最大のロジットにとる)",
            en="Softmax row by row without overflow (take the largest logit of row n for c_n)",
        ),
        uses=("batch-softmax",),
        source="goodfellow2016, section 4.1",
    )
    .start(S[n, k])
    .by(unfold(S), EXP(batch_logits[n, k]) / EXPONENTIALS, because=DEFINITION)
    .by(
        algebra,
        EXP(batch_logits[n, k] - shifts[n]) / SHIFTED,
        because=Text(
            ja="分子と分母を、行ごとに同じ正の数で割ります。",
            en="In each row, divide both by one positive number.",
        ),
    )
)

BATCH_CROSS_ENTROPY_STABLE = (
    Derivation(
        id="batch-cross-entropy-stable",
        name=Text(
            ja="桁あふれしないバッチの交差エントロピー(c_n は行の最大のロジットにとる)",
            en="The batch's cross-entropy without overflow (the largest logit of row n for c_n)",
        ),
        uses=("batch-cross-entropy", "batch-softmax-stable"),
        source="goodfellow2016, section 6.2.2.3",
    )
    .start(batch_cross_entropy[()])
    .by(
        unfold(batch_cross_entropy),
        -total(n, total(k, Y[n, k] * LOG(S[n, k]))) / N,
        because=DEFINITION,
    )
    .by(
        lemma("batch-softmax-stable"),
        -total(n, total(k, Y[n, k] * LOG(EXP(batch_logits[n, k] - shifts[n]) / SHIFTED))) / N,
        because=Text(
            ja="ソフトマックス関数を、桁あふれしない形にします。",
            en="Write softmax in the form that does not overflow.",
        ),
    )
    .by(
        algebra,
        total(n, total(k, Y[n, k] * (LOG(SHIFTED) - (batch_logits[n, k] - shifts[n])))) / N,
        because=Text(
            ja="商の対数は対数の差です。0 に近い確率の対数をとらずにすみます。",
            en="The log of a quotient is a difference: no log of a vanishing probability is left.",
        ),
    )
)

CLAIMS = (BATCH_SOFTMAX_STABLE, BATCH_CROSS_ENTROPY_STABLE)
