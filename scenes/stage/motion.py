"""Motion whose every frame is a function of time alone."""

from __future__ import annotations

from manim import Mobject, UpdateFromAlphaFunc


class Motion(UpdateFromAlphaFunc):
    """Calls a function with the mobject and the time from 0 to 1.

    Unlike its base it keeps no copy of the mobject as it was, which costs more than the motion.
    """

    def create_starting_mobject(self) -> Mobject:
        return Mobject()
