"""With many weights: a loss whose gradient changes slowly lies below a parabola.

E(h) is the loss at the point w + h u of the line from the weights w in the direction u, and ĝ the
gradient there; g is the gradient at the weights, and the step ends at h = 1. That E′(h) = Σ ĝ_i u_i
is the chain rule (directional-derivative); that ĝ is within L h ‖u‖ of g is what L-smoothness says
of two points on the line.
"""

from __future__ import annotations

from nnmath.notation.symbols import descent
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import by, cite, contradiction, instantiate
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import Derivative, Node, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate
from nnmath.proof.statements import And, ForAll, Implies, equal
from nnmath.theory.descent_vocabulary import L, a, b, g, i, q, square, u
from nnmath.theory.vocabulary import E, h, x

ZERO, ONE = as_node(0), as_node(1)
moved = Tensor(descent.GRADIENT_ALONG_LINE, sources=(h,))

SMALLER_SQUARE = Theorem(
    id="smaller-square",
    name=Text(
        ja="平方が小さければ、負でない数より小さい",
        en="A number with a smaller square is below one that is not negative",
    ),
    statement=x <= q,
    given=(q >= 0, x**2 <= q**2),
    source="own",
    argument=(
        Cases(
            cases=(
                Suppose(
                    title=Text(ja="大きいとすると", en="Were it above"),
                    assume=(x > q,),
                    steps=(
                        Have(
                            statement=x**2 > q**2,
                            by=from_these(q >= 0, x > q),
                            because=Text(ja="平方も大きくなります。", en="so would its square be."),
                        ),
                        Have(
                            statement=x <= q,
                            by=contradiction,
                            because=Text(ja="仮定に反します。", en="But that is not so."),
                        ),
                    ),
                ),
                Suppose(
                    title=Text(ja="残るのは", en="What is left"),
                    assume=(x <= q,),
                    steps=(
                        Have(
                            statement=x <= q,
                            by=from_these(x <= q),
                            because=Text(ja="示したいことです。", en="is the claim."),
                        ),
                    ),
                ),
            )
        ),
    ),
)

LENGTH = square(u)
slope_change = total(i, (moved[i] - g[i]) * u[i])
gradient_change = total(i, (moved[i] - g[i]) ** 2)
CHAIN_RULE = equal(E.prime(h), total(i, moved[i] * u[i]))
SLOW = gradient_change <= (L * h) ** 2 * LENGTH
BY_CAUCHY_SCHWARZ = slope_change**2 <= gradient_change * LENGTH
SQUARES = slope_change**2 <= (L * h * LENGTH) ** 2
AHEAD = slope_change <= L * h * LENGTH


def parabola(at: Node) -> Node:
    """The loss at the start, its linear model, and L/2 times the squared distance."""
    return E(ZERO) + total(i, g[i] * u[i]) * at + L / 2 * at**2 * LENGTH


GAP = parabola(h) - E(h)
SLOPE = equal(Derivative(GAP, h), total(i, g[i] * u[i]) + L * h * LENGTH - E.prime(h))
RISES = Derivative(GAP, h) >= 0
GROWN = parabola(ONE) - E(ONE) >= parabola(ZERO) - E(ZERO)
BELOW = E(ONE) <= E(ZERO) + total(i, g[i] * u[i]) + L / 2 * LENGTH

SLOWLY_ALONG_LINE = Theorem(
    id="gradient-slow-along-line",
    name=Text(
        ja="勾配がゆっくり変われば、進む向きの傾きもゆっくり変わる",
        en="Where the gradient changes slowly, so does the slope along a step",
    ),
    statement=Implies(And((SLOW, h >= 0)), AHEAD),
    given=(L >= 0,),
    uses=("cauchy-schwarz", "smaller-square"),
    source="nesterov2018, section 1.2.2",
    argument=(
        Suppose(
            title=Text(ja="勾配がゆっくり変わるとき", en="Where the gradient changes slowly"),
            assume=(SLOW, h >= 0),
            steps=(
                Have(
                    statement=BY_CAUCHY_SCHWARZ,
                    by=cite("cauchy-schwarz", {a[i]: moved[i] - g[i], b[i]: u[i]}),
                    because=Text(ja="コーシー・シュワルツの不等式です。", en="Cauchy–Schwarz."),
                ),
                Have(
                    statement=LENGTH >= 0,
                    by=from_these(),
                    because=Text(ja="平方の和は負になりません。", en="A sum of squares."),
                ),
                Have(
                    statement=SQUARES,
                    by=from_these(SLOW, BY_CAUCHY_SCHWARZ, LENGTH >= 0),
                    because=Text(ja="仮定を入れます。", en="Insert what is assumed."),
                ),
                Have(
                    statement=L * h * LENGTH >= 0,
                    by=from_these(L >= 0, h >= 0, LENGTH >= 0),
                    because=Text(ja="負でない数の積です。", en="No factor is negative."),
                ),
                Have(
                    statement=AHEAD,
                    by=cite("smaller-square", {x: slope_change, q: L * h * LENGTH}),
                    because=Text(ja="平方根をとります。", en="Take the root."),
                ),
            ),
        ),
    ),
)

EVERYWHERE = And((ForAll(h, CHAIN_RULE), ForAll(h, SLOW)))
BELOW_PARABOLA = Theorem(
    id="lipschitz-gradient-gives-parabola-of-many",
    name=Text(
        ja="重みが多くても、勾配がリプシッツ連続なら、損失は放物線の下にある",
        en="With many weights, too, a Lipschitz gradient puts the loss below a parabola",
    ),
    statement=Implies(EVERYWHERE, BELOW),
    given=(L >= 0,),
    uses=("gradient-slow-along-line",),
    source="nesterov2018, section 1.2.2",
    argument=(
        Suppose(
            title=Text(
                ja="どの点でも連鎖律が成り立ち、勾配がゆっくり変わるとき",
                en="With the chain rule and a gradient that changes slowly, at every point",
            ),
            assume=EVERYWHERE.parts,
            steps=(
                Have(
                    statement=CHAIN_RULE,
                    by=instantiate(h, h),
                    because=Text(
                        ja="線に沿った傾きは、勾配の成分の和です。",
                        en="The slope along the line adds up components of the gradient.",
                    ),
                ),
                Have(
                    statement=SLOW,
                    by=instantiate(h, h),
                    because=Text(ja="勾配の変化です。", en="How the gradient changes."),
                ),
                Have(
                    statement=SLOPE,
                    by=by(differentiate),
                    because=Text(ja="放物線との差を微分します。", en="Differentiate the gap."),
                ),
                Suppose(
                    title=Text(ja="前へ進むと", en="On the way forward"),
                    assume=(h >= 0,),
                    steps=(
                        Have(
                            statement=AHEAD,
                            by=cite("gradient-slow-along-line"),
                            because=Text(
                                ja="傾きはゆっくり変わり、", en="the slope changes slowly,"
                            ),
                        ),
                        Have(
                            statement=RISES,
                            by=from_these(CHAIN_RULE, SLOPE, AHEAD),
                            because=Text(ja="差は減りません。", en="and the gap does not shrink."),
                        ),
                    ),
                ),
                Have(
                    statement=GROWN,
                    by=mean_value(h, ZERO, ONE),
                    because=Text(ja="1歩の終わりまで続けます。", en="So to the end of the step."),
                ),
                Have(
                    statement=BELOW,
                    by=from_these(GROWN),
                    because=Text(ja="出発点での差は 0 です。", en="At the start there is no gap."),
                ),
            ),
        ),
    ),
)

CLAIMS = (SMALLER_SQUARE, SLOWLY_ALONG_LINE, BELOW_PARABOLA)
