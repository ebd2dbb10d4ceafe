"""Links between pages in finished HTML: to claims and to sources."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from docs._site.bibliography import place_in, split_citation
from docs._site.book import Book


@dataclass(frozen=True)
class Link:
    """A text and where it leads."""

    text: str
    href: str


def href(book: Book, target: str) -> str:
    """The address of `page.md#anchor`, seen from the open page."""
    page, _, anchor = target.partition("#")
    if page == book.page_name:
        return f"#{anchor}"
    here = posixpath.dirname(book.page_name)
    path = posixpath.relpath(page.removesuffix(".md") + ".html", here or ".")
    return f"{path}#{anchor}" if anchor else path


def claim_link(book: Book, name: str, line: int) -> Link:
    """A link to where a claim is shown."""
    entry = book.entry(name, line)
    return Link(entry.name.to(book.language), href(book, book.target(name)))


def citation(book: Book, text: str, line: int) -> Link | None:
    """A link to a source: authors, year and place."""
    # A claim that is this book's own has no source
    if text in ("", "own"):
        return None
    key, place = split_citation(text)
    source = book.find("source", key, book.bibliography, line)
    where = f", {place_in(place, book.language)}" if place else ""
    return Link(source.short(book.language) + where, href(book, f"references.md#{key}"))
