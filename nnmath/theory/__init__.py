"""4 · The subject as data, one file a topic."""

from types import MappingProxyType

from nnmath.proof.library import Shelf
from nnmath.theory import (
    backpropagation_topics,
    descent_topics,
    generalisation_topics,
    network_topics,
    optimizer_topics,
    unit_topics,
)
from nnmath.theory.exercises import EXERCISES
from nnmath.theory.regimes import REGIMES
from nnmath.theory.worked_example import TEMPLATES

__all__ = ["EXERCISES", "PARTS", "REGIMES", "SHELF", "TEMPLATES"]

# The claims of each part, in the order of the book
PARTS = MappingProxyType(
    {
        part.TITLE: tuple(claim for topic in part.TOPICS for claim in topic.CLAIMS)
        for part in (
            unit_topics,
            network_topics,
            descent_topics,
            backpropagation_topics,
            optimizer_topics,
            generalisation_topics,
        )
    }
)
SHELF = Shelf(claim for claims in PARTS.values() for claim in claims)
