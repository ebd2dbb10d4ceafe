"""AdaGrad, RMSProp and AdaDelta, written by hand from their sources.

Nothing here imports nnmath. J. Duchi, E. Hazan, Y. Singer (2011), «Adaptive Subgradient Methods for
Online Learning and Stochastic Optimization»; I. Goodfellow, Y. Bengio, A. Courville (2016), «Deep
Learning», Algorithm 8.5; M. D. Zeiler (2012), «ADADELTA: An Adaptive Learning Rate Method»; the
documentation of PyTorch, Keras and Optax.

Every function takes a start, the function that gives the gradient at a point, and the number of
steps; it returns all parameters on the way, the start first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Slope = Callable[[Any], Any]


def adagrad(
    theta: Any,
    slope: Slope,
    steps: int,
    *,
    learning_rate: float,
    epsilon: float,
    initial_accumulator: float = 0.0,
) -> list[Any]:
    """Divided by the root of all squared gradients together, and a little more."""
    path, squares = [theta], initial_accumulator * np.ones_like(theta)
    for _ in range(steps):
        here = path[-1]
        gradient = slope(here)
        squares = squares + gradient * gradient
        path.append(here - learning_rate * gradient / (epsilon + squares**0.5))
    return path


def adagrad_inside(
    theta: Any,
    slope: Slope,
    steps: int,
    *,
    learning_rate: float,
    epsilon: float,
    initial_accumulator: float,
) -> list[Any]:
    """The little more is added before the root is taken."""
    path, squares = [theta], initial_accumulator * np.ones_like(theta)
    for _ in range(steps):
        here = path[-1]
        gradient = slope(here)
        squares = squares + gradient * gradient
        path.append(here - learning_rate * gradient * (squares + epsilon) ** -0.5)
    return path


def rmsprop(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, rho: float, epsilon: float
) -> list[Any]:
    """Algorithm 8.5: accumulate, compute the update, apply it."""
    path, accumulated = [theta], np.zeros_like(theta)
    for _ in range(steps):
        here = path[-1]
        gradient = slope(here)
        accumulated = rho * accumulated + (1 - rho) * gradient * gradient
        change = -learning_rate / (epsilon + accumulated) ** 0.5 * gradient
        path.append(here + change)
    return path


def rmsprop_pytorch(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, rho: float, epsilon: float
) -> list[Any]:
    """As Algorithm 8.5, but the constant is added to the root."""
    path, accumulated = [theta], np.zeros_like(theta)
    for _ in range(steps):
        here = path[-1]
        gradient = slope(here)
        accumulated = rho * accumulated + (1 - rho) * gradient * gradient
        path.append(here - learning_rate * gradient / (accumulated**0.5 + epsilon))
    return path


def adadelta(theta: Any, slope: Slope, steps: int, *, rho: float, epsilon: float) -> list[Any]:
    """Algorithm 1: the root mean square of the steps over that of the gradients."""
    return adadelta_with_rate(theta, slope, steps, learning_rate=1.0, rho=rho, epsilon=epsilon)


def adadelta_with_rate(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, rho: float, epsilon: float
) -> list[Any]:
    """The same step times a rate, which the mean of the steps does not see."""
    path = [theta]
    of_gradients, of_steps = np.zeros_like(theta), np.zeros_like(theta)
    for _ in range(steps):
        here = path[-1]
        gradient = slope(here)
        of_gradients = rho * of_gradients + (1 - rho) * gradient * gradient
        change = -((of_steps + epsilon) ** 0.5) / (of_gradients + epsilon) ** 0.5 * gradient
        of_steps = rho * of_steps + (1 - rho) * change * change
        path.append(here + learning_rate * change)
    return path
