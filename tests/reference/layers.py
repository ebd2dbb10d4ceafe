"""A fully connected layer written by hand: the independent witness of the definition.

Nothing here imports nnmath. I. Goodfellow, Y. Bengio, A. Courville (2016), «Deep Learning»,
section 6.5.4, with rows as samples.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def activations(pre_activations: Array) -> Array:
    """Of each entry, one that stands for any smooth activation: z + z²/2."""
    return pre_activations + pre_activations**2 / 2


def next_layer(
    inputs: Array, weights: Array, biases: Array, next_weights: Array, next_biases: Array
) -> Array:
    """Two layers, the activation between them."""
    hidden = activations(fully_connected(inputs, weights, biases))
    return fully_connected(hidden, next_weights, next_biases)


def fully_connected(inputs: Array, weights: Array, biases: Array) -> Array:
    """Sample by sample: each output sums its weighted inputs and its bias."""
    return np.array(
        [
            [
                sum(x * w for x, w in zip(row, column, strict=True)) + bias
                for column, bias in zip(weights.T, biases, strict=True)
            ]
            for row in inputs
        ]
    )


def skip_connection(inputs: Array, residual: Array) -> Array:
    """What comes in, and what the block adds."""
    return inputs + residual


def batch_mean(feature: Array) -> float:
    """The arithmetic mean."""
    return float(np.mean(feature))


def batch_variance(feature: Array) -> float:
    """The mean square less the square of the mean."""
    return float(np.mean(feature**2) - np.mean(feature) ** 2)


def normalized(feature: Array, small: float) -> Array:
    """Distances from the mean in units of the root of variance and a small number."""
    return (feature - np.mean(feature)) / np.sqrt(np.var(feature) + small)


def scaled_and_shifted(feature: Array, small: float, scale: float, shift: float) -> Array:
    """The normalised feature, scaled and shifted."""
    return scale * normalized(feature, small) + shift
