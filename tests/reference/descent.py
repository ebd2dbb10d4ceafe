"""Gradient descent with many weights, schedules, a saddle and the perceptron, written by hand from
their sources.

Nothing here imports nnmath. I. Goodfellow, Y. Bengio, A. Courville (2016), «Deep Learning»,
sections 4.2 and 4.3; A. Zhang, Z. Lipton, M. Li, A. Smola (2023), «Dive into Deep Learning»,
section 12.11; F. Rosenblatt (1958), «The Perceptron».
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction


def moved_weights(
    weights: Sequence[Fraction], step: Fraction, direction: Sequence[Fraction]
) -> list[Fraction]:
    """The weights after a step of that size in a direction."""
    return [weight + step * part for weight, part in zip(weights, direction, strict=True)]


def weights_update(
    weights: Sequence[Fraction], gradient: Sequence[Fraction], learning_rate: Fraction
) -> list[Fraction]:
    """Every weight against its own slope."""
    return [weight - learning_rate * part for weight, part in zip(weights, gradient, strict=True)]


def condition_number(largest: Fraction, smallest: Fraction) -> Fraction:
    """How much more the loss curves one way than another."""
    return largest / smallest


def saddle_loss(first: Fraction, second: Fraction) -> Fraction:
    """Up along the first weight, down along the second."""
    return first * first / 2 - second * second / 2


def exponential_rate(largest: Fraction, decay: Fraction, updates: int) -> Fraction:
    """The learning rate after so many updates, each of which multiplies it by the decay."""
    rate = largest
    for _ in range(updates):
        rate = rate * decay
    return rate


def warm_up_rate(largest: Fraction, length: int, updates: int) -> Fraction:
    """The learning rate after so many equal increases from 0."""
    return sum((largest / length for _ in range(updates)), Fraction(0))


def cosine_rate(largest: float, last: float, length: int, updates: int) -> float:
    """The learning rate down half a wave, by the square of the cosine of half the angle."""
    share = math.cos(math.pi * updates / (2 * length)) ** 2
    return last * (1 - share) + largest * share


def stepped_rate(largest: Fraction, decay: Fraction, drop: int, updates: int) -> Fraction:
    """The learning rate, multiplied by the decay once the drop has come."""
    return largest if updates < drop else largest * decay


def inverse_time_rate(largest: Fraction, decay: Fraction, updates: int) -> Fraction:
    """The learning rate whose inverse grows by the same amount with every update."""
    inverse = 1 / largest
    for _ in range(updates):
        inverse = inverse + decay / largest
    return 1 / inverse


def learned_weights(
    weights: Sequence[Fraction], inputs: Sequence[Fraction], label: int
) -> list[Fraction]:
    """The perceptron's weights after one sample, whose label is 1 or −1."""
    score = sum((w * x for w, x in zip(weights, inputs, strict=True)), Fraction(0))
    is_right = score > 0 if label == 1 else score < 0
    return [w if is_right else w + label * x for w, x in zip(weights, inputs, strict=True)]
