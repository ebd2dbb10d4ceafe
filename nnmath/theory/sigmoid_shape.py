"""The shape of the sigmoid function: range, growth, and where it is steepest."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import by, cite, contradiction, from_facts
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import EXP, LOG, Derivative
from nnmath.proof.rules import algebra, differentiate, unfold
from nnmath.proof.statements import And, Iff, Implies, Statement, between, equal, unequal
from nnmath.theory.activation_vocabulary import HALF, QUARTER, ZERO, sigma, v, z, z_1, z_2

BY_DEFINITION = Have(
    statement=equal(sigma(z), 1 / (1 + EXP(-z))),
    by=cite("sigmoid"),
    because=Text(ja="定義です。", en="The definition."),
)
SLOPE = Have(
    statement=equal(sigma.prime(z), sigma(z) * (1 - sigma(z))),
    by=cite("sigmoid-derivative"),
    because=Text(ja="導関数の式です。", en="The formula for the derivative."),
)

SIGMOID_RANGE = Theorem(
    id="sigmoid-range",
    name=Text(
        ja="シグモイド関数の値は 0 と 1 の間", en="The sigmoid function lies between 0 and 1"
    ),
    statement=between(0, sigma(z), 1),
    uses=("sigmoid",),
    source="goodfellow2016, section 3.10",
    argument=(
        BY_DEFINITION,
        Have(
            statement=between(0, sigma(z), 1),
            by=from_facts,
            because=Text(
                ja="指数関数は正なので、分母は 1 より大きくなります。",
                en="A power of e is positive, so the denominator is above 1.",
            ),
        ),
    ),
)

SIGMOID_REACHES = (
    Derivation(
        id="sigmoid-reaches",
        name=Text(ja="0 と 1 の間のどの値もとる", en="It takes every value between 0 and 1"),
        given=(between(0, v, 1),),
        uses=("sigmoid",),
        source="own",
    )
    .start(sigma(LOG(v / (1 - v))))
    .by(
        unfold(sigma),
        1 / (1 + EXP(-LOG(v / (1 - v)))),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(
        algebra,
        1 / (1 + (1 - v) / v),
        because=Text(
            ja="指数関数と対数関数は互いに打ち消し合い、負号で逆数になります。",
            en="Exponential and logarithm undo each other; the minus makes a reciprocal.",
        ),
    )
    .by(
        algebra,
        v,
        because=Text(ja="分母を通分します。", en="Bring the denominator together."),
    )
)

SIGMOID_INCREASING = Theorem(
    id="sigmoid-increasing",
    name=Text(ja="シグモイド関数は増加する", en="The sigmoid function increases"),
    statement=sigma(z_1) < sigma(z_2),
    given=(z_1 < z_2,),
    uses=("sigmoid", "sigmoid-derivative", "sigmoid-range"),
    source="own",
    argument=(
        Have(
            statement=equal(Derivative(sigma(z), z), sigma.prime(z)),
            by=by(differentiate),
            because=Text(ja="記号の意味です。", en="What the prime stands for."),
        ),
        SLOPE,
        Have(
            statement=between(0, sigma(z), 1),
            by=cite("sigmoid-range"),
            because=Text(ja="値は 0 と 1 の間にあります。", en="Its values lie between 0 and 1."),
        ),
        Have(
            statement=Derivative(sigma(z), z) > 0,
            by=from_facts,
            because=Text(
                ja="正の数どうしの積なので、傾きはどこでも正です。",
                en="A product of positive numbers: the slope is positive everywhere.",
            ),
        ),
        Have(
            statement=sigma(z_1) < sigma(z_2),
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
                statement=unequal(sigma(z), HALF),
                by=from_facts,
                because=Text(
                    ja="総入力が 0 でなければ、指数関数の値は 1 ではありません。",
                    en="Away from 0 the power of e is not 1.",
                ),
            ),
            Have(
                statement=sigma.prime(z) < QUARTER,
                by=from_facts,
                because=Text(
                    ja="¼ との差は (σ − ½)² で、正の数です。",
                    en="What it lacks of ¼ is (σ − ½)², a positive number.",
                ),
            ),
        ),
    )


SIGMOID_STEEPEST = Theorem(
    id="sigmoid-derivative-maximum",
    name=Text(ja="シグモイド関数の傾きの最大値は ¼", en="The sigmoid function is steepest at 0: ¼"),
    statement=And(
        (
            equal(sigma.prime(ZERO), QUARTER),
            Implies(unequal(z, 0), sigma.prime(z) < QUARTER),
        )
    ),
    uses=("sigmoid", "sigmoid-derivative", "sigmoid-at-zero"),
    source="own",
    argument=(
        Have(
            statement=equal(sigma.prime(ZERO), sigma(ZERO) * (1 - sigma(ZERO))),
            by=cite("sigmoid-derivative", {z: ZERO}),
            because=Text(ja="導関数の式です。", en="The formula for the derivative."),
        ),
        Have(
            statement=equal(sigma(ZERO), HALF),
            by=cite("sigmoid-at-zero"),
            because=Text(ja="原点での値は ½ です。", en="The value at the origin is ½."),
        ),
        Have(
            statement=equal(sigma.prime(ZERO), QUARTER),
            by=from_facts,
            because=Text(ja="½ と ½ の積です。", en="½ times ½."),
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
            statement=And(
                (
                    equal(sigma.prime(ZERO), QUARTER),
                    Implies(unequal(z, 0), sigma.prime(z) < QUARTER),
                )
            ),
            by=from_facts,
            because=Text(ja="両方が成り立ちます。", en="Both hold."),
        ),
    ),
)

SIGMOID_AT_LEAST_HALF = Theorem(
    id="sigmoid-at-least-half",
    name=Text(ja="値が ½ 以上になる条件", en="When the sigmoid function is at least ½"),
    statement=Iff(sigma(z) >= HALF, z >= 0),
    uses=("sigmoid",),
    source="own",
    argument=(
        BY_DEFINITION,
        Suppose(
            title=Text(ja="⇐ 総入力が 0 以上のとき", en="⇐ The pre-activation is at least 0"),
            assume=(z >= 0,),
            steps=(
                Have(
                    statement=sigma(z) >= HALF,
                    by=from_facts,
                    because=Text(
                        ja="指数関数の値は 1 以下なので、分母は 2 以下です。",
                        en="The power of e is at most 1, so the denominator is at most 2.",
                    ),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇒ 値が ½ 以上のとき", en="⇒ The value is at least ½"),
            assume=(sigma(z) >= HALF,),
            steps=(
                Cases(
                    cases=(
                        Suppose(
                            title=Text(ja="総入力が 0 以上の場合", en="It is at least 0"),
                            assume=(z >= 0,),
                            steps=(
                                Have(
                                    statement=z >= 0,
                                    by=from_facts,
                                    because=Text(
                                        ja="これが示したいことです。", en="That is the claim."
                                    ),
                                ),
                            ),
                        ),
                        Suppose(
                            title=Text(ja="総入力が負の場合", en="It is negative"),
                            assume=(z < 0,),
                            steps=(
                                Have(
                                    statement=sigma(z) < HALF,
                                    by=from_facts,
                                    because=Text(
                                        ja="指数関数の値は 1 を超え、分母は 2 を超えます。",
                                        en="The power of e is above 1, the denominator above 2.",
                                    ),
                                ),
                                Have(
                                    statement=z >= 0,
                                    by=contradiction,
                                    because=Text(
                                        ja="仮定と矛盾するので、この場合はありません。",
                                        en="A contradiction: this case does not occur.",
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    SIGMOID_RANGE,
    SIGMOID_REACHES,
    SIGMOID_INCREASING,
    SIGMOID_STEEPEST,
    SIGMOID_AT_LEAST_HALF,
)
