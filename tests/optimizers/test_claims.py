"""What is proved of the optimizers rests on sources that are listed."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from nnmath.theory import optimizer_topics
from tests.reference.adam_kin import adaptive_variance

BIBLIOGRAPHY = Path(__file__).resolve().parents[2] / "docs" / "references.bib"
CLAIMS = tuple(claim for topic in optimizer_topics.TOPICS for claim in topic.CLAIMS)


def test_the_variance_that_radam_uses_is_near_the_true_one() -> None:
    # RAdam's premise, observed: 1/√v̂ varies like √(ρ/χ²) with ρ degrees of freedom
    drawn = np.random.default_rng(0).chisquare(40, size=400_000)
    assert np.sqrt(40 / drawn).var() == pytest.approx(float(adaptive_variance(40)), rel=0.08)


def test_every_source_is_in_the_bibliography() -> None:
    keys = set(re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY.read_text(encoding="utf-8"), re.M))
    cited = {key for claim in CLAIMS for key in re.findall(r"\b[a-z]+\d{4}\b", claim.source)}
    assert cited and not cited - keys
    assert all(
        claim.source == "own" or re.match(r"[a-z]+\d{4}\b", claim.source) for claim in CLAIMS
    )
