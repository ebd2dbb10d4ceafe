"""Colours, type sizes and the safe area of every frame."""

from __future__ import annotations

from manim import ManimColor

from nnmath.notation.roles import Role
from scenes.fonts import FONT as FONT

# A dark ground keeps a projector's black from glaring
GROUND = ManimColor("#0e131c")
PANEL = ManimColor("#171f2d")
LINE = ManimColor("#76839a")
FAINT = ManimColor("#3c475b")
PLAIN = ManimColor(Role.PLAIN.colour.on_dark)

# The frame is 8 units high: 8/28 is the least letter height for the last row of the hall
FRAME_WIDTH, FRAME_HEIGHT = 128 / 9, 8.0
LEAST_LETTER = FRAME_HEIGHT / 28
MARGIN = 0.25

# Heights of a capital letter or a digit, in frame units
HEADLINE, LABEL, FORMULA, SMALL_FORMULA = 0.37, 0.30, 0.46, 0.34


def colour(role: Role) -> ManimColor:
    """The role's colour on the dark ground."""
    return ManimColor(role.colour.on_dark)
