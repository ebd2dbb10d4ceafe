"""Tests of kept verdicts, whoever edits a file meanwhile."""

from __future__ import annotations

import time

import pytest

from nnmath.verdicts import sources

HOUR = 3600 * sources.SECOND


@pytest.fixture(autouse=True)
def sources_are_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take what stands in the files for what runs."""
    monkeypatch.setattr(sources, "LOADED", time.time_ns() + HOUR)
