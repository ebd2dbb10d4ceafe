"""Optimizers that step: what they keep, what they leave alone, what they refuse."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from nnmath import descend, optimizer, surface
from nnmath.simulation import SimulationError, Surface
from nnmath.simulation.optimizers import Stepper
from tests.optimizers.boxes import VARIANTS, box, settings

START = np.array([[1.5, -0.5, 0.25], [2.0, 1.0, -3.0]])


def stepper(id: str, convention: str) -> Stepper:
    """The optimizer by the public door."""
    return optimizer(id, convention=convention, **settings(box(id, convention)))


@pytest.mark.parametrize(
    ("start", "dtype"),
    [(START, np.float32), (START[0], np.float64), (START[0, 0], np.float32)],
    ids=["matrix", "vector", "number"],
)
@pytest.mark.parametrize(("id", "convention"), VARIANTS)
def test_shape_and_precision_stay_and_nothing_is_mutated(
    id: str, convention: str, start: np.ndarray, dtype: type
) -> None:
    rule, theta = stepper(id, convention), np.array(start, dtype)
    gradients: list[np.ndarray] = []

    def slope(point: np.ndarray) -> np.ndarray:
        gradients.append(np.array(point * 2, dtype))
        gradients[-1].flags.writeable = False
        return gradients[-1]

    for count in range(1, 4):
        before = theta.copy()
        theta.flags.writeable = False
        moved = rule.step(theta, slope, 2 * np.eye(theta.size))
        assert moved is not theta and np.array_equal(theta, before)
        assert moved.dtype == dtype and moved.shape == start.shape
        assert rule.steps == count
        assert set(rule.state) == {each.symbol.code for each in rule.claim.state}
        for kept in rule.state.values():
            assert kept.dtype == dtype
            assert rule.claim.is_whole or kept.shape == start.shape
            assert not any(np.shares_memory(kept, each) for each in (*gradients, theta))
        theta = np.array(moved)


def test_a_number_gives_a_number() -> None:
    rule = optimizer("adam")
    assert isinstance(rule.step(1.0, 2.0), float) and isinstance(rule.step(1, 2), float)


def test_the_gradient_takes_the_precision_of_the_parameter() -> None:
    moved = optimizer("adam").step(np.float32([1, 2]), np.array([3.0, 4.0]))
    assert moved.dtype == np.float32


def test_a_fresh_one_begins_anew_and_a_run_leaves_its_optimizer_alone() -> None:
    rule = optimizer("momentum", learning_rate=0.1, momentum=0.9)
    first = rule.step(5.0, 10.0)
    assert rule.step(5.0, 10.0) != first
    assert rule.fresh().step(5.0, 10.0) == first and rule.fresh().steps == 0
    runs = [descend(surface("worked-example"), 5.0, rule, 20).positions for _ in range(2)]
    assert rule.steps == 2 and np.array_equal(*runs)
    by_hand = [5.0]
    velocity = 0.0
    for _ in range(20):
        velocity = 0.9 * velocity - 0.1 * 2 * by_hand[-1]
        by_hand.append(by_hand[-1] + velocity)
    np.testing.assert_allclose(runs[0], by_hand, rtol=1e-12)


def test_nesterov_looks_ahead() -> None:
    seen: list[float] = []
    rule = optimizer("nesterov", learning_rate=0.25, momentum=0.5)

    def slope(point: np.ndarray) -> np.ndarray:
        seen.append(float(point))
        return 2 * point

    theta = rule.step(8.0, slope)
    assert (theta, rule.state["v"]) == (4.0, -4.0)
    rule.step(theta, slope)
    assert seen == [8.0, 2.0], "the second gradient is taken at θ + μv = 4 − 2"
    run = descend(surface("worked-example"), 8.0, rule, 2)
    assert run.positions.tolist() == [8.0, 4.0, 1.0]


def test_hyperparameters_cannot_be_changed_behind_its_back() -> None:
    rule = optimizer("adam")
    with pytest.raises(TypeError):
        rule.hyperparameters["beta1"] = 0.5  # type: ignore[index]
    with pytest.raises(TypeError):
        rule.state["m"] = 0  # type: ignore[index]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: optimizer("adma"), "optimizer='adma': unknown .did you mean 'adam'"),
        (lambda: optimizer("adam", convention="torch"), "convention='torch'.*'pytorch'"),
        (lambda: optimizer("adabound", convention="keras"), "convention='keras'.*known: paper"),
        (lambda: optimizer("adam", beta_1=0.5), "hyperparameter='beta_1'.*'beta1'"),
        (lambda: optimizer("adam", beta1=1), "^beta1=1.0: must be at least 0 and less than 1$"),
        (lambda: optimizer("adam", beta2=-0.1), "^beta2=-0.1: must be at least 0"),
        (lambda: optimizer("adam", epsilon=0), "^epsilon=0.0: must be greater than 0$"),
        (lambda: optimizer("adam", beta1=float("inf")), "beta1=inf: must be a finite number"),
        (lambda: optimizer("adam", beta1="0,9"), "beta1='0,9': must be a finite number"),
        (lambda: optimizer("adam", beta1=True), "beta1=True: must be a finite number"),
        (lambda: optimizer("momentum", learning_rate=1), "momentum is missing.*no default"),
        (lambda: optimizer("adam", convention="optax"), "learning_rate is missing"),
        (
            lambda: optimizer("lion", learning_rate=1, weight_decay=-1),
            "^weight_decay=-1.0: must be at least 0$",
        ),
        (
            lambda: optimizer("nadam", convention="pytorch", momentum_decay=1e-300),
            r"momentum_decay=1e-300: must satisfy .*0\.96",
        ),
        (lambda: optimizer("adam").step([1, 2], [1, 2, 3]), r"gradient: shape \(3,\).*\(2,\)"),
        (lambda: optimizer("adam").step("a", 1), "theta: must be a number"),
        (
            lambda: optimizer("nesterov", learning_rate=1, momentum=0.5).step(1.0, 1.0),
            "gradient: nesterov takes it at the point ahead: pass the function",
        ),
        (
            lambda: optimizer("bfgs").step([1.0, 2.0], [1.0, 1.0]),
            "gradient: bfgs takes it at other points too: pass the function",
        ),
        (lambda: optimizer("newton").step(1.0, 1.0), "hessian: newton needs the second deriv"),
        (
            lambda: optimizer("newton").step([1.0, 2.0], [1.0, 1.0], [[1.0, 2.0, 3.0]]),
            r"hessian: shape \(1, 3\), where theta has 2 .*must be \(2, 2\)",
        ),
        (
            lambda: optimizer("newton").step([1.0, 2.0], [1.0, 1.0], np.ones((2, 2))),
            "hessian: has no inverse",
        ),
        (lambda: optimizer("newton").step([1.0, 2.0], [1.0]), r"gradient: shape \(1,\).*\(2,\)"),
        (lambda: optimizer("l-bfgs", memory=0), "memory=0: must be a whole number, 1 or more"),
        (lambda: optimizer("l-bfgs", memory=2.5), "memory=2.5: must be a whole number"),
        (
            lambda: descend(Surface("s", None, abs, abs), 1.0, optimizer("newton")),
            "surface='s': has no hessian, which newton needs",
        ),
        (lambda: changed_size(), r"theta: 2 parameters, the steps before had others.*fresh"),
        (lambda: changed_shape(), r"theta: shape \(2,\), the steps before had \(3,\).*fresh"),
    ],
)
def test_bad_arguments_are_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(SimulationError, match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


def changed_shape() -> None:
    """The same optimizer at another array."""
    rule = optimizer("adam")
    rule.step([1.0, 2.0, 3.0], [1.0, 1.0, 1.0])
    rule.step([1.0, 2.0], [1.0, 1.0])


def changed_size() -> None:
    """The same quasi-Newton method at another array."""
    rule = optimizer("bfgs")
    rule.step([1.0, 2.0, 3.0], lambda point: point)
    rule.step([1.0, 2.0], lambda point: point)


def test_what_fails_leaves_no_trace() -> None:
    rule = optimizer("adam")
    with pytest.raises(SimulationError):
        rule.step([1.0, 2.0], [1.0, 1.0, 1.0])
    assert rule.steps == 0 and rule.step([1.0, 2.0, 3.0], [1.0, 1.0, 1.0]).shape == (3,)
