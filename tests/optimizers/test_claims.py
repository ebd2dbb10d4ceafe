"""What is proved of the optimizers: every claim stands, and rests on sources that are listed."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from nnmath.notation.symbols.optimizer_claims import LENGTH
from nnmath.proof.claims import Definition, Mistake, Optimizer
from nnmath.proof.library import expected
from nnmath.proof.nodes import Variable
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.theory.optimizer_topics import CLAIMS, OPTIMIZER_SHELF
from tests.reference.adam_kin import adaptive_variance

BIBLIOGRAPHY = Path(__file__).resolve().parents[2] / "docs" / "references.bib"
# The boxes themselves: test_boxes.py
PROVED = [claim.id for claim in CLAIMS if not isinstance(claim, Optimizer)]


@pytest.mark.parametrize("id", PROVED)
def test_claim_stands(id: str) -> None:
    claim = OPTIMIZER_SHELF[id]
    assert OPTIMIZER_SHELF.check(claim).verdict.status is expected(claim)


def test_the_variance_that_radam_uses_is_its_witness_and_near_the_true_one() -> None:
    claim = OPTIMIZER_SHELF["adaptive-variance"]
    assert isinstance(claim, Definition)
    for number in (Fraction(9, 2), Fraction(30), Fraction(1999), Fraction(3)):
        ours = rational(claim.right, Point({Variable(LENGTH): number}))
        assert ours == adaptive_variance(number)
    # RAdam's premise, observed: 1/√v̂ varies like √(ρ/χ²) with ρ degrees of freedom
    drawn = np.random.default_rng(0).chisquare(40, size=400_000)
    assert np.sqrt(40 / drawn).var() == pytest.approx(float(adaptive_variance(40)), rel=0.08)


def test_mistakes_name_what_is_right() -> None:
    mistakes = [claim for claim in CLAIMS if isinstance(claim, Mistake)]
    assert mistakes and all(mistake.corrects in OPTIMIZER_SHELF for mistake in mistakes)


def test_every_source_is_in_the_bibliography() -> None:
    keys = set(re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY.read_text(encoding="utf-8"), re.M))
    cited = {key for claim in CLAIMS for key in re.findall(r"\b[a-z]+\d{4}\b", claim.source)}
    assert cited and not cited - keys
    assert all(
        claim.source == "own" or re.match(r"[a-z]+\d{4}\b", claim.source) for claim in CLAIMS
    )
