"""Verifies every claim, then builds the pages: `python -m docs._site.worker FOLDER ja en`.

A fresh process for each build, so that changed Python is seen. Between the two parts it waits for
a line, while its parent renders the films. It answers in lines of JSON: `["say", …]`,
`["problem", …]`, `["done", …]`.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from docs._site.folders import DOCS
from docs._site.front import site_url
from nnmath import catalog


class Listener(logging.Handler):
    """Collects what MkDocs complains of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())


def answer(kind: str, text: str = "") -> None:
    """Tell the parent one thing."""
    print(json.dumps([kind, text], ensure_ascii=False), flush=True)


def verify() -> bool:
    """Verify every claim before any page is made."""
    start = time.monotonic()
    sound = True
    catalog.remember()
    for entry in catalog.assess_all():
        try:
            catalog.admit(entry)
        except catalog.Unverified as error:
            answer("problem", str(error))
            sound = False
    recalled = len(catalog.verifier.recalled)
    if sound:
        earlier = f", {recalled} of them by earlier builds" if recalled else ""
        seconds = time.monotonic() - start
        answer("say", f"claims: {len(catalog)} verified{earlier} ({seconds:.1f} s)")
    return sound


def build_all(languages: list[str], folder: Path) -> None:
    """Build the languages at the same time."""
    # Forked children know the verdicts already; without fork the languages come one by one
    if "fork" not in multiprocessing.get_all_start_methods():
        for language in languages:
            report(language, *build_language(language, folder / language))
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(len(languages), mp_context=context) as pool:
        jobs: dict[str, Future[tuple[list[str], int, float]]] = {
            language: pool.submit(build_language, language, folder / language)
            for language in languages
        }
        for language, job in jobs.items():
            report(language, *job.result())


def report(language: str, problems: list[str], pages: int, seconds: float) -> None:
    """Tell the parent how a language went."""
    for problem in problems:
        answer("problem", problem)
    if not problems:
        answer("say", f"pages {language}: {pages} ({seconds:.1f} s)")


def build_language(language: str, folder: Path) -> tuple[list[str], int, float]:
    """Build one language; return what went wrong, the number of pages and the time."""
    if address := site_url():
        os.environ[f"SITE_URL_{language.upper()}"] = f"{address}{language}/"
    start = time.monotonic()
    listener = Listener()
    logging.getLogger("mkdocs").addHandler(listener)
    problems: list[str] = []
    try:
        config = load_config(str(DOCS / f"{language}.yml"), site_dir=str(folder), strict=True)
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        # MkDocs ends with "Aborted with a BuildError!"; the reason is what came before
        cause = error.__context__
        problems = [str(cause)] if isinstance(cause, MkDocsException) else listener.lines
        problems = problems or [str(error)]
    return problems, len(list(folder.glob("*.html"))), time.monotonic() - start


def main(folder: Path, languages: list[str]) -> None:
    """Do both parts."""
    sound = verify()
    answer("done")
    if sound and sys.stdin.readline():
        build_all(languages, folder)
        answer("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
