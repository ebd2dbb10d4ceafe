"""Binary cross-entropy of a predicted probability: where it comes from, and its slope."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.nodes import LOG, Derivative
from nnmath.proof.rules import algebra, differentiate, fold, unfold
from nnmath.proof.statements import between
from nnmath.theory.loss_vocabulary import cross_entropy, likelihood, y, y_hat
from nnmath.theory.rectifiers import DEFINITION, PRIME

BETWEEN = between(0, y_hat, 1)
BODY = -y * LOG(y_hat) - (1 - y) * LOG(1 - y_hat)

BERNOULLI_LIKELIHOOD = Definition(
    id="bernoulli-likelihood",
    name=Text(ja="ベルヌーイ分布の尤度", en="Likelihood of a label under a Bernoulli distribution"),
    left=likelihood(y_hat),
    right=y_hat**y * (1 - y_hat) ** (1 - y),
    given=(BETWEEN,),
    source="bishop2006, section 4.3",
    witness="tests/reference/losses.py::bernoulli_likelihood",
)

BINARY_CROSS_ENTROPY = Definition(
    id="binary-cross-entropy",
    name=Text(ja="2値交差エントロピー", en="Binary cross-entropy"),
    left=cross_entropy(y_hat),
    right=BODY,
    given=(BETWEEN,),
    source="bishop2006, section 4.3",
    witness="tests/reference/losses.py::binary_cross_entropy",
)

CROSS_ENTROPY_FROM_LIKELIHOOD = (
    Derivation(
        id="cross-entropy-from-likelihood",
        name=Text(ja="尤度から交差エントロピーへ", en="From the likelihood to the cross-entropy"),
        given=(BETWEEN,),
        uses=("bernoulli-likelihood", "binary-cross-entropy"),
        source="bishop2006, section 4.3",
    )
    .start(-LOG(likelihood(y_hat)))
    .by(unfold(likelihood), -LOG(y_hat**y * (1 - y_hat) ** (1 - y)), because=DEFINITION)
    .by(
        algebra,
        BODY,
        because=Text(
            ja="積の対数は和になり、指数は前に出ます。",
            en="The logarithm of a product is a sum, and exponents come to the front.",
        ),
    )
    .by(
        fold(cross_entropy),
        cross_entropy(y_hat),
        because=Text(
            ja="尤度を最大にすることは、交差エントロピーを最小にすることです。",
            en="To make the likelihood large is to make the cross-entropy small.",
        ),
    )
)

CROSS_ENTROPY_DERIVATIVE = (
    Derivation(
        id="binary-cross-entropy-derivative",
        name=Text(ja="交差エントロピーの導関数", en="Derivative of the cross-entropy"),
        given=(BETWEEN,),
        uses=("binary-cross-entropy",),
        source="bishop2006, section 4.3",
    )
    .start(cross_entropy.prime(y_hat))
    .by(differentiate, Derivative(cross_entropy(y_hat), y_hat), because=PRIME)
    .by(unfold(cross_entropy), Derivative(BODY, y_hat), because=DEFINITION)
    .by(
        differentiate,
        -y / y_hat + (1 - y) / (1 - y_hat),
        because=Text(ja="対数の微分です。", en="The derivative of a logarithm, twice."),
    )
    .by(
        algebra,
        (y_hat - y) / (y_hat * (1 - y_hat)),
        because=Text(
            ja="通分します。分母はシグモイド関数の傾きの形をしています。",
            en="One fraction; its denominator has the shape of the sigmoid function's slope.",
        ),
    )
)

CLAIMS = (
    BERNOULLI_LIKELIHOOD,
    BINARY_CROSS_ENTROPY,
    CROSS_ENTROPY_FROM_LIKELIHOOD,
    CROSS_ENTROPY_DERIVATIVE,
)
