"""The sigmoid function on either side of the origin, and there."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation
from nnmath.proof.nodes import EXP
from nnmath.proof.rules import algebra, fold, unfold
from nnmath.theory.activation_vocabulary import HALF, ZERO, sigma, z

SIGMOID_REFLECTION = (
    Derivation(
        id="sigmoid-reflection",
        name=Text(ja="シグモイド関数の対称性", en="Symmetry of the sigmoid function"),
        uses=("sigmoid",),
        source="goodfellow2016, section 3.10",
    )
    .start(sigma(-z))
    .by(
        unfold(sigma),
        1 / (1 + EXP(z)),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(
        algebra,
        1 - 1 / (1 + EXP(-z)),
        because=Text(
            ja="分子と分母に同じ数を掛け、1 との差にします。",
            en="Multiply above and below by the same number, and write it as what 1 lacks.",
        ),
    )
    .by(
        fold(sigma),
        1 - sigma(z),
        because=Text(ja="σ でまとめます。", en="Recognise σ."),
    )
)

SIGMOID_AT_ZERO = (
    Derivation(
        id="sigmoid-at-zero",
        name=Text(ja="原点での値", en="Value at the origin"),
        uses=("sigmoid",),
        source="own",
    )
    .start(sigma(ZERO))
    .by(
        unfold(sigma),
        1 / (1 + EXP(-ZERO)),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(
        algebra,
        HALF,
        because=Text(ja="0 乗は 1 です。", en="The power 0 is 1."),
    )
)

CLAIMS = (SIGMOID_REFLECTION, SIGMOID_AT_ZERO)
