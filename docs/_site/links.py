"""Links between pages in finished HTML: to claims and to sources."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from docs._site.bibliography import place_in, split_citation
from docs._site.book import Book
from nnmath.publishing.fragments import word


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


def proof_link(book: Book, name: str, line: int) -> Link:
    """A link to the steps of a claim."""
    entry = book.entry(name, line)
    return Link(entry.name.to(book.language), href(book, book.proof(name)))


def counterpart(book: Book, name: str, proves: bool) -> Link | None:
    """From a statement to its proof on another page, or back from the proof; None without one."""
    target = book.elsewhere(name, proves=not proves)
    if target is None:
        return None
    return Link(word("statement" if proves else "proof", book.language), href(book, target))


def citation(book: Book, text: str, line: int) -> Link | None:
    """A link to a source: authors, year and place."""
    # A claim that is this book's own has no source
    if text in ("", "own"):
        return None
    key, place = split_citation(text)
    source = book.find("source", key, book.bibliography, line)
    where = f", {place_in(place, book.language)}" if place else ""
    return Link(source.short(book.language) + where, href(book, f"references.md#{key}"))
