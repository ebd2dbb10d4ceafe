"""Builds the whole site aside and swaps it into place: nothing under `site/` is ever half new."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from docs._site.book import directives_of
from docs._site.errors import SiteError
from docs._site.exchange import put_in_place, recover
from docs._site.films import Render, keep_films
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
        if is_fresh(site, mark):
            say(f"site: nothing has changed ({time.monotonic() - start:.1f} s)")
            return False
        verify(say)
        if render is not None:
            render_films(languages, render, say)
        build_aside(languages, site, mark, say)
    say(f"site: {site}{os.sep}index.html ({time.monotonic() - start:.1f} s)")
    return True


@contextmanager
def only_one() -> Iterator[None]:
    """Let one build run at a time; a second one waits."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def verify(say: Say) -> None:
    """Verify every claim before any page is made.

    Raises:
        SiteError: One is weaker than it declares.
    """
    from nnmath import catalog

    start = time.monotonic()
    try:
        count = len(list(catalog.values()))
    except catalog.Unverified as error:
        raise SiteError(str(error)) from error
    say(f"claims: {count} verified ({time.monotonic() - start:.1f} s)")


def render_films(languages: Sequence[Language], render: Render, say: Say) -> None:
    """Have the films made that the pages show."""
    for language in languages:
        names = scenes_on_pages(language)
        if names:
            start = time.monotonic()
            keep_films(render(names, language), language)
            say(f"films {language}: {', '.join(names)} ({time.monotonic() - start:.1f} s)")


def scenes_on_pages(language: Language) -> tuple[str, ...]:
    """The scenes that the pages of a language show, each once."""
    found: dict[str, None] = {}
    for path in sorted((DOCS / language).rglob("*.md")):
        for directive in directives_of(path.read_text(encoding="utf-8-sig").splitlines()):
            if directive.name == "scene":
                found[directive.argument] = None
    return tuple(found)


def build_aside(languages: Sequence[Language], site: Path, mark: str, say: Say) -> None:
    """Build into a scratch folder, one process a language, then swap."""
    scratch = CACHE / "site-scratch"
    # Under the lock, so whatever lies there was left by a build that was killed
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        for language in LANGUAGES:
            if language not in languages and (site / language).exists():
                shutil.copytree(site / language, scratch / language)
        build_languages(languages, scratch, say)
        write_front(scratch)
        record(scratch, mark)
        put_in_place(scratch, site)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def build_languages(languages: Sequence[Language], scratch: Path, say: Say) -> None:
    """Build the languages at the same time, each in a process of its own.

    Raises:
        SiteError: One of them fails.
    """
    workers = {
        language: subprocess.Popen(
            [sys.executable, "-m", "docs._site.worker", language, str(scratch / language)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for language in languages
    }
    problems = []
    for language, worker in workers.items():
        answer, log = worker.communicate()
        if worker.returncode == 0:
            outcome = json.loads(answer)
            problems += outcome["problems"]
            if not outcome["problems"]:
                say(f"pages {language}: {outcome['pages']} ({outcome['seconds']:.1f} s)")
        else:
            problems.append(log.strip() or f"the build of '{language}' was ended")
    if problems:
        raise SiteError("\n".join(dict.fromkeys(problems)))
