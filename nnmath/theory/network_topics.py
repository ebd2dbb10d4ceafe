"""Layers, softmax, and losses over classes and batches."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.theory import (
    approximation,
    batch_binary_loss,
    batch_losses,
    counting,
    cross_entropy,
    divergence,
    frameworks,
    layers,
    likelihood,
    log_sum_exp,
    polynomial_networks,
    softmax,
    softmax_jacobian,
    stable_losses,
    two_classes,
)

TITLE = Text(ja="ニューラルネットワーク", en="Networks")
# Each topic stands after those that it uses
TOPICS = (
    layers,
    counting,
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
    polynomial_networks,
    approximation,
    frameworks,
)
