"""What a reader does on a page with the widget, and what the page shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page

# Opens the page under test: a language, a hash, options of the browser's window
Opener = Callable[..., Page]


def values(page: Page) -> dict[str, str]:
    """The numbers of the current step."""
    cells = page.locator(".nn-widget [data-value]").all()
    return {str(cell.get_attribute("data-value")): cell.inner_text() for cell in cells}


def regime(page: Page) -> str | None:
    """The regime that the widget names."""
    return page.locator("[data-regime][aria-pressed=true]").get_attribute("data-regime")


def slider(page: Page, name: str) -> Locator:
    """A quantity's slider."""
    return page.locator(f"[data-slider={name}]")


def entry(page: Page, name: str) -> Locator:
    """A quantity's number field."""
    return page.locator(f"[data-entry={name}]")


def press(page: Page, action: str) -> None:
    """Press one of the widget's buttons."""
    page.locator(f"[data-action={action}]").click()


def type_in(page: Page, name: str, text: str) -> None:
    """Type a number and confirm it."""
    entry(page, name).fill(text)
    entry(page, name).press("Enter")


def picture(page: Page, name: str = "parabola") -> str:
    """What a canvas shows."""
    return str(page.locator(f"[data-plot={name}] canvas").evaluate("c => c.toDataURL()"))


def number(text: str) -> float:
    """A number as the widget prints it."""
    return float(text.replace("−", "-"))


def touch(client: Any, kind: str, x: float, y: float) -> None:
    """One finger's event."""
    client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
