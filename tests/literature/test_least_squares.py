"""The risk of least squares without a penalty, simulated."""

from __future__ import annotations

import numpy as np
import pytest

from tests.reference.regularisation import risk_of_few, risk_of_many

NOISE, SIGNAL = 0.5, 2.0


def simulated_risk(samples: int, ratio: float, law: str) -> float:
    """The mean over the noise of the squared error of the weights, given the inputs."""
    draw = np.random.default_rng(round(1000 * ratio))
    size = round(ratio * samples)
    shape = (samples, size)
    inputs = draw.normal(size=shape) if law == "normal" else draw.choice([-1.0, 1.0], size=shape)
    truth = draw.normal(size=size)
    truth *= np.sqrt(SIGNAL) / np.linalg.norm(truth)
    inverse = np.linalg.pinv(inputs)
    missed = truth - inverse @ (inputs @ truth)
    return float(missed @ missed + NOISE * np.sum(inverse**2))


@pytest.mark.parametrize("law", ["normal", "signs"])
@pytest.mark.parametrize("ratio", [0.25, 0.5, 0.8, 1.25, 2.0, 4.0])
def test_the_risk_is_near_its_formula(ratio: float, law: str) -> None:
    formula = risk_of_few(ratio, NOISE) if ratio < 1 else risk_of_many(ratio, NOISE, SIGNAL)
    assert simulated_risk(200, ratio, law) == pytest.approx(formula, rel=0.12)
