"""Newton's step, and the update of Broyden, Fletcher, Goldfarb and Shanno in its inverse form."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.rules import algebra, insert, lemma
from nnmath.proof.statements import ForAll, equal, unequal
from nnmath.theory.quasi_newton_vocabulary import H, i, j, rho, s, updated, y
from nnmath.theory.vocabulary import Q, W, a, c

u = Tensor(symbols.ANY_DIRECTION)
PRODUCT = total(i, y[i] * s[i])
CURVATURE = (PRODUCT > 0, equal(rho, 1 / PRODUCT))
SYMMETRIC = ForAll(i, ForAll(j, equal(H[i, j], H[j, i])))
UPDATED = updated(H)

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
    TWO_LOOPS,
)
