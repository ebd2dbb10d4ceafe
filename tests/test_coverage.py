"""The map of the book's plan: every claim has its place in it, and what is missing is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nnmath.cli.coverage import MAP, Row, rows, summary
from nnmath.theory import SHELF

PARTS = range(1, 10)


ROWS = rows(MAP)


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


def test_every_row_has_claims() -> None:
    # What is missing in a row stands in the map as pending, and is printed at the end
    assert [row.title for row in ROWS if not row.ids] == []


def test_how_much_is_there(record_property: Callable[[str, object], None]) -> None:
    record_property("coverage", summary(ROWS))
    for row in ROWS:
        for item in row.pending:
            record_property("missing", f"{row.part} {row.title}: {item}")
