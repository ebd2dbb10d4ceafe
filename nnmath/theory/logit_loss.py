"""Cross-entropy behind a sigmoid function: a form that never overflows, and the gradient ŷ − y."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import EXP, LOG, Derivative
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import algebra, differentiate, fold, lemma, unfold
from nnmath.proof.statements import between, equal
from nnmath.theory.activation_vocabulary import b, sigma, w, x, z
from nnmath.theory.loss_vocabulary import cross_entropy, logit_loss, y
from nnmath.theory.rectifiers import DEFINITION, PRIME

LOGIT_LOSS = Definition(
    id="logit-loss",
    name=Text(ja="ロジットの交差エントロピー", en="Cross-entropy of a logit"),
    left=logit_loss(z),
    right=cross_entropy(sigma(z)),
    stable=piecewise((0, z < 0), (z, z >= 0)) - y * z + LOG(1 + EXP(-abs(z))),
    uses=("binary-cross-entropy", "sigmoid"),
    source="own",
    witness="tests/reference/losses.py::logit_loss",
)

LOGIT_LOSS_BY_SOFTPLUS = (
    Derivation(
        id="logit-loss-simplified",
        name=Text(
            ja="ロジットで整理した交差エントロピー", en="The cross-entropy in terms of the logit"
        ),
        uses=("logit-loss", "binary-cross-entropy", "sigmoid", "sigmoid-range"),
        source="own",
    )
    .start(logit_loss(z))
    .by(unfold(logit_loss), cross_entropy(sigma(z)), because=DEFINITION)
    .by(
        unfold(cross_entropy),
        -y * LOG(sigma(z)) - (1 - y) * LOG(1 - sigma(z)),
        because=Text(ja="交差エントロピーの定義です。", en="The definition of the cross-entropy."),
    )
    .by(
        unfold(sigma),
        LOG(1 + EXP(z)) - y * z,
        because=Text(
            ja="シグモイド関数の対数から総入力を取り出すと、まとまります。",
            en="Take the pre-activation out of the logarithms, and most of it cancels.",
        ),
    )
)

LOGIT_LOSS_STABLE = (
    Derivation(
        id="logit-loss-stable",
        name=Text(
            ja="桁あふれしない交差エントロピー",
            en="The cross-entropy in a form that never overflows",
        ),
        uses=("logit-loss", "logit-loss-simplified"),
        source="own",
    )
    .start(logit_loss(z))
    .by(
        lemma("logit-loss-simplified"),
        LOG(1 + EXP(z)) - y * z,
        because=Text(ja="整理した式です。", en="The formula just found."),
    )
    .by(
        algebra,
        piecewise((0, z < 0), (z, z >= 0)) - y * z + LOG(1 + EXP(-abs(z))),
        because=Text(
            ja="総入力が正なら対数から取り出し、指数が正にならないようにします。",
            en="Take a positive pre-activation out of the logarithm: no exponent is positive then.",
        ),
    )
)

LOGIT_GRADIENT = (
    Derivation(
        id="logit-gradient",
        name=Text(ja="ロジットについての勾配は ŷ − y", en="The gradient in the logit is ŷ − y"),
        uses=("logit-loss", "logit-loss-simplified", "sigmoid"),
        source="bishop2006, section 4.3",
    )
    .start(logit_loss.prime(z))
    .by(differentiate, Derivative(logit_loss(z), z), because=PRIME)
    .by(
        lemma("logit-loss-simplified"),
        Derivative(LOG(1 + EXP(z)) - y * z, z),
        because=Text(ja="整理した式です。", en="The formula just found."),
    )
    .by(
        differentiate,
        EXP(z) / (1 + EXP(z)) - y,
        because=Text(ja="項ごとに微分します。", en="Term by term."),
    )
    .by(
        algebra,
        1 / (1 + EXP(-z)) - y,
        because=Text(
            ja="分子と分母を指数関数で割ります。", en="Divide above and below by the power of e."
        ),
    )
    .by(
        fold(sigma),
        sigma(z) - y,
        because=Text(
            ja="予測値と教師信号の差だけが残ります。",
            en="What is left is prediction minus target.",
        ),
    )
)

WEIGHT_GRADIENT = (
    Derivation(
        id="sigmoid-unit-gradient",
        name=Text(ja="シグモイドユニットの重みの勾配", en="Gradient of a sigmoid unit's weight"),
        uses=("logit-gradient",),
        source="bishop2006, section 4.3",
    )
    .start(Derivative(logit_loss(w * x + b), w))
    .by(
        differentiate,
        logit_loss.prime(w * x + b) * x,
        because=Text(ja="連鎖律です。", en="The chain rule."),
    )
    .by(
        lemma("logit-gradient"),
        (sigma(w * x + b) - y) * x,
        because=Text(
            ja="予測値と教師信号の差に、入力を掛けたものです。",
            en="The difference of prediction and target, times the input.",
        ),
    )
)

LOGIT_CURVATURE = (
    Derivation(
        id="logit-curvature",
        name=Text(ja="ロジットについての2階導関数", en="Second derivative in the logit"),
        uses=("logit-gradient", "sigmoid", "sigmoid-derivative"),
        source="bishop2006, section 4.3",
    )
    .start(logit_loss.prime.prime(z))
    .by(
        differentiate,
        Derivative(logit_loss.prime(z), z),
        because=Text(ja="記号の意味を書き下します。", en="What the second prime stands for."),
    )
    .by(
        lemma("logit-gradient"),
        Derivative(sigma(z) - y, z),
        because=Text(ja="勾配の式です。", en="The formula for the gradient."),
    )
    .by(
        differentiate,
        sigma.prime(z),
        because=Text(ja="教師信号は定数です。", en="The target is a constant."),
    )
    .by(
        lemma("sigmoid-derivative"),
        sigma(z) * (1 - sigma(z)),
        because=Text(
            ja="シグモイド関数の導関数です。", en="The derivative of the sigmoid function."
        ),
    )
)

LOGIT_CONVEX = Theorem(
    id="logit-loss-convex",
    name=Text(ja="ロジットについて凸", en="Convex in the logit"),
    statement=logit_loss.prime.prime(z) > 0,
    uses=("logit-curvature", "sigmoid-range"),
    source="bishop2006, section 4.3",
    argument=(
        Have(
            statement=equal(logit_loss.prime.prime(z), sigma(z) * (1 - sigma(z))),
            by=cite("logit-curvature"),
            because=Text(ja="2階導関数の式です。", en="The formula for the second derivative."),
        ),
        Have(
            statement=between(0, sigma(z), 1),
            by=cite("sigmoid-range"),
            because=Text(
                ja="予測値は 0 と 1 の間にあります。", en="The prediction lies between 0 and 1."
            ),
        ),
        Have(
            statement=logit_loss.prime.prime(z) > 0,
            by=from_facts,
            because=Text(
                ja="正の数どうしの積です。谷底は1つしかありません。",
                en="A product of positive numbers: there is one valley only.",
            ),
        ),
    ),
)

CLAIMS = (
    LOGIT_LOSS,
    LOGIT_LOSS_BY_SOFTPLUS,
    LOGIT_LOSS_STABLE,
    LOGIT_GRADIENT,
    WEIGHT_GRADIENT,
    LOGIT_CURVATURE,
    LOGIT_CONVEX,
)
