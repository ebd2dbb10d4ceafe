"""Symbols of activation functions."""

from __future__ import annotations

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text

PRE_ACTIVATION = Symbol(
    id="pre-activation",
    meaning=Text(ja="総入力", en="pre-activation"),
    latex="z",
    typst="z",
    code="z",
)
SIGMOID = Symbol(
    id="sigmoid",
    meaning=Text(ja="シグモイド関数", en="sigmoid function"),
    latex=r"\sigma",
    typst="sigma",
    code="sigmoid",
)
ACTIVATION_FUNCTION = Symbol(
    id="activation-function",
    meaning=Text(ja="活性化関数", en="activation function"),
    latex="f",
    typst="f",
    code="f",
)
POINT_BETWEEN = Symbol(
    id="point-between",
    meaning=Text(ja="2点のあいだの点", en="point between two points"),
    latex="u",
    typst="u",
    code="u",
)
POSITIVE_NUMBER = Symbol(
    id="positive-number",
    meaning=Text(ja="正の数", en="positive number"),
    latex="x",
    typst="x",
    code="x",
)
