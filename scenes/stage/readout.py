"""A number that changes every frame without typesetting: it swaps glyphs drawn once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from manim import VGroup, VMobject

from nnmath.notation.roles import Role
from scenes.stage import theme
from scenes.stage.lettering import Formula, Words

CHARACTERS = "0123456789.−"


@cache
def atlas() -> tuple[dict[str, np.ndarray], float]:
    """The points of each character at capital height 1, and the width of a digit's cell."""
    row = Words("0" + "0".join(CHARACTERS) + "0", 1.0).submobjects
    base = row[0].get_bottom()[1]
    pair = Words("00", 1.0).submobjects
    cell = pair[1].get_left()[0] - pair[0].get_left()[0]
    shapes = {}
    for index, character in enumerate(CHARACTERS):
        glyph = row[2 * index + 1]
        centre = np.array([glyph.get_center()[0], base, 0])
        shapes[character] = glyph.points - centre
    shapes[" "] = np.zeros((0, 3))
    return shapes, cell


class Readout(VGroup):
    """A number in slots of equal width, right-aligned.

    Args:
        slots: How many characters it has room for.
        size: Height of a digit.
        role: Its colour.
    """

    def __init__(self, slots: int, size: float = theme.LABEL, role: Role = Role.PLAIN) -> None:
        tint = theme.colour(role)
        super().__init__(
            *(VMobject(fill_color=tint, fill_opacity=1, stroke_width=0) for _ in range(slots))
        )
        self.size, self.letter = size, size
        self.corner = np.zeros(3)
        self.shown = ""

    def put(self, left: float, bottom: float) -> Readout:
        """Set the lower left corner."""
        self.corner = np.array([left, bottom, 0.0])
        shown, self.shown = self.shown, ""
        return self.show(shown)

    @property
    def span(self) -> float:
        """Width of all slots."""
        return len(self.submobjects) * atlas()[1] * self.size

    def show(self, text: str) -> Readout:
        """Display `text`, which must fit the slots."""
        shapes, cell = atlas()
        text = text.replace("-", "−").rjust(len(self.submobjects))
        if len(text) > len(self.submobjects):
            raise ValueError(f"{text!r} does not fit {len(self.submobjects)} slots")
        if text != self.shown:
            for index, (glyph, character) in enumerate(zip(self.submobjects, text, strict=True)):
                offset = self.corner + np.array([(index + 0.5) * cell * self.size, 0, 0])
                glyph.points = shapes[character] * self.size + offset
            self.shown = text
        return self


def places(values: np.ndarray, digits: int = 5) -> int:
    """Decimal places that show the greatest of `values` with `digits` digits."""
    greatest = float(np.max(np.abs(values), initial=0))
    whole = len(f"{greatest:.0f}")
    return max(0, digits - whole)


def formatted(values: np.ndarray, digits: int = 5) -> list[str]:
    """Each value with the same number of decimal places."""
    count = places(values, digits)
    return [f"{round(float(value), count) + 0.0:.{count}f}" for value in values]


class Gauges(VGroup):
    """The number of steps, the weight and the loss along a run.

    Args:
        names: The formulas of the three, as marked Typst.
        positions: The weights.
        losses: The loss at each.
        y: Height of the row in the frame.
    """

    def __init__(
        self, names: Sequence[str], positions: np.ndarray, losses: np.ndarray, y: float
    ) -> None:
        super().__init__()
        counts = [str(step) for step in range(len(positions))]
        self.values = [counts, formatted(positions), formatted(losses)]
        names = [Formula(f"{source} =", theme.SMALL_FORMULA) for source in names]
        roles = (Role.PLAIN, Role.WEIGHT, Role.LOSS)
        self.readouts = [
            Readout(max(map(len, texts)), theme.SMALL_FORMULA, role)
            for role, texts in zip(roles, self.values, strict=True)
        ]
        widths = [
            name.width + 0.25 + readout.span
            for name, readout in zip(names, self.readouts, strict=True)
        ]
        gap = 1.0
        x = -(sum(widths) + gap * (len(widths) - 1)) / 2
        for name, readout, width in zip(names, self.readouts, widths, strict=True):
            name.move_to([x + name.width / 2, y, 0])
            name.shift([0, y - name[-1].get_center()[1], 0])  # the sign = on the line's middle
            readout.put(x + name.width + 0.25, y - theme.SMALL_FORMULA / 2)
            x += width + gap
        self.add(*names, *self.readouts)
        self.show(0)

    def show(self, step: int) -> None:
        """Display the values after a number of steps."""
        for readout, values in zip(self.readouts, self.values, strict=True):
            readout.show(values[step])
