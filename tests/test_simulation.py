"""Simulated runs against exact arithmetic, and the promises of `descend`."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from nnmath import catalog
from nnmath.simulation import (
    SURFACES,
    SimulationError,
    descend,
    optimizer,
    regime_of,
    surface,
)

WORKED = "worked-example"
RATES = ("0.001", "0.1", "0.3", "0.5", "0.8", "1", "1.1")


def exact_run(start: str, rate: str, steps: int) -> list[Fraction]:
    """The update by hand: W − η · 2W, in rationals."""
    weights = [Fraction(start)]
    for _ in range(steps):
        weights.append(weights[-1] - Fraction(rate) * 2 * weights[-1])
    return weights


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("start", ["5", "-3.5", "0", "0.01", "100"])
def test_run_is_the_exact_closed_form(start: str, rate: str) -> None:
    run = descend(
        surface(WORKED), float(start), optimizer("gradient-descent", learning_rate=float(rate)), 40
    )
    closed = [(1 - 2 * Fraction(rate)) ** t * Fraction(start) for t in range(41)]
    assert closed == exact_run(start, rate, 40)
    scale = max(abs(float(w)) for w in closed)
    np.testing.assert_allclose(
        run.positions, [float(w) for w in closed], rtol=1e-12, atol=1e-13 * scale
    )
    np.testing.assert_allclose(run.losses, run.positions**2 + 4, rtol=1e-15)
    np.testing.assert_allclose(run.gradients, 2 * run.positions, rtol=1e-15)
    assert run.diverged_at is None


@pytest.mark.parametrize("id", SURFACES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("start", [5.0, [1.0, -2.0], [[0.5], [3.0]]])
def test_precision_and_shape_stay(id: str, dtype: type, start: object) -> None:
    begin = np.array(start, dtype)
    run = descend(surface(id), begin, optimizer("gradient-descent", learning_rate=0.1), 5)
    assert {run.positions.dtype, run.losses.dtype, run.gradients.dtype} == {np.dtype(dtype)}
    assert run.positions.shape == (6, *begin.shape)


def test_nothing_is_mutated() -> None:
    start = np.array([5.0, -2.0])
    gradient = np.array([10.0, -4.0])
    start.flags.writeable = gradient.flags.writeable = False
    rule = optimizer("gradient-descent", learning_rate=0.1)
    stepped = rule.step(start, gradient)
    run = descend(surface(WORKED), start, rule, 3)
    run.positions[0] = 99
    assert stepped is not start
    assert start.tolist() == [5.0, -2.0] and gradient.tolist() == [10.0, -4.0]
    with pytest.raises(TypeError):
        rule.hyperparameters["learning_rate"] = 1.0  # type: ignore[index]


def test_divergence_stops_before_the_first_value_that_is_not_finite() -> None:
    rule = optimizer("gradient-descent", learning_rate=5)
    run = descend(surface(WORKED), 5, rule, steps=1000)
    assert run.diverged_at == len(run.positions) == len(run.losses) == len(run.gradients)
    assert all(np.all(np.isfinite(row)) for row in (run.positions, run.losses, run.gradients))
    following = rule.step(run.positions[-1], run.gradients[-1])
    with np.errstate(over="ignore"):
        assert not np.isfinite(surface(WORKED).loss(following))
    whole = descend(surface(WORKED), 5, rule, steps=run.diverged_at - 1)
    assert whole.diverged_at is None and len(whole.positions) == run.diverged_at


@pytest.mark.parametrize(
    ("rate", "regime"),
    [
        ("0.00001", "converges"),
        ("0.4999999999999999999999", "converges"),
        ("1/2", "one-step"),
        ("0.5000000000000000000001", "oscillates"),
        ("0.99", "oscillates"),
        ("1", "two-cycle"),
        ("1.0000000000000000000001", "diverges"),
        ("10", "diverges"),
    ],
)
def test_regimes_are_decided_exactly(rate: str, regime: str) -> None:
    assert regime_of(rate).id == regime


@pytest.mark.parametrize("regime", [regime.id for regime in catalog.regimes])
def test_every_regime_behaves_as_named(regime: str) -> None:
    rate = {"converges": 0.1, "one-step": 0.5, "oscillates": 0.8, "two-cycle": 1, "diverges": 1.1}
    run = descend(surface(WORKED), 3, optimizer("gradient-descent", learning_rate=rate[regime]), 8)
    size, sign = np.abs(run.positions), np.sign(run.positions)
    behaviour = {
        "converges": np.all(np.diff(size) < 0) and np.all(sign == 1),
        "one-step": size[0] == 3 and np.all(size[1:] == 0),
        "oscillates": np.all(np.diff(size) < 0) and np.all(sign[1:] == -sign[:-1]),
        "two-cycle": np.all(size == 3) and np.all(sign[1:] == -sign[:-1]),
        "diverges": np.all(np.diff(size) > 0),
    }
    assert behaviour[regime]
    assert sum(map(bool, behaviour.values())) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: surface("worked-exampel"),
            "surface='worked-exampel'.*did you mean 'worked-example'",
        ),
        (lambda: optimizer("gradient-decent", learning_rate=1), "did you mean 'gradient-descent'"),
        (lambda: optimizer("gradient-descent", rate=1), "hyperparameter='rate'.*learning_rate"),
        (lambda: optimizer("gradient-descent", learning_rate=0), "learning_rate=0.*greater than 0"),
        (lambda: optimizer("gradient-descent", learning_rate=-1), "learning_rate=-1"),
        (lambda: optimizer("gradient-descent", learning_rate=float("nan")), "learning_rate=nan"),
        (lambda: optimizer("gradient-descent", learning_rate="a"), "learning_rate='a'.*finite"),
        (lambda: run(start=float("inf")), "start=inf.*finite"),
        (lambda: run(start="five"), "start='five'"),
        (lambda: run(start=1e200), "start=1e.*loss there is not finite"),
        (lambda: run(steps=-1), "steps=-1.*whole number"),
        (lambda: run(steps=2.5), "steps=2.5"),
        (lambda: run(steps=True), "steps=True"),
        (lambda: regime_of("0"), "learning_rate='0'.*greater than 0"),
        (lambda: regime_of("abc"), "learning_rate='abc'"),
    ],
)
def test_bad_arguments_are_named(call, message: str) -> None:
    with pytest.raises(SimulationError, match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


def run(start: object = 5.0, steps: object = 3):
    """A run with one argument out of order."""
    return descend(surface(WORKED), start, optimizer("gradient-descent", learning_rate=0.1), steps)
