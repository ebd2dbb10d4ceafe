"""A verified algorithm box that steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np

from nnmath.printing import numpy_function
from nnmath.printing.numpy_steps import number_function, step_function, step_parameters
from nnmath.proof.claims import Optimizer, Part
from nnmath.simulation.errors import SimulationError


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
        self.looks_ahead = claim.looks_elsewhere
        self.steps = 0
        self._state: tuple[Any, ...] | None = None
        self._rule = step_function(claim)
        self._reads = {each.symbol.code for each in step_parameters(claim)}

    @property
    def id(self) -> str:
        """The id of the algorithm box."""
        return self.claim.id

    @property
    def needs_hessian(self) -> bool:
        """Whether a step reads the loss's second derivatives."""
        return self.claim.hessian is not None

    @property
    def state(self) -> Mapping[str, Any]:
        """What is kept, by its names in code; nothing before the first step. Arrays like theta."""
        names = (each.symbol.code for each in self.claim.state)
        return MappingProxyType(dict(zip(names, self._state or (), strict=False)))

    def fresh(self) -> Stepper:
        """The same optimizer before its first step: one for each array of parameters."""
        return type(self)(self.claim, self.convention, self.hyperparameters)

    def step(self, theta: Any, gradient: Any, hessian: Any = None) -> Any:
        """Return the parameter after one step; `theta` and `gradient` stay as they are.

        Args:
            theta: The parameter, a number or an array; its precision is kept.
            gradient: The loss's gradient there, of the same shape; or the function that gives it at
                a point, which an optimizer that looks ahead needs.
            hessian: The second derivatives there, as the matrix or the function that gives it;
                needed where `needs_hessian`, and read by no other.

        Raises:
            SimulationError: The shapes do not fit, or what looks ahead gets no function.

        Formula: the entry `id`.

        >>> from nnmath.simulation import optimizer
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

    def _start(self, part: Part) -> float:
        settings = tuple(self.claim.hyperparameters)
        return float(number_function(self.claim.start(part), settings)(*self._settings))

    @property
    def _settings(self) -> tuple[float, ...]:
        return tuple(self.hyperparameters[each.symbol.code] for each in self.claim.hyperparameters)

    def _gradient(self, theta: Any, state: Mapping[str, Any], gradient: Any) -> Any:
        if callable(gradient):
            gradient = gradient(self._point(theta, state))
        elif self.looks_ahead:
            point = "the point ahead"
            raise SimulationError(
                f"gradient: {self.id} takes it at {point}: pass the function that gives it"
            )
        return fitting(theta, gradient)

    def _point(self, theta: Any, state: Mapping[str, Any]) -> Any:
        """Where the gradient is taken."""
        if not self.looks_ahead:
            return theta
        values = {"theta": theta, **state, **self.hyperparameters}
        return self._ahead(*(values[each.symbol.code] for each in self._places))

    @property
    def _places(self) -> tuple[Part, ...]:
        return (self.claim.parameter, *self.claim.state, *self.claim.hyperparameters)

    @cached_property
    def _ahead(self) -> Callable[..., Any]:
        return numpy_function(self.claim.looks_at, name="ahead", parameters=self._places)


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


def fitting(theta: Any, gradient: Any) -> Any:
    """The gradient as an array in the parameter's precision.

    Raises:
        SimulationError: It has another shape than the parameter.
    """
    slope = np.asarray(gradient, dtype=theta.dtype)
    if slope.shape != theta.shape:
        raise SimulationError(f"gradient: shape {slope.shape} does not fit theta's {theta.shape}")
    return slope
