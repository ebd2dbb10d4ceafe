"""The gradient of a mini-batch that is drawn at random: its mean, and its variance with and without
replacement."""

from __future__ import annotations

from nnmath.notation.symbols import chance
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.expectation_rules import by_laws, linearity, variance_defined
from nnmath.proof.expectations import expectation, variance
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import by
from nnmath.proof.laws import Draws, Random
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.rules import algebra, lemma
from nnmath.proof.statements import equal
from nnmath.theory.descent_vocabulary import N, n, z

B = Variable(chance.BATCH_COUNT)
b = Variable(chance.DRAW_INDEX)
s = Tensor(chance.DRAWS)
REPLACED = Random(s[b], Draws(replacement=True), independent=True)
KEPT_OUT = Random(s[b], Draws(replacement=False))

MEAN = total(n, z[n]) / N
SPREAD = total(n, (z[n] - MEAN) ** 2) / N
ESTIMATE = total(b, z[s[b]]) / B


def mean(body: Node) -> Node:
    """The mean over what is drawn."""
    return expectation(body, s)


def _unbiased(id: str, name: Text, law: Random) -> Derivation:
    return (
        Derivation(id=id, name=name, given=(law,), source="robbins1951")
        .start(mean(ESTIMATE))
        .by(
            linearity,
            total(b, mean(z[s[b]])) / B,
            because=Text(ja="期待値は和の中に入ります。", en="The mean goes inside the sum."),
        )
        .by(
            by_laws,
            total(b, MEAN) / B,
            because=Text(
                ja="1回の取り出しでは、どのデータも同じ確率 1/N で選ばれます。",
                en="In one draw every sample has the same chance 1/N.",
            ),
        )
        .by(
            algebra,
            MEAN,
            because=Text(
                ja="B 回とも同じ平均なので、そのまま全データの平均になります。",
                en="All B draws have this mean: it is the mean over all samples.",
            ),
        )
    )


BATCH_UNBIASED = _unbiased(
    "batch-unbiased",
    Text(
        ja="復元抽出のミニバッチの勾配は、期待値が全データの勾配に等しい",
        en="With replacement, the gradient of a mini-batch is unbiased",
    ),
    REPLACED,
)
BATCH_UNBIASED_WITHOUT = _unbiased(
    "batch-unbiased-without-replacement",
    Text(
        ja="非復元抽出でも、期待値は全データの勾配に等しい",
        en="Without replacement it is unbiased as well",
    ),
    KEPT_OUT,
)

BATCH_VARIANCE = (
    Derivation(
        id="batch-gradient-variance",
        name=Text(
            ja="復元抽出のミニバッチの勾配の分散は σ²/B",
            en="With replacement the variance is σ²/B",
        ),
        given=(REPLACED,),
        uses=("batch-unbiased",),
        source="bottou2018",
    )
    .start(variance(ESTIMATE, s))
    .by(
        variance_defined,
        mean((ESTIMATE - mean(ESTIMATE)) ** 2),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("batch-unbiased"),
        mean((ESTIMATE - MEAN) ** 2),
        because=Text(ja="平均は求めてあります。", en="The mean is known."),
    )
    .by(
        by_laws,
        SPREAD / B,
        because=Text(
            ja="異なる回は独立なので、ずれの積の平均は 0 です。B 個の分散を B² で割ります。",
            en="Different draws are independent: products of deviations have mean 0. B variances "
            "are left, over B².",
        ),
    )
)

DEVIATIONS_CANCEL = Theorem(
    id="deviations-cancel",
    name=Text(ja="平均からのずれの和は 0", en="Deviations from the mean add up to 0"),
    statement=equal(total(n, z[n] - MEAN), 0),
    source="own",
    argument=(
        Have(
            statement=equal(total(n, z[n] - MEAN), 0),
            by=by(algebra),
            because=Text(
                ja="平均を N 個足すと、もとの和になります。",
                en="N times the mean is the sum itself.",
            ),
        ),
    ),
)

TWO_DRAWS = (
    Derivation(
        id="two-draws-covariance",
        name=Text(
            ja="非復元抽出では、1回目と2回目の共分散は −σ²/(N − 1)",
            en="Without replacement the first two draws have the covariance −σ²/(N − 1)",
        ),
        given=(N >= 2, B >= 2, KEPT_OUT),
        source="cochran1977",
    )
    .start(mean((z[s[1]] - MEAN) * (z[s[2]] - MEAN)))
    .by(
        by_laws,
        -SPREAD / (N - 1),
        because=Text(
            ja="相異なる2つのデータの組はどれも同じ確率です。ずれの総和が 0 なので、"
            "相異なる組のずれの積の和は、2乗の和の符号を変えたものになります。",
            en="Every pair of different samples has the same chance. As all deviations add up to "
            "0, the products over different pairs add up to minus the sum of squares.",
        ),
    )
)

BATCH_VARIANCE_WITHOUT = (
    Derivation(
        id="batch-gradient-variance-without-replacement",
        name=Text(
            ja="非復元抽出では分散に (N − B)/(N − 1) が掛かる",
            en="Without replacement the variance has the factor (N − B)/(N − 1)",
        ),
        given=(N >= 2, KEPT_OUT),
        uses=("batch-unbiased-without-replacement",),
        source="cochran1977",
    )
    .start(variance(ESTIMATE, s))
    .by(
        variance_defined,
        mean((ESTIMATE - mean(ESTIMATE)) ** 2),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("batch-unbiased-without-replacement"),
        mean((ESTIMATE - MEAN) ** 2),
        because=Text(ja="平均は求めてあります。", en="The mean is known."),
    )
    .by(
        by_laws,
        (SPREAD * B - SPREAD / (N - 1) * (B * (B - 1))) / B**2,
        because=Text(
            ja="B 個の分散と、B(B − 1) 組の共分散 −σ²/(N − 1) を足します。",
            en="Add B variances, and B(B − 1) covariances −σ²/(N − 1).",
        ),
    )
    .by(
        algebra,
        SPREAD / B * ((N - B) / (N - 1)),
        because=Text(
            ja="まとめます。B = N なら 0 です。全データを使えば、ばらつきはありません。",
            en="Collect. At B = N it is 0: all samples leave nothing to chance.",
        ),
    )
)

CLAIMS = (
    BATCH_UNBIASED,
    BATCH_UNBIASED_WITHOUT,
    BATCH_VARIANCE,
    DEVIATIONS_CANCEL,
    TWO_DRAWS,
    BATCH_VARIANCE_WITHOUT,
    Mistake(
        id="mistake-batch-deviation",
        name=Text(
            ja="ミニバッチを B 倍にすると、ばらつきの分散が 1/B² になる",
            en="B times the batch, 1/B² the variance",
        ),
        statement=equal(variance(ESTIMATE, s), SPREAD / B**2),
        given=(REPLACED, B >= 2),
        source="own",
        why=Text(
            ja="分散は 1/B になります。標準偏差では 1/√B です。",
            en="The variance has the factor 1/B, the standard deviation 1/√B.",
        ),
        corrects="batch-gradient-variance",
    ),
    Mistake(
        id="mistake-batch-independent",
        name=Text(ja="非復元抽出でも分散は σ²/B", en="σ²/B without replacement, too"),
        statement=equal(variance(ESTIMATE, s), SPREAD / B),
        given=(N >= 2, KEPT_OUT, B >= 2),
        source="own",
        why=Text(
            ja="非復元抽出では各回が独立ではなく、大きい値のあとには小さい値が出やすくなります。",
            en="Without replacement draws are not independent: after a large one, small ones are "
            "more likely.",
        ),
        corrects="batch-gradient-variance-without-replacement",
    ),
)
