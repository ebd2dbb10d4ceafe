"""Maths set at build time: TeX in, HTML with MathML out, remembered by content."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from functools import cache
from pathlib import Path

from docs._site.errors import SiteError
from docs._site.folders import CACHE, SITE_SOURCE, WIDGETS
from nnmath.publishing.widgets.bundle import node

PROGRAM, THINNING = SITE_SOURCE / "katex.mjs", SITE_SOURCE / "thin.mjs"
KATEX = WIDGETS / "node_modules" / "katex"


class Typesetter:
    """KaTeX in one node process, started at the first formula that is not in the cache.

    Args:
        folder: Where the set formulas are kept.
    """

    def __init__(self, folder: Path) -> None:
        package = KATEX / "package.json"
        if not package.exists():
            raise SiteError("KaTeX is missing: run `make site`, which installs it")
        self.folder = folder
        version = json.loads(package.read_text(encoding="utf-8"))["version"]
        programs = (path.read_text(encoding="utf-8") for path in (PROGRAM, THINNING))
        self.salt = version + "".join(programs)
        self.process: subprocess.Popen[str] | None = None

    def __call__(self, tex: str, display: bool = False) -> str:
        """Return the HTML of a formula.

        Raises:
            SiteError: KaTeX refuses it.
        """
        key = hashlib.sha256(f"{self.salt}\0{display}\0{tex}".encode()).hexdigest()
        kept = self.folder / key[:2] / f"{key[2:]}.html"
        if kept.exists():
            return kept.read_text(encoding="utf-8")
        html = self.ask(tex, display)
        kept.parent.mkdir(parents=True, exist_ok=True)
        scratch = kept.with_suffix(f".{os.getpid()}")
        scratch.write_text(html, encoding="utf-8")
        scratch.replace(kept)
        return html

    def ask(self, tex: str, display: bool = False, whole: bool = False) -> str:
        """Have KaTeX set a formula; `whole` keeps all elements that it makes."""
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(
                [node(), str(PROGRAM)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(
            json.dumps({"tex": tex, "display": display, "whole": whole}) + "\n"
        )
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SiteError("the node process that sets the maths ended early")
        answer = json.loads(line)
        if "error" in answer:
            raise SiteError(f"KaTeX cannot set {tex!r}: {answer['error']}")
        return str(answer["html"])


@cache
def typesetter() -> Typesetter:
    """The build's one typesetter."""
    return Typesetter(CACHE / "katex")
