"""Starting weights, regularisation and generalisation."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.theory import (
    adam_penalty,
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
    principal_components,
    priors,
    rescaling,
    ridgeless,
    signal_depth,
    standardisation,
    starting_variance,
    starting_variance_relu,
    symmetry,
    weight_decay,
    wide_autoencoder,
)

TITLE = Text(
    ja="重みの初期化・正則化・汎化", en="Initialisation, regularisation and generalisation"
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
    wide_autoencoder,
    principal_components,
    signal_depth,
    penalties,
    weight_decay,
    adam_penalty,
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
