"""Witnesses of gradient descent with many weights."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.indexed import Entry, Tensor, total
from nnmath.proof.meanings import Meaning
from nnmath.proof.nodes import Node, Variable, as_node
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.theory.cosine_schedule import last_rate
from nnmath.theory.descent_vocabulary import (
    T,
    eta_max,
    gamma,
    i,
    lambda_max,
    lambda_min,
    loss_at_w,
    u,
    w,
    x,
    y,
)
from nnmath.theory.perceptron import x as features
from nnmath.theory.perceptron import y as label_
from nnmath.theory.schedules import warm_up
from nnmath.theory.step_schedule import drop
from nnmath.theory.vocabulary import eta, h, t
from tests.reference import descent as reference
from tests.witnesses.shelf import definition

VECTOR = (Fraction(3, 7), Fraction(-5), Fraction(2))
OTHER = (Fraction(1, 3), Fraction(4), Fraction(-9, 2))
NUMBERS = (Fraction(3, 7), Fraction(5), Fraction(2, 9))


def right_side(id: str) -> Node:
    """What a definition says."""
    return definition(id).right


def entries(tensor: Tensor, numbers: tuple[Fraction, ...]) -> dict[Node, Fraction]:
    """Values for a vector."""
    found: dict[Node, Fraction] = {Variable(tensor.symbol.shape[0]): Fraction(len(numbers))}
    for at, number in enumerate(numbers, 1):
        found[Entry(tensor, (as_node(at),))] = number
    return found


def moved_weights() -> None:
    values = {**entries(w, VECTOR), **entries(u, OTHER), h: Fraction(2, 3)}
    ours = [
        rational(right_side("moved-weights"), Point({**values, i: Fraction(at)}))  # type: ignore[dict-item]
        for at in (1, 2, 3)
    ]
    assert ours == reference.moved_weights(VECTOR, Fraction(2, 3), OTHER)


def weights_update() -> None:
    # A loss whose slopes are the squares of the weights
    cubes = {loss_at_w: Meaning((), total(i, w[i] ** 3) / 3)}
    wanted = reference.weights_update(VECTOR, [each**2 for each in VECTOR], Fraction(1, 4))
    for at, number in enumerate(wanted, 1):
        values = {**entries(w, VECTOR), eta: Fraction(1, 4), i: Fraction(at)}
        with digits():
            found = ball(right_side("weights-update"), Point(values, cubes))  # type: ignore[arg-type]
        assert abs(float(found) - float(number)) < 1e-12


def condition_number() -> None:
    for large in NUMBERS:
        for small in NUMBERS:
            ours = rational(
                right_side("condition-number"), Point({lambda_max: large, lambda_min: small})
            )
            assert ours == reference.condition_number(large, small)


def saddle_loss() -> None:
    for first in VECTOR:
        for second in OTHER:
            ours = rational(right_side("saddle-loss"), Point({x: first, y: second}))
            assert ours == reference.saddle_loss(first, second)


def exponential_rate() -> None:
    for updates in range(5):
        point = Point({eta_max: NUMBERS[0], gamma: NUMBERS[2], t: Fraction(updates)})
        ours = rational(right_side("exponential-schedule"), point)
        assert ours == reference.exponential_rate(NUMBERS[0], NUMBERS[2], updates)


def warm_up_rate() -> None:
    for updates in range(5):
        point = Point({eta_max: NUMBERS[0], warm_up: Fraction(7), t: Fraction(updates)})
        ours = rational(right_side("warm-up-schedule"), point)
        assert ours == reference.warm_up_rate(NUMBERS[0], 7, updates)


def cosine_rate() -> None:
    for updates in range(8):
        values = {eta_max: NUMBERS[0], last_rate: NUMBERS[2], T: Fraction(7), t: Fraction(updates)}
        with digits():
            ours = float(ball(right_side("cosine-schedule"), Point(values)))  # type: ignore[arg-type]
        wanted = reference.cosine_rate(float(NUMBERS[0]), float(NUMBERS[2]), 7, updates)
        assert abs(ours - wanted) < 1e-12


def stepped_rate() -> None:
    for updates in range(5):
        point = Point(
            {eta_max: NUMBERS[0], gamma: NUMBERS[2], drop: Fraction(3), t: Fraction(updates)}
        )
        ours = rational(right_side("step-schedule"), point)
        assert ours == reference.stepped_rate(NUMBERS[0], NUMBERS[2], 3, updates)


def inverse_time_rate() -> None:
    for updates in range(5):
        point = Point({eta_max: NUMBERS[0], gamma: NUMBERS[2], t: Fraction(updates)})
        ours = rational(right_side("inverse-time-schedule"), point)
        assert ours == reference.inverse_time_rate(NUMBERS[0], NUMBERS[2], updates)


def learned_weights() -> None:
    # Either label is right once and wrong once
    for label, shown in product((1, -1), (OTHER, tuple(-feature for feature in OTHER))):
        values = {**entries(w, VECTOR), **entries(features, shown), label_: Fraction(label)}
        ours = [
            rational(right_side("perceptron-rule"), Point({**values, i: Fraction(at)}))  # type: ignore[dict-item]
            for at in (1, 2, 3)
        ]
        assert ours == reference.learned_weights(VECTOR, shown, label)


WITNESSES: dict[str, Callable[[], None]] = {
    "moved-weights": moved_weights,
    "weights-update": weights_update,
    "condition-number": condition_number,
    "saddle-loss": saddle_loss,
    "exponential-schedule": exponential_rate,
    "warm-up-schedule": warm_up_rate,
    "cosine-schedule": cosine_rate,
    "step-schedule": stepped_rate,
    "inverse-time-schedule": inverse_time_rate,
    "perceptron-rule": learned_weights,
}
