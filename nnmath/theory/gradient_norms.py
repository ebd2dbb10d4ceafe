"""Norms of gradients: what a product of matrices does to them, and clipping."""

from __future__ import annotations

from nnmath.notation.symbols import deep_chains as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.nodes import SQRT, Node, Variable
from nnmath.proof.rules import algebra
from nnmath.proof.statements import between, equal
from nnmath.theory.network_vocabulary import i, j, k, r

A, B, g = (
    Tensor(each) for each in (symbols.LEFT_MATRIX, symbols.RIGHT_MATRIX, symbols.LONG_GRADIENT)
)
c = Variable(symbols.CLIPPING_THRESHOLD)
LEFT_NORM = total(i, total(j, A[i, j] ** 2))
RIGHT_NORM = total(j, total(k, B[j, k] ** 2))
PRODUCT_NORM = total(i, total(k, total(j, A[i, j] * B[j, k]) ** 2))
CROSSED = total(i, total(k, total(j, total(r, (A[i, j] * B[r, k] - A[i, r] * B[j, k]) ** 2))))
SQUARES = total(j, g[j] ** 2)
NORM = SQRT(SQUARES)
FACTOR = c / NORM


def clipped(at: Node) -> Node:
    """An entry of the gradient, scaled down to the threshold."""
    return FACTOR * g[at]


FROBENIUS_NORM = Theorem(
    id="frobenius-norm-of-a-product",
    name=Text(
        ja="行列の積のフロベニウスノルムは、ノルムの積以下(2乗で)",
        en="The Frobenius norm of a product is at most the product of the norms, squared",
    ),
    statement=PRODUCT_NORM <= LEFT_NORM * RIGHT_NORM,
    source="horn2013, section 5.6",
    argument=(
        Have(
            statement=CROSSED >= 0,
            by=from_facts,
            because=Text(ja="平方の和です。", en="A sum of squares."),
        ),
        Have(
            statement=equal(CROSSED, 2 * LEFT_NORM * RIGHT_NORM - 2 * PRODUCT_NORM),
            by=by(algebra),
            because=Text(
                ja="2乗を展開し、4つの和をまとめます。", en="Expand the squares and collect."
            ),
        ),
        Have(
            statement=PRODUCT_NORM <= LEFT_NORM * RIGHT_NORM,
            by=from_facts,
            because=Text(ja="2 で割ります。", en="Divide by 2."),
        ),
    ),
)

CLIPPED_NORM = Theorem(
    id="clipped-norm",
    name=Text(
        ja="クリップした勾配のノルムは閾値に等しい",
        en="A clipped gradient has the threshold's norm",
    ),
    statement=equal(total(j, clipped(j) ** 2), c**2),
    given=(c > 0, c < NORM),
    source="pascanu2013, section 3.2",
    argument=(
        Have(
            statement=equal(total(j, clipped(j) ** 2), (c / NORM) ** 2 * SQUARES),
            by=by(algebra),
            because=Text(
                ja="どの成分にも同じ数が掛かっているので、和の外に出します。",
                en="Every entry has the same factor: take it out of the sum.",
            ),
        ),
        Have(
            statement=equal(total(j, clipped(j) ** 2), c**2),
            by=from_facts,
            because=Text(
                ja="ノルムの2乗は成分の2乗の和なので、約分できます。",
                en="The norm's square is the sum of squares: cancel.",
            ),
        ),
    ),
)

CLIPPED_DIRECTION = Theorem(
    id="clipped-direction",
    name=Text(ja="クリップしても向きは変わらない", en="Clipping does not turn the gradient"),
    statement=between(0, FACTOR, 1),
    given=(c > 0, c < NORM),
    source="pascanu2013, section 3.2",
    argument=(
        Have(
            statement=between(0, FACTOR, 1),
            by=from_facts,
            because=Text(
                ja="すべての成分に掛かる数は、0 と 1 のあいだです。",
                en="The factor of all entries lies between 0 and 1.",
            ),
        ),
    ),
)

CLAIMS = (FROBENIUS_NORM, CLIPPED_NORM, CLIPPED_DIRECTION)
