"""Symbols for counting: widths of layers, samples and updates."""

from __future__ import annotations

from nnmath.notation.arrays import array, size
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.deep_chains import DEPTH
from nnmath.notation.symbols.descent import TIME
from nnmath.notation.text import Text

WIDTHS = array(
    "layer-widths",
    "n",
    (TIME,),
    Text(ja="層 l のノード数(l = 0 は入力)", en="units in layer l, where l = 0 is the input"),
)
COUNTED = Symbol(
    id="counted-layer-number",
    meaning=Text(ja="層の番号", en="number of a layer"),
    latex="l",
    typst="l",
    code="l",
    sort=Sort.NATURAL,
)
LAYERS = DEPTH
WIDTH = size("common-width", "H", Text(ja="どの層にも共通のノード数", en="units in every layer"))
SAMPLES_IN_BATCH = size(
    "samples-in-batch", "B", Text(ja="バッチのサンプル数", en="samples in a batch")
)
SAMPLE_COST = Symbol(
    id="cost-of-a-sample",
    meaning=Text(ja="サンプル1つの勾配を求める手間", en="cost of the gradient of one sample"),
    latex="c",
    typst="c",
    code="cost",
)
