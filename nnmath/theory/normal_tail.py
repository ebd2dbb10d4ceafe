"""How thin the left tail of the normal distribution is."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, cite, contradiction, from_facts, instantiate, rewrite
from nnmath.proof.limit_inferences import error_function_limit, limit_arithmetic, stays_away
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import INFINITY, Derivative, Node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate
from nnmath.proof.special import ERF
from nnmath.proof.statements import And, ForAll, Implies, Not, Tends, equal
from nnmath.theory.activation_vocabulary import HALF, ONE, ZERO, Phi, n, phi, v, z, z_1, z_2
from nnmath.theory.gated import ROOT
from nnmath.theory.normal_density import IS_POSITIVE
from nnmath.theory.vocabulary import bound

far = (n - v) / ROOT
GATE = equal(Phi(v - n), (1 + ERF((v - n) / ROOT)) / 2)
NORMAL_TAIL = Theorem(
    id="normal-tail",
    name=Text(
        ja="分布関数は左の果てで 0 に近づく", en="Far to the left a distribution function nears 0"
    ),
    statement=Tends(Phi(v - n), n, ZERO),
    uses=("normal-distribution",),
    source="abramowitz1964, section 7.1",
    argument=(
        ByDefinitionOfLimit(
            statement=Tends(far, n, INFINITY),
            tolerance=bound,
            threshold=ROOT * bound + v,
            steps=(
                Have(
                    statement=far > bound,
                    by=from_facts,
                    because=Text(ja="√2 で割ります。", en="Divide by √2."),
                ),
            ),
        ),
        Have(
            statement=Tends(ERF(far), n, ONE),
            by=error_function_limit,
            because=Text(
                ja="誤差関数は、右の果てで 1 に近づきます。",
                en="Far to the right the error function nears 1.",
            ),
        ),
        Have(
            statement=Tends(HALF - HALF * ERF(far), n, ZERO),
            by=limit_arithmetic,
            because=Text(ja="1/2 との差は 0 に近づきます。", en="What is left to 1/2 nears 0."),
        ),
        Have(
            statement=GATE,
            by=cite("normal-distribution", {z: v - n}),
            because=Text(ja="分布関数の定義です。", en="The definition of the distribution."),
        ),
        Have(
            statement=Tends(Phi(v - n), n, ZERO),
            by=rewrite,
            because=Text(
                ja="誤差関数は奇関数なので、同じものです。",
                en="As the error function is odd, that is the same.",
            ),
        ),
    ),
)


def surplus(at: Node) -> Node:
    """How far the density over the distance to the origin is above the distribution."""
    return phi(at) / -at - Phi(at)


SLOPE = equal(Derivative(surplus(z), z), phi(z) / z**2 - phi.prime(z) / z - Phi.prime(z))
DENSITY_FALLS = equal(phi.prime(z), -z * phi(z))
IS_DENSITY = equal(Phi.prime(z), phi(z))
BY_DENSITY = equal(Derivative(surplus(z), z), phi(z) / z**2)
RISES = surplus(z_1) < surplus(z_2)
FRACTION = phi(z_1) / -z_1 > 0
MILLS_SURPLUS = Theorem(
    id="mills-surplus-increasing",
    name=Text(
        ja="密度を原点までの距離で割ったものと、分布関数との差は増加する",
        en="The density over the distance to the origin, less the distribution, increases",
    ),
    statement=And((RISES, Phi(z_1) > -surplus(z_2))),
    given=(z_1 < z_2, z_2 < 0),
    uses=(
        "normal-slope",
        "normal-density-slope",
        "normal-density-positive",
    ),
    source="own",
    argument=(
        Suppose(
            title=Text(ja="原点の左では", en="To the left of the origin"),
            assume=(z < 0,),
            steps=(
                Have(
                    statement=SLOPE,
                    by=by(differentiate),
                    because=Text(ja="差を微分します。", en="Differentiate the difference."),
                ),
                Have(
                    statement=DENSITY_FALLS,
                    by=cite("normal-density-slope"),
                    because=Text(
                        ja="密度関数の導関数の式と、", en="The derivative of the density,"
                    ),
                ),
                Have(
                    statement=IS_DENSITY,
                    by=cite("normal-slope"),
                    because=Text(
                        ja="分布関数の導関数の式です。",
                        en="and that of the distribution.",
                    ),
                ),
                Have(
                    statement=BY_DENSITY,
                    by=from_these(z < 0, SLOPE, DENSITY_FALLS, IS_DENSITY),
                    because=Text(ja="密度が打ち消し合います。", en="The density cancels."),
                ),
                Have(
                    statement=IS_POSITIVE,
                    by=cite("normal-density-positive"),
                    because=Text(ja="密度は正です。", en="The density is positive."),
                ),
                Have(
                    statement=phi(z) / z**2 > 0,
                    by=from_these(z < 0, IS_POSITIVE),
                    because=Text(ja="残りは正なので、", en="The rest is positive,"),
                ),
                Have(
                    statement=Derivative(surplus(z), z) > 0,
                    by=from_these(z < 0, BY_DENSITY, phi(z) / z**2 > 0),
                    because=Text(ja="差は増加します。", en="so the difference rises."),
                ),
            ),
        ),
        Have(
            statement=RISES,
            by=mean_value(z, z_1, z_2),
            because=Text(
                ja="だから、右の点でのほうが大きくなります。", en="At the right point it is larger."
            ),
        ),
        Have(
            statement=phi(z_1) > 0,
            by=cite("normal-density-positive", {z: z_1}),
            because=Text(ja="密度は正です。", en="The density is positive."),
        ),
        Have(
            statement=FRACTION,
            by=from_these(z_1 < z_2, z_2 < 0, phi(z_1) > 0),
            because=Text(
                ja="左の点でも、この分数は正です。", en="At the left point this is positive."
            ),
        ),
        Have(
            statement=Phi(z_1) > -surplus(z_2),
            by=from_these(z_1 < z_2, z_2 < 0, RISES, FRACTION),
            because=Text(ja="取り除いても不等号は変わりません。", en="Leave it out."),
        ),
    ),
)

ABOVE = Phi(v - n) > bound
NORMAL_FLOOR = Theorem(
    id="normal-tail-floor",
    name=Text(
        ja="どこまで左へ行っても分布関数が上回る数は、正ではない",
        en="A number that a distribution function exceeds however far to the left is not positive",
    ),
    statement=Implies(ForAll(n, ABOVE), bound <= 0),
    uses=("normal-tail",),
    source="own",
    argument=(
        Suppose(
            title=Text(ja="どこまで左へ行っても上回るなら", en="It exceeds the number everywhere"),
            assume=(ForAll(n, ABOVE),),
            steps=(
                Have(
                    statement=ABOVE,
                    by=instantiate(n, n),
                    because=Text(ja="1つの点で見ます。", en="Look at one point."),
                ),
                Cases(
                    cases=(
                        Suppose(
                            title=Text(ja="その数が正だとすると", en="Were the number positive"),
                            assume=(bound > 0,),
                            steps=(
                                Have(
                                    statement=Not(Tends(Phi(v - n), n, ZERO)),
                                    by=stays_away(bound),
                                    because=Text(
                                        ja="分布関数は 0 に近づけません。",
                                        en="the function could not near 0,",
                                    ),
                                ),
                                Have(
                                    statement=Tends(Phi(v - n), n, ZERO),
                                    by=cite("normal-tail"),
                                    because=Text(ja="ところが、近づきます。", en="but it does."),
                                ),
                                Have(
                                    statement=bound <= 0,
                                    by=contradiction,
                                    because=Text(
                                        ja="この場合はありません。", en="That is never the case."
                                    ),
                                ),
                            ),
                        ),
                        Suppose(
                            title=Text(ja="残るのは", en="What is left"),
                            assume=(bound <= 0,),
                            steps=(
                                Have(
                                    statement=bound <= 0,
                                    by=from_these(bound <= 0),
                                    because=Text(ja="正でない場合です。", en="is the claim."),
                                ),
                            ),
                        ),
                    )
                ),
                Have(
                    statement=bound <= 0,
                    by=from_these(bound <= 0),
                    because=Text(ja="だから正ではありません。", en="So it is not positive."),
                ),
            ),
        ),
    ),
)

ONE_LEFT = surplus(v - 1) < surplus(v)
STAYS = Phi(v - 2 - n) > -surplus(v - 1)
NOT_NEGATIVE = -surplus(v - 1) <= 0
MILLS = Phi(v) < phi(v) / -v
MILLS_INEQUALITY = Theorem(
    id="mills-inequality",
    name=Text(ja="ミルズの不等式", en="Mills's inequality"),
    statement=MILLS,
    given=(v < 0,),
    uses=("mills-surplus-increasing", "normal-tail-floor"),
    source="abramowitz1964, section 26.2",
    argument=(
        Have(
            statement=STAYS,
            by=cite("mills-surplus-increasing", {z_1: v - 2 - n, z_2: v - 1}),
            because=Text(
                ja="もし 1 だけ左で差が負なら、分布関数はそれより左でこの正の数を下回りません。",
                en="Were the difference negative one unit to the left, the distribution function "
                "would stay above this positive number from there on,",
            ),
        ),
        Have(
            statement=ForAll(n, STAYS),
            by=from_facts,
            because=Text(ja="どこまで左へ行ってもそうです。", en="however far we go."),
        ),
        Have(
            statement=NOT_NEGATIVE,
            by=cite("normal-tail-floor", {v: v - 2, bound: -surplus(v - 1)}),
            because=Text(
                ja="しかし 0 に近づくので、負ではありません。",
                en="But it nears 0: the difference is not negative.",
            ),
        ),
        Have(
            statement=ONE_LEFT,
            by=cite("mills-surplus-increasing", {z_1: v - 1, z_2: v}),
            because=Text(ja="右へ戻れば差は増えるので、", en="One unit to the right it is more,"),
        ),
        Have(
            statement=MILLS,
            by=from_these(v < 0, NOT_NEGATIVE, ONE_LEFT),
            because=Text(ja="正です。", en="so it is positive."),
        ),
    ),
)

CLAIMS = (
    NORMAL_TAIL,
    NORMAL_FLOOR,
    MILLS_SURPLUS,
    MILLS_INEQUALITY,
)
