"""What ends a command: one line for the user, and an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

DOES_NOT_STAND = 1
BAD_INPUT = 2
INTERRUPTED = 130


class Failure(Exception):
    """A command cannot do what it was asked; the message is for the user.

    Args:
        message: What is wrong, and what to do.
        code: The exit code.
    """

    def __init__(self, message: str, code: int = BAD_INPUT) -> None:
        super().__init__(message)
        self.code = code


def unknown(kind: str, name: str, known: Iterable[str]) -> Failure:
    """The failure for a name that is none of `known`, with the nearest one or the shortest list.

    >>> print(unknown("formula", "gradient-stop", ["gradient-step"]))
    unknown formula 'gradient-stop' (did you mean 'gradient-step'?)
    >>> print(unknown("formula", "x", (f"claim-{number}" for number in range(300))))
    unknown formula 'x' (nnmath verify lists all 300)
    """
    names = list(known)
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else listing(names)
    return Failure(f"unknown {kind} {shortened(name)!r} ({hint})")


def listing(names: list[str], most: int = 8) -> str:
    """The names themselves, or where to find them when there are many."""
    few = len(names) <= most
    return f"known: {', '.join(names)}" if few else f"nnmath verify lists all {len(names)}"


def shortened(text: str, most: int = 60) -> str:
    """A text that fits into a message.

    >>> shortened("a" * 9, 5)
    'aaaa…'
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"
