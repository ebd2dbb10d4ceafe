"""Films as pages show them: where they lie, how large they are, or that none is there yet.

The site builder renders them through a function that it is given; this package knows no scene
but by its file's name.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from docs._site.folders import FILMS, ROOT
from nnmath.notation.text import Language

# Renders the named films in one language and returns, for each, what its page needs
Render = Callable[[tuple[str, ...], Language], "Iterable[Rendered]"]


@dataclass(frozen=True)
class Rendered:
    """A film as its renderer leaves it.

    Args:
        name: The scene's id.
        video: The film.
        poster: The picture that stands for it before it is played.
        captions: Its WebVTT captions, if it has any.
        width: Pixels.
        height: Pixels.
        title: What it shows.
    """

    name: str
    video: Path
    poster: Path
    captions: Path | None
    width: int
    height: int
    title: str


@dataclass(frozen=True)
class Film:
    """A film as a page shows it; `ready` says whether it has been rendered."""

    name: str
    ready: bool = False
    video: str = ""
    poster: str = ""
    captions: str = ""
    width: int = 16
    height: int = 9
    title: str = ""


def scene_names() -> list[str]:
    """The ids of all scenes: one file a scene, named like it."""
    aside = {"__init__", "__main__"}
    files = sorted((ROOT / "scenes").glob("*.py"))
    return [
        path.stem.replace("_", "-")
        for path in files
        if path.stem not in aside and "LectureScene" in path.read_text(encoding="utf-8")
    ]


def find_film(name: str, language: Language) -> Film:
    """Return a film that `keep_films` has kept, or one that is not ready."""
    record = FILMS / language / f"{name}.json"
    if not record.exists():
        return Film(name)
    return Film(**json.loads(record.read_text(encoding="utf-8")))


def keep_films(rendered: Iterable[Rendered], language: Language) -> None:
    """Copy films to where both plain MkDocs and the site builder find them."""
    folder = FILMS / language
    folder.mkdir(parents=True, exist_ok=True)
    for film in rendered:
        kept = {
            part: place(getattr(film, part), folder, film.name)
            for part in ("video", "poster", "captions")
        }
        shown = Film(film.name, True, **kept, width=film.width, height=film.height)
        record = folder / f"{film.name}.json"
        record.write_text(json.dumps(asdict(shown), ensure_ascii=False), encoding="utf-8")


def place(source: Path | None, folder: Path, name: str) -> str:
    """Put one file beside the others; return its address on a page."""
    if source is None:
        return ""
    target = folder / f"{name}{source.suffix}"
    scratch = target.with_name(target.name + ".new")
    shutil.copyfile(source, scratch)
    scratch.replace(target)
    return f"films/{target.name}"
