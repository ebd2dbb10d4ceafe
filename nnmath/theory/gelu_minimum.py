"""Where GELU is least, and the value there."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, cite, contradiction, from_facts
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import Derivative, Relation
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate
from nnmath.proof.statements import And, Implies, equal, unequal
from nnmath.theory.activation_vocabulary import ZERO, Phi, gelu, phi, v, z, z_1
from nnmath.theory.gelu_slope import FALLS, RISES, slope
from nnmath.theory.gelu_tail import value
from nnmath.theory.gelu_turn import NEVER, is_flat, where_flat

BOTH_FLAT = equal(z, v)


def never_flat(title: Text, side: Relation, sign: Relation, id: str, because: Text) -> Suppose:
    """No other flat point is on one side of a flat point: the slope keeps a sign there."""
    return Suppose(
        title=title,
        assume=(side,),
        steps=(
            Have(statement=sign, by=cite(id), because=because),
            Have(statement=BOTH_FLAT, by=contradiction, because=NEVER),
        ),
    )


GELU_ONE_FLAT = Theorem(
    id="gelu-flat-once",
    name=Text(ja="GELU の傾きが 0 になる点は1つだけ", en="GELU is flat at one point only"),
    statement=Implies(And((is_flat(v), is_flat(z))), BOTH_FLAT),
    uses=("gelu-falls-before", "gelu-rises-after"),
    source="own",
    argument=(
        where_flat(
            Cases(
                cases=(
                    never_flat(
                        Text(ja="左にもう1つあるとすると", en="Were there another to the left"),
                        z < v,
                        FALLS,
                        "gelu-falls-before",
                        Text(ja="そこでは減少するので、", en="GELU would fall there."),
                    ),
                    never_flat(
                        Text(ja="右にもう1つあるとすると", en="Were there another to the right"),
                        z > v,
                        RISES,
                        "gelu-rises-after",
                        Text(ja="そこでは増加するので、", en="GELU would rise there."),
                    ),
                    Suppose(
                        title=Text(ja="残るのは", en="What is left"),
                        assume=(equal(z, v),),
                        steps=(
                            Have(
                                statement=BOTH_FLAT,
                                by=from_these(equal(z, v)),
                                because=Text(ja="同じ点です。", en="is the same point."),
                            ),
                        ),
                    ),
                )
            ),
            also=(is_flat(z),),
        ),
    ),
)

PRIME_MEANS = Have(
    statement=equal(Derivative(gelu(z_1), z_1), gelu.prime(z_1)),
    by=by(differentiate),
    because=Text(ja="記号の意味です。", en="What the prime stands for."),
)
HIGHER = gelu(z) > gelu(v)
LEAST = equal(gelu(v), -(v**2) * phi(v))


def slopes(title: Text, side: Relation, sign: Relation, id: str, because: Text) -> Suppose:
    """The sign of the slope on one side of the flat point."""
    return Suppose(
        title=title,
        assume=(side,),
        steps=(
            PRIME_MEANS,
            Have(statement=sign, by=cite(id, {z: z_1}), because=because),
            Have(
                statement=Relation(Derivative(gelu(z_1), z_1), sign.kind, ZERO),
                by=from_these(PRIME_MEANS.statement, sign),
                because=Text(ja="これが傾きです。", en="That is its slope."),
            ),
        ),
    )


def higher(title: Text, side: Relation, because: Text) -> Suppose:
    """The value on one side of the flat point."""
    low, high = (z, v) if side.kind == "<" else (v, z)
    return Suppose(
        title=title,
        assume=(side,),
        steps=(Have(statement=HIGHER, by=mean_value(z_1, low, high), because=because),),
    )


GELU_MINIMUM = Theorem(
    id="gelu-minimum",
    name=Text(ja="GELU の最小値", en="The least value of GELU"),
    statement=Implies(is_flat(v), HIGHER),
    given=(unequal(z, v),),
    uses=("gelu", "normal-distribution", "gelu-falls-before", "gelu-rises-after"),
    source="own",
    argument=(
        where_flat(
            slopes(
                Text(ja="その点より左では", en="To the left of it"),
                z_1 < v,
                gelu.prime(z_1) < 0,
                "gelu-falls-before",
                Text(ja="減少します。", en="GELU falls."),
            ),
            slopes(
                Text(ja="その点より右では", en="To the right of it"),
                z_1 > v,
                gelu.prime(z_1) > 0,
                "gelu-rises-after",
                Text(ja="増加します。", en="GELU rises."),
            ),
            Cases(
                cases=(
                    higher(
                        Text(ja="だから、左の点での値は", en="So at a point to the left"),
                        z < v,
                        Text(
                            ja="これから下がるので、大きくなります。",
                            en="it still has to fall: it is higher.",
                        ),
                    ),
                    higher(
                        Text(ja="右の点での値は", en="And at a point to the right"),
                        z > v,
                        Text(
                            ja="もう上がったので、大きくなります。",
                            en="it has risen already: it is higher.",
                        ),
                    ),
                )
            ),
        ),
    ),
)

GELU_LEAST = Theorem(
    id="gelu-least-value",
    name=Text(ja="GELU の最小値の式", en="What the least value of GELU is"),
    statement=Implies(is_flat(v), LEAST),
    uses=("gelu", "gelu-slope"),
    source="own",
    argument=(
        where_flat(
            slope(v),
            value(v),
            Have(
                statement=equal(Phi(v), -v * phi(v)),
                by=from_facts,
                because=Text(ja="傾きが 0 なので、", en="As the slope is 0,"),
            ),
            Have(
                statement=LEAST,
                by=from_facts,
                because=Text(ja="定義に代入します。", en="insert it into the definition."),
            ),
        ),
    ),
)

CLAIMS = (GELU_ONE_FLAT, GELU_MINIMUM, GELU_LEAST)
