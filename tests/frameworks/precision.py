"""How far a framework may be from the book."""

from __future__ import annotations

import numpy as np

# All that is worked out in 64 bits; less than this is rounding
TOLERANCE = 1e-12
# Keras keeps 64 bits on TensorFlow alone: elsewhere these work out a mean or a tanh in 32
SINGLE = frozenset(
    {
        "activation tanh keras",
        "edge binary-cross-entropy keras",
        "layer batch-normalization keras",
        "layer layer-normalization keras",
        "layer normalization-at-test keras",
        "loss absolute-error keras",
        "loss binary-cross-entropy keras",
        "loss huber keras",
        "loss logit-loss keras",
        "loss squared-error keras",
    }
)
ROUNDING = 1e-6


def off(theirs: np.ndarray, ours: np.ndarray) -> float:
    """The largest difference, beside numbers over 1 as a share of them."""
    assert theirs.shape == ours.shape and np.isfinite(theirs).all()
    return float(np.max(np.abs(theirs - ours) / np.maximum(1, np.abs(ours)), initial=0))
