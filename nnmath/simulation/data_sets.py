"""Data to train on: drawn from a seed, and digits that scikit-learn ships."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from nnmath.simulation.errors import SimulationError, finite, unknown, whole
from nnmath.simulation.layout import Array

PIXELS, BRIGHTEST = 64, 16
# How often a spiral goes round, and how far apart the two moons are
TURNS = 1
SHIFT = (1.0, 0.5)


@dataclass(frozen=True)
class DataSet:
    """Samples with their classes.

    Args:
        inputs: (samples, inputs), float64.
        labels: A class number a sample, (samples,), from 0.
        classes: How many classes there are.
    """

    inputs: Array
    labels: Array
    classes: int

    @property
    def one_hot(self) -> Array:
        """The labels as rows of 0 and a single 1, (samples, classes)."""
        return np.eye(self.classes)[self.labels]

    def split(self, share: float, seed: int = 0) -> tuple[DataSet, DataSet]:
        """Return two parts without common samples, the first with this share of all, drawn.

        Raises:
            SimulationError: The share leaves one part empty.

        >>> [len(part.labels) for part in data_set("xor", samples=10).split(0.8)]
        [8, 2]
        """
        count = round(finite("share", share) * len(self.labels))
        if not 0 < count < len(self.labels):
            raise SimulationError(f"share={share!r}: must leave samples in both parts")
        order = np.random.default_rng(whole("seed", seed, 0)).permutation(len(self.labels))
        first, second = (
            DataSet(self.inputs[rows], self.labels[rows], self.classes)
            for rows in (order[:count], order[count:])
        )
        return first, second


def two_moons(generator: np.random.Generator, labels: Array) -> Array:
    """Two half circles, one turned round and pushed into the other."""
    angles = generator.uniform(0, np.pi, len(labels))
    upper = np.column_stack((np.cos(angles), np.sin(angles)))
    points: Array = np.where(labels[:, None] == 0, upper, np.array(SHIFT) - upper)
    return points


def spirals(generator: np.random.Generator, labels: Array) -> Array:
    """Two arms around one another, from the middle outwards."""
    # The root spreads the samples evenly along an arm
    radius = np.sqrt(generator.uniform(0, 1, len(labels)))
    angles = 2 * np.pi * TURNS * radius + np.pi * labels
    points: Array = radius[:, None] * np.column_stack((np.cos(angles), np.sin(angles)))
    return points


def xor(generator: np.random.Generator, labels: Array) -> Array:
    """Points in a square around 0; class 1 where the signs of both inputs differ."""
    corners: Array = generator.uniform(0, 1, (len(labels), 2)) * generator.choice(
        (-1, 1), (len(labels), 1)
    )
    corners[labels == 1, 1] *= -1
    return corners


DRAWN: Mapping[str, Callable[[np.random.Generator, Array], Array]] = MappingProxyType(
    {"two-moons": two_moons, "spirals": spirals, "xor": xor}
)


def data_set(id: str, samples: int = 200, noise: float = 0.0, seed: int = 0) -> DataSet:
    """Draw a data set of two classes in the plane, as many samples of one as of the other.

    Args:
        id: "two-moons", "spirals" or "xor".
        samples: How many, 2 or more.
        noise: Standard deviation of what is added to both inputs, in the units of the plane.
        seed: What all is drawn from; the same seed gives the same data.

    Raises:
        SimulationError: Unknown id, or a value that is not allowed.

    >>> drawn = data_set("two-moons", samples=6, seed=1)
    >>> drawn.inputs.shape, sorted(drawn.labels.tolist())
    ((6, 2), [0, 0, 0, 1, 1, 1])
    """
    if id not in DRAWN:
        raise unknown("data set", id, DRAWN)
    count = whole("samples", samples, 2)
    if finite("noise", noise) < 0:
        raise SimulationError(f"noise={noise!r}: must be 0 or more")
    generator = np.random.default_rng(whole("seed", seed, 0))
    labels = generator.permutation(np.arange(count) % 2)
    points = DRAWN[id](generator, labels)
    return DataSet(points + generator.normal(0, noise, points.shape), labels, 2)


@cache
def digits() -> DataSet:
    """Return 1797 handwritten digits of 8 × 8 pixels, 0 (white) to 1 (black), rows of 64.

    They come with scikit-learn, which is not imported for it.

    Raises:
        SimulationError: scikit-learn is not installed.

    Source: E. Alpaydin, C. Kaynak (1998), «Optical Recognition of Handwritten Digits», UCI Machine
    Learning Repository.
    """
    found = find_spec("sklearn")
    if found is None or found.origin is None:
        raise SimulationError("digits: scikit-learn ships them; pip install scikit-learn")
    file = Path(found.origin).parent / "datasets" / "data" / "digits.csv.gz"
    with gzip.open(file, "rt", encoding="ascii") as lines:
        table: Any = np.loadtxt(lines, delimiter=",")
    inputs, labels = table[:, :PIXELS] / BRIGHTEST, table[:, PIXELS].astype(int)
    inputs.flags.writeable = labels.flags.writeable = False
    return DataSet(inputs, labels, 10)
