"""Where manim hands over its frames: one stream for the whole film, and one poster."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim.scene.scene_file_writer import SceneFileWriter

Frame = np.ndarray


class FrameWriter(SceneFileWriter):
    """Passes frames on instead of writing a segment for each animation.

    manim must run with `dry_run`, so that it opens no files of its own.
    """

    def __init__(
        self,
        settings: Any,
        *,
        frames: Callable[[Frame, int], None],
        poster: Callable[[Frame], None],
    ) -> None:
        super().__init__(settings)
        self.frames, self.keep_poster = frames, poster

    def write_frame(self, pixels: Frame, *, repeat: int = 1) -> None:
        """Pass on a frame that is shown `repeat` times."""
        self.frames(pixels, repeat)
