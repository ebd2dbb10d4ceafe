"""Activation functions written by hand in plain NumPy: the independent witness of the definitions.

Nothing here imports nnmath. I. Goodfellow, Y. Bengio, A. Courville (2016), «Deep Learning»,
sections 3.10 and 6.3; the others from the papers that named them. Other forms than the book's.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np


def sigmoid(z: Any) -> Any:
    """By the hyperbolic tangent."""
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


def tanh(z: Any) -> Any:
    """By a power of e less 1."""
    grown = np.expm1(-2 * np.abs(z))
    return np.sign(z) * -grown / (grown + 2)


def step(z: Any) -> Any:
    """Heaviside's function with the value 1 at 0."""
    return np.heaviside(z, 1)


def identity(z: Any) -> Any:
    """What went in."""
    return z


def relu(z: Any) -> Any:
    """The larger of the number and 0."""
    return np.maximum(z, 0)


def leaky_relu(z: Any, a: Any) -> Any:
    """The positive part, and a share of the negative part."""
    return np.maximum(z, 0) + a * np.minimum(z, 0)


def elu(z: Any, alpha: Any) -> Any:
    """The positive part, and a saturating negative part."""
    return np.maximum(z, 0) + alpha * np.expm1(np.minimum(z, 0))


def softplus(z: Any) -> Any:
    """log(e^0 + e^z)."""
    return np.logaddexp(0, z)


def normal_distribution(z: Any) -> Any:
    """By the complementary error function."""
    return 0.5 * np.vectorize(math.erfc)(-np.asarray(z) / math.sqrt(2))


def normal_density(z: Any) -> Any:
    """By its logarithm."""
    return np.exp(-0.5 * (np.square(z) + math.log(2 * math.pi)))


def gelu(z: Any) -> Any:
    """The number times the chance that a standard normal number is below it."""
    return z * normal_distribution(z)


def silu(z: Any) -> Any:
    """The number times its sigmoid."""
    return z * sigmoid(z)
