"""Gradient descent with many weights: its topics in order.

They stand beside the shelf of the book: what is on it has been tried with every slip of the pen.
"""

from __future__ import annotations

from nnmath.proof.library import Shelf
from nnmath.theory import (
    SHELF,
    cauchy_schwarz,
    condition_number,
    convex_rates,
    descent_lemma,
    descent_mistakes,
    descent_rates,
    distance_rate,
    eigen_quadratic,
    flatness,
    hyperplanes,
    inverse_time,
    logarithm_bound,
    mini_batch,
    perceptron,
    rate_sums,
    saddles,
    schedules,
    steepest_ascent,
    strong_convexity,
)

# Each topic stands after those that it uses
TOPICS = (
    cauchy_schwarz,
    perceptron,
    hyperplanes,
    steepest_ascent,
    descent_lemma,
    descent_rates,
    convex_rates,
    strong_convexity,
    distance_rate,
    eigen_quadratic,
    condition_number,
    schedules,
    rate_sums,
    logarithm_bound,
    inverse_time,
    mini_batch,
    saddles,
    flatness,
    descent_mistakes,
)
CLAIMS = tuple(claim for topic in TOPICS for claim in topic.CLAIMS)
DESCENT_SHELF = Shelf((*SHELF.values(), *CLAIMS))
