"""A still picture for readers without script: the parabola and some steps, as SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate, repeat

from nnmath.printing import numpy_function
from nnmath.publishing.widgets.formulas import functions
from nnmath.publishing.widgets.settings import DEFAULTS

WIDTH, HEIGHT, MARGIN = 480, 300, 20
BREADTH, STEPS, PIECES = 6.6, 8, 60


def still_picture(word: Callable[..., str]) -> str:
    """The steps from the widget's own beginning, with a sentence that says so."""
    numeric = {
        name: numpy_function(node, name=name, parameters=parameters)
        for name, (node, parameters) in functions().items()
    }
    rate, start = DEFAULTS["learningRate"], DEFAULTS["start"]
    loss = numeric["loss"]

    def at(weight: float) -> tuple[float, float]:
        across = (weight + BREADTH) / (2 * BREADTH)
        up = float(loss(weight)) / float(loss(BREADTH))
        return MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)

    weights = accumulate(
        repeat(rate, STEPS), lambda weight, eta: float(numeric["step"](weight, eta)), initial=start
    )
    curve = [at(BREADTH * (2 * index / PIECES - 1)) for index in range(PIECES + 1)]
    steps = [at(weight) for weight in weights]
    caption = word("static", rate=f"{rate:g}", start=f"{start:g}", steps=str(STEPS))
    return (
        f'<svg class="nn-still" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{caption}">'
        f'<polyline points="{points(curve)}" fill="none" stroke="var(--role-loss)"'
        ' stroke-width="2.5"/>'
        f'<polyline points="{points(steps)}" fill="none" stroke="var(--role-weight)"/>'
        f"{''.join(map(dot, steps))}</svg><p>{caption}</p>"
    )


def points(path: Iterable[tuple[float, float]]) -> str:
    """A path as SVG writes it."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in path)


def dot(place: tuple[float, float]) -> str:
    """A weight on the curve."""
    x, y = place
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="var(--role-weight)"/>'
