"""Every loss under every convention, with its gradient, on one batch of soft and hard targets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from nnmath.printing.numpy_steps import number_function
from nnmath.simulation.formulas import computed, opened, written
from nnmath.theory.loss_conventions import LOSS_CONVENTIONS, LossConvention, Mean
from nnmath.theory.network_vocabulary import k, p
from tests.frameworks.cells import Cell, Quantities, asked, by_names

# By the loss, the claim of its gradient
ENTRYWISE = {
    "squared-error": "squared-error-derivative",
    "absolute-error": "absolute-error-derivative",
    "huber": "huber-derivative",
    "binary-cross-entropy": "binary-cross-entropy-derivative",
    "logit-loss": "logit-gradient",
}
ROW_BY_ROW = {
    "cross-entropy": "cross-entropy-gradient",
    "softmax-cross-entropy": "softmax-cross-entropy-gradient",
    # Less the entropy of the targets, on which predictions have no influence
    "divergence": "cross-entropy-gradient",
}
CLASSES = [2, 0, 1, 2]
HARD = np.eye(3)[CLASSES]
SOFT = np.array([[0.2, 0.3, 0.5], [0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4]])
LOGITS = np.array([[1.2, -0.4, 0.3], [-2.1, 0.8, 3.5], [0.4, 0.2, -0.9], [-6.0, 4.0, 0.5]])
SHARES = np.array([[0.5, 0.2, 0.3], [0.1, 0.6, 0.3], [0.25, 0.25, 0.5], [0.05, 0.9, 0.05]])
SURE = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.5, 0.5, 0.0], [0.0, 0.2, 0.8]])
# Errors on both sides of δ
DELTA = 0.75
TARGETS = {"cross-entropy": HARD}


def argument(id: str) -> str:
    """What the loss is a function of."""
    return "logits" if id in {"logit-loss", "softmax-cross-entropy"} else "predictions"


def inputs(id: str) -> dict[str, Any]:
    """The batch by the names of a call."""
    spread = LOGITS if id in {"squared-error", "absolute-error", "huber"} else SHARES
    known = {"logits": LOGITS, "predictions": spread}
    name = argument(id)
    numbers = {"classes": CLASSES, "delta": DELTA}
    return {name: known[name], "targets": TARGETS.get(id, SOFT), **numbers}


def cells() -> list[Cell]:
    """A cell for each convention of each loss, and one where predictions may not come near 0."""
    made = []
    for id, conventions in LOSS_CONVENTIONS.items():
        for each in conventions:
            question = partial(asked, each.call, inputs(id), [argument(id)])
            made.append(Cell("loss", id, each.framework, question, partial(ours, id, each)))
            if each.edge:
                sure = partial(asked, each.call, {**inputs(id), "predictions": SURE}, [])
                made.append(Cell("edge", id, each.framework, sure, partial(at_edge, id, each)))
    return made


def ours(id: str, convention: LossConvention) -> Quantities:
    """What a framework gives, made of the book's loss."""
    name, given = argument(id), inputs(id)
    factor = number_function(convention.factor, ())()
    losses, slopes = both(id, given[name], given["targets"])
    if convention.normalizes:
        slopes = through_sum(slopes, given[name])
    parts = {Mean.NONE: 1, Mean.SAMPLES: len(slopes), Mean.ENTRIES: slopes.size}[convention.mean]
    value = losses if convention.mean is Mean.NONE else losses.sum() / parts
    return {"value": np.asarray(factor * value), name: factor * slopes / parts}


def at_edge(id: str, convention: LossConvention) -> Quantities:
    """The same for predictions of 0 and 1, which the framework moves."""
    edge, targets = convention.edge, inputs(id)["targets"]
    assert edge is not None
    least = number_function(edge.least, ())()
    moved = np.clip(SURE, least, 1 - least if edge.at_one else 1)
    if id in ENTRYWISE:
        # No float is that near to 1: the same by the probability of the other class
        moved = np.maximum(np.where(SURE > 0.5, 1 - SURE, SURE), least)
        targets = np.where(SURE > 0.5, 1 - targets, targets)
    losses, slopes = both(id, moved, targets)
    parts = {Mean.SAMPLES: len(slopes), Mean.ENTRIES: slopes.size}[convention.mean]
    return {"value": losses.sum() / parts}


def paper(id: str) -> Quantities:
    """The book's loss itself."""
    return ours(id, LossConvention("", "", Mean.NONE))


def through_sum(slopes: Any, shares: Any) -> Any:
    """Back through the division of each row by its sum, which is 1 here."""
    return slopes - (slopes * shares).sum(axis=1, keepdims=True)


def both(id: str, predictions: Any, targets: Any) -> tuple[Any, Any]:
    """The losses, for each prediction or each sample, and their gradients by the predictions."""
    if id in ENTRYWISE:
        given = named(predictions, targets)
        value, slope = computed(id), opened(written(ENTRYWISE[id]), "sigmoid")
        return by_names(value)(**given), by_names(slope)(**given)
    value, slope = by_names(computed(id)), by_names(written(ROW_BY_ROW[id]), p)
    rows = [(value(**given), slope(**given)) for given in map(named_row, predictions, targets)]
    losses, slopes = zip(*rows, strict=True)
    return np.array(losses), np.array(slopes)


def named(predictions: Any, targets: Any) -> dict[str, Any]:
    """Predictions and targets by the names of the book."""
    residuals = {"r": predictions - targets, "delta": DELTA}
    return {"y_hat": predictions, "z": predictions, "y": targets, **residuals}


def named_row(predictions: Any, targets: Any) -> dict[str, Any]:
    """A sample's, with the outputs of softmax."""
    softmax: Callable[..., Any] = by_names(written("softmax"), k)
    return {**named(predictions, targets), "s": softmax(z=predictions)}
