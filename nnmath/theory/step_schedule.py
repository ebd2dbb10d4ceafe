"""A learning rate that drops by a factor after a number of updates."""

from __future__ import annotations

from nnmath.notation.symbols import samples
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Definition, Theorem
from nnmath.proof.indexed import Tensor, product
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import Node, Variable, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
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

# Any number of drops, at any times: each has a factor of its own

K, k, s = (Variable(each) for each in (samples.DROPS, samples.COUNTED_DROP, samples.DROPS_PASSED))
drops = Tensor(samples.DROP_TIMES)


def factor(number: Node, at: Node) -> Node:
    """What a drop does to the rate before and after it."""
    return piecewise((1, at < drops[number]), (gamma, at >= drops[number]))


def dropped(last: Node, at: Node) -> Node:
    """The share of the first rate that is left by so many drops."""
    return product(k, factor(k, at), 1, last)


def falling(last: Node) -> And:
    """The share is positive, and at the next update not larger."""
    return And((dropped(last, t + 1) > 0, dropped(last, t + 1) <= dropped(last, t)))


SHARE = between(0, gamma, 1)
LATER = factor(s + 1, t + 1)
NOT_MORE = And((LATER > 0, factor(s + 1, t) >= LATER))
PEELED = tuple(equal(dropped(s + 1, at), dropped(s, at) * factor(s + 1, at)) for at in (t, t + 1))
MANY_DROPS = Theorem(
    id="step-schedule-falls-at-every-drop",
    name=Text(
        ja="何段あっても、段階的な減衰は正のまま、増えない",
        en="With any number of drops step decay stays positive and never rises",
    ),
    statement=And(
        (
            eta_max * dropped(K, t + 1) > 0,
            eta_max * dropped(K, t + 1) <= eta_max * dropped(K, t),
        )
    ),
    given=(eta_max > 0, SHARE),
    source="own",
    argument=(
        Induction(
            index=s,
            last=K,
            statement=falling(s),
            base=(
                Have(
                    statement=falling(as_node(0)),
                    by=from_facts,
                    because=Text(
                        ja="因数のない積は 1 です。", en="A product without factors is 1."
                    ),
                ),
            ),
            step=(
                Have(
                    statement=NOT_MORE,
                    by=from_these(SHARE, s + 1 <= K),
                    because=Text(
                        ja="次の段の因数も正で、あとでは大きくありません。",
                        en="The factor of the next drop is positive as well, and later not larger.",
                    ),
                ),
                *(
                    Have(
                        statement=each,
                        by=by(algebra),
                        because=Text(
                            ja="最後の因数を外に出します。", en="Take the last factor out."
                        ),
                    )
                    for each in PEELED
                ),
                Have(
                    statement=falling(s + 1),
                    by=from_these(NOT_MORE, falling(s), *PEELED, s + 1 <= K),
                    because=Text(
                        ja="正の数どうしの不等式を掛け合わせます。",
                        en="Multiply inequalities between positive numbers.",
                    ),
                ),
            ),
        ),
        Have(
            statement=And(
                (
                    eta_max * dropped(K, t + 1) > 0,
                    eta_max * dropped(K, t + 1) <= eta_max * dropped(K, t),
                )
            ),
            by=from_these(eta_max > 0, falling(K)),
            because=Text(ja="はじめの学習率を掛けます。", en="Multiply by the first rate."),
        ),
    ),
)

CLAIMS = (STEP_SCHEDULE, STEP_SCHEDULE_FALLS, MANY_DROPS)
