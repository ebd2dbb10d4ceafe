"""Builds one language with MkDocs: `python -m docs._site.worker ja FOLDER`; answers in JSON."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from docs._site.folders import DOCS
from docs._site.front import site_url


class Listener(logging.Handler):
    """Collects what MkDocs complains of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())


def build_language(language: str, folder: Path) -> dict[str, object]:
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
    pages = len(list(folder.glob("*.html")))
    return {"problems": problems, "pages": pages, "seconds": time.monotonic() - start}


if __name__ == "__main__":
    json.dump(build_language(sys.argv[1], Path(sys.argv[2])), sys.stdout)
