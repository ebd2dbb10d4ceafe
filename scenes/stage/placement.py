"""Finds room for a label: the nearest free place in a box."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import Mobject, VMobject

from scenes.stage.plot import Box

AIR = 0.14
GRID = 0.1
Rectangle = tuple[float, float, float, float]  # left, bottom, right, top


def rectangle(mobject: Mobject) -> Rectangle:
    """The bounding box of what is drawn."""
    left, bottom = mobject.get_corner([-1, -1, 0])[:2]
    right, top = mobject.get_corner([1, 1, 0])[:2]
    return float(left), float(bottom), float(right), float(top)


def overlap(one: Rectangle, other: Rectangle, air: float = 0.0) -> bool:
    """Whether two rectangles come nearer than `air`."""
    return (
        one[0] < other[2] + air
        and other[0] < one[2] + air
        and one[1] < other[3] + air
        and other[1] < one[3] + air
    )


def crosses(line: VMobject, box: Rectangle, air: float = 0.0) -> bool:
    """Whether a drawn line passes through a rectangle."""
    points = np.vstack([part.points for part in line.family_members_with_points()] or [[[9e9] * 3]])
    starts, ends = points[0::4], points[3::4]
    shares = np.linspace(0, 1, 24)[:, None, None]
    dense = (starts + (ends - starts) * shares).reshape(-1, 3)
    x, y = dense[:, 0], dense[:, 1]
    inside = (x > box[0] - air) & (x < box[2] + air) & (y > box[1] - air) & (y < box[3] + air)
    return bool(inside.any())


def place(
    label: Mobject,
    near: np.ndarray,
    box: Box,
    lines: Iterable[VMobject] = (),
    blocks: Iterable[Mobject] = (),
) -> Mobject:
    """Move a label to the free place of `box` nearest to a point.

    Args:
        label: What to place.
        near: The point it speaks of.
        box: Where it may stand.
        lines: Curves that it must not touch.
        blocks: Objects whose bounding boxes it must not touch.

    Raises:
        ValueError: There is no room.
    """
    width, height = label.width, label.height
    xs = np.arange(box.left + width / 2, box.right - width / 2 + 1e-9, GRID)
    ys = np.arange(box.bottom + height / 2, box.top - height / 2 + 1e-9, GRID)
    spots = sorted(
        ((x, y) for x in xs for y in ys), key=lambda s: np.hypot(s[0] - near[0], s[1] - near[1])
    )
    taken = [rectangle(block) for block in blocks]
    lines = list(lines)
    for x, y in spots:
        own = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if any(overlap(own, other, AIR) for other in taken):
            continue
        if not any(crosses(line, own, AIR) for line in lines):
            return label.move_to([x, y, 0])
    raise ValueError("no room for a label")
