"""Backpropagation: signal by signal, in matrices, through deep and normalised layers."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.theory import (
    any_network,
    batch_layers,
    batch_normalization,
    column_form,
    computation_graph,
    deep_backpropagation,
    error_signals,
    gradient_checking,
    gradient_norms,
    layer_normalization,
    matrix_backpropagation,
    normalization_at_test,
    output_units,
    richardson,
    skip_connections,
    units,
    vanishing_gradients,
)

TITLE = Text(ja="誤差逆伝播法", en="Backpropagation")
# Each topic stands after those that it uses
TOPICS = (
    computation_graph,
    units,
    error_signals,
    output_units,
    batch_layers,
    matrix_backpropagation,
    column_form,
    deep_backpropagation,
    any_network,
    gradient_checking,
    vanishing_gradients,
    gradient_norms,
    skip_connections,
    batch_normalization,
    richardson,
    layer_normalization,
    normalization_at_test,
)
