"""Gradients against the loss itself: complex steps, and central differences extrapolated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from nnmath.proof.nodes import terms
from nnmath.simulation.backpropagation import Gradients, Model
from nnmath.simulation.errors import SimulationError, unknown
from nnmath.simulation.formulas import program, verified
from nnmath.simulation.layout import Array
from nnmath.simulation.training import pair
from nnmath.theory.gradient_checking import h, x
from nnmath.theory.richardson import quintic

if TYPE_CHECKING:
    from nnmath.simulation.network import Network

# A complex step subtracts nothing, so it may be as small as one likes
COMPLEX_WIDTH = 1e-30
# Small against the distance to a kink, large against rounding
REAL_WIDTH = 2.0**-9


@dataclass(frozen=True)
class GradientCheck:
    """How far gradients are from what the loss says.

    Args:
        error: The largest difference, relative to the largest of all derivatives.
        tolerance: What `error` may be.
        layer: The number of the layer where it is, from 1.
        part: "weights" or "biases".
        index: The index there.
        given: The derivative that was to be checked there.
        measured: The one that the loss has there.
    """

    error: float
    tolerance: float
    layer: int
    part: str
    index: tuple[int, ...]
    given: float
    measured: float

    @property
    def passed(self) -> bool:
        """Whether the error is within the tolerance; NaN is not."""
        return self.error <= self.tolerance

    def __str__(self) -> str:
        place = f"layer {self.layer}, {self.part}[{', '.join(map(str, self.index))}]"
        verdict = "agree" if self.passed else "disagree"
        return (
            f"{verdict}: largest at {place}, given {self.given:.6g}, "
            f"measured {self.measured:.6g}, relative error {self.error:.1e}"
        )


def check_gradients(
    network: Network,
    X: Any,
    Y: Any,
    *,
    method: str = "complex-step",
    gradients: Gradients | None = None,
    tolerance: float | None = None,
) -> GradientCheck:
    """Compare gradients with difference quotients of the loss, in float64.

    Formula: complex-step-error, richardson-error. The complex step takes the loss as the theory
    writes it, not in the form that code uses: it checks that, too.

    Args:
        network: What is checked, with its weights.
        X: Inputs, (samples, inputs); two or three samples are enough.
        Y: Targets, as of `Network.loss`.
        method: "complex-step" or "richardson".
        gradients: What to check; what the network itself says, where nothing is given.
        tolerance: What the relative error may be; by default 1e-10 for a complex step and 1e-7 for
            Richardson, of float32 gradients 1e-4.

    Raises:
        SimulationError: An argument is not allowed, or a complex step through GELU.

    >>> from nnmath.simulation import Network
    >>> network = Network((2, 2, 1), ("tanh", "identity"), "mean-squared-error")
    >>> check_gradients(network, [[0.5, -1.0]], [[2.0]]).passed
    True
    """
    if method not in METHODS:
        raise unknown("method", method, METHODS)
    measure, usual = METHODS[method]
    if method == "complex-step" and any(each.id == "gelu" for each in network.model.functions):
        raise SimulationError(f"method={method!r}: not through 'gelu'; must be 'richardson'")
    inputs, targets = pair(network, X, Y)
    given = (gradients or network.gradients(X, Y)).vector
    if given.shape != network.vector.shape:
        raise SimulationError(
            f"gradients: {given.size} numbers; must be {network.vector.size}, one a parameter"
        )
    if tolerance is None:
        tolerance = usual if given.dtype == np.float64 else 1e-4
    vector = network.vector.astype(np.float64)
    model = replace(network.model, dtype=np.dtype(np.float64))
    measured = np.array(list(measure(model, vector, *model.batch(inputs, targets, slice(None)))))
    differences = np.abs(given - measured) / max(np.abs(measured).max(), 1e-300)
    worst = int(np.argmax(differences))
    place = network.model.layout.place(worst)
    values = float(given[worst]), float(measured[worst])
    return GradientCheck(float(differences[worst]), tolerance, *place, *values)


def complex_steps(model: Model, vector: Array, inputs: Array, targets: Array) -> Iterator[float]:
    """The derivative by each parameter: the imaginary part over the width."""
    loss = loss_of(model.as_written(), inputs, targets)
    for index in range(vector.size):
        moved = vector.astype(complex)
        moved[index] += 1j * COMPLEX_WIDTH
        yield loss(moved).imag / COMPLEX_WIDTH


def richardson(model: Model, vector: Array, inputs: Array, targets: Array) -> Iterator[float]:
    """The derivative by each parameter: two central differences, extrapolated."""
    loss = loss_of(model, inputs, targets)
    places = {"ahead": x + h, "behind": x - h, "half_ahead": x + h / 2, "half_behind": x - h / 2}
    known = {name: quintic(place) for name, place in places.items()}
    extrapolated, _ = terms(verified("richardson-error").equation.left)
    formula = program(extrapolated, "richardson", (h,), known)
    for index in range(vector.size):
        values = {}
        for name, share in SHARES.items():
            moved = vector.copy()
            moved[index] += share * REAL_WIDTH
            values[name] = loss(moved)
        yield float(formula(REAL_WIDTH, **values))


def loss_of(model: Model, inputs: Array, targets: Array) -> Callable[[Array], Any]:
    """The loss as a function of all weights and biases."""
    return lambda vector: model.mean_loss(model.forward(vector, inputs), targets)


SHARES = MappingProxyType({"ahead": 1, "behind": -1, "half_ahead": 0.5, "half_behind": -0.5})
METHODS: Mapping[str, tuple[Callable[..., Iterator[float]], float]] = MappingProxyType(
    {"complex-step": (complex_steps, 1e-10), "richardson": (richardson, 1e-7)}
)
