"""A folder of verdicts, each in a file that is named by all that the verdict hangs on."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile

from nnmath.proof.checking import Checked
from nnmath.proof.library import Shelf, meanings
from nnmath.proof.verdict import Status
from nnmath.verdicts.content import Content, Unreadable, content, joined
from nnmath.verdicts.record import Unusable, read, written
from nnmath.verdicts.sources import PACKAGE, Changed, kernel, require_unchanged

FOLDER = PACKAGE.parent / ".cache" / "verdicts"
# Whoever wants everything proved anew sets one of them; hosts of continuous integration do
FRESH = ("CI", "NNMATH_FRESH")
UNFINISHED = ".new"
HOUR = 3600


class Cache:
    """Verdicts on the claims of a shelf, from run to run.

    What is not there, or torn, or cannot be written, is proved: nothing here is an error.

    Args:
        shelf: The claims.
        folder: Where the files lie.
        fresh: Whether to read nothing, and write everything anew.

    Raises:
        Changed: The kernel's files have been changed since they were read.
    """

    def __init__(self, shelf: Shelf, folder: Path, *, fresh: bool = False) -> None:
        self._shelf, self._folder, self._fresh = shelf, folder, fresh
        self._kernel = kernel()
        self._contents: dict[str, Content] = {}
        self._keys: dict[str, str] = {}

    def key(self, id: str) -> str:
        """The name of all that a claim's verdict hangs on.

        Raises:
            Unreadable: A part of the claim has no content that could be compared.
        """
        if id not in self._keys:
            claims = {id, *(claim.id for claim in self._shelf.below(self._shelf[id]))}
            claims |= self._spoken_of(claims)
            others = (each for each in self._shelf if each in claims and each != id)
            self._keys[id] = joined([self._kernel, *map(self._content, (id, *others))])
        return self._keys[id]

    def _spoken_of(self, claims: Iterable[str]) -> set[str]:
        """The definitions of all that stands in the claims: also where a claim may not open one, it
        decides where the words have a value, and which."""
        waiting, found = list(claims), set[str]()
        while waiting:
            symbols = self._content(waiting.pop()).symbols
            new = {id for symbol in symbols for id in self._defined_by.get(symbol, ())} - found
            found |= new
            waiting += new
        return found

    @cached_property
    def _defined_by(self) -> Mapping[str, Sequence[str]]:
        """The definitions of a function or a tensor, by the id of its symbol."""
        found: dict[str, list[str]] = {}
        for claim in self._shelf.values():
            for defined in meanings([claim]):
                found.setdefault(defined.symbol.id, []).append(claim.id)
        return found

    def recall(self, id: str) -> Checked | None:
        """The claim as it was checked, in today's words; None where that is not known."""
        if self._fresh:
            return None
        try:
            key = self.key(id)
            return read(self._file(key).read_text("utf-8"), self._shelf[id], key)
        except (OSError, Unreadable, Unusable, UnicodeDecodeError):
            return None

    def keep(self, id: str, checked: Checked) -> None:
        """Write a checked claim down, if it can be read back as it is."""
        if checked.verdict.status is Status.UNDECIDED:
            return
        with suppress(OSError, Unreadable, Unusable):
            key = self.key(id)
            text = written(checked, key)
            if read(text, self._shelf[id], key) == checked:
                require_unchanged()
                self._write(self._file(key), text)

    def prune(self) -> None:
        """Remove all that no claim of the shelf needs as it stands now."""
        needed: set[Path] = set()
        for id in self._shelf:
            with suppress(Unreadable):
                needed.add(self._file(self.key(id)))
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file not in needed and not _is_being_written(file):
                    file.unlink(missing_ok=True)

    def _content(self, id: str) -> Content:
        if id not in self._contents:
            self._contents[id] = content(self._shelf[id])
        return self._contents[id]

    def _file(self, key: str) -> Path:
        return self._folder / key

    def _write(self, file: Path, text: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=self._folder, suffix=UNFINISHED, delete=False) as new:
            new.write(text)
        os.replace(new.name, file)


def opened(shelf: Shelf, *, fresh: bool = False) -> Cache | None:
    """The cache beside the sources, unless it must not be used.

    Args:
        shelf: The claims.
        fresh: Whether to read nothing, and write everything anew.
    """
    if any(os.environ.get(name) for name in FRESH):
        return None
    try:
        return Cache(shelf, FOLDER, fresh=fresh)
    except Changed:
        return None


def _is_being_written(file: Path) -> bool:
    return file.suffix == UNFINISHED and time.time() - file.stat().st_mtime < HOUR
