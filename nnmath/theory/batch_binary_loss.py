"""Binary cross-entropy of a batch: from logits, without overflow, and its gradient."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.matrices import Gradient
from nnmath.proof.nodes import EXP, LOG, Derivative
from nnmath.proof.rules import algebra, differentiate, fold, lemma, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.loss_vocabulary import y
from nnmath.theory.network_vocabulary import (
    K,
    N,
    Y,
    batch_binary_cross_entropy,
    batch_logits,
    k,
    m,
    n,
    p,
)
from nnmath.theory.sigmoid import sigma, z
from nnmath.theory.stable_losses import DEFINITION

RECTIFIED = (batch_logits[n, k] + abs(batch_logits[n, k])) / 2

BINARY_LOSS = -y * LOG(sigma(z)) - (1 - y) * LOG(1 - sigma(z))
BATCH_LOGIT = sigma(batch_logits[n, k])
BATCH_BINARY_LOSSES = total(
    n, total(k, -Y[n, k] * LOG(BATCH_LOGIT) - (1 - Y[n, k]) * LOG(1 - BATCH_LOGIT))
)

BINARY_LOSS_STABLE = (
    Derivation(
        id="binary-loss-of-logit",
        name=Text(
            ja="ロジットで書いた2値交差エントロピー", en="Binary cross-entropy written by the logit"
        ),
        uses=("sigmoid",),
        source="bishop2006, section 4.3.2",
    )
    .start(BINARY_LOSS)
    .by(
        unfold(sigma),
        LOG(1 + EXP(z)) - y * z,
        because=Text(
            ja="シグモイド関数を代入すると、対数がまとまります。",
            en="Insert the sigmoid function: the logarithms come together.",
        ),
    )
)

BATCH_BINARY_CROSS_ENTROPY = Definition(
    id="batch-binary-cross-entropy",
    name=Text(
        ja="2値交差エントロピー(サンプルと出力の両方で平均)",
        en="Binary cross-entropy, over samples and outputs",
    ),
    left=batch_binary_cross_entropy[()],
    right=BATCH_BINARY_LOSSES / (N * K),
    uses=("sigmoid",),
    source="bishop2006, section 4.3.2",
    witness="tests/reference/classification.py::batch_binary_cross_entropy",
)

BATCH_BINARY_BY_LOGITS = (
    Derivation(
        id="batch-binary-cross-entropy-by-logits",
        name=Text(
            ja="ロジットで書いたバッチの2値交差エントロピー",
            en="The batch's binary cross-entropy written by the logits",
        ),
        uses=("batch-binary-cross-entropy", "binary-loss-of-logit"),
        source="own",
    )
    .start(batch_binary_cross_entropy[()])
    .by(
        unfold(batch_binary_cross_entropy),
        BATCH_BINARY_LOSSES / (N * K),
        because=DEFINITION,
    )
    .by(
        lemma("binary-loss-of-logit"),
        total(n, total(k, LOG(1 + EXP(batch_logits[n, k])) - Y[n, k] * batch_logits[n, k]))
        / (N * K),
        because=Text(ja="どの成分もこの形になります。", en="Every entry takes this form."),
    )
)

SOFTPLUS_STABLE = (
    Derivation(
        id="softplus-of-logit",
        name=Text(
            ja="桁あふれしない 1 + e^z の対数", en="The log of 1 plus e to the z without overflow"
        ),
        source="own",
    )
    .start((z + abs(z)) / 2 + LOG(1 + EXP(-abs(z))))
    .by(
        algebra,
        LOG(1 + EXP(z)),
        because=Text(
            ja="正の総入力は対数から取り出してあるので、指数は正になりません。",
            en="A positive pre-activation stands outside the log, so no exponent is positive.",
        ),
    )
)

BATCH_BINARY_STABLE = (
    Derivation(
        id="batch-binary-cross-entropy-stable",
        name=Text(
            ja="桁あふれしないバッチの2値交差エントロピー",
            en="The batch's binary cross-entropy without overflow",
        ),
        uses=(
            "batch-binary-cross-entropy",
            "batch-binary-cross-entropy-by-logits",
            "softplus-of-logit",
        ),
        source="own",
    )
    .start(batch_binary_cross_entropy[()])
    .by(
        lemma("batch-binary-cross-entropy-by-logits"),
        total(n, total(k, LOG(1 + EXP(batch_logits[n, k])) - Y[n, k] * batch_logits[n, k]))
        / (N * K),
        because=Text(ja="ロジットで書きます。", en="Write it by the logits."),
    )
    .by(
        lemma("softplus-of-logit"),
        total(
            n,
            total(
                k,
                -(Y[n, k] * batch_logits[n, k])
                + (RECTIFIED + LOG(1 + EXP(-abs(batch_logits[n, k])))),
            ),
        )
        / (N * K),
        because=Text(ja="対数を、桁あふれしない形にします。", en="Write the log without overflow."),
    )
)

BATCH_BINARY_DERIVATIVE = (
    Derivation(
        id="batch-binary-cross-entropy-derivative",
        name=Text(
            ja="バッチの2値交差エントロピーのロジットについての勾配",
            en="Gradient of the batch's binary cross-entropy by the logits",
        ),
        uses=("batch-binary-cross-entropy-by-logits", "sigmoid"),
        source="bishop2006, section 4.3.2",
    )
    .start(Derivative(batch_binary_cross_entropy[()], batch_logits[m, p]))
    .by(
        lemma("batch-binary-cross-entropy-by-logits"),
        Derivative(
            total(n, total(k, LOG(1 + EXP(batch_logits[n, k])) - Y[n, k] * batch_logits[n, k]))
            / (N * K),
            batch_logits[m, p],
        ),
        because=Text(ja="ロジットで書きます。", en="Write it by the logits."),
    )
    .by(
        differentiate,
        (EXP(batch_logits[m, p]) / (1 + EXP(batch_logits[m, p])) - Y[m, p]) / (N * K),
        because=Text(
            ja="このロジットを含む項は1つだけです。", en="One term alone holds this logit."
        ),
    )
    .by(
        algebra,
        (1 / (1 + EXP(-batch_logits[m, p])) - Y[m, p]) / (N * K),
        because=Text(
            ja="分子と分母を指数関数で割ります。", en="Divide above and below by the power of e."
        ),
    )
    .by(
        fold(sigma),
        (sigma(batch_logits[m, p]) - Y[m, p]) / (N * K),
        because=Text(
            ja="ここでも予測値と教師信号の差になります。",
            en="Here, too, prediction minus target is left.",
        ),
    )
)

BATCH_BINARY_GRADIENT = Theorem(
    id="batch-binary-cross-entropy-gradient",
    name=Text(
        ja="バッチの2値交差エントロピーの勾配の行列での書き方",
        en="The gradient of the batch's binary cross-entropy as a matrix",
    ),
    statement=equal(
        Gradient(batch_binary_cross_entropy[()], batch_logits),
        (sigma(batch_logits) - Y) / (N * K),
    ),
    uses=("batch-binary-cross-entropy-derivative",),
    source="own",
    argument=(
        Have(
            statement=ForAll(
                m,
                ForAll(
                    p,
                    equal(
                        Derivative(batch_binary_cross_entropy[()], batch_logits[m, p]),
                        (sigma(batch_logits[m, p]) - Y[m, p]) / (N * K),
                    ),
                ),
            ),
            by=cite("batch-binary-cross-entropy-derivative"),
            because=Text(ja="どの成分もこの形です。", en="Every entry has this form."),
        ),
        Have(
            statement=equal(
                Gradient(batch_binary_cross_entropy[()], batch_logits),
                (sigma(batch_logits) - Y) / (N * K),
            ),
            by=from_facts,
            because=Text(ja="成分をまとめて行列で書きます。", en="Collect the entries."),
        ),
    ),
)

CLAIMS = (
    BINARY_LOSS_STABLE,
    BATCH_BINARY_CROSS_ENTROPY,
    BATCH_BINARY_BY_LOGITS,
    SOFTPLUS_STABLE,
    BATCH_BINARY_STABLE,
    BATCH_BINARY_DERIVATIVE,
    BATCH_BINARY_GRADIENT,
)
