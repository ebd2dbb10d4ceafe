"""Richardson's extrapolation: two central differences whose largest errors cancel."""

from __future__ import annotations

from nnmath.notation.symbols import gradient_checks as symbols
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation
from nnmath.proof.nodes import Derivative, Node, Variable
from nnmath.proof.rules import algebra, differentiate
from nnmath.proof.statements import unequal
from nnmath.theory.gradient_checking import c1, c2, c3, cubic, h, x

c4, c5 = Variable(symbols.COEFFICIENT_4), Variable(symbols.COEFFICIENT_5)


def quintic(at: Node) -> Node:
    """A polynomial of degree 5 at a place."""
    return cubic(at) + c4 * at**4 + c5 * at**5


def central(width: Node) -> Node:
    """The central difference of the polynomial."""
    return (-quintic(x - width) + quintic(x + width)) / (2 * width)


EXTRAPOLATED = (4 * central(h / 2) - central(h)) / 3

RICHARDSON_ERROR = (
    Derivation(
        id="richardson-error",
        name=Text(
            ja="リチャードソン補外の誤差(5次関数)",
            en="The error of Richardson's extrapolation on a polynomial of degree 5",
        ),
        given=(unequal(h, 0),),
        source="own",
    )
    .start(EXTRAPOLATED - Derivative(quintic(x), x))
    .by(
        differentiate,
        EXTRAPOLATED - (c1 + 2 * c2 * x + 3 * c3 * x**2 + 4 * c4 * x**3 + 5 * c5 * x**4),
        because=Text(ja="傾きを求めます。", en="Work out the slope."),
    )
    .by(
        algebra,
        -c5 * h**4 / 4,
        because=Text(
            ja="幅の2乗に比例する誤差どうしが打ち消し合い、幅の4乗に比例する誤差だけが残ります。",
            en="The errors that go with the square of the width cancel; one that goes with its "
            "fourth power is left.",
        ),
    )
)

CLAIMS = (RICHARDSON_ERROR,)
