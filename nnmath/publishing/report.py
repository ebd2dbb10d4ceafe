"""The verification report: every claim of the catalog with its verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nnmath import catalog
from nnmath.catalog import Entry
from nnmath.notation.text import Language
from nnmath.proof.verdict import Status
from nnmath.publishing.fragments import Claim, claim
from nnmath.publishing.words import KINDS


@dataclass(frozen=True)
class Row:
    """One claim of the report."""

    claim: Claim
    kind: str


def report_parts(language: Language) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each part of the book, by its title, in the catalog's order.

    Raises:
        Unverified: A claim is weaker than it declares.
    """
    return {
        title.to(language): tuple(row(catalog[each.id], language) for each in claims)
        for title, claims in catalog.parts.items()
    }


def row(entry: Entry, language: Language) -> Row:
    """One claim of the report, in one language."""
    return Row(claim(entry, language), KINDS[entry.kind].to(language))


def tally(rows: Iterable[Row]) -> dict[tuple[str, str], int]:
    """How many rows have each verdict, the strongest first; by its name and its word."""
    badges = (row.claim.badge for row in rows)
    counts = Counter((badge.status, badge.label) for badge in badges)
    return dict(sorted(counts.items(), key=lambda count: -Status[count[0][0].upper()]))
