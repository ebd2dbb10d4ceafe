"""The lottery ticket: a sparse network that learns from its own start, and not from another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnmath.notation.text import Text
from nnmath.simulation.data_sets import DataSet, digits
from nnmath.simulation.errors import SimulationError, finite
from nnmath.simulation.experiments.observation import Observation
from nnmath.simulation.layout import Array
from nnmath.simulation.network import Network
from nnmath.simulation.optimizers import optimizer

WHOLE, TICKET, REDRAWN, RANDOM = "whole", "ticket", "ticket redrawn", "random weights kept"


def lottery_ticket(
    kept: float = 0.1,
    epochs: int = 5,
    seeds: Sequence[int] = range(5),
    data: DataSet | None = None,
) -> Observation:
    """Train, keep the largest weights, and train them alone from where they had started.

    Four runs a seed, all as long: the whole network; the ticket, its kept weights at their own
    start; the same kept weights at another start; as many kept weights, chosen at random.

    Args:
        kept: The share of each layer's weights that is kept, above 0 and below 1.
        epochs: How often all samples are gone through.
        seeds: One start, one order and one split of the data each.
        data: What is learned; the digits, where nothing is given.

    Returns:
        Accuracy on samples that were held back, a column a run.

    Raises:
        SimulationError: An argument is not allowed.

    Source: J. Frankle, M. Carbin (2019), «The Lottery Ticket Hypothesis».
    """
    if not 0 < finite("kept", kept) < 1:
        raise SimulationError(f"kept={kept!r}: must be above 0 and below 1")
    rows = []
    for seed in seeds:
        parts = (digits() if data is None else data).split(0.75, seed)
        network = fresh(parts[0], seed)
        start = network.parameters
        whole = accuracy(network, parts, epochs, seed)
        chosen = largest(network, kept)
        generator = np.random.default_rng(seed)
        other = fresh(parts[0], seed + 1000).parameters
        rows.append([whole])
        masks = (chosen, chosen, shuffled(network, chosen, generator))
        for vector, mask in zip((start, other, start), masks, strict=True):
            network.parameters = vector * mask
            rows[-1].append(accuracy(network, parts, epochs, seed, mask))
    return Observation(
        "lottery-ticket",
        Text(
            ja=f"宝くじ仮説(重みの {100 * kept:g}% を残す)",
            en=f"The lottery ticket, {100 * kept:g}% of the weights kept",
        ),
        Text(ja="取っておいたサンプルでの正解率", en="accuracy on samples held back"),
        (WHOLE, TICKET, REDRAWN, RANDOM),
        np.array(rows),
    )


def fresh(data: DataSet, seed: int) -> Network:
    """A network that has learned nothing yet."""
    sizes = (data.inputs.shape[1], 64, data.classes)
    return Network(sizes, ("relu", "softmax"), "categorical-cross-entropy", seed)


def accuracy(
    network: Network,
    parts: tuple[DataSet, DataSet],
    epochs: int,
    seed: int,
    mask: Array | None = None,
) -> float:
    """Train on the first part, and measure on the second."""
    rule = optimizer("gradient-descent", learning_rate=0.2)
    known, new = parts
    network.fit(known.inputs, known.labels, optimizer=rule, epochs=epochs, seed=seed, mask=mask)
    return network.accuracy(new.inputs, new.labels)


def largest(network: Network, share: float) -> Array:
    """1 for the largest weights of each layer and for all biases, 0 for the other weights."""
    mask = np.ones_like(network.parameters)
    for layer, own in zip(network.layers, network.model.layout.split(mask), strict=True):
        sizes = np.abs(layer.weights)
        own.weights[...] = sizes >= np.quantile(sizes, 1 - share)
    return mask


def shuffled(network: Network, mask: Array, generator: np.random.Generator) -> Array:
    """As many kept weights in each layer, at random places."""
    copy = mask.copy()
    for layer in network.model.layout.split(copy):
        layer.weights[...] = generator.permutation(layer.weights.ravel()).reshape(
            layer.weights.shape
        )
    return copy
