"""Maximum likelihood: where cross-entropy comes from."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.indexed import product, total
from nnmath.proof.nodes import LOG
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import ForAll
from nnmath.theory.network_vocabulary import N, Y, Y_hat, k, likelihood, n

POSITIVE = ForAll(n, ForAll(k, Y_hat[n, k] > 0))
PROBABILITY = product(n, product(k, Y_hat[n, k] ** Y[n, k]))

LIKELIHOOD = Definition(
    id="likelihood",
    name=Text(
        ja="尤度(one-hotベクトルの教師信号では、正解クラスの確率の積)",
        en="Likelihood: with one-hot targets, the product of the right classes' probabilities",
    ),
    left=likelihood[()],
    right=PROBABILITY,
    given=(POSITIVE,),
    source="bishop2006, section 4.3.4",
    witness="tests/reference/classification.py::likelihood",
)

NEGATIVE_LOG_LIKELIHOOD = (
    Derivation(
        id="negative-log-likelihood",
        name=Text(
            ja="負の対数尤度の平均は交差エントロピー",
            en="The mean negative log-likelihood is cross-entropy",
        ),
        given=(POSITIVE,),
        uses=("likelihood",),
        source="goodfellow2016, section 5.5",
    )
    .start(-LOG(likelihood[()]) / N)
    .by(
        unfold(likelihood),
        -LOG(PROBABILITY) / N,
        because=Text(ja="尤度の定義を代入します。", en="Insert the likelihood."),
    )
    .by(
        algebra,
        -total(n, total(k, LOG(Y_hat[n, k] ** Y[n, k]))) / N,
        because=Text(
            ja="積の対数は対数の和です。尤度が最大になるところで、この和は最小になります。",
            en="The log of a product is a sum of logs. Where the likelihood is greatest, this is "
            "least.",
        ),
    )
    .by(
        algebra,
        -total(n, total(k, Y[n, k] * LOG(Y_hat[n, k]))) / N,
        because=Text(
            ja="指数は対数の前に出ます。これはバッチで平均した交差エントロピーです。",
            en="Exponents come before the log: the cross-entropy, averaged over the batch.",
        ),
    )
)

CLAIMS = (LIKELIHOOD, NEGATIVE_LOG_LIKELIHOOD)
