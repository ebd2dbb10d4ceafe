"""Training by mini-batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from nnmath.simulation import samples
from nnmath.simulation.errors import SimulationError, unknown, whole
from nnmath.simulation.journal import Diverged, Journal, Training
from nnmath.simulation.layout import Array
from nnmath.simulation.stepper import Stepper

if TYPE_CHECKING:
    from nnmath.simulation.network import Network

KEPT = ("nothing", "epochs", "steps")


@dataclass(frozen=True)
class Plan:
    """What to train with, all of it checked; the names are those of `Network.fit`.

    Args:
        order: What the order of the samples is drawn from; None leaves it as it is.
    """

    inputs: Array
    targets: Array
    optimizer: Stepper
    batch_size: int
    epochs: int
    order: np.random.Generator | None
    validation: tuple[Array, Array] | None
    keep: str
    mask: Array | None

    @property
    def steps_per_epoch(self) -> int:
        """How many batches there are, a last short one included."""
        return -(-len(self.inputs) // self.batch_size)

    def batches(self) -> Iterator[Any]:
        """The rows of each batch of an epoch: slices, or indices where the order is drawn."""
        count = len(self.inputs)
        order = None if self.order is None else self.order.permutation(count)
        for start in range(0, count, self.batch_size):
            rows = slice(start, start + self.batch_size)
            yield rows if order is None else order[rows]


def planned(
    network: Network,
    X: Any,
    Y: Any,
    *,
    optimizer: Any,
    batch_size: Any,
    epochs: Any,
    seed: Any,
    shuffle: bool,
    validation: tuple[Any, Any] | None,
    keep: Any,
    mask: Any,
) -> Plan:
    """Check all that `Network.fit` was given.

    Raises:
        SimulationError: An argument is not allowed.
    """
    if not isinstance(optimizer, Stepper):
        raise SimulationError(f"optimizer={optimizer!r}: must come from nnmath.optimizer")
    if optimizer.needs_hessian:
        raise SimulationError(
            f"optimizer={optimizer.id!r}: needs second derivatives, which a network does not give; "
            "'bfgs' and 'l-bfgs' learn them from the gradients"
        )
    batch_size, epochs = whole("batch_size", batch_size, 1), whole("epochs", epochs, 1)
    generator = np.random.default_rng(whole("seed", seed, 0))
    if keep not in KEPT:
        raise unknown("keep", keep, KEPT)
    if validation is not None:
        if not isinstance(validation, tuple) or len(validation) != 2:
            raise SimulationError("validation: must be a pair, inputs and targets")
        validation = pair(network, *validation, ("validation[0]", "validation[1]"))
    inputs, targets = pair(network, X, Y)
    order = generator if shuffle else None
    masked = None if mask is None else checked_mask(network, mask)
    return Plan(inputs, targets, optimizer, batch_size, epochs, order, validation, keep, masked)


def checked_mask(network: Network, mask: Any) -> Array:
    """A number 0 or 1 for every weight and bias.

    Raises:
        SimulationError: It is something else.
    """
    found = samples.numbers(mask, "mask")
    if found.shape != network.vector.shape or not np.isin(found, (0, 1)).all():
        raise SimulationError(f"mask: must be {network.vector.size} numbers, each 0 or 1")
    return found.astype(network.vector.dtype)


def pair(
    network: Network, X: Any, Y: Any, names: tuple[str, str] = ("X", "Y")
) -> tuple[Array, Array]:
    """Inputs and targets that fit the network and one another, not copied."""
    inputs = samples.checked_inputs(X, network.sizes[0], names[0])
    outputs = network.sizes[-1]
    targets = samples.checked_targets(Y, len(inputs), outputs, network.model.loss, names[1])
    return inputs, targets


def train(network: Network, plan: Plan) -> Training:
    """Train a network, and return what happened.

    The network keeps the last weights whose loss and gradient were finite.

    Raises:
        Diverged: A loss or a gradient is no longer finite.
    """
    run = Run(network, plan)
    # Overflow is an outcome here, not an accident: it ends the run
    with np.errstate(all="ignore"):
        for _ in range(plan.epochs):
            for rows in plan.batches():
                run.step(rows)
            run.end_epoch()
    return run.journal.until_now()


class Run:
    """A training that is under way.

    Args:
        network: What is trained; its weights are replaced step by step.
        plan: What to train with.
    """

    def __init__(self, network: Network, plan: Plan) -> None:
        self.network, self.plan, self.model = network, plan, network.model
        network.vector = self.masked(network.vector)
        # The optimizer begins anew and stays as it is
        self.optimizer = plan.optimizer.fresh()
        self.gradient = np.empty_like(network.vector)
        # The weights of the last loss and gradient that were finite
        self.sound = network.vector
        self.journal = Journal(network, plan)

    def step(self, rows: Any) -> None:
        """Learn from one batch.

        Raises:
            Diverged: Its loss or gradient is not finite.
        """
        vector, model = self.network.vector, self.model
        inputs, targets = model.batch(self.plan.inputs, self.plan.targets, rows)
        signals = model.forward(vector, inputs)
        loss = float(model.mean_loss(signals, targets))
        found = model.backward(vector, signals, targets, self.gradient)
        norms = [float(np.sqrt(sum(np.vdot(p, p) for p in layer))) for layer in found.layers]
        self.insist(np.isfinite((loss, *norms)).all())
        accuracy = samples.share_right(signals.activations[-1], targets, model.loss)
        self.journal.note_step(loss, accuracy, norms, len(inputs))
        self.sound = vector
        gradient: Any = self.gradient
        if self.optimizer.looks_ahead:
            gradient = partial(self.gradient_at, inputs, targets)
        self.network.vector = self.masked(self.optimizer.step(vector, gradient))
        self.journal.note_weights("steps", self.network.vector)

    def masked(self, vector: Array) -> Array:
        """The weights and biases with 0 for those that are not learned."""
        return vector if self.plan.mask is None else vector * self.plan.mask

    def gradient_at(self, inputs: Array, targets: Array, point: Array) -> Array:
        """The gradient of the batch at other weights."""
        signals = self.model.forward(point, inputs)
        return self.model.backward(point, signals, targets, np.empty_like(point)).vector

    def end_epoch(self) -> None:
        """Measure what an epoch has come to.

        Raises:
            Diverged: The weights, or the loss measured with them, are not finite.
        """
        self.insist(np.isfinite(self.network.vector).all())
        measured = None
        if self.plan.validation is not None:
            measured = self.network.measure(*self.plan.validation)
            self.insist(np.isfinite(measured[0]))
        self.journal.note_epoch(measured)
        self.journal.note_weights("epochs", self.network.vector)

    def insist(self, finite: Any) -> None:
        """Go on if all is finite.

        Raises:
            Diverged: It is not.
        """
        if not finite:
            self.network.vector = self.sound
            rate = self.optimizer.hyperparameters.get("learning_rate")
            until_now = self.journal.until_now()
            # Where the last step has led is no part of it
            weights = until_now.weights[: len(until_now.losses)]
            raise Diverged(self.journal.step + 1, rate, replace(until_now, weights=weights))
