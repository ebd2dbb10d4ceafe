"""Puts a finished folder into place in one step: a reader sees the old site or the new one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # Linux
RENAME_SWAP = 2  # macOS


def put_in_place(finished: Path, target: Path) -> None:
    """Make `finished` be `target`; what was there before is removed afterwards.

    Both lie on one file system. Killed at any moment, `target` is whole: where the system cannot
    exchange two folders at once, `recover` puts an interrupted move right.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        finished.rename(target)
    elif exchanged(finished, target):
        shutil.rmtree(finished, ignore_errors=True)
    else:
        aside = target.with_name(f".{target.name}.old")
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        finished.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def recover(target: Path) -> None:
    """Bring the old folder back if a move was cut between its two halves."""
    aside = target.with_name(f".{target.name}.old")
    if aside.exists() and not target.exists():
        aside.rename(target)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the system has no call for it."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return libc.renamex_np(first, second, RENAME_SWAP) == 0
        return libc.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0
    except (AttributeError, OSError, TypeError):
        return False
