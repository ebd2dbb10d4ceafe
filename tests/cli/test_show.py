"""`nnmath show`: each entry in each spelling and language."""

from __future__ import annotations

from pathlib import Path

import pytest

import nnmath
from nnmath import printing
from nnmath.notation.text import LANGUAGES
from tests.cli.running import Run, refused
from tests.grouping import EACH


def test_an_entry_in_each_spelling(run: Run) -> None:
    entry = nnmath.catalog["gradient-descent-factor"]
    for spelling, text in {
        "latex": entry.latex,
        "typst": entry.typst,
        "numpy": entry.numpy,
        "javascript": entry.javascript,
    }.items():
        assert run("show", entry.id, "--as", spelling) == (0, text.rstrip() + "\n", "")


@pytest.mark.parametrize("id", EACH)
def test_each_entry_is_shown(run: Run, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Proving each of them again a thousand times would take longer than all the rest
    monkeypatch.setattr(nnmath.catalog, "remember", lambda: None)
    entry = nnmath.catalog[id]
    for language in LANGUAGES:
        code, output, complaint = run("show", id, "--lang", language)
        assert (code, complaint) == (0, "")
        assert entry.name.to(language) in output and entry.verdict.status.name in output
        assert all(printing.plain(hypothesis) in output for hypothesis in entry.hypotheses)
        assert all(condition.words.to(language) in output for condition in entry.where)
        if entry.steps:
            steps = run("show", id, "--lang", language, "--as", "steps")[1]
            assert all(s.because.to(language) in steps for s in entry.steps if s.because)
            assert "UNDECIDED" not in steps


def test_what_cannot_be_shown(run: Run, tmp_path: Path) -> None:
    line = refused(run("show", "mistake-sing"), tmp_path)
    assert line == "nnmath: unknown formula 'mistake-sing' (did you mean 'mistake-sign'?)"
    refused(run("show", "gradient-descent-converges", "--as", "numpy"), tmp_path)
    refused(run("show", "quadratic-loss", "--as", "steps"), tmp_path)
    refused(run("show", "quadratic-loss", "--as", "word"), tmp_path)
    refused(run("show", "quadratic-loss", "--lang", "fr"), tmp_path)
