"""The tangent at 1 lies above the logarithm: log x ≤ x − 1."""

from __future__ import annotations

from nnmath.notation.symbols import activations
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import LOG, Derivative, Node, Relation, Variable, as_node
from nnmath.proof.rules import differentiate
from nnmath.proof.statements import equal

ZERO, ONE = as_node(0), as_node(1)
x = Variable(activations.POSITIVE_NUMBER)
u = Variable(activations.POINT_BETWEEN)
GAP, SLOPE = u - 1 - LOG(u), 1 - 1 / u
GOAL = LOG(x) <= x - 1


def _slope_has_sign(title: Text, between: tuple[Relation, ...], sign: Relation) -> Suppose:
    """The sign of the slope of u − 1 − log u on one side of 1."""
    return Suppose(
        title=title,
        assume=between,
        steps=(
            Have(
                statement=equal(Derivative(GAP, u), SLOPE),
                by=by(differentiate),
                because=Text(
                    ja="接線と対数の差を微分します。",
                    en="Differentiate the gap between the tangent and the logarithm.",
                ),
            ),
            Have(
                statement=sign,
                by=from_facts,
                because=Text(
                    ja="1 より右では逆数が 1 以下、左では 1 以上です。",
                    en="To the right of 1 the reciprocal is at most 1, to its left at least 1.",
                ),
            ),
            Have(
                statement=Relation(Derivative(GAP, u), sign.kind, ZERO),
                by=from_facts,
                because=Text(ja="傾きの符号が決まります。", en="That is the sign of the slope."),
            ),
        ),
    )


def _compared(title: Text, side: Relation, low: Node, high: Node, slope: Suppose) -> Suppose:
    """The gap at x is not below that at 1."""
    return Suppose(
        title=title,
        assume=(side,),
        steps=(
            slope,
            Have(
                statement=GOAL,
                by=mean_value(u, low, high),
                because=Text(
                    ja="差は x = 1 で 0 で、そこから離れても減りません。",
                    en="The gap is 0 at x = 1 and does not shrink away from there.",
                ),
            ),
        ),
    )


LOGARITHM_BOUND = Theorem(
    id="logarithm-bound",
    name=Text(ja="対数は接線より上に出ない", en="The logarithm stays below its tangent"),
    statement=GOAL,
    given=(x > 0,),
    source="hardy2008, chapter IX",
    argument=(
        Cases(
            cases=(
                _compared(
                    Text(ja="1 以上の場合", en="At 1 and above"),
                    x >= 1,
                    ONE,
                    x,
                    _slope_has_sign(
                        Text(ja="1 より右での傾き", en="The slope to the right of 1"),
                        (u >= 1,),
                        SLOPE >= 0,
                    ),
                ),
                _compared(
                    Text(ja="1 以下の場合", en="At 1 and below"),
                    x <= 1,
                    x,
                    ONE,
                    _slope_has_sign(
                        Text(ja="1 より左での傾き", en="The slope to the left of 1"),
                        (u > 0, u <= 1),
                        SLOPE <= 0,
                    ),
                ),
            )
        ),
    ),
)

CLAIMS = (LOGARITHM_BOUND,)
