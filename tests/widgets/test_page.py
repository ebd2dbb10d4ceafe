"""The widget as a part of the page: address, colours, layout, speed, access."""

from __future__ import annotations

import statistics

import pytest
from playwright.sync_api import expect

from nnmath.notation.text import LANGUAGES, Language
from tests.accessibility import violations
from tests.widgets.actions import Opener, entry, picture, press, regime, slider, values

pytestmark = pytest.mark.browser


def test_the_state_lives_in_the_address(open_page: Opener) -> None:
    page = open_page(hash="#try")
    assert page.evaluate("location.hash") == "#try", "an anchor stays until the reader acts"
    page.locator("[data-regime=oscillates]").click()
    press(page, "step")
    page.locator("[data-action=scale]").check()
    page.wait_for_function("location.hash.includes('step=1') && location.hash.includes('log')")
    state, numbers = page.evaluate("location.hash"), values(page)
    again = open_page(hash=state)
    assert values(again) == numbers and regime(again) == "oscillates"
    assert again.locator("[data-action=scale]").is_checked()


@pytest.mark.parametrize(
    ("query", "rate", "start", "steps"),
    [("learning-rate=NaN&start=abc&step=", "0.1", "5", "0"),
     ("learning-rate=99&start=-1e9&step=-4", "1.5", "−6", "0"),
     ("learning-rate=-1&start=Infinity&step=1e99", "0.001", "6", "5000"),
     ("step=2.4&nonsense=<script>", "0.1", "5", "2"), ("%", "0.1", "5", "0")],
)  # fmt: skip
def test_a_spoilt_address_is_mended(
    open_page: Opener, query: str, rate: str, start: str, steps: str
) -> None:
    page = open_page(hash=f"#widget-gradient-step?{query}")
    found = [entry(page, name).input_value() for name in ("learning-rate", "start")]
    assert (*found, values(page)["steps"]) == (rate, start, steps)


def test_a_link_on_the_page_restores_a_state(open_page: Opener) -> None:
    page = open_page()
    page.evaluate("location.hash = '#widget-gradient-step?learning-rate=1&start=3&step=7'")
    expect(page.locator("[data-value=weight]")).to_have_text("−3")
    assert regime(page) == "two-cycle"


def test_dark_mode_repaints_at_once(open_page: Opener) -> None:
    page = open_page()
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")
    page.wait_for_timeout(50)
    light = picture(page), picture(page, "loss-curve")
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    dark = picture(page), picture(page, "loss-curve")
    assert light[0] != dark[0] and light[1] != dark[1]


@pytest.mark.parametrize("width", [390, 1200])
def test_nothing_moves_when_the_script_starts(open_page: Opener, width: int) -> None:
    window = {"viewport": {"width": width, "height": 900}}
    page, still = open_page(**window), open_page(**window, moving=False)
    for each in (page, still):
        # The site leaves boxes that are out of sight unset
        each.add_style_tag(content="* { content-visibility: visible !important }")
        each.evaluate("document.fonts.ready")
    where = ".nn-widget, .nn-widget-body > *, .nn-exercise"
    heights = (
        f"[...document.querySelectorAll('{where}')].map(e => e.getBoundingClientRect().height)"
    )
    assert page.evaluate(heights) == still.evaluate(heights) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_overflow(open_page: Opener, language: Language) -> None:
    page = open_page(language)
    wide = "e => [...e.querySelectorAll('*')].filter(c => c.scrollWidth > c.clientWidth + 1 && "
    wide += "c.clientWidth && c.matches('button, figcaption, dd, dt, p')).map(c => c.outerHTML)"
    for width in (768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function("width => innerWidth === width", arg=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".nn-widget").evaluate(wide) == []


def test_a_redraw_takes_less_than_a_millisecond(open_page: Opener) -> None:
    page = open_page(hash="#widget-gradient-step?learning-rate=0.001&start=5&step=3000")
    slider(page, "start").focus()
    page.evaluate("window.paints = []")
    for _ in range(30):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(20)
    # Two pictures, each in a frame callback of its own; the lower quartile, because other tests
    # share the machine
    assert statistics.quantiles(page.evaluate("window.paints"))[0] < 1


def test_accessibility(open_page: Opener) -> None:
    page = open_page("ja")
    # Also as they look once something has been answered
    for name in ("exercise-slope", "exercise-regime"):
        page.locator(f"[data-exercise={name}] input").first.focus()
        page.keyboard.press("Space")
        page.locator(f"[data-exercise={name}] form button").click()
    for scheme in ("default", "slate"):
        page.evaluate(f"document.body.setAttribute('data-md-color-scheme', '{scheme}')")
        page.wait_for_timeout(400)
        assert violations(page) == []


def test_without_script_a_picture_stands_there(open_page: Opener) -> None:
    page = open_page("ja", java_script_enabled=False)
    expect(page.locator(".nn-still")).to_be_visible()
    assert "JavaScript" in page.locator(".nn-widget noscript p").inner_text()
    expect(page.locator(".nn-widget-controls")).to_be_hidden()
    solution = page.locator(".nn-solution").first
    solution.locator("summary").click()
    expect(solution.locator("p")).to_be_visible()
