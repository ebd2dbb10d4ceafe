"""Laws that optimizers keep, one table each: what theory says of them, measured on their runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from tests.optimizers.boxes import GENERIC, SURFACES, VARIANTS, box, settings, walked

STEPS = 30
ETA, MU, RHO = GENERIC["learning_rate"], GENERIC["momentum"], GENERIC["rho"]
EPSILON, DECAY = GENERIC["epsilon"], GENERIC["weight_decay"]


def named(*ids: str) -> list[tuple[str, str]]:
    """All variants of these optimizers."""
    return [variant for variant in VARIANTS if variant[0] in ids]


def ids(variant: tuple[str, str]) -> str:
    """What a variant is called in a report."""
    return "-".join(variant)


# A gradient that stays the same: t updates in closed form, by hand

STEADY = 1.7


def geometric(ratio: float, count: int) -> float:
    """1 + r + … + r^(count − 1)."""
    return sum(ratio**power for power in range(count))


def heavy(t: int) -> float:
    """Σ over the steps of the velocity η g (1 + μ + … )."""
    return sum(ETA * STEADY * geometric(MU, step) for step in range(1, t + 1))


CONSTANT: Mapping[tuple[str, str], Callable[[int], float]] = {
    ("gradient-descent", "paper"): lambda t: t * ETA * STEADY,
    ("sgd", "pytorch"): lambda t: t * ETA * STEADY,
    ("momentum", "paper"): heavy,
    ("momentum", "optax"): heavy,
    ("averaged-momentum", "paper"): lambda t: (1 - MU) * heavy(t),
    ("adagrad", "paper"): lambda t: sum(
        ETA * STEADY / (STEADY * step**0.5 + EPSILON) for step in range(1, t + 1)
    ),
    ("rmsprop", "paper"): lambda t: sum(
        ETA * STEADY / (STEADY**2 * (1 - RHO**step) + EPSILON) ** 0.5 for step in range(1, t + 1)
    ),
    ("adam", "paper"): lambda t: t * ETA * STEADY / (STEADY + EPSILON),
    ("adam", "pytorch"): lambda t: t * ETA * STEADY / (STEADY + EPSILON),
    ("amsgrad", "optax"): lambda t: t * ETA * STEADY / (STEADY + EPSILON),
    ("lion", "keras"): lambda t: t * ETA,
}


@pytest.mark.parametrize("variant", CONSTANT, ids=ids)
def test_a_constant_gradient_has_its_closed_form(variant: tuple[str, str]) -> None:
    path = walked(box(*variant), lambda w: np.full_like(w, STEADY), np.zeros(1), STEPS)
    wanted = [-CONSTANT[variant](t) for t in range(STEPS + 1)]
    np.testing.assert_allclose(np.ravel(path), wanted, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("variant", VARIANTS, ids=ids)
def test_without_a_gradient_nothing_moves(variant: tuple[str, str], dtype: type) -> None:
    if variant[0] == "newton":
        return  # without a gradient anywhere there are no second derivatives to divide by
    start = np.array([2.0, -0.3], dtype)
    path = walked(box(*variant), np.zeros_like, start, STEPS, weight_decay=0.0)
    assert np.array_equal(path[-1], start) and path[-1].dtype == dtype


@pytest.mark.parametrize("variant", named("adamw", "lion"), ids=ids)
def test_without_a_gradient_decay_shrinks_by_the_same_factor(variant: tuple[str, str]) -> None:
    claim = box(*variant)
    if "weight_decay" not in settings(claim):
        return  # Keras' Lion leaves it to another setting
    factor = 1 - DECAY * (1 if variant == ("adamw", "paper") else ETA)
    path = walked(claim, np.zeros_like, np.array([2.0]), STEPS)
    np.testing.assert_allclose(path[-1], 2 * factor**STEPS, rtol=1e-12)


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("variant", named("momentum", "averaged-momentum", "nesterov"), ids=ids)
def test_without_momentum_it_is_plain_descent(variant: tuple[str, str], surface: str) -> None:
    slope, start = SURFACES[surface]
    plain = walked(box("sgd", "paper"), slope, start, STEPS)
    path = walked(box(*variant), slope, start, STEPS, momentum=0.0, dampening=0.0)
    np.testing.assert_allclose(path, plain, rtol=1e-13)


# On λw²/2 the error shrinks by the largest root of the characteristic polynomial

RATES = [(0.05, 0.3), (0.05, 0.9), (0.3, 0.5), (0.9, 0.6)]  # ηλ and μ


def roots(variant: tuple[str, str], step: float, mu: float) -> Any:
    """Of z² − az + b."""
    if variant[0] == "momentum":
        return np.roots([1, -(1 + mu - step), mu])
    if variant[0] == "averaged-momentum":
        return np.roots([1, -(1 + mu - (1 - mu) * step), mu])
    return np.roots([1, -(1 + mu) * (1 - step), mu * (1 - step)])


@pytest.mark.parametrize(("step", "mu"), RATES)
@pytest.mark.parametrize("variant", named("momentum", "averaged-momentum", "nesterov"), ids=ids)
def test_the_measured_rate_is_the_spectral_radius(
    variant: tuple[str, str], step: float, mu: float
) -> None:
    radius = np.abs(roots(variant, step, mu)).max()
    others = {"learning_rate": step, "momentum": mu, "dampening": 0.0}
    path = np.ravel(walked(box(*variant), lambda w: w, np.array([1.0]), 30, **others))
    # The recurrence of second order that the errors obey, found from the errors alone
    rows = np.stack([path[11:-1], path[10:-2]], axis=1)
    (a, b), *_ = np.linalg.lstsq(rows / np.abs(rows).max(), path[12:] / np.abs(rows).max())
    assert np.abs(np.roots([1, -a, -b])).max() == pytest.approx(radius, rel=1e-6)
    # and as such: how far the largest error of some steps has come down after 400 more
    long = np.ravel(walked(box(*variant), lambda w: w, np.array([1.0]), 500, **others))
    early, late = (np.abs(long[at : at + 60]).max() for at in (20, 420))
    assert (late / early) ** (1 / 400) == pytest.approx(radius, rel=5e-3)


@pytest.mark.parametrize("mu", [0.0, 0.4, 0.9])
@pytest.mark.parametrize(
    ("id", "edge"),
    [
        ("momentum", lambda mu: 2 * (1 + mu)),
        ("nesterov", lambda mu: 2 * (1 + mu) / (1 + 2 * mu)),
    ],
)
def test_the_region_of_stability_ends_where_it_is_proved_to(
    id: str, edge: Callable[[float], float], mu: float
) -> None:
    claim, end = box(id, "paper"), edge(mu)
    inside, outside = (
        walked(claim, lambda w: w, np.array([1.0]), 2500, learning_rate=share * end, momentum=mu)
        for share in (0.99, 1.01)
    )
    assert abs(float(inside[-1][0])) < 1e-3 and abs(float(outside[-1][0])) > 1e3


# Invariances

TURN = np.array([[0.6, -0.8], [0.8, 0.6]])
HESSIAN = np.array([[2.0, 0.7], [0.7, 5.0]])
BEGIN = np.array([1.0, -0.4])


@pytest.mark.parametrize("variant", VARIANTS, ids=ids)
def test_the_sign_of_the_parameter_does_not_matter(variant: tuple[str, str]) -> None:
    slope, start = SURFACES["waves"]  # an odd slope
    path = walked(box(*variant), slope, start, STEPS)
    np.testing.assert_allclose(walked(box(*variant), slope, -start, STEPS), np.negative(path))


@pytest.mark.parametrize("variant", VARIANTS, ids=ids)
def test_the_order_of_the_parameters_does_not_matter(variant: tuple[str, str]) -> None:
    def slope(w: np.ndarray) -> np.ndarray:
        return HESSIAN @ w

    def swapped(w: np.ndarray) -> np.ndarray:
        return slope(w[::-1])[::-1]

    path = np.array(walked(box(*variant), slope, BEGIN, STEPS))[:, ::-1]
    # At the minimum, where some arrive after two steps, nothing but rounding is left to compare
    other = walked(box(*variant), swapped, BEGIN[::-1], STEPS)
    np.testing.assert_allclose(other, path, atol=1e-15)


@pytest.mark.parametrize("variant", VARIANTS, ids=ids)
def test_only_unscaled_descent_sees_no_axes(variant: tuple[str, str]) -> None:
    claim = box(*variant)

    def turned(w: np.ndarray) -> np.ndarray:
        return TURN @ HESSIAN @ TURN.T @ w

    path = np.array(walked(claim, lambda w: HESSIAN @ w, BEGIN, STEPS))
    other = np.array(walked(claim, turned, TURN @ BEGIN, STEPS)) @ TURN
    free = variant[0] in ("gradient-descent", "sgd", "momentum", "averaged-momentum", "nesterov")
    free |= variant[0] in ("newton", "bfgs", "l-bfgs")
    # PyTorch divides its first step by the sum of absolute values
    free &= variant != ("l-bfgs", "pytorch")
    assert np.allclose(path, other, rtol=1e-9) is free


@pytest.mark.parametrize("variant", VARIANTS, ids=ids)
def test_adaptive_steps_do_not_feel_the_size_of_the_loss(variant: tuple[str, str]) -> None:
    claim = box(*variant)
    slope, start = SURFACES["waves"]
    tiny = {"epsilon": 1e-300, "initial_accumulator": 0.0}
    if variant[0] == "adadelta":
        return  # without ε its first step is 0: it feels the size of ε, not of the loss
    path, scaled = (
        np.array(walked(claim, lambda w, k=k: k * slope(w), start, STEPS, **tiny))
        for k in (1.0, 1024.0)
    )
    # Before RAdam's average is long enough its steps are those of momentum; AdaBound's bounds
    # are rates, whatever the gradients are
    adaptive = {"adagrad", "rmsprop", "adam", "adamw", "amsgrad", "nadam", "lion", "newton"}
    # Optax divides the first step of L-BFGS by the gradient's length where it is over 1, as here
    blind = variant[0] in adaptive or variant == ("l-bfgs", "optax")
    assert np.allclose(path, scaled, rtol=1e-9) is blind
