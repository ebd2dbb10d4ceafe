"""A network of two layers trained by hand in plain NumPy: the independent witness of training.

Nothing here imports nnmath. M. Nielsen (2015), «Neural Networks and Deep Learning», chapter 2;
D. Kingma and J. Ba (2015), «Adam», Algorithm 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Parameters = list[Array]
Update = Callable[[Parameters, Parameters], Parameters]


def sigmoid(z: Array) -> Array:
    """Without overflow on either side."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def log_softmax(z: Array) -> Array:
    """Row by row, the largest logit taken off."""
    shifted = z - z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def loss_and_gradients(
    parameters: Parameters, inputs: Array, one_hot: Array
) -> tuple[float, Parameters]:
    """Sigmoid units, then softmax and cross-entropy; the gradients in the parameters' order."""
    W1, b1, W2, b2 = parameters
    hidden = sigmoid(inputs @ W1 + b1)
    logs = log_softmax(hidden @ W2 + b2)
    loss = -float((one_hot * logs).sum()) / len(inputs)
    delta2 = (np.exp(logs) - one_hot) / len(inputs)
    delta1 = delta2 @ W2.T * (hidden * (1 - hidden))
    return loss, [inputs.T @ delta1, delta1.sum(0), hidden.T @ delta2, delta2.sum(0)]


def gradient_descent(rate: float) -> Update:
    """Each parameter against its gradient."""
    return lambda parameters, gradients: [
        p - rate * g for p, g in zip(parameters, gradients, strict=True)
    ]


def adam(rate: float, beta1: float, beta2: float, epsilon: float) -> Update:
    """Algorithm 1, with its own moments."""
    moments: list[list[Array]] = []
    count = 0

    def update(parameters: Parameters, gradients: Parameters) -> Parameters:
        nonlocal count
        if not moments:
            moments.extend([np.zeros_like(p), np.zeros_like(p)] for p in parameters)
        count += 1
        new = []
        for p, g, both in zip(parameters, gradients, moments, strict=True):
            m, v = both
            both[:] = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
            m_hat, v_hat = both[0] / (1 - beta1**count), both[1] / (1 - beta2**count)
            new.append(p - rate * m_hat / (np.sqrt(v_hat) + epsilon))
        return new

    return update


def train(
    parameters: Parameters,
    inputs: Array,
    labels: Array,
    update: Update,
    batch_size: int,
    epochs: int,
) -> tuple[Parameters, list[float]]:
    """Batches in the order of the data; the loss of each before its update."""
    losses = []
    classes = parameters[-1].size
    for _ in range(epochs):
        for start in range(0, len(inputs), batch_size):
            batch = inputs[start : start + batch_size]
            own = labels[start : start + batch_size]
            one_hot = np.zeros((len(own), classes), inputs.dtype)
            one_hot[np.arange(len(own)), own] = 1
            loss, gradients = loss_and_gradients(parameters, batch, one_hot)
            losses.append(loss)
            parameters = update(parameters, gradients)
    return parameters, losses
