"""The picture of one step on a loss: plot, point, tangent, the step itself, and their labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import DOWN, LEFT, UP, Animation, FadeOut, Mobject, VGroup

from scenes.stage import theme
from scenes.stage.closeup import Closeup, Step, look_at
from scenes.stage.descent import Descent, ball, stem
from scenes.stage.lettering import Formula
from scenes.stage.motion import Motion
from scenes.stage.placement import overlap, place, rectangle
from scenes.stage.plot import Box, Plot
from scenes.stage.tangent import Tangent

BOX = Box(-6.25, -1.1, 6.25, 2.85)
INTERIOR = Box(-5.9, -0.3, 5.9, 2.8)
GLASS = (0.0, 1.42)
OPENING = -2.7  # height of the large equation
ROOM = 1.35  # half width of a window over the greatest weight in it
FARTHEST = 15  # weights farther out than this many times the start would shrink the start away
RESTING_WINDOW = 3.0  # half width when the run never leaves 0


@dataclass(frozen=True)
class Labels:
    """The formulas of the picture, as marked Typst."""

    weight: str
    loss: str
    equation: str
    here: str
    slope: str
    amount: str


class StepPicture:
    """All parts of the picture, in their places.

    Args:
        loss: The loss of an array of weights.
        positions: The weights of the run.
        slope: The derivative at the first.
        labels: The formulas.
    """

    def __init__(
        self,
        loss: Callable[[np.ndarray], np.ndarray],
        positions: np.ndarray,
        slope: float,
        labels: Labels,
    ) -> None:
        self.positions, self.steps = seen(positions), len(positions) - 1
        self.before, self.after = (float(weight) for weight in positions[:2])
        self.plot = Plot(loss, BOX, window(positions[:2]))
        self.names = VGroup(
            Formula(labels.weight, theme.SMALL_FORMULA).move_to([BOX.right + 0.45, BOX.bottom, 0]),
            Formula(labels.loss, theme.SMALL_FORMULA).move_to([BOX.left - 0.4, BOX.top - 0.2, 0]),
        )
        # The equation stands across from the start, where the tangent will not come
        side = 1 if self.before >= 0 else -1
        curve = self.plot.curve
        self.equation = Formula(labels.equation, 0.36)
        place(self.equation, np.array([-3.4 * side, 2.4]), INTERIOR, [curve])
        # It opens the film in large letters and goes to its place when the rule needs the room
        self.equation.generate_target()
        self.equation.scale(1.7).move_to([0, OPENING, 0])
        self.ball = ball(0.14).move_to(self.plot.on(self.before))
        self.stem = stem(self.plot, self.before)
        self.here = Formula(labels.here, 0.36)
        self.here.move_to(self.plot.foot(self.before) + 0.42 * DOWN)
        self.tangent = Tangent(self.plot, self.before, slope)
        self.slope = Formula(labels.slope, 0.42).fit(5.2)
        place(
            self.slope,
            self.plot.on(self.before) + 1.1 * UP + 1.2 * side * LEFT,
            INTERIOR,
            [curve, self.tangent, self.stem],
            [self.equation.target],
        )
        self.view = look_at(self.plot, self.before, self.after, GLASS)
        self.step = Step(self.view, self.before, self.after)
        self.amount = self._amount(labels.amount, side)

    @property
    def kind(self) -> str:
        """Whether the step is seen directly, in a magnifier, or there is none."""
        if self.before == self.after:
            return "still"
        return "closeup" if isinstance(self.view, Closeup) else "direct"

    @property
    def shown(self) -> int:
        """How many steps of the run stay in sight."""
        return len(self.positions) - 1

    @property
    def extent(self) -> str:
        """Whether the run is shown whole."""
        return "whole" if self.shown == self.steps else "cut"

    def _amount(self, source: str, side: int) -> VGroup:
        """The number of the step, beside its arrow; nothing where there is no step."""
        if self.kind == "still":
            return VGroup()
        lines = [self.plot.curve, self.tangent, self.step.arrow, self.step.fall, self.stem]
        blocks = [self.equation.target, self.step.ball]
        near = self.step.arrow.get_center() + 0.4 * UP
        if self.kind == "closeup":
            blocks += [self.view.glass, self.view.label]
            lines += [*self.view.beams]
            near = np.array([GLASS[0] - 2.2 * side, GLASS[1] - 0.3])
        label = Formula(source, 0.36).fit(3.2)
        return VGroup(place(label, near, INTERIOR, lines, blocks))

    def hide_ticks(self) -> Animation:
        """The tick numbers that the label of the present weight would touch make way for it."""
        own = rectangle(self.here)
        touched = [t for t in self.plot.marks if overlap(own, rectangle(t[1]), 0.15)]
        for tick in touched:
            tick.hushed = True
        return VGroup(*(tick[1] for tick in touched)).animate.set_opacity(0)

    def take_step(self, run_time: float) -> Motion:
        """The ball moves, in the plot and in the magnifier alike."""
        balls = VGroup(self.ball, self.step.ball)

        def move(_: Mobject, alpha: float) -> None:
            self.step.slide(self.step.ball, alpha)
            weight = self.before + (self.after - self.before) * alpha
            self.ball.shift(self.plot.on(weight) - self.ball.get_center())

        return Motion(balls, move, run_time=run_time)

    def clear_step(self) -> FadeOut:
        """All that speaks of the first step goes; the plot stays."""
        return FadeOut(
            VGroup(
                *(self.equation, self.stem, self.here, self.tangent),
                *(self.view.frame, self.step, self.amount),
            )
        )

    def descent(self) -> Descent:
        """The whole run, standing after its first step."""
        walk = Descent(self.plot, self.positions)
        walk.at_time(min(1, len(self.positions) - 1))
        return walk

    @property
    def wide(self) -> float:
        """The half width of a window that holds the whole run; never smaller than the present."""
        needed = window(self.positions) / ROOM * 1.1
        return max(self.plot.half_width, needed)


def window(positions: np.ndarray) -> float:
    """Half width of the window that shows some weights."""
    return ROOM * float(np.max(np.abs(positions))) or RESTING_WINDOW


def seen(positions: np.ndarray) -> np.ndarray:
    """The run up to the last step that leaves the start in sight."""
    positions = np.asarray(positions, float)
    far = np.abs(positions) > FARTHEST * max(abs(positions[0]), 1e-12)
    far[:2] = False
    return positions[: int(np.argmax(far))] if far.any() else positions
