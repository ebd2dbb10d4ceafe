"""Names films by all that they are made from, and moves finished ones into place."""

from __future__ import annotations

import ast
import fcntl
import hashlib
import json
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from typing import IO

from scenes.fonts import FONT

ROOT = Path(__file__).resolve().parent.parent
FILMS = ROOT / ".cache" / "films"
OWN = ("scenes", "nnmath")
PACKAGES = ("manim", "typst", "av", "numpy", "pillow", "pycairo", "manimpango", "svgelements")
MANIFEST = "manifest.json"
JOB = "job.json"
APART = {"locks", "scratch"}  # folders beside those of films
# CPython 3.11 may fail to parse in two threads at once
PARSING = Lock()
USES: dict[Path, IO[str]] = {}


def module_file(module: str, root: Path = ROOT) -> Path | None:
    """The file of a module of this project."""
    path = root.joinpath(*module.split("."))
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)


def imports(module: str, file: Path) -> Iterator[str]:
    """The project's modules that a module's source may import, its packages among them."""
    parts = module.split(".")
    yield from (".".join(parts[:length]) for length in range(1, len(parts)))
    yield from written_imports(file.read_bytes())


@cache
def written_imports(source: bytes) -> tuple[str, ...]:
    """The modules that a source names in its imports."""
    with PARSING:
        tree = ast.parse(source)
    return tuple(named_modules(tree))


def named_modules(tree: ast.AST) -> Iterator[str]:
    """The modules that import statements name, and what might be a module in them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def sources(*modules: str, root: Path = ROOT) -> dict[str, Path]:
    """All modules of the project that some modules rest on, themselves included."""
    found: dict[str, Path] = {}
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        file = module_file(module, root)
        if module in found or file is None or module.split(".")[0] not in OWN:
            continue
        found[module] = file
        waiting += imports(module, file)
    return dict(sorted(found.items()))


def data_files(files: Mapping[str, Path]) -> list[Path]:
    """What stands beside packages and is no Python: tables that a module may read."""
    folders = {file.parent for file in files.values()}
    return sorted(
        file
        for folder in folders
        for file in folder.iterdir()
        if file.is_file() and file.suffix in {".tsv", ".json", ".toml"}
    )


@cache
def versions() -> tuple[str, ...]:
    """Python, the libraries that draw, and the font's file."""
    found = [f"python {platform.python_version()}", platform.machine()]
    found += [f"{name} {metadata.version(name)}" for name in PACKAGES]
    return (*found, font_file(FONT))


def font_file(family: str) -> str:
    """The file that a font family is read from, with its size and date."""
    with suppress(OSError, subprocess.SubprocessError):
        command = ["fc-match", "--format=%{file}", family]
        path = subprocess.run(command, capture_output=True, text=True, timeout=20).stdout
        status = os.stat(path)
        return f"{path} {status.st_size} {int(status.st_mtime)}"
    return "unknown"


def fingerprint(modules: tuple[str, ...], settings: Mapping[str, object], root: Path = ROOT) -> str:
    """A name for what the modules make of the settings."""
    digest = hashlib.sha256()
    files = sources(*modules, root=root)
    for file in [*files.values(), *data_files(files)]:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root)} {len(content)}\n".encode() + content)
    digest.update("\n".join(versions()).encode())
    digest.update(json.dumps(settings, sort_keys=True, default=str).encode())
    return digest.hexdigest()[:20]


def complete(folder: Path) -> bool:
    """Whether a finished film stands there, every file as long as it was written."""
    try:
        sizes = json.loads((folder / MANIFEST).read_text())
        return bool(sizes) and all(
            (folder / name).stat().st_size == size for name, size in sizes.items()
        )
    except (OSError, ValueError, AttributeError):
        return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that the system takes back when the process dies, however it dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def use(films: Path) -> None:
    """Have other processes leave the films alone until this one ends or removes what is unused."""
    if films not in USES:
        USES[films] = opened_lock(films)
        fcntl.flock(USES[films], fcntl.LOCK_SH)


def prune(films: Path, is_needed: Callable[[Path], bool]) -> None:
    """Remove films; while another process uses any, the next one to finish does it."""
    if films in USES:
        USES.pop(films).close()
    with opened_lock(films) as lock, suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for folder in sorted(films.iterdir()):
            if folder.name not in APART and not is_needed(folder):
                shutil.rmtree(folder, ignore_errors=True)
                (films / "locks" / folder.name).unlink(missing_ok=True)


def opened_lock(films: Path) -> IO[str]:
    """The file whose lock says who uses the films."""
    (films / "locks").mkdir(parents=True, exist_ok=True)
    return (films / "locks" / "uses").open("w")


@contextmanager
def scratch(films: Path) -> Iterator[Path]:
    """A folder of one's own beside the films, removed afterwards; left-overs are removed before."""
    home = films / "scratch"
    home.mkdir(parents=True, exist_ok=True)
    with locked(films / "locks" / "scratch"):
        sweep(home)
        folder = Path(mkdtemp(dir=home))
        lock = (folder / "lock").open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
    with lock:
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def sweep(home: Path) -> None:
    """Remove the scratch folders whose process is gone."""
    for folder in home.iterdir():
        with suppress(OSError), (folder / "lock").open("r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)


def publish(made: Path, folder: Path) -> None:
    """Move a finished film into place: all of its files, or none."""
    files = sorted(file for file in made.iterdir() if file.is_file())
    sizes = {file.name: file.stat().st_size for file in files}
    (made / MANIFEST).write_text(json.dumps(sizes))
    for file in [*files, made / MANIFEST]:
        synchronise(file)
    synchronise(made)
    if folder.exists():  # cut short by a full disk or by hand: out of the way first
        shutil.rmtree(folder)
    os.replace(made, folder)
    synchronise(folder.parent)


def synchronise(path: Path) -> None:
    """Have the system write a file or folder out."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
