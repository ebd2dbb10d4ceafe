"""The optimizers: their rules and what is proved of them, in order.

They stand beside the shelf of the book: what is on it has been tried with every slip of the pen.
"""

from __future__ import annotations

from nnmath.proof.library import Shelf
from nnmath.theory import (
    SHELF,
    adam_step_bound,
    average_length,
    best_momentum,
    expected_moments,
    moment_sums,
    momentum_forms,
    momentum_stability,
    optimizers,
    quasi_newton,
    rate_bounds,
    rectification,
)

# Each topic stands after those that it uses
TOPICS = (
    optimizers,
    moment_sums,
    momentum_forms,
    momentum_stability,
    best_momentum,
    average_length,
    rectification,
    rate_bounds,
    adam_step_bound,
    expected_moments,
    quasi_newton,
)
CLAIMS = tuple(claim for topic in TOPICS for claim in topic.CLAIMS)
OPTIMIZER_SHELF = Shelf((*SHELF.values(), *CLAIMS))
