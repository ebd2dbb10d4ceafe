"""Losses averaged over a batch: rows are samples, and the mean is what the gradient carries on."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import Kronecker, total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.matrices import Gradient
from nnmath.proof.nodes import EXP, LOG, Derivative
from nnmath.proof.rules import algebra, differentiate, fold, insert, lemma, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.network_vocabulary import (
    K,
    N,
    S,
    Y,
    Y_hat,
    batch_cross_entropy,
    batch_logits,
    k,
    m,
    mean_squared_error,
    n,
    p,
    q,
)

TARGETS_ADD_UP = ForAll(n, equal(total(k, Y[n, k]), 1))
EXPONENTIALS = total(q, EXP(batch_logits[n, q]))

MEAN_SQUARED_ERROR = Definition(
    id="mean-squared-error",
    name=Text(
        ja="平均二乗誤差(サンプルと出力の両方で平均)",
        en="Mean squared error, over samples and outputs",
    ),
    left=mean_squared_error[()],
    right=total(n, total(k, (Y_hat[n, k] - Y[n, k]) ** 2)) / (N * K),
    source="goodfellow2016, section 5.1.4",
    witness="tests/reference/classification.py::mean_squared_error",
)

MEAN_SQUARED_ERROR_GRADIENT = (
    Derivation(
        id="mean-squared-error-gradient",
        name=Text(ja="平均二乗誤差の勾配", en="Gradient of the mean squared error"),
        uses=("mean-squared-error",),
        source="own",
    )
    .start(Derivative(mean_squared_error[()], Y_hat[m, p]))
    .by(
        unfold(mean_squared_error),
        Derivative(total(n, total(k, (Y_hat[n, k] - Y[n, k]) ** 2)) / (N * K), Y_hat[m, p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        2 * (Y_hat[m, p] - Y[m, p]) / (N * K),
        because=Text(
            ja="この予測値を含む項は1つだけです。平均で割った NK はそのまま残ります。",
            en="One term holds this prediction. The NK of the mean stays.",
        ),
    )
)

BATCH_SOFTMAX = Definition(
    id="batch-softmax",
    name=Text(ja="行ごとのソフトマックス関数", en="Softmax, row by row"),
    left=S[n, k],
    right=EXP(batch_logits[n, k]) / EXPONENTIALS,
    source="goodfellow2016, section 6.2.2.3",
    witness="tests/reference/classification.py::batch_softmax",
)

BATCH_CROSS_ENTROPY = Definition(
    id="batch-cross-entropy",
    name=Text(ja="バッチで平均した交差エントロピー", en="Cross-entropy, averaged over the batch"),
    left=batch_cross_entropy[()],
    right=-total(n, total(k, Y[n, k] * LOG(S[n, k]))) / N,
    uses=("batch-softmax",),
    source="goodfellow2016, section 6.2.2.3",
    witness="tests/reference/classification.py::batch_cross_entropy",
)

BATCH_LOG_SOFTMAX = (
    Derivation(
        id="batch-log-softmax-derivative",
        name=Text(
            ja="行ごとのソフトマックス関数の対数の偏導関数",
            en="Derivatives of the log of softmax, row by row",
        ),
        uses=("batch-softmax",),
        source="own",
    )
    .start(Derivative(LOG(S[n, k]), batch_logits[m, p]))
    .by(
        unfold(S),
        Derivative(LOG(EXP(batch_logits[n, k]) / EXPONENTIALS), batch_logits[m, p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        Kronecker(n, m) * (Kronecker(k, p) - EXP(batch_logits[n, p]) / EXPONENTIALS),
        because=Text(
            ja="行どうしは互いに影響しません。同じ行の中では1サンプルのときと同じです。",
            en="Rows do not act on one another; within a row it is as for one sample.",
        ),
    )
    .by(
        fold(S),
        Kronecker(n, m) * (Kronecker(k, p) - S[n, p]),
        because=Text(ja="ソフトマックス関数の定義です。", en="This is softmax."),
    )
)

BATCH_CROSS_ENTROPY_DERIVATIVE = (
    Derivation(
        id="batch-cross-entropy-derivative",
        name=Text(
            ja="バッチの交差エントロピーのロジットについての勾配",
            en="Gradient of the batch's cross-entropy by the logits",
        ),
        given=(TARGETS_ADD_UP,),
        uses=("batch-cross-entropy", "batch-log-softmax-derivative"),
        source="bishop2006, section 4.3.4",
    )
    .start(Derivative(batch_cross_entropy[()], batch_logits[m, p]))
    .by(
        unfold(batch_cross_entropy),
        Derivative(-total(n, total(k, Y[n, k] * LOG(S[n, k]))) / N, batch_logits[m, p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        -total(n, total(k, Y[n, k] * Derivative(LOG(S[n, k]), batch_logits[m, p]))) / N,
        because=Text(
            ja="教師信号はロジットによらないので、微分は項ごとに中へ入ります。",
            en="The targets do not depend on the logits: differentiate inside the sums.",
        ),
    )
    .by(
        lemma("batch-log-softmax-derivative"),
        -total(n, total(k, Y[n, k] * (Kronecker(n, m) * (Kronecker(k, p) - S[n, p])))) / N,
        because=Text(
            ja="ソフトマックス関数の対数の偏導関数です。", en="Derivatives of the log of softmax."
        ),
    )
    .by(
        algebra,
        (total(k, Y[m, k]) * S[m, p] - Y[m, p]) / N,
        because=Text(
            ja="デルタは、行 m の項だけを残します。", en="The deltas leave the terms of row m."
        ),
    )
    .by(
        insert,
        (S[m, p] - Y[m, p]) / N,
        because=Text(
            ja="どの行でも教師信号の和は 1 です。", en="In every row the targets add up to 1."
        ),
    )
)

BATCH_CROSS_ENTROPY_GRADIENT = Theorem(
    id="batch-cross-entropy-gradient",
    name=Text(
        ja="バッチの交差エントロピーの勾配の行列での書き方",
        en="The gradient of the batch's cross-entropy as a matrix",
    ),
    statement=equal(Gradient(batch_cross_entropy[()], batch_logits), (S - Y) / N),
    given=(TARGETS_ADD_UP,),
    uses=("batch-cross-entropy-derivative",),
    source="own",
    argument=(
        Have(
            statement=ForAll(
                m,
                ForAll(
                    p,
                    equal(
                        Derivative(batch_cross_entropy[()], batch_logits[m, p]),
                        (S[m, p] - Y[m, p]) / N,
                    ),
                ),
            ),
            by=cite("batch-cross-entropy-derivative"),
            because=Text(ja="どの成分もこの形です。", en="Every entry has this form."),
        ),
        Have(
            statement=equal(Gradient(batch_cross_entropy[()], batch_logits), (S - Y) / N),
            by=from_facts,
            because=Text(ja="成分をまとめて行列で書きます。", en="Collect the entries."),
        ),
    ),
)

MEAN_SQUARED_ERROR_MATRIX = Theorem(
    id="mean-squared-error-gradient-matrix",
    name=Text(
        ja="平均二乗誤差の勾配の行列での書き方",
        en="The gradient of the mean squared error as a matrix",
    ),
    statement=equal(Gradient(mean_squared_error[()], Y_hat), 2 * (Y_hat - Y) / (N * K)),
    uses=("mean-squared-error-gradient",),
    source="own",
    argument=(
        Have(
            statement=ForAll(
                m,
                ForAll(
                    p,
                    equal(
                        Derivative(mean_squared_error[()], Y_hat[m, p]),
                        2 * (Y_hat[m, p] - Y[m, p]) / (N * K),
                    ),
                ),
            ),
            by=cite("mean-squared-error-gradient"),
            because=Text(ja="どの成分もこの形です。", en="Every entry has this form."),
        ),
        Have(
            statement=equal(Gradient(mean_squared_error[()], Y_hat), 2 * (Y_hat - Y) / (N * K)),
            by=from_facts,
            because=Text(ja="成分をまとめて行列で書きます。", en="Collect the entries."),
        ),
    ),
)

CLAIMS = (
    MEAN_SQUARED_ERROR,
    MEAN_SQUARED_ERROR_GRADIENT,
    MEAN_SQUARED_ERROR_MATRIX,
    BATCH_SOFTMAX,
    BATCH_CROSS_ENTROPY,
    BATCH_LOG_SOFTMAX,
    BATCH_CROSS_ENTROPY_DERIVATIVE,
    BATCH_CROSS_ENTROPY_GRADIENT,
)
