"""Gradient checking: how far difference quotients are from the slope."""

from __future__ import annotations

from nnmath.notation.symbols import gradient_checks as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Step, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import by, from_facts, instantiate
from nnmath.proof.mean_value import mean_value
from nnmath.proof.nodes import Derivative, Function, Node, Relation, Variable, as_node
from nnmath.proof.rules import algebra, differentiate
from nnmath.proof.statements import ForAll, equal, unequal

ZERO = as_node(0)
x, h, M = (Variable(each) for each in (symbols.PLACE, symbols.WIDTH, symbols.THIRD_SLOPE_BOUND))
u, v, w = (
    Variable(each)
    for each in (symbols.WIDTH_BETWEEN, symbols.SECOND_BETWEEN, symbols.THIRD_BETWEEN)
)
c0, c1, c2, c3 = (
    Variable(each)
    for each in (
        symbols.COEFFICIENT_0,
        symbols.COEFFICIENT_1,
        symbols.COEFFICIENT_2,
        symbols.COEFFICIENT_3,
    )
)
F = Function(symbols.SMOOTH_FUNCTION)
F1, F2, F3 = F.prime, F.prime.prime, F.prime.prime.prime


def cubic(at: Node) -> Node:
    """A cubic at a place."""
    return c0 + c1 * at + c2 * at**2 + c3 * at**3


def parabola(at: Node) -> Node:
    """A parabola at a place."""
    return c0 + c1 * at + c2 * at**2


ONE_SIDED_ERROR = (
    Derivation(
        id="one-sided-error",
        name=Text(
            ja="放物線での片側差分の誤差", en="The error of a one-sided difference on a parabola"
        ),
        given=(unequal(h, 0),),
        source="goodfellow2016, section 11.5",
    )
    .start((parabola(x + h) - parabola(x)) / h - Derivative(parabola(x), x))
    .by(
        differentiate,
        (parabola(x + h) - parabola(x)) / h - (c1 + 2 * c2 * x),
        because=Text(ja="傾きを求めます。", en="Work out the slope."),
    )
    .by(
        algebra,
        c2 * h,
        because=Text(
            ja="展開すると、誤差は幅に比例して残ります。",
            en="Multiplied out, an error in proportion to the width is left.",
        ),
    )
)

CENTRAL_ERROR = (
    Derivation(
        id="central-difference-error",
        name=Text(
            ja="3次関数での中心差分の誤差", en="The error of a central difference on a cubic"
        ),
        given=(unequal(h, 0),),
        source="goodfellow2016, section 11.5",
    )
    .start((cubic(x + h) - cubic(x - h)) / (2 * h) - Derivative(cubic(x), x))
    .by(
        differentiate,
        (cubic(x + h) - cubic(x - h)) / (2 * h) - (c1 + 2 * c2 * x + 3 * c3 * x**2),
        because=Text(ja="傾きを求めます。", en="Work out the slope."),
    )
    .by(
        algebra,
        c3 * h**2,
        because=Text(
            ja="偶数次の項は打ち消し合い、誤差は幅の2乗に比例します。",
            en="The even powers cancel: the error goes with the square of the width.",
        ),
    )
)

QUOTIENT_ERROR = (F(x + h) - F(x - h)) / (2 * h) - F1(x)


def _signed(node: Node, sign: int) -> Node:
    return node if sign > 0 else -node


def _error(at: Node, sign: int) -> Node:
    return _signed(F(x + at) - F(x - at) - 2 * at * F1(x), sign) - M * at**3 / 3


def _error_slope(at: Node, sign: int) -> Node:
    return _signed(F1(x + at) + F1(x - at) - 2 * F1(x), sign) - M * at**2


def _error_bend(at: Node, sign: int) -> Node:
    return _signed(F2(x + at) - F2(x - at), sign) - 2 * M * at


def _slope(body: Node, by_variable: Variable, value: Node) -> tuple[Have, Have]:
    """The slope of a body, which is known not to be above 0."""
    return (
        Have(
            statement=equal(Derivative(body, by_variable), value),
            by=by(differentiate),
            because=Text(ja="微分します。", en="Differentiate."),
        ),
        Have(
            statement=Relation(Derivative(body, by_variable), "≤", ZERO),
            by=from_facts,
            because=Text(ja="だから増えません。", en="So it does not rise."),
        ),
    )


def _not_above_zero(body: Node, variable: Variable, high: Node) -> Have:
    return Have(
        statement=body <= 0,
        by=mean_value(variable, ZERO, high),
        because=Text(
            ja="幅 0 では 0 で、そこから増えません。",
            en="It is 0 at width 0 and does not rise from there.",
        ),
    )


def _one_side(sign: int) -> tuple[Step, ...]:
    """sign · error ≤ M h³/3, from the third derivative down."""
    ahead, behind = (F3(x + v), F3(x - v))
    bounds = (ahead <= M, behind <= M) if sign > 0 else (ahead >= -M, behind >= -M)
    known = Text(ja="3階導関数の上界を使います。", en="Use the bound on the third derivative.")
    return (
        Have(statement=bounds[0], by=instantiate(v, x + v), because=known),
        Have(statement=bounds[1], by=instantiate(v, x - v), because=known),
        *_slope(_error_bend(v, sign), v, _signed(ahead + behind, sign) - 2 * M),
        Suppose(
            title=Text(ja="2階の変化", en="The change of the slope"),
            assume=(u >= 0,),
            steps=(
                _not_above_zero(_error_bend(u, sign), v, u),
                *_slope(_error_slope(u, sign), u, _error_bend(u, sign)),
            ),
        ),
        Suppose(
            title=Text(ja="1階の変化", en="The change of the value"),
            assume=(w >= 0,),
            steps=(
                _not_above_zero(_error_slope(w, sign), u, w),
                *_slope(_error(w, sign), w, _error_slope(w, sign)),
            ),
        ),
        _not_above_zero(_error(h, sign), w, h),
    )


CENTRAL_ERROR_ABOVE = Theorem(
    id="central-difference-above",
    name=Text(
        ja="中心差分の誤差の上界は、幅の2乗の程度",
        en="A central difference is too large by the width squared at most",
    ),
    statement=M * h**2 / 6 >= QUOTIENT_ERROR,
    given=(h > 0, ForAll(v, F3(v) <= M)),
    source="own",
    argument=(
        *_one_side(1),
        Have(
            statement=M * h**2 / 6 >= QUOTIENT_ERROR,
            by=from_facts,
            because=Text(ja="2h で割ります。", en="Divide by 2h."),
        ),
    ),
)

CENTRAL_ERROR_BELOW = Theorem(
    id="central-difference-below",
    name=Text(
        ja="中心差分の誤差の下界も、幅の2乗の程度",
        en="A central difference is too small by the width squared at most",
    ),
    statement=-M * h**2 / 6 <= QUOTIENT_ERROR,
    given=(h > 0, ForAll(v, F3(v) >= -M)),
    source="own",
    argument=(
        *_one_side(-1),
        Have(
            statement=-M * h**2 / 6 <= QUOTIENT_ERROR,
            by=from_facts,
            because=Text(ja="2h で割ります。", en="Divide by 2h."),
        ),
    ),
)

REAL_SQUARE, IMAGINARY_SQUARE = x * x - h * h, x * h + h * x
IMAGINARY_CUBE = REAL_SQUARE * h + IMAGINARY_SQUARE * x

COMPLEX_STEP_ERROR = (
    Derivation(
        id="complex-step-error",
        name=Text(
            ja="3次関数での複素ステップの誤差(虚部を幅で割る)",
            en="The error of a complex step on a cubic: the imaginary part over the width",
        ),
        given=(unequal(h, 0),),
        source="squire1998",
    )
    .start((c1 * h + c2 * IMAGINARY_SQUARE + c3 * IMAGINARY_CUBE) / h - Derivative(cubic(x), x))
    .by(
        differentiate,
        (c1 * h + c2 * IMAGINARY_SQUARE + c3 * IMAGINARY_CUBE) / h
        - (c1 + 2 * c2 * x + 3 * c3 * x**2),
        because=Text(ja="傾きを求めます。", en="Work out the slope."),
    )
    .by(
        algebra,
        -c3 * h**2,
        because=Text(
            ja="誤差は幅の2乗に比例します。"
            "近い値どうしの引き算がないので、幅をいくらでも小さくできます。",
            en="The error goes with the square of the width. As no near numbers are subtracted, "
            "the width may be as small as you like.",
        ),
    )
)

CLAIMS = (
    ONE_SIDED_ERROR,
    CENTRAL_ERROR,
    CENTRAL_ERROR_ABOVE,
    CENTRAL_ERROR_BELOW,
    COMPLEX_STEP_ERROR,
)
