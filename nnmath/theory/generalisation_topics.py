"""Starting weights, regularisation and generalisation."""

from __future__ import annotations

from nnmath.theory import (
    batch_draws,
    bias_variance,
    dropout,
    early_stopping,
    early_stopping_eigen,
    gains,
    initialisation,
    least_norm,
    linear_autoencoder,
    network_averages,
    patience,
    penalties,
    priors,
    rescaling,
    ridgeless,
    signal_depth,
    standardisation,
    starting_variance,
    starting_variance_relu,
    symmetry,
    weight_decay,
)

# Each topic stands after those that it uses
TOPICS = (
    batch_draws,
    standardisation,
    least_norm,
    symmetry,
    initialisation,
    starting_variance,
    starting_variance_relu,
    gains,
    linear_autoencoder,
    signal_depth,
    penalties,
    weight_decay,
    priors,
    early_stopping,
    early_stopping_eigen,
    patience,
    dropout,
    network_averages,
    bias_variance,
    rescaling,
    ridgeless,
)
