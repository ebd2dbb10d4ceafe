"""What can go wrong with a film, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class RenderError(Exception):
    """A film cannot be rendered; the message is one line that says what to do."""


def unknown(kind: str, value: object, known: Iterable[str]) -> RenderError:
    """The error for a name that is none of `known`, with the nearest one suggested."""
    names = sorted(known)
    near = get_close_matches(str(value), names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(names)}"
    return RenderError(f"unknown {kind} {str(value)[:60]!r} ({hint})")
