"""Mini-batches without chance: what averages over the training data say of single samples."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Derivative
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, differentiate
from nnmath.proof.statements import equal
from nnmath.theory.descent_vocabulary import N, i, n, n_other, sample_losses, w, z

MEAN = total(n, z[n]) / N
MEAN_SQUARE = total(n, z[n] ** 2) / N
VARIANCE = total(n, (z[n] - MEAN) ** 2) / N

FULL_GRADIENT = (
    Derivation(
        id="full-gradient",
        name=Text(ja="全体の勾配は1つずつの勾配の平均", en="The full gradient is a mean"),
        source="goodfellow2016, section 8.1.3",
    )
    .start(Derivative(total(n, sample_losses[n]) / N, w[i]))
    .by(
        differentiate,
        total(n, Derivative(sample_losses[n], w[i])) / N,
        because=Text(
            ja="和の導関数は導関数の和、定数倍はそのままです。",
            en="The derivative of a sum is the sum of the derivatives; constants stay.",
        ),
    )
)

PAIR = (z[n] + z[n_other]) / 2
MEAN_OF_PAIRS = (
    Derivation(
        id="mean-over-pairs",
        name=Text(
            ja="2個のミニバッチすべての平均は全体の平均",
            en="The mean over all mini-batches of two is the full mean",
        ),
        source="own",
    )
    .start(total(n, total(n_other, PAIR)) / N**2)
    .by(
        algebra,
        (N * total(n, z[n]) + N * total(n_other, z[n_other])) / (2 * N**2),
        because=Text(
            ja="どのデータも、1番目としても2番目としても N 回ずつ現れます。",
            en="Every sample comes first N times, and second N times.",
        ),
    )
    .by(
        algebra,
        MEAN,
        because=Text(
            ja="偏りのない見積もりです。平均すると、全体の勾配に一致します。",
            en="The estimate is unbiased: on average it is the full gradient.",
        ),
    )
)

MEAN_SQUARE_SPLITS = Theorem(
    id="mean-square-splits",
    name=Text(ja="2乗の平均は、平均の2乗と分散の和", en="Mean square = squared mean + variance"),
    statement=equal(MEAN_SQUARE, MEAN**2 + VARIANCE),
    source="bishop2006, section 1.2.2",
    argument=(
        Have(
            statement=equal(
                total(n, (z[n] - MEAN) ** 2),
                total(n, z[n] ** 2) - 2 * MEAN * total(n, z[n]) + N * MEAN**2,
            ),
            by=from_these(),
            because=Text(ja="展開して、項ごとに和をとります。", en="Expand and sum."),
        ),
        Have(
            statement=equal(MEAN_SQUARE, MEAN**2 + VARIANCE),
            by=from_facts,
            because=Text(
                ja="和は平均の N 倍なので、交差する項がまとまります。",
                en="The sum is N times the mean: the mixed terms collect.",
            ),
        ),
    ),
)

NOISE_ADDS_LENGTH = Theorem(
    id="noise-adds-length",
    name=Text(
        ja="1つずつの勾配は、平均すると全体の勾配より長い",
        en="On average, single gradients are longer than the full one",
    ),
    statement=MEAN**2 <= MEAN_SQUARE,
    uses=("mean-square-splits",),
    source="own",
    argument=(
        Have(
            statement=equal(MEAN_SQUARE, MEAN**2 + VARIANCE),
            by=cite("mean-square-splits"),
            because=Text(ja="2乗の平均を分けます。", en="Split the mean square."),
        ),
        Have(
            statement=total(n, (z[n] - MEAN) ** 2) >= 0,
            by=from_these(),
            because=Text(ja="分散は平方の和です。", en="The variance is a sum of squares."),
        ),
        Have(
            statement=MEAN**2 <= MEAN_SQUARE,
            by=from_facts,
            because=Text(ja="差は分散です。", en="The difference is the variance."),
        ),
    ),
)

PAIR_VARIANCE = (
    Derivation(
        id="variance-over-pairs",
        name=Text(
            ja="2個のミニバッチの分散は半分", en="Mini-batches of two have half the variance"
        ),
        source="own",
    )
    .start(total(n, total(n_other, (PAIR - MEAN) ** 2)) / N**2)
    .by(
        algebra,
        VARIANCE / 2,
        because=Text(
            ja="展開すると、1番目と2番目のずれの積は平均すると 0 になります。",
            en="Multiplied out, the product of the two deviations averages to 0.",
        ),
    )
)

CLAIMS = (FULL_GRADIENT, MEAN_OF_PAIRS, MEAN_SQUARE_SPLITS, NOISE_ADDS_LENGTH, PAIR_VARIANCE)
