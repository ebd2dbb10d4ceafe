"""What a site is made from: when none of it has changed, nothing is built."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from docs._site.folders import DOCS, FILMS, ROOT

MADE = {"node_modules", "dist", "__pycache__"}
RECORD = ".build.json"


def input_files() -> Iterator[Path]:
    """Every file that the site depends on."""
    for folder in (DOCS, ROOT / "nnmath", ROOT / "scenes", ROOT / "tests"):
        for path, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if name not in MADE)
            yield from (Path(path) / name for name in sorted(names) if not name.startswith("."))
    for name in ("mkdocs.yml", "pyproject.toml"):
        if (ROOT / name).exists():
            yield ROOT / name


def fingerprint(languages: Iterable[str]) -> str:
    """A digest of all inputs, by content."""
    digest = hashlib.sha256(f"{sys.version}\0{os.environ.get('SITE_URL', '')}".encode())
    digest.update("\0".join(languages).encode())
    for path in input_files():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def files_of(site: Path) -> dict[str, int]:
    """The files of a built site and their sizes."""
    return {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != RECORD
    }


def is_fresh(site: Path, mark: str) -> bool:
    """Whether the site was made from these inputs and these films, and is whole."""
    try:
        found = json.loads((site / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(found == content(site, mark))


def record(site: Path, mark: str) -> None:
    """Write down what the site was made from."""
    (site / RECORD).write_text(json.dumps(content(site, mark)), encoding="utf-8")


def content(site: Path, mark: str) -> dict[str, object]:
    """What a site was made from and what is in it."""
    films = files_of(FILMS) if FILMS.exists() else {}
    return {"inputs": mark, "films": films, "files": files_of(site)}
