"""Every variant of every optimizer, with hyperparameters at which nothing hides behind another."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnmath.proof.claims import Optimizer
from nnmath.simulation import Stepper
from nnmath.simulation.whole_stepper import WholeStepper
from nnmath.theory.optimizers import FAMILIES

VARIANTS = [(id, name) for id, family in FAMILIES.items() for name in family.variants]
GENERIC = {
    "learning_rate": 0.03,
    "momentum": 0.8,
    "dampening": 0.25,
    "beta1": 0.8,
    "beta2": 0.95,
    "rho": 0.9,
    "epsilon": 0.02,
    "weight_decay": 0.1,
    "initial_accumulator": 0.3,
    "final_learning_rate": 0.08,
    "gamma": 0.5,
    "momentum_decay": 0.3,
    "memory": 3,
}
# Gradients by entry, and where the walk begins
SURFACES: Mapping[str, tuple[Callable[[Any], Any], np.ndarray]] = {
    "bowl": (lambda w: w * np.array([1.0, 6.0]), np.array([2.0, -1.5])),
    "waves": (lambda w: np.sin(3 * w) + w / 4, np.array([[1.3, -0.2, 2.7], [0.4, -3.1, 0.9]])),
}


def box(id: str, convention: str) -> Optimizer:
    """The algorithm box."""
    return FAMILIES[id].variants[convention]


def settings(claim: Optimizer, **others: float) -> dict[str, float]:
    """A value for each of its hyperparameters."""
    names = [each.symbol.code for each in claim.hyperparameters]
    return {name: others.get(name, GENERIC[name]) for name in names}


def second(slope: Callable[[Any], Any]) -> Callable[[Any], np.ndarray]:
    """The second derivatives, one row for each entry, by complex steps."""

    def hessian(point: Any) -> np.ndarray:
        rows = np.eye(np.size(point)).reshape(-1, *np.shape(point)) * 1e-200
        return np.array([np.imag(slope(point + 1j * row)).ravel() for row in rows]) / 1e-200

    return hessian


def stepping(claim: Optimizer, **others: float) -> Stepper:
    """The box with all hyperparameters set."""
    kind = WholeStepper if claim.is_whole else Stepper
    return kind(claim, "", settings(claim, **others))


def walked(
    claim: Optimizer, slope: Callable[[Any], Any], start: Any, steps: int, **others: float
) -> list[Any]:
    """The parameters on the way, the start first."""
    stepper, path = stepping(claim, **others), [start]
    for _ in range(steps):
        path.append(stepper.step(path[-1], slope, second(slope)))
    return path


def witness(claim: Optimizer) -> Callable[..., list[Any]]:
    """The function written by hand that the box must equal."""
    file, name = claim.witness.split("::")
    module = importlib.import_module(file.removesuffix(".py").replace("/", "."))
    function: Callable[..., list[Any]] = getattr(module, name)
    return function


def expected(
    claim: Optimizer, slope: Callable[[Any], Any], start: Any, steps: int, **others: float
) -> list[Any]:
    """The same walk by the witness."""
    asked = {} if claim.hessian is None else {"hessian": second(slope)}
    return witness(claim)(start, slope, steps, **asked, **settings(claim, **others))
