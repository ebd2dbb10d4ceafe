"""What the pages of one language can refer to, and the page that is open now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

from docs._site.bibliography import Bibliography, load_bibliography
from docs._site.errors import PageError, unknown
from docs._site.films import Film, find_film, scene_names
from docs._site.folders import DOCS, REFERENCES
from docs._site.places import DIRECTIVE, FENCE, Directive
from nnmath import catalog
from nnmath.notation.glossary import GLOSSARY, Term
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols import SYMBOLS
from nnmath.notation.text import Language
from nnmath.publishing.report import Row, report_parts

PROVING = "derivation"
SHOWING = ("formula", "mistake", PROVING)
# It quotes what other pages explain: no link to a claim leads there
FRONT_PAGE = "index.md"


@dataclass(frozen=True)
class Showing:
    """A place where a page shows a claim.

    Args:
        page: The page, seen from the folder of its language.
        anchor: The id of the block on it.
        proves: Whether the block holds the steps of the claim too.
    """

    page: str
    anchor: str
    proves: bool

    @property
    def target(self) -> str:
        """Where a link to it leads: `page.md#anchor`."""
        return f"{self.page}#{self.anchor}"


class Book:
    """Looks up ids for one language, and says where an unknown one is written.

    Args:
        language: The language of the pages.
        folder: Where they lie; `docs/<language>` unless told otherwise.
        page: The name for the page while none is open.
    """

    def __init__(self, language: Language, folder: Path | None = None, page: str = "page") -> None:
        self.language = language
        self.folder = folder or DOCS / language
        self.open_page(page)

    def open_page(self, path: str) -> None:
        """Start a page: nothing is on it yet."""
        self.page = path
        self.directives: list[Directive] = []
        self.anchors: dict[str, int] = {}

    def stop(self, line: int, problem: str) -> NoReturn:
        """End the build with the open page's path and the line."""
        raise PageError(self.page, line, problem)

    def find(self, kind: str, name: str, known: Mapping[str, Any], line: int) -> Any:
        """Return `known[name]`, or stop at the line that names it."""
        if name not in known:
            self.stop(line, unknown(kind, name, known))
        return known[name]

    def entry(self, name: str, line: int) -> Any:
        """The catalog's entry; a claim weaker than declared stops the build too."""
        try:
            return catalog[name]
        except catalog.UnknownEntry as error:
            self.stop(line, unknown("formula", name, catalog, error.suggestion))
        except catalog.Unverified as error:
            self.stop(line, str(error))

    def symbol(self, name: str, line: int) -> Symbol:
        """A symbol of the registry."""
        return self.find("symbol", name, SYMBOLS, line)

    def term(self, name: str, line: int) -> Term:
        """A term of the glossary."""
        return self.find("term", name, GLOSSARY, line)

    def film(self, name: str, line: int) -> Film:
        """A film, rendered or not."""
        if name not in (known := scene_names()):
            self.stop(line, unknown("scene", name, known))
        return find_film(name, self.language)

    def exercise(self, name: str, line: int) -> Any:
        """An exercise, whose answer the core has computed."""
        return self.find("exercise", name, catalog.exercises, line)

    @property
    def page_name(self) -> str:
        """The open page, seen from the folder of its language."""
        return self.page.removeprefix(f"{self.folder.parent.name}/{self.folder.name}/")

    @property
    def all_symbols(self) -> Iterable[Symbol]:
        """The whole registry."""
        return SYMBOLS.values()

    @property
    def roles(self) -> Iterable[Role]:
        """The roles that have a colour of their own."""
        return (role for role in Role if role is not Role.PLAIN)

    @property
    def terms(self) -> list[Term]:
        """The terms that have a definition, as the reader's dictionary sorts them."""
        defined = (term for term in GLOSSARY.values() if term.definition)
        return sorted(defined, key=lambda term: term.sort_key(self.language))

    def report(self, line: int) -> dict[str, tuple[Row, ...]]:
        """Every claim with its verdict, by the title of its part."""
        try:
            return report_parts(self.language)
        except catalog.Unverified as error:
            self.stop(line, str(error))

    @cached_property
    def bibliography(self) -> Bibliography:
        """The sources."""
        return load_bibliography(REFERENCES)

    @cached_property
    def showings(self) -> dict[str, list[Showing]]:
        """For each claim: the places where pages show it."""
        found: dict[str, list[Showing]] = {}
        for path in sorted(self.folder.rglob("*.md")):
            page = path.relative_to(self.folder).as_posix()
            if page == FRONT_PAGE:
                continue
            on_page = list(directives_of(path.read_text(encoding="utf-8-sig").splitlines()))
            for directive in on_page:
                if directive.name in SHOWING:
                    anchor = anchor_of(directive, on_page)
                    place = Showing(page, anchor, directive.name == PROVING)
                    found.setdefault(directive.argument, []).append(place)
        return found

    def target(self, name: str) -> str:
        """Where a link to a claim leads: to the open page, else to a statement, else to steps."""
        places = self.showings.get(name, [])
        nearest = sorted(places, key=lambda place: (place.page != self.page_name, place.proves))
        return nearest[0].target if nearest else f"verification.md#report-{name}"

    def proof(self, name: str) -> str:
        """Where the steps of a claim stand; where the claim does, if no page shows them."""
        steps = (place.target for place in self.showings.get(name, []) if place.proves)
        return next(steps, None) or self.target(name)

    def elsewhere(self, name: str, proves: bool) -> str | None:
        """Where another page proves a claim, or only states it; None if none does."""
        for place in self.showings.get(name, []):
            if place.page != self.page_name and place.proves is proves:
                return place.target
        return None

    def claim_anchor(self, anchor: str, line: int) -> None:
        """Give an id to one thing on the page; a second thing with it stops the build."""
        if anchor in self.anchors:
            first = self.anchors[anchor]
            self.stop(line, f"the id '{anchor}' is taken on this page already (line {first})")
        self.anchors[anchor] = line


def anchor_of(directive: Directive, on_page: Iterable[Directive]) -> str:
    """The id that a claim's block has: its own, or X-derivation beside a formula of that id."""
    if directive.name == PROVING and any(
        other.name in ("formula", "mistake") and other.argument == directive.argument
        for other in on_page
    ):
        return f"{directive.argument}-derivation"
    return directive.argument


def directives_of(lines: Iterable[str]) -> Iterable[Directive]:
    """The directives of a page in order, outside of code."""
    fence = ""
    for number, line in enumerate(lines, 1):
        found = FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = ""
        elif found:
            fence = found[1]
        elif (match := DIRECTIVE.match(line)) is not None:
            yield Directive(match[2], (match[3] or "").strip(), number, len(match[1]))
