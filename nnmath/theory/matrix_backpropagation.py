"""Backpropagation for a batch as matrix products: rows are samples, f is any smooth activation."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.chain_rule import chain
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.matrices import Gradient, Hadamard, Ones
from nnmath.proof.nodes import Derivative
from nnmath.proof.rules import differentiate, fold, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.batch_vocabulary import (
    A,
    A_before,
    E,
    W,
    W_after,
    Z,
    Z_after,
    b,
    b_after,
    delta,
    delta_after,
    f,
)
from nnmath.theory.network_vocabulary import N, i, j, k, m, n, r

BY_ACTIVATION = (
    Derivation(
        id="loss-by-activation",
        name=Text(ja="出力についての損失の勾配", en="The loss by an activation"),
        uses=("layer-after", "delta-after"),
        source="nielsen2015, chapter 2",
    )
    .start(Derivative(E[()], A[n, j]))
    .by(
        chain(Z_after),
        total(m, total(k, Derivative(E[()], Z_after[m, k]) * Derivative(Z_after[m, k], A[n, j]))),
        because=Text(
            ja="出力は、次の層の総入力を通してだけ損失に効きます。",
            en="An activation acts on the loss through the next pre-activations alone.",
        ),
    )
    .by(
        fold(delta_after),
        total(m, total(k, delta_after[m, k] * Derivative(Z_after[m, k], A[n, j]))),
        because=Text(ja="次の層の誤差信号です。", en="These are the next error signals."),
    )
    .by(
        unfold(Z_after),
        total(
            m,
            total(
                k,
                delta_after[m, k]
                * Derivative(total(r, A[m, r] * W_after[r, k]) + b_after[k], A[n, j]),
            ),
        ),
        because=Text(ja="次の層の総入力を代入します。", en="Insert the next pre-activations."),
    )
    .by(
        differentiate,
        total(k, delta_after[n, k] * W_after[j, k]),
        because=Text(
            ja="同じサンプルの総入力だけが変わります。",
            en="Only the pre-activations of the same sample change.",
        ),
    )
)

DELTA_RECURSION_ENTRY = (
    Derivation(
        id="delta-recursion-entry",
        name=Text(ja="誤差信号を1層前に送る", en="One layer back"),
        uses=("delta", "activations-of-layer", "loss-by-activation"),
        source="nielsen2015, chapter 2",
    )
    .start(delta[n, j])
    .by(
        unfold(delta),
        Derivative(E[()], Z[n, j]),
        because=Text(ja="誤差信号の定義です。", en="The definition of the error signal."),
    )
    .by(
        chain(A),
        total(m, total(r, Derivative(E[()], A[m, r]) * Derivative(A[m, r], Z[n, j]))),
        because=Text(
            ja="総入力は、出力を通してだけ損失に効きます。",
            en="A pre-activation acts on the loss through activations alone.",
        ),
    )
    .by(
        unfold(A),
        total(m, total(r, Derivative(E[()], A[m, r]) * Derivative(f(Z[m, r]), Z[n, j]))),
        because=Text(ja="出力の定義を代入します。", en="Insert the activations."),
    )
    .by(
        differentiate,
        Derivative(E[()], A[n, j]) * f.prime(Z[n, j]),
        because=Text(
            ja="活性化関数は成分ごとにはたらくので、1項だけが残ります。",
            en="The activation function works entry by entry: one term remains.",
        ),
    )
)

DELTA_RECURSION = Theorem(
    id="delta-recursion",
    name=Text(ja="誤差信号の漸化式", en="The recurrence of the error signals"),
    statement=equal(delta, Hadamard((delta_after @ W_after.T, f.prime(Z)))),
    uses=("delta-recursion-entry", "loss-by-activation"),
    source="nielsen2015, chapter 2",
    argument=(
        Have(
            statement=equal(delta[n, j], Derivative(E[()], A[n, j]) * f.prime(Z[n, j])),
            by=cite("delta-recursion-entry"),
            because=Text(ja="総入力から出力へ戻します。", en="From the activation back."),
        ),
        Have(
            statement=equal(
                Derivative(E[()], A[n, j]), total(k, delta_after[n, k] * W_after[j, k])
            ),
            by=cite("loss-by-activation"),
            because=Text(ja="次の層から出力へ戻します。", en="From the next layer back."),
        ),
        Have(
            statement=ForAll(
                n,
                ForAll(
                    j,
                    equal(
                        delta[n, j],
                        total(k, delta_after[n, k] * W_after[j, k]) * f.prime(Z[n, j]),
                    ),
                ),
            ),
            by=from_facts,
            because=Text(ja="どの成分でも同じです。", en="So it is for every entry."),
        ),
        Have(
            statement=equal(delta, Hadamard((delta_after @ W_after.T, f.prime(Z)))),
            by=from_facts,
            because=Text(
                ja="和は転置した重みとの行列の積、最後の因数は成分ごとの積です。",
                en="The sum is a product with the transposed weights, the last factor goes entry "
                "by entry.",
            ),
        ),
    ),
)

BY_WEIGHT = (
    Derivation(
        id="loss-by-weight",
        name=Text(ja="重みについての損失の勾配", en="The loss by a weight"),
        uses=("layer-of-batch", "delta"),
        source="nielsen2015, chapter 2",
    )
    .start(Derivative(E[()], W[i, j]))
    .by(
        chain(Z),
        total(n, total(r, Derivative(E[()], Z[n, r]) * Derivative(Z[n, r], W[i, j]))),
        because=Text(
            ja="重みは、すべてのサンプルの総入力を通して損失に効きます。",
            en="A weight acts on the loss through the pre-activations of all samples.",
        ),
    )
    .by(
        fold(delta),
        total(n, total(r, delta[n, r] * Derivative(Z[n, r], W[i, j]))),
        because=Text(ja="誤差信号です。", en="These are the error signals."),
    )
    .by(
        unfold(Z),
        total(
            n,
            total(r, delta[n, r] * Derivative(total(i, A_before[n, i] * W[i, r]) + b[r], W[i, j])),
        ),
        because=Text(ja="総入力を代入します。", en="Insert the pre-activations."),
    )
    .by(
        differentiate,
        total(n, A_before[n, i] * delta[n, j]),
        because=Text(
            ja="手前の出力と誤差信号の積を、サンプルについて足します。",
            en="The output before times the error signal, added up over the samples.",
        ),
    )
)

BY_BIAS = (
    Derivation(
        id="loss-by-bias",
        name=Text(ja="バイアスについての損失の勾配", en="The loss by a bias"),
        uses=("layer-of-batch", "delta"),
        source="nielsen2015, chapter 2",
    )
    .start(Derivative(E[()], b[j]))
    .by(
        chain(Z),
        total(n, total(r, Derivative(E[()], Z[n, r]) * Derivative(Z[n, r], b[j]))),
        because=Text(
            ja="バイアスも、すべてのサンプルの総入力を通して損失に効きます。",
            en="A bias too acts through the pre-activations of all samples.",
        ),
    )
    .by(
        fold(delta),
        total(n, total(r, delta[n, r] * Derivative(Z[n, r], b[j]))),
        because=Text(ja="誤差信号です。", en="These are the error signals."),
    )
    .by(
        unfold(Z),
        total(
            n,
            total(r, delta[n, r] * Derivative(total(i, A_before[n, i] * W[i, r]) + b[r], b[j])),
        ),
        because=Text(ja="総入力を代入します。", en="Insert the pre-activations."),
    )
    .by(
        differentiate,
        total(n, delta[n, j]),
        because=Text(
            ja="誤差信号を、サンプルについて足します。",
            en="The error signals, added up over the samples.",
        ),
    )
)


GRADIENT_OF_WEIGHTS = Theorem(
    id="weight-gradient-matrix",
    name=Text(ja="重みの勾配の行列での書き方", en="The gradient of the weights as a matrix"),
    statement=equal(Gradient(E[()], W), A_before.T @ delta),
    uses=("loss-by-weight",),
    source="nielsen2015, chapter 2",
    argument=(
        Have(
            statement=ForAll(
                i,
                ForAll(
                    j,
                    equal(Derivative(E[()], W[i, j]), total(n, A_before[n, i] * delta[n, j])),
                ),
            ),
            by=cite("loss-by-weight"),
            because=Text(ja="どの成分もこの形です。", en="Every entry has this form."),
        ),
        Have(
            statement=equal(Gradient(E[()], W), A_before.T @ delta),
            by=from_facts,
            because=Text(
                ja="サンプルについての和は、転置した出力との行列の積です。",
                en="The sum over samples is a product with the transposed activations.",
            ),
        ),
    ),
)

GRADIENT_OF_BIASES = Theorem(
    id="bias-gradient-matrix",
    name=Text(ja="バイアスの勾配の行列での書き方", en="The gradient of the biases as a matrix"),
    statement=equal(Gradient(E[()], b), delta.T @ Ones(N)),
    uses=("loss-by-bias",),
    source="nielsen2015, chapter 2",
    argument=(
        Have(
            statement=ForAll(j, equal(Derivative(E[()], b[j]), total(n, delta[n, j]))),
            by=cite("loss-by-bias"),
            because=Text(ja="どの成分もこの形です。", en="Every entry has this form."),
        ),
        Have(
            statement=equal(Gradient(E[()], b), delta.T @ Ones(N)),
            by=from_facts,
            because=Text(
                ja="行についての和は、成分がすべて 1 の縦ベクトルとの積です。",
                en="A sum over rows is a product with the column of ones.",
            ),
        ),
    ),
)

CLAIMS = (
    BY_ACTIVATION,
    DELTA_RECURSION_ENTRY,
    DELTA_RECURSION,
    BY_WEIGHT,
    BY_BIAS,
    GRADIENT_OF_WEIGHTS,
    GRADIENT_OF_BIASES,
)
