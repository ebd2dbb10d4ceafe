"""Theorems that are only cited: each has a source that is spelled out, and instances tried here."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from docs._site.bibliography import load_bibliography, split_citation
from nnmath import catalog
from nnmath.notation.text import LANGUAGES, Language
from nnmath.proof.claims import Cited
from nnmath.proof.verdict import Status
from nnmath.publishing import fragments
from nnmath.theory import SHELF

CITED = [id for id, claim in SHELF.items() if isinstance(claim, Cited)]
SOURCES = load_bibliography(Path(__file__).parents[2] / "docs" / "references.bib")


@pytest.mark.parametrize("id", CITED)
def test_a_cited_theorem_says_where_it_stands(id: str) -> None:
    key, place = split_citation(SHELF[id].source)
    assert key in SOURCES and place


@pytest.mark.parametrize("id", CITED)
def test_a_cited_theorem_is_tried_on_instances(id: str) -> None:
    claim = SHELF[id]
    assert isinstance(claim, Cited)
    file, name = claim.instances.split("::")
    tests = import_module(file.removesuffix(".py").replace("/", "."))
    assert callable(getattr(tests, name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", CITED)
def test_its_words_stand_beside_its_badge(id: str, language: Language) -> None:
    claim = SHELF[id]
    assert isinstance(claim, Cited)
    shown = fragments.claim(catalog[id], language)
    assert (shown.badge.status, shown.badge.label) == ("cited", Status.CITED.label.to(language))
    conditions = r" ".join(shown.hypotheses)
    for each in claim.where:
        clauses = fragments.CLAUSE.findall(each.words.to(language))
        assert clauses and all(rf"\text{{{clause}}}" in conditions for clause in clauses)
        assert "".join(clauses) == each.words.to(language)
