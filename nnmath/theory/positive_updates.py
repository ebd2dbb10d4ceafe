"""The BFGS update stays positive definite: of nothing but a positive definite matrix and yᵀs > 0.

A symmetric matrix is positive definite where something is left of it after taking away a small
multiple of the unit matrix: H = FᵀF + μI with μ > 0.
"""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims
from nnmath.notation.symbols import quasi_newton as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import cite, from_facts, rewrite
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import equal, unequal
from nnmath.theory.quasi_newton import CURVATURE
from nnmath.theory.quasi_newton_vocabulary import i, j, rho, s, unit, updated, y

F, mu = Tensor(symbols.FACTOR_MATRIX), Variable(symbols.LEAST_STRETCH)
k = Variable(symbols.COORDINATE)
u = Tensor(optimizer_claims.ANY_DIRECTION)
e = Variable(optimizer_claims.STEP_COMPONENT)

POSITIVE = F.T @ F + mu * unit
LENGTH = total(i, u[i] ** 2)
ALONG = total(j, s[j] * u[j])


def stretched(along: Node) -> tuple[Node, Node, Node]:
    """|Fv|², |v|² with v = u − ρ(sᵀu)y, and ρ(sᵀu)², with sᵀu written as `along`."""
    return (
        total(k, total(i, F[k, i] * (u[i] - rho * along * y[i])) ** 2),
        total(i, (u[i] - rho * along * y[i]) ** 2),
        rho * along**2,
    )


def summed(along: Node) -> Node:
    """The form of the updated matrix at u."""
    first, second, third = stretched(along)
    return first + mu * second + third


SQUARES = (
    Derivation(
        id="bfgs-form-of-squares",
        name=Text(
            ja="BFGS の更新の2次形式は平方の和",
            en="The form of the BFGS update is a sum of squares",
        ),
        source="nocedal2006, section 6.1",
    )
    .start(u.T @ updated(POSITIVE) @ u)
    .by(
        algebra,
        summed(ALONG),
        because=Text(
            ja="v = u − ρ(sᵀu)y とおくと、vᵀHv と ρ(sᵀu)² の和です。",
            en="With v = u − ρ(sᵀu)y it is vᵀHv and ρ(sᵀu)².",
        ),
    )
)
STAYS_ABOVE = Theorem(
    id="bfgs-squares-are-positive",
    name=Text(ja="その平方の和は正", en="That sum of squares is positive"),
    statement=summed(e) > 0,
    given=(mu > 0, rho > 0, LENGTH > 0),
    source="own",
    argument=(
        Have(
            statement=stretched(e)[0] >= 0,
            by=from_facts,
            because=Text(ja="平方の和です。", en="A sum of squares."),
        ),
        Have(
            statement=mu * stretched(e)[1] >= 0,
            by=from_facts,
            because=Text(ja="平方の和の正の数倍です。", en="A positive multiple of one."),
        ),
        Cases(
            cases=(
                Suppose(
                    title=Text(ja="sᵀu = 0 の場合", en="With sᵀu = 0"),
                    assume=(equal(e, 0),),
                    steps=(
                        Have(
                            statement=equal(stretched(e)[1], LENGTH),
                            by=from_facts,
                            because=Text(ja="v は u そのものです。", en="Here v is u itself."),
                        ),
                        Have(
                            statement=mu * stretched(e)[1] > 0,
                            by=from_these(equal(stretched(e)[1], LENGTH), LENGTH > 0, mu > 0),
                            because=Text(ja="u は 0 ではありません。", en="And u is not 0."),
                        ),
                        Have(
                            statement=summed(e) > 0,
                            by=from_these(
                                stretched(e)[0] >= 0,
                                mu * stretched(e)[1] > 0,
                                equal(e, 0),
                            ),
                            because=Text(ja="第2項が正です。", en="The second term is positive."),
                        ),
                    ),
                ),
                Suppose(
                    title=Text(ja="sᵀu ≠ 0 の場合", en="With sᵀu ≠ 0"),
                    assume=(unequal(e, 0),),
                    steps=(
                        Have(
                            statement=e**2 > 0,
                            by=from_these(unequal(e, 0)),
                            because=Text(ja="0 でない数の平方です。", en="The square of no 0."),
                        ),
                        Have(
                            statement=stretched(e)[2] > 0,
                            by=from_these(e**2 > 0, rho > 0),
                            because=Text(ja="ρ は正です。", en="The ρ is positive."),
                        ),
                        Have(
                            statement=summed(e) > 0,
                            by=from_these(
                                stretched(e)[0] >= 0,
                                mu * stretched(e)[1] >= 0,
                                stretched(e)[2] > 0,
                            ),
                            because=Text(ja="第3項が正です。", en="The third term is positive."),
                        ),
                    ),
                ),
            )
        ),
    ),
)
KEEPS_POSITIVE = Theorem(
    id="bfgs-keeps-positive-definite",
    name=Text(
        ja="yᵀs が正なら、BFGS の更新は正定値のまま",
        en="With yᵀs > 0 the BFGS update stays positive definite",
    ),
    statement=u.T @ updated(POSITIVE) @ u > 0,
    given=(mu > 0, *CURVATURE, LENGTH > 0),
    uses=("bfgs-squares-are-positive",),
    source="nocedal2006, section 6.1",
    argument=(
        Have(
            statement=rho > 0,
            by=from_these(*CURVATURE),
            because=Text(ja="正の数の逆数です。", en="The reciprocal of a positive number."),
        ),
        Have(
            statement=summed(ALONG) > 0,
            by=cite("bfgs-squares-are-positive", {e: ALONG}),
            because=Text(ja="u ≠ 0 なので正です。", en="It is positive, as u is not 0."),
        ),
        Have(
            statement=u.T @ updated(POSITIVE) @ u > 0,
            by=rewrite,
            because=Text(
                ja="これが更新した行列の2次形式です。",
                en="This is the form of the updated matrix.",
            ),
        ),
    ),
)
CLAIMS = (SQUARES, STAYS_ABOVE, KEEPS_POSITIVE)
