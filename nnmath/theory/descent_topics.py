"""Gradient descent: one weight worked through, then many, in batches, over rough ground."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.theory import (
    cauchy_schwarz,
    condition_number,
    convergence,
    convex_rates,
    cosine_schedule,
    descent_lemma,
    descent_mistakes,
    descent_rates,
    distance_rate,
    eigen_conditions,
    eigen_quadratic,
    flatness,
    gradient_descent,
    hyperplanes,
    inverse_time,
    limits,
    mini_batch,
    mistakes,
    perceptron,
    powers,
    quadratic,
    quadratic_convergence,
    rate_sums,
    regimes,
    saddles,
    schedules,
    smooth_losses,
    smooth_losses_of_many,
    steepest_ascent,
    step_schedule,
    strong_convexity,
    worked_example,
)

TITLE = Text(ja="勾配法", en="Gradient descent")
# Each topic stands after those that it uses
ONE_WEIGHT = (
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
MANY_WEIGHTS = (
    cauchy_schwarz,
    perceptron,
    hyperplanes,
    steepest_ascent,
    smooth_losses,
    smooth_losses_of_many,
    descent_lemma,
    descent_rates,
    convex_rates,
    strong_convexity,
    distance_rate,
    eigen_quadratic,
    condition_number,
    schedules,
    step_schedule,
    cosine_schedule,
    rate_sums,
    inverse_time,
    mini_batch,
    saddles,
    flatness,
    eigen_conditions,
    descent_mistakes,
)
TOPICS = (*ONE_WEIGHT, *MANY_WEIGHTS)
