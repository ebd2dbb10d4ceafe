"""What a colour means: one role, one colour, in formula, film, widget and text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nnmath.notation.text import Text


@dataclass(frozen=True)
class Colour:
    """A role's colour as `#rrggbb`, chosen for contrast of at least 4.5 on either ground."""

    on_light: str
    on_dark: str


class Role(Enum):
    """The part a quantity plays in learning."""

    WEIGHT = "weight"
    BIAS = "bias"
    GRADIENT = "gradient"
    LOSS = "loss"
    LEARNING_RATE = "learning-rate"
    DATA = "data"
    TARGET = "target"
    PREDICTION = "prediction"
    PLAIN = "plain"

    @property
    def colour(self) -> Colour:
        """The role's colour."""
        return PALETTE[self]

    @property
    def label(self) -> Text:
        """The role's name."""
        return LABELS[self]


# Neighbours on a page differ in lightness as well as in hue, so that they stay apart
# for readers with protanopia, deuteranopia or tritanopia.
PALETTE = {
    Role.WEIGHT: Colour("#005fa3", "#6cb6ff"),
    Role.BIAS: Colour("#00705a", "#3dd6ae"),
    Role.GRADIENT: Colour("#b34100", "#ff9450"),
    Role.LOSS: Colour("#82318a", "#e5a0ea"),
    Role.LEARNING_RATE: Colour("#735700", "#f2cf45"),
    Role.DATA: Colour("#4a5568", "#b5c0ce"),
    Role.TARGET: Colour("#2b6a1f", "#93de80"),
    Role.PREDICTION: Colour("#ab1459", "#ff90be"),
    Role.PLAIN: Colour("#1c2230", "#edf0f5"),
}

LABELS = {
    Role.WEIGHT: Text(ja="重み", en="weight"),
    Role.BIAS: Text(ja="バイアス", en="bias"),
    Role.GRADIENT: Text(ja="勾配", en="gradient"),
    Role.LOSS: Text(ja="損失", en="loss"),
    Role.LEARNING_RATE: Text(ja="学習率", en="learning rate"),
    Role.DATA: Text(ja="データ", en="data"),
    Role.TARGET: Text(ja="教師信号", en="target"),
    Role.PREDICTION: Text(ja="予測値", en="prediction"),
    Role.PLAIN: Text(ja="その他", en="other"),
}
