"""Losses of a batch with the error signals of the output layer, from the theory's entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from nnmath.proof.nodes import Derivative
from nnmath.simulation.activations import SOFTMAX
from nnmath.simulation.errors import SimulationError, unknown
from nnmath.simulation.formulas import opened, program, written
from nnmath.theory.batch_vocabulary import A, E, Z, f
from nnmath.theory.network_vocabulary import S, Y, Y_hat, batch_logits, j, n, shifts
from nnmath.theory.sigmoid import sigma

# Of pre-activations, activations, targets
Value: TypeAlias = Callable[[Any, Any, Any], Any]
# Of pre-activations, activations, targets and the slope of the activation function
Signals: TypeAlias = Callable[[Any, Any, Any, Any], Any]


@dataclass(frozen=True)
class Loss:
    """A loss of a batch.

    Args:
        id: Name in kebab-case.
        value: The mean loss, of pre-activations, activations and targets.
        error_signals: δ of the output layer, of the same and the activation function's slope.
        activation: The only activation function that it goes with; None: any but softmax.
    """

    id: str
    value: Value
    error_signals: Signals
    activation: str | None = None


@cache
def loss(id: str, *, stable: bool = True) -> Loss:
    """Return a loss by its id.

    Formula: mean-squared-error; batch-cross-entropy-stable behind softmax;
    batch-binary-cross-entropy-stable behind the sigmoid function; and their gradients.

    Args:
        id: A key of `LOSSES`.
        stable: Whether as code computes it, clean for any finite numbers; else as written, which
            also takes complex numbers.

    Raises:
        SimulationError: No loss has this id.

    >>> import numpy as np
    >>> Z, Y = np.array([[800.0, -800.0]]), np.array([[0.0, 1.0]])
    >>> float(loss("categorical-cross-entropy").value(Z, None, Y))
    1600.0
    """
    if id not in LOSSES:
        raise unknown("loss", id, LOSSES)
    return LOSSES[id](id, stable)


def squared(id: str, stable: bool) -> Loss:
    """The mean squared error, behind any activation function with a slope."""
    value = program(written("mean-squared-error"), "value", (Y_hat, Y))
    by_output = program(written("mean-squared-error-gradient-matrix"), "by_output", (Y_hat, Y))
    through = program(
        written("delta-recursion-entry"),
        "through",
        known={"by_activation": Derivative(E[()], A[n, j]), "slope": f.prime(Z[n, j])},
        axes=(n, j),
    )
    return Loss(
        id,
        lambda pre_activations, outputs, targets: value(outputs, targets),
        lambda pre_activations, outputs, targets, slope: through(
            by_output(outputs, targets), slope
        ),
    )


def categorical(id: str, stable: bool) -> Loss:
    """The cross-entropy behind softmax, by the logits."""
    signals = program(written("batch-cross-entropy-gradient"), "signals", (S, Y))
    if stable:
        shifted = program(written("batch-cross-entropy-stable"), "value", (Y, batch_logits, shifts))

        def value(logits: Any, targets: Any) -> Any:
            return shifted(targets, logits, logits.max(axis=1))
    else:
        body = opened(written("batch-cross-entropy"), "batch-softmax", stable=False)
        value = program(body, "value", (batch_logits, Y))
    return behind(id, SOFTMAX, value, signals)


def binary(id: str, stable: bool) -> Loss:
    """The binary cross-entropy behind the sigmoid function, by the logits."""
    gradient = written("batch-binary-cross-entropy-gradient")
    known = program(gradient, "signals", (Y,), {"outputs": sigma(batch_logits)})
    if stable:
        body = written("batch-binary-cross-entropy-stable")
    else:
        body = opened(written("batch-binary-cross-entropy"), "sigmoid", stable=False)
    value = program(body, "value", (batch_logits, Y))
    return behind(id, "sigmoid", value, lambda outputs, targets: known(targets, outputs))


def behind(
    id: str, activation: str, value: Callable[[Any, Any], Any], signals: Callable[[Any, Any], Any]
) -> Loss:
    """A loss that is known by the logits of one activation function."""
    return Loss(
        id,
        lambda logits, outputs, targets: value(logits, targets),
        lambda logits, outputs, targets, slope: signals(outputs, targets),
        activation,
    )


LOSSES: Mapping[str, Callable[[str, bool], Loss]] = MappingProxyType(
    {
        "mean-squared-error": squared,
        "categorical-cross-entropy": categorical,
        "binary-cross-entropy": binary,
    }
)


def check_pair(loss: Loss, activation: str) -> None:
    """Make sure that a loss goes with the last layer's activation function.

    Raises:
        SimulationError: It does not.
    """
    if loss.activation not in (None, activation):
        raise SimulationError(
            f"loss={loss.id!r}: goes with {loss.activation!r} as the last activation, "
            f"not {activation!r}"
        )
    if activation == SOFTMAX and loss.activation != SOFTMAX:
        raise SimulationError(
            f"loss={loss.id!r}: behind 'softmax' only 'categorical-cross-entropy' is there"
        )
