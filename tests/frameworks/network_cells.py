"""Small networks of every activation function under every loss, with all their gradients."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from nnmath.simulation import Network
from nnmath.simulation.activations import ACTIVATIONS, CONSTANTS, SOFTMAX
from tests.frameworks.activation_cells import GUIDE
from tests.frameworks.cells import Cell, Quantities, asked

LOSSES = {
    "mean-squared-error": "torch.nn.functional.mse_loss",
    "binary-cross-entropy": "torch.nn.functional.binary_cross_entropy",
    "categorical-cross-entropy": "torch.nn.functional.cross_entropy",
}
LAST = {"binary-cross-entropy": "sigmoid", "categorical-cross-entropy": SOFTMAX}
SIZES = (3, 4, 3, 2)
INPUTS = np.random.default_rng(3).normal(size=(5, 3))
TARGETS = np.eye(2)[[0, 1, 1, 0, 1]]


def cells() -> list[Cell]:
    """Three layers of one activation function under each loss, in PyTorch."""
    return [
        Cell(
            "network",
            f"{id} {loss}",
            "pytorch",
            partial(through_network, id, loss),
            partial(whole, id, loss),
        )
        for id in ACTIVATIONS
        if id != SOFTMAX
        for loss in LOSSES
    ]


def through_network(id: str, loss: str) -> dict[str, Any]:
    """The question for a network."""
    return asked(f"{LOSSES[loss]}({forward(id, loss)}, targets)", *of(drawn(id, loss)))


def drawn(id: str, loss: str) -> Network:
    """A small network with weights, and biases, that are not 0."""
    last = LAST.get(loss, id)
    network = Network(SIZES, (id, id, last), loss, seed=1)
    network.parameters += 0.1 * np.random.default_rng(2).normal(size=network.parameters.size)
    return network


def of(network: Network) -> tuple[dict[str, Any], list[str]]:
    """What a call reads, and the parameters of all layers by their names."""
    parameters = {
        f"{letter}{number}": part
        for number, layer in enumerate(network.layers, 1)
        for letter, part in zip("Wb", layer, strict=True)
    }
    names = {"inputs": INPUTS, "targets": TARGETS, "slope": CONSTANTS["a"], **parameters}
    return names, list(parameters)


def forward(id: str, loss: str) -> str:
    """The predictions in PyTorch, whose cross-entropy takes logits."""
    text = "inputs"
    for number, each in enumerate((id, id, LAST.get(loss, id)), 1):
        text = f"torch.nn.functional.linear({text}, W{number}.T, b{number})"
        if each != SOFTMAX:
            text = f"{GUIDE[each].pytorch}({text})"
    return text


def whole(id: str, loss: str) -> Quantities:
    """The loss, and its gradient by the parameters of each layer."""
    network = drawn(id, loss)
    layers = network.gradients(INPUTS, TARGETS).layers
    found = {"value": np.asarray(network.loss(INPUTS, TARGETS))}
    for number, layer in enumerate(layers, 1):
        found |= {f"W{number}": layer.weights, f"b{number}": layer.biases}
    return found
