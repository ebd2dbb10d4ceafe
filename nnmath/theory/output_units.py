"""Output units under the squared error: where backpropagation begins."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation, Mistake
from nnmath.proof.indexed import total
from nnmath.proof.nodes import Derivative, as_node
from nnmath.proof.rules import differentiate, fold, lemma, unfold
from nnmath.proof.statements import equal
from nnmath.theory.error_signals import through_outputs
from nnmath.theory.network_vocabulary import j
from nnmath.theory.sigmoid import sigma
from nnmath.theory.unit_vocabulary import g, h, squared_error, y, y_hat

HALF = as_node("1/2")
SQUARES = HALF * total(j, (g[j] - y[j]) ** 2)
BY_OUTPUT = Derivative(squared_error[()], g[j])
BY_PRE_ACTIVATION = Derivative(squared_error[()], h[j])

OUTPUT_UNIT = Definition(
    id="output-unit",
    name=Text(
        ja="出力層のノードの出力が予測値", en="The output of an output unit is the prediction"
    ),
    left=y_hat[j],
    right=g[j],
    source="rumelhart1986",
    witness="tests/reference/units.py::outputs",
)

SQUARED_ERROR = Definition(
    id="summed-squared-error",
    name=Text(ja="二乗誤差の半分", en="Half the squared error"),
    left=squared_error[()],
    right=HALF * total(j, (y_hat[j] - y[j]) ** 2),
    source="rumelhart1986",
    witness="tests/reference/units.py::squared_error",
)

ERROR_BY_OUTPUT = (
    Derivation(
        id="error-by-output",
        name=Text(
            ja="誤差を出力で微分すると、予測値と教師信号の差",
            en="The error by an output is prediction minus target",
        ),
        uses=("summed-squared-error", "output-unit"),
        source="rumelhart1986",
    )
    .start(BY_OUTPUT)
    .by(
        unfold(squared_error),
        Derivative(HALF * total(j, (y_hat[j] - y[j]) ** 2), g[j]),
        because=Text(ja="誤差の定義を代入します。", en="Insert the error."),
    )
    .by(
        unfold(y_hat),
        Derivative(SQUARES, g[j]),
        because=Text(
            ja="出力層では、予測値はノードの出力です。",
            en="In the output layer a prediction is a unit's output.",
        ),
    )
    .by(
        differentiate,
        g[j] - y[j],
        because=Text(
            ja="2乗の微分で出る 2 は ½ と打ち消し合います。",
            en="The 2 of the square cancels the ½.",
        ),
    )
)

OUTPUT_ERROR_SIGNAL = (
    through_outputs(
        Derivation(
            id="output-error-signal",
            name=Text(ja="出力層の誤差信号", en="Error signal of an output unit"),
            uses=("error-by-output", "unit-output", "sigmoid-derivative"),
            source="rumelhart1986",
        ).start(BY_PRE_ACTIVATION),
        squared_error,
    )
    .by(
        lemma("error-by-output"),
        (g[j] - y[j]) * sigma.prime(h[j]),
        because=Text(ja="予測値と教師信号の差です。", en="Prediction minus target."),
    )
    .by(
        lemma("sigmoid-derivative"),
        (g[j] - y[j]) * (sigma(h[j]) * (1 - sigma(h[j]))),
        because=Text(ja="シグモイド関数の導関数です。", en="The sigmoid's derivative."),
    )
    .by(
        fold(g),
        (g[j] - y[j]) * (g[j] * (1 - g[j])),
        because=Text(
            ja="シグモイド関数の値は、このノードの出力です。",
            en="The sigmoid's value is the unit's output.",
        ),
    )
)

FORGOTTEN_SLOPE = Mistake(
    id="mistake-forgotten-slope",
    name=Text(
        ja="二乗誤差とシグモイド関数で g(1 − g) を忘れる",
        en="Forgetting g(1 − g) with squared error and sigmoid",
    ),
    statement=equal(BY_PRE_ACTIVATION, g[j] - y[j]),
    uses=("summed-squared-error", "output-unit", "unit-output", "sigmoid"),
    source="own",
    why=Text(
        ja="差だけになるのは、交差エントロピーを使うときです。"
        "二乗誤差では、シグモイド関数の傾きが残ります。",
        en="The difference alone is what cross-entropy gives; with the squared error the sigmoid's "
        "slope remains.",
    ),
    corrects="output-error-signal",
)

TURNED_DIFFERENCE = Mistake(
    id="mistake-turned-difference",
    name=Text(ja="差の向きを逆にする", en="Turning the difference round"),
    statement=equal(BY_OUTPUT, y[j] - g[j]),
    uses=("summed-squared-error", "output-unit"),
    source="own",
    why=Text(
        ja="教師信号から予測値を引くと、勾配の符号が逆になり、更新のたびに誤差が増えます。",
        en="Target minus prediction is minus the gradient: every update makes the error larger.",
    ),
    corrects="error-by-output",
)

CLAIMS = (
    OUTPUT_UNIT,
    SQUARED_ERROR,
    ERROR_BY_OUTPUT,
    OUTPUT_ERROR_SIGNAL,
    FORGOTTEN_SLOPE,
    TURNED_DIFFERENCE,
)
