"""Where SiLU is least: the equation of the point, and the value there."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import EXP, Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import And, Iff, Implies, equal
from nnmath.theory.activation_vocabulary import sigma, silu, v, z


def is_flat(at: Node) -> Relation:
    """The slope of SiLU is 0."""
    return equal(silu.prime(at), 0)


def solves(at: Node) -> Relation:
    """The equation of the flat point."""
    return equal(EXP(at), -(at + 1))


BRACKET = 1 + z + EXP(z)
SLOPE = Have(
    statement=equal(silu.prime(z), sigma(z) * (1 + z * (1 - sigma(z)))),
    by=cite("silu-derivative"),
    because=Text(ja="導関数の式です。", en="The formula for the derivative."),
)
SIGMOID = Have(
    statement=equal(sigma(z), 1 / (1 + EXP(-z))),
    by=cite("sigmoid"),
    because=Text(ja="シグモイド関数の定義です。", en="The definition of the sigmoid function."),
)
SLOPE_BY_BRACKET = equal(silu.prime(z), EXP(z) * BRACKET / (1 + EXP(z)) ** 2)
BRACKET_BY_SLOPE = equal(BRACKET, silu.prime(z) * ((1 + EXP(z)) ** 2 * EXP(-z)))

SILU_SLOPE_IN_POWERS = Theorem(
    id="silu-slope-in-powers",
    name=Text(ja="指数関数で表した SiLU の傾き", en="The slope of SiLU in powers of e"),
    statement=SLOPE_BY_BRACKET,
    uses=("silu", "sigmoid", "silu-derivative"),
    source="own",
    argument=(
        SLOPE,
        SIGMOID,
        Have(
            statement=SLOPE_BY_BRACKET,
            by=from_facts,
            because=Text(ja="通分します。", en="Bring the fractions together."),
        ),
    ),
)

SILU_STATIONARY = Theorem(
    id="silu-stationary",
    name=Text(ja="SiLU の傾きが 0 になる点", en="Where SiLU is flat"),
    statement=Iff(is_flat(z), solves(z)),
    uses=("silu", "sigmoid", "silu-slope-in-powers"),
    source="own",
    argument=(
        Have(
            statement=SLOPE_BY_BRACKET,
            by=cite("silu-slope-in-powers"),
            because=Text(ja="傾きの式です。", en="The formula for the slope."),
        ),
        Have(
            statement=BRACKET_BY_SLOPE,
            by=from_facts,
            because=Text(
                ja="かっこの中について解きます。", en="Solve for what stands in the bracket."
            ),
        ),
        Suppose(
            title=Text(ja="⇒ 傾きが 0 なら", en="⇒ Where the slope is 0"),
            assume=(is_flat(z),),
            steps=(
                Have(
                    statement=solves(z),
                    by=from_these(is_flat(z), BRACKET_BY_SLOPE),
                    because=Text(ja="かっこの中も 0 です。", en="the bracket is 0, too."),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 方程式が成り立つなら", en="⇐ Where the equation holds"),
            assume=(solves(z),),
            steps=(
                Have(
                    statement=equal(BRACKET, 0),
                    by=from_these(solves(z)),
                    because=Text(ja="かっこの中が 0 で、", en="the bracket is 0,"),
                ),
                Have(
                    statement=is_flat(z),
                    by=from_these(equal(BRACKET, 0), SLOPE_BY_BRACKET),
                    because=Text(ja="傾きも 0 です。", en="and so is the slope."),
                ),
            ),
        ),
    ),
)


def _slope_at(at: Node) -> Have:
    return Have(
        statement=equal(silu.prime(at), EXP(at) * (1 + at + EXP(at)) / (1 + EXP(at)) ** 2),
        by=cite("silu-slope-in-powers", {z: at}),
        because=Text(ja="傾きの式に代入します。", en="Insert it into the slope."),
    )


LEFT, RIGHT = as_node(-2), as_node(-1)
SILU_TURNS = Theorem(
    id="silu-turns",
    name=Text(
        ja="SiLU は −2 では減少し、−1 では増加する",
        en="SiLU falls at −2 and rises at −1",
    ),
    statement=And((silu.prime(LEFT) < 0, silu.prime(RIGHT) > 0)),
    uses=("silu", "sigmoid", "silu-slope-in-powers"),
    source="own",
    argument=(
        _slope_at(LEFT),
        Have(
            statement=EXP(LEFT) < 1,
            by=from_facts,
            because=Text(ja="指数は負です。", en="The exponent is negative."),
        ),
        Have(
            statement=silu.prime(LEFT) < 0,
            by=from_facts,
            because=Text(ja="かっこの中は負です。", en="The bracket is negative."),
        ),
        _slope_at(RIGHT),
        Have(
            statement=silu.prime(RIGHT) > 0,
            by=from_facts,
            because=Text(ja="ここでは正です。", en="Here it is positive."),
        ),
    ),
)

AT_LEAST = silu(z) >= -EXP(v)
TANGENT = EXP(v - z) >= 1 + (v - z)
SILU_BOUND = Theorem(
    id="silu-bound",
    name=Text(ja="SiLU の下界", en="A bound below SiLU"),
    statement=AT_LEAST,
    given=(EXP(v) >= -(v + 1),),
    uses=("silu", "sigmoid", "exponential-inequality"),
    source="own",
    argument=(
        Have(
            statement=TANGENT,
            by=cite("exponential-inequality", {z: v - z}),
            because=Text(
                ja="指数関数は接線の上にあります。", en="The exponential lies above its tangent."
            ),
        ),
        Have(
            statement=EXP(v) * (1 + EXP(-z)) + z >= 0,
            by=from_facts,
            because=Text(
                ja="v についての仮定を足すと、z が残ります。",
                en="Add what is assumed of v: just z is left.",
            ),
        ),
        Have(
            statement=equal(silu(z), z * sigma(z)),
            by=cite("silu"),
            because=Text(ja="SiLU の定義です。", en="The definition of SiLU."),
        ),
        SIGMOID,
        Have(
            statement=equal(silu(z) + EXP(v), (EXP(v) * (1 + EXP(-z)) + z) / (1 + EXP(-z))),
            by=from_facts,
            because=Text(ja="通分します。", en="Bring the fractions together."),
        ),
        Have(
            statement=AT_LEAST,
            by=from_facts,
            because=Text(ja="分子は負ではありません。", en="The numerator is not negative."),
        ),
    ),
)

SILU_MINIMUM = Theorem(
    id="silu-minimum",
    name=Text(ja="SiLU の最小値", en="The least value of SiLU"),
    statement=Implies(is_flat(v), And((equal(silu(v), v + 1), silu(z) >= v + 1))),
    uses=("silu", "sigmoid", "silu-stationary", "silu-bound"),
    source="own",
    argument=(
        Suppose(
            title=Text(ja="傾きが 0 の点では", en="Where the slope is 0"),
            assume=(is_flat(v),),
            steps=(
                Have(
                    statement=solves(v),
                    by=cite("silu-stationary", {z: v}),
                    because=Text(ja="この方程式が成り立ちます。", en="this equation holds."),
                ),
                Have(
                    statement=AT_LEAST,
                    by=cite("silu-bound"),
                    because=Text(ja="下界を使います。", en="Use the bound."),
                ),
                Have(
                    statement=equal(silu(v), v * sigma(v)),
                    by=cite("silu", {z: v}),
                    because=Text(ja="SiLU の定義です。", en="The definition of SiLU."),
                ),
                Have(
                    statement=equal(sigma(v), 1 / (1 + EXP(-v))),
                    by=cite("sigmoid", {z: v}),
                    because=Text(ja="シグモイド関数の定義です。", en="And of the sigmoid."),
                ),
                Have(
                    statement=equal(sigma(v) * (EXP(v) + 1), EXP(v)),
                    by=from_facts,
                    because=Text(ja="分母をはらいます。", en="Clear the denominators."),
                ),
                Have(
                    statement=equal(sigma(v) * v, v + 1),
                    by=from_facts,
                    because=Text(ja="方程式を代入します。", en="Insert the equation."),
                ),
                Have(
                    statement=And((equal(silu(v), v + 1), silu(z) >= v + 1)),
                    by=from_facts,
                    because=Text(
                        ja="どこでもそれ以上です。", en="Everywhere it is at least so much."
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (SILU_SLOPE_IN_POWERS, SILU_STATIONARY, SILU_TURNS, SILU_BOUND, SILU_MINIMUM)
