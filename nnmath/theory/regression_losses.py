"""Squared error, absolute error and Huber loss of one sample."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Derivative
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import differentiate, unfold
from nnmath.proof.statements import And, equal, unequal
from nnmath.theory.loss_vocabulary import (
    absolute_error,
    delta,
    huber,
    r,
    squared_error,
    y,
    y_hat,
)
from nnmath.theory.rectifiers import DEFINITION, PRIME
from nnmath.theory.vocabulary import bound

PARABOLA = r**2 / 2
TANGENT = delta * abs(r) - delta**2 / 2
HUBER_CASES = piecewise((PARABOLA, abs(r) <= delta), (TANGENT, abs(r) > delta))
HUBER_SLOPES = piecewise((r, abs(r) <= delta), (delta * r / abs(r), abs(r) > delta))

SQUARED_ERROR = Definition(
    id="squared-error",
    name=Text(ja="二乗誤差", en="Squared error"),
    left=squared_error(y_hat),
    right=(y_hat - y) ** 2,
    source="goodfellow2016, section 5.1",
    witness="tests/reference/losses.py::squared_error",
)

SQUARED_ERROR_DERIVATIVE = (
    Derivation(
        id="squared-error-derivative",
        name=Text(ja="二乗誤差の勾配", en="Gradient of the squared error"),
        uses=("squared-error",),
        source="own",
    )
    .start(squared_error.prime(y_hat))
    .by(differentiate, Derivative(squared_error(y_hat), y_hat), because=PRIME)
    .by(unfold(squared_error), Derivative((y_hat - y) ** 2, y_hat), because=DEFINITION)
    .by(
        differentiate,
        2 * (y_hat - y),
        because=Text(
            ja="2乗の微分です。½ を付けて定義すれば、係数 2 は消えます。",
            en="The derivative of a square; a loss defined with ½ has no factor 2 here.",
        ),
    )
)

SQUARED_ERROR_UNBOUNDED = Theorem(
    id="squared-error-unbounded",
    name=Text(
        ja="二乗誤差の勾配はいくらでも大きくなる",
        en="The gradient of the squared error grows without bound",
    ),
    statement=squared_error.prime(y + bound) > bound,
    given=(bound > 0,),
    uses=("squared-error", "squared-error-derivative"),
    source="own",
    argument=(
        Have(
            statement=equal(squared_error.prime(y + bound), 2 * (y + bound - y)),
            by=cite("squared-error-derivative", {y_hat: y + bound}),
            because=Text(
                ja="予測値が M だけ外れたときの勾配です。",
                en="The gradient where the prediction is off by M.",
            ),
        ),
        Have(
            statement=squared_error.prime(y + bound) > bound,
            by=from_facts,
            because=Text(ja="M の 2 倍になります。", en="It is twice M."),
        ),
    ),
)

ABSOLUTE_ERROR = Definition(
    id="absolute-error",
    name=Text(ja="絶対誤差", en="Absolute error"),
    left=absolute_error(y_hat),
    right=abs(y_hat - y),
    source="boyd2004, section 6.1",
    witness="tests/reference/losses.py::absolute_error",
)

ABSOLUTE_ERROR_DERIVATIVE = (
    Derivation(
        id="absolute-error-derivative",
        name=Text(ja="絶対誤差の勾配", en="Gradient of the absolute error"),
        given=(unequal(y_hat, y),),
        uses=("absolute-error",),
        source="boyd2004, section 6.1",
    )
    .start(absolute_error.prime(y_hat))
    .by(differentiate, Derivative(absolute_error(y_hat), y_hat), because=PRIME)
    .by(unfold(absolute_error), Derivative(abs(y_hat - y), y_hat), because=DEFINITION)
    .by(
        differentiate,
        piecewise((-1, y_hat < y), (1, y_hat >= y)),
        because=Text(
            ja="外れた向きだけで決まり、大きさによりません。当たった点では折れています。",
            en="Only the side counts, not the distance. Where the prediction is right, it kinks.",
        ),
    )
)

HUBER = Definition(
    id="huber",
    name=Text(ja="Huber損失", en="Huber loss"),
    left=huber(r),
    right=HUBER_CASES,
    source="huber1964",
    witness="tests/reference/losses.py::huber",
)

HUBER_JOIN = Theorem(
    id="huber-join",
    name=Text(ja="つなぎ目で値も傾きも一致する", en="At the join both values and slopes agree"),
    statement=And((equal(PARABOLA, TANGENT), equal(r, delta * r / abs(r)))),
    given=(delta > 0, equal(abs(r), delta)),
    source="huber1964",
    argument=(
        Have(
            statement=equal(PARABOLA, TANGENT),
            by=from_facts,
            because=Text(
                ja="放物線と直線の値は、どちらも δ²/2 です。",
                en="The values of the parabola and of the line are both δ²/2.",
            ),
        ),
        Have(
            statement=equal(r, delta * r / abs(r)),
            by=from_facts,
            because=Text(
                ja="左辺は放物線の傾き、右辺は直線の傾きで、約分すると等しくなります。",
                en="The slopes of the parabola, left, and of the line, right: it cancels.",
            ),
        ),
    ),
)

HUBER_DERIVATIVE = (
    Derivation(
        id="huber-derivative",
        name=Text(ja="Huber損失の導関数", en="Derivative of the Huber loss"),
        given=(delta > 0,),
        uses=("huber",),
        source="huber1964",
    )
    .start(huber.prime(r))
    .by(differentiate, Derivative(huber(r), r), because=PRIME)
    .by(unfold(huber), Derivative(HUBER_CASES, r), because=DEFINITION)
    .by(
        differentiate,
        HUBER_SLOPES,
        because=Text(
            ja="場合ごとに微分します。つなぎ目では値も傾きも一致するので、そこでも微分できます。",
            en="Case by case. At the joins values and slopes agree: there is a slope there, too.",
        ),
    )
)

HUBER_GRADIENT_BOUNDED = Theorem(
    id="huber-gradient-bounded",
    name=Text(
        ja="Huber損失の勾配は δ を超えない", en="The gradient of the Huber loss never exceeds δ"
    ),
    statement=abs(huber.prime(r)) <= delta,
    given=(delta > 0,),
    uses=("huber", "huber-derivative"),
    source="huber1964",
    argument=(
        Have(
            statement=equal(huber.prime(r), HUBER_SLOPES),
            by=cite("huber-derivative"),
            because=Text(ja="導関数の式です。", en="The formula for the derivative."),
        ),
        Have(
            statement=abs(huber.prime(r)) <= delta,
            by=from_facts,
            because=Text(
                ja="内側では誤差そのもの、外側ではちょうど δ です。",
                en="Inside it is the error itself, outside exactly δ.",
            ),
        ),
    ),
)

HUBER_BELOW_PARABOLA = Theorem(
    id="huber-below-squared-error",
    name=Text(
        ja="Huber損失は二乗誤差の半分を超えない",
        en="The Huber loss never exceeds half the squared error",
    ),
    statement=huber(r) <= r**2 / 2,
    uses=("huber",),
    source="huber1964",
    argument=(
        Have(
            statement=equal(huber(r), HUBER_CASES),
            by=cite("huber"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=huber(r) <= r**2 / 2,
            by=from_facts,
            because=Text(
                ja="外側での差は、誤差の大きさと δ の差の2乗の半分です。",
                en="Outside, the gap is half the square of what the error exceeds δ by.",
            ),
        ),
    ),
)

CLAIMS = (
    SQUARED_ERROR,
    SQUARED_ERROR_DERIVATIVE,
    SQUARED_ERROR_UNBOUNDED,
    ABSOLUTE_ERROR,
    ABSOLUTE_ERROR_DERIVATIVE,
    HUBER,
    HUBER_JOIN,
    HUBER_DERIVATIVE,
    HUBER_GRADIENT_BOUNDED,
    HUBER_BELOW_PARABOLA,
)
