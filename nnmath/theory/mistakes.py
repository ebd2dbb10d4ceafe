"""Well-known slips in gradient descent; the verifier refutes each by a counterexample."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Mistake
from nnmath.proof.statements import equal, unequal
from nnmath.theory.vocabulary import W_, E, W, eta, t
from nnmath.theory.worked_example import UPDATES

CLAIMS = (
    Mistake(
        id="mistake-sign",
        name=Text(ja="勾配の向きに進む", en="Stepping along the gradient"),
        statement=E(W + eta * E.prime(W)) < E(W),
        given=(eta > 0, unequal(W, 0)),
        uses=("worked-example-loss",),
        source="own",
        why=Text(
            ja="勾配は損失が増える向きを指すので、足すと損失は増えます。",
            en="The gradient points where the loss grows; adding it makes the loss grow.",
        ),
        corrects="gradient-descent-step",
    ),
    Mistake(
        id="mistake-forgotten-factor",
        name=Text(ja="係数 2 の書き忘れ", en="The forgotten factor 2"),
        statement=equal(E.prime(W), W),
        uses=("worked-example-loss",),
        source="own",
        why=Text(
            ja="2乗の導関数には係数 2 が付きます。損失に ½ を掛けて定義したときだけ消えます。",
            en="The derivative of a square has the factor 2; it goes only where the loss itself "
            "is defined with ½.",
        ),
        corrects="worked-example-derivative",
    ),
    Mistake(
        id="mistake-just-slower",
        name=Text(ja="学習率が 1 以上でも縮む", en="A rate of 1 or more still shrinks the weight"),
        statement=abs(W_[t + 1]) < abs(W_[t]),
        given=(UPDATES, eta >= 1, unequal(W_[0], 0)),
        uses=("worked-example-loss",),
        source="own",
        why=Text(
            ja="学習率が 1 なら往復し、1 を超えると遠ざかります。遅くなるだけではありません。",
            en="At 1 the weight goes to and fro, beyond 1 it runs away: that is not just slower.",
        ),
        corrects="gradient-descent-converges",
    ),
    Mistake(
        id="mistake-step-without-rate",
        name=Text(ja="勾配そのものを更新量とする", en="The gradient taken for the update"),
        statement=equal(W_[t + 1] - W_[t], -E.prime(W_[t])),
        given=(UPDATES, eta > 0),
        uses=("worked-example-loss",),
        source="own",
        why=Text(
            ja="更新量は、勾配と学習率の積です。",
            en="The update is the gradient times the learning rate.",
        ),
        corrects="gradient-descent-step",
    ),
)
