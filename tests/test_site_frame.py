"""What surrounds a page: search, colours, table of contents, header, listings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CHAPTER = "en/gradient-descent.html"
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desktop window."""
    context = browser.new_context(**DESKTOP)
    yield context.new_page()
    context.close()


# ── Search ──


def test_the_theme_is_fetched_for_the_search_alone(page: Page, site_address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(site_address + CHAPTER, wait_until="networkidle")
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(300)
    assert not [url for url in fetched if "javascripts/" in url]
    page.click(".md-search__input")
    page.wait_for_function("document.querySelector('.md-search-result__meta')")
    page.wait_for_timeout(500)
    assert [url for url in fetched if "javascripts/bundle" in url]


def test_the_search_opens_with_a_key_and_stays(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER + "#convergence")
    page.keyboard.press("/")
    page.keyboard.type("Bernoulli", delay=20)
    page.locator(".md-search-result__item a").first.wait_for(timeout=15000)
    page.wait_for_timeout(400)
    assert page.is_checked("#__search")
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")


def test_a_letter_typed_into_a_field_stays_there(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER)
    page.locator("#exercise-slope input").press_sequentially("s/f")
    assert page.locator("#exercise-slope input").input_value() == "s/f"
    assert not page.is_checked("#__search")


def test_a_result_shows_where_the_words_are(page: Page, site_address: str) -> None:
    page.goto(site_address + "en/index.html")
    page.click(".md-search__input")
    page.keyboard.type("oscillations", delay=20)
    page.locator(".md-search-result__item a[href$='#regimes']").first.click(timeout=15000)
    page.wait_for_url("**/gradient-descent.html?h=oscillations#regimes")
    sought = "() => [...CSS.highlights.get('sought')].map(range => String(range).toLowerCase())"
    found = page.evaluate(sought)
    assert found and set(found) == {"oscillations"}


def test_the_search_opens_on_a_phone(browser: Browser, site_address: str) -> None:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(site_address + CHAPTER)
    page.tap(".md-header__button[for=__search]")
    page.locator(".md-search__input").press_sequentially("weight", delay=20)
    page.locator(".md-search-result__item a").first.wait_for(timeout=15000)
    page.tap(".md-search__icon[for=__search]")
    assert not page.is_checked("#__search")
    context.close()


# ── Colours ──


@pytest.mark.parametrize(("device", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_page_has_the_colours_of_the_device_before_it_is_painted(
    browser: Browser, site_address: str, device: Any, scheme: str
) -> None:
    context = browser.new_context(color_scheme=device)
    page = context.new_page()
    # Everything that comes after the page itself stays away
    page.route("**/*.js", lambda route: route.abort())
    page.goto(site_address + CHAPTER)
    assert page.get_attribute("body", "data-md-color-scheme") == scheme
    page.emulate_media(color_scheme="light" if device == "dark" else "dark")
    page.wait_for_function("scheme => document.body.dataset.mdColorScheme !== scheme", arg=scheme)
    context.close()


def test_the_reader_chooses_colours_once(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER)
    seen = []
    for _ in range(3):
        page.locator(".nn-palette label:visible").click()
        seen.append(page.get_attribute("body", "data-md-color-scheme"))
    assert seen == ["default", "slate", "default"]
    page.locator(".nn-palette input:checked").press("Enter")
    page.keyboard.press("Enter")
    page.goto(site_address + "en/notation.html")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"


# ── Finding one's way ──


def test_the_contents_follow_the_reader(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER)
    page.wait_for_function("!document.querySelector('.nn-far')")
    active = page.locator(".md-sidebar--secondary .md-nav__link--active")
    for anchor in ("many-steps", "half", "slope"):
        page.evaluate("id => document.getElementById(id).scrollIntoView()", anchor)
        page.wait_for_timeout(200)
        assert active.evaluate_all("links => links.map(link => link.hash)") == [f"#{anchor}"]
        assert active.first.is_visible()


def test_the_header_shows_the_title_once_it_is_out_of_sight(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER)
    header = page.locator(".md-header__title")
    assert "active" not in (header.get_attribute("class") or "")
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(300)
    assert "md-header__title--active" in (header.get_attribute("class") or "")


def test_the_header_keeps_up_with_quick_changes(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER)
    page.wait_for_timeout(300)
    # The window grows to the page's height and shrinks again within a frame
    page.screenshot(full_page=True)
    page.wait_for_timeout(300)
    header = page.locator(".md-header__title")
    assert "active" not in (header.get_attribute("class") or "")


def test_the_way_to_the_top_is_offered_on_the_way_back(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER)
    top = page.locator(".md-top")
    assert top.get_attribute("hidden") is not None
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(200)
    assert top.get_attribute("hidden") is not None
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(200)
    top.click()
    page.wait_for_function("scrollY === 0")


def test_the_drawer_closes_when_it_has_led_somewhere(browser: Browser, site_address: str) -> None:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(site_address + CHAPTER)
    page.tap(".md-header__button[for=__drawer]")
    page.wait_for_timeout(400)
    page.locator(".md-nav--primary label[for=__toc]").first.tap()
    page.locator(".md-nav--primary a[href='#see']").tap()
    page.wait_for_url("**#see")
    assert not page.is_checked("#__drawer")
    context.close()


@pytest.mark.parametrize(
    "place",
    ["gradient-descent.html#general-quadratic", "gradient-descent.html#quadratic-one-step",
     "gradient-descent-proofs.html#quadratic-converges", "gradient-descent.html#half"],
)  # fmt: skip
def test_a_link_arrives_though_what_is_above_was_not_laid_out(
    page: Page, site_address: str, place: str
) -> None:
    page.goto(f"{site_address}en/{place}")
    page.wait_for_timeout(500)
    target = page.locator(f"#{place.partition('#')[2]}").bounding_box()
    assert target is not None and 40 <= target["y"] < 120


def test_a_link_on_the_page_arrives_too(browser: Browser, site_address: str) -> None:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(site_address + CHAPTER)
    page.evaluate("document.querySelector('.md-nav--primary a[href=\"#elsewhere\"]').click()")
    page.wait_for_timeout(500)
    target = page.locator("#elsewhere").bounding_box()
    assert target is not None and 0 <= target["y"] < 120
    context.close()


# ── Listings ──


def test_a_listing_can_be_copied(browser: Browser, site_address: str) -> None:
    context = browser.new_context(**DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_address + CHAPTER)
    block = page.locator("#code-gradient-descent")
    block.hover()
    block.locator(".nn-tab:visible .md-code__button").click()
    page.wait_for_timeout(200)
    text = block.locator(".nn-tab:visible code").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == text and "def " in text
    context.close()


def test_a_language_is_chosen_for_all_listings(page: Page, site_address: str) -> None:
    page.goto(site_address + CHAPTER)
    page.locator("#code-worked-example-loss label", has_text="JavaScript").click()
    shown = page.locator(".nn-tab:visible code")
    assert all("function" in text for text in shown.all_inner_texts()) and shown.count() == 3
    page.reload()
    assert all("function" in text for text in shown.all_inner_texts())


def test_listings_change_without_scripts(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False, **DESKTOP)
    page = context.new_page()
    page.goto(site_address + CHAPTER)
    block = page.locator("#code-gradient-descent")
    assert "def " in block.locator(".nn-tab:visible").inner_text()
    block.locator("label", has_text="JavaScript").click()
    assert "function" in block.locator(".nn-tab:visible").inner_text()
    context.close()
