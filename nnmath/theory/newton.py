"""Newton's method on quadratics, and how it sees other coordinates."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation
from nnmath.proof.matrices import Ones
from nnmath.proof.nodes import Derivative, as_node
from nnmath.proof.rules import algebra, differentiate, insert, lemma
from nnmath.proof.statements import equal
from nnmath.theory.quasi_newton_vocabulary import B, D, c, p, theta
from nnmath.theory.vocabulary import E, W

WORKED_EXAMPLE_CURVATURE = (
    Derivation(
        id="worked-example-curvature",
        name=Text(ja="例題の2階の導関数", en="Second derivative in the worked example"),
        uses=("worked-example-derivative",),
        source="own",
    )
    .start(Derivative(E.prime(W), W))
    .by(
        lemma("worked-example-derivative"),
        Derivative(2 * W, W),
        because=Text(ja="導いた導関数を使います。", en="Use the derivative found before."),
    )
    .by(
        differentiate,
        as_node(2),
        because=Text(ja="もう一度微分します。", en="Differentiate once more."),
    )
)
LANDS = (
    Derivation(
        id="newton-gradient-vanishes",
        name=Text(
            ja="2次関数では、ニュートン法の1回で勾配が 0 になる",
            en="On a quadratic one Newton step makes the gradient 0",
        ),
        given=(equal(B @ p, -(B @ (theta - c))),),
        source="nocedal2006, section 3.3",
    )
    .start(B @ (theta + p - c))
    .by(
        algebra,
        B @ (theta - c) + B @ p,
        because=Text(
            ja="勾配は B(θ − c) で、更新先ではここに B p が加わります。",
            en="The gradient is B(θ − c); at the new point B p is added.",
        ),
    )
    .by(
        insert,
        0 * Ones(D),
        because=Text(
            ja="p は B p = −g の解なので、打ち消し合います。",
            en="As p solves B p = −g, the two cancel.",
        ),
    )
)
CLAIMS = (WORKED_EXAMPLE_CURVATURE, LANDS)
