"""The inequality of Cauchy and Schwarz for vectors of any length, by Lagrange's identity."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import cite, contradiction, from_facts
from nnmath.proof.nodes import SQRT, Node, Relation
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import Implies, equal
from nnmath.theory.descent_vocabulary import a, b, i, inner, j, q, square
from nnmath.theory.vocabulary import x

CROSSED = total(i, total(j, (a[i] * b[j] - a[j] * b[i]) ** 2))
GAP = 2 * (square(a) * square(b) - inner(a, b) ** 2)

LAGRANGE_IDENTITY = (
    Derivation(
        id="lagrange-identity",
        name=Text(ja="ラグランジュの恒等式", en="Lagrange's identity"),
        source="hardy1952, section 2.4",
    )
    .start(CROSSED)
    .by(
        algebra,
        total(i, total(j, a[i] ** 2 * b[j] ** 2))
        - 2 * total(i, total(j, a[i] * b[i] * a[j] * b[j]))
        + total(i, total(j, a[j] ** 2 * b[i] ** 2)),
        because=Text(ja="平方を展開します。", en="Expand the squares."),
    )
    .by(
        algebra,
        GAP,
        because=Text(
            ja="どの二重和も、2つの和の積に分かれます。",
            en="Every double sum falls apart into a product of two sums.",
        ),
    )
)

CAUCHY_SCHWARZ = Theorem(
    id="cauchy-schwarz",
    name=Text(ja="コーシー・シュワルツの不等式", en="Cauchy–Schwarz inequality"),
    statement=inner(a, b) ** 2 <= square(a) * square(b),
    uses=("lagrange-identity",),
    source="hardy1952, section 2.4",
    argument=(
        Have(
            statement=CROSSED >= 0,
            by=from_facts,
            because=Text(ja="平方の和は負になりません。", en="A sum of squares is not negative."),
        ),
        Have(
            statement=equal(CROSSED, GAP),
            by=cite("lagrange-identity"),
            because=Text(ja="ラグランジュの恒等式です。", en="Lagrange's identity."),
        ),
        Have(
            statement=inner(a, b) ** 2 <= square(a) * square(b),
            by=from_these(CROSSED >= 0, equal(CROSSED, GAP)),
            because=Text(
                ja="右辺のかっこの中も負になりません。",
                en="So the bracket on its right is not negative either.",
            ),
        ),
    ),
)


def _too_large(title: Text, side: Node) -> Suppose:
    return Suppose(
        title=title,
        assume=(side > SQRT(q),),
        steps=(
            Have(
                statement=side * side > SQRT(q) * SQRT(q),
                by=from_these(q >= 0, side > SQRT(q)),
                because=Text(
                    ja="負でない数どうしなので、平方しても大小は変わりません。",
                    en="Neither is negative, so their squares compare in the same way.",
                ),
            ),
            Have(
                statement=abs(x) <= SQRT(q),
                by=contradiction,
                because=Text(
                    ja="平方は q 以下という仮定に反します。", en="But the square is at most q."
                ),
            ),
        ),
    )


BOUNDED_BY_ROOT = Theorem(
    id="bounded-by-root",
    name=Text(ja="平方が q 以下の数", en="A number whose square is at most q"),
    statement=abs(x) <= SQRT(q),
    given=(q >= 0, x**2 <= q),
    source="own",
    argument=(
        Cases(
            cases=(
                _too_large(Text(ja="平方根より大きい場合", en="It is above the root"), x),
                _too_large(
                    Text(ja="符号を変えると平方根より大きい場合", en="Its negative is above it"), -x
                ),
                Suppose(
                    title=Text(ja="どちらでもない場合", en="Neither is"),
                    assume=(x <= SQRT(q), -x <= SQRT(q)),
                    steps=(
                        Have(
                            statement=abs(x) <= SQRT(q),
                            by=from_facts,
                            because=Text(
                                ja="絶対値は、2つのうち大きい方です。",
                                en="The absolute value is the larger of the two.",
                            ),
                        ),
                    ),
                ),
            )
        ),
    ),
)


def _not_zero(title: Text, side: Relation) -> Suppose:
    return Suppose(
        title=title,
        assume=(side,),
        steps=(
            Have(
                statement=equal(x, 0),
                by=contradiction,
                because=Text(ja="平方は正になります。", en="Its square would be positive."),
            ),
        ),
    )


SQUARE_AT_MOST_ZERO = Theorem(
    id="square-at-most-zero",
    name=Text(ja="平方が 0 以下の数は 0", en="Only 0 has a square that is at most 0"),
    statement=Implies(x**2 <= 0, equal(x, 0)),
    source="own",
    argument=(
        Suppose(
            title=Text(ja="平方が 0 以下とする", en="Let the square be at most 0"),
            assume=(x**2 <= 0,),
            steps=(
                Cases(
                    cases=(
                        _not_zero(Text(ja="正の場合", en="It is positive"), x > 0),
                        _not_zero(Text(ja="負の場合", en="It is negative"), x < 0),
                        Suppose(
                            title=Text(ja="0 の場合", en="It is 0"),
                            assume=(equal(x, 0),),
                            steps=(
                                Have(
                                    statement=equal(x, 0),
                                    by=from_facts,
                                    because=Text(
                                        ja="残るのはこの場合です。", en="This case is left."
                                    ),
                                ),
                            ),
                        ),
                    )
                ),
            ),
        ),
    ),
)

CLAIMS = (LAGRANGE_IDENTITY, CAUCHY_SCHWARZ, BOUNDED_BY_ROOT, SQUARE_AT_MOST_ZERO)
