"""Adam, AdamW and AMSGrad, written by hand from their sources.

Nothing here imports nnmath. D. P. Kingma, J. Ba (2015), «Adam: A Method for Stochastic
Optimization», Algorithm 1 and the remark below it; I. Loshchilov, F. Hutter (2019), «Decoupled
Weight Decay Regularization», Algorithm 2; S. J. Reddi, S. Kale, S. Kumar (2018), «On the
Convergence of Adam and Beyond», Algorithm 2; the documentation of PyTorch, Keras and Optax.

Averages are worked out from all gradients so far, by their weights. Every function takes a start,
the function that gives the gradient at a point, and the number of steps; it returns all parameters
on the way, the start first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Slope = Callable[[Any], Any]


def average(values: list[Any], beta: float) -> Any:
    """(1 − β) Σ β^age · value: what an exponential average that began at 0 has become."""
    return sum((1 - beta) * beta**age * value for age, value in enumerate(reversed(values)))


def unbiased(values: list[Any], beta: float) -> Any:
    """The same divided by the sum of its weights."""
    weights = sum((1 - beta) * beta**age for age in range(len(values)))
    return average(values, beta) / weights


def walk(theta: Any, slope: Slope, steps: int, move: Callable[[Any, list[Any]], Any]) -> list[Any]:
    """Parameters from the start on, each from the one before and all gradients so far."""
    path, gradients = [theta], []
    for _ in range(steps):
        gradients.append(slope(path[-1]))
        path.append(move(path[-1], gradients))
    return path


def squared(gradients: list[Any]) -> list[Any]:
    """Each gradient, entry by entry, times itself."""
    return [each * each for each in gradients]


def adam_step(
    gradients: list[Any], learning_rate: float, beta1: float, beta2: float, epsilon: float
) -> Any:
    """Algorithm 1: what is taken from the parameter."""
    mean, spread = unbiased(gradients, beta1), unbiased(squared(gradients), beta2)
    return learning_rate * mean / (spread**0.5 + epsilon)


def keras_step(
    gradients: list[Any], learning_rate: float, beta1: float, beta2: float, epsilon: float
) -> Any:
    """The remark below Algorithm 1: the corrections go into the rate, ε̂ stays behind."""
    steps = len(gradients)
    rate = learning_rate * (1 - beta2**steps) ** 0.5 / (1 - beta1**steps)
    return rate * average(gradients, beta1) / (average(squared(gradients), beta2) ** 0.5 + epsilon)


def adam(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Algorithm 1."""
    return walk(theta, slope, steps, lambda here, past: here - adam_step(past, **settings))


def adam_keras(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Keras."""
    return walk(theta, slope, steps, lambda here, past: here - keras_step(past, **settings))


def adamw(
    theta: Any, slope: Slope, steps: int, *, weight_decay: float, **settings: float
) -> list[Any]:
    """Algorithm 2 of Loshchilov and Hutter, with a schedule that is 1."""
    return walk(
        theta,
        slope,
        steps,
        lambda here, past: here - adam_step(past, **settings) - weight_decay * here,
    )


def adamw_pytorch(
    theta: Any, slope: Slope, steps: int, *, weight_decay: float, **settings: float
) -> list[Any]:
    """The decay is multiplied by the rate."""
    share = settings["learning_rate"] * weight_decay
    return walk(
        theta, slope, steps, lambda here, past: here - share * here - adam_step(past, **settings)
    )


def adamw_keras(
    theta: Any, slope: Slope, steps: int, *, weight_decay: float, **settings: float
) -> list[Any]:
    """The decay is multiplied by the rate, before Keras' Adam."""
    share = settings["learning_rate"] * weight_decay
    return walk(
        theta, slope, steps, lambda here, past: (1 - share) * here - keras_step(past, **settings)
    )


def amsgrad(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Algorithm 2 of Reddi, Kale and Kumar, with ε: no corrections."""
    return _amsgrad(theta, slope, steps, average, average, lambda spread, _: spread, **settings)


def amsgrad_pytorch(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """The largest of the averages, then corrected like the last of them."""
    return _amsgrad(
        theta,
        slope,
        steps,
        unbiased,
        average,
        lambda spread, count: spread / (1 - settings["beta2"] ** count),
        **settings,
    )


def amsgrad_keras(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, **settings: float
) -> list[Any]:
    """The largest of the averages; the corrections go into the rate."""
    biggest = np.zeros_like(theta)

    def move(here: Any, past: list[Any]) -> Any:
        nonlocal biggest
        count, beta1, beta2 = len(past), settings["beta1"], settings["beta2"]
        rate = learning_rate * (1 - beta2**count) ** 0.5 / (1 - beta1**count)
        biggest = np.maximum(biggest, average(squared(past), beta2))
        return here - rate * average(past, beta1) / (biggest**0.5 + settings["epsilon"])

    return walk(theta, slope, steps, move)


def amsgrad_optax(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """The largest of the averages that were corrected first."""
    return _amsgrad(theta, slope, steps, unbiased, unbiased, lambda spread, _: spread, **settings)


def _amsgrad(
    theta: Any,
    slope: Slope,
    steps: int,
    mean_of: Callable[[list[Any], float], Any],
    spread_of: Callable[[list[Any], float], Any],
    afterwards: Callable[[Any, int], Any],
    *,
    learning_rate: float,
    beta1: float,
    beta2: float,
    epsilon: float,
) -> list[Any]:
    biggest = np.zeros_like(theta)

    def move(here: Any, past: list[Any]) -> Any:
        nonlocal biggest
        biggest = np.maximum(biggest, spread_of(squared(past), beta2))
        root = afterwards(biggest, len(past)) ** 0.5
        return here - learning_rate * mean_of(past, beta1) / (root + epsilon)

    return walk(theta, slope, steps, move)
