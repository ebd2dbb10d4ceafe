"""Builds the whole site aside and swaps it into place: nothing under `site/` is ever half new."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from docs._site.book import directives_of
from docs._site.errors import SiteError
from docs._site.exchange import put_in_place, recover
from docs._site.films import Render, find_film, keep_films
from docs._site.folders import CACHE, DOCS, ROOT, SITE
from docs._site.front import write_front
from docs._site.inputs import fingerprint, is_fresh, record
from nnmath.notation.text import LANGUAGES, Language

Say = Callable[[str], None]


def build(
    languages: Sequence[Language] = LANGUAGES,
    render: Render | None = None,
    site: Path = SITE,
    say: Say = print,
) -> bool:
    """Build the site unless it is up to date.

    Args:
        languages: Which languages to build anew; the others stay as they are.
        render: Makes the films that pages show; without it pages show those made before.
        site: Where the site is to be.
        say: Takes one line of progress at a time.

    Returns:
        Whether anything was built.

    Raises:
        SiteError: A claim does not stand, or a page is in error; the old site is untouched.
    """
    start = time.monotonic()
    mark = fingerprint(languages)
    with only_one():
        recover(site)
        if is_fresh(site, mark) and (render is None or not missing_films(languages)):
            say(f"site: nothing has changed ({time.monotonic() - start:.1f} s)")
            return False
        build_aside(languages, render, site, mark, say)
    say(f"site: {site}{os.sep}index.html ({time.monotonic() - start:.1f} s)")
    return True


@contextmanager
def only_one() -> Iterator[None]:
    """Let one build run at a time; a second one waits."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def render_films(languages: Sequence[Language], render: Render, say: Say) -> None:
    """Have the films made that the pages show."""
    for language in languages:
        names = scenes_on_pages(language)
        if names:
            start = time.monotonic()
            keep_films(render(names, language), language)
            say(f"films {language}: {', '.join(names)} ({time.monotonic() - start:.1f} s)")


def missing_films(languages: Sequence[Language]) -> list[str]:
    """The films that pages show and that have not been made yet."""
    return [
        name
        for language in languages
        for name in scenes_on_pages(language)
        if not find_film(name, language).ready
    ]


def scenes_on_pages(language: Language) -> tuple[str, ...]:
    """The scenes that the pages of a language show, each once."""
    found: dict[str, None] = {}
    for path in sorted((DOCS / language).rglob("*.md")):
        for directive in directives_of(path.read_text(encoding="utf-8-sig").splitlines()):
            if directive.name == "scene":
                found[directive.argument] = None
    return tuple(found)


def build_aside(
    languages: Sequence[Language], render: Render | None, site: Path, mark: str, say: Say
) -> None:
    """Build into a scratch folder, then swap."""
    scratch = CACHE / "site-scratch"
    # Under the lock, so whatever lies there was left by a build that was killed
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        for language in LANGUAGES:
            if language not in languages and (site / language).exists():
                shutil.copytree(site / language, scratch / language)
        build_pages(languages, render, scratch, say)
        write_front(scratch)
        record(scratch, mark)
        put_in_place(scratch, site)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def build_pages(
    languages: Sequence[Language], render: Render | None, scratch: Path, say: Say
) -> None:
    """Have a fresh process verify every claim, render the films, then have it build the pages.

    Raises:
        SiteError: A claim does not stand, or a page is in error.
    """
    command = [sys.executable, "-m", "docs._site.worker", str(scratch), *languages]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as worker:
        assert worker.stdin is not None and worker.stdout is not None
        problems = listen(worker.stdout, say)
        if not problems:
            try:
                if render is not None:
                    render_films(languages, render, say)
            except BaseException:
                worker.kill()
                raise
            worker.stdin.write("go\n")
            worker.stdin.close()
            problems = listen(worker.stdout, say)
    if worker.returncode and not problems:
        problems = ["the process that builds the pages ended early"]
    if problems:
        raise SiteError("\n".join(dict.fromkeys(problems)))


def listen(answers: Iterable[str], say: Say) -> list[str]:
    """Pass on what the worker says until it has finished a part; return its problems."""
    problems: list[str] = []
    for line in answers:
        kind, text = json.loads(line)
        if kind == "done":
            break
        if kind == "problem":
            problems.append(text)
        else:
            say(text)
    return problems
