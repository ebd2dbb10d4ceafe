"""The built site as readers meet it: every page, both languages, light, dark and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from docs._site.folders import DOCS
from tests.accessibility import COLOURS, OTHERS, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = sorted(
    f"{language}/{path.relative_to(DOCS / language).with_suffix('.html').as_posix()}"
    for language in ("ja", "en")
    for path in (DOCS / language).rglob("*.md")
)
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
# In the hand of someone who reads at night: what a page needs to come up dark is looked at too
PHONE = {
    "color_scheme": "dark",
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
WIDE = """() => [...document.querySelectorAll("article *")]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 3).map(e => e.outerHTML.slice(0, 80))"""
FOUND = "some => some === Boolean(document.querySelector('.md-search-result__item a'))"
WATCH_SHIFTS = """window.shift = 0; new PerformanceObserver(list => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value;
}).observe({ type: "layout-shift", buffered: true })"""


def listen(page: Page, address: str) -> list[str]:
    """Collect whatever goes wrong on a page."""
    wrong: list[str] = []
    own = (address, "data:", "blob:")
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("request", lambda r: None if r.url.startswith(own) else wrong.append(r.url))
    page.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status > 399 else None)
    return wrong


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_sound(browser: Browser, site_address: str, path: str) -> None:
    with sound_page(browser, DESKTOP, site_address, path) as page:
        assert violations(page) == []
        # In the dark a page differs in its colours alone
        page.emulate_media(color_scheme="dark")
        page.wait_for_selector("body[data-md-color-scheme=slate]")
        page.wait_for_function("document.getAnimations().length === 0")
        assert violations(page, runOnly=[COLOURS]) == []


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_sound_on_a_phone(browser: Browser, site_address: str, path: str) -> None:
    with sound_page(browser, PHONE, site_address, path) as page:
        assert violations(page, **OTHERS) == []


@contextmanager
def sound_page(
    browser: Browser, device: dict[str, Any], site_address: str, path: str
) -> Iterator[Page]:
    """A page that came without a complaint, a shift, or anything too wide."""
    context = browser.new_context(**device)
    context.add_init_script(WATCH_SHIFTS)
    page = context.new_page()
    wrong = listen(page, site_address)
    settle(page, site_address + path)
    if page.evaluate("shift") > 0:
        # On a busy machine a font may come late once
        settle(page, site_address + path)
        assert page.evaluate("shift") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.evaluate(WIDE)
    yield page
    assert wrong == []
    context.close()


def settle(page: Page, address: str) -> None:
    """Load a page and wait until nothing of it is to come."""
    page.goto(address, wait_until="load")
    # What is far down is laid out in portions
    page.wait_for_function("!document.querySelector('.nn-far')")
    page.wait_for_timeout(500)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desktop window."""
    context = browser.new_context(**DESKTOP, locale="en-GB")
    yield context.new_page()
    context.close()


# That it does on every page is seen where pages are opened from disk
@pytest.mark.parametrize("path", ["ja/index.html", "en/gradient-descent.html"])
def test_the_language_switch_stays_on_the_page(page: Page, site_address: str, path: str) -> None:
    language, _, name = path.partition("/")
    other = "en" if language == "ja" else "ja"
    page.goto(site_address + path)
    page.click(".nn-language")
    page.wait_for_url(f"**/{other}/{name}")
    assert page.get_attribute("html", "lang") == other


def test_the_language_switch_keeps_the_place(page: Page, site_address: str) -> None:
    page.goto(site_address + "ja/gradient-descent.html#convergence")
    page.click(".nn-language")
    page.wait_for_url("**/en/gradient-descent.html#convergence")


@pytest.mark.parametrize(("locale", "language"), [("ja-JP", "ja"), ("en-US", "en")])
def test_the_door_knows_the_reader(
    browser: Browser, site_address: str, locale: str, language: str
) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(site_address)
    page.wait_for_url(f"**/{language}/index.html")
    context.close()


def test_the_door_opens_without_scripts(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_address)
    page.click("text=English")
    page.wait_for_url("**/en/index.html")
    context.close()


@pytest.mark.parametrize(
    ("language", "queries"),
    [("ja", ["誤差", "学習率", "収束"]), ("en", ["learning rate", "converge"])],
)
def test_search_finds(page: Page, site_address: str, language: str, queries: list[str]) -> None:
    wrong = listen(page, site_address)
    page.goto(f"{site_address}{language}/index.html")
    field, results = page.locator(".md-search__input"), page.locator(".md-search-result__item")
    field.click()
    for query in queries:
        for typed in ("", query):
            field.fill(typed)
            # The search listens to keys, which filling in does not press
            field.press("End")
            page.wait_for_function(FOUND, arg=bool(typed), timeout=15000)
        shown = " ".join(results.all_inner_texts()).lower()
        assert query in shown
        assert "katex" not in shown
    assert wrong == []


def test_reading_needs_no_script(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False, **DESKTOP)
    page = context.new_page()
    page.goto(site_address + "ja/gradient-descent.html")
    assert page.locator(".nn-claim .katex").first.is_visible()
    how = page.locator(".nn-how").first
    assert not how.locator(".nn-panel").is_visible()
    how.locator("summary").click()
    assert how.locator(".nn-panel").is_visible()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_pages_open_from_disk(page: Page, built_site: Path, path: str) -> None:
    wrong = listen(page, built_site.as_uri())
    page.goto((built_site / path).as_uri())
    page.wait_for_timeout(200)
    assert page.locator("h1").first.is_visible()
    assert wrong == []
    page.click(".nn-language")
    other = ("en/" if path.startswith("ja") else "ja/") + path[3:]
    page.wait_for_url((built_site / other).as_uri())


def test_a_badge_tells_how_and_leads_to_its_test(page: Page, site_address: str) -> None:
    page.goto(site_address + "en/gradient-descent.html")
    how = page.locator("#gradient-descent-step .nn-how")
    how.locator("summary").click()
    assert how.locator(".nn-facts").is_visible()
    link = how.locator("a", has_text="tests/")
    link.click()
    page.wait_for_url("**/assets/tests/test_*.html#line-*")
    assert page.locator("h1").inner_text().endswith(".py")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_film_waits_and_plays_from_disk_with_its_captions(
    page: Page, built_site: Path, language: str
) -> None:
    page.goto((built_site / language / "gradient-descent.html").as_uri())
    wrong = listen(page, built_site.as_uri())
    video = page.locator("video")
    assert video.evaluate("v => [v.preload, v.readyState, v.controls]") == ["none", 0, True]
    before = video.bounding_box()
    video.evaluate("v => { v.muted = true; return v.play() }")
    page.wait_for_function("document.querySelector('video').currentTime > 0.2")
    tracks = video.evaluate("v => [...v.textTracks].map(t => [t.language, t.mode, t.cues.length])")
    assert [track[:2] for track in tracks] == [[language, "showing"]] and tracks[0][2] > 3
    assert video.bounding_box() == before
    assert wrong == []


def test_a_link_to_a_claim_is_its_id(page: Page, site_address: str) -> None:
    page.goto(site_address + "ja/gradient-descent.html#gradient-descent-step")
    box = page.locator("#gradient-descent-step").bounding_box()
    assert box is not None and 0 <= box["y"] < 400


def test_the_chapter_is_light(site_address: str, browser: Browser) -> None:
    import gzip

    context = browser.new_context(**DESKTOP)
    page = context.new_page()
    sizes: dict[str, int] = {}

    def weigh(response: Any) -> None:
        if response.ok and not response.url.endswith((".mp4", ".webp", ".png", ".jpg")):
            packed = response.url.endswith(".woff2")
            body = response.body()
            sizes[response.url] = len(body) if packed else len(gzip.compress(body, 9))

    page.on("response", weigh)
    page.goto(site_address + "ja/gradient-descent.html", wait_until="networkidle")
    page.wait_for_timeout(2000)
    context.close()
    assert sum(sizes.values()) < 200_000, sorted(sizes.items(), key=lambda item: -item[1])[:8]
