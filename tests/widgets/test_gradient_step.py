"""The widget gradient-step in a real browser: controls, regimes, numbers, the point."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from nnmath import catalog
from nnmath.notation.text import LANGUAGES, Language
from nnmath.publishing.widgets.words import SCRIPT_WORDS
from tests.widgets.actions import (
    Opener,
    entry,
    number,
    picture,
    press,
    regime,
    slider,
    touch,
    type_in,
    values,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_keyboard_moves_the_slider_and_the_regime_changes(
    open_page: Opener, language: Language
) -> None:
    page = open_page(language)
    assert regime(page) == "converges"
    before, seen = values(page), picture(page)
    slider(page, "learning-rate").focus()
    page.keyboard.press("ArrowRight")
    assert entry(page, "learning-rate").input_value() == "0.11"
    page.keyboard.press("End")
    assert entry(page, "learning-rate").input_value() == "1.5" and regime(page) == "diverges"
    assert number(values(page)["next"]) == -10 and values(page) != before
    page.wait_for_timeout(50)
    assert picture(page) != seen
    current = page.locator("[data-meaning][data-current]")
    expect(current).to_have_attribute("data-meaning", "diverges")
    assert current.is_visible() and current.locator("a").is_visible()
    name = next(r.name for r in catalog.regimes if r.id == "diverges").to(language)
    expect(page.locator("[data-live]")).to_contain_text(name)
    assert name in str(slider(page, "learning-rate").get_attribute("aria-valuetext"))


def test_every_regime_has_its_button_and_its_words(open_page: Opener) -> None:
    page = open_page()
    heights = set()
    for expected in catalog.regimes:
        page.locator(f"[data-regime={expected.id}]").click()
        assert regime(page) == expected.id
        meaning = page.locator(f"[data-meaning={expected.id}]")
        assert meaning.is_visible() and meaning.get_attribute("data-current") is not None
        heights.add(page.locator(".nn-widget").bounding_box()["height"])  # type: ignore[index]
    assert len(heights) == 1, "the widget must not change its height"


def test_the_worked_example_step_by_step(open_page: Opener) -> None:
    page = open_page()
    press(page, "example")
    at_start = values(page)
    assert (at_start["weight"], at_start["loss"], at_start["slope"]) == ("5", "29", "10")
    assert (at_start["update"], at_start["next"]) == ("0.01", "4.99")
    press(page, "step")
    expect(page.locator("[data-value=steps]")).to_have_text("1")
    assert (values(page)["weight"], values(page)["loss"]) == ("4.99", "28.9001")
    press(page, "reset")
    assert values(page) == at_start


def test_spellings_of_a_learning_rate(open_page: Opener) -> None:
    page = open_page()
    for text in ("½", "１／２", "0.5", ".5", "50%"):
        type_in(page, "learning-rate", text)
        assert regime(page) == "one-step" and values(page)["next"] == "0"
        type_in(page, "learning-rate", "0.3")
    type_in(page, "learning-rate", "7")
    assert entry(page, "learning-rate").input_value() == "1.5"
    expect(page.locator("[data-note]")).to_contain_text("0.001")
    type_in(page, "learning-rate", "what?")
    expect(entry(page, "learning-rate")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-note]")).to_have_text(SCRIPT_WORDS["unreadable"].en)
    assert regime(page) == "diverges"
    type_in(page, "start", "ー４")
    assert entry(page, "start").input_value() == "−4" and values(page)["weight"] == "−4"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_diverging_run_says_so(open_page: Opener, language: Language) -> None:
    page = open_page(language, reduced_motion="reduce")
    page.locator("[data-regime=diverges]").click()
    press(page, "run")
    assert values(page)["loss"] == "> 10⁶"
    words = SCRIPT_WORDS["ended-beyond"].to(language)[:2]
    expect(page.locator("[data-note]")).to_contain_text(words)
    expect(page.locator("[data-live]")).to_contain_text("10⁶")
    shown = page.locator(".nn-widget").inner_text()
    assert "NaN" not in shown and "Infinity" not in shown
    steps = values(page)["steps"]
    page.locator("[data-action=step]").dispatch_event("click")
    assert values(page)["steps"] == steps


def test_a_run_moves_and_can_be_paused(open_page: Opener) -> None:
    page = open_page()
    press(page, "run")
    run = page.locator("[data-action=run]")
    expect(run).to_have_text(SCRIPT_WORDS["pause"].en)
    expect(page.locator("[data-value=steps]")).not_to_have_text("0")
    run.click()
    expect(run).to_have_text(SCRIPT_WORDS["run"].en)
    stopped = values(page)["steps"]
    page.wait_for_timeout(400)
    assert values(page)["steps"] == stopped


def test_a_start_at_the_minimizer_rests(open_page: Opener) -> None:
    page = open_page()
    type_in(page, "start", "0")
    expect(page.locator("[data-meaning=at-rest]")).to_be_visible()
    press(page, "run")
    assert values(page)["weight"] == "0"


def test_the_point_is_dragged_by_mouse(open_page: Opener) -> None:
    page = open_page()
    point = page.locator(".nn-point")
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 100, y + 20, steps=4)
    page.mouse.up()
    moved = number(entry(page, "start").input_value())
    assert -6 <= moved < 4 and number(values(page)["weight"]) == moved
    page.mouse.move(x, y)
    assert number(entry(page, "start").input_value()) == moved, "let go is let go"


def test_the_point_moves_by_keyboard(open_page: Opener) -> None:
    page = open_page()
    point = page.locator(".nn-point")
    expect(point).to_have_attribute("role", "slider")
    point.focus()
    for key, weight in [("ArrowLeft", 4.9), ("PageDown", 3.9), ("End", 6), ("Home", -6)]:
        page.keyboard.press(key)
        assert number(values(page)["weight"]) == weight
        page.wait_for_timeout(40)
        assert number(str(point.get_attribute("aria-valuenow"))) == weight
    page.keyboard.press("ArrowDown")
    assert number(values(page)["weight"]) == -6


def test_a_finger_drags_the_point_and_still_scrolls_the_page(open_page: Opener) -> None:
    page = open_page(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    point = page.locator(".nn-point")
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    client = page.context.new_cdp_session(page)
    touch(client, "touchStart", x, y)
    for offset in (20, 50, 90):
        touch(client, "touchMove", x - offset, y)
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    dragged = number(entry(page, "start").input_value())
    assert dragged < 4.5
    scrolled = page.evaluate("scrollY")
    stage = page.locator("[data-plot=parabola]").bounding_box()
    assert stage
    # Far from the point
    across, down = stage["x"] + 90, stage["y"] + 200
    touch(client, "touchStart", across, down)
    for offset in range(10, 160, 10):
        touch(client, "touchMove", across, down - offset)
        page.wait_for_timeout(16)
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function(f"scrollY > {scrolled} + 50")
    assert number(entry(page, "start").input_value()) == dragged
