"""Penalties on one weight of a quadratic loss, written by hand from their sources.

Nothing here imports nnmath. A. Hoerl, R. Kennard (1970), «Ridge Regression: Biased Estimation for
Nonorthogonal Problems»; R. Tibshirani (1996), «Regression Shrinkage and Selection via the Lasso»;
D. Donoho, I. Johnstone (1994), «Ideal Spatial Adaptation by Wavelet Shrinkage».
"""

from __future__ import annotations

import math
from fractions import Fraction


def ridge_loss(
    weight: Fraction, curvature: Fraction, target: Fraction, penalty: Fraction
) -> Fraction:
    """Half the curvature times the squared distance, and half the penalty times the square."""
    distance = weight - target
    return (curvature * distance * distance + penalty * weight * weight) / 2


def lasso_loss(weight: Fraction, target: Fraction, penalty: Fraction) -> Fraction:
    """Half the squared distance, and the penalty times the size of the weight."""
    size = weight if weight > 0 else -weight
    return (weight - target) * (weight - target) / 2 + penalty * size


def soft_threshold(target: Fraction, penalty: Fraction) -> Fraction:
    """sign(target) · max(|target| − penalty, 0)."""
    sign = (target > 0) - (target < 0)
    return sign * max(abs(target) - penalty, Fraction(0))


def normal_prior(weight: float, deviation: float) -> float:
    """The density of a normal law with mean 0."""
    share = weight / deviation
    return math.exp(-share * share / 2) / (deviation * math.sqrt(2 * math.pi))


def laplace_prior(weight: float, width: float) -> float:
    """The density that falls off by e over every width, on both sides of 0."""
    return 0.5 / width * math.exp(-abs(weight) / width)


def risk_of_few(ratio: Fraction, noise: Fraction) -> Fraction:
    """The noise times the odds of the ratio."""
    return noise / (1 / ratio - 1) if ratio else Fraction(0)


def risk_of_many(ratio: Fraction, noise: Fraction, signal: Fraction) -> Fraction:
    """The share of the signal that is missed, and the noise over the weights to spare."""
    return signal * (ratio - 1) / ratio + noise / (ratio - 1)
