"""Losses to walk on, made from entries of the catalog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from nnmath.catalog import catalog
from nnmath.notation.text import Text
from nnmath.simulation.errors import unknown

# id of the surface: the entries of its loss and of its first two derivatives
SURFACES = MappingProxyType(
    {
        "worked-example": (
            "worked-example-loss",
            "worked-example-derivative",
            "worked-example-curvature",
        )
    }
)


@dataclass(frozen=True)
class Surface:
    """A loss with its derivatives.

    Args:
        id: Name in kebab-case.
        name: What a reader calls it.
        loss: The loss at an array of weights, vectorised.
        gradient: The gradient there, likewise.
        hessian: The second derivatives there, one row and one column for each weight; None where
            they are not known.
    """

    id: str
    name: Text
    loss: Callable[[Any], Any]
    gradient: Callable[[Any], Any]
    hessian: Callable[[Any], Any] | None = None


def surface(id: str) -> Surface:
    """Return a surface by its id.

    Raises:
        SimulationError: No surface has this id.

    >>> float(surface("worked-example").loss(5.0))
    29.0
    """
    if id not in SURFACES:
        raise unknown("surface", id, SURFACES)
    loss, gradient, curvature = (catalog[entry] for entry in SURFACES[id])

    def hessian(weights: Any) -> Any:
        # Each weight has a loss of its own, so that there are no mixed derivatives
        own = curvature.function(*(weights for _ in curvature.parameters))
        return np.diagflat(np.full_like(weights, own))

    return Surface(id, loss.name, loss.function, gradient.function, hessian)
