"""Leaky ReLU, ELU and softplus: what becomes of negative pre-activations."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import EXP, Derivative
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import algebra, differentiate, fold, insert, unfold
from nnmath.proof.statements import between, equal, unequal
from nnmath.theory.activation_vocabulary import a, alpha, elu, leaky_relu, relu, z
from nnmath.theory.rectifiers import DEFINITION, PRIME, RELU_CASES

LEAKY_CASES = piecewise((a * z, z < 0), (z, z >= 0))
ELU_CASES = piecewise((alpha * (EXP(z) - 1), z < 0), (z, z >= 0))

LEAKY_RELU = Definition(
    id="leaky-relu",
    name=Text(ja="Leaky ReLU", en="Leaky ReLU"),
    left=leaky_relu(z),
    right=LEAKY_CASES,
    source="maas2013",
    witness="tests/reference/activations.py::leaky_relu",
)

LEAKY_RELU_DERIVATIVE = (
    Derivation(
        id="leaky-relu-derivative",
        name=Text(
            ja="折れ目以外での Leaky ReLU の導関数", en="Derivative of leaky ReLU off its kink"
        ),
        given=(unequal(z, 0),),
        uses=("leaky-relu",),
        source="maas2013",
    )
    .start(leaky_relu.prime(z))
    .by(differentiate, Derivative(leaky_relu(z), z), because=PRIME)
    .by(unfold(leaky_relu), Derivative(LEAKY_CASES, z), because=DEFINITION)
    .by(
        differentiate,
        piecewise((a, z < 0), (1, z >= 0)),
        because=Text(
            ja="場合ごとに微分します。負の側にも傾きが残ります。",
            en="Case by case: some slope is left on the negative side, too.",
        ),
    )
)

LEAKY_RELU_BY_RELU = (
    Derivation(
        id="leaky-relu-by-relu",
        name=Text(ja="2つの ReLU で表した Leaky ReLU", en="Leaky ReLU by two ReLUs"),
        uses=("leaky-relu", "relu"),
        source="own",
    )
    .start(leaky_relu(z))
    .by(unfold(leaky_relu), LEAKY_CASES, because=DEFINITION)
    .by(
        algebra,
        RELU_CASES - a * piecewise((0, -z < 0), (-z, -z >= 0)),
        because=Text(
            ja="正の部分と負の部分に分けます。",
            en="Split it into its positive and its negative part.",
        ),
    )
    .by(
        fold(relu),
        relu(z) - a * relu(-z),
        because=Text(ja="どちらも ReLU です。", en="Each part is a ReLU."),
    )
)

LEAKY_RELU_AS_MAXIMUM = (
    Derivation(
        id="leaky-relu-as-maximum",
        name=Text(ja="大きいほうを選ぶ Leaky ReLU", en="Leaky ReLU takes the larger of two"),
        given=(between(0, a, 1),),
        uses=("leaky-relu",),
        source="own",
    )
    .start(leaky_relu(z))
    .by(unfold(leaky_relu), LEAKY_CASES, because=DEFINITION)
    .by(
        algebra,
        piecewise((z, z >= a * z), (a * z, z < a * z)),
        because=Text(
            ja="傾きが 1 より小さいので、負の数には縮めたほうが大きくなります。",
            en="The slope is below 1, so of a negative number the shrunk one is larger.",
        ),
    )
)

ELU = Definition(
    id="elu",
    name=Text(ja="ELU", en="ELU"),
    left=elu(z),
    right=ELU_CASES,
    stable=piecewise((alpha * (EXP(-abs(z)) - 1), z < 0), (z, z >= 0)),
    source="clevert2016",
    witness="tests/reference/activations.py::elu",
)

ELU_DERIVATIVE = (
    Derivation(
        id="elu-derivative",
        name=Text(ja="原点以外での ELU の導関数", en="Derivative of ELU away from the origin"),
        given=(unequal(z, 0),),
        uses=("elu",),
        source="clevert2016",
    )
    .start(elu.prime(z))
    .by(differentiate, Derivative(elu(z), z), because=PRIME)
    .by(unfold(elu), Derivative(ELU_CASES, z), because=DEFINITION)
    .by(
        differentiate,
        piecewise((alpha * EXP(z), z < 0), (1, z >= 0)),
        because=Text(ja="場合ごとに微分します。", en="Case by case."),
    )
)

ELU_JOIN = (
    Derivation(
        id="elu-join",
        name=Text(
            ja="α が 1 なら ELU はどこでも微分できる",
            en="With α = 1, ELU has a slope everywhere",
        ),
        given=(equal(alpha, 1),),
        uses=("elu",),
        source="clevert2016",
    )
    .start(elu.prime(z))
    .by(differentiate, Derivative(elu(z), z), because=PRIME)
    .by(unfold(elu), Derivative(ELU_CASES, z), because=DEFINITION)
    .by(
        differentiate,
        piecewise((alpha * EXP(z), z < 0), (1, z >= 0)),
        because=Text(
            ja="原点で2つの式の値は 0、傾きは 1 で一致するので、そこでも微分できます。",
            en="At the origin both have the value 0 and the slope 1, so there is a slope there.",
        ),
    )
    .by(
        insert,
        piecewise((EXP(z), z < 0), (1, z >= 0)),
        because=Text(ja="α に 1 を代入します。", en="Insert 1 for α."),
    )
)

ELU_RANGE = Theorem(
    id="elu-range",
    name=Text(ja="ELU の値は −α より大きい", en="ELU stays above −α"),
    statement=elu(z) > -alpha,
    given=(alpha > 0,),
    uses=("elu",),
    source="clevert2016",
    argument=(
        Have(
            statement=equal(elu(z), ELU_CASES),
            by=cite("elu"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=elu(z) > -alpha,
            by=from_facts,
            because=Text(
                ja="負の側では、指数関数が正だからです。",
                en="On the negative side because a power of e is positive.",
            ),
        ),
    ),
)

CLAIMS = (
    LEAKY_RELU,
    LEAKY_RELU_DERIVATIVE,
    LEAKY_RELU_BY_RELU,
    LEAKY_RELU_AS_MAXIMUM,
    ELU,
    ELU_DERIVATIVE,
    ELU_JOIN,
    ELU_RANGE,
)
