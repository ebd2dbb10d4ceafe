"""Newton's method, BFGS and L-BFGS, written by hand from their sources.

Nothing here imports nnmath. J. Nocedal, S. Wright (2006), «Numerical Optimization», sections 3.3,
6.1 and 7.2; the source of torch.optim.LBFGS and of optax.scale_by_lbfgs.

Every function takes a start, the function that gives the gradient at a point, and the number of
steps; it returns all parameters on the way, the start first. The limited-memory forms multiply by
the matrix that their pairs stand for, written out, and not by two loops.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Slope = Callable[[Any], Any]
Pairs = list[tuple[Any, Any]]  # steps and changes of the gradient, the oldest first


def newton(
    theta: Any, slope: Slope, steps: int, *, hessian: Slope, learning_rate: float
) -> list[Any]:
    """The gradient times the inverse of the second derivatives."""
    path = [theta]
    for _ in range(steps):
        here = path[-1]
        turned = np.linalg.inv(hessian(here)) @ np.ravel(slope(here))
        path.append(here - learning_rate * turned.reshape(np.shape(here)))
    return path


def flat(slope: Slope, shape: tuple[int, ...]) -> Slope:
    """The gradient from vectors to vectors."""
    return lambda vector: np.ravel(slope(vector.reshape(shape)))


def searched(
    theta: Any,
    slope: Slope,
    steps: int,
    turn: Callable[[Pairs, Any], Any],
    rate: float,
    least: float,
) -> list[Any]:
    """Steps to where the gradient along the direction vanishes if it changes at a constant rate.

    `turn` makes the direction from the pairs so far and the gradient; pairs of which the product is
    not above `least` are left out.
    """
    at = flat(slope, np.shape(theta))
    path, pairs = [np.ravel(theta)], Pairs()
    for _ in range(steps):
        here = path[-1]
        direction = -turn(pairs, at(here))
        before, after = (np.sum(at(here + far * direction) * direction) for far in (0, 1))
        bends = after - before
        taken = direction * (-before / bends if bends > least else rate)
        change = at(here + taken) - at(here)
        if np.sum(change * taken) > least:
            pairs.append((taken, change))
        path.append(here + taken)
    return [each.reshape(np.shape(theta)) for each in path]


def matrix(pairs: Pairs, first: Any) -> Any:
    """The updates of Broyden, Fletcher, Goldfarb and Shanno, written out by entries."""
    found = first
    for step, change in pairs:
        product = np.dot(step, change)
        if product == 0:
            continue
        left = np.eye(len(step)) - np.multiply.outer(step, change) / product
        found = left @ found @ left.T + np.multiply.outer(step, step) / product
    return found


def bfgs(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, epsilon: float
) -> list[Any]:
    """Algorithm 6.1, from the unit matrix."""

    def turn(pairs: Pairs, gradient: Any) -> Any:
        return matrix(pairs, np.eye(np.size(gradient))) @ gradient

    return searched(theta, slope, steps, turn, learning_rate, epsilon)


def scaled(pairs: Pairs, memory: int, size: int, first: float = 1.0) -> Any:
    """The matrix of the last pairs, from a multiple of the unit matrix: equation 7.20."""
    if pairs:
        step, change = pairs[-1]
        first = np.dot(step, change) / np.dot(change, change) if change.any() else 1.0
    return matrix(pairs[-memory:], first * np.eye(size))


def l_bfgs(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, epsilon: float, memory: int
) -> list[Any]:
    """Algorithm 7.5."""

    def turn(pairs: Pairs, gradient: Any) -> Any:
        return scaled(pairs, memory, np.size(gradient)) @ gradient

    return searched(theta, slope, steps, turn, learning_rate, epsilon)


def l_bfgs_pytorch(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, memory: int
) -> list[Any]:
    """torch.optim.LBFGS, one iteration a step, without a line search."""
    at = flat(slope, np.shape(theta))
    path, pairs = [np.ravel(theta)], Pairs()
    for count in range(steps):
        here = path[-1]
        if count:
            taken, change = here - path[-2], at(here) - at(path[-2])
            if np.dot(change, taken) > 1e-10:
                pairs.append((taken, change))
        rate = learning_rate * (1 if count else min(1, 1 / np.abs(at(here)).sum()))
        path.append(here - rate * scaled(pairs, memory, len(here)) @ at(here))
    return [each.reshape(np.shape(theta)) for each in path]


def l_bfgs_optax(
    theta: Any, slope: Slope, steps: int, *, learning_rate: float, memory: int
) -> list[Any]:
    """optax.scale_by_lbfgs and a rate."""
    at = flat(slope, np.shape(theta))
    path, pairs = [np.ravel(theta)], Pairs()
    for count in range(steps):
        here = path[-1]
        if count:
            pairs.append((here - path[-2], at(here) - at(path[-2])))
        first = 1.0 if count else min(1.0, 1 / np.linalg.norm(at(here)))
        path.append(here - learning_rate * scaled(pairs, memory, len(here), first) @ at(here))
    return [each.reshape(np.shape(theta)) for each in path]
