"""A linear autoencoder with any number of hidden units: which codes are best."""

from __future__ import annotations

from nnmath.notation.symbols import autoencoders as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import Kronecker, Tensor, total
from nnmath.proof.nodes import Relation, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.descent_vocabulary import eigenvalues, i, square
from nnmath.theory.linear_autoencoder import x

k, p = Variable(symbols.CODE_UNIT), Variable(symbols.OTHER_CODE_UNIT)
c, v = Tensor(symbols.CODES), Tensor(symbols.DECODERS)
a, G = Tensor(symbols.PROJECTIONS), Tensor(symbols.GRAM)

LOSS = total(i, (x[i] - total(k, c[k] * v[k, i])) ** 2)
PRODUCTS = (
    ForAll(k, equal(a[k], total(i, v[k, i] * x[i]))),
    ForAll(k, ForAll(p, equal(G[k, p], total(i, v[k, i] * v[p, i])))),
)
BY_PRODUCTS = square(x) - 2 * total(k, c[k] * a[k]) + total(k, total(p, c[k] * c[p] * G[k, p]))
LOSS_BY_PRODUCTS = Theorem(
    id="autoencoder-loss-by-products",
    name=Text(ja="復号の誤差を内積で書く", en="The error of a decoder by inner products"),
    statement=equal(LOSS, BY_PRODUCTS),
    given=PRODUCTS,
    source="baldi1989",
    argument=(
        Have(
            statement=equal(LOSS, BY_PRODUCTS),
            by=from_these(*PRODUCTS),
            because=Text(ja="平方を展開します。", en="Expand the square."),
        ),
    ),
)

ORTHONORMAL = ForAll(k, ForAll(p, equal(G[k, p], Kronecker(k, p))))
COMPLETED = equal(BY_PRODUCTS, square(x) - total(k, a[k] ** 2) + total(k, (c[k] - a[k]) ** 2))
BEST_CODES = Theorem(
    id="best-codes",
    name=Text(
        ja="向きが直交すれば、最もよい符号はそれぞれの射影",
        en="With orthogonal directions the best codes are the projections",
    ),
    statement=COMPLETED,
    given=(ORTHONORMAL,),
    source="baldi1989",
    argument=(
        Have(
            statement=COMPLETED,
            by=from_these(ORTHONORMAL),
            because=Text(
                ja="二重和は平方の和になり、符号ごとに平方完成できます。",
                en="The double sum becomes a sum of squares: complete each of them.",
            ),
        ),
    ),
)

# Along the eigenvectors of the covariance: p_i is how much of eigenvector i the directions keep, at
# most 1; s_i is 1 for the eigenvalues from the threshold upwards, and 0 for the others
kept, chosen = Tensor(symbols.KEPT_SHARES), Tensor(symbols.CHOSEN)
threshold = Variable(symbols.THRESHOLD)
AS_MANY = equal(total(i, chosen[i]), total(i, kept[i]))
IN_ORDER = ForAll(i, (eigenvalues[i] - threshold) * (chosen[i] - kept[i]) >= 0)
LOST = total(i, (eigenvalues[i] - threshold) * (chosen[i] - kept[i]))
BY_CHOSEN, BY_KEPT = total(i, eigenvalues[i] * chosen[i]), total(i, eigenvalues[i] * kept[i])
EXPANDED = equal(LOST, BY_CHOSEN - BY_KEPT - threshold * (total(i, chosen[i]) - total(i, kept[i])))
CANCELLED = equal(threshold * (total(i, chosen[i]) - total(i, kept[i])), 0)
LARGEST_EIGENVALUES = Theorem(
    id="largest-eigenvalues-keep-most",
    name=Text(
        ja="最も多くの分散を残すのは、固有値の大きいほうから選んだ向き",
        en="The eigenvectors of the largest eigenvalues keep the most variance",
    ),
    statement=Relation(BY_KEPT, "≤", BY_CHOSEN),
    given=(AS_MANY, IN_ORDER),
    source="bishop2006, section 12.1.1",
    argument=(
        Have(
            statement=LOST >= 0,
            by=from_these(IN_ORDER),
            because=Text(
                ja="選んだ向きは固有値が大きく、もう増やせません。ほかの向きは小さく、減らせません。",
                en="Where chosen, the eigenvalue is large and nothing can be added; elsewhere it "
                "is small and nothing can be taken off.",
            ),
        ),
        Have(
            statement=EXPANDED,
            by=from_these(),
            because=Text(ja="展開します。", en="Expand."),
        ),
        Have(
            statement=equal(total(i, chosen[i]) - total(i, kept[i]), 0),
            by=from_these(AS_MANY),
            because=Text(ja="向きの数は同じです。", en="There are as many directions."),
        ),
        Have(
            statement=CANCELLED,
            by=from_these(equal(total(i, chosen[i]) - total(i, kept[i]), 0)),
            because=Text(ja="だから、しきい値の項は消えます。", en="So the threshold drops out."),
        ),
        Have(
            statement=Relation(BY_KEPT, "≤", BY_CHOSEN),
            by=from_these(LOST >= 0, EXPANDED, CANCELLED),
            because=Text(
                ja="K 個のノードの自己符号化器は、K 個の主成分を見つけます。",
                en="An autoencoder of K units finds K principal components.",
            ),
        ),
    ),
)

CLAIMS = (LOSS_BY_PRODUCTS, BEST_CODES, LARGEST_EIGENVALUES)
