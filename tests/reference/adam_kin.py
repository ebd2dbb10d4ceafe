"""NAdam, RAdam, AdaBound and Lion, written by hand from their sources.

Nothing here imports nnmath. T. Dozat (2016), «Incorporating Nesterov Momentum into Adam»; L. Liu
and others (2020), «On the Variance of the Adaptive Learning Rate and Beyond», Algorithm 2; L. Luo,
Y. Xiong, Y. Liu, X. Sun (2019), «Adaptive Gradient Methods with Dynamic Bound of Learning Rate»,
Algorithm 2; X. Chen and others (2023), «Symbolic Discovery of Optimization Algorithms»,
Algorithm 2; the documentation of PyTorch, Keras and Optax.

Every function takes a start, the function that gives the gradient at a point, and the number of
steps; it returns all parameters on the way, the start first.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from tests.reference.adam import Slope, average, squared, unbiased, walk


def nadam(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Algorithm 2: the squared average is multiplied by its rate once more."""
    return _nadam(theta, slope, steps, settings.pop("beta2"), extra=True, **settings)


def nadam_optax(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Without that factor."""
    return _nadam(theta, slope, steps, settings.pop("beta2"), extra=False, **settings)


def _nadam(
    theta: Any,
    slope: Slope,
    steps: int,
    beta2: float,
    *,
    extra: bool,
    learning_rate: float,
    beta1: float,
    epsilon: float,
) -> list[Any]:
    def move(here: Any, past: list[Any]) -> Any:
        count = len(past)
        ahead = beta1 * average(past, beta1) / (1 - beta1 ** (count + 1))
        now = (1 - beta1) * past[-1] / (1 - beta1**count)
        spread = unbiased(squared(past), beta2) * (beta2 if extra else 1)
        return here - learning_rate * (ahead + now) / (spread**0.5 + epsilon)

    return walk(theta, slope, steps, move)


def nadam_scheduled(
    theta: Any,
    slope: Slope,
    steps: int,
    *,
    learning_rate: float,
    beta1: float,
    beta2: float,
    epsilon: float,
    momentum_decay: float,
) -> list[Any]:
    """With the momentum of step i at β₁(1 − ½ · 0.96^(iψ))."""

    def momentum(step: int) -> float:
        return beta1 * (1 - 0.96 ** (step * momentum_decay) / 2)

    def move(here: Any, past: list[Any]) -> Any:
        count = len(past)
        through = math.prod(momentum(step) for step in range(1, count + 1))
        ahead = momentum(count + 1) * average(past, beta1) / (1 - through * momentum(count + 1))
        now = (1 - momentum(count)) * past[-1] / (1 - through)
        spread = unbiased(squared(past), beta2)
        return here - learning_rate * (ahead + now) / (spread**0.5 + epsilon)

    return walk(theta, slope, steps, move)


def nadam_keras(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Keras: the schedule without a speed of its own."""
    return nadam_scheduled(theta, slope, steps, momentum_decay=1.0, **settings)


def radam(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Algorithm 2, with ε: adaptive from ρ_t > 4 on."""
    return _radam(theta, slope, steps, 4.0, settings.pop("beta2"), late=True, **settings)


def radam_pytorch(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Adaptive from ρ_t > 5 on; the constant is added before the correction."""
    return _radam(theta, slope, steps, 5.0, settings.pop("beta2"), late=False, **settings)


def radam_optax(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Adaptive from ρ_t ≥ 5 on."""
    return _radam(
        theta, slope, steps, math.nextafter(5.0, 0.0), settings.pop("beta2"), late=True, **settings
    )


def adaptive_variance(length: Any) -> Any:
    """Section 4.2 of Liu and others: about the variance of √(ρ/χ²_ρ)."""
    return length / (length - 2) / (length - 4) / 2


def _radam(
    theta: Any,
    slope: Slope,
    steps: int,
    threshold: float,
    beta2: float,
    *,
    late: bool,
    learning_rate: float,
    beta1: float,
    epsilon: float,
) -> list[Any]:
    longest = 2 / (1 - beta2) - 1

    def move(here: Any, past: list[Any]) -> Any:
        count = len(past)
        mean, spread = unbiased(past, beta1), average(squared(past), beta2)
        lack = 1 - beta2**count
        length = longest - 2 * count * beta2**count / lack
        if length <= threshold:
            return here - learning_rate * mean
        ratio = adaptive_variance(longest) / adaptive_variance(length)
        if late:
            adaptive = 1 / ((spread / lack) ** 0.5 + epsilon)
        else:
            adaptive = lack**0.5 / (spread**0.5 + epsilon)
        return here - learning_rate * ratio**0.5 * mean * adaptive

    return walk(theta, slope, steps, move)


def adabound(
    theta: Any,
    slope: Slope,
    steps: int,
    *,
    learning_rate: float,
    beta1: float,
    beta2: float,
    epsilon: float,
    final_learning_rate: float,
    gamma: float,
) -> list[Any]:
    """Adam's rate for each parameter, clipped into an interval that closes in."""

    def move(here: Any, past: list[Any]) -> Any:
        count = len(past)
        rate = learning_rate * (1 - beta2**count) ** 0.5 / (1 - beta1**count)
        each = rate / (average(squared(past), beta2) ** 0.5 + epsilon)
        low = final_learning_rate - final_learning_rate / (gamma * count + 1)
        high = final_learning_rate + final_learning_rate / (gamma * count)
        return here - np.minimum(np.maximum(each, low), high) * average(past, beta1)

    return walk(theta, slope, steps, move)


def lion(
    theta: Any,
    slope: Slope,
    steps: int,
    *,
    learning_rate: float,
    beta1: float,
    beta2: float,
    weight_decay: float = 0.0,
) -> list[Any]:
    """Algorithm 2: the sign of one average, while another is kept."""

    def move(here: Any, past: list[Any]) -> Any:
        kept = average(past[:-1], beta2) if len(past) > 1 else np.zeros_like(here)
        direction = np.sign(kept * beta1 + past[-1] * (1 - beta1))
        return here - learning_rate * (direction + weight_decay * here)

    return walk(theta, slope, steps, move)


def lion_keras(theta: Any, slope: Slope, steps: int, **settings: float) -> list[Any]:
    """Without weight decay."""
    return lion(theta, slope, steps, **settings)
