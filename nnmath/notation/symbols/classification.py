"""Symbols of losses over several outputs and over a batch."""

from __future__ import annotations

from nnmath.notation.arrays import array
from nnmath.notation.roles import Role
from nnmath.notation.symbols.networks import BATCH_SIZE, OUTPUT_SIZE
from nnmath.notation.text import Text

TARGETS = array("targets", "y", (OUTPUT_SIZE,), Text(ja="教師信号", en="targets"), role=Role.TARGET)
PREDICTIONS = array(
    "predictions",
    r"\hat{y}",
    (OUTPUT_SIZE,),
    Text(ja="予測値", en="predictions"),
    typst="hat(y)",
    code="y_hat",
    role=Role.PREDICTION,
)
CROSS_ENTROPY = array(
    "cross-entropy",
    "E",
    (),
    Text(ja="交差エントロピー", en="cross-entropy"),
    code="cross_entropy",
    role=Role.LOSS,
)
SOFTMAX_CROSS_ENTROPY = array(
    "softmax-cross-entropy",
    "E",
    (),
    Text(
        ja="ソフトマックス関数の出力の交差エントロピー", en="cross-entropy of the softmax outputs"
    ),
    code="softmax_cross_entropy",
    role=Role.LOSS,
)
ENTROPY = array(
    "entropy",
    r"\mathrm{H}",
    (),
    Text(ja="教師信号のエントロピー", en="entropy of the targets"),
    typst='op("H")',
    code="entropy",
)
DIVERGENCE = array(
    "divergence",
    r"\mathrm{KL}",
    (),
    Text(ja="KLダイバージェンス", en="Kullback–Leibler divergence"),
    typst='op("KL")',
    code="divergence",
    role=Role.LOSS,
)

# A batch: rows are samples

BATCH_TARGETS = array(
    "batch-targets",
    "Y",
    (BATCH_SIZE, OUTPUT_SIZE),
    Text(ja="バッチの教師信号", en="targets of the batch"),
    role=Role.TARGET,
)
BATCH_PREDICTIONS = array(
    "batch-predictions",
    r"\hat{Y}",
    (BATCH_SIZE, OUTPUT_SIZE),
    Text(ja="バッチの予測値", en="predictions for the batch"),
    typst="hat(Y)",
    code="Y_hat",
    role=Role.PREDICTION,
)
BATCH_LOGITS = array(
    "batch-logits",
    "Z",
    (BATCH_SIZE, OUTPUT_SIZE),
    Text(ja="バッチのロジット", en="logits of the batch"),
)
BATCH_PROBABILITIES = array(
    "batch-probabilities",
    "S",
    (BATCH_SIZE, OUTPUT_SIZE),
    Text(
        ja="バッチの各行にソフトマックス関数を適用した出力",
        en="softmax outputs, row by row of the batch",
    ),
    role=Role.PREDICTION,
)
MEAN_SQUARED_ERROR = array(
    "mean-squared-error",
    "E",
    (),
    Text(ja="平均二乗誤差", en="mean squared error"),
    code="mean_squared_error",
    role=Role.LOSS,
)
BATCH_CROSS_ENTROPY = array(
    "batch-cross-entropy",
    "E",
    (),
    Text(ja="バッチで平均した交差エントロピー", en="cross-entropy, averaged over the batch"),
    code="batch_cross_entropy",
    role=Role.LOSS,
)
BATCH_BINARY_CROSS_ENTROPY = array(
    "batch-binary-cross-entropy",
    "E",
    (),
    Text(
        ja="バッチで平均した2値交差エントロピー",
        en="binary cross-entropy, averaged over the batch",
    ),
    code="batch_binary_cross_entropy",
    role=Role.LOSS,
)
ROW_SHIFTS = array(
    "row-shifts",
    "c",
    (BATCH_SIZE,),
    Text(ja="行ごとにロジットから引く数", en="what is taken off the logits of each row"),
)
LIKELIHOOD = array(
    "likelihood",
    "L",
    (),
    Text(ja="尤度", en="likelihood"),
    code="likelihood",
)
