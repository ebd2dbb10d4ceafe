"""Flat and sharp minima: how the loss rises around weights that small and large batches found."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np

from nnmath.notation.text import Text
from nnmath.simulation.data_sets import DataSet, digits
from nnmath.simulation.errors import finite, whole
from nnmath.simulation.experiments.observation import Observation
from nnmath.simulation.network import Network
from nnmath.simulation.optimizers import optimizer

DIRECTIONS = 20


def flatness(
    batch_sizes: Sequence[int] = (5, 150),
    steps: int = 3000,
    radius: float = 0.1,
    learning_rate: float = 0.3,
    seeds: Sequence[int] = range(3),
    data: DataSet | None = None,
) -> Observation:
    """Measure how much the loss rises when trained weights are moved in random directions.

    One hidden layer of tanh units; as many steps for each batch size, in whole epochs. The weights
    are moved by `radius` times their length: how flat a minimum is depends on the scale of the
    weights, and this takes the scale out.

    Args:
        batch_sizes: The sizes to try.
        steps: The number of steps, or a little more.
        radius: Length of the move, relative to that of the weights.
        learning_rate: η of plain gradient descent.
        seeds: One network and one order of samples each; the data are the same.
        data: What is learned; 300 of the digits, where nothing is given.

    Returns:
        The mean rise of the loss over the directions, a column a batch size.

    Raises:
        SimulationError: An argument is not allowed.
        Diverged: The learning rate is too large.

    Source: N. S. Keskar et al. (2017), «On Large-Batch Training for Deep Learning».
    """
    sizes = tuple(whole("batch_sizes", size, 1) for size in batch_sizes)
    steps, length = whole("steps", steps, 1), finite("radius", radius)
    if data is None:
        data, _ = digits().split(300 / 1797)
    rows = []
    for seed in seeds:
        row = []
        for size in sizes:
            network = Network(
                (data.inputs.shape[1], 32, data.classes),
                ("tanh", "softmax"),
                "categorical-cross-entropy",
                seed,
            )
            per_epoch = ceil(len(data.labels) / size)
            network.fit(
                data.inputs,
                data.labels,
                optimizer=optimizer("gradient-descent", learning_rate=learning_rate),
                batch_size=size,
                epochs=ceil(steps / per_epoch),
                seed=seed,
            )
            row.append(mean_rise(network, data, length, seed))
        rows.append(row)
    return Observation(
        "flatness",
        Text(ja="バッチの大きさと極小点の平坦さ", en="Batch size and flatness of the minimum"),
        Text(
            ja=f"重みを長さの {radius:g} 倍だけ動かしたときの損失の増加の平均",
            en=f"mean rise of the loss, weights moved by {radius:g} of their length",
        ),
        sizes,
        np.array(rows),
    )


def mean_rise(network: Network, data: DataSet, radius: float, seed: int) -> float:
    """How much the loss rises in the mean over random directions; the network stays as it is."""
    generator = np.random.default_rng(seed)
    middle, here = network.parameters, network.loss(data.inputs, data.labels)
    rises = []
    for _ in range(DIRECTIONS):
        direction = generator.normal(size=middle.size)
        step = radius * np.linalg.norm(middle) / np.linalg.norm(direction)
        network.parameters = middle + step * direction
        rises.append(network.loss(data.inputs, data.labels) - here)
    network.parameters = middle
    return float(np.mean(rises))
