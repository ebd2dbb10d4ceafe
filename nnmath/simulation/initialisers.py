"""How weights start: drawn with the variance that the theory gives, seeded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from nnmath.notation.symbols import chance
from nnmath.printing.names import Parameter
from nnmath.proof.nodes import SQRT, Node, Variable
from nnmath.simulation.errors import unknown
from nnmath.simulation.formulas import program, required

Draw = Callable[[np.random.Generator, int, int], NDArray[np.float64]]
FANS: tuple[Parameter, ...] = (Variable(chance.FAN_IN), Variable(chance.FAN_OUT))
# Where a name says nothing of the fans, the width that Keras takes
PLAIN_WIDTH = 0.05


def zeros(generator: np.random.Generator, fan_in: int, fan_out: int) -> NDArray[np.float64]:
    """All weights 0: units of a layer then stay equal to one another."""
    return np.zeros((fan_in, fan_out))


def normal(variance: Node | None) -> Draw:
    """Normal weights of mean 0, with a variance that the fans decide."""
    deviation = of_fans(None if variance is None else SQRT(variance))
    return lambda generator, fan_in, fan_out: generator.normal(
        0, deviation(fan_in, fan_out), (fan_in, fan_out)
    )


def uniform(half_width: Node | None) -> Draw:
    """Uniform weights of mean 0, in an interval whose half-width the fans decide."""
    width = of_fans(half_width)

    def draw(generator: np.random.Generator, fan_in: int, fan_out: int) -> NDArray[np.float64]:
        end = width(fan_in, fan_out)
        return generator.uniform(-end, end, (fan_in, fan_out))

    return draw


def of_fans(node: Node | None) -> Callable[[int, int], float]:
    """A number that the fans decide, or the plain width."""
    if node is None:
        return lambda fan_in, fan_out: PLAIN_WIDTH
    made = program(node, "of_fans", FANS)
    return lambda fan_in, fan_out: float(made(fan_in, fan_out))


VARIANCE, HALF_WIDTH = chance.WEIGHT_VARIANCE, chance.HALF_WIDTH
INITIALISERS: Mapping[str, Callable[[], Draw]] = MappingProxyType(
    {
        "zeros": lambda: zeros,
        "normal": lambda: normal(None),
        "uniform": lambda: uniform(None),
        "xavier-normal": lambda: normal(required("glorot-compromise", VARIANCE)),
        "xavier-uniform": lambda: uniform(required("glorot-uniform", HALF_WIDTH)),
        "he-normal": lambda: normal(required("he-keeps-mean-square", VARIANCE)),
    }
)


def initialiser(id: str) -> Draw:
    """Return an initialiser by its name: a function of a generator, fan-in and fan-out.

    Formula: glorot-compromise, glorot-uniform, he-keeps-mean-square.

    Args:
        id: A key of `INITIALISERS`.

    Raises:
        SimulationError: No initialiser has this name.

    >>> initialiser("zeros")(np.random.default_rng(0), 1, 2)
    array([[0., 0.]])
    """
    if id not in INITIALISERS:
        raise unknown("initialiser", id, INITIALISERS)
    return INITIALISERS[id]()
