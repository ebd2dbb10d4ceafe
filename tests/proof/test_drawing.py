"""Points for hypotheses that a plain draw hardly ever meets."""

from __future__ import annotations

from itertools import islice

from nnmath.proof.points import points
from nnmath.theory.descent_vocabulary import D, T
from nnmath.theory.distance_rate import DISTANCE_RATE


def test_strong_convexity_is_met_over_several_updates_of_several_weights() -> None:
    # Bounds on the loss from both sides, which exclude one another for most gradients
    found = list(islice(points(DISTANCE_RATE.given, DISTANCE_RATE.statement, {}), 6))
    assert len(found) == 6
    assert any(point.values[D] > 1 and point.values[T] > 1 for point in found)
