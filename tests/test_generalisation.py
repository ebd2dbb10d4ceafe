"""Starting weights, regularisation, generalisation: claims stand, definitions have a witness."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.claims import Definition, Mistake, Optimizer
from nnmath.proof.library import expected
from nnmath.proof.nodes import Node
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.theory.generalisation_topics import CLAIMS, GENERALISATION_SHELF
from nnmath.theory.penalties import alpha, penalty
from nnmath.theory.priors import tau, width
from nnmath.theory.vocabulary import W, c
from tests.reference import regularisation as reference

NUMBERS = tuple(map(Fraction, ("3/7", "-5", "2", "0", "-1/3")))
STRENGTHS = tuple(map(Fraction, ("1/3", "2", "0")))


@pytest.mark.parametrize("id", [claim.id for claim in CLAIMS])
def test_claim_stands(id: str) -> None:
    claim = GENERALISATION_SHELF[id]
    assert GENERALISATION_SHELF.check(claim).verdict.status is expected(claim)


def test_mistakes_name_what_is_right() -> None:
    mistakes = [claim for claim in CLAIMS if isinstance(claim, Mistake)]
    assert mistakes and all(mistake.corrects in GENERALISATION_SHELF for mistake in mistakes)


# Definitions


def value(id: str, values: dict[Node, Fraction]) -> Fraction:
    """What a definition gives at a point."""
    claim = GENERALISATION_SHELF[id]
    assert isinstance(claim, Definition)
    return rational(claim.right, Point(values))  # type: ignore[arg-type]


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
    claim = GENERALISATION_SHELF[id]
    assert isinstance(claim, Definition)
    with digits():
        return float(ball(claim.right, Point(values)))  # type: ignore[arg-type]


def normal_prior() -> None:
    for weight, spread in product(NUMBERS, STRENGTHS[:2]):
        wanted = reference.normal_prior(float(weight), float(spread))
        assert density("normal-prior", {W: weight, tau: spread}) == pytest.approx(wanted, 1e-13)


def laplace_prior() -> None:
    for weight, spread in product(NUMBERS, STRENGTHS[:2]):
        wanted = reference.laplace_prior(float(weight), float(spread))
        assert density("laplace-prior", {W: weight, width: spread}) == pytest.approx(wanted, 1e-13)


WITNESSES: tuple[Callable[[], None], ...] = (
    ridge_loss,
    lasso_loss,
    soft_threshold,
    normal_prior,
    laplace_prior,
)


@pytest.mark.parametrize("witness", WITNESSES)
def test_definition_equals_its_witness(witness: Callable[[], None]) -> None:
    assert callable(getattr(reference, witness.__name__))
    witness()


def test_every_definition_has_a_witness() -> None:
    defined = [claim for claim in CLAIMS if isinstance(claim, (Definition, Optimizer))]
    names = {f"tests/reference/regularisation.py::{witness.__name__}" for witness in WITNESSES}
    assert {claim.witness for claim in defined} == names
