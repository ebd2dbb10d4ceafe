"""The HTML of an exercise's answer: a form for it, and the answer itself, closed."""

from __future__ import annotations

import json
from html import escape

from nnmath import catalog
from nnmath.catalog import Exercise
from nnmath.notation.text import Language
from nnmath.printing import latex
from nnmath.proof.nodes import as_node
from nnmath.proof.rationals import decimal
from nnmath.proof.statements import equal
from nnmath.publishing.widgets.page import SetMath
from nnmath.publishing.widgets.words import PAGE_WORDS


def exercise_html(name: str, language: Language) -> str:
    """Return the form for the answer to an exercise.

    Args:
        name: The exercise's id.
        language: Of the page.

    Raises:
        KeyError: There is no such exercise.
    """
    exercise = catalog.exercises[name]
    slips = [[str(value), text.to(language)] for value, text in exercise.slips]
    fields = choices(exercise, language) if exercise.kind == "choice" else number(name, language)
    return (
        f'<form class="nn-answer" data-answer="{escape(str(exercise.answer))}"'
        f' data-slips="{escape(json.dumps(slips, ensure_ascii=False))}" novalidate>'
        f"{fields}"
        f'<button type="submit" disabled>{word("check", language)}</button>'
        f'<p class="nn-feedback" id="{name}-feedback" role="status" data-feedback></p></form>'
        f"<noscript><p>{word('no-script', language)}</p></noscript>"
    )


def solution_html(name: str, language: Language, *, set_math: SetMath) -> str:
    """Return the answer to an exercise, closed until the reader asks for it.

    Args:
        name: The exercise's id.
        language: Of the page.
        set_math: Turns LaTeX into HTML.

    Raises:
        KeyError: There is no such exercise.
    """
    exercise = catalog.exercises[name]
    return (
        f'<details class="nn-solution"><summary>{word("solution", language)}</summary>'
        f"<p>{shown_answer(exercise, language, set_math)}</p></details>"
    )


def shown_answer(exercise: Exercise, language: Language, set_math: SetMath) -> str:
    """The answer as a reader writes it; a fraction also as the decimal that it is."""
    if isinstance(exercise.answer, str):
        return escape(dict(exercise.choices)[exercise.answer].to(language))
    spellings = dict.fromkeys((str(exercise.answer), decimal(exercise.answer)))
    return set_math(" = ".join(latex(as_node(each), language=language) for each in spellings))


def given_numbers(exercise: Exercise, language: Language) -> str:
    """The numbers of a question, as LaTeX.

    >>> given_numbers(catalog.exercises["exercise-quadratic-limit"], "en")
    'a = 4'
    """
    return r",\ ".join(
        latex(equal(place, decimal(value)), language=language, marked=True)
        for place, value in exercise.given
    )


def number(name: str, language: Language) -> str:
    """A field for a number."""
    return (
        f'<label for="{name}-answer">{word("answer", language)}</label>'
        f'<input id="{name}-answer" name="answer" type="text" autocomplete="off"'
        f' autocapitalize="off" spellcheck="false" size="10" maxlength="64"'
        f' aria-describedby="{name}-feedback">'
    )


def choices(exercise: Exercise, language: Language) -> str:
    """One of several."""
    options = "".join(
        f'<label><input type="radio" name="answer" value="{escape(value)}">'
        f"{escape(text.to(language))}</label>"
        for value, text in exercise.choices
    )
    return f"<fieldset><legend>{word('choices', language)}</legend>{options}</fieldset>"


def word(name: str, language: Language) -> str:
    """A word of the interface, safe in HTML."""
    return escape(PAGE_WORDS[name].to(language))
