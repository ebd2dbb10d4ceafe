"""Backpropagation unit by unit: what each weight contributes to the error, term by term.

Units i feed units j, and these feed units k; the error acts back from k to j to i.
"""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.chain_rule import chain
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import Derivative
from nnmath.proof.rules import differentiate, fold, lemma, unfold
from nnmath.theory.network_vocabulary import i, j, k, r
from nnmath.theory.sigmoid import sigma
from nnmath.theory.unit_vocabulary import E, eps, eps_next, g, g_before, h, h_next, w, w_new, w_next
from nnmath.theory.vocabulary import eta

BY_WEIGHT = Derivative(E[()], w[i, j])
BY_PRE_ACTIVATION = Derivative(E[()], h[j])
BY_OUTPUT = Derivative(E[()], g[j])

WEIGHT_GRADIENT_CHAIN = (
    Derivation(
        id="weight-gradient-chain",
        name=Text(
            ja="重みは、行き先のノードの総入力を通してだけ誤差に効く",
            en="A weight acts on the error through the pre-activation that it feeds",
        ),
        uses=("unit-pre-activation", "pre-activation-by-weight"),
        source="rumelhart1986",
    )
    .start(BY_WEIGHT)
    .by(
        chain(h),
        total(r, Derivative(E[()], h[r]) * Derivative(h[r], w[i, j])),
        because=Text(
            ja="誤差は総入力だけを通して重みによります。すべての総入力について足します。",
            en="The error depends on the weight through pre-activations: add up over all of them.",
        ),
    )
    .by(
        unfold(h),
        total(r, Derivative(E[()], h[r]) * Derivative(total(i, w[i, r] * g_before[i]), w[i, j])),
        because=Text(ja="総入力の定義を代入します。", en="Insert the pre-activations."),
    )
    .by(
        differentiate,
        BY_PRE_ACTIVATION * g_before[i],
        because=Text(
            ja="この重みが入る総入力は、行き先のノードのものだけです。",
            en="This weight enters one pre-activation alone: that of its unit.",
        ),
    )
    .by(
        lemma("pre-activation-by-weight"),
        BY_PRE_ACTIVATION * Derivative(h[j], w[i, j]),
        because=Text(
            ja="あとの因数は、総入力を重みで微分したものです。",
            en="The second factor is the pre-activation's derivative by the weight.",
        ),
    )
)

WEIGHT_GRADIENT = (
    Derivation(
        id="weight-gradient",
        name=Text(
            ja="重みの勾配は、誤差信号と手前の出力の積",
            en="A weight's gradient is error signal times the output before it",
        ),
        uses=("weight-gradient-chain", "pre-activation-by-weight", "error-signal"),
        source="rumelhart1986",
    )
    .start(BY_WEIGHT)
    .by(
        lemma("weight-gradient-chain"),
        BY_PRE_ACTIVATION * Derivative(h[j], w[i, j]),
        because=Text(ja="連鎖律です。", en="The chain rule."),
    )
    .by(
        lemma("pre-activation-by-weight"),
        BY_PRE_ACTIVATION * g_before[i],
        because=Text(ja="あとの因数は手前の出力です。", en="The second factor is the output."),
    )
    .by(
        fold(eps),
        eps[j] * g_before[i],
        because=Text(ja="はじめの因数が誤差信号です。", en="The first is the error signal."),
    )
)

WEIGHT_UPDATE = Definition(
    id="weight-update",
    name=Text(ja="重みの更新", en="Update of a weight"),
    left=w_new[i, j],
    right=w[i, j] - eta * BY_WEIGHT,
    source="rumelhart1986",
    witness="tests/reference/units.py::updated_weights",
)

WEIGHT_UPDATE_BY_SIGNAL = (
    Derivation(
        id="weight-update-by-signal",
        name=Text(ja="誤差信号で書いた更新則", en="The update rule by error signals"),
        uses=("weight-update", "weight-gradient"),
        source="rumelhart1986",
    )
    .start(w_new[i, j])
    .by(
        unfold(w_new),
        w[i, j] - eta * BY_WEIGHT,
        because=Text(ja="勾配降下法の1歩です。", en="A step of gradient descent."),
    )
    .by(
        lemma("weight-gradient"),
        w[i, j] - eta * (eps[j] * g_before[i]),
        because=Text(
            ja="勾配は、行き先の誤差信号と手前の出力の積です。",
            en="The gradient is the error signal ahead times the output behind.",
        ),
    )
)


def through_outputs(sofar: Derivation, loss: Tensor) -> Derivation:
    """From a loss by a pre-activation to its derivative by the output, times the sigmoid's slope.

    Args:
        sofar: What ends in the loss by the pre-activation of unit j.
        loss: What depends on the pre-activations through the outputs alone.
    """
    return (
        sofar.by(
            chain(g),
            total(r, Derivative(loss[()], g[r]) * Derivative(g[r], h[j])),
            because=Text(
                ja="誤差は出力だけを通して総入力によります。",
                en="The error depends on the pre-activation through outputs alone.",
            ),
        )
        .by(
            unfold(g),
            total(r, Derivative(loss[()], g[r]) * Derivative(sigma(h[r]), h[j])),
            because=Text(ja="出力の定義を代入します。", en="Insert the outputs."),
        )
        .by(
            differentiate,
            Derivative(loss[()], g[j]) * sigma.prime(h[j]),
            because=Text(
                ja="この総入力で変わる出力は、同じノードのものだけです。",
                en="This pre-activation changes the output of its own unit alone.",
            ),
        )
    )


ERROR_SIGNAL_CHAIN = through_outputs(
    Derivation(
        id="error-signal-chain",
        name=Text(
            ja="誤差信号は、出力を通して誤差に効く", en="An error signal acts through the output"
        ),
        uses=("error-signal", "unit-output"),
        source="rumelhart1986",
    )
    .start(eps[j])
    .by(
        unfold(eps),
        BY_PRE_ACTIVATION,
        because=Text(ja="誤差信号の定義です。", en="The definition of the error signal."),
    ),
    E,
)

HIDDEN_BY_OUTPUT = (
    Derivation(
        id="hidden-by-output",
        name=Text(
            ja="隠れ層の出力は、次の層のすべてのノードを通して誤差に効く",
            en="A hidden output acts on the error through every unit of the next layer",
        ),
        uses=("next-pre-activation", "next-error-signal"),
        source="rumelhart1986",
    )
    .start(BY_OUTPUT)
    .by(
        chain(h_next),
        total(k, Derivative(E[()], h_next[k]) * Derivative(h_next[k], g[j])),
        because=Text(
            ja="次の層のすべての総入力を通る道を足します。",
            en="Add up the ways through all pre-activations of the next layer.",
        ),
    )
    .by(
        fold(eps_next),
        total(k, eps_next[k] * Derivative(h_next[k], g[j])),
        because=Text(
            ja="はじめの因数は、次の層の誤差信号です。",
            en="The first factors are the error signals of the next layer.",
        ),
    )
    .by(
        unfold(h_next),
        total(k, eps_next[k] * Derivative(total(r, w_next[r, k] * g[r]), g[j])),
        because=Text(ja="次の層の総入力を代入します。", en="Insert those pre-activations."),
    )
    .by(
        differentiate,
        total(k, eps_next[k] * w_next[j, k]),
        because=Text(
            ja="誤差信号が、行きと同じ重みを通って戻ります。",
            en="The error signals come back through the weights that led there.",
        ),
    )
)

HIDDEN_ERROR_SIGNAL = (
    Derivation(
        id="hidden-error-signal",
        name=Text(ja="隠れ層の誤差信号", en="Error signal of a hidden unit"),
        uses=("error-signal-chain", "hidden-by-output", "unit-output", "sigmoid-derivative"),
        source="rumelhart1986",
    )
    .start(eps[j])
    .by(
        lemma("error-signal-chain"),
        BY_OUTPUT * sigma.prime(h[j]),
        because=Text(ja="連鎖律です。", en="The chain rule."),
    )
    .by(
        lemma("hidden-by-output"),
        total(k, eps_next[k] * w_next[j, k]) * sigma.prime(h[j]),
        because=Text(
            ja="次の層から戻ってきた誤差信号を入れます。",
            en="Insert what comes back from the next layer.",
        ),
    )
    .by(
        lemma("sigmoid-derivative"),
        total(k, eps_next[k] * w_next[j, k]) * (sigma(h[j]) * (1 - sigma(h[j]))),
        because=Text(ja="シグモイド関数の導関数です。", en="The sigmoid's derivative."),
    )
    .by(
        fold(g),
        total(k, eps_next[k] * w_next[j, k]) * (g[j] * (1 - g[j])),
        because=Text(
            ja="シグモイド関数の値は、このノードの出力です。",
            en="The sigmoid's value is the unit's output.",
        ),
    )
)

CLAIMS = (
    WEIGHT_GRADIENT_CHAIN,
    WEIGHT_GRADIENT,
    WEIGHT_UPDATE,
    WEIGHT_UPDATE_BY_SIGNAL,
    ERROR_SIGNAL_CHAIN,
    HIDDEN_BY_OUTPUT,
    HIDDEN_ERROR_SIGNAL,
)
