"""What is proved of the optimizers: every claim stands, and rests on sources that are listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nnmath.proof.claims import Mistake, Optimizer
from nnmath.proof.library import expected
from nnmath.theory.optimizer_topics import CLAIMS, OPTIMIZER_SHELF

BIBLIOGRAPHY = Path(__file__).resolve().parents[2] / "docs" / "references.bib"
# The boxes themselves: test_boxes.py
PROVED = [claim.id for claim in CLAIMS if not isinstance(claim, Optimizer)]


@pytest.mark.parametrize("id", PROVED)
def test_claim_stands(id: str) -> None:
    claim = OPTIMIZER_SHELF[id]
    assert OPTIMIZER_SHELF.check(claim).verdict.status is expected(claim)


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
