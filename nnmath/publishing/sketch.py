"""A run of gradient descent as a picture of letters, for a terminal or a plain-text file."""

from __future__ import annotations

import numpy as np

from nnmath.simulation import Surface, Trajectory

COLUMNS, ROWS = 61, 12
CURVE = "·"


def sketch(surface: Surface, run: Trajectory) -> str:
    """Draw a loss of one weight, and on it the weights of a run by their number.

    Args:
        surface: The loss.
        run: At most ten positions are drawn; a later one never hides an earlier one.

    >>> from nnmath.simulation import descend, optimizer, surface
    >>> rule = optimizer("gradient-descent", learning_rate=0.5)
    >>> ground = surface("worked-example")
    >>> print(sketch(ground, descend(ground, 3.0, rule, steps=1)).splitlines()[-3])
     4 │                        ······1······
    """
    positions = np.asarray(run.positions[:10], dtype=float)
    reach = float(np.abs(positions).max()) or 1.0
    weights = np.linspace(-reach, reach, COLUMNS)
    losses = surface.loss(weights)
    low, high = float(losses.min()), float(losses.max())
    canvas = [[" "] * COLUMNS for _ in range(ROWS)]

    def put(weight: float, loss: float, sign: str) -> None:
        column = round((weight + reach) / (2 * reach) * (COLUMNS - 1))
        row = round((high - loss) / (high - low) * (ROWS - 1))
        if canvas[row][column] in (" ", CURVE):
            canvas[row][column] = sign

    for weight, loss in zip(weights, losses, strict=True):
        put(weight, loss, CURVE)
    for number, (weight, loss) in enumerate(zip(positions, run.losses, strict=False)):
        put(weight, float(loss), str(number))
    margin = len(f"{high:g}")
    labels = {0: f"{high:g}", ROWS - 1: f"{low:g}"}
    lines = [
        f"{labels.get(row, ''):>{margin}} │{''.join(signs)}".rstrip()
        for row, signs in enumerate(canvas)
    ]
    ends = f"{f'{-reach:g}':<{COLUMNS // 2}}0{f'{reach:g}':>{COLUMNS // 2}}"
    return "\n".join([*lines, f"{'':>{margin}} └{'─' * COLUMNS}", f"{'':>{margin}}  {ends}"])
