"""What the frameworks said when they were last asked, and how far apart conventions are."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from nnmath.publishing.conventions import TABLE as DIFFERENCES
from nnmath.theory.loss_conventions import LOSS_CONVENTIONS
from nnmath.theory.optimizers import FAMILIES, FRAMEWORKS, PAPER
from tests.frameworks import loss_cells, optimizer_cells
from tests.frameworks.asking import Answers, cells
from tests.frameworks.cells import Cell, Quantities
from tests.frameworks.precision import ROUNDING, SINGLE, TOLERANCE

RECORD = Path(__file__).resolve().parents[1] / "reference" / "frameworks.tsv"
FIELDS = ("kind", "formula", "framework", "version", "quantity", "shape", "numbers")
# What conventions differ in: the way of a parameter, the gradient of a loss
FORMULAS = {
    "optimizer": (tuple(FAMILIES), optimizer_cells.paper),
    "loss": (tuple(LOSS_CONVENTIONS), loss_cells.paper),
}


@dataclass(frozen=True)
class Recorded:
    """What a framework said of one cell."""

    version: str
    quantities: Quantities


@cache
def recorded() -> Mapping[str, Recorded]:
    """By the name of the cell, what the file has."""
    found: dict[str, Recorded] = {}
    with RECORD.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = f"{row['kind']} {row['formula']} {row['framework']}"
            shape = tuple(map(int, row["shape"].split()))
            numbers = np.array(list(map(float, row["numbers"].split()))).reshape(shape)
            cell = found.setdefault(name, Recorded(row["version"], {}))
            found[name] = Recorded(cell.version, {**cell.quantities, row["quantity"]: numbers})
    return found


def write_record(said: Mapping[str, Answers]) -> None:
    """Write the file anew."""
    rows = [
        (*key(cell), said[cell.framework].version, quantity, *spelled(numbers))
        for name, cell in cells().items()
        for quantity, numbers in said[cell.framework].quantities[name].items()
    ]
    write(RECORD, FIELDS, rows)
    recorded.cache_clear()


def key(cell: Cell) -> tuple[str, str, str]:
    """Where a cell stands."""
    return cell.kind, cell.formula, cell.framework


def spelled(numbers: np.ndarray) -> tuple[str, str]:
    """A shape, and numbers to the last digit."""
    return " ".join(map(str, numbers.shape)), " ".join(repr(float(each)) for each in numbers.flat)


def write(path: Path, fields: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table, its fields first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([fields, *rows])


def differences() -> list[tuple[str, ...]]:
    """Of every convention of an optimizer or a loss, how far from it each other one is."""
    rows = []
    for kind, (formulas, paper) in FORMULAS.items():
        for formula in formulas:
            names = {each: f"{kind} {formula} {each}" for each in FRAMEWORKS}
            said = {each: recorded()[name] for each, name in names.items() if name in cells()}
            known = {PAPER: paper(formula)} | {each: said[each].quantities for each in said}
            limit = ROUNDING if SINGLE & set(names.values()) else TOLERANCE
            for one in known:
                distances = (
                    distance(known[one], known[other], limit) if other in known else ""
                    for other in (PAPER, *FRAMEWORKS)
                )
                version = said[one].version if one in said else ""
                rows.append((kind, formula, one, version, *distances))
    return rows


def distance(one: Quantities, other: Quantities, limit: float) -> str:
    """The largest difference of two ways or of two gradients; up to the limit it is rounding."""
    (name,) = set(one) - {"value"}
    found = float(np.abs(one[name] - other[name]).max())
    return "0" if found <= limit else f"{found:.1e}"


def write_differences() -> None:
    """Write the table that pages show."""
    fields = ("kind", "formula", "convention", "version", PAPER, *FRAMEWORKS)
    write(DIFFERENCES, fields, differences())
