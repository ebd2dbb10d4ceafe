"""Optimizers that step, made from the verified algorithm boxes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from nnmath.catalog import catalog
from nnmath.printing import numpy_function
from nnmath.printing.numpy_steps import number_function, step_function, step_parameters
from nnmath.proof.claims import Optimizer
from nnmath.proof.nodes import Variable
from nnmath.simulation.errors import SimulationError, unknown
from nnmath.simulation.hyperparameters import checked
from nnmath.theory.optimizers import FAMILIES, PAPER


class Stepper:
    """An optimizer with its hyperparameters set, and what it keeps from step to step.

    Args:
        claim: The algorithm box.
        convention: Whose it is.
        hyperparameters: Values by their names in code.
    """

    def __init__(
        self, claim: Optimizer, convention: str, hyperparameters: Mapping[str, float]
    ) -> None:
        self.claim, self.convention = claim, convention
        self.hyperparameters = MappingProxyType(dict(hyperparameters))
        self.looks_ahead = claim.looks_at != claim.parameter
        self.steps = 0
        self._state: tuple[Any, ...] | None = None
        self._rule = step_function(claim)
        self._places = (claim.parameter, *claim.state, *claim.hyperparameters)
        self._ahead = numpy_function(claim.looks_at, name="ahead", parameters=self._places)
        self._reads = {each.symbol.code for each in step_parameters(claim)}

    @property
    def id(self) -> str:
        """The id of the algorithm box."""
        return self.claim.id

    @property
    def state(self) -> Mapping[str, Any]:
        """What is kept, by its names in code; nothing before the first step. Arrays like theta."""
        names = (each.symbol.code for each in self.claim.state)
        return MappingProxyType(dict(zip(names, self._state or (), strict=False)))

    def fresh(self) -> Stepper:
        """The same optimizer before its first step: one for each array of parameters."""
        return Stepper(self.claim, self.convention, self.hyperparameters)

    def step(self, theta: Any, gradient: Any) -> Any:
        """Return the parameter after one step; `theta` and `gradient` stay as they are.

        Args:
            theta: The parameter, a number or an array; its precision is kept.
            gradient: The loss's gradient there, of the same shape; or the function that gives it at
                a point, which an optimizer that looks ahead needs.

        Raises:
            SimulationError: The shapes do not fit, or what looks ahead gets no function.

        Formula: the entry `id`.

        >>> optimizer("gradient-descent", learning_rate=0.1).step(5.0, 10.0)
        4.0
        """
        array = parameters(theta)
        state = self._begun(array)
        slope = self._gradient(array, state, gradient)
        given = {"theta": array, "g": slope, "t": self.steps + 1, **state, **self.hyperparameters}
        result = self._rule(**{name: given[name] for name in given if name in self._reads})
        moved, *kept = result if isinstance(result, tuple) else (result,)
        # A box may keep the gradient itself, which is the caller's
        self._state = tuple(each.copy() if each is slope else each for each in kept)
        self.steps += 1
        return moved if isinstance(theta, (np.ndarray, np.generic)) else like(theta, moved)

    def _begun(self, theta: Any) -> dict[str, Any]:
        """The state by its names; before the first step, what it begins with."""
        parts = self.claim.state
        kept = self._state or tuple(np.full_like(theta, self._start(each)) for each in parts)
        for each in kept:
            if np.shape(each) != theta.shape:
                shapes = f"shape {theta.shape}, the steps before had {np.shape(each)}"
                raise SimulationError(f"theta: {shapes}; use fresh() for another array")
        return {part.symbol.code: value for part, value in zip(parts, kept, strict=True)}

    def _start(self, part: Variable) -> float:
        settings = tuple(self.claim.hyperparameters)
        values = (self.hyperparameters[each.symbol.code] for each in settings)
        return float(number_function(self.claim.start(part), settings)(*values))

    def _gradient(self, theta: Any, state: Mapping[str, Any], gradient: Any) -> Any:
        if callable(gradient):
            gradient = gradient(self._point(theta, state))
        elif self.looks_ahead:
            point = "the point ahead"
            raise SimulationError(
                f"gradient: {self.id} takes it at {point}: pass the function that gives it"
            )
        slope = np.asarray(gradient, dtype=theta.dtype)
        if slope.shape != theta.shape:
            raise SimulationError(
                f"gradient: shape {slope.shape} does not fit theta's {theta.shape}"
            )
        return slope

    def _point(self, theta: Any, state: Mapping[str, Any]) -> Any:
        """Where the gradient is taken."""
        if not self.looks_ahead:
            return theta
        values = {"theta": theta, **state, **self.hyperparameters}
        return self._ahead(*(values[each.symbol.code] for each in self._places))


def optimizer(id: str, *, convention: str = PAPER, **hyperparameters: float) -> Stepper:
    """Return an optimizer by its id.

    Args:
        id: One of `FAMILIES`.
        convention: Whose rules and defaults: "paper", "pytorch", "keras" or "optax".
        hyperparameters: Values by their names in code, where the default is not wanted or missing.

    Raises:
        SimulationError: Unknown id, convention or hyperparameter, one that is missing, or a value
            that is not allowed.

    >>> adam = optimizer("adam", convention="pytorch", learning_rate=0.5)
    >>> round(adam.step(1.0, 3.0), 6)
    0.5
    >>> adam.hyperparameters["beta2"]
    0.999
    """
    if id not in FAMILIES:
        raise unknown("optimizer", id, FAMILIES)
    variants = FAMILIES[id].variants
    if convention not in variants:
        raise unknown(f"{id}: convention", convention, variants)
    entry = catalog[variants[convention].id]
    assert isinstance(entry.claim, Optimizer)
    return Stepper(entry.claim, convention, checked(id, entry.claim, hyperparameters))


def parameters(theta: Any) -> Any:
    """The parameter as an array of floats.

    Raises:
        SimulationError: It is no number or array of such.
    """
    array = np.asarray(theta)
    if array.dtype.kind not in "fiu":
        raise SimulationError("theta: must be a number or an array of numbers")
    return array if array.dtype.kind == "f" else array.astype(float)


def like(theta: Any, moved: Any) -> Any:
    """A number where a number came in."""
    return float(moved) if np.ndim(moved) == 0 and np.isscalar(theta) else moved
