"""A magnifier: the true geometry around one step, enlarged and labelled with its factor."""

from __future__ import annotations

import numpy as np
from manim import Arrow, Circle, Dot, Line, VGroup, VMobject

from nnmath.notation.roles import Role
from scenes.stage import theme
from scenes.stage.lettering import Words
from scenes.stage.plot import Plot

VISIBLE = 0.7  # least length, in frame units, at which a step is seen without a magnifier
RADIUS = 1.3
LONGEST = 2.0  # of a step in the glass
ROUND = (1, 2, 5)


def round_factor(wanted: float) -> int:
    """The greatest of 1, 2, 5, 10, 20, … that is at most `wanted`."""
    power = 10 ** int(np.floor(np.log10(max(wanted, 1))))
    return max(m * power for m in ROUND if m * power <= max(wanted, 1))


class Direct:
    """The plot itself, where the step is long enough to be seen."""

    factor = 1

    def __init__(self, plot: Plot, before: float, after: float) -> None:
        self.plot = plot
        self.frame = VGroup()

    def at(self, weight, loss) -> np.ndarray:
        """The points of the frame for weights and losses."""
        return self.plot.at(weight, loss)

    def on(self, weight) -> np.ndarray:
        """The points of the curve over weights."""
        return self.plot.on(weight)


class Closeup(Direct):
    """A round glass with the neighbourhood of a step, `factor` times as large.

    Args:
        plot: The plot that is looked at.
        before: The weight before the step.
        after: The weight after it.
        centre: Where the glass stands in the frame.
    """

    def __init__(
        self, plot: Plot, before: float, after: float, centre: tuple[float, float]
    ) -> None:
        super().__init__(plot, before, after)
        self.centre = np.array([*centre, 0.0])
        self.middle = plot.on((before + after) / 2)
        length = np.linalg.norm(plot.on(after) - plot.on(before))
        self.factor = round_factor(LONGEST / length)
        self.glass = Circle(
            radius=RADIUS, color=theme.LINE, stroke_width=4, fill_color=theme.PANEL, fill_opacity=1
        ).move_to(self.centre)
        self.ring = Circle(radius=0.2, color=theme.LINE, stroke_width=4).move_to(self.middle)
        self.beams = VGroup(*self._beams())
        self.curve = VMobject(stroke_color=theme.PLAIN, stroke_width=6)
        half = RADIUS / self.factor / plot.box.width * 2 * plot.half_width
        weights = np.linspace(-half, half, 121) + (before + after) / 2
        points = self.on(weights)
        inside = np.linalg.norm(points - self.centre, axis=1) <= RADIUS - 0.03
        self.curve.set_points_as_corners(points[inside])
        self.label = Words(f"×{self.factor:,}".replace(",", " "), theme.LABEL)
        self.label.next_to(self.glass, direction=np.array([0, -1.0, 0]), buff=0.15)
        self.frame = VGroup(self.beams, self.ring, self.glass, self.curve, self.label)

    def _beams(self) -> list[Line]:
        """The two tangents of ring and glass."""
        gap = self.centre - self.middle
        distance = np.linalg.norm(gap)
        along = gap / distance
        tilt = (RADIUS - 0.2) / distance
        beams = []
        for side in (1, -1):
            across = side * np.array([-along[1], along[0], 0])
            normal = -tilt * along + np.sqrt(1 - tilt**2) * across
            beams.append(
                Line(
                    self.middle + 0.2 * normal,
                    self.centre + RADIUS * normal,
                    color=theme.FAINT,
                    stroke_width=3,
                )
            )
        return beams

    def at(self, weight, loss) -> np.ndarray:
        return self.centre + self.factor * (self.plot.at(weight, loss) - self.middle)

    def on(self, weight) -> np.ndarray:
        return self.centre + self.factor * (self.plot.on(weight) - self.middle)


def look_at(plot: Plot, before: float, after: float, centre: tuple[float, float]) -> Direct:
    """A magnifier where the step is too short to be seen, and the plot itself elsewhere."""
    length = np.linalg.norm(plot.on(after) - plot.on(before))
    if length == 0 or length >= VISIBLE:
        return Direct(plot, before, after)
    return Closeup(plot, before, after, centre)


class Step(VGroup):
    """One step in a view: the point before, the arrow along the axis, the point that moves."""

    def __init__(self, view: Direct, before: float, after: float) -> None:
        self.view, self.before, self.after = view, before, after
        weight = theme.colour(Role.WEIGHT)
        start, end = view.on(before), view.on(after)
        self.corner = np.array([end[0], start[1], 0])
        long = np.linalg.norm(self.corner - start)
        self.arrow = (
            Arrow(
                start,
                self.corner,
                buff=0,
                color=weight,
                stroke_width=7,
                tip_length=min(0.26, long * 0.4),
                max_stroke_width_to_length_ratio=50,
            )
            if long
            else VGroup()
        )
        self.fall = Line(self.corner, end, color=weight, stroke_width=3, stroke_opacity=0.7)
        self.ghost = Dot(start, radius=0.12, color=weight, fill_opacity=0.45)
        self.ball = Dot(start, radius=0.13, color=weight)
        super().__init__(self.fall, self.arrow, self.ghost, self.ball)

    def slide(self, ball: Dot, alpha: float) -> None:
        """Put the ball at a share of the way along the curve."""
        place = self.view.on(self.before + (self.after - self.before) * alpha)
        ball.shift(place - ball.get_center())
