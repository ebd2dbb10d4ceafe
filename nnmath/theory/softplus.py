"""Softplus: a ReLU without a kink, whose slope is the sigmoid function."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import EXP, LOG, Derivative, as_node
from nnmath.proof.rules import algebra, differentiate, fold, unfold
from nnmath.proof.statements import between, equal
from nnmath.theory.activation_vocabulary import relu, sigma, softplus, v, z
from nnmath.theory.logarithm_bound import x
from nnmath.theory.rectifiers import DEFINITION, PRIME, RELU_CASES

SMALL = EXP(-abs(z))

SOFTPLUS = Definition(
    id="softplus",
    name=Text(ja="ソフトプラス関数", en="Softplus function"),
    left=softplus(z),
    right=LOG(1 + EXP(z)),
    stable=RELU_CASES + LOG(1 + SMALL),
    source="goodfellow2016, section 3.10",
    witness="tests/reference/activations.py::softplus",
)

SOFTPLUS_DERIVATIVE = (
    Derivation(
        id="softplus-derivative",
        name=Text(
            ja="ソフトプラス関数の導関数はシグモイド関数",
            en="The slope of softplus is the sigmoid function",
        ),
        uses=("softplus", "sigmoid"),
        source="goodfellow2016, section 3.10",
    )
    .start(softplus.prime(z))
    .by(differentiate, Derivative(softplus(z), z), because=PRIME)
    .by(unfold(softplus), Derivative(LOG(1 + EXP(z)), z), because=DEFINITION)
    .by(
        differentiate,
        EXP(z) / (1 + EXP(z)),
        because=Text(
            ja="対数の微分と連鎖律です。", en="The derivative of a logarithm, and the chain rule."
        ),
    )
    .by(
        algebra,
        1 / (1 + EXP(-z)),
        because=Text(
            ja="分子と分母を指数関数で割ります。", en="Divide above and below by the power of e."
        ),
    )
    .by(
        fold(sigma),
        sigma(z),
        because=Text(ja="シグモイド関数の定義です。", en="The definition of the sigmoid function."),
    )
)

SOFTPLUS_REFLECTION = (
    Derivation(
        id="softplus-reflection",
        name=Text(ja="ソフトプラス関数の左右の差", en="Softplus to the right and to the left"),
        uses=("softplus",),
        source="goodfellow2016, section 3.10",
    )
    .start(softplus(z) - softplus(-z))
    .by(
        unfold(softplus),
        LOG(1 + EXP(z)) - LOG(1 + EXP(-z)),
        because=DEFINITION,
    )
    .by(
        algebra,
        z,
        because=Text(
            ja="対数の差は商の対数で、商は指数関数そのものです。",
            en="The difference is the logarithm of a quotient, which is the power of e itself.",
        ),
    )
)

SOFTPLUS_RANGE = Theorem(
    id="softplus-range",
    name=Text(ja="ソフトプラス関数は正", en="Softplus is positive"),
    statement=softplus(z) > 0,
    uses=("softplus",),
    source="own",
    argument=(
        Have(
            statement=equal(softplus(z), LOG(1 + EXP(z))),
            by=cite("softplus"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=softplus(z) > 0,
            by=from_facts,
            because=Text(
                ja="1 より大きい数の対数は正です。",
                en="The logarithm of a number above 1 is positive.",
            ),
        ),
    ),
)

SOFTPLUS_REACHES = Theorem(
    id="softplus-reaches",
    name=Text(ja="正のどの値もとる", en="It takes every positive value"),
    statement=equal(softplus(LOG(EXP(v) - 1)), v),
    given=(v > 0,),
    uses=("softplus",),
    source="own",
    argument=(
        Have(
            statement=equal(softplus(LOG(EXP(v) - 1)), LOG(1 + EXP(LOG(EXP(v) - 1)))),
            by=cite("softplus", {z: LOG(EXP(v) - 1)}),
            because=Text(ja="定義に代入します。", en="Insert it into the definition."),
        ),
        Have(
            statement=EXP(v) > 1,
            by=from_facts,
            because=Text(
                ja="指数が正なので、対数をとる数は正です。",
                en="The exponent is positive, and so is what the logarithm is taken of.",
            ),
        ),
        Have(
            statement=equal(EXP(LOG(EXP(v) - 1)), EXP(v) - 1),
            by=from_facts,
            because=Text(
                ja="内側で指数関数と対数関数が打ち消し合います。",
                en="Inside, exponential and logarithm undo each other.",
            ),
        ),
        Have(
            statement=equal(softplus(LOG(EXP(v) - 1)), v),
            by=from_facts,
            because=Text(ja="外側でも打ち消し合います。", en="And outside as well."),
        ),
    ),
)

SOFTPLUS_ABOVE_RELU = Theorem(
    id="softplus-above-relu",
    name=Text(ja="ソフトプラス関数と ReLU の差", en="How far softplus is above ReLU"),
    statement=between(0, softplus(z) - relu(z), LOG(as_node(2)), closed="high"),
    uses=("softplus", "relu", "logarithm-bound"),
    source="own",
    argument=(
        Have(
            statement=equal(softplus(z), LOG(1 + EXP(z))),
            by=cite("softplus"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=equal(relu(z), RELU_CASES),
            by=cite("relu"),
            because=Text(ja="こちらも定義です。", en="The other definition."),
        ),
        Have(
            statement=equal(softplus(z) - relu(z), LOG(1 + SMALL)),
            by=from_facts,
            because=Text(
                ja="正の側では対数から総入力を取り出します。",
                en="On the positive side take the pre-activation out of the logarithm.",
            ),
        ),
        Have(
            statement=LOG((1 + SMALL) / 2) <= (1 + SMALL) / 2 - 1,
            by=cite("logarithm-bound", {x: (1 + SMALL) / 2}),
            because=Text(
                ja="対数関数は接線の下にあります。", en="The logarithm lies below its tangent line."
            ),
        ),
        Have(
            statement=SMALL <= 1,
            by=from_facts,
            because=Text(ja="指数は正になりません。", en="The exponent is not positive."),
        ),
        Have(
            statement=between(0, softplus(z) - relu(z), LOG(as_node(2)), closed="high"),
            by=from_facts,
            because=Text(
                ja="差は正で、原点で最大の log 2 になります。",
                en="The difference is positive, and at the origin it is as large as log 2.",
            ),
        ),
    ),
)

CLAIMS = (
    SOFTPLUS,
    SOFTPLUS_DERIVATIVE,
    SOFTPLUS_REFLECTION,
    SOFTPLUS_RANGE,
    SOFTPLUS_REACHES,
    SOFTPLUS_ABOVE_RELU,
)
