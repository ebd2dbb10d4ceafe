"""Where things stand: each directive and each reference carries its line through the parsing.

Markdown's parsers know no lines. Before they run, this preprocessor gives every directive and
every reference one private-use character that stands for its line, so that whoever meets an
unknown id later can say exactly where it is written. The braces and bars of a reference become
private-use characters too: tables, attribute lists and emphasis then leave it whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from docs._site.errors import PageError, unknown

OPEN, BAR, CLOSE = "\U00100000", "\U00100001", "\U00100002"
LINE_ZERO = 0xF0000
LINE = re.compile("[\U000f0000-\U000ffffd]")
PRIVATE = re.compile("[\U000f0000-\U000ffffd\U00100000-\U00100002]")

FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})(.*)$")
DIRECTIVE = re.compile(r"^[ ]{0,3}(/{3,})[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*?))?[ ]*$")
END = re.compile(r"^[ ]{0,3}(/{3,})[ ]*$")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
REFERENCE = re.compile(r"\{([a-z]+):([^{}]*)(\}?)")
HEADING_ID = re.compile(r"^#{1,6} .*\{[^{}]*#([\w-]+)[^{}]*\}\s*$")


@dataclass(frozen=True)
class Directive:
    """A directive as it stands on the page."""

    name: str
    argument: str
    line: int
    depth: int


@dataclass(frozen=True)
class Marked:
    """A name that has been freed of its mark, and the line that the mark stood for."""

    text: str
    line: int


def unmark(text: str) -> Marked:
    """Split a marked text into the text and its line; 0 when it carries no mark."""
    found = LINE.search(text)
    return Marked(PRIVATE.sub("", text).strip(), ord(found.group()) - LINE_ZERO if found else 0)


def page_of(md: Markdown, fallback: str) -> tuple[str, int]:
    """The page's path from the project's root, and how many lines its front matter takes."""
    if "relpath" not in md.treeprocessors:
        return fallback, 0
    file = md.treeprocessors["relpath"].file
    source = Path(file.abs_src_path)
    folder = Path(*source.parts[: -len(Path(file.src_uri).parts)])
    path = f"{folder.parent.name}/{folder.name}/{file.src_uri}"
    page = getattr(file, "page", None)
    body = page.markdown if page is not None and page.markdown else ""
    return path, source.read_text(encoding="utf-8-sig").count("\n") - body.count("\n")


class Places(Preprocessor):
    """Marks the lines of a page and refuses what no directive or reference is."""

    def __init__(self, md: Markdown, book: Any, blocks: Any, kinds: tuple[str, ...]) -> None:
        super().__init__(md)
        self.book, self.blocks, self.kinds = book, blocks, kinds

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with their marks; record the page's directives in the book."""
        path, offset = page_of(self.md, self.book.page)
        self.book.open_page(path)
        self.open: list[Directive] = []
        fence = ""
        marked = []
        for number, line in enumerate(lines, offset + 1):
            found = FENCE.match(line)
            if fence:
                if found and found[1].startswith(fence) and not found[2].strip():
                    fence = ""
                marked.append(line)
            elif found:
                fence = found[1]
                marked.append(line)
            else:
                marked.append(self.mark(line, number))
        if self.open:
            last = self.open[-1]
            self.stop(last.line, f"directive '{last.name}' is never closed")
        return marked

    def stop(self, line: int, problem: str) -> None:
        """End the build with the page's path and the line."""
        raise PageError(self.book.page, line, problem)

    def mark(self, line: str, number: int) -> str:
        """Mark one line."""
        if heading := HEADING_ID.match(line):
            self.book.claim_anchor(heading[1], number)
        if END.match(line):
            return self.end(line, number)
        if (found := DIRECTIVE.match(line)) is not None:
            return self.directive(line, found, number)
        pieces, last = [], 0
        for span in CODE_SPAN.finditer(line):
            pieces += [self.references(line[last : span.start()], number), span.group()]
            last = span.end()
        return "".join([*pieces, self.references(line[last:], number)])

    def end(self, line: str, number: int) -> str:
        length = len(line.strip())
        if not self.open or self.open[-1].depth != length:
            self.stop(number, f"'{line.strip()}' closes no directive")
        self.open.pop()
        return line

    def directive(self, line: str, found: re.Match[str], number: int) -> str:
        name, argument = found[2], (found[3] or "").strip()
        if name not in self.blocks:
            self.stop(number, unknown("directive", name, self.blocks))
        directive = Directive(name, argument, number, len(found[1]))
        self.open.append(directive)
        self.book.directives.append(directive)
        if not getattr(self.blocks[name], "MARKED", False):
            return line
        return f"{found[1]} {name} | {argument}{chr(LINE_ZERO + number)}"

    def references(self, text: str, number: int) -> str:
        def replace(found: re.Match[str]) -> str:
            kind, target, closed = found.groups()
            if kind not in self.kinds:
                self.stop(number, unknown("reference", kind, self.kinds))
            if not closed:
                self.stop(number, f"the reference '{found.group()}' does not end on its line")
            inner = target.replace("|", BAR)
            return f"{OPEN}{kind}:{inner}{chr(LINE_ZERO + number)}{CLOSE}"

        return REFERENCE.sub(replace, text)
