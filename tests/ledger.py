"""What the mutants of a claim came to, kept by all that this hangs on: none is tried twice.

Kept are only whole runs that nothing survived. What sets verdicts to be proved anew, does so here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path

from nnmath.proof.mutation import Score
from nnmath.theory import SHELF
from nnmath.verdicts.cache import FRESH, Cache
from nnmath.verdicts.content import Unreadable
from nnmath.verdicts.sources import Changed

TESTS = Path(__file__).parent
FOLDER = TESTS.parent / ".cache" / "mutants"
# Which mutants are tried, and the second opinion on them
SOURCES = ("test_mutation.py", "proof/*.py", "reference/gradient_descent.py")


@cache
def _sources() -> str:
    digest = sha256()
    for file in sorted(file for pattern in SOURCES for file in TESTS.glob(pattern)):
        digest.update(f"{file.relative_to(TESTS).as_posix()} ".encode() + file.read_bytes())
    return digest.hexdigest()


@cache
def _verdicts() -> Cache | None:
    with suppress(Changed):
        return Cache(SHELF, FOLDER)
    return None


def _file(id: str, lines: Iterable[object]) -> Path | None:
    """Where the score of a claim is kept; nowhere, if it cannot be said what it hangs on."""
    verdicts = _verdicts()
    if verdicts is None or any(os.environ.get(name) for name in FRESH):
        return None
    with suppress(Unreadable):
        said = repr((verdicts.key(id), _sources(), list(lines)))
        return FOLDER / f"{sha256(said.encode()).hexdigest()}.json"
    return None


def recall(id: str, lines: Iterable[object]) -> Score | None:
    """The score of a claim's whole run.

    Args:
        id: The claim.
        lines: What is listed of its mutants.
    """
    file = _file(id, lines)
    if file is None or not file.exists():
        return None
    kept = json.loads(file.read_text("utf-8"))
    return Score(**{**kept, "survived": ()})


def keep(id: str, lines: Iterable[object], score: Score) -> None:
    """Keep the score of a whole run in which nothing survived."""
    file = _file(id, lines)
    if file is not None and not score.survived:
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(asdict(score)), "utf-8")
        unfinished.replace(file)
