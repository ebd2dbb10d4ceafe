"""The worked example of gradient descent: E(W) = W² + 4 from W = 5 with η = 0.001."""

from __future__ import annotations

from collections.abc import Callable

from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation, Optimizer
from nnmath.proof.nodes import Limit, Node, Operand, as_node
from nnmath.proof.rationals import exact
from nnmath.proof.rules import algebra, insert, lemma, take_limit, unfold, update
from nnmath.proof.statements import Assign, Hypothesis, equal
from nnmath.theory.vocabulary import W_, E, W, eta, g, h, t, theta

ZERO = as_node(0)

WORKED_EXAMPLE_LOSS = Definition(
    id="worked-example-loss",
    name=Text(ja="例題の損失", en="Loss of the worked example"),
    left=E(W),
    right=W**2 + 4,
    source="own",
    witness="tests/reference/gradient_descent.py::worked_example_loss",
)

DERIVATIVE = Definition(
    id="derivative",
    name=Text(ja="導関数の定義", en="Definition of the derivative"),
    left=E.prime(W),
    right=Limit((E(W + h) - E(W)) / h, h, ZERO),
    source="hardy2008, chapter VI",
    witness="tests/witnesses/one_weight.py::limit_of_difference_quotients",
)

GRADIENT_DESCENT = Optimizer(
    id="gradient-descent",
    name=Text(ja="勾配降下法", en="Gradient descent"),
    source="cauchy1847",
    hyperparameters={eta: "0.001"},
    given=(eta > 0,),
    rules=(Assign(theta, theta - eta * g),),
    witness="tests/reference/gradient_descent.py::gradient_descent",
)

GRADIENT_DESCENT_STEP = Definition(
    id="gradient-descent-step",
    name=Text(ja="勾配降下法の更新則", en="Update rule of gradient descent"),
    left=W_[t + 1],
    right=W_[t] - eta * E.prime(W_[t]),
    uses=("derivative",),
    source="goodfellow2016, section 4.3",
    witness="tests/reference/gradient_descent.py::trajectory",
)
UPDATES = GRADIENT_DESCENT_STEP.recurrence

WORKED_EXAMPLE_DERIVATIVE = (
    Derivation(
        id="worked-example-derivative",
        name=Text(ja="例題の導関数", en="Derivative in the worked example"),
        uses=("worked-example-loss", "derivative"),
        source="own",
    )
    .start(E.prime(W))
    .by(
        unfold(E.prime),
        Limit((E(W + h) - E(W)) / h, h, ZERO),
        because=Text(
            ja="導関数の定義どおりに書きます。",
            en="Write out the definition of the derivative.",
        ),
    )
    .by(
        unfold(E),
        Limit((((W + h) ** 2 + 4) - (W**2 + 4)) / h, h, ZERO),
        because=Text(ja="例題の損失を代入します。", en="Insert the loss of the example."),
    )
    .by(
        algebra,
        Limit((2 * W * h + h**2) / h, h, ZERO),
        because=Text(
            ja="展開すると定数の 4 と 2 乗の項が消えます。",
            en="Expand; the constant 4 and the square of the weight cancel.",
        ),
    )
    .by(
        algebra,
        Limit(2 * W + h, h, ZERO),
        because=Text(
            ja="変化量は 0 ではないので約分できます。",
            en="The increment is not 0, so it may be cancelled.",
        ),
    )
    .by(
        take_limit,
        2 * W,
        because=Text(
            ja="残った式は連続なので、変化量を 0 にした値が極限です。",
            en="What is left is continuous: its limit is its value where the increment is 0.",
        ),
    )
)


def slope(start: Operand) -> Derivation:
    """E′ at the starting weight, by the derivative."""
    weight = as_node(start)
    return (
        Derivation(
            id="worked-slope",
            name=Text(ja="出発点での傾き", en="Slope at the starting point"),
            uses=("worked-example-loss", "worked-example-derivative"),
            source="own",
        )
        .start(E.prime(weight))
        .by(
            lemma("worked-example-derivative"),
            2 * weight,
            because=Text(ja="導いた導関数を使います。", en="Use the derivative just found."),
        )
        .by(
            algebra,
            exact(2 * weight),
            because=Text(ja="計算します。", en="Work it out."),
        )
    )


def step(start: Operand, learning_rate: Operand) -> Derivation:
    """One update with numbers set in."""
    weight, rate = as_node(start), as_node(learning_rate)
    return (
        Derivation(
            id="worked-step",
            name=Text(ja="1回の更新", en="One update"),
            given=_setting(weight, rate),
            uses=("gradient-descent-step", "worked-example-loss", "worked-example-derivative"),
            source="own",
        )
        .start(W_[1])
        .by(
            update,
            W_[0] - eta * E.prime(W_[0]),
            because=Text(ja="更新則を1回使います。", en="Apply the update rule once."),
        )
        .by(
            insert,
            weight - rate * E.prime(weight),
            because=Text(
                ja="出発点と学習率の値を代入します。",
                en="Insert the starting weight and the learning rate.",
            ),
        )
        .by(
            lemma("worked-example-derivative"),
            weight - rate * (2 * weight),
            because=Text(ja="導いた導関数を使います。", en="Use the derivative just found."),
        )
        .by(
            algebra,
            weight - rate * exact(2 * weight),
            because=Text(ja="傾きを計算します。", en="Work out the slope."),
        )
        .by(
            algebra,
            weight - exact(rate * (2 * weight)),
            because=Text(
                ja="更新量は、傾きそのものではなく、傾きと学習率の積です。",
                en="The amount of the update is the slope times the learning rate, "
                "not the slope itself.",
            ),
        )
        .by(
            algebra,
            exact(weight - rate * (2 * weight)),
            because=Text(ja="引き算をします。", en="Subtract."),
        )
    )


def loss_at(id: str, name: Text, weight: Node) -> Derivation:
    """The loss at a number."""
    return (
        Derivation(id=id, name=name, uses=("worked-example-loss",), source="own")
        .start(E(weight))
        .by(
            unfold(E),
            weight**2 + 4,
            because=Text(ja="損失の定義に代入します。", en="Insert the weight into the loss."),
        )
        .by(
            algebra,
            exact(weight**2 + 4),
            because=Text(ja="計算します。", en="Work it out."),
        )
    )


def loss_before(start: Operand) -> Derivation:
    """The loss at the starting weight."""
    name = Text(ja="更新前の損失", en="Loss before the update")
    return loss_at("worked-loss-before", name, as_node(start))


def loss_after(start: Operand, learning_rate: Operand) -> Derivation:
    """The loss after one update."""
    weight = as_node(start)
    following = exact(weight - as_node(learning_rate) * (2 * weight))
    return loss_at(
        "worked-loss-after", Text(ja="更新後の損失", en="Loss after the update"), following
    )


def _setting(weight: Node, rate: Node) -> tuple[Hypothesis, ...]:
    return (UPDATES, equal(W_[0], weight), equal(eta, rate))


TEMPLATES: dict[str, Callable[..., Derivation]] = {
    "worked-slope": slope,
    "worked-step": step,
    "worked-loss-before": loss_before,
    "worked-loss-after": loss_after,
}

CLAIMS = (
    WORKED_EXAMPLE_LOSS,
    DERIVATIVE,
    GRADIENT_DESCENT,
    GRADIENT_DESCENT_STEP,
    WORKED_EXAMPLE_DERIVATIVE,
    slope("5"),
    step("5", "0.001"),
    loss_before("5"),
    loss_after("5", "0.001"),
)
