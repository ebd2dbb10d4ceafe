"""The page under test: the built chapter, opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from nnmath.notation.text import Language
from tests.widgets.actions import Opener

# Times of every painted frame, without what the browser does around it
CLOCK = """{ const native = requestAnimationFrame.bind(window); window.paints = [];
window.requestAnimationFrame = (paint) => native((now) => { const began = performance.now();
paint(now); window.paints.push(performance.now() - began); }); }"""


@pytest.fixture
def open_page(browser: Browser, built_site: Path) -> Iterator[Opener]:
    """Open the page under test; at the end it must have said nothing and loaded nothing foreign."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(
        language: Language = "en", hash: str = "", moving: bool = True, **options: Any
    ) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}} | options)
        contexts.append(context)
        page = context.new_page()
        listen(page, complaints)
        if not moving:
            page.route("**/widgets.js", lambda route: route.fulfill(body=""))
        if options.get("java_script_enabled", True):
            page.add_init_script(CLOCK)
        page.goto((built_site / language / "gradient-descent.html").as_uri() + hash)
        if moving and options.get("java_script_enabled", True):
            expect(page.locator(".nn-widget")).to_have_attribute("data-ready", "")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def listen(page: Page, complaints: list[str]) -> None:
    """Collect errors, warnings and requests that leave the disk."""
    own = ("file:", "data:", "blob:")
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda sent: sent.url.startswith(own) or complaints.append(sent.url))
    page.on(
        "console",
        lambda said: said.type in ("error", "warning") and complaints.append(said.text),
    )
