"""The tests that verify the claims, as pages: a badge links to the very lines."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from docs._site.folders import ROOT

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>{title}</title>
<style>body{{margin:0;padding:1rem;font:14px/1.5 ui-monospace,monospace;color-scheme:light dark}}
h1{{font-size:1rem}}pre{{margin:0;overflow-x:auto}}span:target{{background:#ffd54f55}}
{style}</style></head>
<body><main><h1>{title}</h1>
{code}
</main></body></html>
"""


def line_of(test: str) -> int:
    """The line at which a test of the form `tests/file.py::test_name[id]` starts; 1 if unknown."""
    path, _, name = test.partition("::")
    plain = name.partition("[")[0].rpartition("::")[2]
    pattern = re.compile(rf"^\s*def {re.escape(plain)}\b")
    for number, line in enumerate(source(ROOT / path).splitlines(), 1):
        if plain and pattern.match(line):
            return number
    return 1


@cache
def source(path: Path) -> str:
    """A file's text; empty if it is not there."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_address(test: str) -> str:
    """Where the site shows a test: `assets/tests/test_catalog.html#line-12`."""
    name = Path(test.partition("::")[0]).stem
    return f"assets/tests/{name}.html#line-{line_of(test)}"


@cache
def test_page(path: Path) -> str:
    """A test file as a page whose lines have anchors."""
    code = highlight(source(path), PythonLexer(), HtmlFormatter(linespans="line"))
    return PAGE.format(title=html.escape(path.name), style=style(), code=code)


@cache
def style() -> str:
    """The colours of code by day and by night."""
    day, night = (
        HtmlFormatter(style=name).get_style_defs(".highlight")
        for name in ("default", "github-dark")
    )
    return f"{day}\n@media (prefers-color-scheme: dark) {{\n{night}\n}}"
