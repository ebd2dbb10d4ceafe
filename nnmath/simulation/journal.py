"""What is kept of a training: a journal that is filled as it goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nnmath.simulation.errors import SimulationError
from nnmath.simulation.layout import Array

if TYPE_CHECKING:
    from nnmath.simulation.network import Network
    from nnmath.simulation.training import Plan


@dataclass(frozen=True)
class Training:
    """What happened on the way, as arrays.

    A step's loss, accuracy and gradients are those of its batch before the update; an epoch's are
    the means over its samples, while they change. Accuracies of the squared error are NaN.

    Args:
        losses: Of each step, (steps,).
        accuracies: Of each step, (steps,).
        gradient_norms: The length of each layer's gradient, (steps, layers).
        epoch_losses: Of each whole epoch, (epochs,).
        epoch_accuracies: Of each whole epoch, (epochs,).
        validation_losses: After each epoch, (epochs,); empty without validation.
        validation_accuracies: After each epoch, (epochs,); empty without validation.
        weights: Kept weights and biases, a row a vector as `Network.parameters`, the start first;
            no rows where nothing is kept.
        steps_per_epoch: How many steps an epoch has.
    """

    losses: Array
    accuracies: Array
    gradient_norms: Array
    epoch_losses: Array
    epoch_accuracies: Array
    validation_losses: Array
    validation_accuracies: Array
    weights: Array
    steps_per_epoch: int


class Diverged(SimulationError):
    """Training has left the finite numbers.

    Args:
        step: The step, from 1, whose loss or gradient is not finite.
        learning_rate: The η of the optimizer, None where it has none.
        training: What happened before that step.
    """

    def __init__(self, step: int, learning_rate: float | None, training: Training) -> None:
        super().__init__(
            f"training diverged at step {step} with learning_rate={learning_rate!r}: "
            "loss or gradient is no longer finite; try a smaller learning_rate"
        )
        self.step, self.learning_rate, self.training = step, learning_rate, training

    def __reduce__(self) -> tuple[type[Diverged], tuple[Any, ...]]:
        """What another process makes it from again."""
        return Diverged, (self.step, self.learning_rate, self.training)


class Journal:
    """Arrays for all that will be kept, filled as training goes on.

    Args:
        network: What is trained.
        plan: How.
    """

    def __init__(self, network: Network, plan: Plan) -> None:
        epochs, steps = plan.epochs, plan.epochs * plan.steps_per_epoch
        rows = {"nothing": 0, "epochs": epochs + 1, "steps": steps + 1}[plan.keep]
        measured = 0 if plan.validation is None else epochs
        self.keep = plan.keep
        self.step = self.epoch = 0
        self.samples = np.zeros(steps)
        self.whole = Training(
            losses=np.zeros(steps),
            accuracies=np.zeros(steps),
            gradient_norms=np.zeros((steps, len(network.sizes) - 1)),
            epoch_losses=np.zeros(epochs),
            epoch_accuracies=np.zeros(epochs),
            validation_losses=np.zeros(measured),
            validation_accuracies=np.zeros(measured),
            weights=np.zeros((rows, network.vector.size), network.vector.dtype),
            steps_per_epoch=plan.steps_per_epoch,
        )
        if rows:
            self.whole.weights[0] = network.vector

    def note_step(self, loss: float, accuracy: float, norms: list[Any], count: int) -> None:
        """Keep what a batch of `count` samples gave."""
        self.whole.losses[self.step] = loss
        self.whole.accuracies[self.step] = accuracy
        self.whole.gradient_norms[self.step] = norms
        self.samples[self.step] = count
        self.step += 1

    def note_epoch(self, measured: tuple[float, float] | None) -> None:
        """Keep the means of the epoch that has ended, and what was measured after it."""
        own = slice(self.step - self.whole.steps_per_epoch, self.step)
        counts = self.samples[own]
        means = (np.average(each[own], weights=counts) for each in self.by_step)
        self.whole.epoch_losses[self.epoch], self.whole.epoch_accuracies[self.epoch] = means
        if measured is not None:
            loss, accuracy = measured
            self.whole.validation_losses[self.epoch] = loss
            self.whole.validation_accuracies[self.epoch] = accuracy
        self.epoch += 1

    def note_weights(self, when: str, vector: Array) -> None:
        """Keep weights, if they are to be kept at such times."""
        if self.keep == when:
            self.whole.weights[self.kept - 1] = vector

    @property
    def kept(self) -> int:
        """How many rows of weights there are by now."""
        return {"nothing": 0, "epochs": self.epoch + 1, "steps": self.step + 1}[self.keep]

    @property
    def by_step(self) -> tuple[Array, Array]:
        """Losses and accuracies, step by step."""
        return self.whole.losses, self.whole.accuracies

    def until_now(self) -> Training:
        """What has happened so far."""
        steps, epochs, whole = slice(self.step), slice(self.epoch), self.whole
        return replace(
            whole,
            losses=whole.losses[steps],
            accuracies=whole.accuracies[steps],
            gradient_norms=whole.gradient_norms[steps],
            epoch_losses=whole.epoch_losses[epochs],
            epoch_accuracies=whole.epoch_accuracies[epochs],
            validation_losses=whole.validation_losses[epochs],
            validation_accuracies=whole.validation_accuracies[epochs],
            weights=whole.weights[: self.kept],
        )
