"""What Newton's method and its kin can do, and first-order rules cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from nnmath import descend, optimizer, surface
from nnmath.printing import step_function
from nnmath.simulation import Surface
from tests.optimizers.boxes import box, second, walked

SIZES = (1, 2, 3, 5)


def bowl(size: int) -> tuple[Callable[[Any], Any], np.ndarray, np.ndarray]:
    """The gradient of a quadratic with its minimum, and a start."""
    drawn = np.random.default_rng(size)
    root = drawn.normal(size=(size, size))
    hessian, least = root @ root.T + np.eye(size), drawn.normal(size=size)
    return lambda w: hessian @ (w - least), least, drawn.normal(size=size) * 3


@pytest.mark.parametrize("size", SIZES)
def test_newton_needs_one_step(size: int) -> None:
    slope, least, start = bowl(size)
    path = walked(box("newton", "paper"), slope, start, 2, learning_rate=1.0)
    np.testing.assert_allclose(path[1], least, rtol=1e-10)


@pytest.mark.parametrize("id", ["bfgs", "l-bfgs"])
@pytest.mark.parametrize("size", SIZES)
def test_with_an_exact_search_as_many_steps_as_parameters(id: str, size: int) -> None:
    slope, least, start = bowl(size)
    settings = {"epsilon": 1e-14, "memory": size}
    path = np.array(walked(box(id, "paper"), slope, start, size, **settings))
    far = np.abs(path - least).max(axis=1)
    assert far[size] < 1e-7 * far[0] and far[size - 1] > 1e-3 * far[0]


def test_bfgs_learns_the_inverse_of_the_second_derivatives() -> None:
    slope, _, start = bowl(3)
    rule = optimizer("bfgs", epsilon=1e-14)
    theta = start
    for _ in range(3):
        before = theta
        theta = rule.step(theta, slope)
        learned = rule.state["H"]
        change, taken = slope(theta) - slope(before), theta - before
        np.testing.assert_allclose(learned @ change, taken, rtol=1e-6, atol=1e-9)
        np.testing.assert_allclose(learned, learned.T, rtol=1e-12)
        assert np.linalg.eigvalsh(learned).min() > 0
    np.testing.assert_allclose(learned, np.linalg.inv(second(slope)(start)), rtol=1e-5, atol=1e-7)


# Other coordinates: θ = Aφ

TILT = np.array([[1.0, 0.4, 0.0], [-0.3, 2.0, 0.5], [0.2, 0.0, 0.7]])
MIX = np.array([[0.5, -0.2, 0.1], [0.3, 0.4, -0.6], [-0.1, 0.2, 0.3]])
BEGIN = np.array([1.2, -0.7, 0.5])


def valley(w: Any) -> Any:
    """The gradient of Σ cosh(Mw) + w²/2."""
    return MIX.T @ np.sinh(MIX @ w) + w


def tilted(w: Any) -> Any:
    """The same in the other coordinates."""
    return TILT.T @ valley(TILT @ w)


@pytest.mark.parametrize(
    ("id", "sees_none"),
    [
        ("newton", True),
        ("gradient-descent", False),
        ("momentum", False),
        ("adam", False),
        ("bfgs", False),  # it begins with the unit matrix, whatever the coordinates
        ("l-bfgs", False),
    ],
)
def test_newton_sees_no_coordinates(id: str, sees_none: bool) -> None:
    start = np.linalg.solve(TILT, BEGIN)
    path = np.array(walked(box(id, "paper"), valley, BEGIN, 6))
    other = np.array(walked(box(id, "paper"), tilted, start, 6)) @ TILT.T
    assert np.allclose(path, other, rtol=1e-9) is sees_none


def test_nor_does_bfgs_from_a_matrix_in_the_same_coordinates() -> None:
    step = step_function(box("bfgs", "paper"))
    back = np.linalg.inv(TILT)
    theta, learned = BEGIN, np.eye(3)
    other, transformed = back @ BEGIN, back @ back.T
    for _ in range(6):
        theta, learned = step(theta, valley(theta), valley, learned, 1.0, 1e-10)
        other, transformed = step(other, tilted(other), tilted, transformed, 1.0, 1e-10)
        np.testing.assert_allclose(TILT @ other, theta, rtol=1e-8)
        np.testing.assert_allclose(TILT @ transformed @ TILT.T, learned, rtol=1e-6, atol=1e-8)


def test_a_run_on_a_surface() -> None:
    run = descend(surface("worked-example"), [8.0, -3.0], optimizer("newton"), 2)
    assert run.positions.tolist() == [[8.0, -3.0], [0.0, 0.0], [0.0, 0.0]]
    slope, least, start = bowl(3)
    ground = Surface(
        "bowl", surface("worked-example").name, lambda w: (w - least) @ slope(w) / 2, slope
    )
    for id in ("bfgs", "l-bfgs"):
        run = descend(ground, start, optimizer(id), 6)
        np.testing.assert_allclose(run.positions[-1], least, rtol=1e-6)
        assert run.losses[-1] < 1e-12 and run.diverged_at is None
