"""References within a line: `{term:learning-rate}`, `{symbol:weight}`, `{value:worked-step}`, …"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import TypeAlias

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from docs._site.bibliography import place_in, split_citation
from docs._site.book import Book
from docs._site.places import BAR, CLOSE, OPEN, unmark
from docs._site.templates import inline_maths
from nnmath import catalog
from nnmath.publishing import fragments, widgets
from nnmath.publishing.symbol_tables import symbol_row

Shown: TypeAlias = "etree.Element | str"


def link(target: str, text: str, style: str, title: str = "") -> etree.Element:
    """A link to `page.md#anchor`; Markdown's host turns the page into an address."""
    element = etree.Element("a", {"href": target, "class": style})
    element.text = text
    if title:
        element.set("title", title)
    return element


def term(book: Book, name: str, shown: str, line: int) -> Shown:
    """A term of the glossary with its meaning at hand."""
    found = book.term(name, line)
    meaning = found.definition.to(book.language) if found.definition else ""
    text = shown or found.name.to(book.language)
    return link(f"glossary.md#{found.id}", text, "nn-term-link", meaning)


def symbol(book: Book, name: str, shown: str, line: int) -> Shown:
    """A symbol in its colour."""
    found = book.symbol(name, line)
    return inline_maths(symbol_row(found, book.language).latex)


def formula(book: Book, name: str, shown: str, line: int) -> Shown:
    """A claim's statement."""
    return inline_maths(fragments.shown(book.entry(name, line), book.language))


def value(book: Book, name: str, shown: str, line: int) -> Shown:
    """What a worked example comes to."""
    try:
        last = fragments.last_member(book.entry(name, line), book.language)
    except ValueError as error:
        book.stop(line, str(error))
    return inline_maths(last)


def given(book: Book, name: str, shown: str, line: int) -> Shown:
    """What a claim assumes, or the numbers of a question."""
    if name in catalog.exercises:
        return inline_maths(widgets.given_numbers(catalog.exercises[name], book.language))
    found = fragments.hypotheses(book.entry(name, line), book.language)
    if not found:
        book.stop(line, f"'{name}' has no hypotheses")
    return inline_maths(r",\ ".join(found))


def cite(book: Book, name: str, shown: str, line: int) -> Shown:
    """A source, by authors, year and place."""
    key, place = split_citation(name)
    source = book.find("source", key, book.bibliography, line)
    where = f", {place_in(place, book.language)}" if place else ""
    text = shown or source.short(book.language) + where
    return link(f"references.md#{key}", text, "nn-cite", source.title)


def verdict(book: Book, name: str, shown: str, line: int) -> Shown:
    """A small badge that leads to the claim."""
    entry = book.entry(name, line)
    badge = fragments.badge(entry.verdict, book.language)
    element = link(book.target(name), badge.label, f"nn-badge nn-{badge.status}")
    element.set("title", entry.name.to(book.language))
    return element


KINDS: dict[str, Callable[[Book, str, str, int], Shown]] = {
    "term": term,
    "symbol": symbol,
    "formula": formula,
    "value": value,
    "given": given,
    "cite": cite,
    "verdict": verdict,
}


class Reference(InlineProcessor):
    """Puts what a reference names in its place."""

    def __init__(self, md: Markdown, book: Book) -> None:
        super().__init__(f"{OPEN}([a-z]+):([^{CLOSE}]*){CLOSE}", md)
        self.book = book

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Shown, int, int]:
        name, _, shown = m[2].partition(BAR)
        line = unmark(m[2]).line
        made = KINDS[m[1]](self.book, unmark(name).text, unmark(shown).text, line)
        if not isinstance(made, etree.Element):
            made = self.md.htmlStash.store(str(made))
        return made, m.start(0), m.end(0)
