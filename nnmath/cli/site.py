"""`nnmath site` and `nnmath serve`: the pages with their films, built and shown."""

from __future__ import annotations

import argparse
import sys

from nnmath.cli.command import Command
from nnmath.cli.failure import DOES_NOT_STAND, Failure
from nnmath.cli.films import for_site, missing, renderer
from nnmath.notation.text import LANGUAGES

LOWEST_PORT, HIGHEST_PORT = 0, 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument(
        "--lang", action="append", choices=LANGUAGES, help="build this one anew (default: all)"
    )
    parser.add_argument(
        "--without-films", action="store_true", help="show the films that were rendered before"
    )


def run(options: argparse.Namespace) -> int:
    """Build the site unless it is up to date."""
    try:
        from docs._site.build import build
        from docs._site.errors import SiteError
        from scenes.errors import RenderError
    except ModuleNotFoundError as error:
        raise missing(error, "site") from None

    try:
        built = build(
            languages=tuple(options.lang or LANGUAGES),
            render=None if options.without_films else for_site,
            say=said,
        )
        if built and not options.without_films:
            renderer().prune()
    except (SiteError, RenderError) as error:
        raise Failure(str(error), DOES_NOT_STAND) from None
    except OSError as error:
        where = error.filename or "site"
        raise Failure(f"{where}: {error.strerror or error}", DOES_NOT_STAND) from None
    return 0


def said(line: str) -> None:
    """Print a line at once, so that progress is seen through a pipe too."""
    print(line, flush=True)


def add_serving_arguments(parser: argparse.ArgumentParser) -> None:
    """As for `site`, and where to listen."""
    add_arguments(parser)
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free one")


def run_serving(options: argparse.Namespace) -> int:
    """Build, serve on the loopback address, and build again whenever a source changes."""
    if not LOWEST_PORT <= options.port <= HIGHEST_PORT:
        raise Failure(f"port={options.port}: must be from {LOWEST_PORT} to {HIGHEST_PORT}")
    try:
        from docs._site.serve import serve
    except ModuleNotFoundError as error:
        raise missing(error, "site") from None

    # A process of its own for each build, so that changed Python is seen
    rebuild = [sys.executable, "-m", "nnmath", "site"]
    rebuild += [part for language in options.lang or () for part in ("--lang", language)]
    rebuild += ["--without-films"] if options.without_films else []
    try:
        serve(rebuild, port=options.port, say=said)
    except OSError as error:
        raise Failure(f"port {options.port}: {error.strerror or error}", DOES_NOT_STAND) from None
    return 0


SITE = Command("build the site with its films into site/", add_arguments, run)
SERVE = Command(
    "show the site on this machine; it is built again when a source changes",
    add_serving_arguments,
    run_serving,
)
