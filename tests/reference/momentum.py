"""Gradient descent and its forms with momentum, written by hand from their sources.

Nothing here imports nnmath. H. Robbins, S. Monro (1951), «A Stochastic Approximation Method»;
I. Sutskever, J. Martens, G. Dahl, G. Hinton (2013), «On the importance of initialization and
momentum in deep learning», equations 1 to 4; the documentation of PyTorch, Keras and Optax.

Every function takes a start, the function that gives the gradient at a point, and the number of
steps; it returns all parameters on the way, the start first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Slope = Callable[[Any], Any]


def sgd(theta: Any, slope: Slope, steps: int, *, learning_rate: float) -> list[Any]:
    """A step against the gradient."""
    path = [theta]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def momentum(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, momentum: float
) -> list[Any]:
    """Sutskever's equations 1 and 2: the velocity is what is added."""
    path, velocity = [theta], np.zeros_like(theta)
    for _ in range(steps):
        here = path[-1]
        velocity = momentum * velocity - learning_rate * slope(here)
        path.append(here + velocity)
    return path


def momentum_pytorch(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, momentum: float, dampening: float
) -> list[Any]:
    """The buffer begins as the first gradient, undamped; the rate multiplies afterwards."""
    path, buffer = [theta], None
    for _ in range(steps):
        here = path[-1]
        gradient = slope(here)
        first = buffer is None
        buffer = gradient if first else buffer * momentum + gradient * (1 - dampening)
        path.append(here - learning_rate * buffer)
    return path


def momentum_optax(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, momentum: float
) -> list[Any]:
    """A trace of gradients: each one decays by the momentum at every later step."""
    path, gradients = [theta], []
    for _ in range(steps):
        here = path[-1]
        gradients.append(slope(here))
        trace = sum(momentum**age * old for age, old in enumerate(reversed(gradients)))
        path.append(here - learning_rate * trace)
    return path


def averaged_momentum(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, momentum: float
) -> list[Any]:
    """A weighted mean of all gradients, with weights (1 − μ)μ^age."""
    path, gradients = [theta], []
    for _ in range(steps):
        here = path[-1]
        gradients.append(slope(here))
        mean = sum(
            (1 - momentum) * momentum**age * old for age, old in enumerate(reversed(gradients))
        )
        path.append(here - learning_rate * mean)
    return path


def nesterov(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, momentum: float
) -> list[Any]:
    """Sutskever's equations 3 and 4: the gradient where the velocity alone would lead."""
    path, velocity = [theta], np.zeros_like(theta)
    for _ in range(steps):
        here = path[-1]
        velocity = momentum * velocity - learning_rate * slope(here + momentum * velocity)
        path.append(here + velocity)
    return path


def nesterov_pytorch(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, momentum: float
) -> list[Any]:
    """The gradient at the iterate, plus the decayed buffer that already holds it."""
    path, buffer = [theta], np.zeros_like(theta)
    for _ in range(steps):
        here = path[-1]
        gradient = slope(here)
        buffer = momentum * buffer + gradient
        path.append(here - learning_rate * (gradient + momentum * buffer))
    return path


def nesterov_keras(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, momentum: float
) -> list[Any]:
    """The velocity is worked out first; the step is what the next velocity would be."""
    path, velocity = [theta], np.zeros_like(theta)
    for _ in range(steps):
        here = path[-1]
        change = -learning_rate * slope(here)
        velocity = momentum * velocity + change
        path.append(here + momentum * velocity + change)
    return path
