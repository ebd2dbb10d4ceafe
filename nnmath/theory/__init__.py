"""4 · The subject as data, one file a topic."""

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

__all__ = ["EXERCISES", "REGIMES", "SHELF", "TEMPLATES"]

# The order of the book
PARTS = (
    unit_topics,
    network_topics,
    descent_topics,
    backpropagation_topics,
    optimizer_topics,
    generalisation_topics,
)
SHELF = Shelf(claim for part in PARTS for topic in part.TOPICS for claim in topic.CLAIMS)
