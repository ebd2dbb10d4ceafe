"""The glossary: one word for one thing, in both languages."""

from __future__ import annotations

import doctest
import re
from collections import Counter
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from nnmath.notation import glossary
from nnmath.notation.glossary import GLOSSARY, parse

HEADER = "id\ten\tja\treading\tavoid_ja\taliases_ja\tdefinition_en\tdefinition_ja"
PAGES = sorted((Path(__file__).parent.parent / "docs").glob("[a-z][a-z]/**/*.md"))


def test_examples_in_docstrings() -> None:
    assert doctest.testmod(glossary).failed == 0


def test_ids_are_kebab_case() -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in GLOSSARY)
    assert all(term.id == id for id, term in GLOSSARY.items())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_word_names_two_things(language: str) -> None:
    names = Counter(getattr(term.name, language) for term in GLOSSARY.values())
    assert [name for name, count in names.items() if count > 1] == []


def test_kanji_have_a_reading_in_kana() -> None:
    for term in GLOSSARY.values():
        if re.search(r"[一-鿿]", term.name.ja):
            assert re.fullmatch(r"[ぁ-ゖァ-ヺー0-9A-Za-z-]+", term.reading), term.id


def test_no_term_is_a_word_to_avoid() -> None:
    avoided = {word for term in GLOSSARY.values() for word in term.avoid_ja}
    assert avoided.isdisjoint(term.name.ja for term in GLOSSARY.values())


def test_definitions_are_plain_sentences() -> None:
    for term in GLOSSARY.values():
        if term.definition is not None:
            assert term.definition.ja.endswith("。"), term.id
            assert term.definition.en.endswith("."), term.id
            assert not re.search(r"[$\\{}=]", term.definition.ja + term.definition.en), term.id


def test_terms_that_pages_link_to_are_defined() -> None:
    linked = {
        (page, id)
        for page in PAGES
        for id in re.findall(r"\{term:([^}|]+)", page.read_text(encoding="utf-8"))
    }
    assert linked, "no page links to the glossary"
    undefined = [
        f"{page}: {id}"
        for page, id in sorted(linked)
        if id not in GLOSSARY or GLOSSARY[id].definition is None
    ]
    assert undefined == []


def test_a_term_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        GLOSSARY["gradient"].id = "slope"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("weight\tweight\t重み", r"glossary.tsv:3: expected 8 cells"),
        ("bias\tbias\tバイアス\t\t\t\t\t\textra", r"glossary.tsv:3: expected 8 cells"),
        ("gradient\tgradient\t勾配\t\t\t\t\t", r"glossary.tsv:3: the id 'gradient' is taken"),
        ("bias\tbias\t\t\t\t\t\t", r"glossary.tsv:3: .*'ja' is blank"),
        ("bias\tbias\tバイアス\t\t\t\tA number.\t", r"glossary.tsv:3: .*'ja' is blank"),
    ],
)
def test_a_bad_line_is_named(line: str, complaint: str) -> None:
    good = "gradient\tgradient\t勾配\tこうばい\t\t\t\t"
    assert list(parse([HEADER, good])) == ["gradient"]
    with pytest.raises(ValueError, match=complaint):
        parse([HEADER, good, line])
