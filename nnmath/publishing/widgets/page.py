"""The HTML of the widgets: everything stands in the page, the script only moves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from nnmath import catalog
from nnmath.notation import symbols
from nnmath.notation.text import Language
from nnmath.printing import latex
from nnmath.proof.nodes import Element, Node, Variable
from nnmath.proof.statements import Statement
from nnmath.proof.tree import walk
from nnmath.publishing.widgets.formulas import change_of_weight, equation, loss_now, slope_now
from nnmath.publishing.widgets.picture import still_picture
from nnmath.publishing.widgets.words import MEANINGS, PAGE_WORDS, SCRIPT_WORDS

SetMath = Callable[[str], str]
Link = Callable[[str], str]

WORDS = {**PAGE_WORDS, **SCRIPT_WORDS}
ICONS = {
    "step": "M5 4v16l9-8zM16 4h3v16h-3z",
    "run": "M6 4v16l13-8z",
    "pause": "M6 4h4v16H6zM14 4h4v16h-4z",
    "reset": "M12 5V1L7 6l5 5V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z",
}


class Page:
    """Words and formulas for one language.

    Args:
        language: Of the words.
        set_math: LaTeX in, HTML out.
        link: Catalog id in, address of its proof out.
    """

    def __init__(self, language: Language, set_math: SetMath, link: Link) -> None:
        self.language = language
        self.set_math = set_math
        self.link = link

    def word(self, name: str, **values: str) -> str:
        """A word of the interface, safe in HTML."""
        return escape(WORDS[name].to(self.language).format(**values))

    def math(self, thing: Node | Statement) -> str:
        """A formula in the colours of its symbols."""
        return self.set_math(latex(thing, language=self.language, marked=True))


def gradient_step(page: Page) -> str:
    """Descend the worked example by hand."""
    return (
        f'<div class="nn-widget-body" role="group" aria-label="{page.word("widget")}">'
        f'<div class="nn-plots">{plot_of_parabola(page)}{plot_of_losses(page)}</div>'
        f'<div class="nn-widget-controls">{quantities(page)}{buttons(page)}</div>'
        f"{regimes(page)}{numbers(page)}"
        f'<p class="nn-unseen" data-live aria-live="polite"></p>'
        "</div>"
    )


def plot_of_parabola(page: Page) -> str:
    """The parabola, with the point as a slider over it."""
    loss = equation("worked-example-loss")
    slider = (
        '<div class="nn-point" role="slider" tabindex="0" aria-valuenow="0"'
        f' aria-label="{page.word("point")}"></div>'
    )
    (across,) = loss.left.arguments  # type: ignore[attr-defined]
    inside = slider + f"<noscript>{still_picture(page.word)}</noscript>"
    return plot(page, "parabola", page.math(loss), page.math(across), inside)


def plot_of_losses(page: Page) -> str:
    """The loss over the updates."""
    steps = page.math(Variable(symbols.ITERATION))
    scale = (
        '<label class="nn-widget-check"><input type="checkbox" data-action="scale" disabled>'
        f"{page.word('scale')}</label>"
    )
    return plot(page, "loss-curve", scale + page.math(loss_now()), steps, "")


def plot(page: Page, name: str, up: str, across: str, inside: str) -> str:
    """A picture with the formulas of its axes."""
    return (
        f'<figure class="nn-plot"><figcaption>{page.word(f"{name}-title")}'
        f'<span class="nn-plot-formula">{up}</span></figcaption>'
        f'<div class="nn-stage" data-plot="{name}">'
        f'<canvas role="img" aria-label="{page.word(name)}"></canvas>{inside}'
        f'<div class="nn-plot-across" aria-hidden="true">{across}</div></div></figure>'
    )


def quantities(page: Page) -> str:
    """A slider and a number field each for the learning rate and the start."""
    rate = Variable(symbols.LEARNING_RATE)
    start = member(equation("gradient-descent-closed-form").right)
    return quantity(page, "learning-rate", page.math(rate)) + quantity(
        page, "start", page.math(start)
    )


def member(node: Node) -> Node:
    """The first member of a sequence that an expression speaks of."""
    return next(part for part in walk(node) if isinstance(part, Element))


def quantity(page: Page, name: str, symbol: str) -> str:
    """One quantity: name, slider, number."""
    label = page.word(name)
    entry = page.word("entry", quantity=PAGE_WORDS[name].to(page.language))
    return (
        f'<div class="nn-quantity nn-{name}"><label for="gradient-step-{name}">'
        f"{label} {symbol}</label>"
        f'<input type="range" id="gradient-step-{name}" data-slider="{name}"'
        ' min="0" max="100" step="1" disabled>'
        f'<input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" size="6"'
        f' data-entry="{name}" aria-label="{entry}" disabled></div>'
    )


def icon(name: str) -> str:
    """A small sign on a button."""
    return (
        f'<svg class="nn-icon nn-icon-{name}" viewBox="0 0 24 24" aria-hidden="true">'
        f'<path d="{ICONS[name]}"/></svg>'
    )


def buttons(page: Page) -> str:
    """What the reader can have done."""
    word = page.word
    return (
        '<div class="nn-widget-buttons">'
        f'<button type="button" data-action="step" disabled>{icon("step")}{word("step")}</button>'
        f'<button type="button" data-action="run" disabled>{icon("run")}{icon("pause")}'
        f"<span data-label>{word('run')}</span></button>"
        f'<button type="button" data-action="reset" disabled>{icon("reset")}{word("reset")}'
        "</button>"
        f'<button type="button" data-action="example" disabled>{word("example")}</button></div>'
    )


def regimes(page: Page) -> str:
    """The regimes as buttons, and what the current one means, with its proof."""
    choices = "".join(
        f'<button type="button" data-regime="{regime.id}" aria-pressed="false" disabled>'
        f'<span class="nn-regime-name">{escape(regime.name.to(page.language))}</span>'
        f'<span class="nn-regime-condition">{page.math(regime.condition)}</span></button>'
        for regime in catalog.regimes
    )
    meanings = "".join(meaning(page, regime.id, regime.theorem) for regime in catalog.regimes)
    return (
        f'<div class="nn-regimes" role="group" aria-label="{page.word("regimes")}">{choices}</div>'
        f'<div class="nn-meanings">{meanings}{meaning(page, "at-rest", None)}</div>'
        '<p class="nn-widget-note" data-note></p>'
    )


def meaning(page: Page, name: str, theorem: str | None) -> str:
    """A regime in a sentence; only the current one is seen, the others keep the place."""
    words = escape(MEANINGS[name].to(page.language))
    proof = ""
    if theorem:
        title = escape(catalog[theorem].name.to(page.language))
        address = escape(page.link(theorem))
        proof = f' <a href="{address}">{page.word("proof")}: {title}</a>'
    return f'<p data-meaning="{name}">{words}{proof}</p>'


def numbers(page: Page) -> str:
    """The numbers of the current step under their formulas."""
    step = equation("gradient-descent-step")
    cells: Mapping[str, Node] = {
        "steps": Variable(symbols.ITERATION),
        "weight": member(step.right),
        "loss": loss_now(),
        "slope": slope_now(),
        "update": change_of_weight(),
        "next": step.left,
    }
    rows = "".join(
        f'<div><dt>{page.math(node)}</dt><dd data-value="{name}">–</dd></div>'
        for name, node in cells.items()
    )
    label = page.word("numbers")
    return f'<div role="group" aria-label="{label}"><dl class="nn-numbers">{rows}</dl></div>'


WIDGETS: Mapping[str, Callable[[Page], str]] = {"gradient-step": gradient_step}


def widget_html(name: str, language: Language, *, set_math: SetMath, link: Link) -> str:
    """Return the content of a widget's place on a page.

    Args:
        name: One of WIDGETS.
        language: Of the page.
        set_math: Turns LaTeX into HTML.
        link: Turns a catalog id into the address where its proof stands.

    Raises:
        KeyError: There is no such widget.
    """
    return WIDGETS[name](Page(language, set_math, link))
