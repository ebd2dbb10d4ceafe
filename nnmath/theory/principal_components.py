"""Why no K directions keep more variance than the eigenvectors of the K largest eigenvalues."""

from __future__ import annotations

from nnmath.notation.symbols import autoencoders as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Step, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import Kronecker, total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Relation, Variable
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.statements import And, ForAll, Implies, between, equal
from nnmath.theory.descent_vocabulary import eigenvalues, i
from nnmath.theory.linear_autoencoder import m
from nnmath.theory.wide_autoencoder import (
    BY_CHOSEN,
    BY_KEPT,
    IN_ORDER,
    ORTHONORMAL,
    PRODUCTS,
    G,
    chosen,
    k,
    kept,
    p,
    threshold,
    v,
)

K = Variable(symbols.CODE_SIZE)
INNER_PRODUCTS = PRODUCTS[1]
SHARES = ForAll(i, equal(kept[i], total(k, v[k, i] ** 2)))


def with_orthogonal(*steps: Step, also: tuple[Relation, ...] = ()) -> Suppose:
    """Suppose that the directions are orthogonal and of length 1."""
    title = Text(ja="向きが直交し、長さが 1 なら", en="With orthogonal directions of length 1")
    return Suppose(title=title, assume=(ORTHONORMAL, *also), steps=steps)


AS_MANY = equal(total(i, kept[i]), K)
SHARES_COUNT = Theorem(
    id="kept-shares-count",
    name=Text(
        ja="残る割合の和は、向きの数", en="The shares that are kept add up to the directions"
    ),
    statement=Implies(ORTHONORMAL, AS_MANY),
    given=(SHARES, INNER_PRODUCTS),
    source="own",
    argument=(
        with_orthogonal(
            Have(
                statement=equal(total(i, kept[i]), total(k, G[k, k])),
                by=from_these(SHARES, INNER_PRODUCTS),
                because=Text(
                    ja="和の順序を入れ替えると、向きの長さの平方になります。",
                    en="In the other order the sums are squared lengths of the directions.",
                ),
            ),
            Have(
                statement=AS_MANY,
                by=from_these(ORTHONORMAL, equal(total(i, kept[i]), total(k, G[k, k]))),
                because=Text(ja="どの長さも 1 です。", en="Each is 1."),
            ),
        ),
    ),
)

OFF = total(i, (Kronecker(i, m) - total(k, v[k, m] * v[k, i])) ** 2)
WITH_PRODUCTS = 1 - 2 * total(k, v[k, m] ** 2) + total(k, total(p, v[k, m] * v[p, m] * G[k, p]))
SHARE = between(0, kept[m], 1, closed="both")
BESSEL = Theorem(
    id="kept-share-at-most-whole",
    name=Text(
        ja="どの固有ベクトルも、残るのは 0 から 1 まで",
        en="Of every eigenvector between nothing and all is kept",
    ),
    statement=Implies(ORTHONORMAL, SHARE),
    given=(SHARES, INNER_PRODUCTS),
    source="own",
    argument=(
        with_orthogonal(
            Have(
                statement=equal(OFF, WITH_PRODUCTS),
                by=from_these(INNER_PRODUCTS),
                because=Text(
                    ja="固有ベクトルから、向きへの射影を引いた残りの長さの平方を展開します。",
                    en="Expand the squared length of what the projection leaves out.",
                ),
            ),
            Have(
                statement=equal(WITH_PRODUCTS, 1 - kept[m]),
                by=from_these(ORTHONORMAL, SHARES),
                because=Text(ja="向きは直交しています。", en="The directions are orthogonal."),
            ),
            Have(
                statement=OFF >= 0,
                by=from_these(),
                because=Text(ja="平方の和は負になりません。", en="A sum of squares."),
            ),
            Have(
                statement=kept[m] <= 1,
                by=from_these(
                    OFF >= 0, equal(OFF, WITH_PRODUCTS), equal(WITH_PRODUCTS, 1 - kept[m])
                ),
                because=Text(ja="だから 1 を超えません。", en="So it is no more than 1."),
            ),
            Have(
                statement=kept[m] >= 0,
                by=from_these(SHARES),
                because=Text(ja="割合も平方の和です。", en="The share is a sum of squares, too."),
            ),
            Have(
                statement=SHARE,
                by=from_these(kept[m] <= 1, kept[m] >= 0),
                because=Text(ja="合わせます。", en="Together."),
            ),
        ),
    ),
)

CHOICE = ForAll(
    i,
    equal(chosen[i], piecewise((1, eigenvalues[i] >= threshold), (0, eigenvalues[i] < threshold))),
)
EVERY_SHARE = ForAll(m, SHARE)
ONE_ORDER = IN_ORDER.statement
CHOICE_IN_ORDER = Theorem(
    id="choice-by-size-in-order",
    name=Text(
        ja="固有値の大きいほうから選べば、どの項も損をしない",
        en="Chosen by size, no eigenvalue is a loss",
    ),
    statement=IN_ORDER,
    given=(CHOICE, EVERY_SHARE),
    source="own",
    argument=(
        Cases(
            cases=(
                Suppose(
                    title=Text(ja="しきい値以上なら", en="From the threshold upwards"),
                    assume=(eigenvalues[i] >= threshold,),
                    steps=(
                        Have(
                            statement=equal(chosen[i], 1),
                            by=from_these(CHOICE, eigenvalues[i] >= threshold),
                            because=Text(ja="選んであり、", en="it is chosen,"),
                        ),
                        Have(
                            statement=ONE_ORDER,
                            by=from_facts,
                            because=Text(ja="もう増やせません。", en="and there is no more."),
                        ),
                    ),
                ),
                Suppose(
                    title=Text(ja="しきい値より小さければ", en="Below the threshold"),
                    assume=(eigenvalues[i] < threshold,),
                    steps=(
                        Have(
                            statement=equal(chosen[i], 0),
                            by=from_these(CHOICE, eigenvalues[i] < threshold),
                            because=Text(ja="選んでなく、", en="it is not chosen,"),
                        ),
                        Have(
                            statement=ONE_ORDER,
                            by=from_facts,
                            because=Text(ja="減らせません。", en="and cannot be less."),
                        ),
                    ),
                ),
            )
        ),
        Have(
            statement=IN_ORDER,
            by=from_facts,
            because=Text(ja="どの固有値でもそうです。", en="So for every eigenvalue."),
        ),
    ),
)

K_CHOSEN = equal(total(i, chosen[i]), K)
NO_MORE = Relation(BY_KEPT, "≤", BY_CHOSEN)
PRINCIPAL_COMPONENTS = Theorem(
    id="principal-components-keep-most",
    name=Text(
        ja="直交する K 個の向きに残る分散は、大きいほうから K 個の固有値の和を超えない",
        en="K orthogonal directions keep at most the sum of the K largest eigenvalues",
    ),
    statement=Implies(And((ORTHONORMAL, K_CHOSEN)), NO_MORE),
    given=(SHARES, INNER_PRODUCTS, CHOICE),
    uses=(
        "kept-shares-count",
        "kept-share-at-most-whole",
        "choice-by-size-in-order",
        "largest-eigenvalues-keep-most",
    ),
    source="bishop2006, section 12.1.1",
    argument=(
        with_orthogonal(
            Have(
                statement=AS_MANY,
                by=cite("kept-shares-count"),
                because=Text(ja="残る割合の和は K です。", en="The shares add up to K."),
            ),
            Have(
                statement=equal(total(i, chosen[i]), total(i, kept[i])),
                by=from_these(AS_MANY, K_CHOSEN),
                because=Text(ja="選んだものも K 個です。", en="As many are chosen."),
            ),
            Have(
                statement=SHARE,
                by=cite("kept-share-at-most-whole"),
                because=Text(ja="どの割合も 0 から 1 です。", en="No share is above 1."),
            ),
            Have(
                statement=EVERY_SHARE,
                by=from_facts,
                because=Text(ja="どの固有ベクトルでもそうです。", en="So of every eigenvector."),
            ),
            Have(
                statement=IN_ORDER,
                by=cite("choice-by-size-in-order"),
                because=Text(ja="選び方から、どの項も損をしません。", en="No term is a loss."),
            ),
            Have(
                statement=NO_MORE,
                by=cite("largest-eigenvalues-keep-most"),
                because=Text(ja="だから、これより多くは残りません。", en="So no more can be kept."),
            ),
            also=(K_CHOSEN,),
        ),
    ),
)

CLAIMS = (SHARES_COUNT, BESSEL, CHOICE_IN_ORDER, PRINCIPAL_COMPONENTS)
