"""Training with every optimizer, and of some of the weights alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

import nnmath
from nnmath.simulation import Network, SimulationError
from nnmath.theory.optimizers import FAMILIES

INPUTS = np.random.default_rng(7).normal(size=(50, 6))
LABELS = np.random.default_rng(8).integers(0, 4, 50)
ADAM = {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}


def classifier(**more) -> Network:
    """Sigmoid units, then softmax."""
    return Network((6, 5, 4), ("sigmoid", "softmax"), "categorical-cross-entropy", **more)


# For what a convention has no default of its own
USUAL = {**ADAM, "momentum": 0.9, "rho": 0.9, "weight_decay": 0.01}
VARIANTS = [
    (id, name)
    for id, family in FAMILIES.items()
    for name, claim in family.variants.items()
    if claim.hessian is None
]


@pytest.mark.parametrize(("id", "convention"), VARIANTS)
def test_every_optimizer_trains(id: str, convention: str) -> None:
    asked = FAMILIES[id].variants[convention].hyperparameters
    missing = {each.symbol.code for each, default in asked.items() if default is None}
    settings = {name: USUAL[name] for name in missing}
    rule = nnmath.optimizer(id, convention=convention, **settings)
    network = classifier(dtype="float32")
    # Gradients of different batches tell nothing of the curvature
    size = 50 if rule.claim.is_whole else 25
    found = network.fit(INPUTS, LABELS, optimizer=rule, batch_size=size, epochs=30)
    assert found.epoch_losses[-1] < found.epoch_losses[0] and network.parameters.dtype == "float32"


def test_what_needs_second_derivatives_trains_no_network() -> None:
    rule = nnmath.optimizer("newton")
    with pytest.raises(SimulationError, match=r"^optimizer='newton': needs second.*'bfgs'"):
        classifier().fit(INPUTS, LABELS, optimizer=rule)


def test_the_gradient_is_taken_where_the_optimizer_looks() -> None:
    network = classifier()
    rule = nnmath.optimizer("nesterov", learning_rate=0.1, momentum=0.9)
    assert rule.looks_ahead
    found = network.fit(
        INPUTS, LABELS, optimizer=rule, batch_size=50, epochs=4, shuffle=False, keep="steps"
    )
    again, theta = rule.fresh(), found.weights[0]

    def slope(point: np.ndarray) -> np.ndarray:
        network.parameters = point
        return network.gradients(INPUTS, LABELS).vector

    for kept in found.weights[1:]:
        theta = again.step(theta, slope)
        np.testing.assert_array_equal(kept, theta)


def test_an_optimizer_begins_anew_and_stays_as_it_is() -> None:
    rule = nnmath.optimizer("adam", **ADAM)
    first, second = (
        classifier().fit(INPUTS, LABELS, optimizer=rule, epochs=3).losses for _ in range(2)
    )
    np.testing.assert_array_equal(first, second)
    assert rule.steps == 0


def test_what_is_masked_stays_0_and_the_rest_is_learned_as_without_it() -> None:
    network = classifier()
    mask = np.random.default_rng(1).integers(0, 2, network.parameters.size)
    start = network.parameters * mask
    rule = nnmath.optimizer("gradient-descent", learning_rate=0.5)
    kept = network.fit(
        INPUTS, LABELS, optimizer=rule, batch_size=50, epochs=3, keep="steps", mask=mask
    ).weights
    assert not kept[:, mask == 0].any() and np.diff(kept[:, mask == 1], axis=0).any(axis=1).all()
    np.testing.assert_array_equal(kept[0], start)
    for before, after in pairwise(kept):
        network.parameters = before
        gradient = network.gradients(INPUTS, LABELS).vector
        np.testing.assert_allclose(after, (before - 0.5 * gradient) * mask, rtol=1e-12)
