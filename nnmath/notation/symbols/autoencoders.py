"""Symbols of the linear autoencoder with one hidden unit."""

from __future__ import annotations

from nnmath.notation.arrays import array
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols.descent import WEIGHT_COUNT
from nnmath.notation.text import Text

DECODER = array(
    "decoder-direction",
    "v",
    (WEIGHT_COUNT,),
    Text(ja="復号の向き", en="direction of the decoder"),
    role=Role.WEIGHT,
)
AUTOENCODED = array(
    "autoencoded",
    "x",
    (WEIGHT_COUNT,),
    Text(ja="平均が 0 のデータの1点", en="a point of data with mean 0"),
    role=Role.DATA,
)
CODE = Symbol(
    id="code-value",
    meaning=Text(ja="符号(隠れノードの値)", en="code, the value of the hidden unit"),
    latex="c",
    typst="c",
    code="code",
)
