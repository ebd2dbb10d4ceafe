"""Double descent: the error on new samples, as a model grows past what fits the known ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnmath.notation.text import Text
from nnmath.simulation.activations import activation
from nnmath.simulation.errors import finite, whole
from nnmath.simulation.experiments.observation import Observation
from nnmath.simulation.formulas import program, written
from nnmath.simulation.layout import Array
from nnmath.theory.network_vocabulary import Y, Y_hat

SIZES = (5, 10, 20, 30, 35, 40, 45, 50, 60, 80, 160, 320, 640)


def double_descent(
    features: Sequence[int] = SIZES,
    samples: int = 40,
    inputs: int = 10,
    noise: float = 0.2,
    seeds: Sequence[int] = range(20),
) -> Observation:
    """Measure the error on new samples of models with more and more random features.

    A hidden layer of ReLU units stays as it was drawn; the weights behind it are those of least
    squares, and of least norm where many fit. The target is linear in the inputs, with noise on the
    known samples alone.

    Args:
        features: The numbers of hidden units to try.
        samples: The number of known samples; the error is expected to peak where `features` is near
            it.
        inputs: The number of inputs.
        noise: Standard deviation of the noise; the targets' own is 1.
        seeds: One draw of samples and features each.

    Returns:
        The mean squared error on new samples, a column a number of features.

    Raises:
        SimulationError: An argument is not allowed.

    >>> found = double_descent((10, 40, 400), seeds=range(10))
    >>> below, peak, beyond = np.median(found.values, axis=0)
    >>> bool(peak > 3 * below and peak > 3 * beyond)
    True
    """
    samples, inputs = whole("samples", samples, 2), whole("inputs", inputs, 1)
    scale = finite("noise", noise)
    numbers = tuple(whole("features", each, 1) for each in features)
    error = program(written("mean-squared-error"), "error", (Y_hat, Y))
    rows = []
    for seed in seeds:
        generator = np.random.default_rng(seed)
        truth = generator.normal(size=(inputs, 1)) / inputs**0.5
        known, new = (generator.normal(size=(count, inputs)) for count in (samples, 1000))
        targets = known @ truth + scale * generator.normal(size=(samples, 1))
        drawn = generator.normal(size=(inputs, max(numbers)))
        row = []
        for number in numbers:
            hidden, later = (units(each, drawn[:, :number]) for each in (known, new))
            weights = np.linalg.lstsq(hidden, targets, rcond=None)[0]
            row.append(float(error(later @ weights, new @ truth)))
        rows.append(row)
    return Observation(
        "double-descent",
        Text(
            ja=f"二重降下(既知のサンプル {samples} 個)",
            en=f"Double descent ({samples} known samples)",
        ),
        Text(ja="新しいサンプルでの平均二乗誤差", en="mean squared error on new samples"),
        numbers,
        np.array(rows),
    )


def units(inputs: Array, weights: Array) -> Array:
    """The outputs of hidden units."""
    outputs: Array = activation("relu").value(inputs @ weights / weights.shape[0] ** 0.5)
    return outputs
