"""PyTorch, Keras and Optax do what the book says of them: `make frameworks`."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from nnmath.theory.optimizers import FAMILIES, FRAMEWORKS
from tests import beside_keras
from tests.frameworks import optimizer_cells
from tests.frameworks.asking import PYTHON, answers, cells
from tests.frameworks.precision import ROUNDING, SINGLE, TOLERANCE, off
from tests.frameworks.record import recorded, write_differences, write_record
from tests.optimizers.boxes import box

pytestmark = [pytest.mark.full, pytest.mark.frameworks]

OPTIMIZERS = [name for name, cell in cells().items() if cell.kind == "optimizer"]
# PyTorch refuses its own default of 0 where it is to look ahead
REFUSED = {"optimizer nesterov pytorch": {"momentum": None}}


@pytest.fixture(scope="session", autouse=True)
def keeping(request: pytest.FixtureRequest) -> None:
    """Keep what the frameworks say, if that is asked for."""
    if request.config.getoption("--record"):
        write_record({each: answers(each) for each in FRAMEWORKS})
        write_differences()


@pytest.mark.parametrize("name", cells())
def test_a_framework_does_what_the_book_says(name: str) -> None:
    cell = cells()[name]
    theirs, ours = answers(cell.framework).quantities[name], cell.ours()
    assert set(theirs) == set(ours)
    error = max(off(theirs[each], ours[each]) for each in ours)
    if name in SINGLE:
        assert TOLERANCE < error <= ROUNDING
    else:
        assert error <= TOLERANCE


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_defaults_are_the_frameworks(name: str) -> None:
    cell = cells()[name]
    theirs = answers(cell.framework).defaults[name] | REFUSED.get(name, {})
    assert optimizer_cells.defaults(box(cell.formula, cell.framework)) == theirs


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_what_has_a_dash_is_not_there(framework: str) -> None:
    dashes = {id for id, family in FAMILIES.items() if framework not in family.variants}
    assert dashes and not dashes & answers(framework).has


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_record_is_what_a_framework_says(framework: str) -> None:
    said = answers(framework)
    kept = {name: each for name, each in recorded().items() if cells()[name].framework == framework}
    assert {each.version for each in kept.values()} == {said.version}
    for name, quantities in said.quantities.items():
        limit = ROUNDING if name in SINGLE else TOLERANCE
        for each, numbers in quantities.items():
            assert off(numbers, kept[name].quantities[each]) <= limit, f"{name}: {each}"


def test_the_tutorial_has_the_recorded_losses(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    table = tmp_path / "losses.tsv"
    beside_keras.ask_keras(str(PYTHON), table)
    if request.config.getoption("--record"):
        beside_keras.TABLE.write_bytes(table.read_bytes())
    said, kept = (rows(each) for each in (table, beside_keras.TABLE))
    assert [row[:3] for row in said] == [row[:3] for row in kept]
    numbers = (np.array([float(row[3]) for row in each]) for each in (said, kept))
    np.testing.assert_allclose(*numbers, rtol=0, atol=ROUNDING)


def rows(table: Path) -> list[list[str]]:
    """The rows without their heading."""
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]
