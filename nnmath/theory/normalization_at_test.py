"""Batch normalisation after training: with fixed mean and variance it is an affine function."""

from __future__ import annotations

from nnmath.notation.symbols import layer_norms, shortcuts, single_unit
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.nodes import SQRT, Variable
from nnmath.proof.rules import algebra
from nnmath.proof.statements import equal

x = Variable(single_unit.INPUT)
m, v = Variable(layer_norms.MEAN_VALUE), Variable(layer_norms.VARIANCE_VALUE)
m_batch = Variable(layer_norms.BATCH_MEAN_VALUE)
epsilon, gamma, beta = (
    Variable(each) for each in (shortcuts.SMALL_NUMBER, shortcuts.SCALE, shortcuts.SHIFT)
)
ROOT = SQRT(v + epsilon)
POSITIVE = (epsilon > 0, v >= 0)

NORMALIZATION_AT_TEST = (
    Derivation(
        id="normalization-at-test",
        name=Text(
            ja="テストのときのバッチ正規化は、1次関数",
            en="At test time batch normalisation is an affine function",
        ),
        given=POSITIVE,
        source="ioffe2015, section 3.1",
    )
    .start(gamma * ((x - m) / ROOT) + beta)
    .by(
        algebra,
        (gamma / ROOT) * x + (beta - gamma * m / ROOT),
        because=Text(
            ja="訓練で求めた平均と分散を使うので、ほかのサンプルによりません。"
            "前の層の重みとバイアスに含められます。",
            en="Mean and variance come from training, so other samples do not count: it can be "
            "taken into the weights and biases of the layer before.",
        ),
    )
)

CLAIMS = (
    NORMALIZATION_AT_TEST,
    Mistake(
        id="mistake-batch-mean-at-test",
        name=Text(
            ja="テストでもバッチの平均を使えばよい", en="At test time, too, the batch has the mean"
        ),
        statement=equal(gamma * ((x - m_batch) / ROOT), gamma * ((x - m) / ROOT)),
        given=POSITIVE,
        source="own",
        why=Text(
            ja="バッチの平均は、いっしょに入力したサンプルで変わります。同じ入力でも出力が変わります。",
            en="That mean changes with the company: the same input would have other outputs.",
        ),
        corrects="normalization-at-test",
    ),
)
