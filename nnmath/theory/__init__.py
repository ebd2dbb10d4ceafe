"""4 · The subject as data, one file a topic."""

from nnmath.proof.library import Shelf
from nnmath.theory import (
    convergence,
    gradient_descent,
    limits,
    mistakes,
    powers,
    quadratic,
    quadratic_convergence,
    regimes,
    worked_example,
)
from nnmath.theory.exercises import EXERCISES
from nnmath.theory.regimes import REGIMES
from nnmath.theory.worked_example import TEMPLATES

__all__ = ["EXERCISES", "REGIMES", "SHELF", "TEMPLATES"]

# Each topic stands after those that it uses
TOPICS = (
    worked_example,
    powers,
    limits,
    gradient_descent,
    convergence,
    regimes,
    quadratic,
    quadratic_convergence,
    mistakes,
)
SHELF = Shelf(claim for topic in TOPICS for claim in topic.CLAIMS)
