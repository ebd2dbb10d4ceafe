"""Well-known slips about losses; the verifier refutes each by a counterexample."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Mistake
from nnmath.proof.statements import between, equal
from nnmath.theory.activation_vocabulary import sigma, z
from nnmath.theory.loss_vocabulary import (
    delta,
    huber,
    logit_loss,
    r,
    squared_error,
    squared_logit_loss,
    y,
    y_hat,
)

CLAIMS = (
    Mistake(
        id="mistake-cross-entropy-insensitive",
        name=Text(
            ja="交差エントロピーは自信のある誤りに鈍い",
            en="Cross-entropy is less sensitive to confident errors",
        ),
        statement=abs(logit_loss.prime(z)) < abs(squared_logit_loss.prime(z)),
        given=(between(0, y, 1, closed="both"),),
        uses=("logit-loss", "binary-cross-entropy", "squared-logit-loss", "sigmoid"),
        source="own",
        why=Text(
            ja="逆です。二乗誤差の勾配にはシグモイド関数の傾きが掛かり、自信があるほど消えます。",
            en="The other way round: squared error has the sigmoid's slope as a factor, which "
            "fades the surer the unit is.",
        ),
        corrects="squared-error-saturates",
    ),
    Mistake(
        id="mistake-gradient-sign",
        name=Text(ja="勾配は教師信号と予測値の差", en="The gradient is target minus prediction"),
        statement=equal(logit_loss.prime(z), y - sigma(z)),
        uses=("logit-loss", "binary-cross-entropy", "sigmoid"),
        source="own",
        why=Text(
            ja="引く順序が逆です。予測値が大きすぎるとき、損失は総入力とともに増えます。",
            en="The order is wrong: where the prediction is too large, the loss grows with it.",
        ),
        corrects="logit-gradient",
    ),
    Mistake(
        id="mistake-forgotten-two",
        name=Text(ja="二乗誤差の係数 2 の書き忘れ", en="The forgotten 2 of the squared error"),
        statement=equal(squared_error.prime(y_hat), y_hat - y),
        uses=("squared-error",),
        source="own",
        why=Text(
            ja="2乗の導関数には係数 2 が付きます。½ を付けて定義したときだけ消えます。",
            en="The derivative of a square has the factor 2, unless the loss was defined with ½.",
        ),
        corrects="squared-error-derivative",
    ),
    Mistake(
        id="mistake-huber-is-squared",
        name=Text(ja="Huber損失は二乗誤差の半分", en="The Huber loss is half the squared error"),
        statement=equal(huber(r), r**2 / 2),
        given=(delta > 0,),
        uses=("huber",),
        source="own",
        why=Text(
            ja="δ より大きい誤差では1次関数になり、外れ値の影響が抑えられます。",
            en="Beyond δ it goes on as a line, which holds outliers in check.",
        ),
        corrects="huber-below-squared-error",
    ),
)
