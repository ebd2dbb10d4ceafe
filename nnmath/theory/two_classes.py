"""Two classes: softmax becomes the sigmoid of a difference, cross-entropy its binary form."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import from_facts
from nnmath.proof.nodes import EXP, LOG
from nnmath.proof.rules import algebra, fold, insert, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.network_vocabulary import K, k, p, s, y, y_hat, z
from nnmath.theory.sigmoid import sigma

TWO = equal(K, 2)
FIRST, SECOND = z[1], z[2]

TWO_CLASS_SOFTMAX = (
    Derivation(
        id="two-class-softmax",
        name=Text(
            ja="2クラスのソフトマックス関数は、差のシグモイド関数",
            en="Softmax of two classes is the sigmoid of the difference",
        ),
        given=(TWO,),
        uses=("softmax", "sigmoid"),
        source="bishop2006, section 4.2",
    )
    .start(s[1])
    .by(
        unfold(s),
        EXP(FIRST) / total(p, EXP(z[p])),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        insert,
        EXP(FIRST) / (EXP(FIRST) + EXP(SECOND)),
        because=Text(ja="クラスは2つなので、和は2項です。", en="Two classes: two terms."),
    )
    .by(
        algebra,
        1 / (1 + EXP(-(FIRST - SECOND))),
        because=Text(
            ja="分子と分母を分子で割ります。", en="Divide above and below by the numerator."
        ),
    )
    .by(
        fold(sigma),
        sigma(FIRST - SECOND),
        because=Text(ja="シグモイド関数の定義です。", en="This is the sigmoid function."),
    )
)

TWO_CLASS_CROSS_ENTROPY = Theorem(
    id="two-class-cross-entropy",
    name=Text(
        ja="2値交差エントロピーは、2クラスの交差エントロピー",
        en="Binary cross-entropy is the cross-entropy of two classes",
    ),
    statement=equal(
        -total(k, y[k] * LOG(y_hat[k])),
        -(y[1] * LOG(y_hat[1]) + (1 - y[1]) * LOG(1 - y_hat[1])),
    ),
    given=(
        TWO,
        ForAll(k, y_hat[k] > 0),
        equal(total(k, y[k]), 1),
        equal(total(k, y_hat[k]), 1),
        y_hat[1] < 1,
    ),
    source="goodfellow2016, section 6.2.2.2",
    argument=(
        Have(
            statement=equal(
                -total(k, y[k] * LOG(y_hat[k])),
                -(y[1] * LOG(y_hat[1]) + y[2] * LOG(y_hat[2])),
            ),
            by=from_facts,
            because=Text(ja="クラスは2つなので、和は2項です。", en="Two classes: two terms."),
        ),
        Have(
            statement=equal(y[2], 1 - y[1]),
            by=from_facts,
            because=Text(ja="教師信号の和は 1 です。", en="The targets add up to 1."),
        ),
        Have(
            statement=equal(y_hat[2], 1 - y_hat[1]),
            by=from_facts,
            because=Text(ja="予測値の和も 1 です。", en="So do the predictions."),
        ),
        Have(
            statement=equal(
                -total(k, y[k] * LOG(y_hat[k])),
                -(y[1] * LOG(y_hat[1]) + (1 - y[1]) * LOG(1 - y_hat[1])),
            ),
            by=from_facts,
            because=Text(
                ja="2つめのクラスを1つめで表します。", en="Write the second class by the first."
            ),
        ),
    ),
)

CLAIMS = (TWO_CLASS_SOFTMAX, TWO_CLASS_CROSS_ENTROPY)
