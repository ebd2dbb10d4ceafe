"""AdaBound: the bounds on its rate, and what they close in on."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Have
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import from_facts
from nnmath.proof.nodes import Node
from nnmath.proof.statements import And, Tends
from nnmath.theory.optimizer_vocabulary import eta_end, gamma
from nnmath.theory.vocabulary import t, tolerance

POSITIVE = (eta_end > 0, gamma > 0)


def lower(steps: Node) -> Node:
    """The lower bound of the rate."""
    return eta_end * (1 - 1 / (gamma * steps + 1))


def upper(steps: Node) -> Node:
    """The upper bound of the rate."""
    return eta_end * (1 + 1 / (gamma * steps))


SIDES = (lower(t) < eta_end, eta_end < upper(t))
BOUNDS_ENCLOSE = Theorem(
    id="adabound-encloses",
    name=Text(
        ja="AdaBound の上下の限界は最後の学習率をはさむ",
        en="AdaBound's bounds enclose the final rate",
    ),
    statement=And(SIDES),
    given=(*POSITIVE, t >= 1),
    source="luo2019, section 4",
    argument=(
        Have(
            statement=SIDES[0],
            by=from_facts,
            because=Text(ja="引いている数は正です。", en="What is taken away is positive."),
        ),
        Have(
            statement=SIDES[1],
            by=from_facts,
            because=Text(ja="足している数は正です。", en="What is added is positive."),
        ),
    ),
)
CLOSER = (lower(t) < lower(t + 1), upper(t + 1) < upper(t))
BOUNDS_CLOSE_IN = Theorem(
    id="adabound-closes-in",
    name=Text(ja="AdaBound の上下の限界は狭まり続ける", en="AdaBound's bounds keep closing in"),
    statement=And(CLOSER),
    given=(*POSITIVE, t >= 1),
    source="luo2019, section 4",
    argument=(
        Have(
            statement=CLOSER[0],
            by=from_facts,
            because=Text(
                ja="分母が大きくなり、引く数が小さくなります。",
                en="The denominator grows: less is taken away.",
            ),
        ),
        Have(
            statement=CLOSER[1],
            by=from_facts,
            because=Text(
                ja="分母が大きくなり、足す数が小さくなります。",
                en="The denominator grows: less is added.",
            ),
        ),
    ),
)


def limit(id: str, name: Text, bound: Node) -> Theorem:
    """A bound tends to the final rate."""
    threshold = eta_end / (gamma * tolerance)
    claim = Tends(bound, t, eta_end)
    return Theorem(
        id=id,
        name=name,
        statement=claim,
        given=POSITIVE,
        source="luo2019, section 4",
        argument=(
            ByDefinitionOfLimit(
                statement=claim,
                tolerance=tolerance,
                threshold=threshold,
                steps=(
                    Have(
                        statement=t * gamma * tolerance > eta_end,
                        by=from_facts,
                        because=Text(
                            ja="番号の条件を掛け算に直します。",
                            en="The condition on the index as a product.",
                        ),
                    ),
                    Have(
                        statement=abs(bound - eta_end) < tolerance,
                        by=from_facts,
                        because=Text(
                            ja="違いは η★ を分母で割った大きさです。",
                            en="The difference is η★ over the denominator.",
                        ),
                    ),
                ),
            ),
        ),
    )


LOWER_LIMIT = limit(
    "adabound-lower-limit",
    Text(ja="下の限界は最後の学習率に近づく", en="The lower bound tends to the final rate"),
    lower(t),
)

CLAIMS = (BOUNDS_ENCLOSE, BOUNDS_CLOSE_IN, LOWER_LIMIT)
