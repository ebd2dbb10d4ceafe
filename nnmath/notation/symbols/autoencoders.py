"""Symbols of the linear autoencoder with one hidden unit."""

from __future__ import annotations

from nnmath.notation.arrays import array, index, size
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
CODE_SIZE = size("code-size", "K", Text(ja="符号の長さ", en="length of the code"))
CODE_UNIT = index("code-unit", "k", CODE_SIZE, Text(ja="符号の番号", en="number of a code unit"))
OTHER_CODE_UNIT = index(
    "other-code-unit",
    "p",
    CODE_SIZE,
    Text(ja="もう1つの符号の番号", en="number of another code unit"),
)
CODES = array("codes", "c", (CODE_SIZE,), Text(ja="符号", en="code"))
DECODERS = array(
    "decoder-directions",
    "v",
    (CODE_SIZE, WEIGHT_COUNT),
    Text(ja="復号の向き", en="directions of the decoder"),
    role=Role.WEIGHT,
)
PROJECTIONS = array(
    "projections",
    "a",
    (CODE_SIZE,),
    Text(ja="データの、復号の向きとの内積", en="inner products of the data with the directions"),
)
GRAM = array(
    "decoder-products",
    "G",
    (CODE_SIZE, CODE_SIZE),
    Text(ja="復号の向きどうしの内積", en="inner products of the directions"),
)
KEPT_SHARES = array(
    "kept-shares",
    "p",
    (WEIGHT_COUNT,),
    Text(ja="固有ベクトルのうち残る割合", en="share of an eigenvector that is kept"),
)
CHOSEN = array(
    "chosen-eigenvectors",
    "s",
    (WEIGHT_COUNT,),
    Text(
        ja="固有値がしきい値以上なら 1、それ以外は 0",
        en="1 for eigenvalues from the threshold upwards, 0 for others",
    ),
)
THRESHOLD = Symbol(
    id="eigenvalue-threshold",
    meaning=Text(ja="固有値のしきい値", en="threshold of the eigenvalues"),
    latex=r"\mu",
    typst="mu",
    code="mu",
)
