"""Early stopping with patience: the weights of the least validation loss are kept."""

from __future__ import annotations

from nnmath.notation.symbols import patience as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Tensor
from nnmath.proof.inferences import from_facts, instantiate
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.statements import And, ForAll, Statement, equal
from nnmath.proof.substitution import substitute_in
from nnmath.theory.descent_vocabulary import T, s
from nnmath.theory.vocabulary import t

V, b = Tensor(symbols.VALIDATION_LOSSES), Tensor(symbols.BEST_LOSSES)
ZERO = as_node(0)
KEPT = ForAll(s, equal(b[s], piecewise((V[s], V[s] < b[s - 1]), (b[s - 1], V[s] >= b[s - 1]))))
NO_BETTER = ForAll(s, V[s] >= b[0])


def at_next(hypothesis: ForAll) -> Statement:
    """What a hypothesis on every look says of the next."""
    return substitute_in(hypothesis.statement, {s: t + 1})


def unchanged(index: Node) -> Relation:
    """The best is still the first."""
    return equal(b[index], b[0])


BEST_IS_LEAST = Theorem(
    id="best-so-far-is-least",
    name=Text(
        ja="保存した検証損失は、前の最小値も今の値も超えない",
        en="What is kept is no more than the best before and the loss now",
    ),
    statement=And((b[s] <= b[s - 1], b[s] <= V[s])),
    given=(KEPT,),
    source="goodfellow2016, section 7.8",
    argument=(
        Have(
            statement=KEPT.statement,
            by=instantiate(s, s),
            because=Text(
                ja="今の損失のほうが小さければ、置き換えます。",
                en="It is replaced where the loss now is less.",
            ),
        ),
        Have(
            statement=And((b[s] <= b[s - 1], b[s] <= V[s])),
            by=from_facts,
            because=Text(ja="どちらの場合にも成り立ちます。", en="It holds in either case."),
        ),
    ),
)

PATIENCE = Theorem(
    id="patience-keeps-the-best",
    name=Text(
        ja="待つあいだに改善しなければ、最もよい重みはそのまま残る",
        en="While nothing improves, the best weights stay",
    ),
    statement=unchanged(T),
    given=(KEPT, NO_BETTER),
    source="goodfellow2016, section 7.8",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=unchanged(t),
            base=(
                Have(
                    statement=unchanged(ZERO),
                    by=from_these(),
                    because=Text(ja="同じ数です。", en="The same number."),
                ),
            ),
            step=(
                Have(
                    statement=at_next(KEPT),
                    by=instantiate(s, t + 1),
                    because=Text(ja="次に測ったときの規則です。", en="The rule at the next look."),
                ),
                Have(
                    statement=at_next(NO_BETTER),
                    by=instantiate(s, t + 1),
                    because=Text(ja="改善していません。", en="It is no better."),
                ),
                Have(
                    statement=unchanged(t + 1),
                    by=from_these(unchanged(t), at_next(KEPT), at_next(NO_BETTER)),
                    because=Text(
                        ja="置き換えません。T 回待っても、戻る先は同じです。",
                        en="It is not replaced: after T looks one goes back to the same weights.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    BEST_IS_LEAST,
    PATIENCE,
    Mistake(
        id="mistake-last-weights-are-best",
        name=Text(ja="止めたときの重みが最もよい", en="The weights at the stop are the best ones"),
        statement=V[T] <= b[0],
        given=(KEPT, NO_BETTER),
        source="own",
        why=Text(
            ja="止めるのは改善が止まってしばらくしてからです。最もよかった重みに戻します。",
            en="One stops some time after the last improvement, and goes back to the best weights.",
        ),
        corrects="patience-keeps-the-best",
    ),
)
