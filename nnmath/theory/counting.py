"""Counting: parameters of a deep network, and what an epoch costs."""

from __future__ import annotations

from nnmath.notation.symbols import counts, samples
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import Variable
from nnmath.proof.rules import algebra
from nnmath.proof.statements import equal

n = Tensor(counts.WIDTHS)
layer, L, H = (Variable(symbol) for symbol in (counts.COUNTED, counts.LAYERS, counts.WIDTH))
N, B = Variable(samples.SAMPLE_COUNT), Variable(counts.SAMPLES_IN_BATCH)
cost = Variable(counts.SAMPLE_COST)

DEEP_PARAMETER_COUNT = (
    Derivation(
        id="deep-parameter-count",
        name=Text(
            ja="深いネットワークのパラメータの数", en="The number of parameters of a deep network"
        ),
        source="own",
    )
    .start(total(layer, n[layer - 1] * n[layer], 1, L) + total(layer, n[layer], 1, L))
    .by(
        algebra,
        total(layer, (n[layer - 1] + 1) * n[layer], 1, L),
        because=Text(
            ja="重みとバイアスを、層ごとにまとめます。", en="Weights and biases, layer by layer."
        ),
    )
)

EQUAL_WIDTHS = (
    Derivation(
        id="equal-width-parameter-count",
        name=Text(
            ja="深さには比例し、幅には平方で増える",
            en="In proportion to depth, and like the square of the width",
        ),
        source="own",
    )
    .start(total(layer, (H + 1) * H, 1, L))
    .by(
        algebra,
        L * (H**2 + H),
        because=Text(
            ja="どの層の幅も同じなら、同じ項が層の数だけ並びます。",
            en="With layers of one width there are as many equal terms as layers.",
        ),
    )
)

EPOCH_COST = (
    Derivation(
        id="cost-of-an-epoch",
        name=Text(
            ja="1エポックの手間は、バッチの大きさによらない",
            en="The cost of an epoch does not depend on the size of the batches",
        ),
        source="bottou2018",
    )
    .start(N / B * (B * cost))
    .by(
        algebra,
        N * cost,
        because=Text(
            ja="更新1回の手間はバッチの大きさに比例し、更新の回数は反比例します。",
            en="An update costs in proportion to its batch, and the number of updates goes "
            "the other way.",
        ),
    )
)

CLAIMS = (
    DEEP_PARAMETER_COUNT,
    EQUAL_WIDTHS,
    EPOCH_COST,
    Mistake(
        id="mistake-width-in-proportion",
        name=Text(
            ja="幅を2倍にすると、パラメータも2倍になる",
            en="Twice the width, twice the parameters",
        ),
        statement=equal(L * ((2 * H) ** 2 + 2 * H), 2 * (L * (H**2 + H))),
        source="own",
        why=Text(
            ja="隠れ層どうしの重みは、前後の両方の幅に比例します。およそ4倍になります。",
            en="Between hidden layers both widths count: there are about four times as many.",
        ),
        corrects="equal-width-parameter-count",
    ),
)
