"""One topic a file: a file that grows long holds two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 300
FOLDERS = ("nnmath", "scenes", "docs", "tests")
ENDINGS = {".py", ".ts", ".js", ".mjs"}
INSTALLED = {"node_modules"}


def lengths(root: Path) -> Iterator[tuple[str, int]]:
    """Each file of code that we wrote, with its number of lines."""
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*.*")):
            if file.suffix in ENDINGS and not INSTALLED.intersection(file.parts):
                lines = file.read_text(encoding="utf-8").splitlines()
                yield file.relative_to(root).as_posix(), len(lines)


def too_long(root: Path) -> list[str]:
    """The files to split."""
    return [f"{file}: {count} lines" for file, count in lengths(root) if count > MOST_LINES]


def test_every_file_is_short() -> None:
    found = [file for file, _ in lengths(ROOT)]
    assert {"nnmath/cli/verify.py", "docs/_widgets/src/main.ts"} <= set(found)
    assert too_long(ROOT) == []


@pytest.mark.parametrize("name", ["nnmath/new.py", "docs/_widgets/src/new.ts", "tests/new.mjs"])
def test_a_long_file_is_found(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("\n" * MOST_LINES)
    assert too_long(tmp_path) == []
    file.write_text("\n" * (MOST_LINES + 1))
    assert too_long(tmp_path) == [f"{name}: 301 lines"]
