"""No verdict of another kernel is shown, whatever of it was changed and when."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from nnmath.notation.symbols import WEIGHT
from nnmath.proof import nodes
from nnmath.theory import SHELF
from nnmath.verdicts import Cache, cache, sources

ROOT = Path(__file__).resolve().parent.parent.parent
APART = tuple(f"nnmath.{place.replace('/', '.').rstrip('.')}" for place in sources.APART)
BYTE_CODE = shutil.ignore_patterns("__pycache__")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the package whose files are looked at in place of those that run."""
    package = tmp_path / "nnmath"
    for folder in sources.FOLDERS:
        shutil.copytree(sources.PACKAGE / folder, package / folder, ignore=BYTE_CODE)
    monkeypatch.setattr(sources, "PACKAGE", package)
    yield package


def test_every_file_of_the_kernel_is_in_the_key(copied: Path) -> None:
    before = sources.kernel().digest
    files = sources.files()
    names = {file.relative_to(copied).as_posix() for file in files}
    there = {f.relative_to(copied).as_posix() for f in copied.rglob("*") if f.is_file()}
    left = {file for file in there - names if not file.startswith(sources.APART)}
    assert there - names and not left, "whatever lies in these folders"
    assert {"notation/symbol.py", "proof/rules.py", "verdicts/content.py"} <= names
    for file in files:
        text = file.read_bytes()
        file.write_bytes(text[:-1] + b" ")
        assert sources.kernel().digest != before, file.name
        file.write_bytes(text)
        assert sources.kernel().digest == before
    (copied / "proof" / "added.py").touch()
    assert sources.kernel().digest != before


def test_words_and_symbols_of_the_book_are_not_in_the_kernels_key(copied: Path) -> None:
    before = sources.kernel()
    for name in ("symbols/__init__.py", "symbols/added.py", "glossary.tsv"):
        with (copied / "notation" / name).open("a") as file:
            file.write("\n")
    assert sources.kernel() == before


def test_the_kernel_takes_nothing_else_from_the_files_left_apart() -> None:
    found = set()
    for file in sources.files():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("nnmath"):
                named = {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
                found |= {(file.stem, name) for name in named if name.startswith(APART)}
    # The last is the reader's parser, which no claim of the book goes through
    assert {stem for stem, _ in found} == {"box_lines", "claims", "nodes", "special", "unknowns"}
    kept = {symbol for symbol, *_ in sources.functions_of_the_kernel()}
    for stem in ("box_lines", "claims", "nodes", "special"):
        assert {name for place, name in found if place == stem} == {"nnmath.notation.symbols"}
        tree = ast.parse((ROOT / f"nnmath/proof/{stem}.py").read_text(encoding="utf-8"))
        used = {ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        used = {name.partition(".")[2] for name in used if name.startswith("symbols.")}
        assert used and all(getattr(nodes.symbols, name) in kept for name in used)


def test_a_symbol_of_the_kernel_is_in_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sources.kernel()
    monkeypatch.setattr(nodes, "EXP", replace(nodes.EXP, symbol=replace(WEIGHT, id="other")))
    assert sources.kernel().digest != before.digest


@pytest.mark.parametrize("library", ["python-flint"])
def test_versions_of_the_libraries_are_in_the_key(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, version = sources.kernel().digest, metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "9" if name == library else version(name))
    assert sources.kernel().digest != before


def test_the_version_of_python_is_in_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sources.kernel().digest
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert sources.kernel().digest != before


def test_a_kernel_that_changed_while_it_ran_keeps_nothing(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kept"
    time.sleep(2 * sources.LAG / sources.SECOND)
    monkeypatch.setattr(sources, "LOADED", time.time_ns())
    kept = Cache(SHELF, folder)
    checked = SHELF.check(SHELF["quadratic-loss"])
    kept.keep("quadratic-loss", checked)
    (file,) = folder.iterdir()
    file.unlink()
    (copied / "proof" / "kernel.py").touch()
    kept.keep("quadratic-loss", checked)
    assert not list(folder.iterdir())
    with pytest.raises(sources.Changed):
        Cache(SHELF, folder)


def test_byte_code_that_python_may_wrongly_trust_is_not_trusted(copied: Path) -> None:
    file = copied / "proof" / "kernel.py"
    made = Path(sources.cache_from_source(str(file)))
    made.parent.mkdir()
    made.touch()
    second = 1_000_000_000 * sources.SECOND
    os.utime(file, ns=(0, second + 700))
    os.utime(made, ns=(0, second + 500))
    with pytest.raises(sources.Changed):
        sources.kernel()
    os.utime(made, ns=(0, second + 900))
    sources.kernel()
    os.utime(made, ns=(0, second - 500))
    sources.kernel()


def verify(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`nnmath verify` of a copied package, as a process of its own."""
    environment = {k: v for k, v in os.environ.items() if k not in cache.FRESH}
    time.sleep(2 * sources.LAG / sources.SECOND)
    return subprocess.run(
        [sys.executable, "-m", "nnmath", "verify", *arguments],
        cwd=package.parent,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("proof/checking.py", "Verdict(Status.PROVED, method,", "Verdict(Status.CHECKED, method,"),
        ("proof/rules.py", "if not isinstance(node, Limit):", "if True:"),
        ("theory/worked_example.py", "right=W**2 + 4", "right=W**2 + 5 * W"),
    ],
)
def test_a_broken_tree_is_not_saved_by_what_was_kept(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    package = tmp_path / "nnmath"
    shutil.copytree(ROOT / "nnmath", package, ignore=BYTE_CODE)
    id = "worked-example-derivative"
    assert verify(package, id).returncode == 0
    again = verify(package, id)
    assert again.returncode == 0 and "1 as proved by an earlier run" in again.stdout
    text = (package / file).read_text(encoding="utf-8")
    assert old in text
    (package / file).write_text(text.replace(old, new), encoding="utf-8")
    broken = verify(package, id)
    assert broken.returncode == 1 and "is declared PROVED but is" in broken.stderr
    (package / file).write_text(text, encoding="utf-8")
    assert verify(package, id).returncode == 0
