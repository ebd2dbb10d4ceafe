"""Runs of an optimizer on a surface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnmath.simulation.errors import SimulationError
from nnmath.simulation.stepper import Stepper
from nnmath.simulation.surfaces import Surface


@dataclass(frozen=True)
class Trajectory:
    """What happened on the way, one row a step, the start first.

    Args:
        positions: The parameters.
        losses: The loss at each position.
        gradients: The gradient at each position.
        diverged_at: The step at which a value was no longer finite; its row and all later ones
            are left out. None when every step was made.
    """

    positions: np.ndarray
    losses: np.ndarray
    gradients: np.ndarray
    diverged_at: int | None = None


def descend(surface: Surface, start: Any, optimizer: Stepper, steps: int = 100) -> Trajectory:
    """Walk from `start`, and stop before the first value that is not finite.

    Args:
        surface: The loss and its gradient.
        start: The first position, a number or an array; floats keep their precision.
        optimizer: The rule with its hyperparameters; it begins anew and stays as it is.
        steps: How many steps.

    Returns:
        steps + 1 rows, fewer where the run diverges.

    Raises:
        SimulationError: A start that is not finite, a number of steps that is not allowed, a
            surface without what the optimizer needs.

    >>> from nnmath.simulation import optimizer, surface
    >>> rule = optimizer("gradient-descent", learning_rate=0.25)
    >>> descend(surface("worked-example"), 8.0, rule, steps=3).positions.tolist()
    [8.0, 4.0, 2.0, 1.0]
    """
    theta = position(start)
    if isinstance(steps, bool) or not isinstance(steps, (int, np.integer)) or steps < 0:
        raise SimulationError(f"steps={steps!r}: must be a whole number, 0 or more")
    hessian = surface.hessian if optimizer.needs_hessian else None
    if optimizer.needs_hessian and hessian is None:
        raise SimulationError(f"surface={surface.id!r}: has no hessian, which {optimizer.id} needs")
    optimizer = optimizer.fresh()
    rows: list[tuple[Any, Any, Any]] = []
    # Overflow is an outcome here, not an accident: it ends the run
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(int(steps) + 1):
            loss, gradient = surface.loss(theta), surface.gradient(theta)
            if not all(np.all(np.isfinite(value)) for value in (theta, loss, gradient)):
                break
            rows.append((theta, loss, gradient))
            slope = surface.gradient if optimizer.looks_ahead else gradient
            theta = optimizer.step(theta, slope, hessian)
    if not rows:
        raise SimulationError(f"start={start!r}: the loss there is not finite")
    diverged_at = len(rows) if len(rows) <= steps else None
    positions, losses, gradients = (np.array(column) for column in zip(*rows, strict=True))
    return Trajectory(positions, losses, gradients, diverged_at)


def position(start: Any) -> np.ndarray:
    """The start as an array of floats of its own.

    Raises:
        SimulationError: It is no finite number or array of such.
    """
    try:
        array = np.array(start)
        theta = array if array.dtype.kind == "f" else array.astype(float)
    except (TypeError, ValueError, OverflowError):
        raise SimulationError(f"start={start!r}: must be a finite number or an array") from None
    if not np.all(np.isfinite(theta)):
        raise SimulationError(f"start={start!r}: must be finite")
    return theta
