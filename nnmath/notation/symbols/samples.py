"""Symbols of learning-rate schedules and of training samples."""

from __future__ import annotations

from nnmath.notation.arrays import array, size
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols.descent import TIME
from nnmath.notation.text import Text

PEAK_RATE = Symbol(
    id="peak-rate",
    meaning=Text(ja="最大の学習率", en="largest learning rate"),
    latex=r"\eta_{\max}",
    typst="eta_max",
    code="peak_rate",
    role=Role.LEARNING_RATE,
)
EXPONENTIAL_RATE = Symbol(
    id="exponential-rate",
    meaning=Text(ja="指数的に減衰する学習率", en="exponentially decaying learning rate"),
    latex=r"\eta",
    typst="eta",
    code="rate",
    role=Role.LEARNING_RATE,
    shape=(TIME,),
)
COSINE_RATE = Symbol(
    id="cosine-rate",
    meaning=Text(ja="余弦に沿って下げる学習率", en="learning rate that follows a cosine"),
    latex=r"\eta",
    typst="eta",
    code="rate",
    role=Role.LEARNING_RATE,
    shape=(TIME,),
)
LAST_RATE = Symbol(
    id="last-rate",
    meaning=Text(ja="最後の学習率", en="last learning rate"),
    latex=r"\eta_{\min}",
    typst="eta_min",
    code="last_rate",
    role=Role.LEARNING_RATE,
)
STEPPED_RATE = Symbol(
    id="stepped-rate",
    meaning=Text(ja="段階的に下げる学習率", en="learning rate that drops in steps"),
    latex=r"\eta",
    typst="eta",
    code="rate",
    role=Role.LEARNING_RATE,
    shape=(TIME,),
)
DROP_TIME = Symbol(
    id="drop-time",
    meaning=Text(ja="学習率を下げるまでの更新回数", en="number of updates before the drop"),
    latex="n",
    typst="n",
    code="drop",
    sort=Sort.COUNT,
)
DROPS = size("drops", "K", Text(ja="学習率を下げる回数", en="number of drops of the rate"))
DROP_TIMES = array(
    "drop-times",
    "n",
    (DROPS,),
    Text(ja="学習率を下げるまでの更新回数", en="numbers of updates before each drop"),
    code="drops",
)
COUNTED_DROP = Symbol(
    id="counted-drop",
    meaning=Text(ja="何回目の段か", en="number of a drop"),
    latex="k",
    typst="k",
    code="k",
    sort=Sort.NATURAL,
)
DROPS_PASSED = Symbol(
    id="drops-passed",
    meaning=Text(ja="数え終えた段の数", en="number of drops counted so far"),
    latex="s",
    typst="s",
    code="s",
    sort=Sort.NATURAL,
)
INVERSE_TIME_RATE = Symbol(
    id="inverse-time-rate",
    meaning=Text(ja="更新回数に反比例する学習率", en="learning rate that decays like 1/t"),
    latex=r"\eta",
    typst="eta",
    code="rate",
    role=Role.LEARNING_RATE,
    shape=(TIME,),
)
WARM_UP_RATE = Symbol(
    id="warm-up-rate",
    meaning=Text(ja="ウォームアップ中の学習率", en="learning rate during the warm-up"),
    latex=r"\eta",
    typst="eta",
    code="warm_up_rate",
    role=Role.LEARNING_RATE,
    shape=(TIME,),
)
DECAY = Symbol(
    id="decay",
    meaning=Text(ja="減衰率", en="decay factor"),
    latex=r"\gamma",
    typst="gamma",
    code="decay",
)
BLOCK_COUNT = Symbol(
    id="block-count",
    meaning=Text(ja="ひとまとまりの更新の回数", en="number of updates in a block"),
    latex="n",
    typst="n",
    code="n",
    sort=Sort.NATURAL,
)
WARM_UP_LENGTH = Symbol(
    id="warm-up-length",
    meaning=Text(ja="ウォームアップの長さ", en="length of the warm-up"),
    latex=r"T_{\mathrm{w}}",
    typst='T_upright("w")',
    code="warm_up_length",
    sort=Sort.COUNT,
)
SAMPLE_COUNT = Symbol(
    id="sample-count",
    meaning=Text(ja="訓練データの個数", en="number of training samples"),
    latex="N",
    typst="N",
    code="N",
    sort=Sort.COUNT,
)
SAMPLE_INDEX = Symbol(
    id="sample-index",
    meaning=Text(ja="訓練データの番号", en="number of a training sample"),
    latex="n",
    typst="n",
    code="n",
    sort=Sort.INDEX,
    size=SAMPLE_COUNT,
)
OTHER_SAMPLE_INDEX = Symbol(
    id="other-sample-index",
    meaning=Text(ja="別の訓練データの番号", en="number of another training sample"),
    latex="m",
    typst="m",
    code="m",
    sort=Sort.INDEX,
    size=SAMPLE_COUNT,
)
SAMPLE_LOSSES = Symbol(
    id="sample-losses",
    meaning=Text(ja="訓練データ1つずつの損失", en="losses of single training samples"),
    latex=r"\ell",
    typst="ell",
    code="sample_losses",
    role=Role.LOSS,
    shape=(SAMPLE_COUNT,),
)
SAMPLE_SLOPES = Symbol(
    id="sample-slopes",
    meaning=Text(ja="訓練データ1つずつの勾配の成分", en="slopes of single training samples"),
    latex="z",
    typst="z",
    code="z",
    role=Role.GRADIENT,
    shape=(SAMPLE_COUNT,),
)
