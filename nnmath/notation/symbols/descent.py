"""Symbols of gradient descent with many weights: steps, rates of convergence, schedules."""

from __future__ import annotations

from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text

WEIGHT_COUNT = Symbol(
    id="weight-count",
    meaning=Text(ja="重みの個数", en="number of weights"),
    latex="D",
    typst="D",
    code="D",
    sort=Sort.COUNT,
)
WEIGHT_INDEX = Symbol(
    id="weight-index",
    meaning=Text(ja="重みの番号", en="number of a weight"),
    latex="i",
    typst="i",
    code="i",
    sort=Sort.INDEX,
    size=WEIGHT_COUNT,
)
