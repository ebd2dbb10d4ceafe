"""Both languages tell the same book: same pages, same headings, same claims, same links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

from docs._site.book import directives_of
from docs._site.folders import DOCS
from docs._site.places import CODE_SPAN, FENCE, REFERENCE
from nnmath.notation.glossary import GLOSSARY

HEADING = re.compile(r"^(#{1,6}) (.*?)(?:\s*\{[^{}]*#([\w-]+)[^{}]*\})?\s*$")
LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)\s]+)[^)]*\)")
CITE = re.compile(r"\{cite:([^},]+)")
MATHS = re.compile(
    r"\$[^$\n]+\$"  # TeX between dollar signs
    r"|\\[(\[]|\\[a-zA-Z]{2,}"  # TeX commands
    r"|[²³⁴ⁿ₀₁₂₃ᵢⱼₜ√∂∇∑∏∫≤≥≠≈⇔⇒∀∃∈]|<su[bp]>"  # maths in Unicode or HTML
    r"|(?<![\w-])[A-Za-zα-ω]\s*[=<>+^]\s*[\dA-Za-zα-ω]"  # x = 2, a+b
)


@dataclass(frozen=True)
class Spot:
    """Something on a page and its line."""

    what: str
    line: int


class Source:
    """A Markdown file, read once."""

    def __init__(self, path: Path, docs: Path) -> None:
        self.name = f"docs/{path.relative_to(docs).as_posix()}"
        self.lines = path.read_text(encoding="utf-8").splitlines()

    @property
    def prose(self) -> Iterator[tuple[int, str]]:
        """The lines outside of code and of the front matter, without code spans."""
        fence, start = "", 0
        if self.lines and self.lines[0] == "---":
            start = self.lines.index("---", 1) + 1
        for number, line in enumerate(self.lines[start:], start + 1):
            found = FENCE.match(line)
            if fence:
                if found and found[1].startswith(fence) and not found[2].strip():
                    fence = ""
            elif found:
                fence = found[1]
            else:
                yield number, CODE_SPAN.sub("", line)

    @property
    def headings(self) -> list[Spot]:
        """Each heading as its level and id; the id is empty where it has none."""
        found = ((number, HEADING.match(line)) for number, line in self.prose)
        return [Spot(f"{m[1]} #{m[3] or ''}", number) for number, m in found if m]

    @property
    def directives(self) -> list[Spot]:
        """Each directive with the heading that it stands under, in order."""
        under = [Spot("", 0), *self.headings]
        return [
            Spot(
                f"{d.name} {d.argument} ({[h.what for h in under if h.line < d.line][-1]})", d.line
            )
            for d in directives_of(self.lines)
        ]

    @property
    def links(self) -> list[Spot]:
        """The targets of links and citations."""
        return [
            Spot(target, number)
            for number, line in self.prose
            for pattern in (LINK, CITE)
            for target in pattern.findall(line)
        ]


def pairs(docs: Path) -> list[tuple[Source, Source]]:
    """Each page with its twin, as far as it has one."""
    pages = {path.relative_to(docs / "ja") for path in (docs / "ja").rglob("*.md")}
    twins = {path.relative_to(docs / "en") for path in (docs / "en").rglob("*.md")}
    return [
        (Source(docs / "ja" / path, docs), Source(docs / "en" / path, docs))
        for path in sorted(pages & twins)
    ]


def missing_twins(docs: Path) -> list[str]:
    """A page that one language alone has."""
    problems = []
    for here, there in (("ja", "en"), ("en", "ja")):
        for path in sorted((docs / here).rglob("*.md")):
            name = path.relative_to(docs / here).as_posix()
            if not (docs / there / name).exists():
                problems.append(f"docs/{here}/{name} has no twin docs/{there}/{name}")
    return problems


def different_order(docs: Path, part: str) -> list[str]:
    """Where two languages' headings or directives first part ways."""
    problems = []
    for japanese, english in pairs(docs):
        for one, other in zip_longest(getattr(japanese, part), getattr(english, part)):
            if one is None or other is None or one.what != other.what:
                left = f"{japanese.name}:{one.line} {one.what}" if one else f"{japanese.name}: end"
                right = f"{english.name}:{other.line} {other.what}" if other else english.name
                problems.append(f"{left} ≠ {right if other else right + ': end'}")
                break
    return problems


def different_headings(docs: Path) -> list[str]:
    """Headings whose level or id differs."""
    return different_order(docs, "headings")


def different_directives(docs: Path) -> list[str]:
    """Directives that differ in name, id or place."""
    return different_order(docs, "directives")


def different_links(docs: Path) -> list[str]:
    """Links and citations that one language alone has, whatever their order."""
    problems = []
    for japanese, english in pairs(docs):
        for here, there in ((japanese, english), (english, japanese)):
            left = Counter(spot.what for spot in here.links)
            left -= Counter(spot.what for spot in there.links)
            for target in left:
                line = next(spot.line for spot in here.links if spot.what == target)
                problems.append(f"{here.name}:{line} links to {target}, {there.name} does not")
    return problems


def headings_without_id(docs: Path) -> list[str]:
    """Headings whose anchor would depend on their wording."""
    return [
        f"{page.name}:{spot.line} heading without an id (its twin: {twin.name})"
        for pair in pairs(docs)
        for page, twin in (pair, pair[::-1])
        for spot in page.headings
        if spot.what.endswith("#")
    ]


def avoided_words(docs: Path) -> list[str]:
    """Japanese words for which the glossary has a better one."""
    return [
        f"{page.name}:{number} says {word}, the glossary says {term.name.ja} ({twin.name})"
        for page, twin in pairs(docs)
        for number, line in page.prose
        for term in GLOSSARY.values()
        for word in term.avoid_ja
        if word in line.replace(term.name.ja, "")
    ]


def maths_by_hand(docs: Path) -> list[str]:
    """Maths that no verifier has seen."""
    return [
        f"{page.name}:{number} maths typed by hand: {found.group()} ({twin.name})"
        for pair in pairs(docs)
        for page, twin in (pair, pair[::-1])
        for number, line in page.prose
        for found in MATHS.finditer(LINK.sub("", REFERENCE.sub("", line)))
    ]


CHECKS: tuple[Callable[[Path], list[str]], ...] = (
    missing_twins,
    different_headings,
    different_directives,
    different_links,
    headings_without_id,
    avoided_words,
    maths_by_hand,
)


@pytest.mark.parametrize("check", CHECKS)
def test_the_book(check: Callable[[Path], list[str]]) -> None:
    assert not check(DOCS)


def test_there_are_pages() -> None:
    assert len(pairs(DOCS)) >= 6


GOOD_JA = """---
title: 表
---

# 題 { #title }

重みは[次](b.md)にあります {cite:goodfellow2016, section 4.3}。

/// formula | x
///

```text
$x = 2$ と /// formula | y はコードの中
```
"""
GOOD_EN = GOOD_JA.replace("題 {", "Title {").replace("重みは", "The weight ")

BAD = {
    missing_twins: (
        ("c.md", "# 題 { #c }\n", None),
        ["docs/ja/c.md has no twin docs/en/c.md"],
    ),
    different_headings: (
        ("a.md", None, GOOD_EN.replace("#title", "#name")),
        ["docs/ja/a.md:5 # #title ≠ docs/en/a.md:5 # #name"],
    ),
    different_directives: (
        ("a.md", None, GOOD_EN + "\n/// formula | y\n///\n"),
        ["docs/ja/a.md: end ≠ docs/en/a.md:16 formula y (# #title)"],
    ),
    different_links: (
        ("a.md", GOOD_JA.replace("b.md", "d.md"), None),
        [
            "docs/ja/a.md:7 links to d.md, docs/en/a.md does not",
            "docs/en/a.md:7 links to b.md, docs/ja/a.md does not",
        ],
    ),
    headings_without_id: (
        ("a.md", GOOD_JA + "\n## 見出し\n", None),
        ["docs/ja/a.md:16 heading without an id (its twin: docs/en/a.md)"],
    ),
    avoided_words: (
        ("a.md", GOOD_JA.replace("重み", "ウェイト"), None),
        ["docs/ja/a.md:7 says ウェイト, the glossary says 重み (docs/en/a.md)"],
    ),
    maths_by_hand: (
        ("a.md", None, GOOD_EN.replace("The weight", "With $W^2$")),
        ["docs/en/a.md:7 maths typed by hand: $W^2$ (docs/ja/a.md)"],
    ),
}


def make_tree(docs: Path) -> Path:
    """A small book in which nothing is wrong."""
    for language, text in (("ja", GOOD_JA), ("en", GOOD_EN)):
        (docs / language).mkdir(parents=True)
        (docs / language / "a.md").write_text(text, encoding="utf-8")
    return docs


@pytest.mark.parametrize("check", CHECKS)
def test_nothing_is_found_where_nothing_is_wrong(check: Callable, tmp_path: Path) -> None:
    assert check(make_tree(tmp_path / "docs")) == []


@pytest.mark.parametrize("check", CHECKS)
def test_each_fault_is_found(check: Callable[[Path], list[str]], tmp_path: Path) -> None:
    docs = make_tree(tmp_path / "docs")
    (name, japanese, english), expected = BAD[check]
    for language, text in (("ja", japanese), ("en", english)):
        if text is not None:
            (docs / language / name).write_text(text, encoding="utf-8")
    assert check(docs) == expected


@pytest.mark.parametrize(
    "text", ["W² + 4", "x = 2", r"\(a\)", r"\frac", "a<sub>1</sub>", "0 ≤ b", "η < 1", "W^2"]
)
def test_maths_by_hand_has_many_spellings(text: str) -> None:
    assert MATHS.search(text)
