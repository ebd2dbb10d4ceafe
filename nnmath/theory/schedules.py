"""Learning-rate schedules: exponential decay, decay like 1/t, linear warm-up."""

from __future__ import annotations

from nnmath.notation.symbols import samples
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.limit_inferences import limit_arithmetic
from nnmath.proof.nodes import Node, Relation, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import And, Tends, between, equal
from nnmath.theory.descent_vocabulary import eta_max, gamma, k
from nnmath.theory.vocabulary import r, t

ZERO = as_node(0)
warm_up = Variable(samples.WARM_UP_LENGTH)
exponential = Tensor(samples.EXPONENTIAL_RATE, sources=(eta_max, gamma))
warming = Tensor(samples.WARM_UP_RATE, sources=(eta_max, warm_up))

EXPONENTIAL_SCHEDULE = Definition(
    id="exponential-schedule",
    name=Text(ja="指数的な減衰", en="Exponential decay"),
    left=exponential[t],
    right=eta_max * gamma**t,
    source="zhang2023, section 12.11",
    witness="tests/reference/descent.py::exponential_rate",
)
WARM_UP_SCHEDULE = Definition(
    id="warm-up-schedule",
    name=Text(ja="線形のウォームアップ", en="Linear warm-up"),
    left=warming[t],
    right=eta_max * t / warm_up,
    source="zhang2023, section 12.11",
    witness="tests/reference/descent.py::warm_up_rate",
)

DECAYING = (eta_max > 0, between(0, gamma, 1))
POWER = gamma**t
EXPONENTIAL_FALLS = Theorem(
    id="exponential-schedule-falls",
    name=Text(ja="指数的な減衰は正のまま減り続ける", en="Exponential decay falls, above 0"),
    statement=And(
        (
            eta_max * gamma**t > 0,
            eta_max * gamma ** (t + 1) < eta_max * gamma**t,
        )
    ),
    given=DECAYING,
    source="own",
    argument=(
        Have(
            statement=POWER > 0,
            by=from_facts,
            because=Text(ja="正の数の累乗です。", en="A power of a positive number."),
        ),
        Have(
            statement=eta_max * POWER > 0,
            by=from_facts,
            because=Text(ja="正の数どうしの積です。", en="A product of positive numbers."),
        ),
        Have(
            statement=eta_max * gamma ** (t + 1) < eta_max * gamma**t,
            by=from_facts,
            because=Text(ja="1 より小さい数を掛けます。", en="It is multiplied by less than 1."),
        ),
    ),
)

EXPONENTIAL_VANISHES = Theorem(
    id="exponential-schedule-vanishes",
    name=Text(ja="指数的な減衰は 0 に近づく", en="Exponential decay tends to 0"),
    statement=Tends(eta_max * gamma**t, t, ZERO),
    given=DECAYING,
    uses=("geometric-convergence",),
    source="own",
    argument=(
        Have(
            statement=abs(gamma) < 1,
            by=from_facts,
            because=Text(ja="公比は 0 と 1 の間です。", en="The ratio is between 0 and 1."),
        ),
        Have(
            statement=Tends(gamma**t, t, ZERO),
            by=cite("geometric-convergence", {r: gamma}),
            because=Text(ja="等比数列の極限です。", en="The limit of a geometric sequence."),
        ),
        Have(
            statement=Tends(eta_max * gamma**t, t, ZERO),
            by=limit_arithmetic,
            because=Text(
                ja="定数倍しても極限は 0 です。", en="A constant factor leaves the limit at 0."
            ),
        ),
    ),
)


def summed(last: Node) -> Node:
    """All learning rates from the first on, together."""
    return total(k, eta_max * gamma**k, 0, last)


def geometric(last: Node) -> Relation:
    """Their sum in closed form, without a denominator."""
    return equal((1 - gamma) * summed(last), eta_max * (1 - gamma ** (last + 1)))


EXPONENTIAL_SUM = Theorem(
    id="exponential-schedule-sum",
    name=Text(ja="指数的な減衰の学習率の和", en="Sum of exponentially decaying rates"),
    statement=geometric(t),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=geometric(t),
            base=(
                Have(
                    statement=geometric(ZERO),
                    by=by(algebra),
                    because=Text(ja="最初の学習率だけです。", en="Only the first rate."),
                ),
            ),
            step=(
                Have(
                    statement=geometric(t + 1),
                    by=from_facts,
                    because=Text(
                        ja="帰納法の仮定に1項を加えます。",
                        en="Add one term to the hypothesis of the induction.",
                    ),
                ),
            ),
        ),
    ),
)

EXPONENTIAL_IS_SUMMABLE = Theorem(
    id="exponential-schedule-is-summable",
    name=Text(ja="進める距離には限りがある", en="It can only travel so far"),
    statement=summed(t) <= eta_max / (1 - gamma),
    given=DECAYING,
    uses=("exponential-schedule-sum",),
    source="own",
    argument=(
        Have(
            statement=geometric(t),
            by=cite("exponential-schedule-sum"),
            because=Text(ja="和の式を使います。", en="Use the sum."),
        ),
        Have(
            statement=POWER > 0,
            by=from_these(*DECAYING),
            because=Text(ja="正の数の累乗です。", en="A power of a positive number."),
        ),
        Have(
            statement=(1 - gamma) * summed(t) <= eta_max,
            by=from_these(*DECAYING, POWER > 0, geometric(t)),
            because=Text(ja="引いている項を落とします。", en="Leave out what is subtracted."),
        ),
        Have(
            statement=summed(t) <= eta_max / (1 - gamma),
            by=from_these(*DECAYING, (1 - gamma) * summed(t) <= eta_max),
            because=Text(
                ja="学習率の和は、更新を何回繰り返してもこの値を超えません。",
                en="However many updates there are, the rates do not add up to more.",
            ),
        ),
    ),
)

WARM_UP_RISES = Theorem(
    id="warm-up-rises",
    name=Text(ja="ウォームアップは一定の幅で上がる", en="Warm-up rises by equal amounts"),
    statement=And(
        (
            eta_max * t / warm_up < eta_max * (t + 1) / warm_up,
            eta_max * t / warm_up <= eta_max,
        )
    ),
    given=(eta_max > 0, t <= warm_up),
    source="own",
    argument=(
        Have(
            statement=eta_max * t / warm_up < eta_max * (t + 1) / warm_up,
            by=from_facts,
            because=Text(ja="1回ごとに同じ幅だけ上がります。", en="Each update adds the same."),
        ),
        Have(
            statement=eta_max * t / warm_up <= eta_max,
            by=from_facts,
            because=Text(
                ja="期間が終わるまでは、最大の学習率を超えません。",
                en="Until it ends, it is no more than the largest rate.",
            ),
        ),
    ),
)


def _endpoint(id: str, name: Text, defined: Tensor, at: Node, opened: Node) -> Derivation:
    used = {exponential: "exponential-schedule", warming: "warm-up-schedule"}[defined]
    return (
        Derivation(id=id, name=name, uses=(used,), source="own")
        .start(defined[at])
        .by(
            unfold(defined),
            opened,
            because=Text(ja="定義を代入します。", en="Insert the definition."),
        )
        .by(algebra, eta_max, because=Text(ja="計算します。", en="Work it out."))
    )


EXPONENTIAL_BEGINS = _endpoint(
    "exponential-schedule-begins",
    Text(ja="指数的な減衰のはじめ", en="Where exponential decay begins"),
    exponential,
    ZERO,
    eta_max * gamma**ZERO,
)
WARM_UP_ENDS = _endpoint(
    "warm-up-ends",
    Text(ja="ウォームアップの終わり", en="Where the warm-up ends"),
    warming,
    warm_up,
    eta_max * warm_up / warm_up,
)

CLAIMS = (
    EXPONENTIAL_SCHEDULE,
    WARM_UP_SCHEDULE,
    EXPONENTIAL_BEGINS,
    EXPONENTIAL_FALLS,
    EXPONENTIAL_VANISHES,
    EXPONENTIAL_SUM,
    EXPONENTIAL_IS_SUMMABLE,
    WARM_UP_ENDS,
    WARM_UP_RISES,
)
