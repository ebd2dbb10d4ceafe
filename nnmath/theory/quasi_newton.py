"""Newton's step, and the update of Broyden, Fletcher, Goldfarb and Shanno in its inverse form."""

from __future__ import annotations

from nnmath.notation.symbols import descent
from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import from_facts
from nnmath.proof.matrices import Identity
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.rules import algebra, insert, lemma
from nnmath.proof.statements import ForAll, equal, unequal
from nnmath.theory.vocabulary import Q, W, a, c

i, j = Variable(descent.WEIGHT_INDEX), Variable(descent.OTHER_WEIGHT_INDEX)
H = Tensor(symbols.INVERSE_HESSIAN)
s, y = Tensor(symbols.TAKEN_STEP), Tensor(symbols.GRADIENT_CHANGE)
u = Tensor(symbols.ANY_DIRECTION)
rho = Variable(symbols.INVERSE_PRODUCT)
unit = Identity(Variable(descent.WEIGHT_COUNT))


def inner(first: Tensor, second: Tensor) -> Node:
    """Σ a_i b_i."""
    return total(i, first[i] * second[i])


def form(first: Tensor, second: Tensor) -> Node:
    """Σ a_i H_ij b_j."""
    return total(i, total(j, first[i] * H[i, j] * second[j]))


CURVATURE = (inner(y, s) > 0, equal(rho, 1 / inner(y, s)))
SYMMETRIC = ForAll(i, ForAll(j, equal(H[i, j], H[j, i])))
UPDATED = (unit - rho * s @ y.T) @ H @ (unit - rho * y @ s.T) + rho * s @ s.T

SECANT = (
    Derivation(
        id="bfgs-secant",
        name=Text(
            ja="BFGS の更新は割線条件をみたす", en="The BFGS update meets the secant condition"
        ),
        given=CURVATURE,
        source="nocedal2006, section 6.1",
    )
    .start(UPDATED @ y)
    .by(
        insert,
        s,
        because=Text(
            ja="ρ yᵀs = 1 なので、(I − ρ y sᵀ)y が 0 になり、s だけが残ります。",
            en="As ρ yᵀs = 1, (I − ρ y sᵀ)y vanishes and s remains.",
        ),
    )
)
STAYS_SYMMETRIC = (
    Derivation(
        id="bfgs-stays-symmetric",
        name=Text(ja="BFGS の更新は対称性を保つ", en="The BFGS update stays symmetric"),
        given=(SYMMETRIC,),
        source="nocedal2006, section 6.1",
    )
    .start(UPDATED.T)
    .by(
        insert,
        UPDATED,
        because=Text(
            ja="転置すると両側の因数が入れ替わり、H はもとのままです。",
            en="Transposing exchanges the outer factors and leaves H as it is.",
        ),
    )
)


def shortened(along: Node) -> Node:
    """(u − ρ(sᵀu)y)ᵀ H (u − ρ(sᵀu)y), with sᵀu written as `along`."""
    crossed = form(u, y) + form(y, u)
    return form(u, u) - rho * along * crossed + (rho * along) ** 2 * form(y, y)


EXPANSION = (
    Derivation(
        id="bfgs-form",
        name=Text(ja="BFGS の更新の2次形式", en="The quadratic form of the BFGS update"),
        source="nocedal2006, section 6.1",
    )
    .start(u.T @ UPDATED @ u)
    .by(
        algebra,
        shortened(inner(s, u)) + rho * inner(s, u) ** 2,
        because=Text(
            ja="積を展開します。はじめの3項は u − ρ(sᵀu)y での H の2次形式です。",
            en="Expand the products. The first three terms are the form of H at u − ρ(sᵀu)y.",
        ),
    )
)
# Of any number e: bfgs-form has e = sᵀu
e = Variable(symbols.STEP_COMPONENT)
FORM = shortened(e) + rho * e**2
STAYS_POSITIVE = Theorem(
    id="bfgs-stays-positive",
    name=Text(ja="BFGS の更新は正定値性を保つ", en="The BFGS update stays positive definite"),
    statement=FORM > 0,
    given=(rho > 0, form(u, u) > 0, shortened(e) >= 0),
    source="nocedal2006, section 6.1",
    argument=(
        Cases(
            cases=(
                Suppose(
                    title=Text(ja="sᵀu = 0 の場合", en="With sᵀu = 0"),
                    assume=(equal(e, 0),),
                    steps=(
                        Have(
                            statement=FORM > 0,
                            by=from_facts,
                            because=Text(
                                ja="H の2次形式だけが残り、u ≠ 0 で正です。",
                                en="The form of H alone remains, which is positive at u ≠ 0.",
                            ),
                        ),
                    ),
                ),
                Suppose(
                    title=Text(ja="sᵀu ≠ 0 の場合", en="With sᵀu ≠ 0"),
                    assume=(unequal(e, 0),),
                    steps=(
                        Have(
                            statement=e**2 > 0,
                            by=from_facts,
                            because=Text(ja="0 でない数の平方です。", en="The square of no 0."),
                        ),
                        Have(
                            statement=rho * e**2 > 0,
                            by=from_facts,
                            because=Text(ja="ρ は正です。", en="The ρ is positive."),
                        ),
                        Have(
                            statement=FORM > 0,
                            by=from_facts,
                            because=Text(
                                ja="残りは u − ρ(sᵀu)y での H の2次形式で、負になりません。",
                                en="The rest is the form of H at u − ρ(sᵀu)y: not negative.",
                            ),
                        ),
                    ),
                ),
            )
        ),
    ),
)

AHEAD = u - rho * y @ (s.T @ u)
TWO_LOOPS = (
    Derivation(
        id="two-loop-recursion",
        name=Text(
            ja="2重ループの計算は、行列の更新を掛けるのと同じ",
            en="The two loops multiply by the updated matrix",
        ),
        source="nocedal2006, Algorithm 7.4",
    )
    .start(UPDATED @ u)
    .by(
        algebra,
        H @ AHEAD + s @ (rho * s.T @ u - rho * y.T @ (H @ AHEAD)),
        because=Text(
            ja="行きのループで q = u − αy (α = ρ sᵀu)、H を掛けて r = Hq、"
            "帰りのループで r + s(α − ρ yᵀr) とします。組が増えても、H の代わりに"
            "1つ前の組までの更新が入るだけです。",
            en="The first loop makes q = u − αy with α = ρ sᵀu, then r = Hq, and the second "
            "r + s(α − ρ yᵀr). With more pairs, H is the update by those before.",
        ),
    )
)
NEWTON = (
    Derivation(
        id="newton-on-a-quadratic",
        name=Text(
            ja="ニュートン法は2次関数の最小点に1回で着く",
            en="On a quadratic Newton's step lands on the minimum",
        ),
        given=(unequal(a, 0),),
        uses=("quadratic-loss", "quadratic-derivative"),
        source="nocedal2006, section 2.2",
    )
    .start(W - Q.prime(W) / (2 * a))
    .by(
        lemma("quadratic-derivative"),
        W - 2 * a * (W - c) / (2 * a),
        because=Text(
            ja="導関数を代入します。割っている 2a は2階の導関数です。",
            en="Insert the derivative; the divisor 2a is the second derivative.",
        ),
    )
    .by(algebra, c, because=Text(ja="約分します。", en="Cancel."))
)
CLAIMS = (
    NEWTON,
    SECANT,
    STAYS_SYMMETRIC,
    EXPANSION,
    STAYS_POSITIVE,
    TWO_LOOPS,
)
