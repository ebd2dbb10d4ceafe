"""Why a loss whose slope changes slowly lies below a parabola: what the descent lemma rests on.

E is the loss along a line through the weights; x is where the step begins, v where it ends.
"""

from __future__ import annotations

from nnmath.notation.symbols import activations, single_unit
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, instantiate
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import Derivative, Node, Relation, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.descent_vocabulary import L
from nnmath.theory.vocabulary import E

x, v = Variable(single_unit.INPUT), Variable(single_unit.REACHED)
u = Variable(activations.POINT_BETWEEN)

SLOW = abs(E.prime(u) - E.prime(x)) <= L * abs(u - x)
LIPSCHITZ = ForAll(u, SLOW)


def parabola(at: Node) -> Node:
    """The tangent at the start, and L/2 times the squared distance."""
    return E(x) + E.prime(x) * (at - x) + L / 2 * (at - x) ** 2


BELOW = E(v) <= parabola(v)
GAP = parabola(u) - E(u)
SLOPE = equal(Derivative(GAP, u), E.prime(x) + L * (u - x) - E.prime(u))
FIRST_GAP = parabola(x) - E(x)
LAST_GAP = parabola(v) - E(v)


def _one_side(title: Text, order: Relation, side: Relation, sign: Relation, *ends: Node) -> Suppose:
    grown = LAST_GAP >= FIRST_GAP
    return Suppose(
        title=title,
        assume=(order,),
        steps=(
            Suppose(
                title=Text(ja="その側の点では", en="On that side"),
                assume=(side,),
                steps=(
                    Have(
                        statement=sign,
                        by=from_these(side, SLOW, SLOPE),
                        because=Text(
                            ja="傾きの変化は距離の L 倍を超えません。",
                            en="The slope changes by no more than L times the distance.",
                        ),
                    ),
                ),
            ),
            Have(
                statement=grown,
                by=mean_value(u, *ends),
                because=Text(
                    ja="放物線との差は、出発点から離れても減りません。",
                    en="Away from the start the gap below the parabola does not shrink.",
                ),
            ),
            Have(
                statement=BELOW,
                by=from_these(grown),
                because=Text(ja="出発点での差は 0 です。", en="At the start there is no gap."),
            ),
        ),
    )


LIPSCHITZ_GIVES_PARABOLA = Theorem(
    id="lipschitz-gradient-gives-parabola",
    name=Text(
        ja="勾配がリプシッツ連続なら、損失は放物線の下にある",
        en="With a Lipschitz gradient a loss lies below a parabola",
    ),
    statement=BELOW,
    given=(LIPSCHITZ, L > 0),
    source="nesterov2018, section 1.2.2",
    argument=(
        Have(
            statement=SLOW,
            by=instantiate(u, u),
            because=Text(ja="どの点でも、", en="At any point"),
        ),
        Have(
            statement=SLOPE,
            by=by(differentiate),
            because=Text(ja="放物線との差を微分します。", en="Differentiate the gap."),
        ),
        Cases(
            cases=(
                _one_side(
                    Text(ja="右へ進むとき", en="A step to the right"),
                    v >= x,
                    u >= x,
                    Derivative(GAP, u) >= 0,
                    x,
                    v,
                ),
                _one_side(
                    Text(ja="左へ進むとき", en="A step to the left"),
                    v < x,
                    u <= x,
                    Derivative(GAP, u) <= 0,
                    v,
                    x,
                ),
            ),
        ),
    ),
)

CLAIMS = (LIPSCHITZ_GIVES_PARABOLA,)
