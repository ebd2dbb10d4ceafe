"""All weights and biases of a network in one vector, and each layer's part of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]


class Layer(NamedTuple):
    """A layer's weights, (units before, units), and its biases, (units,)."""

    weights: Array
    biases: Array


@dataclass(frozen=True)
class Layout:
    """Where in a vector each layer's weights and biases stand: weights before biases.

    Args:
        sizes: The numbers of units, the inputs first.
    """

    sizes: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many weights and biases there are.

        >>> Layout((784, 128, 10)).count
        101770
        """
        return sum((before + 1) * units for before, units in pairwise(self.sizes))

    def split(self, vector: Array) -> tuple[Layer, ...]:
        """The layers in a vector, as views of it.

        >>> Layout((2, 1)).split(np.array([1.0, 2.0, 3.0]))
        (Layer(weights=array([[1.],
               [2.]]), biases=array([3.])),)
        """
        layers, start = [], 0
        for before, units in pairwise(self.sizes):
            middle, end = start + before * units, start + (before + 1) * units
            weights = vector[start:middle].reshape(before, units)
            layers.append(Layer(weights, vector[middle:end]))
            start = end
        return tuple(layers)

    def place(self, index: int) -> tuple[int, str, tuple[int, ...]]:
        """Which entry stands at an index of the vector: the layer's number from 1, "weights" or
        "biases", and the index there.

        >>> Layout((2, 3, 1)).place(8), Layout((2, 3, 1)).place(10)
        ((1, 'biases', (2,)), (2, 'weights', (1, 0)))
        """
        for number, layer in enumerate(self.split(np.arange(self.count)), 1):
            for name, part in zip(layer._fields, layer, strict=True):
                if index <= part.flat[-1]:
                    inside = np.unravel_index(index - part.flat[0], part.shape)
                    return number, name, tuple(map(int, inside))
        raise IndexError(f"index={index}: there are {self.count} weights and biases")
