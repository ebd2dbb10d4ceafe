"""What stops a build: one line that says where and why."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from mkdocs.exceptions import BuildError


class PageError(BuildError):
    """A mistake on a page: `docs/ja/page.md:12: unknown formula 'x' (did you mean 'y'?)`.

    Args:
        path: The page, from the project's root.
        line: Its line, counted from 1.
        problem: What is wrong.
    """

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path, self.line, self.problem = path, line, problem


class SiteError(BuildError):
    """A build that cannot go on for a reason that no page has."""


def unknown(kind: str, name: str, known: Iterable[str], suggestion: str | None = None) -> str:
    """Say that `name` is unknown, with the nearest known name.

    >>> unknown("formula", "gradient-decent", ["gradient-descent"])
    "unknown formula 'gradient-decent' (did you mean 'gradient-descent'?)"
    """
    near = suggestion or next(iter(get_close_matches(name, list(known), n=1, cutoff=0.5)), None)
    hint = f" (did you mean '{near}'?)" if near else ""
    return f"unknown {kind} '{name}'{hint}"
