"""The boundary of a unit: a hyperplane, the direction of the weights, and distances from it."""

from __future__ import annotations

from nnmath.notation.symbols import perceptrons, single_unit
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.descent_vocabulary import i, square, w
from nnmath.theory.perceptron import x

bias = Variable(single_unit.BIAS)
x_other = Tensor(perceptrons.OTHER_FEATURES)


def side(point: Tensor) -> Node:
    """The pre-activation at a point: 0 on the boundary."""
    return total(i, w[i] * point[i]) + bias


ON_BOUNDARY = equal(side(x), 0)
ALSO_ON_BOUNDARY = equal(side(x_other), 0)
WEIGHTS_ARE_NORMAL = Theorem(
    id="weights-are-normal",
    name=Text(ja="重みのベクトルは境界に垂直", en="The weights are perpendicular to the boundary"),
    statement=equal(total(i, w[i] * (x_other[i] - x[i])), 0),
    given=(ON_BOUNDARY, ALSO_ON_BOUNDARY),
    source="bishop2006, section 4.1.1",
    argument=(
        Have(
            statement=equal(total(i, w[i] * (x_other[i] - x[i])), side(x_other) - side(x)),
            by=from_these(),
            because=Text(
                ja="境界の上の2点を結ぶと、バイアスは打ち消し合います。",
                en="From one point of the boundary to another, the bias cancels.",
            ),
        ),
        Have(
            statement=equal(total(i, w[i] * (x_other[i] - x[i])), 0),
            by=from_these(
                ON_BOUNDARY,
                ALSO_ON_BOUNDARY,
                equal(total(i, w[i] * (x_other[i] - x[i])), side(x_other) - side(x)),
            ),
            because=Text(ja="どちらの総入力も 0 です。", en="Both pre-activations are 0."),
        ),
    ),
)

SOME_WEIGHT = square(w) > 0
FOOT = ForAll(i, equal(x_other[i], x[i] - side(x) / square(w) * w[i]))
FOOT_ON_BOUNDARY = Theorem(
    id="foot-on-boundary",
    name=Text(ja="境界へ下ろした垂線の足", en="The foot of the perpendicular to the boundary"),
    statement=ALSO_ON_BOUNDARY,
    given=(SOME_WEIGHT, FOOT),
    source="bishop2006, section 4.1.1",
    argument=(
        Have(
            statement=ALSO_ON_BOUNDARY,
            by=from_these(SOME_WEIGHT, FOOT),
            because=Text(
                ja="重みの向きに総入力のぶんだけ戻ると、境界に着きます。",
                en="Go back along the weights by the pre-activation: that is the boundary.",
            ),
        ),
    ),
)

APART = total(i, (x[i] - x_other[i]) ** 2)
DISTANCE_TO_BOUNDARY = Theorem(
    id="distance-to-boundary",
    name=Text(ja="境界までの距離の平方", en="Squared distance to the boundary"),
    statement=equal(APART, side(x) ** 2 / square(w)),
    given=(SOME_WEIGHT, FOOT),
    source="bishop2006, section 4.1.1",
    argument=(
        Have(
            statement=equal(APART, side(x) ** 2 / square(w)),
            by=from_these(SOME_WEIGHT, FOOT),
            because=Text(
                ja="足までのずれは、重みの定数倍です。",
                en="What leads to the foot is a multiple of the weights.",
            ),
        ),
    ),
)

CLAIMS = (
    WEIGHTS_ARE_NORMAL,
    FOOT_ON_BOUNDARY,
    DISTANCE_TO_BOUNDARY,
    Mistake(
        id="mistake-boundary-through-origin",
        name=Text(ja="境界はいつも w・x = 0", en="The boundary is always where w · x is 0"),
        statement=equal(total(i, w[i] * x[i]), 0),
        given=(ON_BOUNDARY,),
        source="own",
        why=Text(
            ja="そう書けるのは、いつも 1 の入力を加えて、バイアスを重みに含めたときだけです。",
            en="So it is only where one input is always 1, so that the bias is one of the weights.",
        ),
        corrects="weights-are-normal",
    ),
)
