"""Cross-entropy over classes, and what it gives behind softmax: prediction minus target."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.indexed import Kronecker, total
from nnmath.proof.nodes import LOG, Derivative
from nnmath.proof.rules import algebra, differentiate, insert, lemma, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.network_vocabulary import (
    cross_entropy,
    k,
    lse,
    p,
    s,
    softmax_cross_entropy,
    y,
    y_hat,
    z,
)

POSITIVE = ForAll(k, y_hat[k] > 0)
TARGETS_ADD_UP = equal(total(k, y[k]), 1)

CROSS_ENTROPY = Definition(
    id="cross-entropy",
    name=Text(ja="交差エントロピー", en="Cross-entropy"),
    left=cross_entropy[()],
    right=-total(k, y[k] * LOG(y_hat[k])),
    given=(POSITIVE,),
    source="goodfellow2016, section 3.13",
    witness="tests/reference/classification.py::cross_entropy",
)

CROSS_ENTROPY_GRADIENT = (
    Derivation(
        id="cross-entropy-gradient",
        name=Text(
            ja="交差エントロピーの予測値についての勾配",
            en="Gradient of cross-entropy by the predictions",
        ),
        given=(POSITIVE,),
        uses=("cross-entropy",),
        source="own",
    )
    .start(Derivative(cross_entropy[()], y_hat[p]))
    .by(
        unfold(cross_entropy),
        Derivative(-total(k, y[k] * LOG(y_hat[k])), y_hat[p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        -(y[p] / y_hat[p]),
        because=Text(
            ja="この予測値を含むのは和の1項だけです。予測値が 0 に近いほど勾配は大きくなります。",
            en="One term of the sum holds this prediction. The nearer to 0 it is, the steeper.",
        ),
    )
)

ONE_HOT_CROSS_ENTROPY = (
    Derivation(
        id="one-hot-cross-entropy",
        name=Text(
            ja="one-hotベクトルの教師信号では、正解クラスの項だけが残る",
            en="With a one-hot target only the right class counts",
        ),
        given=(POSITIVE, ForAll(k, equal(y[k], Kronecker(k, p)))),
        uses=("cross-entropy",),
        source="own",
    )
    .start(cross_entropy[()])
    .by(
        unfold(cross_entropy),
        -total(k, y[k] * LOG(y_hat[k])),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        insert,
        -total(k, Kronecker(k, p) * LOG(y_hat[k])),
        because=Text(
            ja="正解のクラス p だけで 1、ほかでは 0 です。",
            en="The target is 1 at the right class p and 0 elsewhere.",
        ),
    )
    .by(
        algebra,
        -LOG(y_hat[p]),
        because=Text(ja="k = p の項だけが残ります。", en="Only the term with k = p remains."),
    )
)

SOFTMAX_CROSS_ENTROPY = Definition(
    id="softmax-cross-entropy",
    name=Text(
        ja="ソフトマックス関数の出力の交差エントロピー", en="Cross-entropy of softmax outputs"
    ),
    left=softmax_cross_entropy[()],
    right=-total(k, y[k] * LOG(s[k])),
    uses=("softmax",),
    source="goodfellow2016, section 6.2.2.3",
    witness="tests/reference/classification.py::softmax_cross_entropy",
)

CROSS_ENTROPY_WITH_LOGITS = (
    Derivation(
        id="cross-entropy-with-logits",
        name=Text(ja="ロジットで書いた交差エントロピー", en="Cross-entropy written by the logits"),
        given=(TARGETS_ADD_UP,),
        uses=("softmax-cross-entropy", "log-softmax"),
        source="goodfellow2016, section 6.2.2.3",
    )
    .start(softmax_cross_entropy[()])
    .by(
        unfold(softmax_cross_entropy),
        -total(k, y[k] * LOG(s[k])),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        lemma("log-softmax"),
        -total(k, y[k] * (z[k] - lse[()])),
        because=Text(
            ja="対数をロジットで書くと、指数関数も割り算もなくなります。",
            en="Written by the logits, the log needs neither exponential nor division.",
        ),
    )
    .by(
        algebra,
        total(k, y[k]) * lse[()] - total(k, y[k] * z[k]),
        because=Text(ja="和を2つに分けます。", en="Split the sum in two."),
    )
    .by(
        insert,
        lse[()] - total(k, y[k] * z[k]),
        because=Text(ja="教師信号の和は 1 です。", en="The targets add up to 1."),
    )
)

SOFTMAX_CROSS_ENTROPY_GRADIENT = (
    Derivation(
        id="softmax-cross-entropy-gradient",
        name=Text(
            ja="ソフトマックス関数と交差エントロピーの勾配は、予測値と教師信号の差",
            en="Behind softmax, cross-entropy's gradient is prediction minus target",
        ),
        given=(TARGETS_ADD_UP,),
        uses=("softmax-cross-entropy", "log-softmax", "log-softmax-derivative"),
        source="bishop2006, section 4.3.4",
    )
    .start(Derivative(softmax_cross_entropy[()], z[p]))
    .by(
        unfold(softmax_cross_entropy),
        Derivative(-total(k, y[k] * LOG(s[k])), z[p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        -total(k, y[k] * Derivative(LOG(s[k]), z[p])),
        because=Text(
            ja="教師信号はロジットによらないので、微分は項ごとに中へ入ります。",
            en="The targets do not depend on the logits: differentiate inside the sum.",
        ),
    )
    .by(
        lemma("log-softmax-derivative"),
        -total(k, y[k] * (Kronecker(k, p) - s[p])),
        because=Text(
            ja="ソフトマックス関数の対数の偏導関数です。", en="Derivatives of the log of softmax."
        ),
    )
    .by(
        algebra,
        total(k, y[k]) * s[p] - y[p],
        because=Text(
            ja="デルタは k = p の1項だけを残します。", en="The delta leaves the term with k = p."
        ),
    )
    .by(
        insert,
        s[p] - y[p],
        because=Text(ja="教師信号の和は 1 です。", en="The targets add up to 1."),
    )
)

CLAIMS = (
    CROSS_ENTROPY,
    CROSS_ENTROPY_GRADIENT,
    ONE_HOT_CROSS_ENTROPY,
    SOFTMAX_CROSS_ENTROPY,
    CROSS_ENTROPY_WITH_LOGITS,
    SOFTMAX_CROSS_ENTROPY_GRADIENT,
)
