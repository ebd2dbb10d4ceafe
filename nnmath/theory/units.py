"""Units of neighbouring layers, and the derivatives that each knows by itself."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.indexed import total
from nnmath.proof.nodes import Derivative
from nnmath.proof.rules import differentiate, fold, lemma, unfold
from nnmath.theory.network_vocabulary import i, j, k
from nnmath.theory.sigmoid import sigma
from nnmath.theory.unit_vocabulary import E, eps, eps_next, g, g_before, h, h_next, w, w_next

UNIT_PRE_ACTIVATION = Definition(
    id="unit-pre-activation",
    name=Text(ja="ノードの総入力", en="Pre-activation of a unit"),
    left=h[j],
    right=total(i, w[i, j] * g_before[i]),
    source="rumelhart1986",
    witness="tests/reference/units.py::pre_activations",
)

UNIT_OUTPUT = Definition(
    id="unit-output",
    name=Text(ja="シグモイド関数のノードの出力", en="Output of a sigmoid unit"),
    left=g[j],
    right=sigma(h[j]),
    uses=("sigmoid",),
    source="rumelhart1986",
    witness="tests/reference/units.py::outputs",
)

NEXT_PRE_ACTIVATION = Definition(
    id="next-pre-activation",
    name=Text(ja="次の層のノードの総入力", en="Pre-activation of a unit of the next layer"),
    left=h_next[k],
    right=total(j, w_next[j, k] * g[j]),
    source="rumelhart1986",
    witness="tests/reference/units.py::pre_activations",
)

ERROR_SIGNAL = Definition(
    id="error-signal",
    name=Text(ja="誤差信号", en="Error signal"),
    left=eps[j],
    right=Derivative(E[()], h[j]),
    source="rumelhart1986",
    witness="tests/reference/units.py::numerical_gradient",
)

NEXT_ERROR_SIGNAL = Definition(
    id="next-error-signal",
    name=Text(ja="次の層の誤差信号", en="Error signal of the next layer"),
    left=eps_next[k],
    right=Derivative(E[()], h_next[k]),
    source="rumelhart1986",
    witness="tests/reference/units.py::numerical_gradient",
)

PRE_ACTIVATION_BY_WEIGHT = (
    Derivation(
        id="pre-activation-by-weight",
        name=Text(
            ja="総入力を重みで微分すると、重みの手前の出力",
            en="The pre-activation by a weight is the output before it",
        ),
        uses=("unit-pre-activation",),
        source="rumelhart1986",
    )
    .start(Derivative(h[j], w[i, j]))
    .by(
        unfold(h),
        Derivative(total(i, w[i, j] * g_before[i]), w[i, j]),
        because=Text(ja="総入力の定義を代入します。", en="Insert the pre-activation."),
    )
    .by(
        differentiate,
        g_before[i],
        because=Text(
            ja="この重みが掛かっている項は1つだけです。", en="One term alone has this weight."
        ),
    )
)

OUTPUT_SLOPE = (
    Derivation(
        id="output-slope",
        name=Text(ja="シグモイド関数のノードの傾き", en="The slope of a sigmoid unit"),
        uses=("unit-output", "sigmoid-derivative"),
        source="rumelhart1986",
    )
    .start(Derivative(g[j], h[j]))
    .by(
        unfold(g),
        Derivative(sigma(h[j]), h[j]),
        because=Text(ja="出力の定義を代入します。", en="Insert the output."),
    )
    .by(
        differentiate,
        sigma.prime(h[j]),
        because=Text(ja="シグモイド関数の導関数です。", en="The sigmoid's derivative."),
    )
    .by(
        lemma("sigmoid-derivative"),
        sigma(h[j]) * (1 - sigma(h[j])),
        because=Text(ja="それは出力だけで書けます。", en="The output alone tells it."),
    )
    .by(
        fold(g),
        g[j] * (1 - g[j]),
        because=Text(ja="出力にまとめます。", en="Recognise the output."),
    )
)

CLAIMS = (
    UNIT_PRE_ACTIVATION,
    UNIT_OUTPUT,
    NEXT_PRE_ACTIVATION,
    ERROR_SIGNAL,
    NEXT_ERROR_SIGNAL,
    PRE_ACTIVATION_BY_WEIGHT,
    OUTPUT_SLOPE,
)
