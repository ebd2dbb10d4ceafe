"""The table of mutants that pages show: written by whole runs, and compared with them."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from nnmath.proof.mutation import Score
from nnmath.publishing.mutation_scores import FIELDS, TABLE, recorded
from nnmath.theory import SHELF


def write(scores: Mapping[str, Score]) -> None:
    """Put the scores of some claims into the table, and take out claims that are no more."""
    every = {**recorded(), **scores}
    rows = [
        (id, score.killed, score.harmless, score.unneeded)
        for id in SHELF
        if (score := every.get(id)) is not None
    ]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([FIELDS, *rows])
    recorded.cache_clear()


def differs(id: str, score: Score) -> str:
    """What is wrong with a claim's row; nothing, if it says what a whole run found."""
    now = Score(score.killed, score.harmless, score.unneeded)
    kept = recorded().get(id)
    if kept == now:
        return ""
    return f"the table has {kept}, the run {now}: `make mutants ARGS='--record -k {id}'`"
