"""Losses to walk on, made from entries of the catalog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from nnmath.catalog import catalog
from nnmath.notation.text import Text
from nnmath.simulation.errors import unknown

# id of the surface: the entries of its loss and of its gradient
SURFACES = MappingProxyType(
    {"worked-example": ("worked-example-loss", "worked-example-derivative")}
)


@dataclass(frozen=True)
class Surface:
    """A loss with its gradient, both vectorised.

    Args:
        id: Name in kebab-case.
        name: What a reader calls it.
        loss: The loss at an array of weights.
        gradient: The gradient there.
    """

    id: str
    name: Text
    loss: Callable[[Any], Any]
    gradient: Callable[[Any], Any]


def surface(id: str) -> Surface:
    """Return a surface by its id.

    Raises:
        SimulationError: No surface has this id.

    >>> float(surface("worked-example").loss(5.0))
    29.0
    """
    if id not in SURFACES:
        raise unknown("surface", id, SURFACES)
    loss, gradient = (catalog[entry] for entry in SURFACES[id])
    return Surface(id, loss.name, loss.function, gradient.function)
