"""Python sessions on the pages do what the pages say."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
SESSION = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions(page: Path) -> str:
    """The page's sessions, one after the other, as a reader types them in."""
    return "".join(SESSION.findall(page.read_text(encoding="utf-8")))


PAGES = [page for page in sorted(DOCS.glob("[a-z][a-z]/**/*.md")) if sessions(page)]


def test_some_page_has_a_session() -> None:
    assert PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_sessions_print_what_the_page_shows(page: Path) -> None:
    name = str(page.relative_to(DOCS))
    test = doctest.DocTestParser().get_doctest(sessions(page), {}, name, name, 0)
    assert test.examples
    # The report of a failure reaches pytest's captured output
    assert doctest.DocTestRunner().run(test).failed == 0


def test_both_languages_show_the_same_sessions() -> None:
    for page in DOCS.glob("ja/**/*.md"):
        twin = DOCS / "en" / page.relative_to(DOCS / "ja")
        assert sessions(page) == sessions(twin), page.name
