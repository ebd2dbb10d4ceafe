"""The density of the normal distribution, and its own derivative."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Derivative
from nnmath.proof.rules import differentiate, fold, lemma, unfold
from nnmath.proof.statements import equal
from nnmath.theory.activation_vocabulary import Phi, phi, z
from nnmath.theory.gated import DENSITY
from nnmath.theory.rectifiers import DEFINITION, PRIME

DENSITY_FUNCTION = Definition(
    id="normal-density-function",
    name=Text(
        ja="標準正規分布の密度関数", en="Density function of the standard normal distribution"
    ),
    left=phi(z),
    right=DENSITY,
    source="bishop2006, section 2.3",
    witness="tests/reference/activations.py::normal_density",
)

NORMAL_SLOPE = (
    Derivation(
        id="normal-slope",
        name=Text(
            ja="分布関数の導関数は密度関数", en="The slope of the distribution is its density"
        ),
        uses=("normal-distribution", "normal-density", "normal-density-function"),
        source="bishop2006, section 2.3",
    )
    .start(Phi.prime(z))
    .by(lemma("normal-density"), DENSITY, because=Text(ja="密度の式です。", en="Its formula."))
    .by(fold(phi), phi(z), because=Text(ja="φ でまとめます。", en="Recognise φ."))
)

DENSITY_SLOPE = (
    Derivation(
        id="normal-density-slope",
        name=Text(ja="密度関数の導関数", en="Derivative of the density function"),
        uses=("normal-density-function",),
        source="own",
    )
    .start(phi.prime(z))
    .by(differentiate, Derivative(phi(z), z), because=PRIME)
    .by(unfold(phi), Derivative(DENSITY, z), because=DEFINITION)
    .by(differentiate, -z * DENSITY, because=Text(ja="連鎖律です。", en="The chain rule."))
    .by(fold(phi), -z * phi(z), because=Text(ja="φ でまとめます。", en="Recognise φ."))
)

IS_POSITIVE = phi(z) > 0
DENSITY_POSITIVE = Theorem(
    id="normal-density-positive",
    name=Text(ja="密度関数は正", en="The density is positive"),
    statement=IS_POSITIVE,
    uses=("normal-density-function",),
    source="own",
    argument=(
        Have(
            statement=equal(phi(z), DENSITY),
            by=cite("normal-density-function"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=IS_POSITIVE,
            by=from_facts,
            because=Text(ja="指数関数は正です。", en="A power of e is positive."),
        ),
    ),
)

CLAIMS = (DENSITY_FUNCTION, NORMAL_SLOPE, DENSITY_SLOPE, DENSITY_POSITIVE)
