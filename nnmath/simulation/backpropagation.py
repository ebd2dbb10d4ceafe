"""Forwards through the layers and back, by the theory's matrix formulas. Rows are samples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from nnmath.printing import parameters
from nnmath.simulation.activations import Activation, activation
from nnmath.simulation.formulas import program, written
from nnmath.simulation.layout import Array, Layer, Layout
from nnmath.simulation.losses import Loss, loss
from nnmath.simulation.samples import batch_of, targets_of
from nnmath.theory.batch_vocabulary import W_after, Z, delta_after, f


@dataclass(frozen=True)
class Signals:
    """What runs forwards, layer by layer; rows are samples.

    Args:
        pre_activations: Z of layers 1, 2, …, each (samples, units).
        activations: A of layers 0, 1, 2, …: the inputs first, the predictions last.
    """

    pre_activations: tuple[Array, ...]
    activations: tuple[Array, ...]


@dataclass(frozen=True)
class Gradients:
    """What runs backwards.

    Args:
        vector: The loss by every weight and bias, in the order of the network's parameters.
        layers: The same, as weights and biases of layers 1, 2, …; views of `vector`.
        error_signals: δ of layers 1, 2, …, each (samples, units).
    """

    vector: Array
    layers: tuple[Layer, ...]
    error_signals: tuple[Array, ...]


@cache
def formula(id: str) -> Callable[..., Any]:
    """A formula on matrices of a layer."""
    body = written(id)
    if id == "delta-recursion":
        return program(body, "error_signals", (delta_after, W_after), {"slope": f.prime(Z)})
    into = "out" if id.endswith("-gradient-matrix") else None
    return program(body, id.replace("-", "_"), parameters(body), into=into)


@dataclass(frozen=True)
class Model:
    """A network's shape and functions, without its weights.

    Args:
        layout: Where each layer's weights and biases stand in a vector.
        functions: The activation function of each layer.
        loss: The loss.
        dtype: Of all numbers.
    """

    layout: Layout
    functions: tuple[Activation, ...]
    loss: Loss
    dtype: np.dtype[Any]

    def batch(self, inputs: Array, targets: Array, rows: Any) -> tuple[Array, Array]:
        """Some rows of checked inputs and targets, in the model's dtype."""
        classes = self.layout.sizes[-1]
        wanted = targets_of(targets, rows, classes, self.loss, self.dtype)
        return batch_of(inputs, rows, self.dtype), wanted

    def forward(self, vector: Array, inputs: Array) -> Signals:
        """Run a batch through the layers.

        Formula: layer-of-batch, activations-of-layer.

        Args:
            vector: Weights and biases.
            inputs: A row a sample.
        """
        sums: list[Array] = []
        outputs = [inputs]
        for layer, function in zip(self.layout.split(vector), self.functions, strict=True):
            sums.append(formula("layer-of-batch")(outputs[-1], layer.weights, layer.biases))
            outputs.append(function.value(sums[-1]))
        return Signals(tuple(sums), tuple(outputs))

    def mean_loss(self, signals: Signals, targets: Array) -> Any:
        """The loss of what `forward` gave."""
        return self.loss.value(signals.pre_activations[-1], signals.activations[-1], targets)

    def backward(self, vector: Array, signals: Signals, targets: Array, into: Array) -> Gradients:
        """Send the error signals back, and take the gradients from them.

        Formula: delta-recursion, weight-gradient-matrix, bias-gradient-matrix; of the last layer,
        the loss's own.

        Args:
            vector: Weights and biases.
            signals: What `forward` gave.
            targets: A row a sample.
            into: A vector that takes the gradient.
        """
        deltas = self.error_signals(self.layout.split(vector), signals, targets)
        found = self.layout.split(into)
        for part, before, delta in zip(found, signals.activations[:-1], deltas, strict=True):
            formula("weight-gradient-matrix")(before, delta, out=part.weights)
            formula("bias-gradient-matrix")(delta, out=part.biases)
        return Gradients(into, found, deltas)

    def error_signals(
        self, layers: Sequence[Layer], signals: Signals, targets: Array
    ) -> tuple[Array, ...]:
        """δ of each layer."""
        sums, outputs = signals.pre_activations, signals.activations[1:]
        *hidden, last = zip(self.functions, sums, outputs, strict=True)
        # A loss that is known by the logits asks for no slope
        slope = None if self.loss.activation else last[0].slope(*last[1:])
        deltas = [self.loss.error_signals(*last[1:], targets, slope)]
        for layer, (function, *place) in zip(layers[:0:-1], reversed(hidden), strict=True):
            slope = function.slope(*place)
            deltas.append(formula("delta-recursion")(deltas[-1], layer.weights, slope=slope))
        return tuple(reversed(deltas))

    def as_written(self) -> Model:
        """The same with activation functions and loss as the theory writes them, for complex
        numbers too."""
        functions = tuple(activation(each.id, stable=False) for each in self.functions)
        return Model(self.layout, functions, loss(self.loss.id, stable=False), self.dtype)
