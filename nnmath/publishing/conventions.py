"""How papers and frameworks write an optimizer or a loss, and how far apart that leads.

The distances are measured by running the frameworks: `make frameworks ARGS=--record`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nnmath import catalog
from nnmath.notation.text import Language, Text
from nnmath.theory.loss_conventions import LOSS_CONVENTIONS
from nnmath.theory.optimizers import FAMILIES, FRAMEWORKS, PAPER

TABLE = Path(__file__).with_name("conventions.tsv")
NAMES = {PAPER: Text(ja="論文", en="Paper"), **FRAMEWORKS}
DASH = "–"


@dataclass(frozen=True)
class ConventionRow:
    """One convention of one formula.

    Args:
        formula: The id of the formula.
        name: Its name.
        convention: Whose convention it is, with the version that was measured.
        call: How it is written there; empty for the paper.
        differs: What is different, in words.
        distances: The largest difference from every convention of `heads`: of an optimizer, of the
            parameters within 30 steps; of a loss, of its gradient. A dash where there is none.
    """

    formula: str
    name: str
    convention: str
    call: str
    differs: str
    distances: tuple[str, ...]


def heads(language: Language) -> tuple[str, ...]:
    """The names of all conventions, in the order of `distances`."""
    return tuple(name.to(language) for name in NAMES.values())


def convention_rows(kind: str, language: Language) -> tuple[ConventionRow, ...]:
    """Return the rows of every formula, the paper's first; a framework without it has a row of
    dashes.

    Args:
        kind: "optimizer" or "loss".
        language: The reader's.

    >>> rows = convention_rows("optimizer", "en")
    >>> [row.distances for row in rows if row.formula == "lion" and row.call == DASH]
    [('–', '–', '–', '–')]
    """
    return tuple(
        row(formula, convention, measured.get(convention, {}), language)
        for formula, measured in measurements(kind).items()
        for convention in NAMES
    )


def row(
    formula: str, convention: str, measured: Mapping[str, str], language: Language
) -> ConventionRow:
    """One row; nothing measured means that there is no such convention."""
    call, differs = calls(formula).get(convention, ("", None))
    whose = " ".join((NAMES[convention].to(language), measured.get("version", ""))).strip()
    return ConventionRow(
        formula=formula,
        name=catalog[formula].name.to(language),
        convention=whose,
        call=call or ("" if convention == PAPER else DASH),
        differs=differs.to(language) if differs else "",
        distances=tuple(short(measured.get(other, "")) for other in NAMES),
    )


def short(distance: str) -> str:
    """A distance with two digits."""
    return f"{float(distance):.2g}" if distance else DASH


def calls(formula: str) -> dict[str, tuple[str, Text]]:
    """How each framework writes it, and what is different there."""
    if formula in FAMILIES:
        return {each.framework: (each.call, each.differs) for each in FAMILIES[formula].conventions}
    return {each.framework: (each.call, each.differs) for each in LOSS_CONVENTIONS[formula]}


@cache
def measurements(kind: str) -> dict[str, dict[str, dict[str, str]]]:
    """The measured distances by formula and convention."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for each in csv.DictReader(file, delimiter="\t"):
            if each["kind"] == kind:
                found.setdefault(each["formula"], {})[each["convention"]] = each
    return found
