"""A verified algorithm box that steps with the vector of all parameters at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nnmath.notation.symbols import GRADIENT_FUNCTION
from nnmath.printing import numpy_function
from nnmath.proof.claims import Part
from nnmath.simulation.errors import SimulationError
from nnmath.simulation.stepper import Stepper, fitting, like, parameters


class WholeStepper(Stepper):
    """An optimizer that sees all parameters as one vector, whatever the shape of their array.

    What it keeps has the vector's length along its axes; it is begun by the first step.
    """

    def step(self, theta: Any, gradient: Any, hessian: Any = None) -> Any:
        """Return the parameter after one step; nothing that is handed over changes.

        Args:
            theta: The parameter, a number or an array; its precision is kept.
            gradient: The loss's gradient there, of the same shape; or the function that gives it at
                a point, which an optimizer that looks ahead needs.
            hessian: The second derivatives there, one row and one column for each parameter, or
                the function that gives them; needed where `needs_hessian`.

        Raises:
            SimulationError: The shapes do not fit, something is missing, or no step solves the
                system of equations.

        >>> from nnmath.simulation import optimizer
        >>> optimizer("newton").step(5.0, 10.0, 2.0)
        0.0
        """
        array = parameters(theta)
        vector = array.ravel()
        slope = fitting(array, self._here(array, gradient)).ravel()
        given = {
            "theta": vector,
            "g": slope,
            "t": self.steps + 1,
            **self._kept(vector),
            **self.hyperparameters,
            **self._asked(array, gradient, hessian),
        }
        try:
            result = self._rule(**{name: given[name] for name in given if name in self._reads})
        except np.linalg.LinAlgError:
            problem = "no inverse, so that there is no one step"
            raise SimulationError(f"hessian: has {problem}: {array!r}") from None
        moved, *kept = result if isinstance(result, tuple) else (result,)
        # A box may keep the gradient itself, which is the caller's, or a number of Python's
        self._state = tuple(np.array(each, dtype=vector.dtype) for each in kept)
        self.steps += 1
        moved = moved.reshape(array.shape)
        return moved if isinstance(theta, (np.ndarray, np.generic)) else like(theta, moved)

    def _asked(self, theta: Any, gradient: Any, hessian: Any) -> dict[str, Any]:
        """What the box asks of the loss beside the gradient at the parameter."""
        asked: dict[str, Any] = {}
        if self.looks_ahead:
            asked[GRADIENT_FUNCTION.code] = self._elsewhere(theta, gradient)
        if self.claim.hessian is not None:
            asked[self.claim.hessian.symbol.code] = self._hessian(theta, hessian)
        return asked

    def _elsewhere(self, theta: Any, gradient: Any) -> Callable[[Any], Any]:
        """The gradient as a function from vectors to vectors."""

        def slope(vector: Any) -> Any:
            return fitting(theta, gradient(vector.reshape(theta.shape))).ravel()

        return slope

    def _here(self, theta: Any, gradient: Any) -> Any:
        """The gradient at the parameter."""
        if callable(gradient):
            return gradient(theta)
        if self.looks_ahead:
            raise SimulationError(
                f"gradient: {self.id} takes it at other points too: pass the function that gives it"
            )
        return gradient

    def _hessian(self, theta: Any, hessian: Any) -> Any:
        if hessian is None:
            raise SimulationError(
                f"hessian: {self.id} needs the second derivatives: pass the matrix, or the "
                "function that gives it"
            )
        found = hessian(theta) if callable(hessian) else hessian
        matrix = np.asarray(found, dtype=theta.dtype)
        size = theta.size
        if matrix.shape != (size, size) and (size, matrix.shape) != (1, ()):
            raise SimulationError(
                f"hessian: shape {matrix.shape}, where theta has {size} parameters: must be "
                f"({size}, {size})"
            )
        return matrix.reshape(size, size)

    def _kept(self, vector: Any) -> dict[str, Any]:
        """The state by its names; before the first step, what it begins with."""
        parts = self.claim.state
        kept = self._state or tuple(self._starting(each, vector) for each in parts)
        sizes = {self.claim.parameter.symbol.shape[0]: vector.size, **self._counts}
        for part, value in zip(parts, kept, strict=True):
            wanted = tuple(sizes[size] for size in part.symbol.shape)
            if np.shape(value) != wanted:
                raise SimulationError(
                    f"theta: {vector.size} parameters, the steps before had others; use fresh() "
                    "for another array"
                )
        return {part.symbol.code: value for part, value in zip(parts, kept, strict=True)}

    @property
    def _counts(self) -> dict[Any, Any]:
        """The sizes that are hyperparameters."""
        return {
            each.symbol: self.hyperparameters[each.symbol.code]
            for each in self.claim.hyperparameters
        }

    def _starting(self, part: Part, vector: Any) -> Any:
        """A part of the state before the first step, in the parameter's precision."""
        sizes = {self.claim.parameter.symbol.shape[0]: vector.size, **self._counts}
        places = (self.claim.parameter, *self.claim.hyperparameters)
        begin = numpy_function(self.claim.start(part), name="begin", parameters=places)
        value = begin(vector, *self._settings)
        lengths = tuple(sizes[size] for size in part.symbol.shape)
        return np.full(lengths, value, dtype=vector.dtype)
