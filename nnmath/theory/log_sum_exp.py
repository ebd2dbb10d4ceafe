"""The log-sum-exp of logits: its gradient is softmax, and it is convex."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import Kronecker, total
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import EXP, LOG, Derivative
from nnmath.proof.rules import algebra, differentiate, fold, lemma, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.network_vocabulary import c, k, lse, p, s, v, z

EXPONENTIALS = total(p, EXP(z[p]))
QUADRATIC_FORM = total(k, total(p, v[k] * (s[k] * (Kronecker(k, p) - s[p])) * v[p]))
SQUARES = total(k, total(p, s[k] * s[p] * (v[k] - v[p]) ** 2))
MEAN_SQUARE, MEAN = total(k, s[k] * v[k] ** 2), total(k, s[k] * v[k])

LOG_SUM_EXP = Definition(
    id="log-sum-exp",
    name=Text(ja="log-sum-exp", en="Log-sum-exp"),
    left=lse[()],
    right=LOG(EXPONENTIALS),
    source="boyd2004, section 3.1.5",
    witness="tests/reference/softmax.py::log_sum_exp",
)

LOG_SUM_EXP_STABLE = (
    Derivation(
        id="log-sum-exp-stable",
        name=Text(
            ja="桁あふれしない log-sum-exp(c は最大のロジットにとる)",
            en="Log-sum-exp without overflow (take the largest logit for c)",
        ),
        uses=("log-sum-exp",),
        source="goodfellow2016, section 4.1",
    )
    .start(lse[()])
    .by(
        unfold(lse),
        LOG(EXPONENTIALS),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        LOG(EXP(c) * total(p, EXP(z[p] - c))),
        because=Text(
            ja="どの項からも同じ正の因数をくくり出します。",
            en="Take one positive factor out of every term.",
        ),
    )
    .by(
        algebra,
        c + LOG(total(p, EXP(z[p] - c))),
        because=Text(
            ja="積の対数は対数の和です。c を最大のロジットにすると、指数はどれも 0 以下です。",
            en="The log of a product is a sum. With the largest logit for c, no exponent is "
            "above 0.",
        ),
    )
)

LOG_SUM_EXP_GRADIENT = (
    Derivation(
        id="log-sum-exp-gradient",
        name=Text(
            ja="log-sum-exp の勾配はソフトマックス関数",
            en="The gradient of log-sum-exp is softmax",
        ),
        uses=("log-sum-exp", "softmax"),
        source="boyd2004, section 3.1.5",
    )
    .start(Derivative(lse[()], z[k]))
    .by(
        unfold(lse),
        Derivative(LOG(EXPONENTIALS), z[k]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        EXP(z[k]) / EXPONENTIALS,
        because=Text(
            ja="対数の微分です。和のうち z_k を含むのは1項だけです。",
            en="Derivative of a log; only one term of the sum holds z_k.",
        ),
    )
    .by(fold(s), s[k], because=Text(ja="ソフトマックス関数です。", en="This is softmax."))
)

LOG_SOFTMAX = (
    Derivation(
        id="log-softmax",
        name=Text(ja="ソフトマックス関数の対数", en="The log of softmax"),
        uses=("log-sum-exp", "softmax"),
        source="goodfellow2016, section 6.2.2.3",
    )
    .start(LOG(s[k]))
    .by(
        unfold(s),
        LOG(EXP(z[k]) / EXPONENTIALS),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        z[k] - LOG(EXPONENTIALS),
        because=Text(
            ja="商の対数は対数の差で、指数関数の対数はもとの値です。",
            en="The log of a quotient is a difference, and the log of an exponential its exponent.",
        ),
    )
    .by(
        fold(lse),
        z[k] - lse[()],
        because=Text(ja="log-sum-exp の定義です。", en="This is log-sum-exp."),
    )
)

LOG_SOFTMAX_DERIVATIVE = (
    Derivation(
        id="log-softmax-derivative",
        name=Text(ja="ソフトマックス関数の対数の偏導関数", en="Derivatives of the log of softmax"),
        uses=("log-softmax", "log-sum-exp-gradient"),
        source="own",
    )
    .start(Derivative(LOG(s[k]), z[p]))
    .by(
        lemma("log-softmax"),
        Derivative(z[k] - lse[()], z[p]),
        because=Text(ja="対数をロジットで書きます。", en="Write the log by the logits."),
    )
    .by(
        differentiate,
        Kronecker(k, p) - Derivative(lse[()], z[p]),
        because=Text(ja="項ごとに微分します。", en="Differentiate term by term."),
    )
    .by(
        lemma("log-sum-exp-gradient"),
        Kronecker(k, p) - s[p],
        because=Text(
            ja="log-sum-exp の勾配はソフトマックス関数です。",
            en="The gradient of log-sum-exp is softmax.",
        ),
    )
)

POSITIVE = (
    Have(
        statement=ForAll(k, s[k] > 0),
        by=cite("softmax-positive"),
        because=Text(ja="出力はどれも正です。", en="Every output is positive."),
    ),
    Have(
        statement=equal(total(p, s[p]), 1),
        by=cite("softmax-sum"),
        because=Text(ja="出力の和は 1 です。", en="The outputs add up to 1."),
    ),
)

LOG_SUM_EXP_CONVEX = Theorem(
    id="log-sum-exp-convex",
    name=Text(
        ja="log-sum-exp のヘッセ行列は半正定値",
        en="The Hessian of log-sum-exp is positive semi-definite",
    ),
    statement=QUADRATIC_FORM >= 0,
    uses=("softmax-positive", "softmax-sum"),
    source="boyd2004, section 3.1.5",
    argument=(
        *POSITIVE,
        Have(
            statement=SQUARES >= 0,
            by=from_facts,
            because=Text(
                ja="正の数に2乗を掛けた項ばかりの和です。",
                en="A sum of positive numbers times squares.",
            ),
        ),
        Have(
            statement=equal(SQUARES, 2 * total(p, s[p]) * MEAN_SQUARE - 2 * MEAN**2),
            by=by(algebra),
            because=Text(ja="2乗を展開して項ごとに足します。", en="Expand and add up."),
        ),
        Have(
            statement=equal(QUADRATIC_FORM, MEAN_SQUARE - MEAN**2),
            by=by(algebra),
            because=Text(
                ja="2次形式でデルタが残るのは k = p の項だけです。",
                en="In the quadratic form the delta leaves only the terms with k = p.",
            ),
        ),
        Have(
            statement=QUADRATIC_FORM >= 0,
            by=from_facts,
            because=Text(
                ja="出力の和は 1 なので、2次形式は2乗の和の半分です。",
                en="As the outputs add up to 1, the form is half the sum of squares.",
            ),
        ),
    ),
)

LOG_SUM_EXP_HESSIAN = (
    Derivation(
        id="log-sum-exp-hessian",
        name=Text(ja="log-sum-exp のヘッセ行列", en="The Hessian of log-sum-exp"),
        uses=("log-sum-exp-gradient", "softmax-derivative"),
        source="boyd2004, section 3.1.5",
    )
    .start(Derivative(Derivative(lse[()], z[k]), z[p]))
    .by(
        lemma("log-sum-exp-gradient"),
        Derivative(s[k], z[p]),
        because=Text(
            ja="1階の偏導関数はソフトマックス関数です。",
            en="The first derivatives are softmax.",
        ),
    )
    .by(
        lemma("softmax-derivative"),
        s[k] * (Kronecker(k, p) - s[p]),
        because=Text(
            ja="その偏導関数は、ソフトマックス関数のヤコビ行列です。",
            en="Theirs are the Jacobian of softmax.",
        ),
    )
)

LOG_SUM_EXP_BOUND = Theorem(
    id="log-sum-exp-above-logits",
    name=Text(
        ja="log-sum-exp はどのロジットより小さくない", en="Log-sum-exp is below none of the logits"
    ),
    statement=lse[()] >= z[k],
    uses=("log-softmax", "softmax-below-one", "softmax-positive"),
    source="boyd2004, section 3.1.5",
    argument=(),
)

CLAIMS = (
    LOG_SUM_EXP,
    LOG_SUM_EXP_STABLE,
    LOG_SUM_EXP_GRADIENT,
    LOG_SOFTMAX,
    LOG_SOFTMAX_DERIVATIVE,
    LOG_SUM_EXP_HESSIAN,
    LOG_SUM_EXP_CONVEX,
)
