"""Squared error behind a sigmoid function: its gradient fades where the unit is sure, and wrong."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Derivative
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import differentiate, lemma, unfold
from nnmath.proof.statements import between, equal
from nnmath.theory.activation_vocabulary import QUARTER, sigma, z
from nnmath.theory.loss_vocabulary import logit_loss, squared_logit_loss, y
from nnmath.theory.rectifiers import DEFINITION, PRIME
from nnmath.theory.sigmoid import SMALL

SQUARED_LOGIT_LOSS = Definition(
    id="squared-logit-loss",
    name=Text(ja="シグモイドユニットの二乗誤差", en="Squared error of a sigmoid unit"),
    left=squared_logit_loss(z),
    right=(sigma(z) - y) ** 2 / 2,
    stable=(piecewise((1 / (1 + SMALL), z >= 0), (SMALL / (1 + SMALL), z < 0)) - y) ** 2 / 2,
    uses=("sigmoid",),
    source="goodfellow2016, section 6.2",
    witness="tests/reference/losses.py::squared_logit_loss",
)

SQUARED_LOGIT_GRADIENT = (
    Derivation(
        id="squared-logit-gradient",
        name=Text(
            ja="シグモイドユニットの二乗誤差の勾配", en="Gradient of a sigmoid unit's squared error"
        ),
        uses=("squared-logit-loss", "sigmoid", "sigmoid-derivative"),
        source="goodfellow2016, section 6.2",
    )
    .start(squared_logit_loss.prime(z))
    .by(differentiate, Derivative(squared_logit_loss(z), z), because=PRIME)
    .by(unfold(squared_logit_loss), Derivative((sigma(z) - y) ** 2 / 2, z), because=DEFINITION)
    .by(
        differentiate,
        (sigma(z) - y) * sigma.prime(z),
        because=Text(
            ja="2乗の微分と連鎖律です。", en="The derivative of a square, and the chain rule."
        ),
    )
    .by(
        lemma("sigmoid-derivative"),
        (sigma(z) - y) * (sigma(z) * (1 - sigma(z))),
        because=Text(
            ja="シグモイド関数の傾きが掛かったまま残ります。",
            en="The slope of the sigmoid function stays on as a factor.",
        ),
    )
)

SATURATION = Theorem(
    id="squared-error-saturates",
    name=Text(
        ja="二乗誤差の勾配は交差エントロピーの ¼ 以下",
        en="Squared error has at most ¼ of the gradient of cross-entropy",
    ),
    statement=abs(squared_logit_loss.prime(z)) <= QUARTER * abs(logit_loss.prime(z)),
    uses=("squared-logit-gradient", "logit-gradient", "sigmoid-range"),
    source="goodfellow2016, section 6.2",
    argument=(
        Have(
            statement=equal(
                squared_logit_loss.prime(z), (sigma(z) - y) * (sigma(z) * (1 - sigma(z)))
            ),
            by=cite("squared-logit-gradient"),
            because=Text(ja="二乗誤差の勾配です。", en="The gradient of the squared error."),
        ),
        Have(
            statement=equal(logit_loss.prime(z), sigma(z) - y),
            by=cite("logit-gradient"),
            because=Text(
                ja="交差エントロピーの勾配です。", en="The gradient of the cross-entropy."
            ),
        ),
        Have(
            statement=between(0, sigma(z), 1),
            by=cite("sigmoid-range"),
            because=Text(
                ja="予測値は 0 と 1 の間にあります。", en="The prediction lies between 0 and 1."
            ),
        ),
        Have(
            statement=between(0, sigma(z) * (1 - sigma(z)), QUARTER, closed="high"),
            by=from_facts,
            because=Text(
                ja="シグモイド関数の傾きは ¼ 以下です。",
                en="The slope of the sigmoid function is at most ¼.",
            ),
        ),
        Have(
            statement=abs(squared_logit_loss.prime(z)) <= QUARTER * abs(logit_loss.prime(z)),
            by=from_facts,
            because=Text(
                ja="自信をもって間違えているほど傾きは小さく、勾配が消えていきます。",
                en="The surer a wrong unit is, the smaller that slope, and the gradient fades.",
            ),
        ),
    ),
)

CLAIMS = (SQUARED_LOGIT_LOSS, SQUARED_LOGIT_GRADIENT, SATURATION)
