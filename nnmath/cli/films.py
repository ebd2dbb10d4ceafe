"""`nnmath render`: films with a lecturer's own numbers, language, size and format."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from nnmath.cli.command import Command
from nnmath.cli.failure import DOES_NOT_STAND, Failure, shortened
from nnmath.notation.text import LANGUAGES, Language

if TYPE_CHECKING:
    from docs._site.films import Rendered

SITE_QUALITY = "site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command; the scenes themselves say what is allowed."""
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help="a scene's id (default: all)")
    parser.add_argument("--lang", action="append", help=f"{', '.join(LANGUAGES)} (default: all)")
    parser.add_argument("--quality", default=SITE_QUALITY, help="preview, site, hd or 4k")
    parser.add_argument("--format", default="mp4", help="mp4, webm, gif or png")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="settings")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="films drawn at once")
    parser.add_argument(
        "--to", type=Path, default=Path("media"), metavar="FOLDER", help="default: media"
    )


def run(options: argparse.Namespace) -> int:
    """Render, and put the films into a folder."""
    rendering = renderer()
    request = {
        "names": tuple(options.scenes) or tuple(rendering.SCENES),
        "language": tuple(options.lang or LANGUAGES),
        "quality": options.quality,
        "format": options.format,
        "settings": settings(options.settings),
    }
    try:
        # The whole request is looked at before anything is drawn or written
        rendering.plan(**request, overrides={})
    except rendering.RenderError as error:
        raise Failure(str(error)) from None
    if not 1 <= options.jobs <= rendering.MOST_JOBS:
        raise Failure(f"jobs={options.jobs}: must be a number from 1 to {rendering.MOST_JOBS}")
    require_place(options.to)
    try:
        films = rendering.render(**request, jobs=options.jobs)
        copies = [copied(film, options.to) for film in films]
    except rendering.RenderError as error:
        raise Failure(str(error), DOES_NOT_STAND) from None
    except OSError as error:
        raise Failure(f"{options.to}: {error.strerror or error}", DOES_NOT_STAND) from None
    print(*copies, sep="\n")
    return 0


def renderer() -> ModuleType:
    """The module that renders.

    Raises:
        Failure: Python packages that it needs are missing.
    """
    try:
        from scenes import render
    except ModuleNotFoundError as error:
        raise missing(error, "scenes") from None
    return render


def missing(error: ModuleNotFoundError, extra: str) -> Failure:
    """The failure for a package that is not installed."""
    return Failure(
        f"the Python package {error.name!r} is missing: pip install -e '.[{extra}]'",
        DOES_NOT_STAND,
    )


def settings(given: Sequence[str]) -> dict[str, str]:
    """NAME=VALUE, each name once.

    Raises:
        Failure: There is no `=`, or a name stands twice.

    >>> settings(["learning_rate=0.1", "steps=40"])
    {'learning_rate': '0.1', 'steps': '40'}
    """
    found: dict[str, str] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or not name.strip():
            raise Failure(f"--set {shortened(each)!r}: write NAME=VALUE, as in learning_rate=0.1")
        if name.strip() in found:
            raise Failure(f"--set {shortened(name)!r} is given twice")
        found[name.strip()] = value.strip()
    return found


def require_place(folder: Path) -> None:
    """See that a folder is there or can be made, before minutes are spent on what goes into it.

    Raises:
        Failure: It cannot be.
    """
    asked = shortened(str(folder))
    try:
        nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    except OSError as error:
        raise Failure(f"--to {asked!r}: {error.strerror}: name another folder") from None
    if not nearest.is_dir():
        raise Failure(f"--to {asked!r}: {shortened(str(nearest))!r} is no folder: name another one")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise Failure(f"--to {asked!r}: nothing may be written there: name another folder")


def copied(film: Path, folder: Path) -> Path:
    """A film with its captions and poster in a folder, each file whole or not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in (film.with_suffix(suffix) for suffix in (".vtt", ".webp", film.suffix)):
        if source.exists():
            scratch = folder / f".{source.name}.{os.getpid()}"
            try:
                shutil.copyfile(source, scratch)
                scratch.replace(folder / source.name)
            finally:
                scratch.unlink(missing_ok=True)
    return folder / film.name


def for_site(names: tuple[str, ...], language: Language) -> Iterable[Rendered]:
    """The films of the pages, as the site builder takes them.

    Raises:
        RenderError: A film cannot be rendered.
    """
    from docs._site.films import Rendered
    from scenes.qualities import QUALITIES

    size = QUALITIES[SITE_QUALITY]
    films = renderer().render(names, language, SITE_QUALITY, jobs=os.cpu_count() or 1)
    return [
        Rendered(
            name=name,
            video=film,
            poster=film.with_suffix(".webp"),
            captions=film.with_suffix(".vtt"),
            width=size.width,
            height=size.height,
        )
        for name, film in zip(names, films, strict=True)
    ]


RENDER = Command("render films, all or those that are named", add_arguments, run)
