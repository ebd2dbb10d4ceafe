"""A line below the exponential function: its tangent at the origin."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import EXP, LOG
from nnmath.theory.activation_vocabulary import z
from nnmath.theory.logarithm_bound import x

EXPONENTIAL_INEQUALITY = Theorem(
    id="exponential-inequality",
    name=Text(
        ja="指数関数は接線の上にある", en="The exponential function lies above its tangent line"
    ),
    statement=EXP(z) >= 1 + z,
    uses=("logarithm-bound",),
    source="boyd2004, section 3.1",
    argument=(
        Have(
            statement=LOG(EXP(z)) <= EXP(z) - 1,
            by=cite("logarithm-bound", {x: EXP(z)}),
            because=Text(
                ja="対数関数の不等式に、指数関数の値を入れます。",
                en="Put a power of e into the inequality for the logarithm.",
            ),
        ),
        Have(
            statement=EXP(z) >= 1 + z,
            by=from_facts,
            because=Text(
                ja="対数関数と指数関数は打ち消し合います。",
                en="Logarithm and exponential undo each other.",
            ),
        ),
    ),
)

CLAIMS = (EXPONENTIAL_INEQUALITY,)
