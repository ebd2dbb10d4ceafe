"""Where GELU is least: it falls up to one point left of the origin, and rises from there on."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import Derivative, Node, Relation
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, differentiate, fold, lemma
from nnmath.proof.statements import between, equal
from nnmath.theory.activation_vocabulary import Phi, gelu, phi, z, z_1, z_2
from nnmath.theory.gated import DENSITY
from nnmath.theory.gelu_tail import gate, tail
from nnmath.theory.rectifiers import PRIME


def positive(at: Node) -> Have:
    """The density is positive."""
    return Have(
        statement=phi(at) > 0,
        by=cite("normal-density-positive", {z: at}),
        because=Text(ja="密度は正です。", en="The density is positive."),
    )


def slope(at: Node) -> Have:
    """The slope of GELU by the density."""
    return Have(
        statement=equal(gelu.prime(at), Phi(at) + at * phi(at)),
        by=cite("gelu-slope", {z: at}),
        because=Text(ja="導関数の式です。", en="The formula for the derivative."),
    )


def is_flat(at: Node) -> Relation:
    """The slope of GELU is 0."""
    return equal(gelu.prime(at), 0)


GELU_SLOPE = (
    Derivation(
        id="gelu-slope",
        name=Text(ja="密度で表した GELU の傾き", en="The slope of GELU by the density"),
        uses=("gelu-derivative", "normal-density-function"),
        source="hendrycks2016",
    )
    .start(gelu.prime(z))
    .by(
        lemma("gelu-derivative"),
        Phi(z) + z * DENSITY,
        because=Text(ja="導関数の式です。", en="The formula for the derivative."),
    )
    .by(fold(phi), Phi(z) + z * phi(z), because=Text(ja="φ でまとめます。", en="Recognise φ."))
)

GELU_CURVATURE = (
    Derivation(
        id="gelu-curvature",
        name=Text(ja="GELU の2階導関数", en="Second derivative of GELU"),
        uses=("gelu-slope", "normal-slope", "normal-density-slope"),
        source="own",
    )
    .start(gelu.prime.prime(z))
    .by(differentiate, Derivative(gelu.prime(z), z), because=PRIME)
    .by(
        lemma("gelu-slope"),
        Derivative(Phi(z) + z * phi(z), z),
        because=Text(ja="傾きの式です。", en="The formula for the slope."),
    )
    .by(
        differentiate,
        Phi.prime(z) + phi(z) + z * phi.prime(z),
        because=Text(ja="和と積の微分です。", en="Sum and product rule."),
    )
    .by(
        lemma("normal-slope"),
        phi(z) + phi(z) + z * phi.prime(z),
        because=Text(ja="分布関数の導関数です。", en="The derivative of the distribution."),
    )
    .by(
        lemma("normal-density-slope"),
        phi(z) + phi(z) + z * (-z * phi(z)),
        because=Text(ja="密度の導関数です。", en="The derivative of the density."),
    )
    .by(algebra, (2 - z**2) * phi(z), because=Text(ja="φ でくくります。", en="Take φ out."))
)

CURVED = equal(gelu.prime.prime(z), (2 - z**2) * phi(z))
IS_SECOND = equal(Derivative(gelu.prime(z), z), gelu.prime.prime(z))
INNER = between(-1, z, 1, closed="both")
GELU_SLOPE_RISES = Theorem(
    id="gelu-slope-increasing",
    name=Text(
        ja="−1 と 1 の間では、GELU の傾きは増加する",
        en="Between −1 and 1 the slope of GELU increases",
    ),
    statement=gelu.prime(z_1) < gelu.prime(z_2),
    given=(z_1 >= -1, z_1 < z_2, z_2 <= 1),
    uses=("gelu-curvature", "normal-density-positive"),
    source="own",
    argument=(
        Suppose(
            title=Text(ja="−1 と 1 の間では", en="Between −1 and 1"),
            assume=(INNER,),
            steps=(
                Have(
                    statement=IS_SECOND,
                    by=by(differentiate),
                    because=Text(ja="記号の意味です。", en="What the primes stand for."),
                ),
                Have(
                    statement=CURVED,
                    by=cite("gelu-curvature"),
                    because=Text(ja="2階導関数の式です。", en="The second derivative."),
                ),
                positive(z),
                Have(
                    statement=2 - z**2 > 0,
                    by=from_these(INNER),
                    because=Text(ja="もう1つの因数も正です。", en="So is the other factor."),
                ),
                Have(
                    statement=Derivative(gelu.prime(z), z) > 0,
                    by=from_these(IS_SECOND, CURVED, phi(z) > 0, 2 - z**2 > 0),
                    because=Text(ja="傾きの傾きは正です。", en="The slope has a positive slope."),
                ),
            ),
        ),
        Have(
            statement=gelu.prime(z_1) < gelu.prime(z_2),
            by=mean_value(z, z_1, z_2),
            because=Text(ja="だから増加します。", en="So it increases."),
        ),
    ),
)

FALLS, RISES = gelu.prime(z) < 0, gelu.prime(z) > 0
GELU_FALLS = Theorem(
    id="gelu-falls-left",
    name=Text(ja="−1 以下では GELU は減少する", en="Up to −1 GELU falls"),
    statement=FALLS,
    given=(z <= -1,),
    uses=("gelu-slope", "mills-inequality", "normal-density-positive"),
    source="own",
    argument=(
        slope(z),
        tail(z),
        positive(z),
        Have(
            statement=phi(z) / -z <= -z * phi(z),
            by=from_these(z <= -1, phi(z) > 0),
            because=Text(ja="距離は 1 以上です。", en="The distance is at least 1."),
        ),
        Have(
            statement=FALLS,
            by=from_these(
                z <= -1,
                equal(gelu.prime(z), Phi(z) + z * phi(z)),
                Phi(z) < phi(z) / -z,
                phi(z) / -z <= -z * phi(z),
            ),
            because=Text(
                ja="密度の項が、門の値より大きくなります。",
                en="The term with the density outweighs the gate.",
            ),
        ),
    ),
)
GELU_RISES = Theorem(
    id="gelu-rises-right",
    name=Text(ja="原点から右では GELU は増加する", en="From the origin on GELU rises"),
    statement=RISES,
    given=(z >= 0,),
    uses=("gelu-slope", "normal-distribution-range", "normal-density-positive"),
    source="own",
    argument=(
        slope(z),
        gate(z),
        positive(z),
        Have(
            statement=RISES,
            by=from_facts,
            because=Text(ja="門の値は正です。", en="The gate is open to some degree."),
        ),
    ),
)

CLAIMS = (GELU_SLOPE, GELU_CURVATURE, GELU_SLOPE_RISES, GELU_FALLS, GELU_RISES)
