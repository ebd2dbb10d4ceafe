"""A single unit: activation functions, thresholds, and losses for one sample."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.theory import (
    activation_ranges,
    activation_shapes,
    affine,
    binary_cross_entropy,
    elu_growth,
    entropy,
    exponential_bound,
    gated,
    logarithm_bound,
    logit_loss,
    loss_mistakes,
    loss_shapes,
    rectifiers,
    regression_losses,
    saturation,
    sigmoid,
    sigmoid_shape,
    sigmoid_symmetry,
    silu_minimum,
    smooth_rectifiers,
    softplus,
    staircases,
    tanh,
    threshold_units,
    unit_mistakes,
)

TITLE = Text(ja="計算ユニットと損失関数", en="Units and losses")
# Each topic stands after those that it uses
TOPICS = (
    sigmoid,
    logarithm_bound,
    exponential_bound,
    sigmoid_symmetry,
    sigmoid_shape,
    tanh,
    rectifiers,
    smooth_rectifiers,
    elu_growth,
    softplus,
    activation_shapes,
    gated,
    activation_ranges,
    silu_minimum,
    affine,
    threshold_units,
    staircases,
    regression_losses,
    loss_shapes,
    binary_cross_entropy,
    logit_loss,
    entropy,
    saturation,
    unit_mistakes,
    loss_mistakes,
)
