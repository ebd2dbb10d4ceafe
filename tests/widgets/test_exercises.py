"""The exercises in a real browser."""

from __future__ import annotations

from fractions import Fraction

import pytest
from playwright.sync_api import Locator, Page, expect

from nnmath import catalog
from nnmath.notation.text import LANGUAGES, Language
from nnmath.publishing.widgets.words import PAGE_WORDS, SCRIPT_WORDS
from tests.widgets.actions import Opener

pytestmark = pytest.mark.browser


def exercise(page: Page, name: str) -> Locator:
    """An exercise on the page."""
    return page.locator(f"[data-exercise={name}]")


def answer(place: Locator, text: str) -> None:
    """Type an answer and confirm it by keyboard."""
    place.locator("input[name=answer]").fill(text)
    place.locator("input[name=answer]").press("Enter")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_right_and_wrong(open_page: Opener, language: Language) -> None:
    page = open_page(language)
    place = exercise(page, "exercise-rate-for-one-step")
    said = place.locator("[data-feedback]")
    answer(place, "0.4")
    expect(place).to_have_attribute("data-outcome", "wrong")
    expect(said).not_to_be_empty()
    for spelling in ("½", "0.5", "1/2", "０．５"):
        answer(place, spelling)
        expect(place).to_have_attribute("data-outcome", "right")
        expect(said).to_have_text(SCRIPT_WORDS["answer-right"].to(language))
    answer(place, "half")
    expect(place).to_have_attribute("data-outcome", "unread")
    expect(said).to_have_text(SCRIPT_WORDS["answer-unreadable"].to(language))
    page.reload()
    expect(place.locator("[data-feedback]")).to_have_text(
        SCRIPT_WORDS["solved-before"].to(language)
    )


def test_every_exercise_takes_its_own_answer(open_page: Opener) -> None:
    page = open_page()
    for name, expected in catalog.exercises.items():
        place = exercise(page, name)
        if expected.kind == "choice":
            place.locator(f"input[value={expected.answer}]").check()
            place.locator("button").click()
        else:
            assert isinstance(expected.answer, Fraction)
            answer(place, str(expected.answer))
        expect(place).to_have_attribute("data-outcome", "right")


@pytest.mark.parametrize("language", LANGUAGES)
def test_foreseen_slips_have_words_of_their_own(open_page: Opener, language: Language) -> None:
    page = open_page(language)
    slips = [(n, e, slip) for n, e in catalog.exercises.items() for slip in e.slips]
    assert slips
    for name, expected, (value, words) in slips:
        place = exercise(page, name)
        if expected.kind == "choice":
            place.locator(f"input[value={value}]").check()
            place.locator("button").click()
        else:
            answer(place, str(value))
        expect(place).to_have_attribute("data-outcome", "wrong")
        expect(place.locator("[data-feedback]")).to_contain_text(words.to(language))


def test_a_choice_by_keyboard(open_page: Opener) -> None:
    page = open_page("ja")
    place = exercise(page, "exercise-regime")
    place.locator("button").click()
    expect(place.locator("[data-feedback]")).to_have_text(SCRIPT_WORDS["choice-empty"].ja)
    place.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(place).to_have_attribute("data-outcome", "wrong")


def test_hints_come_one_after_the_other(open_page: Opener) -> None:
    page = open_page()
    place = exercise(page, "exercise-slope")
    hints = place.locator(".nn-hint > summary")
    expect(hints.nth(0)).to_be_visible()
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).click()
    expect(hints.nth(1)).to_be_visible()
    hints.nth(0).click()
    expect(hints.nth(1)).to_be_visible()
    solution = place.locator(".nn-solution")
    assert solution.locator("summary").inner_text() == PAGE_WORDS["solution"].en
    expect(solution.locator("p")).to_be_hidden()
