"""The density of the normal distribution, and its own derivative."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import EXP, SQRT, Derivative
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate, fold, lemma, unfold
from nnmath.proof.special import PI
from nnmath.proof.statements import And, equal
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

TOP = 1 / SQRT(2 * PI)
PEAK = phi(z) <= TOP
FADES = phi(z) * (1 + z**2 / 2) <= TOP
TANGENT = EXP(z**2 / 2) >= 1 + z**2 / 2
IS_DENSITY = equal(phi(z), EXP(-(z**2 / 2)) / SQRT(2 * PI))
PRODUCT = EXP(-(z**2 / 2)) * (1 + z**2 / 2) <= 1
DENSITY_BOUND = Theorem(
    id="normal-density-bound",
    name=Text(
        ja="密度は原点で最大で、離れるほど小さい",
        en="The density is greatest at the origin and fades away from it",
    ),
    statement=And((PEAK, FADES)),
    uses=("normal-density-function", "exponential-inequality"),
    source="own",
    argument=(
        Have(
            statement=IS_DENSITY,
            by=cite("normal-density-function"),
            because=Text(ja="密度の定義です。", en="The definition of the density."),
        ),
        Have(
            statement=TANGENT,
            by=cite("exponential-inequality", {z: z**2 / 2}),
            because=Text(
                ja="指数関数は接線の上にあります。", en="The exponential lies above its tangent."
            ),
        ),
        Have(
            statement=PRODUCT,
            by=from_these(TANGENT),
            because=Text(ja="両辺を指数関数で割ります。", en="Divide by the power of e."),
        ),
        Have(
            statement=EXP(-(z**2 / 2)) * (1 + z**2 / 2) / SQRT(2 * PI) <= TOP,
            by=from_these(PRODUCT),
            because=Text(ja="さらに正の数で割ります。", en="And by another positive number."),
        ),
        Have(
            statement=FADES,
            by=from_these(IS_DENSITY, EXP(-(z**2 / 2)) * (1 + z**2 / 2) / SQRT(2 * PI) <= TOP),
            because=Text(ja="左辺は密度を含みます。", en="On the left is the density."),
        ),
        Have(
            statement=phi(z) > 0,
            by=from_these(IS_DENSITY),
            because=Text(ja="密度は正です。", en="The density is positive."),
        ),
        Have(
            statement=PEAK,
            by=from_these(FADES, phi(z) > 0),
            because=Text(ja="かっこの中は 1 以上です。", en="The bracket is at least 1."),
        ),
    ),
)

CLAIMS = (DENSITY_FUNCTION, NORMAL_SLOPE, DENSITY_SLOPE, DENSITY_POSITIVE, DENSITY_BOUND)
