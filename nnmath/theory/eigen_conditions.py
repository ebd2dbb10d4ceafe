"""Second-order conditions with any number of weights, along the eigenvectors of the Hessian."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Kronecker, total
from nnmath.proof.nodes import Relation
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.descent_vocabulary import (
    coordinates,
    eigenvalues,
    i,
    lambda_min,
    square,
    steepest,
)
from nnmath.theory.vocabulary import h

LOSS = total(i, eigenvalues[i] * coordinates[i] ** 2) / 2
AT_LEAST = ForAll(i, eigenvalues[i] >= lambda_min)
EXCESS = total(i, (eigenvalues[i] - lambda_min) * coordinates[i] ** 2)
BOWL = Relation(lambda_min / 2 * square(coordinates), "≤", LOSS)
MINIMUM_IN_ANY_DIMENSION = Theorem(
    id="minimum-in-any-dimension",
    name=Text(
        ja="固有値がすべて正なら、停留点は最小点",
        en="Where all eigenvalues are positive, a flat point is a minimum",
    ),
    statement=BOWL,
    given=(AT_LEAST,),
    source="boyd2004, section 9.1.2",
    argument=(
        Have(
            statement=EXCESS >= 0,
            by=from_these(AT_LEAST),
            because=Text(
                ja="どの項も、負でない数と平方の積です。",
                en="Every term is a square times a number that is not negative.",
            ),
        ),
        Have(
            statement=equal(EXCESS, 2 * LOSS - lambda_min * square(coordinates)),
            by=from_these(),
            because=Text(ja="展開します。", en="Expand."),
        ),
        Have(
            statement=BOWL,
            by=from_these(EXCESS >= 0, equal(EXCESS, 2 * LOSS - lambda_min * square(coordinates))),
            because=Text(
                ja="最小の固有値が正なら、どの向きに離れても損失は増えます。",
                en="With the smallest eigenvalue positive, the loss rises in every direction.",
            ),
        ),
    ),
)

ALONG = ForAll(i, equal(coordinates[i], h * Kronecker(i, steepest)))
ESCAPE = equal(LOSS, eigenvalues[steepest] * h**2 / 2)
ESCAPE_DIRECTION = Theorem(
    id="escape-along-eigenvector",
    name=Text(
        ja="固有値が負の向きには、停留点から下りられる",
        en="Along an eigenvector of a negative eigenvalue one leads down from a flat point",
    ),
    statement=ESCAPE,
    given=(ALONG,),
    source="goodfellow2016, section 4.3.1",
    argument=(
        Have(
            statement=ESCAPE,
            by=from_these(ALONG),
            because=Text(
                ja="その向きだけに動くと、1項だけが残ります。固有値が負なら損失は減ります。",
                en="Moving along it alone leaves one term: with a negative eigenvalue, a loss "
                "below that of the flat point.",
            ),
        ),
    ),
)

CLAIMS = (
    MINIMUM_IN_ANY_DIMENSION,
    ESCAPE_DIRECTION,
    Mistake(
        id="mistake-one-positive-direction-is-enough",
        name=Text(
            ja="ある向きに上がるなら最小点",
            en="A flat point that rises in one direction is a minimum",
        ),
        statement=LOSS >= 0,
        given=(eigenvalues[steepest] > 0,),
        source="own",
        why=Text(
            ja="すべての固有値が正でなければなりません。1つでも負なら、その向きに下がります。",
            en="All eigenvalues must be positive: along the eigenvector of another it falls.",
        ),
        corrects="minimum-in-any-dimension",
    ),
)
