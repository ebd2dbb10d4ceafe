"""The hyperbolic tangent: a sigmoid function stretched to lie between −1 and 1."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import EXP, LOG, TANH, Derivative
from nnmath.proof.rules import algebra, differentiate, fold, unfold
from nnmath.proof.statements import And, Implies, Statement, between, equal, unequal
from nnmath.theory.activation_vocabulary import ONE, ZERO, sigma, tanh, v, z, z_1, z_2

RATIO = (EXP(z) - EXP(-z)) / (EXP(z) + EXP(-z))

HYPERBOLIC_TANGENT = Definition(
    id="tanh",
    name=Text(ja="双曲線正接関数", en="Hyperbolic tangent"),
    left=tanh(z),
    right=RATIO,
    stable=TANH(z),
    source="goodfellow2016, section 6.3",
    witness="tests/reference/activations.py::tanh",
)

TANH_DERIVATIVE = (
    Derivation(
        id="tanh-derivative",
        name=Text(ja="双曲線正接関数の導関数", en="Derivative of the hyperbolic tangent"),
        uses=("tanh",),
        source="goodfellow2016, section 6.3",
    )
    .start(tanh.prime(z))
    .by(
        differentiate,
        Derivative(tanh(z), z),
        because=Text(ja="記号の意味を書き下します。", en="What the prime stands for."),
    )
    .by(
        unfold(tanh),
        Derivative(RATIO, z),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        ((EXP(z) + EXP(-z)) ** 2 - (EXP(z) - EXP(-z)) ** 2) / (EXP(z) + EXP(-z)) ** 2,
        because=Text(
            ja="商の微分です。分子と分母は、微分すると互いに入れ替わります。",
            en="The quotient rule: numerator and denominator are each other's derivatives.",
        ),
    )
    .by(
        algebra,
        1 - RATIO**2,
        because=Text(ja="2つの分数に分けます。", en="Split it into two fractions."),
    )
    .by(
        fold(tanh),
        1 - tanh(z) ** 2,
        because=Text(ja="tanh でまとめます。", en="Recognise the hyperbolic tangent."),
    )
)

TANH_BY_SIGMOID = (
    Derivation(
        id="tanh-by-sigmoid",
        name=Text(
            ja="双曲線正接関数とシグモイド関数", en="Hyperbolic tangent and sigmoid function"
        ),
        uses=("tanh", "sigmoid"),
        source="goodfellow2016, section 6.3",
    )
    .start(tanh(z))
    .by(
        unfold(tanh),
        RATIO,
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        2 * (1 / (1 + EXP(-(2 * z)))) - 1,
        because=Text(
            ja="分子と分母を割ってそろえ、1 を引いた形にします。",
            en="Divide above and below by the first power of e, and take 1 out.",
        ),
    )
    .by(
        fold(sigma),
        2 * sigma(2 * z) - 1,
        because=Text(ja="σ でまとめます。", en="Recognise σ."),
    )
)

TANH_ODD = (
    Derivation(
        id="tanh-odd",
        name=Text(ja="双曲線正接関数は奇関数", en="The hyperbolic tangent is odd"),
        uses=("tanh",),
        source="own",
    )
    .start(tanh(-z))
    .by(
        unfold(tanh),
        (EXP(-z) - EXP(z)) / (EXP(-z) + EXP(z)),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(
        algebra,
        -RATIO,
        because=Text(ja="分子の符号を前に出します。", en="Take the sign of the numerator out."),
    )
    .by(
        fold(tanh),
        -tanh(z),
        because=Text(ja="tanh でまとめます。", en="Recognise the hyperbolic tangent."),
    )
)

BY_DEFINITION = Have(
    statement=equal(tanh(z), RATIO),
    by=cite("tanh"),
    because=Text(ja="定義です。", en="The definition."),
)
SLOPE = Have(
    statement=equal(tanh.prime(z), 1 - tanh(z) ** 2),
    by=cite("tanh-derivative"),
    because=Text(ja="導関数の式です。", en="The formula for the derivative."),
)

TANH_RANGE = Theorem(
    id="tanh-range",
    name=Text(ja="値は −1 と 1 の間", en="The hyperbolic tangent lies between −1 and 1"),
    statement=between(-1, tanh(z), 1),
    uses=("tanh",),
    source="own",
    argument=(
        BY_DEFINITION,
        Have(
            statement=between(-1, tanh(z), 1),
            by=from_facts,
            because=Text(
                ja="指数関数は正なので、分母は分子より大きくなります。",
                en="Powers of e are positive, so the denominator outweighs the numerator.",
            ),
        ),
    ),
)

TANH_REACHES = (
    Derivation(
        id="tanh-reaches",
        name=Text(ja="−1 と 1 の間のどの値もとる", en="It takes every value between −1 and 1"),
        given=(between(-1, v, 1),),
        uses=("tanh",),
        source="own",
    )
    .start(tanh(LOG((1 + v) / (1 - v)) / 2))
    .by(
        unfold(tanh),
        (EXP(LOG((1 + v) / (1 - v)) / 2) - EXP(-(LOG((1 + v) / (1 - v)) / 2)))
        / (EXP(LOG((1 + v) / (1 - v)) / 2) + EXP(-(LOG((1 + v) / (1 - v)) / 2))),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(
        algebra,
        ((1 + v) / (1 - v) - 1) / ((1 + v) / (1 - v) + 1),
        because=Text(
            ja="分子と分母に同じ数を掛けると、指数関数と対数関数が打ち消し合います。",
            en="Multiply above and below alike: exponential and logarithm undo each other.",
        ),
    )
    .by(
        algebra,
        v,
        because=Text(ja="通分します。", en="Bring the fractions together."),
    )
)

TANH_INCREASING = Theorem(
    id="tanh-increasing",
    name=Text(ja="双曲線正接関数は増加する", en="The hyperbolic tangent increases"),
    statement=tanh(z_1) < tanh(z_2),
    given=(z_1 < z_2,),
    uses=("tanh", "tanh-derivative", "tanh-range"),
    source="own",
    argument=(
        Have(
            statement=equal(Derivative(tanh(z), z), tanh.prime(z)),
            by=by(differentiate),
            because=Text(ja="記号の意味です。", en="What the prime stands for."),
        ),
        SLOPE,
        Have(
            statement=between(-1, tanh(z), 1),
            by=cite("tanh-range"),
            because=Text(ja="値は −1 と 1 の間にあります。", en="Its values lie between −1 and 1."),
        ),
        Have(
            statement=Derivative(tanh(z), z) > 0,
            by=from_facts,
            because=Text(
                ja="平方が 1 より小さいので、傾きはどこでも正です。",
                en="The square is below 1, so the slope is positive everywhere.",
            ),
        ),
        Have(
            statement=tanh(z_1) < tanh(z_2),
            by=mean_value(z, z_1, z_2),
            because=Text(
                ja="傾きがどこでも正の関数は増加します。",
                en="A function with a positive slope everywhere increases.",
            ),
        ),
    ),
)


def _less_steep(title: Text, *assume: Statement) -> Suppose:
    return Suppose(
        title=title,
        assume=assume,
        steps=(
            Have(
                statement=unequal(tanh(z), 0),
                by=from_facts,
                because=Text(
                    ja="2つの指数関数の値が異なります。", en="The two powers of e differ."
                ),
            ),
            Have(
                statement=tanh.prime(z) < ONE,
                by=from_facts,
                because=Text(
                    ja="1 から正の数を引いています。", en="A positive number is taken from 1."
                ),
            ),
        ),
    )


MAXIMUM = And((equal(tanh.prime(ZERO), 1), Implies(unequal(z, 0), tanh.prime(z) < ONE)))

TANH_STEEPEST = Theorem(
    id="tanh-derivative-maximum",
    name=Text(
        ja="双曲線正接関数の傾きの最大値は 1", en="The hyperbolic tangent is steepest at 0: 1"
    ),
    statement=MAXIMUM,
    uses=("tanh", "tanh-derivative"),
    source="own",
    argument=(
        Have(
            statement=equal(tanh.prime(ZERO), 1 - tanh(ZERO) ** 2),
            by=cite("tanh-derivative", {z: ZERO}),
            because=Text(ja="導関数の式です。", en="The formula for the derivative."),
        ),
        Have(
            statement=equal(tanh(ZERO), (EXP(ZERO) - EXP(-ZERO)) / (EXP(ZERO) + EXP(-ZERO))),
            by=cite("tanh", {z: ZERO}),
            because=Text(ja="原点での値は 0 です。", en="The value at the origin is 0."),
        ),
        Have(
            statement=equal(tanh.prime(ZERO), 1),
            by=from_facts,
            because=Text(ja="引かれるものがありません。", en="Nothing is taken away."),
        ),
        SLOPE,
        BY_DEFINITION,
        Suppose(
            title=Text(ja="原点以外では", en="Away from the origin"),
            assume=(unequal(z, 0),),
            steps=(
                Cases(
                    cases=(
                        _less_steep(Text(ja="総入力が正の場合", en="It is positive"), z > 0),
                        _less_steep(Text(ja="総入力が負の場合", en="It is negative"), z < 0),
                    ),
                ),
            ),
        ),
        Have(
            statement=MAXIMUM,
            by=from_facts,
            because=Text(ja="両方が成り立ちます。", en="Both hold."),
        ),
    ),
)

CLAIMS = (
    HYPERBOLIC_TANGENT,
    TANH_DERIVATIVE,
    TANH_BY_SIGMOID,
    TANH_ODD,
    TANH_RANGE,
    TANH_REACHES,
    TANH_INCREASING,
    TANH_STEEPEST,
)
