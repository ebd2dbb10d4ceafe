"""Where GELU turns: it falls up to its flat point, and rises from there on."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Step, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, contradiction
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import And, Implies, between, equal
from nnmath.theory.activation_vocabulary import ZERO, gelu, v, z, z_1, z_2
from nnmath.theory.gelu_slope import FALLS, RISES

LEFT = as_node(-1)
NEVER = Text(ja="この場合はありません。", en="That is never the case.")
IN_BETWEEN = Text(ja="だから、その間にあります。", en="So it is in between.")


def is_flat(at: Node) -> Relation:
    """The slope of GELU is 0."""
    return equal(gelu.prime(at), 0)


def where_flat(*steps: Step, also: tuple[Relation, ...] = ()) -> Suppose:
    """Suppose that GELU is flat at a point."""
    title = Text(ja="傾きが 0 の点では", en="Where the slope is 0")
    return Suppose(title=title, assume=(is_flat(v), *also), steps=steps)


def falls(at: Node) -> Have:
    """At −1 and to the left of it the slope is negative."""
    return Have(
        statement=gelu.prime(at) < 0,
        by=cite("gelu-falls-left", {z: at}),
        because=Text(ja="−1 以下では減少し、", en="Up to −1 it falls;"),
    )


def rises(at: Node) -> Have:
    """At the origin and to the right of it the slope is positive."""
    return Have(
        statement=gelu.prime(at) > 0,
        by=cite("gelu-rises-right", {z: at}),
        because=Text(ja="原点から右では増加します。", en="from the origin on it rises."),
    )


GELU_TURNS = Theorem(
    id="gelu-turns",
    name=Text(
        ja="GELU は −1 では減少し、原点では増加する",
        en="GELU falls at −1 and rises at the origin",
    ),
    statement=And((gelu.prime(LEFT) < 0, gelu.prime(ZERO) > 0)),
    uses=("gelu-falls-left", "gelu-rises-right"),
    source="own",
    argument=(falls(LEFT), rises(ZERO)),
)

FLAT_RANGE = between(-1, v, 0)
GELU_FLAT_RANGE = Theorem(
    id="gelu-flat-between",
    name=Text(ja="GELU の傾きが 0 になる点の範囲", en="Where a flat point of GELU can be"),
    statement=Implies(is_flat(v), FLAT_RANGE),
    uses=("gelu-falls-left", "gelu-rises-right"),
    source="own",
    argument=(
        where_flat(
            Cases(
                cases=(
                    Suppose(
                        title=Text(ja="−1 以下だとすると", en="Were it −1 or less"),
                        assume=(v <= -1,),
                        steps=(
                            falls(v),
                            Have(statement=FLAT_RANGE, by=contradiction, because=NEVER),
                        ),
                    ),
                    Suppose(
                        title=Text(ja="0 以上だとすると", en="Were it 0 or more"),
                        assume=(v >= 0,),
                        steps=(
                            rises(v),
                            Have(statement=FLAT_RANGE, by=contradiction, because=NEVER),
                        ),
                    ),
                    Suppose(
                        title=Text(ja="残るのは", en="What is left"),
                        assume=(FLAT_RANGE,),
                        steps=(
                            Have(
                                statement=FLAT_RANGE, by=from_these(FLAT_RANGE), because=IN_BETWEEN
                            ),
                        ),
                    ),
                )
            ),
        ),
    ),
)

IN_RANGE = Have(
    statement=FLAT_RANGE,
    by=cite("gelu-flat-between"),
    because=Text(ja="その点は −1 と 0 の間です。", en="The flat point is between −1 and 0."),
)
GELU_BEFORE = Theorem(
    id="gelu-falls-before",
    name=Text(
        ja="傾きが 0 の点より左では、GELU は減少する", en="Left of its flat point GELU falls"
    ),
    statement=Implies(is_flat(v), FALLS),
    given=(z < v,),
    uses=("gelu-falls-left", "gelu-slope-increasing", "gelu-flat-between"),
    source="own",
    argument=(
        where_flat(
            IN_RANGE,
            Cases(
                cases=(
                    Suppose(
                        title=Text(ja="−1 以下なら", en="Up to −1"),
                        assume=(z <= -1,),
                        steps=(falls(z),),
                    ),
                    Suppose(
                        title=Text(ja="−1 より右なら", en="Right of −1"),
                        assume=(z > -1,),
                        steps=(
                            Have(
                                statement=gelu.prime(z) < gelu.prime(v),
                                by=cite("gelu-slope-increasing", {z_1: z, z_2: v}),
                                because=Text(ja="傾きは増加して、", en="the slope increases,"),
                            ),
                            Have(
                                statement=FALLS,
                                by=from_these(is_flat(v), gelu.prime(z) < gelu.prime(v)),
                                because=Text(ja="やっと 0 になります。", en="and is only then 0."),
                            ),
                        ),
                    ),
                )
            ),
        ),
    ),
)
GELU_AFTER = Theorem(
    id="gelu-rises-after",
    name=Text(
        ja="傾きが 0 の点より右では、GELU は増加する", en="Right of its flat point GELU rises"
    ),
    statement=Implies(is_flat(v), RISES),
    given=(z > v,),
    uses=("gelu-rises-right", "gelu-slope-increasing", "gelu-flat-between"),
    source="own",
    argument=(
        where_flat(
            IN_RANGE,
            Cases(
                cases=(
                    Suppose(
                        title=Text(ja="0 以上なら", en="From the origin on"),
                        assume=(z >= 0,),
                        steps=(rises(z),),
                    ),
                    Suppose(
                        title=Text(ja="0 より左なら", en="Left of the origin"),
                        assume=(z < 0,),
                        steps=(
                            Have(
                                statement=gelu.prime(v) < gelu.prime(z),
                                by=cite("gelu-slope-increasing", {z_1: v, z_2: z}),
                                because=Text(
                                    ja="傾きは 0 から増加して、", en="the slope increases from 0"
                                ),
                            ),
                            Have(
                                statement=RISES,
                                by=from_these(is_flat(v), gelu.prime(v) < gelu.prime(z)),
                                because=Text(ja="正になります。", en="and is positive."),
                            ),
                        ),
                    ),
                )
            ),
        ),
    ),
)

CLAIMS = (GELU_TURNS, GELU_FLAT_RANGE, GELU_BEFORE, GELU_AFTER)
