"""What the widget `gradient-step` lets a reader choose, and where it stops."""

from __future__ import annotations

from fractions import Fraction

LEARNING_RATES = tuple(
    low + step * index
    for low, step, count in (
        # Fine where the worked example is, coarse where the regimes change;
        # ½ and 1 are among the values
        (Fraction(1, 1000), Fraction(1, 1000), 9),
        (Fraction(1, 100), Fraction(1, 200), 18),
        (Fraction(1, 10), Fraction(1, 100), 141),
    )
    for index in range(count)
)
STARTS = tuple(Fraction(index, 10) for index in range(-60, 61))


def scale(values: tuple[Fraction, ...]) -> dict[str, object]:
    """A slider's values and their ends."""
    return {
        "low": float(values[0]),
        "high": float(values[-1]),
        "values": [float(value) for value in values],
    }


LIMITS = {
    # Beyond this a number is no longer shown, only that it is beyond
    "size": 1e6,
    "steps": 5000,
    # A two-cycle repeats itself: this many updates show it
    "cycle": 12,
    # A slope this small counts as the end of a run
    "slope": 1e-3,
}
RANGES = {
    "learningRate": scale(LEARNING_RATES),
    "start": {**scale(STARTS), "step": 0.1},
    "steps": {"low": 0, "high": LIMITS["steps"]},
}
DEFAULTS = {"learningRate": 0.1, "start": 5.0}

# A learning rate of each regime, for the buttons; a test holds them to the regimes' conditions
SAMPLES = {
    "converges": Fraction(1, 10),
    "one-step": Fraction(1, 2),
    "oscillates": Fraction(4, 5),
    "two-cycle": Fraction(1),
    "diverges": Fraction(21, 20),
}
