"""What the frameworks said when they were asked last still fits the book."""

from __future__ import annotations

import csv
import re
from collections import Counter

import numpy as np
import pytest

from nnmath.notation.text import LANGUAGES
from nnmath.publishing.conventions import DASH, NAMES, TABLE, convention_rows, heads
from nnmath.simulation.activations import ACTIVATIONS
from nnmath.theory.framework_names import FRAMEWORK_NAMES
from nnmath.theory.loss_conventions import LOSS_CONVENTIONS
from nnmath.theory.optimizers import FAMILIES
from tests.frameworks.asking import ROOT, cells
from tests.frameworks.precision import ROUNDING, SINGLE, TOLERANCE, off
from tests.frameworks.record import differences, recorded

pytestmark = pytest.mark.xdist_group("recorded frameworks")
# Of the reading guide, what is a number of entries or of steps
COUNTS = {"flattened-inputs", "updates-of-fit"}
IN_OTHER_WORDS = {
    "mean-squared-error": "squared-error",
    "cross-entropy-with-logits": "softmax-cross-entropy",
}
# Backpropagation has to be proved first
SLOW = [pytest.mark.full, pytest.mark.frameworks]
KINDS = [
    "optimizer",
    "loss",
    "edge",
    "activation",
    pytest.param("layer", marks=SLOW),
    pytest.param("network", marks=SLOW),
]
LOCK = ROOT / "nnmath" / "installation" / "frameworks.lock"
DISTRIBUTIONS = {"pytorch": "torch", "keras": "keras", "optax": "optax"}


def test_no_cell_is_missing_and_none_is_stale() -> None:
    assert recorded().keys() == cells().keys(), "run `make frameworks ARGS=--record`"


def test_all_that_the_reading_guide_names_is_compared() -> None:
    compared = {cell.formula for cell in cells().values() if cell.framework == "pytorch"}
    named = {each.formula for each in FRAMEWORK_NAMES} | set(ACTIVATIONS)
    assert named - compared == COUNTS | IN_OTHER_WORDS.keys()
    assert set(IN_OTHER_WORDS.values()) <= compared


@pytest.mark.parametrize("kind", KINDS)
def test_the_book_computes_what_is_recorded(kind: str) -> None:
    for name, cell in cells().items():
        if cell.kind != kind:
            continue
        limit = ROUNDING if name in SINGLE else TOLERANCE
        ours, theirs = cell.ours(), recorded()[name].quantities
        assert ours.keys() == theirs.keys(), name
        assert all(off(theirs[each], ours[each]) <= limit for each in ours), name


def test_the_versions_are_the_locked_ones() -> None:
    lock = LOCK.read_text(encoding="utf-8")
    for name, cell in cells().items():
        locked = re.findall(rf"^{DISTRIBUTIONS[cell.framework]}==(\S+)", lock, re.MULTILINE)
        assert recorded()[name].version in locked, name


def test_the_table_of_pages_is_made_of_the_record() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        _, *shown = csv.reader(file, delimiter="\t")
    made = differences()
    assert [row[:4] for row in shown] == [list(row[:4]) for row in made]
    for row, again in zip(shown, made, strict=True):
        assert [not each for each in row[4:]] == [not each for each in again[4:]], row
        numbers = ([float(each) for each in r[4:] if each] for r in (row, again))
        # Two digits are shown
        np.testing.assert_allclose(*numbers, rtol=0.1, atol=0, err_msg=str(row))


def test_what_is_said_to_differ_differs_and_what_is_not_does_not() -> None:
    apart = {(row[1], row[2]): row[4] for row in differences() if row[0] == "optimizer"}
    same = {
        (id, each.framework): each.rules is None and not each.starts and not each.without
        for id, family in FAMILIES.items()
        for each in family.conventions
    }
    assert {cell for cell, alike in same.items() if alike} <= {
        cell for cell, distance in apart.items() if distance == "0"
    }
    # At a constant rate it is all the same where the rate multiplies
    constant = {("momentum", "optax")}
    assert all((apart[cell] == "0") == (cell in constant) for cell in same if not same[cell])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_every_convention_and_a_dash_where_there_is_none(language: str) -> None:
    assert len(heads(language)) == len(NAMES)
    for kind, formulas in (("optimizer", FAMILIES), ("loss", LOSS_CONVENTIONS)):
        rows = convention_rows(kind, language)
        counts = Counter(row.formula for row in rows)
        assert counts == dict.fromkeys(formulas, len(NAMES))
        for row in rows:
            absent = row.call == DASH
            assert absent == all(each == DASH for each in row.distances)
            assert bool(row.differs) != (absent or not row.call)
            assert row.name
