"""Gradient descent written by hand from its sources: the independent witness of the definitions.

Nothing here imports nnmath. A. Cauchy (1847), «Méthode générale pour la résolution des systèmes
d'équations simultanées»; I. Goodfellow, Y. Bengio, A. Courville (2016), «Deep Learning», section
4.3, equation 4.5: x′ = x − ε∇f(x).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

# A float, a Fraction or an array: the formulas need +, − and × only
Value = TypeVar("Value", float, Fraction, Any)


def worked_example_loss(weight: Value) -> Value:
    """The loss of the worked example: the weight times itself, and four."""
    return weight * weight + 4


def worked_example_slope(weight: Value) -> Value:
    """Its derivative, from a table of derivatives."""
    return weight + weight


def quadratic_loss(weight: Value, a: Value, c: Value, d: Value) -> Value:
    """The general quadratic, multiplied out: aW² − 2acW + (ac² + d)."""
    return a * weight * weight - 2 * a * c * weight + (a * c * c + d)


def quadratic_slope(weight: Value, a: Value, c: Value) -> Value:
    """Its derivative, term by term."""
    return 2 * a * weight - 2 * a * c


def gradient_descent(parameter: Value, gradient: Value, learning_rate: Value) -> Value:
    """One step against the gradient."""
    change = learning_rate * gradient
    return parameter - change


def trajectory(
    start: Value, learning_rate: Value, updates: int, slope: Callable[[Value], Value]
) -> list[Value]:
    """The weights from the start on, each from the one before."""
    weights = [start]
    for _ in range(updates):
        here = weights[-1]
        weights.append(here - learning_rate * slope(here))
    return weights
