"""Softmax and the sigmoid written by hand: the independent witness of the definitions.

Nothing here imports nnmath. I. Goodfellow, Y. Bengio, A. Courville (2016), «Deep Learning»,
sections 3.10 and 4.1; G. Hinton, O. Vinyals, J. Dean (2015), «Distilling the Knowledge in a Neural
Network», equation 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def sigmoid(z: float) -> float:
    """By the odds: e^z to 1."""
    odds = math.exp(z)
    return odds / (odds + 1)


def softmax(z: Sequence[float]) -> list[float]:
    """Shares of the exponentials in their sum."""
    exponentials = [math.exp(each) for each in z]
    whole = math.fsum(exponentials)
    return [each / whole for each in exponentials]


def tempered_softmax(z: Sequence[float], temperature: float) -> list[float]:
    """Softmax of the logits divided by the temperature."""
    return softmax([each / temperature for each in z])


def softmax_jacobian(z: Sequence[float]) -> list[list[float]]:
    """On the diagonal s(1 − s), elsewhere minus the product of the two."""
    s = softmax(z)
    return [[a * (1 - a) if k == p else -a * b for p, b in enumerate(s)] for k, a in enumerate(s)]


def log_sum_exp(z: Sequence[float]) -> float:
    """The largest logit, and what the others add to it."""
    largest = max(z)
    return largest + math.log(math.fsum(math.exp(each - largest) for each in z))
