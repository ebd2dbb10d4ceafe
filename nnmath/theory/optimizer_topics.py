"""The optimizers: their rules and what is proved of them."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.theory import (
    adam_largest_step,
    adam_step_bound,
    adaptive_forms,
    adaptive_steps,
    average_length,
    best_momentum,
    effective_steps,
    equal_squares,
    expected_moments,
    moment_sums,
    momentum_divergence,
    momentum_forms,
    momentum_stability,
    nesterov_divergence,
    newton,
    optimizers,
    positive_updates,
    quasi_newton,
    rate_bounds,
    rectification,
    two_loops,
)

TITLE = Text(ja="最適化手法", en="Optimizers")
# Each topic stands after those that it uses
TOPICS = (
    optimizers,
    moment_sums,
    momentum_forms,
    effective_steps,
    adaptive_steps,
    equal_squares,
    adaptive_forms,
    momentum_stability,
    momentum_divergence,
    nesterov_divergence,
    best_momentum,
    average_length,
    rectification,
    rate_bounds,
    adam_step_bound,
    adam_largest_step,
    expected_moments,
    newton,
    quasi_newton,
    positive_updates,
    two_loops,
)
