"""The glossary: each term of the field once, in both languages, with the words to avoid."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from nnmath.notation.text import Language, Text

# Katakana and hiragana stand in the same order in Unicode, a fixed distance apart
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True)
class Term:
    """A term of the field.

    Args:
        id: Plain kebab-case name, unique in the glossary.
        name: The term itself.
        reading: Its reading in kana; "" where the Japanese term is all kana or Latin letters.
        avoid_ja: Japanese words for the same thing that this book does not use.
        aliases_ja: Japanese words for the same thing that readers meet elsewhere.
        definition: What it means, in a sentence or two without formulas; None until a page
            uses the term.
    """

    id: str
    name: Text
    reading: str = ""
    avoid_ja: tuple[str, ...] = ()
    aliases_ja: tuple[str, ...] = ()
    definition: Text | None = None

    def sort_key(self, language: Language) -> str:
        """Return what a dictionary of that language sorts the term by.

        >>> GLOSSARY["gradient"].sort_key("ja")
        'こうばい'
        >>> GLOSSARY["parameter"].sort_key("ja")
        'ぱらめーた'
        """
        if language == "en":
            return self.name.en.casefold()
        return (self.reading or self.name.ja).casefold().translate(_KATAKANA_TO_HIRAGANA)


def parse(lines: Iterable[str]) -> dict[str, Term]:
    """Read terms from tab-separated lines, the first of which names the columns.

    Args:
        lines: Lines with the columns id, en, ja, reading, avoid_ja, aliases_ja,
            definition_en and definition_ja; the lists are separated by commas.

    Returns:
        The terms by id, in the order of the lines.

    Raises:
        ValueError: A line lacks a cell, repeats an id, or defines in one language only.
    """
    terms: dict[str, Term] = {}
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            width = len(reader.fieldnames or ())
            raise ValueError(f"glossary.tsv:{number}: expected {width} cells")
        if row["id"] in terms:
            raise ValueError(f"glossary.tsv:{number}: the id {row['id']!r} is taken")
        try:
            terms[row["id"]] = _term(row)
        except ValueError as error:
            raise ValueError(f"glossary.tsv:{number}: {error}") from None
    return terms


def _term(row: Mapping[str, str]) -> Term:
    english, japanese = row["definition_en"], row["definition_ja"]
    return Term(
        id=row["id"],
        name=Text(ja=row["ja"], en=row["en"]),
        reading=row["reading"],
        avoid_ja=_words(row["avoid_ja"]),
        aliases_ja=_words(row["aliases_ja"]),
        definition=Text(ja=japanese, en=english) if english or japanese else None,
    )


def _words(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(",")) if cell else ()


def _load() -> Mapping[str, Term]:
    table = files("nnmath.notation").joinpath("glossary.tsv").read_text(encoding="utf-8")
    return MappingProxyType(parse(table.splitlines()))


GLOSSARY: Mapping[str, Term] = _load()
