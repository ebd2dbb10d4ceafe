"""The network of Keras' first tutorial has the losses that Keras gave it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.beside_keras import EPOCHS, RULES, TOLERANCE, ours, theirs


@pytest.mark.parametrize("rule", RULES)
def test_losses_are_those_of_keras(rule: str) -> None:
    losses = theirs()[rule]
    assert len(losses) == EPOCHS and losses[-1] < losses[0]
    np.testing.assert_allclose(ours(rule), losses, rtol=0, atol=TOLERANCE)
    # Another optimizer would be noticed
    others = [each for each in RULES if each != rule]
    assert all(np.abs(np.subtract(theirs()[each], losses)).max() > TOLERANCE for each in others)
