"""The films of the book, by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from scenes.errors import RenderError
from scenes.fonts import FONT, FONT_PACKAGE

if TYPE_CHECKING:
    from scenes.stage.lecture import LectureScene

LIBRARIES = "libcairo2 libpango-1.0-0 libpangocairo-1.0-0"


@dataclass(frozen=True)
class Film:
    """Where a scene's class is to be found; it is imported only when it is needed."""

    module: str
    scene: str

    def load(self) -> type[LectureScene]:
        """Return the scene's class.

        Raises:
            RenderError: Python packages, system libraries or fonts are missing.
        """
        try:
            import manimpango

            found = getattr(import_module(self.module), self.scene)
        except ModuleNotFoundError as error:
            if (error.name or "").split(".")[0] in ("scenes", "nnmath"):
                raise
            raise RenderError(
                f"the Python package {error.name!r} is missing: pip install -e '.[scenes]'"
            ) from error
        except (ImportError, OSError) as error:
            if ".so" not in str(error) and "library" not in str(error):
                raise
            raise RenderError(
                f"a system library is missing ({first_line(error)}): apt-get install {LIBRARIES}"
            ) from error
        if FONT not in manimpango.list_fonts():
            raise RenderError(f"the font {FONT!r} is missing: apt-get install {FONT_PACKAGE}")
        return found


def first_line(error: BaseException) -> str:
    """The first line of an error's message."""
    return str(error).strip().partition("\n")[0] or type(error).__name__


SCENES: Mapping[str, Film] = MappingProxyType(
    {"gradient-step": Film("scenes.gradient_step", "GradientStep")}
)
