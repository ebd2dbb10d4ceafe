"""A single unit: activation functions, thresholds, and losses for one sample; its topics in order.

They stand beside the shelf of the book until its pages show them.
"""

from __future__ import annotations

from nnmath.proof.library import Shelf
from nnmath.theory import (
    SHELF,
    activation_shapes,
    affine,
    binary_cross_entropy,
    entropy,
    exponential_bound,
    gated,
    logarithm_bound,
    logit_loss,
    loss_mistakes,
    rectifiers,
    regression_losses,
    rescaling,
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
    softplus,
    activation_shapes,
    gated,
    silu_minimum,
    affine,
    threshold_units,
    staircases,
    rescaling,
    regression_losses,
    binary_cross_entropy,
    logit_loss,
    entropy,
    saturation,
    unit_mistakes,
    loss_mistakes,
)
CLAIMS = tuple(claim for topic in TOPICS for claim in topic.CLAIMS)
UNIT_SHELF = Shelf((*SHELF.values(), *CLAIMS))
