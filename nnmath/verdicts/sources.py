"""The source of the kernel: what has to be the same for a verdict to be the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from importlib.util import cache_from_source
from pathlib import Path

from nnmath.notation import LOADED
from nnmath.proof import box_lines, claims, nodes, special
from nnmath.verdicts.content import Content, content

PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = ("notation", "proof", "verdicts")
# Symbols enter with the claims that hold them, and terms are nothing but words
APART = ("notation/symbols/", "notation/glossary.")
LIBRARIES = ("python-flint",)
SECOND = 10**9
# How far the file system's clock may lag behind the other, in nanoseconds
LAG = SECOND // 50


class Changed(OSError):
    """What stands in the files need not be what runs."""


def kernel() -> Content:
    """The kernel that runs in this process, with the libraries that it computes with.

    Raises:
        Changed: A file has been changed since it was read.
    """
    digest = sha256()
    for library in LIBRARIES:
        digest.update(f"{library} {metadata.version(library)}\n".encode())
    digest.update(f"{sys.implementation.cache_tag} {sys.flags.optimize}\n".encode())
    for file in files():
        text = file.read_bytes()
        digest.update(f"{_place(file)} {len(text)}\n".encode() + text)
    functions = content(tuple(functions_of_the_kernel()))
    digest.update(functions.digest.encode())
    require_unchanged()
    return Content(digest.hexdigest(), functions.symbols)


def files() -> list[Path]:
    """Every file that verdicts rest on."""
    found = (file for folder in FOLDERS for file in (PACKAGE / folder).rglob("[!.]*.*"))
    return sorted(
        file for file in found if file.suffix != ".pyc" and not _place(file).startswith(APART)
    )


def _place(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def functions_of_the_kernel() -> Iterator[tuple[object, ...]]:
    """The functions and constants that the kernel computes with; their symbols stand in files
    apart."""
    modules = (nodes, special, claims, box_lines)
    for known in (each for module in modules for each in vars(module).values()):
        match known:
            case nodes.Function(symbol, elementary, primes, depends_on):
                yield (symbol, elementary, primes, depends_on)
            case special.Constant(symbol) | nodes.Variable(symbol):
                yield (symbol,)


def require_unchanged() -> None:
    """Make sure that Python runs what stands in the files.

    Raises:
        Changed: A file is younger than this process, or may be older than its byte code.
    """
    for file in files():
        status = file.stat()
        if status.st_ctime_ns > LOADED - LAG or _may_be_stale(file, status.st_mtime_ns):
            raise Changed(f"{file.name} has been changed")


def _may_be_stale(file: Path, changed: int) -> bool:
    """Python trusts byte code that was made before the last change but in the same second."""
    try:
        made = Path(cache_from_source(str(file))).stat().st_mtime_ns
    except OSError:
        return False
    return changed - changed % SECOND <= made <= changed
