"""How the verifier did against every mutant of every claim.

The numbers are those of the last whole run: `make mutants ARGS=--record`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nnmath import catalog
from nnmath.notation.text import Language
from nnmath.proof.mutation import Score

TABLE = Path(__file__).with_name("mutants.tsv")
FIELDS = ("claim", "killed", "harmless", "unneeded")


@dataclass(frozen=True)
class ScoreRow:
    """The mutants of a part of the book.

    Args:
        title: The part.
        claims: How many of its claims have mutants.
        score: What these came to.
    """

    title: str
    claims: int
    score: Score


def score_rows(language: Language) -> tuple[ScoreRow, ...]:
    """Return the row of each part of the book, in its order.

    >>> all(row.score.tried > row.claims for row in score_rows("en"))
    True
    """
    rows = []
    for title, claims in catalog.parts.items():
        scores = [recorded()[claim.id] for claim in claims if claim.id in recorded()]
        rows.append(ScoreRow(title.to(language), len(scores), sum(scores, Score())))
    return tuple(rows)


def all_scores(rows: Iterable[ScoreRow], title: str) -> ScoreRow:
    """Return the sum of some rows."""
    rows = tuple(rows)
    return ScoreRow(title, sum(row.claims for row in rows), sum((r.score for r in rows), Score()))


@cache
def recorded() -> dict[str, Score]:
    """What the mutants of each claim came to; none survived, or it would not be here."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {
        row["claim"]: Score(int(row["killed"]), int(row["harmless"]), int(row["unneeded"]))
        for row in rows
    }
