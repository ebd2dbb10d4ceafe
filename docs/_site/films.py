"""Films as pages show them: where they lie, how large they are, or that none is there yet.

The site builder renders them through a function that it is given; this package knows no scene
but by its file's name.
"""

from __future__ import annotations

import base64
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
    """

    name: str
    video: Path
    poster: Path
    captions: Path | None
    width: int
    height: int


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
        shown = Film(
            film.name,
            ready=True,
            video=place(film.video, folder, film.name),
            poster=place(film.poster, folder, film.name),
            captions=within_page(film.captions),
            width=film.width,
            height=film.height,
        )
        record = folder / f"{film.name}.json"
        record.write_text(json.dumps(asdict(shown), ensure_ascii=False), encoding="utf-8")


def within_page(captions: Path | None) -> str:
    """Captions as an address that holds them: from disk, browsers fetch no text for a film."""
    if captions is None:
        return ""
    packed = base64.b64encode(captions.read_bytes()).decode("ascii")
    return f"data:text/vtt;charset=utf-8;base64,{packed}"


def place(source: Path, folder: Path, name: str) -> str:
    """Put one file beside the others; return its address on a page."""
    target = folder / f"{name}{source.suffix}"
    scratch = target.with_name(target.name + ".new")
    shutil.copyfile(source, scratch)
    scratch.replace(target)
    return f"films/{target.name}"
