"""The gradient points where the loss rises fastest, and against it the loss falls fastest."""

from __future__ import annotations

from nnmath.notation.symbols import descent
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.chain_rule import chain
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import SQRT, Derivative
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, differentiate, insert, unfold
from nnmath.proof.statements import And, ForAll, between, equal
from nnmath.theory.descent_vocabulary import (
    a,
    b,
    g,
    i,
    inner,
    j,
    loss_at_w,
    q,
    square,
    u,
    v,
    w,
    w_next,
    w_stepped,
)
from nnmath.theory.vocabulary import eta, h, x

MOVED_LOSS = Tensor(descent.MOVED_LOSS, sources=(v,))
LENGTH = SQRT(square(g))
UNIT = equal(square(u), 1)

MOVED_WEIGHTS = Definition(
    id="moved-weights",
    name=Text(ja="ある向きに動かした重み", en="Weights moved in some direction"),
    left=v[i],
    right=w[i] + h * u[i],
    source="own",
    witness="tests/reference/descent.py::moved_weights",
)

DIRECTIONAL_DERIVATIVE = (
    Derivation(
        id="directional-derivative",
        name=Text(ja="ある向きに進むときの損失の傾き", en="Slope of the loss in some direction"),
        uses=("moved-weights",),
        source="boyd2004, section A.4",
    )
    .start(Derivative(MOVED_LOSS[()], h))
    .by(
        chain(v),
        total(i, Derivative(MOVED_LOSS[()], v[i]) * Derivative(v[i], h)),
        because=Text(
            ja="損失は、動かした重みを通してだけ変わります。連鎖律です。",
            en="The loss changes by way of the moved weights alone: the chain rule.",
        ),
    )
    .by(
        unfold(v),
        total(i, Derivative(MOVED_LOSS[()], v[i]) * Derivative(w[i] + h * u[i], h)),
        because=Text(ja="動かし方を代入します。", en="Insert how the weights are moved."),
    )
    .by(
        differentiate,
        total(i, Derivative(MOVED_LOSS[()], v[i]) * u[i]),
        because=Text(
            ja="傾きは、勾配と向きの内積です。",
            en="The slope is the inner product of the gradient and the direction.",
        ),
    )
)

SLOPE_BOUND = Theorem(
    id="slope-bound",
    name=Text(ja="どの向きの傾きも勾配の長さを超えない", en="No slope is steeper"),
    statement=between(-LENGTH, inner(g, u), LENGTH, closed="both"),
    given=(UNIT,),
    uses=("cauchy-schwarz", "bounded-by-root"),
    source="boyd2004, section 9.4",
    argument=(
        Have(
            statement=inner(g, u) ** 2 <= square(g) * square(u),
            by=cite("cauchy-schwarz", {a[i]: g[i], b[i]: u[i]}),
            because=Text(ja="コーシー・シュワルツの不等式です。", en="Cauchy–Schwarz."),
        ),
        Have(
            statement=inner(g, u) ** 2 <= square(g),
            by=from_these(UNIT, inner(g, u) ** 2 <= square(g) * square(u)),
            because=Text(ja="向きの長さは 1 です。", en="The direction has length 1."),
        ),
        Have(
            statement=abs(inner(g, u)) <= LENGTH,
            by=cite("bounded-by-root", {x: inner(g, u), q: square(g)}),
            because=Text(ja="平方根をとります。", en="Take the square root."),
        ),
        Have(
            statement=between(-LENGTH, inner(g, u), LENGTH, closed="both"),
            by=from_these(abs(inner(g, u)) <= LENGTH),
            because=Text(ja="絶対値をはずします。", en="Open the absolute value."),
        ),
    ),
)


def _attained(sign: int, id: str, name: Text) -> Theorem:
    step = g[i] / LENGTH if sign > 0 else -g[i] / LENGTH
    slope = LENGTH if sign > 0 else -LENGTH
    along = ForAll(i, equal(u[i], step))
    return Theorem(
        id=id,
        name=name,
        statement=And((UNIT, equal(inner(g, u), slope))),
        given=(square(g) > 0, along),
        source="boyd2004, section 9.4",
        argument=(
            Have(
                statement=UNIT,
                by=from_facts,
                because=Text(
                    ja="長さで割った勾配の長さは 1 です。",
                    en="The gradient over its length has length 1.",
                ),
            ),
            Have(
                statement=equal(inner(g, u), slope),
                by=from_facts,
                because=Text(
                    ja="内積は、長さの平方を長さで割ったものです。",
                    en="The inner product is the square of the length over the length.",
                ),
            ),
        ),
    )


STEEPEST_ASCENT = _attained(
    1,
    "steepest-ascent",
    Text(ja="勾配の向きの傾きは勾配の長さ", en="Along the gradient the slope is its length"),
)
STEEPEST_DESCENT = _attained(
    -1,
    "steepest-descent",
    Text(ja="勾配の逆向きが最も急な下り", en="Against the gradient the loss falls fastest"),
)

DIFFERENCE = total(i, (u[i] - g[i] / LENGTH) ** 2)
EXPANDED = equal(DIFFERENCE, square(u) - 2 * inner(g, u) / LENGTH + square(g) / LENGTH**2)
STEEPEST_DIRECTION_IS_UNIQUE = Theorem(
    id="steepest-direction-is-unique",
    name=Text(ja="最も急な向きは1つだけ", en="There is one steepest direction"),
    statement=equal(u[j], g[j] / LENGTH),
    given=(square(g) > 0, UNIT, equal(inner(g, u), LENGTH)),
    uses=("square-at-most-zero",),
    source="own",
    argument=(
        Have(
            statement=EXPANDED,
            by=from_these(square(g) > 0),
            because=Text(ja="平方を展開します。", en="Expand the squares."),
        ),
        Have(
            statement=equal(DIFFERENCE, 0),
            by=from_these(square(g) > 0, UNIT, equal(inner(g, u), LENGTH), EXPANDED),
            because=Text(ja="3つの項は 1、−2、1 です。", en="The three terms are 1, −2 and 1."),
        ),
        Have(
            statement=(u[j] - g[j] / LENGTH) ** 2 <= DIFFERENCE,
            by=from_these(square(g) > 0),
            because=Text(
                ja="平方の和は、どの1つの平方よりも小さくありません。",
                en="A sum of squares is at least each of them.",
            ),
        ),
        Have(
            statement=equal(u[j] - g[j] / LENGTH, 0),
            by=cite("square-at-most-zero", {x: u[j] - g[j] / LENGTH}),
            because=Text(
                ja="平方が 0 以下の数は 0 だけです。",
                en="Only 0 has a square that is at most 0.",
            ),
        ),
        Have(
            statement=equal(u[j], g[j] / LENGTH),
            by=from_these(square(g) > 0, equal(u[j] - g[j] / LENGTH, 0)),
            because=Text(ja="2つは同じ向きです。", en="The two directions are the same."),
        ),
    ),
)

WEIGHTS_UPDATE = Definition(
    id="weights-update",
    name=Text(ja="すべての重みの更新則", en="Update rule for every weight"),
    left=w_next[i],
    right=w[i] - eta * Derivative(loss_at_w[()], w[i]),
    source="goodfellow2016, section 4.3",
    witness="tests/reference/descent.py::weights_update",
)

STEP = ForAll(i, equal(w_stepped[i], w[i] - eta * g[i]))
LINEAR_MODEL_STEP = (
    Derivation(
        id="linear-model-step",
        name=Text(
            ja="1回の更新による損失の変化(1次近似)",
            en="How one update changes the linear model of the loss",
        ),
        given=(STEP,),
        source="own",
    )
    .start(total(i, g[i] * (w_stepped[i] - w[i])))
    .by(
        insert,
        total(i, g[i] * (w[i] - eta * g[i] - w[i])),
        because=Text(ja="更新則を代入します。", en="Insert the update rule."),
    )
    .by(
        algebra,
        -eta * square(g),
        because=Text(
            ja="残るのは勾配の長さの平方です。学習率が正なら、1次近似の損失は増えません。",
            en="What is left is the squared length of the gradient: with a positive learning "
            "rate, the linear model never rises.",
        ),
    )
)

CLAIMS = (
    MOVED_WEIGHTS,
    DIRECTIONAL_DERIVATIVE,
    SLOPE_BOUND,
    STEEPEST_ASCENT,
    STEEPEST_DESCENT,
    STEEPEST_DIRECTION_IS_UNIQUE,
    WEIGHTS_UPDATE,
    LINEAR_MODEL_STEP,
)
