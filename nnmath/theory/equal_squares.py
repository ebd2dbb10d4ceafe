"""Positive numbers with equal squares are equal."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import contradiction
from nnmath.proof.nodes import Relation
from nnmath.proof.premises import from_these
from nnmath.proof.statements import equal
from nnmath.theory.descent_vocabulary import q
from nnmath.theory.vocabulary import x

POSITIVE = (x > 0, q > 0)
PRODUCT = (x - q) * (x + q)


def _apart(title: Text, order: Relation, product: Relation) -> Suppose:
    return Suppose(
        title=title,
        assume=(order,),
        steps=(
            Have(
                statement=product,
                by=from_these(order, *POSITIVE),
                because=Text(ja="差と和の積は 0 ではなく、", en="Difference times sum is not 0:"),
            ),
            Have(
                statement=equal(x, q),
                by=contradiction,
                because=Text(ja="矛盾します。", en="a contradiction."),
            ),
        ),
    )


EQUAL_SQUARES = Theorem(
    id="equal-squares",
    name=Text(ja="平方が等しい正の数は等しい", en="Positive numbers with equal squares are equal"),
    statement=equal(x, q),
    given=(*POSITIVE, equal(x**2, q**2)),
    source="own",
    argument=(
        Have(
            statement=equal(PRODUCT, 0),
            by=from_these(equal(x**2, q**2)),
            because=Text(ja="平方の差を因数に分けます。", en="Factor the difference of squares."),
        ),
        Cases(
            cases=(
                _apart(
                    Text(ja="1つ目のほうが大きいと", en="Were the first larger"), x > q, PRODUCT > 0
                ),
                _apart(
                    Text(ja="2つ目のほうが大きいと", en="Were the second larger"),
                    x < q,
                    PRODUCT < 0,
                ),
                Suppose(
                    title=Text(ja="残るのは", en="What is left"),
                    assume=(equal(x, q),),
                    steps=(
                        Have(
                            statement=equal(x, q),
                            by=from_these(equal(x, q)),
                            because=Text(ja="等しい場合です。", en="is that they are equal."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (EQUAL_SQUARES,)
