"""How much of the book's plan is there: its map, topic by topic, with what is still missing."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Beside the tests that hold it to the catalog: the book runs from a clone
MAP = Path(__file__).resolve().parents[2] / "tests" / "coverage.toml"


@dataclass(frozen=True)
class Row:
    """A topic of the plan that needs formulas.

    Args:
        part: Of the book.
        title: The topic.
        ids: The claims that are there.
        pending: What is not there yet.
    """

    part: int
    title: str
    ids: list[str]
    pending: list[str]

    @property
    def filled(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.ids) and not self.pending


def rows(map: Path) -> list[Row]:
    """The map's rows in their order.

    Raises:
        OSError: There is no such file.
        TypeError: A row has other keys.
    """
    return [Row(**row) for row in tomllib.loads(map.read_text(encoding="utf-8"))["row"]]


def summary(rows: Sequence[Row]) -> str:
    """The counts in one line."""
    filled = sum(row.filled for row in rows)
    begun = sum(bool(row.ids) and not row.filled for row in rows)
    missing = sum(len(row.pending) for row in rows)
    return (
        f"{filled} of {len(rows)} topics complete, {begun} begun, "
        f"{len(rows) - filled - begun} empty; {missing} things missing"
    )
