"""A fully connected network that trains, on code made from the theory's verified formulas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from nnmath.simulation import samples
from nnmath.simulation.activations import ACTIVATIONS, activation
from nnmath.simulation.backpropagation import Gradients, Model, Signals
from nnmath.simulation.errors import SimulationError, unknown, whole
from nnmath.simulation.initialisers import initialiser
from nnmath.simulation.journal import Training
from nnmath.simulation.layout import Array, Layer, Layout
from nnmath.simulation.losses import check_pair
from nnmath.simulation.losses import loss as loss_of
from nnmath.simulation.optimizers import Stepper
from nnmath.simulation.samples import batch_of, share_right
from nnmath.simulation.training import pair, planned, train

DTYPES = ("float32", "float64")


class Network:
    """Layers of units, each connected with all of the layer before. Rows are samples.

    Formula: layer-of-batch, activations-of-layer; the gradients by delta-recursion,
    weight-gradient-matrix and bias-gradient-matrix.

    Args:
        sizes: The numbers of units, the inputs first.
        activations: The activation function of each layer after the inputs, by its id; "softmax"
            only last.
        loss: "categorical-cross-entropy" (behind softmax), "binary-cross-entropy" (behind the
            sigmoid function) or "mean-squared-error".
        seed: What the starting weights are drawn from; the same seed gives the same weights.
        initialiser: How they are drawn; biases start at 0.
        dtype: "float64" or "float32"; all that is computed has it.

    Raises:
        SimulationError: An argument is not allowed.

    >>> network = Network((2, 3, 1), activations=("tanh", "sigmoid"), loss="binary-cross-entropy")
    >>> network.forward([[0.0, 0.0]])
    array([[0.5]])
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        loss: str,
        seed: int = 0,
        *,
        initialiser: str = "xavier-uniform",
        dtype: Any = "float64",
    ) -> None:
        layout = Layout(checked_sizes(sizes))
        functions = tuple(map(activation, checked_activations(activations, len(sizes) - 1)))
        objective = loss_of(loss)
        check_pair(objective, functions[-1].id)
        self.model = Model(layout, functions, objective, checked_dtype(dtype))
        self.vector = drawn(layout, initialiser, seed).astype(self.model.dtype)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The numbers of units, the inputs first."""
        return self.model.layout.sizes

    @property
    def parameters(self) -> Array:
        """All weights and biases as one vector, layer by layer, weights before biases; a copy.

        Raises:
            SimulationError: When set, to another number of them, or to what is not finite.
        """
        return self.vector.copy()

    @parameters.setter
    def parameters(self, vector: Any) -> None:
        given = samples.numbers(vector, "parameters")
        if given.shape != self.vector.shape:
            raise SimulationError(f"parameters: shape {given.shape}; must be {self.vector.shape}")
        samples.check_finite(given, "parameters")
        self.vector = np.array(given, self.vector.dtype)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Weights and biases of layers 1, 2, …; copies.

        >>> [layer.weights.shape for layer in Network((4, 3, 1), ("relu", "identity"),
        ...     "mean-squared-error").layers]
        [(4, 3), (3, 1)]
        """
        return self.model.layout.split(self.parameters)

    def forward(self, X: Any) -> Array:
        """Return the predictions, (samples, outputs).

        Args:
            X: Inputs, (samples, inputs).

        Raises:
            SimulationError: X does not fit or is not finite.
        """
        return self.signals(X).activations[-1]

    def signals(self, X: Any) -> Signals:
        """Return the pre-activations and activations of every layer; arguments as of `forward`."""
        inputs = samples.checked_inputs(X, self.sizes[0])
        return self.model.forward(self.vector, batch_of(inputs, slice(None), self.vector.dtype))

    def loss(self, X: Any, Y: Any) -> float:
        """Return the mean loss.

        Args:
            X: Inputs, (samples, inputs).
            Y: Targets, (samples, outputs); of the categorical cross-entropy also class numbers,
                (samples,).

        Raises:
            SimulationError: X or Y does not fit or is not allowed.

        >>> network = Network((1, 1), ("identity",), "mean-squared-error", initialiser="zeros")
        >>> network.loss([[1.0], [2.0]], [[3.0], [1.0]])
        5.0
        """
        return self.measure(*pair(self, X, Y))[0]

    def accuracy(self, X: Any, Y: Any) -> float:
        """Return the share of right predictions; NaN for the squared error. Arguments and errors
        as of `loss`."""
        return self.measure(*pair(self, X, Y))[1]

    def measure(self, inputs: Array, targets: Array) -> tuple[float, float]:
        """Mean loss and accuracy for inputs and targets that are known to fit."""
        batch, wanted = self.model.batch(inputs, targets, slice(None))
        signals = self.model.forward(self.vector, batch)
        right = share_right(signals.activations[-1], wanted, self.model.loss)
        return float(self.model.mean_loss(signals, wanted)), right

    def gradients(self, X: Any, Y: Any) -> Gradients:
        """Return the gradient of the mean loss by every weight and bias, and the error signals.

        Arguments and errors as of `loss`.

        >>> network = Network((1, 1), ("identity",), "mean-squared-error", initialiser="zeros")
        >>> network.gradients([[1.0], [2.0]], [[3.0], [1.0]]).layers[0].weights
        array([[-5.]])
        """
        inputs, targets = self.model.batch(*pair(self, X, Y), slice(None))
        signals = self.model.forward(self.vector, inputs)
        return self.model.backward(self.vector, signals, targets, np.empty_like(self.vector))

    def fit(
        self,
        X: Any,
        Y: Any,
        *,
        optimizer: Stepper,
        batch_size: int = 32,
        epochs: int = 1,
        seed: int = 0,
        shuffle: bool = True,
        validation: tuple[Any, Any] | None = None,
        keep: str = "nothing",
        mask: Any = None,
    ) -> Training:
        """Train, and return what happened.

        Args:
            X: Inputs, (samples, inputs); never copied as a whole.
            Y: Targets, as of `loss`.
            optimizer: From `nnmath.optimizer`; it begins anew and stays as it is.
            batch_size: Samples a step; the last batch of an epoch may be shorter.
            epochs: How often all samples are gone through.
            seed: What the order of the samples is drawn from, anew each epoch.
            shuffle: Whether the order is drawn; otherwise it is that of the data.
            validation: Inputs and targets to measure after every epoch.
            keep: Which weights the result keeps: "nothing", "epochs" or "steps".
            mask: For each of `parameters`, 1 if it is learned, 0 if it is 0 from now on; None: all
                are learned.

        Returns:
            Losses, accuracies and sizes of gradients, step by step and epoch by epoch.

        Raises:
            SimulationError: An argument is not allowed; said before any work.
            Diverged: A loss or a gradient is no longer finite; holds what happened until then.
        """
        plan = planned(
            self,
            X,
            Y,
            optimizer=optimizer,
            batch_size=batch_size,
            epochs=epochs,
            seed=seed,
            shuffle=shuffle,
            validation=validation,
            keep=keep,
            mask=mask,
        )
        return train(self, plan)


def checked_sizes(sizes: Any) -> tuple[int, ...]:
    """Two sizes or more, each 1 or more.

    Raises:
        SimulationError: They are something else.
    """
    if isinstance(sizes, str) or not isinstance(sizes, Sequence) or len(sizes) < 2:
        raise SimulationError(f"sizes={sizes!r}: must be two numbers of units or more")
    return tuple(whole(f"sizes[{place}]", size, 1) for place, size in enumerate(sizes))


def checked_activations(ids: Any, layers: int) -> tuple[str, ...]:
    """The id of an activation function for each layer, softmax only last.

    Raises:
        SimulationError: They are something else.
    """
    if isinstance(ids, str) or not isinstance(ids, Sequence) or len(ids) != layers:
        raise SimulationError(
            f"activations={ids!r}: must be {layers} names, one for each layer after the inputs"
        )
    for id in ids:
        if id not in ACTIVATIONS:
            raise unknown("activations", id, ACTIVATIONS)
    if "softmax" in ids[:-1]:
        raise SimulationError(f"activations={tuple(ids)!r}: 'softmax' may only stand last")
    return tuple(ids)


def checked_dtype(dtype: Any) -> np.dtype[Any]:
    """float32 or float64.

    Raises:
        SimulationError: It is another one.
    """
    try:
        found: np.dtype[Any] = np.dtype(dtype)
    except TypeError:
        raise unknown("dtype", dtype, DTYPES) from None
    if found.name not in DTYPES:
        raise unknown("dtype", found.name, DTYPES)
    return found


def drawn(layout: Layout, name: str, seed: Any) -> Array:
    """Starting weights, layer by layer from one generator, and biases 0, in float64."""
    draw = initialiser(name)
    generator = np.random.default_rng(whole("seed", seed, 0))
    vector = np.zeros(layout.count)
    fans = pairwise(layout.sizes)
    for layer, (fan_in, fan_out) in zip(layout.split(vector), fans, strict=True):
        layer.weights[...] = draw(generator, fan_in, fan_out)
    return vector
