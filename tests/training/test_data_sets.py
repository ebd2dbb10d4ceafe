"""Data drawn by the core: seeded, balanced, of the shape that their names say."""

from __future__ import annotations

import sys

import numpy as np
import pytest

import nnmath
from nnmath.simulation import DRAWN, Network, SimulationError, data_set, digits


@pytest.mark.parametrize("id", DRAWN)
def test_same_seed_draws_the_same_and_another_draws_other(id: str) -> None:
    one, same, other = (data_set(id, 51, 0.1, seed) for seed in (3, 3, 4))
    np.testing.assert_array_equal(one.inputs, same.inputs)
    np.testing.assert_array_equal(one.labels, same.labels)
    assert not np.array_equal(one.inputs, other.inputs)
    assert one.inputs.shape == (51, 2) and np.bincount(one.labels).tolist() == [26, 25]
    np.testing.assert_array_equal(one.one_hot.argmax(axis=1), one.labels)


def test_shapes_are_what_the_names_say() -> None:
    moons = data_set("two-moons", 400)
    middles = np.array([[0, 0], [1, 0.5]])[moons.labels]
    np.testing.assert_allclose(np.hypot(*(moons.inputs - middles).T), 1, rtol=1e-12)
    assert (np.sign((moons.inputs - middles)[:, 1]) == 1 - 2 * moons.labels).all()
    xor = data_set("xor", 400)
    assert ((np.prod(xor.inputs, axis=1) < 0) == (xor.labels == 1)).all()
    quarters = np.bincount(((xor.inputs > 0) @ [1, 2]).astype(int))
    assert quarters.min() > 60
    arms = data_set("spirals", 400)
    radius = np.hypot(*arms.inputs.T)
    turned = np.arctan2(*arms.inputs.T[::-1]) - 2 * np.pi * radius - np.pi * arms.labels
    np.testing.assert_allclose(np.cos(turned), 1, atol=1e-9)
    assert radius.max() <= 1


@pytest.mark.parametrize("id", DRAWN)
def test_noise_is_as_large_as_said(id: str) -> None:
    plain, noisy = data_set(id, 4000, 0), data_set(id, 4000, 0.3)
    assert (noisy.inputs - plain.inputs).std() == pytest.approx(0.3, rel=0.05)


@pytest.mark.parametrize("id", DRAWN)
def test_a_network_learns_what_a_line_cannot(id: str) -> None:
    data = data_set(id, 200, seed=1)
    scores = {}
    for hidden in ((), (16, 16)):
        network = Network(
            (2, *hidden, 2), (*["tanh"] * len(hidden), "softmax"), "categorical-cross-entropy"
        )
        rule = nnmath.optimizer("gradient-descent", learning_rate=0.5)
        network.fit(data.inputs, data.labels, optimizer=rule, batch_size=20, epochs=300)
        scores[len(hidden)] = network.accuracy(data.inputs, data.labels)
    assert scores[2] > 0.97 > 0.92 > scores[0]


def test_digits_are_read_without_their_library() -> None:
    data = digits()
    assert data.inputs.shape == (1797, 64) and data.classes == 10
    assert (data.inputs.min(), data.inputs.max()) == (0, 1)
    assert np.bincount(data.labels).min() > 170
    assert "sklearn" not in sys.modules


def test_a_network_learns_digits() -> None:
    known, unknown = digits().split(0.75)
    assert len(known.labels) + len(unknown.labels) == 1797
    network = Network((64, 32, 10), ("sigmoid", "softmax"), "categorical-cross-entropy")
    rule = nnmath.optimizer("gradient-descent", learning_rate=1.0)
    found = network.fit(
        known.inputs, known.labels, optimizer=rule, batch_size=50, epochs=15,
        validation=(unknown.inputs, unknown.labels),
    )  # fmt: skip
    assert found.epoch_losses[-1] < found.epoch_losses[0] / 5
    assert found.validation_accuracies[-1] > 0.94


def test_parts_have_no_samples_in_common() -> None:
    data = data_set("spirals", 50)
    parts = data.split(0.7, seed=2)
    together = np.concatenate([part.inputs for part in parts])
    assert len(np.unique(together, axis=0)) == 50
    np.testing.assert_array_equal(np.sort(together, axis=0), np.sort(data.inputs, axis=0))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: data_set("two-moon"), "data set='two-moon'.*did you mean 'two-moons'"),
        (lambda: data_set("xor", 1), "samples=1: must be a whole number, 2 or more"),
        (lambda: data_set("xor", 10, -0.1), "noise=-0.1: must be 0 or more"),
        (lambda: data_set("xor", 10, float("nan")), "noise=nan: must be a finite number"),
        (lambda: data_set("xor", 10, seed=-1), "seed=-1"),
        (lambda: data_set("xor", 10).split(1), "share=1: must leave samples in both parts"),
    ],
)
def test_bad_arguments_are_named(call, message: str) -> None:
    with pytest.raises(SimulationError, match=message):
        call()
