"""Units of a network written by hand: the independent witness of the definitions.

Nothing here imports nnmath. D. Rumelhart, G. Hinton, R. Williams (1986), «Learning Representations
by Back-Propagating Errors», equations 1 to 8.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tests.reference.softmax import sigmoid

Array = NDArray[np.float64]


def pre_activations(weights: Array, outputs_before: Array) -> Array:
    """Each unit's sum of weighted outputs; weights[i, j] leads from i to j."""
    return np.array([np.dot(column, outputs_before) for column in weights.T])


def outputs(pre_activations: Array) -> Array:
    """The sigmoid of each."""
    return np.array([sigmoid(float(each)) for each in pre_activations])


def squared_error(predictions: Array, targets: Array) -> float:
    """Half the squared distance."""
    return float(np.sum((predictions - targets) ** 2) / 2)


def numerical_gradient(function: Callable[[Array], float], at: Array, step: float = 1e-5) -> Array:
    """Central differences, one entry at a time."""
    slopes = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        moved = np.zeros_like(at)
        moved[place] = step
        slopes[place] = (function(at + moved) - function(at - moved)) / (2 * step)
    return slopes


def updated_weights(weights: Array, learning_rate: float, gradient: Array) -> Array:
    """A step against the gradient."""
    return weights - learning_rate * gradient
