"""A scene played without drawing its frames, and what is wrong with its picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from manim import VMobject, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer

from scenes import worker
from scenes.gradient_step import GradientStep
from scenes.qualities import QUALITIES
from scenes.stage import theme
from scenes.stage.lettering import Formula, Words
from scenes.stage.placement import crosses, overlap, rectangle
from scenes.stage.plot import Plot
from scenes.stage.readout import Readout
from scenes.stage.tangent import Tangent
from scenes.stage.writer import FrameWriter

TINY = {"width": 320, "height": 180, "frame_rate": 4, "preset": "ultrafast"}


class Watched(GradientStep):
    """The scene, looked at in every still moment."""

    def hold(self, seconds: float) -> None:
        self.stills = getattr(self, "stills", 0) + 1
        self.complaints = getattr(self, "complaints", [])
        self.complaints += [f"{self.headline.text!r}: {what}" for what in faults(self)]
        super().hold(seconds)


def drawn(thing: VMobject) -> bool:
    """Whether anything of it is to be seen."""
    parts = thing.family_members_with_points()
    return any(part.get_fill_opacity() > 0 or part.get_stroke_opacity() > 0 for part in parts)


def faults(scene: GradientStep) -> list[str]:
    """What overlaps, leaves the frame or is too small."""
    family = {id(part): part for top in scene.mobjects for part in top.get_family()}.values()
    lettering = [p for p in family if isinstance(p, (Words, Formula, Readout)) and drawn(p)]
    lines = [p.curve for p in family if isinstance(p, Plot)]
    lines += [p for p in family if isinstance(p, Tangent)]
    found = []
    for index, one in enumerate(lettering):
        if one.letter < theme.LEAST_LETTER - 1e-6:
            found.append(f"{one!r} has letters of {one.letter:.3f}")
        for other in lettering[index + 1 :]:
            if overlap(rectangle(one), rectangle(other), 0.02):
                found.append(f"{one!r} touches {other!r}")
        if any(crosses(line, rectangle(one)) for line in lines):
            found.append(f"a curve crosses {one!r}")
    for part in family:
        if isinstance(part, VMobject) and len(part.points) and drawn(part):
            x, y = np.abs(part.points[:, 0]).max(), np.abs(part.points[:, 1]).max()
            if x > theme.FRAME_WIDTH / 2 or y > theme.FRAME_HEIGHT / 2:
                found.append(f"{part!r} reaches ({x:.2f}, {y:.2f})")
    return found


@cache
def scratch() -> TemporaryDirectory[str]:
    """This process's own folder: letters and formulas shaped for one film serve the next."""
    return TemporaryDirectory()


@contextmanager
def tiny() -> Iterator[None]:
    """manim's settings for a tiny film, with a scratch folder that no other process uses."""
    quality = replace(QUALITIES["preview"], **TINY)
    with tempconfig(worker.settings(quality, Path(scratch().name))):
        yield


def played(language: str, **settings: str) -> Watched:
    """The scene played without drawing its frames."""
    with tiny():
        writer = partial(FrameWriter, frames=lambda *_: None, poster=lambda _: None)
        renderer = CairoRenderer(file_writer_class=writer, skip_animations=True)
        scene = Watched(language, Watched.parameters.resolve(settings), renderer=renderer)
        scene.render()
    return scene
