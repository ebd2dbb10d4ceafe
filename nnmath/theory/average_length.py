"""RAdam: how many gradients a moving average is as good as."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.rules import algebra, lemma
from nnmath.proof.statements import between, equal, unequal
from nnmath.theory.descent_vocabulary import k
from nnmath.theory.moment_sums import beta
from nnmath.theory.vocabulary import t

ZERO = as_node(0)
EMPTY = Text(ja="和はまだ空です。", en="The sum is still empty.")


def weights(last: Node) -> Node:
    """Σ β^k over the ages."""
    return total(k, beta**k, 1, last)


def ages(last: Node) -> Node:
    """Σ k β^k: the ages, each with its weight."""
    return total(k, k * beta**k, 1, last)


def summed_weights(last: Node) -> Relation:
    """The geometric sum without a denominator."""
    return equal((1 - beta) * weights(last), beta * (1 - beta**last))


def summed_ages(last: Node) -> Relation:
    """The sum of weighed ages without a denominator."""
    closed = beta * (1 - (last + 1) * beta**last + last * beta ** (last + 1))
    return equal((1 - beta) ** 2 * ages(last), closed)


AGE_WEIGHTS = Theorem(
    id="sum-of-age-weights",
    name=Text(ja="年齢ごとの重みの和", en="Sum of the weights of all ages"),
    statement=summed_weights(t),
    source="liu2020, section 4.1",
    argument=(
        Induction(
            index=t,
            statement=summed_weights(t),
            base=(Have(statement=summed_weights(ZERO), by=by(algebra), because=EMPTY),),
            step=(
                Have(
                    statement=summed_weights(t + 1),
                    by=from_facts,
                    because=Text(ja="重みを1つ足します。", en="Add one weight."),
                ),
            ),
        ),
    ),
)
WEIGHED_AGES = Theorem(
    id="sum-of-weighed-ages",
    name=Text(ja="重みをつけた年齢の和", en="Sum of the weighed ages"),
    statement=summed_ages(t),
    source="liu2020, section 4.1",
    argument=(
        Induction(
            index=t,
            statement=summed_ages(t),
            base=(Have(statement=summed_ages(ZERO), by=by(algebra), because=EMPTY),),
            step=(
                Have(
                    statement=summed_ages(t + 1),
                    by=from_facts,
                    because=Text(
                        ja="重みをつけた年齢を1つ足し、展開してまとめます。",
                        en="Add one weighed age, expand and collect.",
                    ),
                ),
            ),
        ),
    ),
)
CLOSED_WEIGHTS = beta * (1 - beta**t) / (1 - beta)
CLOSED_AGES = beta * (1 - (t + 1) * beta**t + t * beta ** (t + 1)) / (1 - beta) ** 2


def divided(id: str, name: Text, closed: Relation, product: Relation, used: str) -> Theorem:
    """The same with the factor on the other side."""
    return Theorem(
        id=id,
        name=name,
        statement=closed,
        given=(unequal(beta, 1),),
        uses=(used,),
        source="liu2020, section 4.1",
        argument=(
            Have(
                statement=product,
                by=cite(used),
                because=Text(ja="和の式を使います。", en="Use the sum."),
            ),
            Have(
                statement=closed,
                by=from_facts,
                because=Text(ja="1 − β で割ります。", en="Divide by 1 − β."),
            ),
        ),
    )


WEIGHTS_DIVIDED = divided(
    "age-weights-closed",
    Text(ja="年齢ごとの重みの和の式", en="Closed form of the weights' sum"),
    equal(weights(t), CLOSED_WEIGHTS),
    summed_weights(t),
    "sum-of-age-weights",
)
AGES_DIVIDED = divided(
    "weighed-ages-closed",
    Text(ja="重みをつけた年齢の和の式", en="Closed form of the weighed ages"),
    equal(ages(t), CLOSED_AGES),
    summed_ages(t),
    "sum-of-weighed-ages",
)
LONGEST = 2 / (1 - beta) - 1
LENGTH = LONGEST - 2 * t * beta**t / (1 - beta**t)
# Without the division by the weights: the mean of n plain ages is (n + 1)/2
AVERAGE_LENGTH = (
    Derivation(
        id="average-length",
        name=Text(ja="移動平均の実効的な長さ", en="Effective length of a moving average"),
        given=(between(0, beta, 1), t >= 1),
        uses=("age-weights-closed", "weighed-ages-closed"),
        source="liu2020, section 4.1",
    )
    .start(2 * ages(t))
    .by(
        lemma("weighed-ages-closed"),
        2 * CLOSED_AGES,
        because=Text(ja="年齢の和の式を使います。", en="Use the sum of the ages."),
    )
    .by(
        algebra,
        (LENGTH + 1) * CLOSED_WEIGHTS,
        because=Text(
            ja="ρ_t + 1 と、重みの和の式とに分かれます。",
            en="It falls apart into ρ_t + 1 and the sum of the weights.",
        ),
    )
    .by(
        lemma("age-weights-closed"),
        (LENGTH + 1) * weights(t),
        because=Text(
            ja="平均の年齢は (ρ_t + 1)/2 です。n 個の単純な平均なら (n + 1)/2 なので、"
            "ρ_t が実効的な長さです。",
            en="The mean age is (ρ_t + 1)/2; in a plain mean of n it is (n + 1)/2, so ρ_t is the "
            "effective length.",
        ),
    )
)
SHORTER_THAN_THE_LIMIT = Theorem(
    id="average-length-below-limit",
    name=Text(ja="実効的な長さは上限を超えない", en="The effective length stays below its limit"),
    statement=LENGTH < LONGEST,
    given=(between(0, beta, 1), t >= 1),
    source="liu2020, section 4.1",
    argument=(
        Have(
            statement=beta**t < 1,
            by=from_facts,
            because=Text(ja="1 より小さい数の累乗です。", en="A power of a number below 1."),
        ),
        Have(
            statement=2 * t * beta**t / (1 - beta**t) > 0,
            by=from_facts,
            because=Text(ja="引いている項は正です。", en="What is subtracted is positive."),
        ),
        Have(
            statement=LENGTH < LONGEST,
            by=from_facts,
            because=Text(ja="正の数を引いています。", en="A positive number is taken away."),
        ),
    ),
)

CLAIMS = (
    AGE_WEIGHTS,
    WEIGHED_AGES,
    WEIGHTS_DIVIDED,
    AGES_DIVIDED,
    AVERAGE_LENGTH,
    SHORTER_THAN_THE_LIMIT,
)
