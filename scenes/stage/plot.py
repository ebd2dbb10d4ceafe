"""A curve over one weight: axes with ticks, and windows that move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import Line, VGroup, VMobject
from manim.utils.rate_functions import smooth

from scenes.stage import theme
from scenes.stage.lettering import Words
from scenes.stage.motion import Motion

SAMPLES = 193
FLOOR = 0.09  # share of the height below the least loss


@dataclass(frozen=True)
class Box:
    """A rectangle of the frame."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def tick_step(half_width: float, ticks: int) -> float:
    """The step of the series 1, 2, 5, 10, … that gives about `ticks` ticks a side."""
    rough = half_width / ticks
    power = 10 ** np.floor(np.log10(rough))
    return float(power * next(m for m in (1, 2, 5, 10) if m * power >= rough * 0.999))


class Plot(VGroup):
    """The graph of a loss over weights from −half_width to half_width.

    Args:
        loss: The loss of an array of weights.
        box: Where it stands in the frame.
        half_width: The window's half width, in weights.
        ticks: Numbered ticks a side; 0 for bare axes.
    """

    def __init__(
        self,
        loss: Callable[[np.ndarray], np.ndarray],
        box: Box,
        half_width: float,
        ticks: int = 2,
    ) -> None:
        super().__init__()
        self.loss, self.box, self.ticks = loss, box, ticks
        line = {"color": theme.LINE, "stroke_width": 3}
        self.axes = VGroup(
            Line([box.left, box.bottom, 0], [box.right, box.bottom, 0], **line),
            Line([box.left, box.bottom, 0], [box.left, box.top, 0], **line),
        )
        self.curve = VMobject(stroke_color=theme.PLAIN, stroke_width=6)
        self.marks = VGroup()
        self.add(self.axes, self.marks, self.curve)
        self.show(half_width)
        self.marks.add(*self.ticks_of(half_width))

    def show(self, half_width: float) -> None:
        """Set the window and draw the curve in it."""
        self.half_width = half_width
        weights = np.linspace(-half_width, half_width, SAMPLES)
        losses = np.asarray(self.loss(weights), float)
        self.low, self.high = losses.min(), losses.max()
        inside = slice(2, -2)  # stop short of the corners of the box
        self.curve.set_points_smoothly(self.at(weights[inside], losses[inside]))

    def at(self, weight, loss) -> np.ndarray:
        """The points of the frame for weights and losses."""
        box = self.box
        x = box.middle + np.asarray(weight, float) / self.half_width * box.width / 2
        share = (np.asarray(loss, float) - self.low) / (self.high - self.low)
        y = box.bottom + box.height * (FLOOR + (1 - FLOOR) * share)
        return np.stack([x, y, np.zeros_like(x)], axis=-1)

    def on(self, weight) -> np.ndarray:
        """The points of the curve over weights."""
        return self.at(weight, self.loss(np.asarray(weight, float)))

    def foot(self, weight: float) -> np.ndarray:
        """The point of the weight axis below a weight."""
        return np.array([self.at(weight, self.low)[0], self.box.bottom, 0])

    def direction(self, slope: float) -> np.ndarray:
        """The unit vector of the frame along a line of that slope."""
        a, b = self.at(0, self.low), self.at(self.half_width, self.low + slope * self.half_width)
        return (b - a) / np.linalg.norm(b - a)

    def ticks_of(self, half_width: float) -> list[VGroup]:
        """The numbered ticks of a window."""
        if not self.ticks:
            return []
        step = tick_step(half_width, self.ticks)
        count = int(half_width * 0.97 // step)
        return [self._tick(number * step) for number in range(-count, count + 1)]

    def _tick(self, weight: float) -> VGroup:
        label = Words(f"{weight + 0.0:.10g}".replace("-", "−"), theme.LEAST_LETTER + 0.005)
        label.set_color(theme.LINE)
        tick = VGroup(Line([0, 0, 0], [0, -0.12, 0], color=theme.LINE, stroke_width=3), label)
        tick.weight, tick.hushed = weight, False
        self._place(tick)
        return tick

    def _place(self, tick: VGroup) -> None:
        x = float(self.foot(tick.weight)[0])
        tick[0].put_start_and_end_on([x, self.box.bottom, 0], [x, self.box.bottom - 0.12, 0])
        tick[1].move_to([x, self.box.bottom - 0.38, 0])

    def _fade(self, ticks: list[VGroup], opacity: float) -> None:
        for tick in ticks:
            self._place(tick)
            seen = opacity if abs(tick.weight) <= self.half_width else 0
            tick[0].set_opacity(seen)
            tick[1].set_opacity(0 if tick.hushed else seen)

    def zoom(self, half_width: float, *riders: Callable[[], object], run_time: float = 2.0):
        """The animation to another window; `riders` are called to follow every frame."""
        if half_width == self.half_width:
            for tick in self.marks:
                tick.hushed = False
            return self.marks.animate(run_time=0.8).set_opacity(1)
        old, new = list(self.marks), self.ticks_of(half_width)
        self.marks.add(*new)
        start = self.half_width

        def move(_: VMobject, alpha: float) -> None:
            self.show(start * (half_width / start) ** alpha)
            for ticks, share in ((old, 1 - 2 * alpha), (new, 2 * alpha - 1)):
                self._fade(ticks, float(np.clip(share, 0, 1)))
            if alpha == 1:
                self.marks.submobjects = new
            for follow in riders:
                follow()

        return Motion(self, move, run_time=run_time, rate_func=smooth)
