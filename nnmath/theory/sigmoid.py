"""The sigmoid function and its derivative."""

from __future__ import annotations

from nnmath.notation.symbols import activations
from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.nodes import EXP, Derivative, Function, Variable
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import algebra, differentiate, fold, unfold

z = Variable(activations.PRE_ACTIVATION)
sigma = Function(activations.SIGMOID)

SMALL = EXP(-abs(z))  # at most 1, however large z is

SIGMOID = Definition(
    id="sigmoid",
    name=Text(ja="シグモイド関数", en="Sigmoid function"),
    left=sigma(z),
    right=1 / (1 + EXP(-z)),
    stable=piecewise((1 / (1 + SMALL), z >= 0), (SMALL / (1 + SMALL), z < 0)),
    source="goodfellow2016, section 3.10",
    witness="tests/reference/softmax.py::sigmoid",
)

SIGMOID_DERIVATIVE = (
    Derivation(
        id="sigmoid-derivative",
        name=Text(ja="シグモイド関数の導関数", en="Derivative of the sigmoid function"),
        uses=("sigmoid",),
        source="goodfellow2016, section 3.10",
    )
    .start(sigma.prime(z))
    .by(
        differentiate,
        Derivative(sigma(z), z),
        because=Text(ja="導関数の別の書き方です。", en="The same derivative, written out."),
    )
    .by(
        unfold(sigma),
        Derivative(1 / (1 + EXP(-z)), z),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        EXP(-z) / (1 + EXP(-z)) ** 2,
        because=Text(ja="商の微分です。", en="Quotient rule."),
    )
    .by(
        algebra,
        1 / (1 + EXP(-z)) * (1 - 1 / (1 + EXP(-z))),
        because=Text(
            ja="2つの因数に分けます。あとの因数は 1 から前の因数を引いたものです。",
            en="Split into two factors; the second is 1 minus the first.",
        ),
    )
    .by(
        fold(sigma),
        sigma(z) * (1 - sigma(z)),
        because=Text(ja="シグモイド関数の定義にまとめます。", en="Recognise the sigmoid function."),
    )
)

CLAIMS = (SIGMOID, SIGMOID_DERIVATIVE)
