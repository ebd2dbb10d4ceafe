"""The formula board: a rule, and below it the numbers that move into its places."""

from __future__ import annotations

from manim import (
    DOWN,
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    LaggedStart,
    Mobject,
    RoundedRectangle,
    TransformFromCopy,
    VGroup,
    Write,
)
from manim.utils.rate_functions import there_and_back

from nnmath.notation.roles import Role
from scenes.stage import theme
from scenes.stage.lettering import Formula, Words

UPPER, LOWER = -2.36, -3.32
WIDEST = theme.FRAME_WIDTH - 4 * theme.MARGIN


class Chip(VGroup):
    """A named setting in a frame of its role's colour."""

    def __init__(self, name: str, formula: Formula, role: Role) -> None:
        self.formula = formula
        content = VGroup(Words(name, theme.LABEL, role), formula).arrange(RIGHT, buff=0.3)
        border = RoundedRectangle(
            width=content.width + 0.5,
            height=max(content.height, 0.5) + 0.3,
            corner_radius=0.15,
            color=theme.colour(role),
            stroke_width=3,
            fill_color=theme.PANEL,
            fill_opacity=1,
        )
        super().__init__(border, content.move_to(border))


class Board(VGroup):
    """A rule, a setting beside it, and the same rule with numbers below.

    Args:
        rule: The rule, with its parts as groups.
        numbers: The rule with numbers, the same groups.
        chip: The setting that one of the numbers comes from.
    """

    def __init__(self, rule: Formula, numbers: Formula, chip: Chip) -> None:
        self.rule, self.numbers, self.chip = rule, numbers, chip
        row = VGroup(rule, chip).arrange(RIGHT, buff=0.7)
        row.move_to([0, UPPER, 0])
        numbers.fit(WIDEST).move_to([0, LOWER, 0])
        shift = rule.part("next").get_right()[0] - numbers.part("next").get_right()[0]
        low = -WIDEST / 2 - numbers.get_left()[0]
        high = WIDEST / 2 - numbers.get_right()[0]
        numbers.shift([min(max(shift, low), high), 0, 0])
        super().__init__(rule, chip, numbers)

    def skeleton(self) -> Animation:
        """What the rule and its numbers share, copied down: the left side and the signs."""
        left = self.numbers.part("next")
        signs = self.signs()
        return AnimationGroup(
            TransformFromCopy(self.rule.part("next"), left),
            *(FadeIn(sign, shift=0.5 * DOWN) for sign in signs),
        )

    def signs(self) -> VGroup:
        """The glyphs of the numbers' line between its groups, up to the second `=`."""
        end = self.numbers.part("slope").get_right()[0]
        bracketed = end + 0.35 * self.numbers.letter
        return VGroup(*(sign for sign in self._between() if sign.get_center()[0] < bracketed))

    def set_in(self, name: str, source: Mobject, arc: float = 0.0) -> Animation:
        """The number of a group flying from where it comes from to its place."""
        return AnimationGroup(
            self.rule.part(name).animate(rate_func=there_and_back).scale(1.15),
            TransformFromCopy(source, self.numbers.part(name), path_arc=arc),
        )

    def _between(self) -> VGroup:
        groups = ("next", "here", "rate", "slope", "value")
        return self.numbers.rest(*(self.numbers.part(name) for name in groups))

    def outcome(self) -> Animation:
        """The second `=` and the value."""
        equals = [sign for sign in self._between() if sign not in self.signs()]
        return LaggedStart(
            FadeIn(VGroup(*equals)), Write(self.numbers.part("value")), lag_ratio=0.3
        )
