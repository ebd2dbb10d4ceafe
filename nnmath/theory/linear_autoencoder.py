"""A linear autoencoder with one hidden unit finds the first principal component."""

from __future__ import annotations

from nnmath.notation.symbols import autoencoders, curvature
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Kronecker, Tensor, total
from nnmath.proof.nodes import Relation, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.descent_vocabulary import eigenvalues, i, lambda_max, square

v, x = Tensor(autoencoders.DECODER), Tensor(autoencoders.AUTOENCODED)
c = Variable(autoencoders.CODE)
m = Variable(curvature.STEEPEST_INDEX)

UNIT = equal(square(v), 1)
ALONG = total(i, v[i] * x[i])
LOSS = total(i, (x[i] - c * v[i]) ** 2)
LENGTH = square(v)
COMPLETED = equal(LOSS, square(x) - ALONG**2 / LENGTH + (c * LENGTH - ALONG) ** 2 / LENGTH)

BEST_CODE = Theorem(
    id="best-code",
    name=Text(
        ja="最もよい符号は、復号の向きへの射影",
        en="The best code is the projection on the decoder's direction",
    ),
    statement=COMPLETED,
    given=(LENGTH > 0,),
    source="baldi1989",
    argument=(
        Have(
            statement=equal(LOSS, square(x) - 2 * c * ALONG + c**2 * LENGTH),
            by=from_these(),
            because=Text(ja="平方を展開します。", en="Expand the square."),
        ),
        Have(
            statement=COMPLETED,
            by=from_these(LENGTH > 0, equal(LOSS, square(x) - 2 * c * ALONG + c**2 * LENGTH)),
            because=Text(
                ja="平方完成です。符号によるのは最後の項だけで、射影なら 0 になります。",
                en="Complete the square: only the last term has the code in it, and for the "
                "projection it is 0.",
            ),
        ),
    ),
)

# Along the eigenvectors of the covariance of the data, in which v has the coordinates v_i
KEPT = total(i, eigenvalues[i] * v[i] ** 2)
LARGEST = ForAll(i, eigenvalues[i] <= lambda_max)
NO_MORE = Relation(KEPT, "≤", lambda_max)
LACKING = total(i, (lambda_max - eigenvalues[i]) * v[i] ** 2)
VARIANCE_BOUND = Theorem(
    id="kept-variance-bound",
    name=Text(
        ja="1つの向きに残る分散は、最大の固有値を超えない",
        en="One direction keeps at most the largest eigenvalue",
    ),
    statement=NO_MORE,
    given=(UNIT, LARGEST),
    source="bishop2006, section 12.1.1",
    argument=(
        Have(
            statement=LACKING >= 0,
            by=from_these(LARGEST),
            because=Text(
                ja="どの項も、負でない数と平方の積です。",
                en="Every term is a square times a number that is not negative.",
            ),
        ),
        Have(
            statement=equal(LACKING, lambda_max * square(v) - KEPT),
            by=from_these(),
            because=Text(ja="展開します。", en="Expand."),
        ),
        Have(
            statement=NO_MORE,
            by=from_these(UNIT, LACKING >= 0, equal(LACKING, lambda_max * square(v) - KEPT)),
            because=Text(ja="長さは 1 です。", en="The length is 1."),
        ),
    ),
)

AT_TOP = ForAll(i, equal(v[i], Kronecker(i, m)))
VARIANCE_REACHED = Theorem(
    id="kept-variance-reached",
    name=Text(
        ja="固有ベクトルの向きに残る分散は、その固有値",
        en="An eigenvector keeps its eigenvalue",
    ),
    statement=equal(KEPT, eigenvalues[m]),
    given=(AT_TOP,),
    source="bishop2006, section 12.1.1",
    argument=(
        Have(
            statement=equal(KEPT, eigenvalues[m]),
            by=from_these(AT_TOP),
            because=Text(
                ja="和のうち1項だけが残ります。だから、誤差は第1主成分の向きで最小です。",
                en="One term of the sum is left. So the error is least in the direction of the "
                "first principal component.",
            ),
        ),
    ),
)

CLAIMS = (
    BEST_CODE,
    VARIANCE_BOUND,
    VARIANCE_REACHED,
    Mistake(
        id="mistake-any-direction-keeps-as-much",
        name=Text(
            ja="どの向きに射影しても、残る分散は同じ",
            en="Every direction keeps the same variance",
        ),
        statement=equal(KEPT, lambda_max),
        given=(UNIT, LARGEST),
        source="own",
        why=Text(
            ja="残る分散は固有値の重み付き平均です。最大になるのは、最大の固有値の向きだけです。",
            en="It is a weighted mean of the eigenvalues, largest where only the largest counts.",
        ),
        corrects="kept-variance-bound",
    ),
)
