"""Well-known slips about learning rates, saddles and mini-batches; each is refuted."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Mistake
from nnmath.proof.indexed import total
from nnmath.proof.statements import between, equal, unequal
from nnmath.theory.descent_lemma import BELOW_PARABOLA, STEP
from nnmath.theory.descent_vocabulary import (
    L,
    N,
    a,
    b,
    g,
    i,
    inner,
    lambda_max,
    lambda_min,
    loss_after,
    loss_before,
    n,
    square,
    u,
    w,
    w_stepped,
    y,
    z,
)
from nnmath.theory.vocabulary import eta

CLAIMS = (
    Mistake(
        id="mistake-vector-step-without-rate",
        name=Text(ja="勾配の成分そのものを更新量とする", en="The gradient as the update itself"),
        statement=equal(w_stepped[i] - w[i], -g[i]),
        given=(STEP, eta > 0),
        source="own",
        why=Text(
            ja="更新量は勾配の −η 倍です。勾配は向きと傾きを教えるだけです。",
            en="The update is −η times the gradient, which tells direction and slope only.",
        ),
        corrects="linear-model-step",
    ),
    Mistake(
        id="mistake-any-rate-lowers-the-loss",
        name=Text(ja="勾配の逆向きなら必ず損失が減る", en="Any step against the gradient helps"),
        statement=loss_after <= loss_before,
        given=(STEP, BELOW_PARABOLA, L > 0, eta > 0),
        source="own",
        why=Text(
            ja="保証があるのは、学習率が 2/L より小さいときだけです。",
            en="There is a guarantee only for learning rates below 2/L.",
        ),
        corrects="descent-lemma-decreases",
    ),
    Mistake(
        id="mistake-larger-rate-is-faster",
        name=Text(ja="2/L までなら大きいほど速い", en="Up to 2/L, larger is faster"),
        statement=abs(1 - eta * lambda_max) <= abs(1 - lambda_max / lambda_max),
        given=(lambda_max > 0, between(1 / lambda_max, eta, 2 / lambda_max)),
        source="own",
        why=Text(
            ja="収束はしますが、最良の学習率を過ぎると、急な方向で振動して遅くなります。",
            en="It still converges, but beyond the best rate the steep direction oscillates.",
        ),
        corrects="best-rate-is-optimal",
    ),
    Mistake(
        id="mistake-one-rate-suits-all-directions",
        name=Text(ja="どの方向も同じ速さで縮む", en="All directions shrink at the same speed"),
        statement=equal(1 - eta * lambda_min, 1 - eta * lambda_max),
        given=(eta > 0, between(0, lambda_min, lambda_max)),
        source="own",
        why=Text(
            ja="固有値が違えば倍率も違います。条件数が大きいほど差が開きます。",
            en="Other eigenvalues, other factors: the larger the condition number, the more so.",
        ),
        corrects="condition-number-rate",
    ),
    Mistake(
        id="mistake-flat-point-is-minimum",
        name=Text(ja="勾配が 0 なら最小点", en="Gradient 0 means a minimum"),
        statement=(0 - y**2) / 2 >= 0,
        given=(unequal(y, 0),),
        source="own",
        why=Text(
            ja="鞍点でも勾配は 0 です。",
            en="At a saddle the gradient is 0, too.",
        ),
        corrects="saddle-is-no-minimum",
    ),
    Mistake(
        id="mistake-batch-multiplies-the-gradient",
        name=Text(
            ja="バッチを大きくすると勾配も大きくなる", en="A larger batch makes a larger gradient"
        ),
        statement=equal(total(n, z[n]) / N, total(n, z[n])),
        source="own",
        why=Text(
            ja="損失が平均なら、勾配も平均です。大きさはデータの個数によりません。",
            en="Where the loss is a mean, so is the gradient: its size does not hang on the count.",
        ),
        corrects="full-gradient",
    ),
    Mistake(
        id="mistake-any-direction-is-as-steep",
        name=Text(ja="どの向きでも傾きは勾配の長さ", en="Every direction is as steep"),
        statement=inner(g, u) ** 2 >= square(g),
        given=(equal(square(u), 1),),
        source="own",
        why=Text(
            ja="傾きの大きさが勾配の長さになるのは、勾配に沿う向きだけです。",
            en="Only along the gradient is the slope as large as its length.",
        ),
        corrects="slope-bound",
    ),
    Mistake(
        id="mistake-cauchy-schwarz-is-an-equality",
        name=Text(ja="内積は長さの積に等しい", en="Inner product = product of lengths"),
        statement=equal(inner(a, b) ** 2, square(a) * square(b)),
        source="own",
        why=Text(
            ja="等しいのは、2つのベクトルが平行なときだけです。",
            en="They are equal only where the two vectors are parallel.",
        ),
        corrects="cauchy-schwarz",
    ),
)
