"""The tangent of a plot's curve at a point."""

from __future__ import annotations

import numpy as np
from manim import Line

from nnmath.notation.roles import Role
from scenes.stage import theme
from scenes.stage.plot import Plot

HALF = 1.7  # half length in frame units


class Tangent(Line):
    """A segment with the curve's slope through a point, cut at the plot's box."""

    def __init__(self, plot: Plot, weight: float, slope: float) -> None:
        point, along = plot.on(weight), plot.direction(slope)
        ends = [point + side * reach(plot, point, side * along) * along for side in (-1, 1)]
        super().__init__(*ends, color=theme.colour(Role.GRADIENT), stroke_width=7)


def reach(plot: Plot, point: np.ndarray, along: np.ndarray) -> float:
    """How far a segment may go from a point before it leaves the box."""
    box = plot.box
    low, high = np.array([box.left, box.bottom]), np.array([box.right, box.top])
    bounds = np.where(along[:2] > 0, high, low)
    with np.errstate(divide="ignore", invalid="ignore"):
        room = np.where(along[:2] == 0, np.inf, (bounds - point[:2]) / along[:2])
    return float(min(HALF, room.min()))
