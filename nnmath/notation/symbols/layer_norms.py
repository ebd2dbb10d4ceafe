"""Symbols of layer normalisation: one sample, over the units of a layer."""

from __future__ import annotations

from nnmath.notation.arrays import array, index
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols.networks import HIDDEN_SIZE
from nnmath.notation.text import Text

AVERAGED_UNIT = index(
    "averaged-unit",
    "q",
    HIDDEN_SIZE,
    Text(ja="平均をとるノードの番号", en="number of a unit in a mean"),
)
UNIT_VALUES = array(
    "unit-values",
    "h",
    (HIDDEN_SIZE,),
    Text(ja="1つのサンプルの、層の値", en="values of a layer for one sample"),
)
LAYER_MEAN = array("layer-mean", "m", (), Text(ja="層の平均", en="mean over the layer"), code="m")
LAYER_VARIANCE = array(
    "layer-variance", "v", (), Text(ja="層の分散", en="variance over the layer"), code="v"
)
LAYER_NORMALIZED = array(
    "layer-normalized",
    "u",
    (HIDDEN_SIZE,),
    Text(ja="層で正規化した値", en="values normalised over the layer"),
)
NORMALIZED_VALUES = array(
    "normalized-values",
    "u",
    (HIDDEN_SIZE,),
    Text(ja="正規化した値", en="normalised values"),
)
ARRIVING = array(
    "arriving-gradient",
    "g",
    (HIDDEN_SIZE,),
    Text(ja="正規化した値に戻ってくる勾配", en="gradient that comes back to the normalised values"),
    role=Role.GRADIENT,
)
LAYER_SCALE = Symbol(
    id="layer-scale",
    meaning=Text(ja="層の値に掛かる正の数", en="positive factor of all values of the layer"),
    latex="c",
    typst="c",
    code="c",
)
MEAN_VALUE = Symbol(
    id="mean-of-values",
    meaning=Text(ja="値の平均", en="mean of the values"),
    latex="m",
    typst="m",
    code="m",
)
VARIANCE_VALUE = Symbol(
    id="variance-of-values",
    meaning=Text(ja="値の分散", en="variance of the values"),
    latex="v",
    typst="v",
    code="v",
)
BATCH_MEAN_VALUE = Symbol(
    id="mean-of-this-batch",
    meaning=Text(ja="このバッチの平均", en="mean of this batch"),
    latex="m'",
    typst="m'",
    code="m_batch",
)
