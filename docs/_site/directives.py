"""The directives of a page: `/// formula | ID` and its kin."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from pymdownx.blocks.block import Block

from docs._site.book import PROVING, Book, anchor_of
from docs._site.links import Link, citation, claim_link, counterpart
from docs._site.places import Directive, unmark
from docs._site.templates import fill
from nnmath.catalog import NoCode
from nnmath.publishing import fragments
from nnmath.publishing.mutation_scores import all_scores, score_rows
from nnmath.publishing.report import Row, tally
from nnmath.publishing.symbol_tables import SymbolRow, symbol_row, symbol_rows


class BookBlock(Block):
    """A directive that knows its line, the book and how to put finished HTML on the page."""

    ARGUMENT = None
    MARKED: ClassVar[bool] = True
    NEEDS_NAME: ClassVar[bool] = True
    TAG: ClassVar[str] = "div"
    STYLE: ClassVar[str] = ""

    @property
    def book(self) -> Book:
        """What the page can refer to."""
        return self.config["book"]

    def on_validate(self, parent: etree.Element) -> bool:
        found = unmark(self.argument or "")
        self.name, self.line = found.text, found.line
        if self.NEEDS_NAME and not self.name:
            self.book.stop(self.line, f"directive '{self.NAME}' needs an id: /// {self.NAME} | ID")
        if not self.NEEDS_NAME and self.name:
            self.book.stop(self.line, f"directive '{self.NAME}' takes no id")
        return True

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, self.TAG, {"class": f"nn-block {self.STYLE}".strip()})
        self.show(element)
        return element

    def show(self, element: etree.Element) -> None:
        """Put the directive's own part on the page, before the author's."""

    def anchor(self, element: etree.Element, anchor: str) -> None:
        """Give the block its id; one id stands once on a page."""
        self.book.claim_anchor(anchor, self.line)
        element.set("id", anchor)

    def fill(self, template: str, **values: Any) -> str:
        """Fill a template into a placeholder that Markdown leaves alone."""
        html = fill(template, self.book.language, **values)
        return self.md.htmlStash.store(html)

    def claim_values(self, entry: Any) -> dict[str, Any]:
        """What every template around a claim needs."""
        return {
            "cite": citation(self.book, entry.source, self.line),
            "uses": [claim_link(self.book, used, self.line) for used in entry.uses],
        }


class Formula(BookBlock):
    """A claim with its badge, its hypotheses and its domain."""

    NAME, STYLE = "formula", "nn-claim"

    def show(self, element: etree.Element) -> None:
        entry = self.book.entry(self.name, self.line)
        if entry.kind == "mistake":
            self.book.stop(self.line, f"'{self.name}' is a mistake: show it with /// mistake")
        self.anchor(element, entry.id)
        claim = fragments.claim(entry, self.book.language)
        other = counterpart(self.book, entry.id, proves=False)
        element.text = self.fill("formula", claim=claim, other=other, **self.claim_values(entry))


class Derivation(BookBlock):
    """The steps of a derivation or the argument of a theorem, each with its own verdict."""

    NAME, STYLE = "derivation", "nn-derivation"

    def show(self, element: etree.Element) -> None:
        entry = self.book.entry(self.name, self.line)
        if not entry.steps:
            self.book.stop(self.line, f"'{self.name}' has no steps: show it with /// formula")
        here = Directive(self.NAME, self.name, self.line, self.length)
        anchor = anchor_of(here, self.book.directives)
        self.anchor(element, anchor)
        element.text = self.fill(
            "derivation",
            claim=fragments.claim(entry, self.book.language),
            lines=fragments.lines(entry, self.book.language),
            alone=anchor == entry.id,
            anchor=anchor,
            other=counterpart(self.book, entry.id, proves=True),
            **self.claim_values(entry),
        )


class Mistake(BookBlock):
    """A wrong claim with the counterexample that the verifier found."""

    NAME, STYLE = "mistake", "nn-mistake"

    def show(self, element: etree.Element) -> None:
        entry = self.book.entry(self.name, self.line)
        if entry.kind != "mistake":
            self.book.stop(self.line, f"'{self.name}' is no mistake: show it with /// formula")
        self.anchor(element, entry.id)
        found = fragments.refutation(entry, self.book.language)
        right = claim_link(self.book, found.corrects, self.line) if found.corrects else None
        element.text = self.fill("mistake", mistake=found, right=right, **self.claim_values(entry))
        self.prose = etree.SubElement(element, "div", {"class": "nn-prose"})

    def on_add(self, block: etree.Element) -> etree.Element:
        return self.prose


class Scene(BookBlock):
    """A film: nothing is fetched before the reader plays it, and nothing moves when it comes."""

    NAME, STYLE = "scene", "nn-scene"

    def show(self, element: etree.Element) -> None:
        film = self.book.film(self.name, self.line)
        self.anchor(element, f"scene-{self.name}")
        element.text = self.fill("scene", film=film)


class Code(BookBlock):
    """The NumPy listing of a claim, and beside it the JavaScript."""

    NAME, STYLE = "code", "nn-code"

    def show(self, element: etree.Element) -> None:
        entry = self.book.entry(self.name, self.line)
        highlight = self.config["highlight"]
        anchor = f"code-{entry.id}"
        self.anchor(element, anchor)
        try:
            sources = {"NumPy": (entry.numpy, "python"), "JavaScript": (entry.javascript, "js")}
        except NoCode as error:
            self.book.stop(self.line, str(error))
        listings = [(name, highlight(*source)) for name, source in sources.items()]
        element.text = self.fill("code", anchor=anchor, listings=listings)


class Symbols(BookBlock):
    """The symbols of some claims as a table; `all` stands for the whole registry."""

    NAME, STYLE = "symbols", "nn-symbols"

    def show(self, element: etree.Element) -> None:
        names = self.name.replace(",", " ").split()
        found = {row.id: row for name in names for row in self.rows(name)}
        element.text = self.fill("symbols", rows=found.values())

    def rows(self, name: str) -> Iterable[SymbolRow]:
        """The symbols of one claim, or all."""
        language = self.book.language
        if name == "all":
            return (symbol_row(symbol, language) for symbol in self.book.all_symbols)
        return symbol_rows(self.book.entry(name, self.line), language)


class Roles(BookBlock):
    """The legend of the colours."""

    NAME, STYLE, NEEDS_NAME = "roles", "nn-roles", False

    def show(self, element: etree.Element) -> None:
        element.text = self.fill("roles", roles=self.book.roles)


class Report(BookBlock):
    """Every claim of the catalog with its verdict."""

    NAME, STYLE, NEEDS_NAME = "report", "nn-report", False

    def show(self, element: etree.Element) -> None:
        parts = self.book.report(self.line)
        element.text = self.fill(
            "report",
            parts=[(title, tally(rows), self.linked(rows)) for title, rows in parts.items()],
            shown=self.book.showings,
            tally=tally(row for rows in parts.values() for row in rows),
        )

    def linked(self, rows: Iterable[Row]) -> list[tuple[Row, Link]]:
        """Each row with the way to where its claim stands."""
        return [(row, claim_link(self.book, row.claim.id, self.line)) for row in rows]


class Mutants(BookBlock):
    """How the verifier did against mutants, part by part of the book."""

    NAME, STYLE, NEEDS_NAME = "mutants", "nn-mutants", False

    def show(self, element: etree.Element) -> None:
        rows = score_rows(self.book.language)
        whole = all_scores(rows, fragments.word("sum", self.book.language))
        element.text = self.fill("mutants", rows=rows, whole=whole)


class Proofs(BookBlock):
    """What is proved on the page, and what each proof rests on."""

    NAME, STYLE, NEEDS_NAME = "proofs", "nn-proofs", False

    def show(self, element: etree.Element) -> None:
        lines = {d.argument: d.line for d in self.book.directives if d.name == PROVING}
        rows = [
            (claim_link(self.book, name, line), list(self.grounds(name, lines)))
            for name, line in lines.items()
        ]
        element.text = self.fill("proofs", rows=rows)

    def grounds(self, name: str, lines: Mapping[str, int]) -> Iterator[Link]:
        """What a proof cites and is proved itself; on this page, not before it is proved."""
        line = lines[name]
        for used in self.book.entry(name, line).uses:
            if lines.get(used, 0) > line:
                self.book.stop(line, f"'{name}' rests on '{used}', which is proved further down")
            if self.book.entry(used, line).steps:
                yield claim_link(self.book, used, line)


class References(BookBlock):
    """All sources."""

    NAME, STYLE, NEEDS_NAME = "references", "nn-references", False

    def show(self, element: etree.Element) -> None:
        for source in self.book.bibliography.values():
            self.book.claim_anchor(source.key, self.line)
            place = etree.SubElement(element, "div", {"id": source.key, "class": "nn-reference"})
            place.text = self.fill("reference", source=source)


class Glossary(BookBlock):
    """All terms that have a definition, in the order of the reader's dictionary."""

    NAME, STYLE, NEEDS_NAME = "glossary", "nn-glossary", False

    def show(self, element: etree.Element) -> None:
        for term in self.book.terms:
            self.book.claim_anchor(term.id, self.line)
            place = etree.SubElement(element, "div", {"class": "nn-term"})
            # A heading, so that search finds each term by its own
            etree.SubElement(place, "h2", {"id": term.id}).text = term.name.to(self.book.language)
            body = etree.SubElement(place, "div")
            body.text = self.fill("term", term=term)


DIRECTIVES = (
    Formula,
    Derivation,
    Mistake,
    Scene,
    Code,
    Symbols,
    Roles,
    Report,
    Mutants,
    Proofs,
    References,
    Glossary,
)
