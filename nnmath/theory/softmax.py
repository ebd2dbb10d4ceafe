"""Softmax: probabilities from logits, and what does not change them."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import EXP, as_node
from nnmath.proof.rules import algebra, fold, unfold
from nnmath.proof.statements import ForAll, equal, unequal
from nnmath.theory.network_vocabulary import T, c, k, p, q, s, tempered, z

ONE = as_node(1)
EXPONENTIALS = total(p, EXP(z[p]))

SOFTMAX = Definition(
    id="softmax",
    name=Text(ja="ソフトマックス関数", en="Softmax"),
    left=s[k],
    right=EXP(z[k]) / EXPONENTIALS,
    source="goodfellow2016, section 4.1",
    witness="tests/reference/softmax.py::softmax",
)

SOFTMAX_POSITIVE = Theorem(
    id="softmax-positive",
    name=Text(ja="ソフトマックス関数の出力は正", en="Softmax outputs are positive"),
    statement=s[k] > 0,
    uses=("softmax",),
    source="goodfellow2016, section 6.2.2.3",
    argument=(
        Have(
            statement=s[k] > 0,
            by=by(unfold(s)),
            because=Text(
                ja="指数関数の値は正で、正の数の和も、正の数どうしの商も正です。",
                en="An exponential is positive; so are sums and quotients of positive numbers.",
            ),
        ),
    ),
)

SOFTMAX_SUM = (
    Derivation(
        id="softmax-sum",
        name=Text(ja="ソフトマックス関数の出力の和は 1", en="Softmax outputs add up to 1"),
        uses=("softmax",),
        source="goodfellow2016, section 6.2.2.3",
    )
    .start(total(p, s[p]))
    .by(
        unfold(s),
        total(p, EXP(z[p]) / total(q, EXP(z[q]))),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        EXPONENTIALS / total(q, EXP(z[q])),
        because=Text(
            ja="分母は p によらないので、和の外に出します。",
            en="The denominator does not depend on p: take it out of the sum.",
        ),
    )
    .by(
        algebra,
        ONE,
        because=Text(
            ja="分子と分母は、添え字の名前が違うだけで同じ和です。",
            en="Above and below stands the same sum; only the letter of its index differs.",
        ),
    )
)

SOFTMAX_BELOW_ONE = Theorem(
    id="softmax-below-one",
    name=Text(ja="ソフトマックス関数の出力は 1 以下", en="No softmax output is above 1"),
    statement=s[k] <= 1,
    uses=("softmax", "softmax-positive", "softmax-sum"),
    source="goodfellow2016, section 6.2.2.3",
    argument=(
        Have(
            statement=s[k] > 0,
            by=cite("softmax-positive"),
            because=Text(ja="どの出力も正です。", en="Every output is positive."),
        ),
        Have(
            statement=ForAll(k, s[k] > 0),
            by=from_facts,
            because=Text(ja="k は何でもかまいません。", en="This holds whatever k is."),
        ),
        Have(
            statement=equal(total(p, s[p]), 1),
            by=cite("softmax-sum"),
            because=Text(ja="出力の和は 1 です。", en="The outputs add up to 1."),
        ),
        Have(
            statement=s[k] <= 1,
            by=from_facts,
            because=Text(
                ja="正の数の和は、そのうちの1つより小さくなりません。",
                en="A sum of positive numbers is not below any of them.",
            ),
        ),
    ),
)

SOFTMAX_SHIFT = (
    Derivation(
        id="softmax-shift",
        name=Text(
            ja="全部のロジットに同じ数を足しても変わらない",
            en="Adding one number to all logits changes nothing",
        ),
        uses=("softmax",),
        source="goodfellow2016, section 4.1",
    )
    .start(EXP(z[k] + c) / total(p, EXP(z[p] + c)))
    .by(
        algebra,
        (EXP(c) * EXP(z[k])) / (EXP(c) * EXPONENTIALS),
        because=Text(
            ja="指数法則で分け、共通の因数を和の外に出します。",
            en="Split the exponentials and take the common factor out of the sum.",
        ),
    )
    .by(
        algebra,
        EXP(z[k]) / EXPONENTIALS,
        because=Text(ja="共通の因数で約分します。", en="Cancel the common factor."),
    )
    .by(
        fold(s),
        s[k],
        because=Text(ja="ソフトマックス関数の定義です。", en="This is softmax."),
    )
)

SOFTMAX_STABLE = (
    Derivation(
        id="softmax-stable",
        name=Text(
            ja="桁あふれしない計算(c は最大のロジットにとる)",
            en="Computing without overflow (take the largest logit for c)",
        ),
        uses=("softmax",),
        source="goodfellow2016, section 4.1",
    )
    .start(s[k])
    .by(
        unfold(s),
        EXP(z[k]) / EXPONENTIALS,
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        EXP(z[k] - c) / total(p, EXP(z[p] - c)),
        because=Text(
            ja="分子と分母を同じ正の数で割ります。"
            "c を最大のロジットにすると、指数はどれも 0 以下です。",
            en="Divide both by one positive number. With the largest logit for c, no exponent is "
            "above 0.",
        ),
    )
)

SOFTMAX_RATIO = (
    Derivation(
        id="softmax-ratio",
        name=Text(
            ja="出力の比はロジットの差だけで決まる",
            en="Ratios of outputs depend on differences of logits alone",
        ),
        uses=("softmax",),
        source="bishop2006, section 4.2",
    )
    .start(s[k] / s[p])
    .by(
        unfold(s),
        (EXP(z[k]) / EXPONENTIALS) / (EXP(z[p]) / EXPONENTIALS),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        EXP(z[k] - z[p]),
        because=Text(ja="分母が打ち消し合います。", en="The denominators cancel."),
    )
)

TEMPERED_SOFTMAX = Definition(
    id="tempered-softmax",
    name=Text(ja="温度付きのソフトマックス関数", en="Softmax with a temperature"),
    left=tempered[k],
    right=EXP(z[k] / T) / total(p, EXP(z[p] / T)),
    given=(unequal(T, 0),),
    source="hinton2015, section 2",
    witness="tests/reference/softmax.py::tempered_softmax",
)

TEMPERATURE_RATIO = (
    Derivation(
        id="temperature-ratio",
        name=Text(ja="温度は出力の比を均す", en="A temperature evens out the ratios"),
        given=(T > 0,),
        uses=("tempered-softmax",),
        source="own",
    )
    .start(tempered[k] / tempered[p])
    .by(
        unfold(tempered),
        (EXP(z[k] / T) / total(p, EXP(z[p] / T))) / (EXP(z[p] / T) / total(p, EXP(z[p] / T))),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        EXP((z[k] - z[p]) / T),
        because=Text(
            ja="ロジットの差が温度で割られます。温度が高いほど比は 1 に近づきます。",
            en="The difference of the logits is divided by T: the higher, the nearer to 1.",
        ),
    )
)

CLAIMS = (
    SOFTMAX,
    SOFTMAX_POSITIVE,
    SOFTMAX_SUM,
    SOFTMAX_BELOW_ONE,
    SOFTMAX_SHIFT,
    SOFTMAX_STABLE,
    SOFTMAX_RATIO,
    TEMPERED_SOFTMAX,
    TEMPERATURE_RATIO,
)
