"""Optimizers that step, made from entries of the catalog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from nnmath.catalog import catalog
from nnmath.simulation.errors import SimulationError, finite, unknown

POSITIVE = frozenset({"learning_rate"})
# The rule's arguments that change at every step; all others are hyperparameters
STATE = ("theta", "g")


@dataclass(frozen=True)
class Stepper:
    """An optimizer with its hyperparameters set.

    Args:
        id: The optimizer's id in the catalog.
        hyperparameters: Values by their names in code.
        rule: The verified rule as a function of parameter, gradient and hyperparameters.
    """

    id: str
    hyperparameters: Mapping[str, float]
    rule: Callable[..., Any]

    def step(self, theta: Any, gradient: Any) -> Any:
        """Return the parameter after one step; `theta` and `gradient` stay as they are.

        Formula: the entry `id`.

        >>> optimizer("gradient-descent", learning_rate=0.1).step(5.0, 10.0)
        4.0
        """
        return self.rule(theta=theta, g=gradient, **self.hyperparameters)


def optimizer(id: str, **hyperparameters: float) -> Stepper:
    """Return an optimizer by its id.

    Args:
        id: Id of an entry of the kind "optimizer".
        hyperparameters: A value for each, by its name in code.

    Raises:
        SimulationError: Unknown id or hyperparameter, one that is missing, or a value that is not
            allowed.
    """
    # Only this one entry is looked up: looking at any verifies it
    entry = catalog.get(id)
    if entry is None or entry.kind != "optimizer":
        raise unknown("optimizer", id, catalog)
    names = [name for name in entry.parameters if name not in STATE]
    for name in hyperparameters:
        if name not in names:
            raise unknown(f"{id}: hyperparameter", name, names)
    for name in names:
        if name not in hyperparameters:
            raise SimulationError(f"{id}: {name} is missing")
    values = {name: positive(name, hyperparameters[name]) for name in names}
    return Stepper(id, MappingProxyType(values), entry.function)


def positive(name: str, value: object) -> float:
    """The value as a finite float, greater than 0 where the hyperparameter must be."""
    number = finite(name, value)
    if name in POSITIVE and number <= 0:
        raise SimulationError(f"{name}={value!r}: must be greater than 0")
    return number
