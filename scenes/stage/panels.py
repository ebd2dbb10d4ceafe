"""Small multiples: the same plot and the same start under several settings, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from manim import Create, FadeIn, LaggedStart, RoundedRectangle, VGroup

from nnmath.notation.roles import Role
from scenes.stage import theme
from scenes.stage.descent import Descent
from scenes.stage.lettering import Formula, paragraph
from scenes.stage.plot import Box, Plot

GAP = 0.24
TITLE = theme.LEAST_LETTER + 0.004
TOP, BOTTOM = 1.75, -1.0
NAME, SETTING, CONDITION = 2.5, -1.6, -2.72


class Panel(VGroup):
    """A plot with a run in it, its name above and its setting and condition below."""

    def __init__(
        self,
        plot: Plot,
        positions: np.ndarray,
        name: str,
        setting: str,
        condition: str,
    ) -> None:
        x, width = plot.box.middle, plot.box.width
        self.plot, self.descent = plot, Descent(plot, positions, radius=0.12)
        self.title = paragraph(name, width + 0.1, TITLE).move_to([x, NAME, 0])
        if len(self.title) == 1:  # on one line with its neighbours, whatever descends below it
            self.title.shift([0, NAME - 0.15 - self.title[0][0].get_bottom()[1], 0])
        self.setting = Formula(setting, theme.SMALL_FORMULA).fit(width).move_to([x, SETTING, 0])
        self.condition = (
            Formula(condition, theme.SMALL_FORMULA).fit(width).move_to([x, CONDITION, 0])
        )
        super().__init__(plot, self.title, self.setting, self.condition, self.descent)

    def announce(self) -> LaggedStart:
        """The animation that names the panel."""
        parts = (self.title, self.setting, self.condition, self.descent)
        return LaggedStart(*(FadeIn(part) for part in parts), lag_ratio=0.1)

    def frame(self) -> RoundedRectangle:
        """A border around the whole panel."""
        border = RoundedRectangle(
            width=self.plot.box.width + 0.3,
            height=NAME - CONDITION + 1.25,
            corner_radius=0.15,
            color=theme.colour(Role.LEARNING_RATE),
            stroke_width=4,
        )
        return border.move_to([self.plot.box.middle, (NAME + CONDITION) / 2 - 0.06, 0])


class Panels(VGroup):
    """A row of panels with one window for all."""

    def __init__(
        self,
        loss: Callable[[np.ndarray], np.ndarray],
        runs: Sequence[np.ndarray],
        names: Sequence[str],
        settings: Sequence[str],
        conditions: Sequence[str],
    ) -> None:
        half_width = 1.15 * max(float(np.max(np.abs(run))) for run in runs)
        width = (theme.FRAME_WIDTH - 2 * theme.MARGIN - GAP * (len(runs) - 1)) / len(runs)
        panels = []
        for index, parts in enumerate(zip(runs, names, settings, conditions, strict=True)):
            left = -theme.FRAME_WIDTH / 2 + theme.MARGIN + index * (width + GAP)
            box = Box(left + 0.08, BOTTOM, left + width - 0.08, TOP)
            panels.append(Panel(Plot(loss, box, half_width, ticks=0), *parts))
        super().__init__(*panels)

    def draw(self) -> LaggedStart:
        """The animation that draws all plots."""
        return LaggedStart(*(Create(panel.plot) for panel in self), lag_ratio=0.12)
