"""Witnesses of layers, softmax, losses over classes and backpropagation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Function, Node, Variable, as_node
from nnmath.proof.point import Point
from nnmath.theory import batch_normalization as norm
from nnmath.theory import batch_vocabulary as batch
from nnmath.theory import layer_normalization as layer_norm
from nnmath.theory import network_vocabulary as net
from nnmath.theory import skip_connections as skip
from nnmath.theory import unit_vocabulary as unit
from nnmath.theory.sigmoid import z as pre_activation
from nnmath.theory.vocabulary import eta
from tests.reference import classification, layers, softmax, units
from tests.witnesses.shelf import MEANINGS, definition

Array = NDArray[np.float64]
SIZES = {net.N: 2, net.D: 3, net.H: 4, net.K: 3}
# A loss whose slopes are easy to see: the error is half the squares of the next pre-activations
HALF_SQUARES: Mapping[Defined, Meaning] = {
    unit.E: Meaning((), total(net.k, unit.h_next[net.k] ** 2) / 2)
}


def drawn(tensor: Tensor, *, rows_add_up: bool = False) -> Array:
    """Numbers for a tensor, the same every time and none of them 0 or 1."""
    shape = tuple(SIZES[Variable(size)] for size in tensor.symbol.shape)
    numbers = np.random.default_rng(len(tensor.symbol.id)).integers(1, 97, shape) / 97
    return numbers / numbers.sum(axis=-1, keepdims=True) if rows_add_up else numbers


def entries(tensor: Tensor, array: Array) -> dict[Node, Fraction]:
    """The numbers as values of the tensor's entries."""
    places = np.ndindex(array.shape)
    return {
        tensor[tuple(as_node(index + 1) for index in place)]: Fraction(float(array[place]))
        for place in places
    }


def computed(
    id: str, values: Mapping[Node, Fraction], more: Mapping[Defined, Meaning] | None = None
) -> Array:
    """What a definition says, entry by entry."""
    defined, meaning = definition(id).meaning
    axes = () if isinstance(defined, Function) else defined.symbol.shape
    shape = tuple(SIZES[Variable(size)] for size in axes)
    sizes: dict[Node, Fraction] = {size: Fraction(count) for size, count in SIZES.items()}
    found = np.zeros(shape)
    for place in np.ndindex(shape):
        here = dict(zip(meaning.parameters, (Fraction(each + 1) for each in place), strict=False))
        point = Point({**sizes, **values, **here}, {**MEANINGS, **(more or {})})  # type: ignore[dict-item]
        with digits():
            found[place] = float(ball(meaning.body, point))
    return found


def given(*tensors: Tensor) -> tuple[dict[Node, Fraction], list[Array]]:
    """Values for tensors, as entries and as arrays."""
    arrays = [drawn(tensor) for tensor in tensors]
    together: dict[Node, Fraction] = {}
    for tensor, array in zip(tensors, arrays, strict=True):
        together |= entries(tensor, array)
    return together, arrays


def of_arrays(id: str, function: Callable[..., object], *tensors: Tensor) -> None:
    """The definition is the function of these arrays."""
    values, arrays = given(*tensors)
    np.testing.assert_allclose(computed(id, values), function(*arrays), rtol=1e-12)


def sigmoid() -> None:
    for number in (-3.0, -0.25, 0.0, 2.5):
        ours = computed("sigmoid", {pre_activation: Fraction(number)})
        np.testing.assert_allclose(ours, softmax.sigmoid(number), rtol=1e-12)


def tempered() -> None:
    values, (z,) = given(net.z)
    ours = computed("tempered-softmax", {**values, net.T: Fraction(5, 2)})
    np.testing.assert_allclose(ours, softmax.tempered_softmax(z, 2.5), rtol=1e-12)


def output(id: str = "unit-output") -> None:
    values, (w, before) = given(unit.w, unit.g_before)
    wanted = units.outputs(units.pre_activations(w, before))
    np.testing.assert_allclose(computed(id, values), wanted, rtol=1e-12)


def next_layer(w: Array, before: Array, w_next: Array) -> Array:
    """The next pre-activations from the layer before."""
    here = units.outputs(units.pre_activations(w, before))
    return units.pre_activations(w_next, here)


def next_pre_activation() -> None:
    of_arrays("next-pre-activation", next_layer, unit.w, unit.g_before, unit.w_next)


def error_of_pre_activations(h: Array, w_next: Array) -> float:
    """The error that is half the squares of the next pre-activations."""
    return float(np.sum(units.pre_activations(w_next, units.outputs(h)) ** 2) / 2)


def error_signal() -> None:
    values, (w, before, w_next) = given(unit.w, unit.g_before, unit.w_next)
    h = units.pre_activations(w, before)
    wanted = units.numerical_gradient(lambda at: error_of_pre_activations(at, w_next), h)
    np.testing.assert_allclose(
        computed("error-signal", {**values, **entries(unit.h, h)}, HALF_SQUARES), wanted, rtol=1e-8
    )


def next_error_signal() -> None:
    values, arrays = given(unit.w, unit.g_before, unit.w_next)
    h_next = next_layer(*arrays)
    wanted = units.numerical_gradient(lambda at: float(np.sum(at**2) / 2), h_next)
    ours = computed("next-error-signal", {**values, **entries(unit.h_next, h_next)}, HALF_SQUARES)
    np.testing.assert_allclose(ours, wanted, rtol=1e-8)


def squared_error() -> None:
    values, (w, before, y) = given(unit.w, unit.g_before, unit.y)
    wanted = units.squared_error(units.outputs(units.pre_activations(w, before)), y)
    np.testing.assert_allclose(computed("summed-squared-error", values), wanted, rtol=1e-12)


def weight_update() -> None:
    values, (w, before, w_next) = given(unit.w, unit.g_before, unit.w_next)
    slopes = units.numerical_gradient(
        lambda at: error_of_pre_activations(units.pre_activations(at, before), w_next), w
    )
    ours = computed("weight-update", {**values, eta: Fraction(1, 10)}, HALF_SQUARES)
    np.testing.assert_allclose(ours, units.updated_weights(w, 0.1, slopes), rtol=1e-8)


def likelihood() -> None:
    of_arrays("likelihood", classification.likelihood, net.Y, net.Y_hat)
    # Of one sample as well: a sign for each sample is lost where their number is even
    values, arrays = given(net.Y, net.Y_hat)
    ours = computed("likelihood", {**values, net.N: Fraction(1)})
    np.testing.assert_allclose(
        ours, classification.likelihood(*(array[:1] for array in arrays)), rtol=1e-12
    )


# z + z²/2 stands for any smooth activation, half the squares of what comes out for the loss
BATCH: Mapping[Defined, Meaning] = {
    batch.f: Meaning((pre_activation,), pre_activation + pre_activation**2 / 2),
    batch.E: Meaning((), total(net.n, total(net.k, batch.Z_after[net.n, net.k] ** 2)) / 2),
}
LAYER = (batch.A_before, batch.W, batch.b)
AFTER = (batch.W_after, batch.b_after)


def half_squares(array: Array) -> float:
    """Half the sum of all squares."""
    return float(np.sum(array**2) / 2)


def batch_activation() -> None:
    values, arrays = given(*LAYER)
    wanted = layers.activations(layers.fully_connected(*arrays))
    np.testing.assert_allclose(computed("activations-of-layer", values, BATCH), wanted, rtol=1e-12)


def layer_after() -> None:
    values, arrays = given(*LAYER, *AFTER)
    wanted = layers.next_layer(*arrays)
    np.testing.assert_allclose(computed("layer-after", values, BATCH), wanted, rtol=1e-12)


def delta() -> None:
    values, (before, w, b, *after) = given(*LAYER, *AFTER)
    z = layers.fully_connected(before, w, b)
    wanted = units.numerical_gradient(
        lambda at: half_squares(layers.fully_connected(layers.activations(at), *after)), z
    )
    ours = computed("delta", {**values, **entries(batch.Z, z)}, BATCH)
    np.testing.assert_allclose(ours, wanted, rtol=1e-7)


def delta_after() -> None:
    values, arrays = given(*LAYER, *AFTER)
    z = layers.next_layer(*arrays)
    ours = computed("delta-after", {**values, **entries(batch.Z_after, z)}, BATCH)
    np.testing.assert_allclose(ours, units.numerical_gradient(half_squares, z), rtol=1e-7)


def skip_connection() -> None:
    values, arrays = given(skip.h, skip.f)
    residual: Mapping[Defined, Meaning] = {skip.f: Meaning((net.j,), skip.h[net.j] ** 2)}
    wanted = layers.skip_connection(arrays[0], arrays[0] ** 2)
    np.testing.assert_allclose(computed("skip-connection", values, residual), wanted, rtol=1e-12)


def normalized(id: str, *more: float) -> None:
    values, (feature,) = given(norm.h)
    numbers = dict(zip((norm.gamma, norm.beta), map(Fraction, more), strict=False))
    wanted = (layers.scaled_and_shifted if more else layers.normalized)(feature, 0.125, *more)
    ours = computed(id, {**values, norm.epsilon: Fraction(1, 8), **numbers})
    np.testing.assert_allclose(ours, wanted, rtol=1e-12)


def layer_normalized() -> None:
    values, (unit_values,) = given(layer_norm.h)
    ours = computed("layer-normalization", {**values, layer_norm.epsilon: Fraction(1, 8)})
    np.testing.assert_allclose(ours, layers.normalized(unit_values, 0.125), rtol=1e-12)


# Definitions between whole arrays: the witness and what it takes
OF_ARRAYS: dict[str, tuple[Callable[..., object], *tuple[Tensor, ...]]] = {
    "batch-mean": (layers.batch_mean, norm.h),
    "batch-variance": (layers.batch_variance, norm.h),
    "layer-mean": (layers.batch_mean, layer_norm.h),
    "layer-variance": (layers.batch_variance, layer_norm.h),
    "layer-of-batch": (layers.fully_connected, *LAYER),
    "fully-connected-layer": (layers.fully_connected, net.X, net.W, net.b),
    "softmax": (softmax.softmax, net.z),
    "softmax-jacobian": (softmax.softmax_jacobian, net.z),
    "log-sum-exp": (softmax.log_sum_exp, net.z),
    "cross-entropy": (classification.cross_entropy, net.y, net.y_hat),
    "softmax-cross-entropy": (classification.softmax_cross_entropy, net.y, net.z),
    "entropy": (classification.entropy, net.y),
    "divergence": (classification.divergence, net.y, net.y_hat),
    "mean-squared-error": (classification.mean_squared_error, net.Y, net.Y_hat),
    "batch-softmax": (classification.batch_softmax, net.batch_logits),
    "batch-cross-entropy": (classification.batch_cross_entropy, net.Y, net.batch_logits),
    "batch-binary-cross-entropy": (
        classification.batch_binary_cross_entropy,
        net.Y,
        net.batch_logits,
    ),
    "unit-pre-activation": (units.pre_activations, unit.w, unit.g_before),
}
WITNESSES: dict[str, Callable[[], None]] = {
    "skip-connection": skip_connection,
    "batch-normalization": lambda: normalized("batch-normalization"),
    "scale-and-shift": lambda: normalized("scale-and-shift", 1.5, -0.25),
    "layer-normalization": layer_normalized,
    "activations-of-layer": batch_activation,
    "layer-after": layer_after,
    "delta": delta,
    "delta-after": delta_after,
    "sigmoid": sigmoid,
    "tempered-softmax": tempered,
    "unit-output": output,
    "next-pre-activation": next_pre_activation,
    "error-signal": error_signal,
    "next-error-signal": next_error_signal,
    "weight-update": weight_update,
    "output-unit": lambda: output("output-unit"),
    "likelihood": likelihood,
    "summed-squared-error": squared_error,
    **{id: partial(of_arrays, id, *each) for id, each in OF_ARRAYS.items()},
}
