"""What every command of the command line has."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One word after `nnmath`.

    Args:
        summary: What it does, in one line.
        add_arguments: Says what may follow it.
        run: Does it and returns the exit code; imports what it needs only then.
    """

    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
