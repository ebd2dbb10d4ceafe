"""Shapes of smooth activation functions: fixed points, growth, and where SiLU is least."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import by, cite, contradiction, from_facts
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import EXP, Derivative
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, differentiate, unfold
from nnmath.proof.statements import Iff, between, equal
from nnmath.theory.activation_vocabulary import (
    ZERO,
    sigma,
    softplus,
    tanh,
    v,
    z,
    z_1,
    z_2,
)

# tanh crosses the diagonal once

SURPLUS = z - tanh(z)
SLOPE = equal(Derivative(SURPLUS, z), 1 - tanh.prime(z))
TANH_SLOPE = equal(tanh.prime(z), 1 - tanh(z) ** 2)
NEVER_FALLS = ZERO - tanh(ZERO) <= v / 2 - tanh(v / 2)
THEN_RISES = v / 2 - tanh(v / 2) < v - tanh(v)
AT_ORIGIN = equal(tanh(ZERO), 0)

TANH_AT_ORIGIN = (
    Derivation(
        id="tanh-at-origin",
        name=Text(ja="原点での tanh の値は 0", en="At the origin tanh is 0"),
        uses=("tanh",),
        source="own",
    )
    .start(tanh(ZERO))
    .by(
        unfold(tanh),
        (EXP(ZERO) - EXP(-ZERO)) / (EXP(ZERO) + EXP(-ZERO)),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(algebra, ZERO, because=Text(ja="分子が 0 です。", en="The numerator is 0."))
)

TANH_POSITIVE = Theorem(
    id="tanh-positive",
    name=Text(ja="正の数の tanh は正", en="Of a positive number tanh is positive"),
    statement=tanh(v) > 0,
    given=(v > 0,),
    uses=("tanh", "tanh-increasing", "tanh-at-origin"),
    source="own",
    argument=(
        Have(
            statement=tanh(ZERO) < tanh(v),
            by=cite("tanh-increasing", {z_1: ZERO, z_2: v}),
            because=Text(ja="tanh は増加し、", en="It increases,"),
        ),
        Have(
            statement=AT_ORIGIN,
            by=cite("tanh-at-origin"),
            because=Text(ja="原点では 0 です。", en="and at the origin it is 0."),
        ),
        Have(
            statement=tanh(v) > 0,
            by=from_facts,
            because=Text(ja="だから正です。", en="So it is positive."),
        ),
    ),
)

TANH_BELOW_IDENTITY = Theorem(
    id="tanh-below-identity",
    name=Text(
        ja="正の側では tanh は恒等関数より下にある",
        en="For positive numbers tanh is below the identity",
    ),
    statement=tanh(v) < v,
    given=(v > 0,),
    uses=("tanh", "tanh-derivative", "tanh-at-origin", "tanh-positive"),
    source="own",
    argument=(
        Have(
            statement=SLOPE,
            by=by(differentiate),
            because=Text(ja="差を微分します。", en="The slope of the difference."),
        ),
        Have(
            statement=TANH_SLOPE,
            by=cite("tanh-derivative"),
            because=Text(ja="tanh の導関数の式です。", en="The formula for the derivative."),
        ),
        Have(
            statement=Derivative(SURPLUS, z) >= 0,
            by=from_these(SLOPE, TANH_SLOPE),
            because=Text(
                ja="差の傾きは tanh の平方で、負になりません。",
                en="The difference has the slope tanh squared, which is not negative.",
            ),
        ),
        Suppose(
            title=Text(ja="正の側では", en="Where the number is positive"),
            assume=(z > 0,),
            steps=(
                Have(
                    statement=tanh(z) > 0,
                    by=cite("tanh-positive", {v: z}),
                    because=Text(ja="tanh も正で、", en="tanh is positive as well,"),
                ),
                Have(
                    statement=tanh(z) ** 2 > 0,
                    by=from_these(tanh(z) > 0),
                    because=Text(ja="その平方も正です。", en="and so is its square."),
                ),
                Have(
                    statement=Derivative(SURPLUS, z) > 0,
                    by=from_these(SLOPE, TANH_SLOPE, tanh(z) ** 2 > 0),
                    because=Text(
                        ja="差の傾きも正です。", en="And so is the slope of the difference."
                    ),
                ),
            ),
        ),
        Have(
            statement=AT_ORIGIN,
            by=cite("tanh-at-origin"),
            because=Text(ja="原点での値は 0 です。", en="At the origin its value is 0."),
        ),
        Have(
            statement=NEVER_FALLS,
            by=mean_value(z, ZERO, v / 2),
            because=Text(
                ja="差は減らないので、原点より小さくなりません。",
                en="The difference never falls below what it is at the origin,",
            ),
        ),
        Have(
            statement=THEN_RISES,
            by=mean_value(z, v / 2, v),
            because=Text(
                ja="原点を離れれば増え続けます。", en="and away from the origin it rises."
            ),
        ),
        Have(
            statement=tanh(v) < v,
            by=from_these(AT_ORIGIN, NEVER_FALLS, THEN_RISES),
            because=Text(ja="原点での差は 0 です。", en="At the origin it is 0."),
        ),
    ),
)

FIXED = equal(tanh(v), v)
TANH_FIXED_POINT = Theorem(
    id="tanh-fixed-point",
    name=Text(ja="tanh の不動点は 0 だけ", en="The only fixed point of tanh is 0"),
    statement=Iff(FIXED, equal(v, 0)),
    uses=("tanh", "tanh-odd", "tanh-below-identity"),
    source="own",
    argument=(
        Suppose(
            title=Text(ja="⇒ 変わらないとき", en="⇒ It is left as it is"),
            assume=(FIXED,),
            steps=(
                Cases(
                    cases=(
                        Suppose(
                            title=Text(ja="正の数は", en="A positive number"),
                            assume=(v > 0,),
                            steps=(
                                Have(
                                    statement=tanh(v) < v,
                                    by=cite("tanh-below-identity"),
                                    because=Text(ja="小さくなるので、", en="gets smaller, so that"),
                                ),
                                Have(
                                    statement=equal(v, 0),
                                    by=contradiction,
                                    because=Text(
                                        ja="不動点ではありません。", en="it is no fixed point."
                                    ),
                                ),
                            ),
                        ),
                        Suppose(
                            title=Text(ja="負の数は", en="A negative number"),
                            assume=(v < 0,),
                            steps=(
                                Have(
                                    statement=tanh(-v) < -v,
                                    by=cite("tanh-below-identity", {v: -v}),
                                    because=Text(
                                        ja="符号を変えると小さくなり、",
                                        en="with its sign turned gets smaller;",
                                    ),
                                ),
                                Have(
                                    statement=equal(tanh(-v), -tanh(v)),
                                    by=cite("tanh-odd", {z: v}),
                                    because=Text(ja="tanh は奇関数なので、", en="as tanh is odd,"),
                                ),
                                Have(
                                    statement=equal(v, 0),
                                    by=contradiction,
                                    because=Text(
                                        ja="これも不動点ではありません。",
                                        en="it is no fixed point either.",
                                    ),
                                ),
                            ),
                        ),
                        Suppose(
                            title=Text(ja="残るのは", en="What is left"),
                            assume=(equal(v, 0),),
                            steps=(
                                Have(
                                    statement=equal(v, 0),
                                    by=from_facts,
                                    because=Text(ja="0 だけです。", en="is 0."),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 0 のとき", en="⇐ It is 0"),
            assume=(equal(v, 0),),
            steps=(
                Have(
                    statement=equal(tanh(v), (EXP(v) - EXP(-v)) / (EXP(v) + EXP(-v))),
                    by=cite("tanh", {z: v}),
                    because=Text(ja="定義では、", en="By the definition"),
                ),
                Have(
                    statement=FIXED,
                    by=from_facts,
                    because=Text(ja="分子が 0 です。", en="the numerator is 0."),
                ),
            ),
        ),
    ),
)

SOFTPLUS_INCREASING = Theorem(
    id="softplus-increasing",
    name=Text(ja="ソフトプラス関数は増加する", en="Softplus increases"),
    statement=softplus(z_1) < softplus(z_2),
    given=(z_1 < z_2,),
    uses=("softplus", "softplus-derivative", "sigmoid-range"),
    source="own",
    argument=(
        Have(
            statement=equal(Derivative(softplus(z), z), softplus.prime(z)),
            by=by(differentiate),
            because=Text(ja="記号の意味です。", en="What the prime stands for."),
        ),
        Have(
            statement=equal(softplus.prime(z), sigma(z)),
            by=cite("softplus-derivative"),
            because=Text(ja="導関数はシグモイド関数で、", en="The slope is the sigmoid function,"),
        ),
        Have(
            statement=between(0, sigma(z), 1),
            by=cite("sigmoid-range"),
            because=Text(ja="正なので、", en="which is positive,"),
        ),
        Have(
            statement=Derivative(softplus(z), z) > 0,
            by=from_facts,
            because=Text(ja="傾きはどこでも正です。", en="so it is positive everywhere."),
        ),
        Have(
            statement=softplus(z_1) < softplus(z_2),
            by=mean_value(z, z_1, z_2),
            because=Text(
                ja="傾きがどこでも正の関数は増加します。",
                en="A function with a positive slope everywhere increases.",
            ),
        ),
    ),
)

CLAIMS = (TANH_AT_ORIGIN, TANH_POSITIVE, TANH_BELOW_IDENTITY, TANH_FIXED_POINT, SOFTPLUS_INCREASING)
