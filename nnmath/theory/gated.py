"""GELU and SiLU: the pre-activation times a gate that opens smoothly."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.nodes import EXP, SQRT, Derivative, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import algebra, differentiate, fold, lemma, unfold
from nnmath.proof.special import ERF, PI
from nnmath.theory.activation_vocabulary import Phi, gelu, sigma, silu, z
from nnmath.theory.rectifiers import DEFINITION, PRIME

ROOT = SQRT(as_node(2))
HALVED = (1 + ERF(z / ROOT)) / 2
DENSITY = EXP(-(z**2 / 2)) / SQRT(2 * PI)
SMALL = EXP(-abs(z))

NORMAL_DISTRIBUTION = Definition(
    id="normal-distribution",
    name=Text(
        ja="標準正規分布の分布関数", en="Distribution function of the standard normal distribution"
    ),
    left=Phi(z),
    right=HALVED,
    source="bishop2006, section 4.3",
    witness="tests/reference/activations.py::normal_distribution",
)

NORMAL_DENSITY = (
    Derivation(
        id="normal-density",
        name=Text(ja="標準正規分布の密度", en="Density of the standard normal distribution"),
        uses=("normal-distribution",),
        source="bishop2006, section 4.3",
    )
    .start(Phi.prime(z))
    .by(differentiate, Derivative(Phi(z), z), because=PRIME)
    .by(unfold(Phi), Derivative(HALVED, z), because=DEFINITION)
    .by(
        differentiate,
        2 / SQRT(PI) * EXP(-((z / ROOT) ** 2)) * (1 / ROOT) / 2,
        because=Text(
            ja="誤差関数の導関数と連鎖律です。",
            en="The derivative of the error function, and the chain rule.",
        ),
    )
    .by(
        algebra,
        DENSITY,
        because=Text(ja="根号をまとめます。", en="Bring the roots together."),
    )
)

NORMAL_REFLECTION = (
    Derivation(
        id="normal-reflection",
        name=Text(ja="標準正規分布の対称性", en="Symmetry of the standard normal distribution"),
        uses=("normal-distribution",),
        source="own",
    )
    .start(Phi(-z))
    .by(unfold(Phi), (1 + ERF(-z / ROOT)) / 2, because=DEFINITION)
    .by(
        algebra,
        1 - HALVED,
        because=Text(ja="誤差関数は奇関数です。", en="The error function is odd."),
    )
    .by(
        fold(Phi),
        1 - Phi(z),
        because=Text(ja="Φ でまとめます。", en="Recognise Φ."),
    )
)

GELU = Definition(
    id="gelu",
    name=Text(ja="GELU", en="GELU"),
    left=gelu(z),
    right=z * Phi(z),
    stable=z * HALVED,
    uses=("normal-distribution",),
    source="hendrycks2016",
    witness="tests/reference/activations.py::gelu",
)

GELU_DERIVATIVE = (
    Derivation(
        id="gelu-derivative",
        name=Text(ja="GELU の導関数", en="Derivative of GELU"),
        uses=("gelu", "normal-distribution", "normal-density"),
        source="hendrycks2016",
    )
    .start(gelu.prime(z))
    .by(differentiate, Derivative(gelu(z), z), because=PRIME)
    .by(unfold(gelu), Derivative(z * Phi(z), z), because=DEFINITION)
    .by(
        differentiate,
        Phi(z) + z * Phi.prime(z),
        because=Text(ja="積の微分です。", en="The product rule."),
    )
    .by(
        lemma("normal-density"),
        Phi(z) + z * DENSITY,
        because=Text(
            ja="分布関数の導関数は密度です。", en="The slope of the distribution is the density."
        ),
    )
)

GELU_REFLECTION = (
    Derivation(
        id="gelu-reflection",
        name=Text(ja="GELU の左右の差", en="GELU to the right and to the left"),
        uses=("gelu", "normal-distribution", "normal-reflection"),
        source="own",
    )
    .start(gelu(z) - gelu(-z))
    .by(unfold(gelu), z * Phi(z) - -z * Phi(-z), because=DEFINITION)
    .by(
        lemma("normal-reflection"),
        z * Phi(z) - -z * (1 - Phi(z)),
        because=Text(ja="分布の対称性です。", en="The symmetry of the distribution."),
    )
    .by(
        algebra,
        z,
        because=Text(ja="展開すると打ち消し合います。", en="Expand: the rest cancels."),
    )
)

SILU = Definition(
    id="silu",
    name=Text(ja="SiLU(Swish)", en="SiLU (Swish)"),
    left=silu(z),
    right=z * sigma(z),
    stable=z * piecewise((1 / (1 + SMALL), z >= 0), (SMALL / (1 + SMALL), z < 0)),
    uses=("sigmoid",),
    source="ramachandran2017",
    witness="tests/reference/activations.py::silu",
)

SILU_DERIVATIVE = (
    Derivation(
        id="silu-derivative",
        name=Text(ja="SiLU の導関数", en="Derivative of SiLU"),
        uses=("silu", "sigmoid", "sigmoid-derivative"),
        source="ramachandran2017",
    )
    .start(silu.prime(z))
    .by(differentiate, Derivative(silu(z), z), because=PRIME)
    .by(unfold(silu), Derivative(z * sigma(z), z), because=DEFINITION)
    .by(
        differentiate,
        sigma(z) + z * sigma.prime(z),
        because=Text(ja="積の微分です。", en="The product rule."),
    )
    .by(
        lemma("sigmoid-derivative"),
        sigma(z) + z * (sigma(z) * (1 - sigma(z))),
        because=Text(
            ja="シグモイド関数の導関数です。", en="The derivative of the sigmoid function."
        ),
    )
    .by(
        algebra,
        sigma(z) * (1 + z * (1 - sigma(z))),
        because=Text(ja="σ でくくります。", en="Take σ out as a factor."),
    )
)

SILU_REFLECTION = (
    Derivation(
        id="silu-reflection",
        name=Text(ja="SiLU の左右の差", en="SiLU to the right and to the left"),
        uses=("silu", "sigmoid", "sigmoid-reflection"),
        source="own",
    )
    .start(silu(z) - silu(-z))
    .by(unfold(silu), z * sigma(z) - -z * sigma(-z), because=DEFINITION)
    .by(
        lemma("sigmoid-reflection"),
        z * sigma(z) - -z * (1 - sigma(z)),
        because=Text(ja="シグモイド関数の対称性です。", en="The symmetry of the sigmoid function."),
    )
    .by(
        algebra,
        z,
        because=Text(ja="展開すると打ち消し合います。", en="Expand: the rest cancels."),
    )
)

CLAIMS = (
    NORMAL_DISTRIBUTION,
    NORMAL_DENSITY,
    NORMAL_REFLECTION,
    GELU,
    GELU_DERIVATIVE,
    GELU_REFLECTION,
    SILU,
    SILU_DERIVATIVE,
    SILU_REFLECTION,
)
