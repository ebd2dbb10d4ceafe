"""Verifies claims: recalls the verdicts that are kept, and proves the rest over processes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from threading import Thread

from nnmath.proof.checking import Checked
from nnmath.proof.library import Shelf
from nnmath.verdicts.cache import Cache

SECONDS_BETWEEN_LOOKS = 1.0


class Verifier:
    """Verdicts on the claims of a shelf.

    Args:
        shelf: The claims.
        cache: Where verdicts are kept; without one, everything is proved.

    Attributes:
        recalled: The ids whose verdict is that of an earlier run.
    """

    def __init__(self, shelf: Shelf, cache: Cache | None = None) -> None:
        self.cache = cache
        self.recalled: set[str] = set()
        self._shelf = shelf

    def check(self, id: str) -> Checked:
        """The verdict on one claim."""
        return next(self.check_all((id,)))

    def check_all(self, ids: Sequence[str], jobs: int = 1) -> Iterator[Checked]:
        """The verdicts on claims, in their order.

        Args:
            ids: Of the claims.
            jobs: How many are proved at once.
        """
        kept = {id: self.cache.recall(id) if self.cache else None for id in ids}
        missing = [id for id, checked in kept.items() if checked is None]
        self.recalled.update(kept.keys() - missing)
        # Begun here, before whoever shows the progress has started a thread
        proved = _proved(self._shelf, missing, jobs)
        return self._in_order(ids, kept, proved)

    def _in_order(
        self, ids: Sequence[str], kept: dict[str, Checked | None], proved: Iterator[Checked]
    ) -> Iterator[Checked]:
        for id in ids:
            checked = kept[id]
            if checked is None:
                checked = kept[id] = next(proved)
                if self.cache:
                    self.cache.keep(id, checked)
            yield checked
        if self.cache and set(ids) == set(self._shelf):
            self.cache.prune()


def cores() -> int:
    """How many processes can work at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _proved(shelf: Shelf, ids: Sequence[str], jobs: int) -> Iterator[Checked]:
    if jobs < 2 or len(ids) < 2 or "fork" not in get_all_start_methods():
        return (shelf.check(shelf[id]) for id in ids)
    pool = ProcessPoolExecutor(
        min(jobs, len(ids)),
        mp_context=get_context("fork"),
        initializer=_begin,
        initargs=(shelf, os.getpid()),
    )
    results = pool.map(_check, ids)
    pool.shutdown(wait=False)
    return results


_shelf: Shelf


def _begin(shelf: Shelf, parent: int) -> None:
    """Prepare a process that proves: an interruption is its parent's to see, with which it ends."""
    global _shelf
    _shelf = shelf
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os._exit(1)


def _check(id: str) -> Checked:
    return _shelf.check(_shelf[id])
