"""Fills the templates of `blocks/`: words and LaTeX in, HTML out."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from docs._site.bibliography import place_in
from docs._site.folders import SITE_SOURCE
from docs._site.listings import test_address
from docs._site.maths import typesetter
from nnmath.notation.text import Language, Text
from nnmath.publishing.fragments import word


def inline_maths(tex: str) -> Markup:
    """A formula within a line."""
    return Markup(f'<span class="nn-tex" data-search-exclude>{typesetter()(tex)}</span>')


def block_maths(tex: str) -> Markup:
    r"""A formula in display style that breaks on a narrow screen where its sense does.

    It breaks first where the printer put a `\quad`, and only within a part that is still too wide
    after a relation.
    """
    return breaking_maths(tex, r"\displaystyle ")


def breaking_maths(tex: str, style: str = "") -> Markup:
    """A formula in parts, between which a line may break."""
    made = (inline_maths(style + part) for part in sense_parts(tex))
    return Markup("").join(Markup('<span class="nn-part-of">{}</span>').format(p) for p in made)


# How much deeper a formula is after each
BRACKETS = {"{": 1, "}": -1, r"\left": 1, r"\right": -1}


def sense_parts(tex: str) -> list[str]:
    r"""Split a formula at the `\quad`s outside of brackets; a lone arrow goes with what follows.

    >>> sense_parts(r"a \to 0 \quad\Leftrightarrow\quad 0 < b")
    ['a \\to 0', '\\Leftrightarrow\\quad 0 < b']
    >>> sense_parts(r"a < b \land \left(a = 0 \quad\Rightarrow\quad b = 1\right)")
    ['a < b \\land \\left(a = 0 \\quad\\Rightarrow\\quad b = 1\\right)']
    """
    pieces, depth = [""], 0
    for token in re.split(r"(\\(?:quad|left|right)(?![a-zA-Z])|[{}])", tex):
        depth += BRACKETS.get(token, 0)
        if token == r"\quad" and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += token
    parts: list[str] = []
    for piece in (piece.strip() for piece in reversed(pieces)):
        if re.fullmatch(r"\\[a-zA-Z]+", piece) and parts:
            parts[-1] = rf"{piece}\quad {parts[-1]}"
        elif piece:
            parts.append(piece)
    return parts[::-1]


def test_link(test: str) -> Markup:
    """A link to the test that verifies a claim."""
    return Markup('<a href="{}"><code>{}</code></a>').format(test_address(test), test)


def milliseconds(value: float) -> str:
    """A time with two significant digits.

    >>> milliseconds(0.314), milliseconds(42.5)
    ('0.31', '42')
    """
    return f"{value:.2g}" if value < 10 else f"{value:.0f}"


@cache
def environment(language: Language) -> Environment:
    """The templates, with this language's words."""
    made = Environment(
        loader=FileSystemLoader(SITE_SOURCE / "blocks"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "tex": inline_maths,
        "display": block_maths,
        "parts": breaking_maths,
        "ms": milliseconds,
        "place": lambda place: place_in(place, language),
        "say": lambda text: text.to(language) if isinstance(text, Text) else text,
    }
    made.globals |= {"test_link": test_link}
    made.globals |= {"word": lambda name: word(name, language), "language": language}
    return made


def fill(template: str, language: Language, **values: Any) -> str:
    """Return a filled template."""
    return environment(language).get_template(f"{template}.html").render(**values).strip()
