"""What is observed: seeded, and as far outside the spread as the book says."""

from __future__ import annotations

import numpy as np
import pytest

from nnmath.simulation import DataSet, SimulationError
from nnmath.simulation.experiments import (
    Observation,
    double_descent,
    flatness,
    gradient_sizes,
    lottery_ticket,
)
from nnmath.simulation.experiments.lottery_ticket import RANDOM, REDRAWN, TICKET, WHOLE

QUICK = {
    "gradient-sizes": lambda: gradient_sizes(depth=4, width=8, seeds=(3, 5)),
    "double-descent": lambda: double_descent((5, 40), seeds=(3, 5)),
    "flatness": lambda: flatness((20, 80), steps=8, seeds=(3, 5), data=noise()),
    "lottery-ticket": lambda: lottery_ticket(epochs=1, seeds=(3, 5), data=noise()),
}


def noise() -> DataSet:
    """Inputs without meaning."""
    generator = np.random.default_rng(0)
    return DataSet(generator.normal(size=(80, 5)), generator.integers(0, 3, 80), 3)


@pytest.mark.parametrize("id", QUICK)
def test_experiments_are_seeded_and_say_their_spread(id: str) -> None:
    found, again = QUICK[id](), QUICK[id]()
    assert isinstance(found, Observation) and found.id == id
    np.testing.assert_array_equal(found.values, again.values)
    assert found.values.shape == (2, len(found.settings)) and np.isfinite(found.values).all()
    assert not np.array_equal(found.values[0], found.values[1])
    head, *lines = str(found).splitlines()
    assert head.endswith("2 seeds") and len(lines) == len(found.settings)
    for column, (setting, line) in enumerate(zip(found.settings, lines, strict=True)):
        one, other = sorted(found.values[:, column])
        assert line.strip().startswith(str(setting))
        assert f"mean {(one + other) / 2:.4g}" in line
        assert f"deviation {(other - one) / np.sqrt(2):.2g}" in line
        assert f"from {one:.4g} to {other:.4g}" in line
        np.testing.assert_array_equal(found.of(setting), found.values[:, column])


def test_gradients_vanish_through_sigmoids_and_not_through_relus() -> None:
    sigmoid = gradient_sizes("sigmoid", "xavier-normal").values
    assert (sigmoid[:, 1:] > sigmoid[:, :-1]).all() and (sigmoid[:, -1] > 1e4 * sigmoid[:, 0]).all()
    relu = gradient_sizes("relu", "he-normal").values
    assert (relu[:, -1] < 30 * relu[:, 0]).all()
    tanh = gradient_sizes("tanh", "xavier-normal").values
    assert (tanh[:, -1] < 3 * tanh[:, 0]).all()


def test_error_peaks_where_the_model_just_fits() -> None:
    found = double_descent((10, 20, 40, 80, 320))
    few, best_below, peak, beyond, many = np.median(found.values, axis=0)
    assert peak > 5 * max(few, best_below, beyond) and many < beyond < min(few, best_below)
    # Not by an outlier: for most seeds the peak is above both sides
    assert (found.of(40) > found.values[:, [1, 3]].max(axis=1)).mean() > 0.9


def test_small_batches_find_flatter_minima_here() -> None:
    found = flatness()
    small, large = found.of(5), found.of(150)
    assert (small > 0).all() and (small < 0.95 * large).all()


def test_the_ticket_wins_from_its_own_start_alone() -> None:
    found = lottery_ticket()
    assert (found.of(TICKET) > found.of(REDRAWN)).all()
    assert (found.of(REDRAWN) > found.of(RANDOM)).all()
    assert found.of(TICKET).mean() > found.of(WHOLE).mean() - 0.05


def test_one_seed_has_no_deviation() -> None:
    found = double_descent((5,), seeds=(1,))
    assert np.isnan(found.deviations).all() and "deviation nan" in str(found)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: gradient_sizes(depth=0), "depth=0"),
        (lambda: gradient_sizes("sigmod"), "did you mean 'sigmoid'"),
        (lambda: double_descent((0,)), "features=0"),
        (lambda: double_descent(samples=1), "samples=1"),
        (lambda: flatness((0,)), "batch_sizes=0"),
        (lambda: lottery_ticket(kept=1), "kept=1: must be above 0 and below 1"),
    ],
)
def test_bad_arguments_are_named(call, message: str) -> None:
    with pytest.raises(SimulationError, match=message):
        call()
