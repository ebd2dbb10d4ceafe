"""Every activation function that frameworks have, with its slopes."""

from __future__ import annotations

from functools import partial

import numpy as np

from nnmath.simulation.activations import ACTIVATIONS, CONSTANTS, SOFTMAX, activation
from nnmath.theory.framework_names import FRAMEWORK_NAMES
from tests.frameworks.cells import Cell, Quantities, asked

# Away from kinks, and from 20 to 36, where PyTorch takes softplus for z itself a little too early
POINTS = np.array([-700.0, -19.0, -3.0, -1.0, -0.25, -1e-3, 1e-3, 0.5, 1.0, 2.75, 19.0, 700.0])
GUIDE = {each.formula: each for each in FRAMEWORK_NAMES}


def cells() -> list[Cell]:
    """Each as the reading guide names it."""
    names = {"z": POINTS, "slope": CONSTANTS["a"], "negative_slope": CONSTANTS["a"]}
    return [
        Cell(
            "activation",
            id,
            framework,
            partial(asked, f"{call}(z)", names, ["z"]),
            partial(entrywise, id),
        )
        for id in ACTIVATIONS
        if id != SOFTMAX
        for framework, call in called(id).items()
    ]


def called(id: str) -> dict[str, str]:
    """What makes the function in PyTorch, and the layer in Keras."""
    keras = GUIDE[id].keras
    word = keras.removeprefix("activation=")
    layer = keras if word == keras else f"Activation({word})"
    return {"pytorch": GUIDE[id].pytorch, "keras": f"keras.layers.{layer}"}


def entrywise(id: str) -> Quantities:
    """Values and slopes of an activation function."""
    values = activation(id).value(POINTS)
    slopes = activation(id).slope(POINTS, values)
    return {"value": values, "z": np.broadcast_to(slopes, POINTS.shape)}
