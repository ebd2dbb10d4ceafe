"""RAdam's approximate variance against the variance that has a closed form."""

from __future__ import annotations

from itertools import pairwise
from math import exp, lgamma

import pytest

from tests.reference.adam_kin import adaptive_variance


def variance_of_root(degrees: int) -> float:
    """Of the root of n/χ²: the mean n/(n − 2) less the squared mean of the root."""
    mean_of_root = exp(lgamma((degrees - 1) / 2) - lgamma(degrees / 2)) * (degrees / 2) ** 0.5
    return degrees / (degrees - 2) - mean_of_root**2


def test_the_variance_is_near_its_approximation() -> None:
    ratios = [variance_of_root(n) / adaptive_variance(n) for n in (5, 10, 30, 100, 1000, 10000)]
    assert all(one < other < 1 for one, other in pairwise(ratios))
    assert ratios[-1] == pytest.approx(1, abs=0.001)
    # Where RAdam begins to rectify, the approximation is more than three times too large
    assert ratios[0] < 1 / 3
