"""The map of the book's plan: every claim has its place in it, and what is missing is said."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from nnmath.theory import SHELF

MAP = Path(__file__).parent / "coverage.toml"
PARTS = range(1, 10)


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


ROWS = [Row(**row) for row in tomllib.loads(MAP.read_text(encoding="utf-8"))["row"]]


def test_the_map_has_every_part_and_no_title_twice() -> None:
    assert [row.part for row in ROWS] == sorted(row.part for row in ROWS)
    assert {row.part for row in ROWS} == set(PARTS)
    assert len({row.title for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.title)
def test_what_a_row_names_is_in_the_catalog(row: Row) -> None:
    # That each claim there has its declared verdict is tests/test_catalog.py's to see
    assert not set(row.ids) - set(SHELF)
    assert len(set(row.ids)) == len(row.ids) and len(set(row.pending)) == len(row.pending)
    assert row.ids or row.pending, "a row that names nothing says nothing"
    assert all(item.strip() for item in row.pending)


def test_every_claim_has_its_place() -> None:
    assert not set(SHELF) - {id for row in ROWS for id in row.ids}


def test_how_much_is_there(record_property: Callable[[str, object], None]) -> None:
    filled = sum(row.filled for row in ROWS)
    begun = sum(bool(row.ids) and not row.filled for row in ROWS)
    record_property("coverage", f"F rows filled {filled} of {len(ROWS)}, {begun} more begun")
