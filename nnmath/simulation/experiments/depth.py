"""Sizes of gradients by depth, before any training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnmath.notation.text import Text
from nnmath.simulation.errors import whole
from nnmath.simulation.experiments.observation import Observation
from nnmath.simulation.network import Network


def gradient_sizes(
    activation: str = "sigmoid",
    initialiser: str = "xavier-normal",
    depth: int = 8,
    width: int = 32,
    seeds: Sequence[int] = range(5),
) -> Observation:
    """Measure how large each layer's gradient is in a network that has learned nothing yet.

    The gradient is that of the cross-entropy of noise with random classes. Its size is the root of
    the mean square of the derivatives by the layer's weights, so that layers of unequal sizes can
    be compared.

    Args:
        activation: The activation function of the hidden layers, by its id.
        initialiser: How weights are drawn, by its name.
        depth: The number of hidden layers, 1 or more.
        width: Inputs, and units of each hidden layer, 1 or more.
        seeds: One run each.

    Returns:
        A column a layer: 1, 2, …, depth + 1.

    Raises:
        SimulationError: An argument is not allowed.

    >>> sizes = gradient_sizes(depth=6, width=8, seeds=range(3)).means
    >>> bool(sizes[0] < sizes[-1] / 100)
    True
    """
    depth, width = whole("depth", depth, 1), whole("width", width, 1)
    classes, samples = 10, 64
    rows = []
    for seed in seeds:
        network = Network(
            (width,) * (depth + 1) + (classes,),
            (activation,) * depth + ("softmax",),
            "categorical-cross-entropy",
            seed,
            initialiser=initialiser,
        )
        generator = np.random.default_rng(seed)
        inputs = generator.normal(size=(samples, width))
        found = network.gradients(inputs, generator.integers(0, classes, samples))
        rows.append(
            [np.linalg.norm(each.weights) / each.weights.size**0.5 for each in found.layers]
        )
    return Observation(
        "gradient-sizes",
        Text(
            ja=f"層ごとの勾配の大きさ({activation}、{initialiser})",
            en=f"Sizes of gradients by layer ({activation}, {initialiser})",
        ),
        Text(
            ja="重みについての偏導関数の2乗平均の平方根", en="root mean square of the derivatives"
        ),
        tuple(range(1, depth + 2)),
        np.array(rows),
    )
