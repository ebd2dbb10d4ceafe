"""Witnesses of penalties and priors."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.nodes import Node
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.theory import ridgeless
from nnmath.theory.penalties import alpha, penalty
from nnmath.theory.priors import tau, width
from nnmath.theory.vocabulary import W, c
from tests.reference import regularisation as reference
from tests.witnesses.shelf import definition

NUMBERS = tuple(map(Fraction, ("3/7", "-5", "2", "0", "-1/3")))
RATIOS = tuple(map(Fraction, ("3/2", "2", "7")))
STRENGTHS = tuple(map(Fraction, ("1/3", "2", "0")))


def value(id: str, values: dict[Node, Fraction]) -> Fraction:
    """What a definition gives at a point."""
    return rational(definition(id).right, Point(values))  # type: ignore[arg-type]


def ridge_loss() -> None:
    for weight, target, curve, strength in product(NUMBERS, NUMBERS, STRENGTHS, STRENGTHS):
        values: dict[Node, Fraction] = {W: weight, c: target, alpha: curve, penalty: strength}
        wanted = reference.ridge_loss(weight, curve, target, strength)
        assert value("ridge-loss", values) == wanted


def lasso_loss() -> None:
    for weight, target, strength in product(NUMBERS, NUMBERS, STRENGTHS):
        values: dict[Node, Fraction] = {W: weight, c: target, penalty: strength}
        assert value("lasso-loss", values) == reference.lasso_loss(weight, target, strength)


def soft_threshold() -> None:
    for target, strength in product((*NUMBERS, *STRENGTHS), STRENGTHS):
        values: dict[Node, Fraction] = {c: target, penalty: strength}
        assert value("soft-threshold", values) == reference.soft_threshold(target, strength)


def density(id: str, values: dict[Node, Fraction]) -> float:
    """What a definition gives at a point, to double precision."""
    with digits():
        return float(ball(definition(id).right, Point(values)))  # type: ignore[arg-type]


def normal_prior() -> None:
    for weight, spread in product(NUMBERS, STRENGTHS[:2]):
        wanted = reference.normal_prior(float(weight), float(spread))
        assert density("normal-prior", {W: weight, tau: spread}) == pytest.approx(wanted, 1e-13)


def laplace_prior() -> None:
    for weight, spread in product(NUMBERS, STRENGTHS[:2]):
        wanted = reference.laplace_prior(float(weight), float(spread))
        assert density("laplace-prior", {W: weight, width: spread}) == pytest.approx(wanted, 1e-13)


def risk_of_few() -> None:
    for ratio, noise in product(NUMBERS, STRENGTHS):
        values: dict[Node, Fraction] = {ridgeless.g: ratio, ridgeless.noise: noise}
        assert value("ridgeless-risk-below", values) == reference.risk_of_few(ratio, noise)


def risk_of_many() -> None:
    for ratio, noise, signal in product(RATIOS, STRENGTHS, STRENGTHS):
        values: dict[Node, Fraction] = {
            ridgeless.g: ratio,
            ridgeless.noise: noise,
            ridgeless.signal: signal,
        }
        wanted = reference.risk_of_many(ratio, noise, signal)
        assert value("ridgeless-risk-above", values) == wanted


WITNESSES: dict[str, Callable[[], None]] = {
    "ridge-loss": ridge_loss,
    "lasso-loss": lasso_loss,
    "soft-threshold": soft_threshold,
    "ridgeless-risk-below": risk_of_few,
    "ridgeless-risk-above": risk_of_many,
    "normal-prior": normal_prior,
    "laplace-prior": laplace_prior,
}
