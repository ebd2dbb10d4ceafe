"""A learning rate that drops by a factor after a number of updates."""

from __future__ import annotations

from nnmath.notation.symbols import samples
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Theorem
from nnmath.proof.indexed import Tensor
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.piecewise import piecewise
from nnmath.proof.statements import And, between, equal
from nnmath.theory.descent_vocabulary import eta_max, gamma
from nnmath.theory.vocabulary import t

drop = Variable(samples.DROP_TIME)
stepped = Tensor(samples.STEPPED_RATE, sources=(eta_max, gamma, drop))


def rate(at: Node) -> Node:
    """Before and after the drop."""
    return piecewise((eta_max, at < drop), (gamma * eta_max, at >= drop))


STEP_SCHEDULE = Definition(
    id="step-schedule",
    name=Text(ja="段階的な減衰(1段)", en="Step decay, one step of it"),
    left=stepped[t],
    right=rate(t),
    source="zhang2023, section 12.11",
    witness="tests/reference/descent.py::stepped_rate",
)

DECAYING = (eta_max > 0, between(0, gamma, 1))
FALLS = And((stepped[t] > 0, stepped[t + 1] <= stepped[t]))
STEP_SCHEDULE_FALLS = Theorem(
    id="step-schedule-falls",
    name=Text(
        ja="段階的な減衰は正のまま、増えない", en="Step decay stays positive and never rises"
    ),
    statement=FALLS,
    given=DECAYING,
    uses=("step-schedule",),
    source="own",
    argument=(
        Have(
            statement=equal(stepped[t], rate(t)),
            by=cite("step-schedule"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=equal(stepped[t + 1], rate(t + 1)),
            by=cite("step-schedule", {t: t + 1}),
            because=Text(ja="次の更新でも同じです。", en="And at the next update."),
        ),
        Have(
            statement=gamma * eta_max < eta_max,
            by=from_facts,
            because=Text(ja="1 より小さい数を掛けます。", en="It is multiplied by less than 1."),
        ),
        Have(
            statement=gamma * eta_max > 0,
            by=from_facts,
            because=Text(ja="正の数どうしの積です。", en="A product of positive numbers."),
        ),
        Have(
            statement=FALLS,
            by=from_facts,
            because=Text(
                ja="下がるのは1回だけで、ほかでは変わりません。",
                en="It drops once, and is constant otherwise.",
            ),
        ),
    ),
)

CLAIMS = (STEP_SCHEDULE, STEP_SCHEDULE_FALLS)
