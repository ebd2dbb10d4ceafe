"""The directives that a reader works with: exercises with their hints, and widgets."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from docs._site.directives import BookBlock
from docs._site.links import proof_link
from docs._site.maths import typesetter
from nnmath.publishing import widgets
from nnmath.publishing.fragments import word


class Widget(BookBlock):
    """A picture that the reader moves."""

    NAME, STYLE = "widget", "nn-widget"

    def show(self, element: etree.Element) -> None:
        self.book.find("widget", self.name, dict.fromkeys(widgets.WIDGETS), self.line)
        html = widgets.widget_html(
            self.name,
            self.book.language,
            set_math=typesetter(),
            link=lambda name: proof_link(self.book, name, self.line).href,
        )
        self.anchor(element, f"widget-{self.name}")
        element.set("data-widget", self.name)
        element.set("data-language", self.book.language)
        element.text = self.md.htmlStash.store(html)


class Exercise(BookBlock):
    """The author's question, the place for an answer, then the hints."""

    NAME, STYLE = "exercise", "nn-exercise"

    def show(self, element: etree.Element) -> None:
        exercise = self.book.exercise(self.name, self.line)
        self.anchor(element, self.name)
        element.set("data-exercise", self.name)
        element.set("data-kind", exercise.kind)
        element.set("data-language", self.book.language)
        self.question = etree.SubElement(element, "div", {"class": "nn-exercise-question"})

    def on_add(self, block: etree.Element) -> etree.Element:
        return self.question

    def on_end(self, block: etree.Element) -> None:
        language = self.book.language
        self.raw(block, widgets.exercise_html(self.name, language))
        hints = [child for child in self.question if child.get("class") == "nn-hint"]
        for number, hint in enumerate(hints, 1):
            self.question.remove(hint)
            block.append(hint)
            title = hint.find("summary")
            assert title is not None
            title.text = f"{word('hint', language)} {number}"
        self.raw(block, widgets.solution_html(self.name, language, set_math=typesetter()))

    def raw(self, block: etree.Element, html: str) -> None:
        """Add finished HTML after what the block has so far, as its direct content."""
        placeholder = self.md.htmlStash.store(html)
        if len(block):
            block[-1].tail = (block[-1].tail or "") + placeholder
        else:
            block.text = (block.text or "") + placeholder


class Hint(BookBlock):
    """A hint, closed until the reader asks for it."""

    NAME, NEEDS_NAME = "hint", False

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "details", {"class": "nn-hint"})
        etree.SubElement(element, "summary").text = word("hint", self.book.language)
        self.body = etree.SubElement(element, "div", {"class": "nn-prose"})
        return element

    def on_add(self, block: etree.Element) -> etree.Element:
        return self.body


EXERCISES = (Widget, Exercise, Hint)
