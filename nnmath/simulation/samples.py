"""Inputs and targets: what is refused before any work, and one batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nnmath.simulation.errors import SimulationError
from nnmath.simulation.layout import Array
from nnmath.simulation.losses import Loss

# Rows that are looked at together: a check takes no second copy of the data
ROWS = 4096
# How far probabilities in float32 may be from adding up to 1
TOLERANCE = 1e-4


def checked_inputs(inputs: Any, size: int, argument: str = "X") -> Array:
    """The inputs as an array of (samples, size) finite numbers, not copied where they are one.

    Raises:
        SimulationError: They are something else.
    """
    array = numbers(inputs, argument)
    if array.ndim != 2 or array.shape[1] != size or not len(array):
        raise SimulationError(
            f"{argument}: shape {array.shape}; must be (samples, {size}), one sample or more"
        )
    check_finite(array, argument)
    return array


def checked_targets(
    targets: Any, samples: int, size: int, loss: Loss, argument: str = "Y"
) -> Array:
    """The targets as an array that fits inputs and loss, not copied where they are one.

    Args:
        targets: (samples, size); of one output also (samples,); of the categorical cross-entropy
            also class numbers 0, …, size − 1, (samples,).
        samples: The number of rows of the inputs.
        size: The number of outputs.
        loss: What they are for.

    Raises:
        SimulationError: They are something else.
    """
    array = numbers(targets, argument)
    if has_labels(array, loss):
        check_labels(array, samples, size, argument)
        return array
    if array.ndim == 1 and size == 1:
        array = array[:, None]
    if array.shape != (samples, size):
        labels = f" or class numbers, ({samples},)" if loss.id.startswith("categorical") else ""
        raise SimulationError(
            f"{argument}: shape {array.shape}; must be ({samples}, {size}){labels}"
        )
    check_finite(array, argument)
    if loss.activation is not None:
        check_probabilities(array, loss, argument)
    return array


def numbers(value: Any, argument: str) -> Array:
    """The value as an array of real numbers.

    Raises:
        SimulationError: It is none.
    """
    try:
        array = np.asarray(value)
    except ValueError:
        raise SimulationError(f"{argument}: rows of different length; must be an array") from None
    if array.dtype.kind not in "biuf":
        raise SimulationError(f"{argument}: dtype {array.dtype}; must be an array of real numbers")
    return array


def has_labels(targets: Array, loss: Loss) -> bool:
    """Whether targets are class numbers."""
    return targets.ndim == 1 and targets.dtype.kind in "iu" and loss.activation == "softmax"


def check_labels(labels: Array, samples: int, classes: int, argument: str) -> None:
    """Make sure that every sample has the number of a class.

    Raises:
        SimulationError: One has not.
    """
    if len(labels) != samples:
        raise SimulationError(f"{argument}: {len(labels)} labels; must be {samples}, one a sample")
    for start, rows in blocks(labels):
        wrong = (rows < 0) | (rows >= classes)
        if wrong.any():
            place = int(wrong.argmax())
            raise SimulationError(
                f"{argument}[{start + place}]={int(rows[place])}: must be a class number, "
                f"0 to {classes - 1}"
            )


def check_finite(array: Array, argument: str) -> None:
    """Make sure that all numbers are finite.

    Raises:
        SimulationError: One is not; the first is named.
    """
    for start, rows in blocks(array):
        with np.errstate(all="ignore"):
            # A finite sum has finite terms; any other is looked at term by term
            if np.isfinite(rows.sum()):
                continue
        wrong = ~np.isfinite(rows)
        if wrong.any():
            row, *rest = (int(each) for each in np.argwhere(wrong)[0])
            place = ", ".join(map(str, (start + row, *rest)))
            raise SimulationError(f"{argument}[{place}]={rows[row, *rest]}: must be finite")


def check_probabilities(array: Array, loss: Loss, argument: str) -> None:
    """Make sure that targets lie in [0, 1], and of one class among several add up to 1.

    Raises:
        SimulationError: They do not; the first is named.
    """
    for start, rows in blocks(array):
        wrong = (rows < 0) | (rows > 1)
        if wrong.any():
            row, column = (int(each) for each in np.argwhere(wrong)[0])
            raise SimulationError(
                f"{argument}[{start + row}, {column}]={rows[row, column]}: must be from 0 to 1"
            )
        if loss.activation == "softmax":
            sums = rows.sum(axis=1)
            off = np.abs(sums - 1) > TOLERANCE
            if off.any():
                row = int(off.argmax())
                raise SimulationError(
                    f"{argument}[{start + row}]: adds up to {sums[row]:g}; must add up to 1"
                )


def blocks(array: Array) -> Iterator[tuple[int, Array]]:
    """The rows, some at a time, each block with the number of its first row."""
    return ((start, array[start : start + ROWS]) for start in range(0, len(array), ROWS))


def batch_of(array: Array, rows: Any, dtype: np.dtype[Any]) -> Array:
    """Some rows in a dtype: a view where they are a slice of that dtype."""
    found: Array = array[rows].astype(dtype, copy=False)
    return found


def targets_of(targets: Array, rows: Any, classes: int, loss: Loss, dtype: np.dtype[Any]) -> Array:
    """Some targets, class numbers as rows of 0 and a single 1."""
    if not has_labels(targets, loss):
        return batch_of(targets, rows, dtype)
    labels = targets[rows]
    one_hot = np.zeros((len(labels), classes), dtype)
    one_hot[np.arange(len(labels)), labels] = 1
    return one_hot


def share_right(outputs: Array, targets: Array, loss: Loss) -> float:
    """The share of right predictions: the largest output's class, or each output's nearer side
    of ½; NaN for a loss that has no classes."""
    if loss.activation is None:
        return float("nan")
    if loss.activation == "softmax":
        return float(np.mean(outputs.argmax(axis=1) == targets.argmax(axis=1)))
    return float(np.mean((outputs >= 0.5) == (targets >= 0.5)))
