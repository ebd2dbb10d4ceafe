"""A quadratic along its eigenvectors: every coordinate is a geometric sequence of its own."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by, cite, from_facts, instantiate
from nnmath.proof.nodes import Derivative, Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, differentiate
from nnmath.proof.statements import ForAll, Iff, Tends, between, equal
from nnmath.theory.descent_rates import at_next, use_at_next
from nnmath.theory.descent_vocabulary import (
    T,
    coordinates,
    eigenvalues,
    i,
    j,
    lambda_max,
    s,
    steepest,
    w_path,
)
from nnmath.theory.vocabulary import eta, r, t

ZERO = as_node(0)

EIGEN_GRADIENT = (
    Derivation(
        id="eigen-gradient",
        name=Text(
            ja="固有ベクトルを軸にとった2次関数の勾配",
            en="Gradient of a quadratic along its eigenvectors",
        ),
        source="goodfellow2016, section 4.3.1",
    )
    .start(Derivative(total(i, eigenvalues[i] * coordinates[i] ** 2) / 2, coordinates[j]))
    .by(
        differentiate,
        eigenvalues[j] * coordinates[j],
        because=Text(
            ja="和のうち、その座標を含む項だけが残ります。",
            en="Of the sum, the one term with this coordinate is left.",
        ),
    )
)

UPDATES = ForAll(
    s,
    ForAll(i, equal(w_path[s, i], w_path[s - 1, i] - eta * (eigenvalues[i] * w_path[s - 1, i]))),
)
FACTOR = 1 - eta * eigenvalues[i]


def coordinate(index: Node) -> Relation:
    """Coordinate i after so many updates."""
    return equal(w_path[index, i], FACTOR**index * w_path[0, i])


def all_coordinates(index: Node) -> ForAll:
    """Every coordinate after so many updates."""
    return ForAll(i, coordinate(index))


def every(index: Node) -> Have:
    """From any coordinate to all."""
    return Have(
        statement=all_coordinates(index),
        by=from_facts,
        because=Text(ja="どの座標でも同じです。", en="It is the same for every coordinate."),
    )


EIGEN_CLOSED_FORM = Theorem(
    id="eigen-closed-form",
    name=Text(ja="どの座標も等比数列", en="Every coordinate is a geometric sequence"),
    statement=all_coordinates(T),
    given=(UPDATES,),
    source="goh2017, section “First Steps”",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=all_coordinates(t),
            base=(
                Have(
                    statement=coordinate(ZERO),
                    by=by(algebra),
                    because=Text(ja="0 乗は 1 です。", en="The power 0 is 1."),
                ),
                every(ZERO),
            ),
            step=(
                use_at_next(
                    UPDATES, Text(ja="次の更新を考えます。", en="Look at the next update.")
                ),
                Have(
                    statement=coordinate(t + 1),
                    by=from_these(at_next(UPDATES), all_coordinates(t)),
                    because=Text(
                        ja="帰納法の仮定を代入します。ほかの座標は現れません。",
                        en="Insert the hypothesis of the induction; no other coordinate comes in.",
                    ),
                ),
                every(t + 1),
            ),
        ),
    ),
)

POSITIVE = ForAll(i, eigenvalues[i] > 0)
BOUNDED = ForAll(i, eigenvalues[i] <= lambda_max)
ATTAINED = equal(eigenvalues[steepest], lambda_max)
POWER = FACTOR**t
ALL_SHRINK = ForAll(i, Tends(POWER, t, ZERO))
RANGE = between(0, eta, 2 / lambda_max)
STEEPEST_FACTOR = 1 - eta * eigenvalues[steepest]

EIGEN_CONVERGES = Theorem(
    id="eigen-converges",
    name=Text(
        ja="すべての座標が収束する学習率", en="Learning rates for which every coordinate converges"
    ),
    statement=Iff(ALL_SHRINK, RANGE),
    given=(POSITIVE, BOUNDED, ATTAINED, lambda_max > 0),
    uses=("geometric-convergence",),
    source="goh2017, section “First Steps”",
    argument=(
        Suppose(
            title=Text(ja="⇒ すべての座標が収束するとき", en="⇒ Every coordinate converges"),
            assume=(ALL_SHRINK,),
            steps=(
                Have(
                    statement=Tends(STEEPEST_FACTOR**t, t, ZERO),
                    by=instantiate(i, steepest),
                    because=Text(
                        ja="固有値が最大の座標を見ます。",
                        en="Look at the coordinate of the largest eigenvalue.",
                    ),
                ),
                Have(
                    statement=abs(STEEPEST_FACTOR) < 1,
                    by=cite("geometric-convergence", {r: STEEPEST_FACTOR}),
                    because=Text(
                        ja="等比数列が 0 に収束する条件です。",
                        en="The condition for a geometric sequence to tend to 0.",
                    ),
                ),
                Have(
                    statement=RANGE,
                    by=from_these(ATTAINED, lambda_max > 0, abs(STEEPEST_FACTOR) < 1),
                    because=Text(ja="学習率について解きます。", en="Solve for the learning rate."),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 学習率がこの範囲にあるとき", en="⇐ The rate is in this range"),
            assume=(RANGE,),
            steps=(
                Have(
                    statement=eta * lambda_max < 2,
                    by=from_these(lambda_max > 0, RANGE),
                    because=Text(ja="正の数を掛けます。", en="Multiply by a positive number."),
                ),
                Have(
                    statement=between(0, eta * eigenvalues[i], 2),
                    by=from_these(POSITIVE, BOUNDED, lambda_max > 0, RANGE, eta * lambda_max < 2),
                    because=Text(
                        ja="どの固有値も、正で最大の固有値以下です。",
                        en="Every eigenvalue is positive, and at most the largest.",
                    ),
                ),
                Have(
                    statement=abs(FACTOR) < 1,
                    by=from_these(between(0, eta * eigenvalues[i], 2)),
                    because=Text(
                        ja="公比は −1 と 1 の間にあります。", en="The ratio is between −1 and 1."
                    ),
                ),
                Have(
                    statement=Tends(POWER, t, ZERO),
                    by=cite("geometric-convergence", {r: FACTOR}),
                    because=Text(
                        ja="等比数列が 0 に収束する条件です。",
                        en="The condition for a geometric sequence to tend to 0.",
                    ),
                ),
                Have(
                    statement=ALL_SHRINK,
                    by=from_facts,
                    because=Text(
                        ja="座標の番号については何も仮定していません。",
                        en="Nothing was assumed about which coordinate it is.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (EIGEN_GRADIENT, EIGEN_CLOSED_FORM, EIGEN_CONVERGES)
