"""Cited theorems of approximation, where the numbers can be computed."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

Array = NDArray[np.float64]


def relu(z: Array) -> Array:
    return np.maximum(z, 0.0)


def fitted_error(activation: str, width: int) -> float:
    """The largest error of a hidden layer drawn at random, its output weights fitted."""
    draw = np.random.default_rng(width)
    points, others = draw.random((2000, 2)), draw.random((500, 2))
    weights, biases = draw.normal(size=(2, width)) * 4, draw.uniform(-4, 4, width)
    functions = {"tanh": np.tanh, "square": np.square}

    def hidden(inputs: Array) -> Array:
        return np.asarray(functions[activation](inputs @ weights + biases))

    def wanted(inputs: Array) -> Array:
        return np.asarray(np.cos(5 * inputs[:, 0]) * np.abs(inputs[:, 1] - 0.5))

    output = np.linalg.lstsq(hidden(points), wanted(points), rcond=None)[0]
    return float(np.abs(hidden(others) @ output - wanted(others)).max())


def test_wide_layers_come_near() -> None:
    errors = [fitted_error("tanh", width) for width in (10, 40, 150)]
    assert errors[0] > errors[1] > errors[2]
    assert errors[2] < 0.05
    # With a polynomial they do not, however many units there are
    assert min(fitted_error("square", width) for width in (10, 40, 150)) > 0.2


@pytest.mark.parametrize("dimension", [1, 5, 20])
@pytest.mark.parametrize("units", [1, 2, 8, 32])
def test_one_layer_keeps_its_rate(dimension: int, units: int) -> None:
    # The first moment of the Fourier transform of cos(ω·x) is the length of ω
    draw = np.random.default_rng(dimension)
    radius, frequency = 1.5, draw.normal(size=dimension)
    length = float(np.linalg.norm(frequency))
    inputs = draw.normal(size=(4000, dimension))
    inputs *= radius * draw.random((4000, 1)) / np.linalg.norm(inputs, axis=1, keepdims=True)
    along = inputs @ frequency
    edges = np.linspace(-radius * length, radius * length, units + 1)
    heights = np.cos((edges[:-1] + edges[1:]) / 2)
    jumps = np.diff(heights, prepend=heights[0])
    network = heights[0] + (along[:, None] >= edges[:-1]) @ jumps
    assert np.mean((np.cos(along) - network) ** 2) <= (2 * radius * length) ** 2 / units


def saw(inputs: Array) -> Array:
    """A tent: three ReLU units."""
    return 2 * relu(inputs) - 4 * relu(inputs - 0.5) + 2 * relu(inputs - 1)


def test_depth_squares_with_few_weights() -> None:
    inputs = np.linspace(0, 1, 4097)
    network, wave, weights = inputs.copy(), inputs, 0
    for layer in range(1, 12):
        wave = saw(wave)
        network -= wave / 4**layer
        weights += 12
        error = float(np.abs(network - inputs**2).max())
        assert error <= 4.0 ** -(layer + 1)
        # Layer by layer a quarter of the error: as many weights as its logarithm
        assert weights <= 12 * (np.log(1 / error) + 1)


def rough_edge(inputs: Array) -> Array:
    return np.asarray(0.5 + 0.3 * np.sin(4 * inputs))


def edge_error(pieces: int) -> float:
    """The root mean square error of a ramp along an edge of straight pieces."""
    first, second = np.meshgrid(np.linspace(0, 1, 201), np.linspace(0, 1, 3001))
    knots = np.linspace(0, 1, pieces + 1)
    heights = rough_edge(knots)
    slopes = np.diff(heights) * pieces
    bends = np.diff(slopes, prepend=0.0)
    drawn = heights[0] + sum(
        bend * relu(first - knot) for bend, knot in zip(bends, knots, strict=False)
    )
    height = (second - drawn) * pieces**2
    network = relu(height) - relu(height - 1)
    return float(np.sqrt(np.mean((network - (second >= rough_edge(first))) ** 2)))


def test_a_ramp_stands_for_a_jump() -> None:
    # An edge that bends twice smoothly (s = 2) in two dimensions: weights like 1/ε
    errors = {pieces: edge_error(pieces) for pieces in (4, 8, 16)}
    products = [pieces * error for pieces, error in errors.items()]
    assert max(products) < 1.1 * min(products)
