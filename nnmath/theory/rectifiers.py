"""Step, identity and ReLU: values, and slopes wherever there is one."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Derivative
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import algebra, differentiate, fold, lemma, unfold
from nnmath.proof.statements import Iff, equal, unequal
from nnmath.theory.activation_vocabulary import (
    ONE,
    ZERO,
    b,
    identity,
    relu,
    step,
    w,
    x,
    z,
    z_1,
    z_2,
)

STEP_CASES = piecewise((0, z < 0), (1, z >= 0))
RELU_CASES = piecewise((0, z < 0), (z, z >= 0))
PRIME = Text(ja="記号の意味を書き下します。", en="What the prime stands for.")
DEFINITION = Text(ja="定義を代入します。", en="Insert the definition.")

STEP = Definition(
    id="step",
    name=Text(ja="ステップ関数", en="Step function"),
    left=step(z),
    right=STEP_CASES,
    source="mcculloch1943",
    witness="tests/reference/activations.py::step",
)

STEP_DERIVATIVE = (
    Derivation(
        id="step-derivative",
        name=Text(
            ja="段差以外でのステップ関数の傾き", en="Slope of the step function off its jump"
        ),
        given=(unequal(z, 0),),
        uses=("step",),
        source="own",
    )
    .start(step.prime(z))
    .by(differentiate, Derivative(step(z), z), because=PRIME)
    .by(unfold(step), Derivative(STEP_CASES, z), because=DEFINITION)
    .by(
        differentiate,
        ZERO,
        because=Text(
            ja="どちらの側でも一定です。0 では値が飛ぶので、傾きはありません。",
            en="It is constant on either side. At 0 it jumps and has no slope.",
        ),
    )
)

IDENTITY = Definition(
    id="identity",
    name=Text(ja="恒等関数", en="Identity function"),
    left=identity(z),
    right=z,
    source="goodfellow2016, section 6.2",
    witness="tests/reference/activations.py::identity",
)

IDENTITY_DERIVATIVE = (
    Derivation(
        id="identity-derivative",
        name=Text(ja="恒等関数の導関数", en="Derivative of the identity function"),
        uses=("identity",),
        source="own",
    )
    .start(identity.prime(z))
    .by(differentiate, Derivative(identity(z), z), because=PRIME)
    .by(unfold(identity), Derivative(z, z), because=DEFINITION)
    .by(
        differentiate,
        ONE,
        because=Text(ja="傾き 1 の直線です。", en="A line of slope 1."),
    )
)

RELU = Definition(
    id="relu",
    name=Text(ja="ReLU", en="ReLU"),
    left=relu(z),
    right=RELU_CASES,
    source="goodfellow2016, section 6.3",
    witness="tests/reference/activations.py::relu",
)

RELU_DERIVATIVE = (
    Derivation(
        id="relu-derivative",
        name=Text(ja="折れ目以外での ReLU の導関数", en="Derivative of ReLU off its kink"),
        given=(unequal(z, 0),),
        uses=("relu", "step"),
        source="goodfellow2016, section 6.3",
    )
    .start(relu.prime(z))
    .by(differentiate, Derivative(relu(z), z), because=PRIME)
    .by(unfold(relu), Derivative(RELU_CASES, z), because=DEFINITION)
    .by(
        differentiate,
        STEP_CASES,
        because=Text(
            ja="場合ごとに微分します。0 では左右の傾きが違うので、微分できません。",
            en="Case by case. At 0 the slopes of the two sides differ: there is no derivative.",
        ),
    )
    .by(
        fold(step),
        step(z),
        because=Text(ja="ステップ関数です。", en="That is the step function."),
    )
)

RELU_BY_ABSOLUTE_VALUE = (
    Derivation(
        id="relu-by-absolute-value",
        name=Text(ja="絶対値で表した ReLU", en="ReLU by the absolute value"),
        uses=("relu",),
        source="own",
    )
    .start(relu(z))
    .by(unfold(relu), RELU_CASES, because=DEFINITION)
    .by(
        algebra,
        (z + abs(z)) / 2,
        because=Text(
            ja="正なら2つの項が重なり、負なら打ち消し合います。",
            en="The two terms are alike where it is positive, and cancel where it is negative.",
        ),
    )
)

RELU_TWICE = (
    Derivation(
        id="relu-idempotent",
        name=Text(ja="ReLU は重ねても変わらない", en="ReLU twice is ReLU once"),
        uses=("relu",),
        source="own",
    )
    .start(relu(relu(z)))
    .by(
        unfold(relu),
        piecewise((0, RELU_CASES < 0), (RELU_CASES, RELU_CASES >= 0)),
        because=Text(ja="定義を2回使います。", en="Use the definition twice."),
    )
    .by(
        algebra,
        RELU_CASES,
        because=Text(
            ja="1回目の値は負にならないので、そのまま残ります。",
            en="The first value is never negative, so it stays as it is.",
        ),
    )
    .by(
        fold(relu),
        relu(z),
        because=Text(ja="定義にまとめます。", en="Recognise the definition."),
    )
)

BY_DEFINITION = Have(
    statement=equal(relu(z), RELU_CASES),
    by=cite("relu"),
    because=Text(ja="定義です。", en="The definition."),
)

RELU_RANGE = Theorem(
    id="relu-range",
    name=Text(ja="ReLU の値は負にならない", en="ReLU is never negative"),
    statement=relu(z) >= 0,
    uses=("relu",),
    source="own",
    argument=(
        BY_DEFINITION,
        Have(
            statement=relu(z) >= 0,
            by=from_facts,
            because=Text(ja="どちらの場合も 0 以上です。", en="At least 0 in either case."),
        ),
    ),
)

RELU_FIXED_POINTS = Theorem(
    id="relu-fixed-points",
    name=Text(ja="ReLU で変わらない値", en="What ReLU leaves as it is"),
    statement=Iff(equal(relu(z), z), z >= 0),
    uses=("relu", "relu-range"),
    source="own",
    argument=(
        BY_DEFINITION,
        Suppose(
            title=Text(ja="⇒ 変わらないとき", en="⇒ It is left as it is"),
            assume=(equal(relu(z), z),),
            steps=(
                Have(
                    statement=relu(z) >= 0,
                    by=cite("relu-range"),
                    because=Text(ja="値は負になりません。", en="The value is never negative."),
                ),
                Have(
                    statement=z >= 0,
                    by=from_facts,
                    because=Text(ja="総入力も同じです。", en="Nor is the pre-activation, then."),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇐ 負でないとき", en="⇐ It is not negative"),
            assume=(z >= 0,),
            steps=(
                Have(
                    statement=equal(relu(z), z),
                    by=from_facts,
                    because=Text(ja="定義の2つ目の場合です。", en="The definition's second case."),
                ),
            ),
        ),
    ),
)

RELU_INCREASING = Theorem(
    id="relu-increasing",
    name=Text(ja="ReLU は減少しない", en="ReLU never decreases"),
    statement=relu(z_1) <= relu(z_2),
    given=(z_1 <= z_2,),
    uses=("relu",),
    source="own",
    argument=tuple(
        Have(
            statement=equal(relu(each), piecewise((0, each < 0), (each, each >= 0))),
            by=cite("relu", {z: each}),
            because=Text(ja="定義です。", en="The definition."),
        )
        for each in (z_1, z_2)
    ),
)

DEAD_RELU = (
    Derivation(
        id="dead-relu",
        name=Text(ja="死んだ ReLU の勾配は 0", en="A dead ReLU has no gradient"),
        given=(w * x + b < 0,),
        uses=("relu-derivative", "step"),
        source="own",
    )
    .start(Derivative(relu(w * x + b), w))
    .by(
        differentiate,
        relu.prime(w * x + b) * x,
        because=Text(ja="連鎖律です。", en="The chain rule."),
    )
    .by(
        lemma("relu-derivative"),
        step(w * x + b) * x,
        because=Text(
            ja="総入力は負なので、折れ目にはいません。",
            en="The pre-activation is negative, so it is not at the kink.",
        ),
    )
    .by(
        unfold(step),
        ZERO,
        because=Text(
            ja="負の総入力に対する値は 0 です。重みは動きません。",
            en="The step function is 0 there: the weight does not move.",
        ),
    )
)

CLAIMS = (
    STEP,
    STEP_DERIVATIVE,
    IDENTITY,
    IDENTITY_DERIVATIVE,
    RELU,
    RELU_DERIVATIVE,
    RELU_BY_ABSOLUTE_VALUE,
    RELU_TWICE,
    RELU_RANGE,
    RELU_FIXED_POINTS,
    RELU_INCREASING,
    DEAD_RELU,
)
