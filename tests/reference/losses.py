"""Losses of one sample written by hand in plain NumPy: the independent witness of the definitions.

Nothing here imports nnmath. C. Bishop (2006), «Pattern Recognition and Machine Learning», sections
1.6 and 4.3; P. Huber (1964), «Robust Estimation of a Location Parameter».
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.reference.activations import sigmoid


def squared_error(prediction: Any, target: Any) -> Any:
    """Multiplied out."""
    return prediction * prediction - 2 * prediction * target + target * target


def absolute_error(prediction: Any, target: Any) -> Any:
    """The larger less the smaller."""
    return np.maximum(prediction, target) - np.minimum(prediction, target)


def huber(error: Any, delta: Any) -> Any:
    """The clipped error squared, and the rest at the slope δ."""
    inside = np.clip(np.abs(error), 0, delta)
    return inside**2 / 2 + delta * (np.abs(error) - inside)


def bernoulli_likelihood(prediction: Any, target: Any) -> Any:
    """p^y (1 − p)^(1 − y) by logarithms."""
    return np.exp(target * np.log(prediction) + (1 - target) * np.log1p(-prediction))


def binary_cross_entropy(prediction: Any, target: Any) -> Any:
    """The logarithm of the likelihood, with its sign turned."""
    return -np.log(np.power(prediction, target) * np.power(1 - prediction, 1 - target))


def logit_loss(z: Any, target: Any) -> Any:
    """By a logarithm of a sum of powers of e."""
    return np.logaddexp(0, z) - z * target


def binary_entropy(target: Any) -> Any:
    """The cross-entropy of a target with itself."""
    return binary_cross_entropy(target, target)


def binary_kl_divergence(prediction: Any, target: Any) -> Any:
    """By logarithms of quotients."""
    rest = (1 - target) * np.log((1 - target) / (1 - prediction))
    return target * np.log(target / prediction) + rest


def squared_logit_loss(z: Any, target: Any) -> Any:
    """Half the squared error of the sigmoid."""
    return squared_error(sigmoid(z), target) / 2
