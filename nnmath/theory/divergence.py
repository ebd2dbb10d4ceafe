"""Entropy and divergence: why cross-entropy is least where the predictions are the targets."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import LOG
from nnmath.proof.rules import algebra, fold, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.logarithm_bound import x
from nnmath.theory.network_vocabulary import cross_entropy, divergence, entropy, k, y, y_hat

TARGETS_POSITIVE = ForAll(k, y[k] > 0)
PREDICTIONS_POSITIVE = ForAll(k, y_hat[k] > 0)
TARGETS_ADD_UP = equal(total(k, y[k]), 1)
PREDICTIONS_ADD_UP = equal(total(k, y_hat[k]), 1)
POSITIVE = (TARGETS_POSITIVE, PREDICTIONS_POSITIVE)
DISTRIBUTIONS = (*POSITIVE, TARGETS_ADD_UP, PREDICTIONS_ADD_UP)
RATIO = y_hat[k] / y[k]

ENTROPY = Definition(
    id="entropy",
    name=Text(ja="エントロピー", en="Entropy"),
    left=entropy[()],
    right=-total(k, y[k] * LOG(y[k])),
    given=(TARGETS_POSITIVE,),
    source="goodfellow2016, section 3.13",
    witness="tests/reference/classification.py::entropy",
)

DIVERGENCE = Definition(
    id="divergence",
    name=Text(ja="KLダイバージェンス", en="Kullback–Leibler divergence"),
    left=divergence[()],
    right=total(k, y[k] * (LOG(y[k]) - LOG(y_hat[k]))),
    given=POSITIVE,
    source="goodfellow2016, section 3.13",
    witness="tests/reference/classification.py::divergence",
)

DIVERGENCE_IS_EXCESS = (
    Derivation(
        id="divergence-is-excess",
        name=Text(
            ja="KLダイバージェンスは、交差エントロピーとエントロピーの差",
            en="The divergence is cross-entropy minus entropy",
        ),
        given=POSITIVE,
        uses=("divergence", "cross-entropy", "entropy"),
        source="goodfellow2016, section 3.13",
    )
    .start(divergence[()])
    .by(
        unfold(divergence),
        total(k, y[k] * (LOG(y[k]) - LOG(y_hat[k]))),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        -total(k, y[k] * LOG(y_hat[k])) - (-total(k, y[k] * LOG(y[k]))),
        because=Text(ja="和を2つに分けます。", en="Split the sum in two."),
    )
    .by(
        fold(cross_entropy),
        cross_entropy[()] - (-total(k, y[k] * LOG(y[k]))),
        because=Text(ja="はじめの和は交差エントロピーです。", en="The first is cross-entropy."),
    )
    .by(
        fold(entropy),
        cross_entropy[()] - entropy[()],
        because=Text(
            ja="あとの和はエントロピーで、予測値によりません。",
            en="The second is the entropy, on which the predictions have no influence.",
        ),
    )
)

GIBBS_INEQUALITY = Theorem(
    id="gibbs-inequality",
    name=Text(ja="KLダイバージェンスは負にならない", en="The divergence is never negative"),
    statement=divergence[()] >= 0,
    given=DISTRIBUTIONS,
    uses=("divergence", "logarithm-bound"),
    source="bishop2006, section 1.6.1",
    argument=(
        Have(
            statement=LOG(RATIO) <= RATIO - 1,
            by=cite("logarithm-bound", {x: RATIO}),
            because=Text(
                ja="対数は接線より上に出ません。これを比に使います。",
                en="The logarithm stays below its tangent: use that for the ratio.",
            ),
        ),
        Have(
            statement=ForAll(k, y[k] * (RATIO - 1 - LOG(RATIO)) >= 0),
            by=from_facts,
            because=Text(
                ja="教師信号は正なので、掛けても不等号は変わりません。",
                en="The targets are positive: multiplying keeps the inequality.",
            ),
        ),
        Have(
            statement=total(k, y[k] * (RATIO - 1 - LOG(RATIO))) >= 0,
            by=from_facts,
            because=Text(ja="すべてのクラスで足します。", en="Add up over the classes."),
        ),
        Have(
            statement=equal(
                total(k, y[k] * (RATIO - 1 - LOG(RATIO))),
                total(k, y_hat[k]) - total(k, y[k]) + total(k, y[k] * (LOG(y[k]) - LOG(y_hat[k]))),
            ),
            by=by(algebra),
            because=Text(ja="展開して3つの和に分けます。", en="Expand into three sums."),
        ),
        Have(
            statement=total(k, y[k] * (LOG(y[k]) - LOG(y_hat[k]))) >= 0,
            by=from_facts,
            because=Text(
                ja="はじめの2つの和はどちらも 1 なので、打ち消し合います。",
                en="The first two sums are both 1 and cancel.",
            ),
        ),
        Have(
            statement=equal(divergence[()], total(k, y[k] * (LOG(y[k]) - LOG(y_hat[k])))),
            by=by(unfold(divergence)),
            because=Text(ja="定義です。", en="This is the definition."),
        ),
        Have(
            statement=divergence[()] >= 0,
            by=from_facts,
            because=Text(ja="だから負になりません。", en="Hence it is not negative."),
        ),
    ),
)

CROSS_ENTROPY_LEAST = Theorem(
    id="cross-entropy-least",
    name=Text(
        ja="交差エントロピーは、予測値が教師信号と一致するとき最小",
        en="Cross-entropy is least where the predictions are the targets",
    ),
    statement=cross_entropy[()] >= -total(k, y[k] * LOG(y[k])),
    given=DISTRIBUTIONS,
    uses=("gibbs-inequality", "divergence-is-excess", "entropy"),
    source="own",
    argument=(
        Have(
            statement=divergence[()] >= 0,
            by=cite("gibbs-inequality"),
            because=Text(
                ja="KLダイバージェンスは負になりません。", en="The divergence is never negative."
            ),
        ),
        Have(
            statement=equal(divergence[()], cross_entropy[()] - entropy[()]),
            by=cite("divergence-is-excess"),
            because=Text(
                ja="それは交差エントロピーがエントロピーを超える分です。",
                en="It is by how much cross-entropy exceeds the entropy.",
            ),
        ),
        Have(
            statement=equal(entropy[()], -total(k, y[k] * LOG(y[k]))),
            by=by(unfold(entropy)),
            because=Text(
                ja="エントロピーは、予測値に教師信号をそのまま入れた交差エントロピーです。",
                en="The entropy is the cross-entropy with the targets as predictions.",
            ),
        ),
        Have(
            statement=cross_entropy[()] >= -total(k, y[k] * LOG(y[k])),
            by=from_facts,
            because=Text(ja="合わせると求める式です。", en="Together they give the claim."),
        ),
    ),
)

CLAIMS = (ENTROPY, DIVERGENCE, DIVERGENCE_IS_EXCESS, GIBBS_INEQUALITY, CROSS_ENTROPY_LEAST)
