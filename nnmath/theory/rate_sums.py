"""Learning rates like 1/k: their squares add up to little, which tames the noise of batches."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.theory.descent_vocabulary import k
from nnmath.theory.vocabulary import t


def bounded(last: Node) -> Relation:
    """The sum of the first t + 1 squares stays below 2."""
    return total(k, 1 / k**2, 1, last + 1) <= 2 - 1 / (last + 1)


TELESCOPED = 1 / (t + 2) ** 2 <= 1 / (t + 1) - 1 / (t + 2)

INVERSE_SQUARES = Theorem(
    id="inverse-squares-are-summable",
    name=Text(ja="1/k の平方の和には限りがある", en="The squares of 1/k add up to less than 2"),
    statement=bounded(t),
    source="hardy2008, chapter VIII",
    argument=(
        Induction(
            index=t,
            statement=bounded(t),
            base=(
                Have(
                    statement=bounded(as_node(0)),
                    by=by(algebra),
                    because=Text(ja="どちらの辺も 1 です。", en="Both sides are 1."),
                ),
            ),
            step=(
                Have(
                    statement=TELESCOPED,
                    by=from_these(),
                    because=Text(
                        ja="隣り合う分数の差は、次の平方より小さくありません。",
                        en="The next square is at most the difference of two fractions.",
                    ),
                ),
                Have(
                    statement=bounded(t + 1),
                    by=from_these(bounded(t), TELESCOPED),
                    because=Text(
                        ja="和に1項を加え、帰納法の仮定と足し合わせます。",
                        en="One term more in the sum: add the hypothesis of the induction.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (INVERSE_SQUARES,)
