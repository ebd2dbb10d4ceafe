"""Second derivatives at a flat point: bowls and saddles in the plane, sharp and flat minima."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import between, unequal
from nnmath.theory.descent_vocabulary import delta, h_xx, h_xy, h_yy, radius, x, y
from nnmath.theory.vocabulary import a, r

DETERMINANT = h_xx * h_yy - h_xy**2
FORM = h_xx * x**2 + 2 * h_xy * x * y + h_yy * y**2
SQUARE = (h_xx * x + h_xy * y) ** 2
SQUARES = SQUARE + DETERMINANT * y**2

COMPLETED_FORM = (
    Derivation(
        id="quadratic-form-completed",
        name=Text(ja="2次形式の平方完成", en="A quadratic form, with the square completed"),
        source="own",
    )
    .start(h_xx * FORM)
    .by(
        algebra,
        SQUARES,
        because=Text(
            ja="展開すると、両辺とも同じ式になります。", en="Multiplied out, both are the same."
        ),
    )
)

BOWL = Theorem(
    id="positive-definite-in-two-dimensions",
    name=Text(ja="2次元で下に凸になる条件", en="When it is a bowl in two dimensions"),
    statement=FORM > 0,
    given=(h_xx > 0, DETERMINANT > 0, unequal(y, 0)),
    source="sugiura1980, chapter II",
    argument=(
        Have(
            statement=SQUARE >= 0,
            by=from_these(),
            because=Text(ja="平方は負になりません。", en="A square is not negative."),
        ),
        Have(
            statement=DETERMINANT * y**2 > 0,
            by=from_these(DETERMINANT > 0, unequal(y, 0)),
            because=Text(ja="行列式は正です。", en="The determinant is positive."),
        ),
        Have(
            statement=h_xx * FORM > 0,
            by=from_these(SQUARE >= 0, DETERMINANT * y**2 > 0),
            because=Text(
                ja="平方を完成すると、この2つの和です。",
                en="With the square completed it is the sum of the two.",
            ),
        ),
        Have(
            statement=FORM > 0,
            by=from_these(h_xx > 0, h_xx * FORM > 0),
            because=Text(ja="正の数で割ります。", en="Divide by a positive number."),
        ),
    ),
)

SADDLE_FORM = Theorem(
    id="indefinite-in-two-dimensions",
    name=Text(ja="行列式が負なら鞍点", en="A negative determinant makes a saddle"),
    statement=h_xx * (-h_xy) ** 2 + 2 * h_xy * (-h_xy) * h_xx + h_yy * h_xx**2 < 0,
    given=(h_xx > 0, DETERMINANT < 0),
    source="sugiura1980, chapter II",
    argument=(
        Have(
            statement=h_xx * DETERMINANT < 0,
            by=from_these(h_xx > 0, DETERMINANT < 0),
            because=Text(ja="正の数と負の数の積です。", en="Positive times negative."),
        ),
        Have(
            statement=h_xx * (-h_xy) ** 2 + 2 * h_xy * (-h_xy) * h_xx + h_yy * h_xx**2 < 0,
            by=from_these(h_xx * DETERMINANT < 0),
            because=Text(
                ja="向き (−q, p) では下がります。向き (1, 0) では上がるので、鞍点です。",
                en="Along (−q, p) it falls, and along (1, 0) it rises: a saddle.",
            ),
        ),
    ),
)

TRACE = h_xx + h_yy
EIGENVALUES_ARE_REAL = (
    Derivation(
        id="eigenvalues-are-real",
        name=Text(
            ja="2次の対称行列の固有値は実数", en="A symmetric 2 × 2 matrix has real eigenvalues"
        ),
        source="sugiura1980, chapter II",
    )
    .start(TRACE**2 - 4 * DETERMINANT)
    .by(
        algebra,
        (h_xx - h_yy) ** 2 + 4 * h_xy**2,
        because=Text(
            ja="固有値の2次方程式の判別式は平方の和なので、負になりません。",
            en="The discriminant of the equation for the eigenvalues is a sum of squares.",
        ),
    )
)

LARGEST_INCREASE = Theorem(
    id="largest-increase-at-a-minimum",
    name=Text(ja="ずれに対する損失の増え方の最大値", en="Largest rise under a perturbation"),
    statement=a * delta**2 <= a * radius**2,
    given=(a > 0, between(-radius, delta, radius, closed="both")),
    source="own",
    argument=(
        Have(
            statement=radius**2 - delta**2 >= 0,
            by=from_these(between(-radius, delta, radius, closed="both")),
            because=Text(
                ja="(ρ − δ)(ρ + δ) は負になりません。", en="(ρ − δ)(ρ + δ) is not negative."
            ),
        ),
        Have(
            statement=a * delta**2 <= a * radius**2,
            by=from_these(a > 0, radius**2 - delta**2 >= 0),
            because=Text(
                ja="最も大きく増えるのは、ずれが ±ρ のときです。",
                en="The rise is largest where the perturbation is ±ρ.",
            ),
        ),
    ),
)

MEAN_INCREASE = (
    Derivation(
        id="mean-increase-at-a-minimum",
        name=Text(ja="両側にずれたときの増え方の平均", en="Mean rise over both sides"),
        source="own",
    )
    .start((a * (-radius) ** 2 + a * radius**2) / 2)
    .by(
        algebra,
        a * radius**2,
        because=Text(
            ja="鋭い谷ほど(a が大きいほど)、同じずれで大きく増えます。",
            en="The sharper the valley, the larger a, the more the same perturbation costs.",
        ),
    )
)

RESCALED = (
    Derivation(
        id="flatness-depends-on-scale",
        name=Text(
            ja="平らさは重みの測り方で変わる", en="Flatness depends on the unit of the weights"
        ),
        source="dinh2017, section 3",
    )
    .start(a * (r * x) ** 2)
    .by(
        algebra,
        (a * r**2) * x**2,
        because=Text(
            ja="重みの単位を r 倍にすると、同じ谷の a が r² 倍になります。",
            en="With weights measured in another unit, the same valley has r² times the a.",
        ),
    )
)

CLAIMS = (
    COMPLETED_FORM,
    BOWL,
    SADDLE_FORM,
    EIGENVALUES_ARE_REAL,
    LARGEST_INCREASE,
    MEAN_INCREASE,
    RESCALED,
)
