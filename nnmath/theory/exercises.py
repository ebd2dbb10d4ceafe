"""Exercises: what is asked for is an expression at a point, and the core computes the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from nnmath.notation.text import Text
from nnmath.proof.balls import holds
from nnmath.proof.library import meanings
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.proof.statements import Chain, Iff
from nnmath.proof.substitution import Place
from nnmath.theory.quadratic_convergence import QUADRATIC_CONVERGES
from nnmath.theory.regimes import GRADIENT_DESCENT_ONE_STEP, REGIMES
from nnmath.theory.vocabulary import W_, E, W, a, eta
from nnmath.theory.worked_example import UPDATES, WORKED_EXAMPLE_LOSS

Values = Mapping[Place, Fraction]
MEANINGS = meanings((WORKED_EXAMPLE_LOSS,))

SIGN_SLIP = Text(
    ja="符号を確かめましょう。勾配と逆の向きに進みます。",
    en="Check the sign: the step goes against the gradient.",
)
SLOPE_SLIP = Text(
    ja="符号を確かめましょう。最小点の左側では、坂は右下がりです。",
    en="Check the sign: left of the minimizer the loss falls as the weight grows.",
)
FACTOR_SLIP = Text(
    ja="2乗を微分すると係数 2 が付きます。",
    en="The derivative of a square has a factor 2.",
)


@dataclass(frozen=True)
class Exercise:
    """A question with its answer.

    Args:
        id: Kebab-case, stable.
        answer: An exact number, or the value of the right choice.
        kind: How it is answered.
        given: The numbers of the question.
        choices: Value and words of each choice.
        slips: Foreseen wrong answers, and what to say to them.
    """

    id: str
    answer: Fraction | str
    kind: Literal["number", "choice"] = "number"
    given: tuple[tuple[Place, Fraction], ...] = ()
    choices: tuple[tuple[str, Text], ...] = ()
    slips: tuple[tuple[Fraction | str, Text], ...] = ()


def _value(expression: Node, given: Values) -> Fraction:
    return rational(expression, Point(given, MEANINGS, (UPDATES,)))


def _number(
    id: str, asked: Node, given: dict[Place, str], slips: tuple[tuple[Node, Text], ...] = ()
) -> Exercise:
    values = {place: Fraction(text) for place, text in given.items()}
    return Exercise(
        id,
        _value(asked, values),
        given=tuple(values.items()),
        slips=tuple((_value(wrong, values), words) for wrong, words in slips),
    )


def _regime(id: str, learning_rate: str) -> Exercise:
    rate = Fraction(learning_rate)
    point = Point({eta: rate})
    (answer,) = (regime.id for regime in REGIMES if holds(regime.condition, point))
    choices = tuple((regime.id, regime.name) for regime in REGIMES)
    return Exercise(id, answer, "choice", given=((eta, rate),), choices=choices)


def _solution(theorem: Iff) -> Node:
    """The value that an equivalence finds for the learning rate."""
    assert isinstance(theorem.right, Relation)
    return theorem.right.right


def _upper_end(theorem: Iff) -> Node:
    assert isinstance(theorem.right, Chain)
    return theorem.right.members[-1]


assert isinstance(GRADIENT_DESCENT_ONE_STEP.statement, Iff)
assert isinstance(QUADRATIC_CONVERGES.statement, Iff)
START: dict[Place, str] = {W_[0]: "2", eta: "0.1"}

EXERCISES: dict[str, Exercise] = {
    exercise.id: exercise
    for exercise in (
        _number(
            "exercise-slope",
            E.prime(W),
            {W: "-3"},
            slips=((-E.prime(W), SLOPE_SLIP), (W, FACTOR_SLIP)),
        ),
        _number(
            "exercise-step",
            W_[1],
            START,
            slips=(
                (W_[0] + eta * E.prime(W_[0]), SIGN_SLIP),
                (W_[0] - eta * W_[0], FACTOR_SLIP),
                (
                    W_[0] - E.prime(W_[0]),
                    Text(
                        ja="勾配に学習率を掛けてから引きましょう。",
                        en="Multiply the gradient by the learning rate before you subtract.",
                    ),
                ),
            ),
        ),
        _number(
            "exercise-loss-after",
            E(W_[1]),
            START,
            slips=(
                (
                    W_[1] ** 2,
                    Text(ja="損失の定数項も加えましょう。", en="Add the constant of the loss too."),
                ),
                (
                    E(W_[0]),
                    Text(ja="それは更新前の損失です。", en="That is the loss before the update."),
                ),
            ),
        ),
        _number(
            "exercise-rate-for-one-step",
            _solution(GRADIENT_DESCENT_ONE_STEP.statement),
            {},
            slips=(
                (
                    as_node(1),
                    Text(
                        ja="学習率 1 では、2点を往復します。",
                        en="At the rate 1 the weight goes to and fro between two points.",
                    ),
                ),
            ),
        ),
        _regime("exercise-regime", "0.8"),
        _number(
            "exercise-two-cycle-value",
            W_[7],
            {W_[0]: "3", eta: "1"},
            slips=(
                (
                    W_[6],
                    Text(
                        ja="7 は奇数です。もう1回更新しましょう。",
                        en="Seven is odd: update once more.",
                    ),
                ),
            ),
        ),
        _number(
            "exercise-quadratic-limit",
            _upper_end(QUADRATIC_CONVERGES.statement),
            {a: "4"},
            slips=(
                (
                    as_node("1/2") / a,
                    Text(
                        ja="それは1回で最小点に届く学習率です。",
                        en="That is the rate which arrives in one step.",
                    ),
                ),
            ),
        ),
    )
}
