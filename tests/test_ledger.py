"""Scores that are kept: read back as they were, and not where anything they hang on is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnmath.proof.mutation import Score
from nnmath.verdicts.cache import FRESH
from tests import ledger

SCORE = Score(killed=3, harmless=1, seconds=0.5)
LINES = ("one", "other")
ID = "sigmoid-derivative"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "FOLDER", tmp_path)
    for name in FRESH:
        monkeypatch.delenv(name, raising=False)


def test_a_score_is_read_back_for_the_same_claim_and_list_alone() -> None:
    assert ledger.recall(ID, LINES) is None
    ledger.keep(ID, LINES, SCORE)
    assert ledger.recall(ID, LINES) == SCORE
    assert ledger.recall(ID, LINES[:1]) is None
    assert ledger.recall("softmax-cross-entropy-gradient", LINES) is None


def test_nothing_is_read_where_all_is_to_be_tried_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.keep(ID, LINES, SCORE)
    monkeypatch.setenv(FRESH[0], "1")
    assert ledger.recall(ID, LINES) is None


def test_a_run_that_something_survived_is_not_kept() -> None:
    ledger.keep(ID, LINES, Score(killed=3, survived=("a sign",)))
    assert ledger.recall(ID, LINES) is None


def test_another_second_opinion_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.keep(ID, LINES, SCORE)
    monkeypatch.setattr(ledger, "_sources", lambda: "changed")
    assert ledger.recall(ID, LINES) is None
