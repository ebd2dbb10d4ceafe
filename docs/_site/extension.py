"""The Markdown extension that joins the parts: `docs._site.extension` in `mkdocs.yml`."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.highlight import Highlight

from docs._site.book import Book
from docs._site.directives import DIRECTIVES
from docs._site.exercises import EXERCISES
from docs._site.inline import KINDS, Reference
from docs._site.places import PRIVATE, Places


class Clean(Postprocessor):
    """Removes the marks that are left in code that quotes a directive."""

    def run(self, text: str) -> str:
        return PRIVATE.sub("", text)


class ScrollingTables(Treeprocessor):
    """Puts each table into a box of its own, so that on a narrow screen only it scrolls."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for place, table in enumerate(parent):
                if table.tag == "table":
                    parent[place] = etree.Element("div", {"class": "nn-scroll"})
                    parent[place].tail, table.tail = table.tail, None
                    parent[place].append(table)


class Far(Treeprocessor):
    """Marks what stands from the second block on: no screen shows it at first."""

    def run(self, root: etree.Element) -> None:
        blocks = 0
        for element in root:
            blocks += "nn-block" in element.get("class", "").split()
            # Stashed HTML is put in the place of a paragraph, if that has no attributes
            stashed = element.tag == "p" and HTML_PLACEHOLDER_RE.match(element.text or "")
            if blocks > 1 and not stashed:
                element.set("class", f"nn-far {element.get('class', '')}".strip())


class BookExtension(BlocksExtension):
    """Directives, references and maths of the book, in one language."""

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "language": ["ja", "Language of the pages"],
            "folder": ["", "Folder of the pages; docs/<language> unless given"],
        }
        super().__init__(**settings)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Register everything."""
        folder = self.getConfig("folder")
        book = Book(self.getConfig("language"), Path(folder) if folder else None)
        md.book = book  # type: ignore[attr-defined]
        for block in (*DIRECTIVES, *EXERCISES):
            block_mgr.register(block, {"book": book, "highlight": highlighter(md)})
        places = Places(md, book, block_mgr.blocks, tuple(KINDS))
        # Before fenced code (25) is taken away, so that lines are still those of the file
        md.preprocessors.register(places, "nnmath-places", 35)
        # Before escapes and emphasis; code spans were left alone by `places`
        md.inlinePatterns.register(Reference(md, book), "nnmath-reference", 185)
        # Last, when tables have their cells
        md.treeprocessors.register(ScrollingTables(md), "nnmath-tables", -10)
        md.treeprocessors.register(Far(md), "nnmath-far", -20)
        # After stashed HTML has come back (30)
        md.postprocessors.register(Clean(md), "nnmath-clean", 1)


def highlighter(md: Markdown) -> Callable[[str, str], str]:
    """Highlight code the way the page's fenced code is."""

    def highlight(source: str, language: str) -> str:
        return str(Highlight(md).highlight(source, language))

    return highlight


def makeExtension(**settings: Any) -> BookExtension:
    """What Python-Markdown calls."""
    return BookExtension(**settings)
