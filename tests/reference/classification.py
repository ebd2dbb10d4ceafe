"""Losses over classes written by hand: the independent witness of the definitions.

Nothing here imports nnmath. I. Goodfellow, Y. Bengio, A. Courville (2016), «Deep Learning»,
sections 3.13, 5.1.4 and 6.2.2.3; C. Bishop (2006), «Pattern Recognition and Machine Learning»,
section 4.3.4.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def cross_entropy(targets: Array, predictions: Array) -> float:
    """Minus the targets' share of each log probability."""
    return float(-np.dot(targets, np.log(predictions)))


def entropy(targets: Array) -> float:
    """The cross-entropy of a distribution with itself."""
    return cross_entropy(targets, targets)


def divergence(targets: Array, predictions: Array) -> float:
    """The mean log ratio under the targets."""
    return float(np.dot(targets, np.log(targets / predictions)))


def batch_softmax(logits: Array) -> Array:
    """Softmax of each row, its largest logit taken off."""
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def softmax_cross_entropy(targets: Array, logits: Array) -> float:
    """Cross-entropy of the softmax outputs of one sample."""
    return cross_entropy(targets, batch_softmax(logits[None])[0])


def batch_cross_entropy(targets: Array, logits: Array) -> float:
    """The mean over the samples of a batch."""
    pairs = zip(targets, logits, strict=True)
    return math.fsum(softmax_cross_entropy(y, z) for y, z in pairs) / len(targets)


def mean_squared_error(targets: Array, predictions: Array) -> float:
    """The mean over all entries."""
    return float(np.mean((predictions - targets) ** 2))


def batch_binary_cross_entropy(targets: Array, logits: Array) -> float:
    """Minus the log probability of each target under a sigmoid, averaged over all entries."""
    pairs = zip(targets.flat, (1 / (1 + np.exp(-logits))).flat, strict=True)
    return -math.fsum(y * math.log(p) + (1 - y) * math.log1p(-p) for y, p in pairs) / logits.size


def likelihood(targets: Array, predictions: Array) -> float:
    """The product of the probabilities, each to the power of its target."""
    return float(np.prod(predictions**targets))
