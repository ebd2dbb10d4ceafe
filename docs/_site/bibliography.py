"""The sources: read from `references.bib`, shown in each language's manner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bibtexparser
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    NameParts,
    SeparateCoAuthors,
    SplitNameParts,
)

from docs._site.errors import SiteError
from nnmath.notation.text import Language, Text

OTHERS = "others"  # BibTeX's word for authors left out
AND = Text(ja="・", en=" and ")
ET_AL = Text(ja="ほか", en=" et al.")


@dataclass(frozen=True)
class Source:
    """One source.

    Args:
        key: Its name in `references.bib`.
        authors: Full names in order.
        families: Family names in order.
        title: Its title.
        year: When it appeared.
        where: Journal, publisher, pages: what finds it on a shelf.
        url: Where it can be read; empty if nowhere.
        language: The language that it is written in.
        reading: What it is sorted by.
    """

    key: str
    authors: tuple[str, ...]
    families: tuple[str, ...]
    title: str
    year: str
    where: tuple[str, ...]
    url: str
    language: str
    reading: str

    def short(self, language: Language) -> str:
        """Authors and year, as in running text: `Goodfellow et al. 2016`."""
        names = [name for name in self.families if name != OTHERS]
        if len(names) > 2 or len(names) < len(self.families):
            who = names[0] + ET_AL.to(language)
        else:
            who = AND.to(language).join(names)
        return f"{who} {self.year}"

    def people(self, language: Language) -> str:
        """All authors by their full names."""
        names = [name for name in self.authors if name != OTHERS]
        if len(names) < len(self.authors):
            return ", ".join(names) + ET_AL.to(language)
        if len(names) < 2:
            return "".join(names)
        return ", ".join(names[:-1]) + AND.to(language) + names[-1]


Bibliography = dict[str, Source]


@cache
def load_bibliography(path: Path) -> Bibliography:
    """Read the sources, sorted by first author and year.

    Raises:
        SiteError: The file is not BibTeX, or names a key twice.
    """
    steps = [LatexDecodingMiddleware(), SeparateCoAuthors(), SplitNameParts()]
    library = bibtexparser.parse_file(str(path), append_middleware=steps, encoding="utf-8")
    for block in library.failed_blocks:
        raise SiteError(f"{path.name}:{block.start_line + 1}: {block.error}")
    # Decoding LaTeX would turn the ~ of an address into a space
    plain = bibtexparser.parse_file(str(path), encoding="utf-8").entries_dict
    sources = [source_from(entry, address(plain[entry.key])) for entry in library.entries]
    sources.sort(key=lambda source: (source.reading.casefold(), source.year))
    return {source.key: source for source in sources}


def address(entry: bibtexparser.model.Entry) -> str:
    """Where the source can be read; empty if nowhere."""
    if doi := entry.get("doi"):
        return f"https://doi.org/{doi.value}"
    return str(found.value) if (found := entry.get("url")) else ""


def source_from(entry: bibtexparser.model.Entry, url: str) -> Source:
    """One entry of the file as a source."""
    fields = {name.lower(): field.value for name, field in entry.fields_dict.items()}
    people = fields.get("author") or fields.get("editor") or []
    families = tuple(" ".join([*person.von, *person.last]) for person in people)
    language = str(fields.get("language", "en"))
    return Source(
        key=entry.key,
        authors=tuple(full_name(person, language) for person in people),
        families=families,
        title=str(fields.get("title", entry.key)),
        year=str(fields.get("year", "")),
        where=shelf(fields),
        url=url,
        language=language,
        reading=str(fields.get("yomi") or " ".join(families)),
    )


def full_name(person: NameParts, language: str) -> str:
    """A person's name in the order of their language."""
    if language == "ja":
        return "".join([*person.last, *person.first])
    return " ".join([*person.first, *person.von, *person.last, *person.jr])


def shelf(fields: dict[str, object]) -> tuple[str, ...]:
    """Journal with volume, pages, publisher, ISBN: those of them that are given."""
    names = ("journal", "booktitle", "series", "publisher", "institution", "eprint")
    parts = [str(fields[name]) for name in names if fields.get(name)]
    if parts and fields.get("volume"):
        number = f"({fields['number']})" if fields.get("number") else ""
        parts[0] += f" {fields['volume']}{number}"
    if fields.get("pages"):
        parts.append(str(fields["pages"]).replace("--", "–"))
    if fields.get("isbn"):
        parts.append(f"ISBN {fields['isbn']}")
    return tuple(parts)


def split_citation(text: str) -> tuple[str, str]:
    """Split `goodfellow2016, section 4.3` into key and place.

    >>> split_citation("goodfellow2016, section 4.3")
    ('goodfellow2016', 'section 4.3')
    """
    key, _, place = text.partition(",")
    return key.strip(), place.strip()


PLACES = (
    (re.compile(r"^sections? (.+)$"), r"\1節"),
    (re.compile(r"^chapters? (.+)$"), r"第\1章"),
    (re.compile(r"^equations? (.+)$"), r"式\1"),
    (re.compile(r"^[Tt]heorem (.+)$"), r"定理\1"),
    (re.compile(r"^[Aa]lgorithm (.+)$"), r"アルゴリズム\1"),
    (re.compile(r"^pp?\. ?(.+)$"), r"\1ページ"),
)


def place_in(place: str, language: Language) -> str:
    """A place in a source, in the reader's language.

    >>> place_in("section 4.3", "ja")
    '4.3節'
    """
    if language == "en":
        return place
    for pattern, wording in PLACES:
        if pattern.match(place):
            return pattern.sub(wording, place)
    return place
