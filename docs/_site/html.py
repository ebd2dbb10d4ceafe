"""Fills the templates of `blocks/`: words and LaTeX in, HTML out."""

from __future__ import annotations

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
    """A formula in display style that may still break at its relations on a narrow screen."""
    return inline_maths(rf"\displaystyle {tex}")


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
