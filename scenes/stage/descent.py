"""A point that walks down a plot, step by step, leaving its trail."""

from __future__ import annotations

import numpy as np
from manim import DashedLine, Dot, VGroup, VMobject
from manim.utils.rate_functions import linear, smooth

from nnmath.notation.roles import Role
from scenes.stage import theme
from scenes.stage.motion import Motion
from scenes.stage.plot import Plot

POINTS_OF_A_LINE = 4
LEAST_SHARE = 0.03  # of a step too short to be seen, against the longest


class Descent(VGroup):
    """The positions of a run on a plot: ball, visited points and the hops between them.

    Args:
        plot: Where the run is drawn.
        positions: The weights, in order.
        radius: Of the ball.
    """

    def __init__(self, plot: Plot, positions: np.ndarray, radius: float = 0.14) -> None:
        super().__init__()
        self.plot, self.positions = plot, np.asarray(positions, float)
        self.time = 0.0
        weight = theme.colour(Role.WEIGHT)
        self.hops = VMobject(stroke_color=weight, stroke_width=3, stroke_opacity=0.55)
        self.visited = VMobject(stroke_width=0, fill_color=weight, fill_opacity=0.75)
        self.ball = ball(radius)
        self.stem = VMobject(stroke_color=weight, stroke_width=2.5, stroke_opacity=0.7)
        self.add(self.hops, self.stem, self.visited, self.ball)
        self.spot = Dot(radius=radius * 0.6).points
        self.follow()

    def follow(self) -> None:
        """Lay everything out in the plot's present window."""
        points = self.plot.on(self.positions)
        lines = VMobject().set_points_as_corners(points) if len(points) > 1 else VMobject()
        self._lines = lines.points
        self._spots = (points[:, None, :] + self.spot[None]).reshape(-1, 3)
        self.at_time(self.time)

    def at_time(self, time: float) -> None:
        """Show the run after `time` steps; between two steps the ball slides along the curve."""
        self.time = time
        last = len(self.positions) - 1
        step = min(int(time), last)
        share = smooth(time - step) if step < last else 0.0
        here = self.positions[step]
        there = self.positions[min(step + 1, last)]
        weight = here + (there - here) * share
        place = self.plot.on(weight)
        self.ball.shift(place - self.ball.get_center())
        self.stem.set_points_as_corners([place, self.plot.foot(float(weight))])
        self.hops.points = self._lines[: POINTS_OF_A_LINE * step]
        self.visited.points = self._spots[: len(self.spot) * (step + 1)]

    def run(self, run_time: float, *riders, first: int = 0):
        """The animation of all steps after `first`; riders are called with the number of steps."""
        last = len(self.positions) - 1
        clock = self.pace(first)

        def move(_: VMobject, alpha: float) -> None:
            self.at_time(float(np.interp(alpha, clock, np.arange(first, last + 1))))
            for ride in riders:
                ride(min(int(self.time + 1e-9), last))

        return Motion(self, move, run_time=run_time, rate_func=linear)

    def pace(self, first: int) -> np.ndarray:
        """When each step after `first` ends, from 0 to 1: long moves take longer."""
        points = self.plot.on(self.positions[first:])
        lengths = np.sqrt(np.linalg.norm(np.diff(points, axis=0), axis=1))
        shares = lengths + max(LEAST_SHARE * lengths.max(initial=0), 1e-9)
        return np.concatenate([[0], np.cumsum(shares) / (shares.sum() or 1)])


def ball(radius: float) -> Dot:
    """The moving point, with a rim that sets it off from the curve."""
    weight = theme.colour(Role.WEIGHT)
    return Dot(radius=radius, color=weight, stroke_width=3, stroke_color=theme.GROUND)


def stem(plot: Plot, weight: float) -> DashedLine:
    """The dashed line from a point of the curve down to its weight."""
    return DashedLine(
        plot.on(weight),
        plot.foot(weight),
        color=theme.colour(Role.WEIGHT),
        stroke_width=3,
        dash_length=0.09,
    )
