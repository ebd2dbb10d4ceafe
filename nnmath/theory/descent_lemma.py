"""The descent lemma: how much one update lowers a loss that lies below a parabola.

L-smoothness is used in the form in which it is needed: from the old weights to the new ones the
loss lies below its linear model plus L/2 times the squared step. A loss whose gradient changes by
at most L times the distance does so everywhere (lipschitz-gradient-gives-parabola-of-many).
"""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, insert
from nnmath.proof.statements import ForAll, between, equal
from nnmath.theory.descent_vocabulary import (
    L,
    eigenvalues,
    g,
    i,
    loss_after,
    loss_before,
    square,
    w,
    w_stepped,
)
from nnmath.theory.vocabulary import eta

STEP = ForAll(i, equal(w_stepped[i], w[i] - eta * g[i]))
BELOW_PARABOLA = loss_after <= loss_before + total(i, g[i] * (w_stepped[i] - w[i])) + L / 2 * total(
    i, (w_stepped[i] - w[i]) ** 2
)
DECREASE = eta * (1 - L * eta / 2)
LEMMA = loss_after <= loss_before - DECREASE * square(g)

DESCENT_LEMMA = Theorem(
    id="descent-lemma",
    name=Text(ja="降下補題", en="Descent lemma"),
    statement=LEMMA,
    given=(STEP, BELOW_PARABOLA),
    source="nesterov2018, section 1.2.3",
    argument=(
        Have(
            statement=equal(total(i, g[i] * (w_stepped[i] - w[i])), -eta * square(g)),
            by=from_these(STEP),
            because=Text(ja="更新則を1次の項に代入します。", en="The update in the linear term."),
        ),
        Have(
            statement=equal(total(i, (w_stepped[i] - w[i]) ** 2), eta**2 * square(g)),
            by=from_these(STEP),
            because=Text(
                ja="更新則を2次の項に代入します。", en="The update in the quadratic term."
            ),
        ),
        Have(
            statement=LEMMA,
            by=from_these(STEP, BELOW_PARABOLA),
            because=Text(ja="2つの項をまとめます。", en="Put the two terms together."),
        ),
    ),
)

DESCENT_LEMMA_DECREASES = Theorem(
    id="descent-lemma-decreases",
    name=Text(ja="損失が必ず減る学習率", en="Learning rates that surely lower the loss"),
    statement=loss_after < loss_before,
    given=(STEP, BELOW_PARABOLA, L > 0, between(0, eta, 2 / L), square(g) > 0),
    uses=("descent-lemma",),
    source="nesterov2018, section 1.2.3",
    argument=(
        Have(
            statement=LEMMA,
            by=cite("descent-lemma"),
            because=Text(ja="降下補題を使います。", en="The descent lemma."),
        ),
        Have(
            statement=L * eta < 2,
            by=from_these(L > 0, between(0, eta, 2 / L)),
            because=Text(ja="正の定数を掛けます。", en="Multiply by the positive constant."),
        ),
        Have(
            statement=DECREASE > 0,
            by=from_these(L > 0, between(0, eta, 2 / L), L * eta < 2),
            because=Text(ja="どちらの因数も正です。", en="Both factors are positive."),
        ),
        Have(
            statement=loss_after < loss_before,
            by=from_these(LEMMA, DECREASE > 0, square(g) > 0),
            because=Text(
                ja="勾配が 0 でなければ、引く量は正です。",
                en="Where the gradient is not 0, what is subtracted is positive.",
            ),
        ),
    ),
)

BEST_GUARANTEED_RATE = Theorem(
    id="best-guaranteed-rate",
    name=Text(ja="減少の保証が最大になる学習率", en="The rate with the largest guarantee"),
    statement=DECREASE <= 1 / (2 * L),
    given=(L > 0,),
    source="nesterov2018, section 1.2.3",
    argument=(
        Have(
            statement=equal(1 / (2 * L) - DECREASE, (L * eta - 1) ** 2 / (2 * L)),
            by=from_facts,
            because=Text(
                ja="平方完成です。差が 0 になるのは、学習率が 1/L のときだけです。",
                en="Complete the square: the difference is 0 at the learning rate 1/L alone.",
            ),
        ),
        Have(
            statement=(L * eta - 1) ** 2 / (2 * L) >= 0,
            by=from_facts,
            because=Text(ja="平方は負になりません。", en="A square is not negative."),
        ),
        Have(
            statement=DECREASE <= 1 / (2 * L),
            by=from_facts,
            because=Text(
                ja="どの学習率でも、保証はこれを超えません。",
                en="No learning rate has a larger guarantee.",
            ),
        ),
    ),
)

BEST_GUARANTEE = (
    Derivation(
        id="best-guarantee",
        name=Text(ja="学習率 1/L での保証", en="The guarantee at the rate 1/L"),
        given=(L > 0,),
        source="nesterov2018, section 1.2.3",
    )
    .start((1 / L) * (1 - L * (1 / L) / 2))
    .by(
        algebra,
        1 / (2 * L),
        because=Text(
            ja="最大の保証は、この学習率で得られます。",
            en="This learning rate has the largest guarantee.",
        ),
    )
)


def curved_loss(weights: Tensor) -> Node:
    """½ Σ λ_i w_i²."""
    return total(i, eigenvalues[i] * weights[i] ** 2) / 2


CURVED_STEP = total(i, eigenvalues[i] * (w_stepped[i] - w[i]) ** 2) / 2
LINEAR = total(i, eigenvalues[i] * w[i] * (w_stepped[i] - w[i]))
PARABOLA = curved_loss(w) + LINEAR + L / 2 * total(i, (w_stepped[i] - w[i]) ** 2)
BOUNDED = ForAll(i, eigenvalues[i] <= L)
DEFICIT = total(i, (L - eigenvalues[i]) * (w_stepped[i] - w[i]) ** 2)

QUADRATIC_IS_SMOOTH = Theorem(
    id="quadratic-is-smooth",
    name=Text(
        ja="固有値が L 以下の2次関数は L-平滑",
        en="A quadratic with eigenvalues up to L is L-smooth",
    ),
    statement=curved_loss(w_stepped) <= PARABOLA,
    given=(BOUNDED,),
    source="own",
    argument=(
        Have(
            statement=equal(curved_loss(w_stepped), curved_loss(w) + LINEAR + CURVED_STEP),
            by=from_these(),
            because=Text(
                ja="2次関数は、1次近似と2次の項の和にちょうど等しくなります。",
                en="A quadratic is exactly its linear model and a quadratic term.",
            ),
        ),
        Have(
            statement=DEFICIT >= 0,
            by=from_these(BOUNDED),
            because=Text(
                ja="どの項も、負でない数と平方の積です。",
                en="Every term is a square times a number that is not negative.",
            ),
        ),
        Have(
            statement=curved_loss(w_stepped) <= PARABOLA,
            by=from_these(
                DEFICIT >= 0, equal(curved_loss(w_stepped), curved_loss(w) + LINEAR + CURVED_STEP)
            ),
            because=Text(ja="固有値を L に置き換えます。", en="Replace the eigenvalues by L."),
        ),
    ),
)

SHARP = L / 2 * square(w_stepped)
DESCENT_LEMMA_IS_SHARP = (
    Derivation(
        id="descent-lemma-is-sharp",
        name=Text(ja="降下補題は改善できない", en="The descent lemma cannot be improved"),
        given=(STEP, ForAll(i, equal(g[i], L * w[i]))),
        source="own",
    )
    .start(SHARP)
    .by(
        insert,
        L / 2 * total(i, (w[i] - eta * (L * w[i])) ** 2),
        because=Text(
            ja="丸い放物面では、勾配は L と重みの積です。更新則に代入します。",
            en="On the round paraboloid the gradient is L times the weights: insert it.",
        ),
    )
    .by(
        insert,
        L / 2 * square(w) - DECREASE * square(g),
        because=Text(
            ja="展開すると、降下補題の右辺にちょうど等しくなります。",
            en="Multiplied out, this is exactly the right side of the descent lemma.",
        ),
    )
)

CLAIMS = (
    DESCENT_LEMMA,
    DESCENT_LEMMA_DECREASES,
    BEST_GUARANTEED_RATE,
    BEST_GUARANTEE,
    QUADRATIC_IS_SMOOTH,
    DESCENT_LEMMA_IS_SHARP,
)
