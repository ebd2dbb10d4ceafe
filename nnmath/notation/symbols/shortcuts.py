"""Symbols of skip connections and of normalisation."""

from __future__ import annotations

from nnmath.notation.arrays import array, index
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols.networks import BATCH_SIZE, HIDDEN_SIZE
from nnmath.notation.text import Text

BLOCK_INPUT = array(
    "block-input", "h", (HIDDEN_SIZE,), Text(ja="ブロックの入力", en="input of the block")
)
BLOCK_RESIDUAL = array(
    "block-residual",
    "f",
    (HIDDEN_SIZE,),
    Text(ja="ブロックが学ぶ残差", en="residual that the block learns"),
)
BLOCK_OUTPUT = array(
    "block-output",
    "h'",
    (HIDDEN_SIZE,),
    Text(ja="ブロックの出力", en="output of the block"),
    code="h_next",
)
BLOCK_LOSS = array("block-loss", "E", (), Text(ja="損失", en="loss"), code="loss", role=Role.LOSS)
FEATURE = array(
    "feature",
    "h",
    (BATCH_SIZE,),
    Text(ja="バッチの中での1つの特徴", en="one feature over the batch"),
)
MOVED_SAMPLE = index(
    "moved-sample",
    "p",
    BATCH_SIZE,
    Text(ja="動かすサンプルの番号", en="number of the sample that is moved"),
)
MEAN = array("batch-mean", "m", (), Text(ja="バッチの平均", en="mean over the batch"), code="m")
VARIANCE = array(
    "batch-variance", "v", (), Text(ja="バッチの分散", en="variance over the batch"), code="v"
)
SMALL_NUMBER = Symbol(
    id="small-number",
    meaning=Text(ja="分散に足す小さな正の数", en="small positive number added to the variance"),
    latex=r"\varepsilon",
    typst="epsilon",
    code="epsilon",
)
NORMALIZED = array(
    "normalized-feature",
    "u",
    (BATCH_SIZE,),
    Text(ja="正規化した特徴", en="normalised feature"),
)
SCALE = Symbol(
    id="normalization-scale",
    meaning=Text(ja="正規化のあとに掛ける数", en="scale after normalising"),
    latex=r"\gamma",
    typst="gamma",
    code="gamma",
    role=Role.WEIGHT,
)
SHIFT = Symbol(
    id="normalization-shift",
    meaning=Text(ja="正規化のあとに足す数", en="shift after normalising"),
    latex=r"\beta",
    typst="beta",
    code="beta",
    role=Role.BIAS,
)
NORMALIZED_OUTPUT = array(
    "normalized-output",
    "y",
    (BATCH_SIZE,),
    Text(ja="正規化層の出力", en="output of the normalisation"),
)
NORMALIZED_LOSS = array(
    "normalized-loss", "E", (), Text(ja="損失", en="loss"), code="loss", role=Role.LOSS
)
INPUT_SCALE = Symbol(
    id="input-scale",
    meaning=Text(ja="入力側の重みに掛ける正の数", en="positive scale of the weights before"),
    latex="a",
    typst="a",
    code="a",
)
