"""Layers, softmax, losses over classes and backpropagation: their topics in order.

They stand beside the shelf of the book until its pages show them.
"""

from __future__ import annotations

from nnmath.proof.library import Shelf
from nnmath.theory import (
    SHELF,
    batch_binary_loss,
    batch_layers,
    batch_losses,
    batch_normalization,
    column_form,
    computation_graph,
    cross_entropy,
    divergence,
    error_signals,
    gradient_checking,
    gradient_norms,
    layer_normalization,
    layers,
    likelihood,
    log_sum_exp,
    logarithm_bound,
    matrix_backpropagation,
    output_units,
    richardson,
    sigmoid,
    skip_connections,
    softmax,
    softmax_jacobian,
    stable_losses,
    two_classes,
    units,
    vanishing_gradients,
)

# Each topic stands after those that it uses
TOPICS = (
    sigmoid,
    logarithm_bound,
    layers,
    softmax,
    softmax_jacobian,
    log_sum_exp,
    cross_entropy,
    divergence,
    two_classes,
    likelihood,
    batch_losses,
    stable_losses,
    batch_binary_loss,
    computation_graph,
    units,
    error_signals,
    output_units,
    batch_layers,
    matrix_backpropagation,
    column_form,
    gradient_checking,
    vanishing_gradients,
    gradient_norms,
    skip_connections,
    batch_normalization,
    richardson,
    layer_normalization,
)
CLAIMS = tuple(claim for topic in TOPICS for claim in topic.CLAIMS)
NETWORK_SHELF = Shelf((*SHELF.values(), *CLAIMS))
