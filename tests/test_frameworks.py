"""The reading guide of frameworks names claims of the book, each once."""

from __future__ import annotations

from nnmath.cli.coverage import MAP, rows
from nnmath.theory import SHELF
from nnmath.theory.framework_names import FRAMEWORK_NAMES


def test_every_name_stands_for_a_claim() -> None:
    formulas = [name.formula for name in FRAMEWORK_NAMES]
    assert len(set(formulas)) == len(formulas)
    assert all(formula in SHELF for formula in formulas)


def test_the_map_has_every_formula_that_a_framework_names() -> None:
    row = next(row for row in rows(MAP) if row.title == "What a framework computes")
    assert {name.formula for name in FRAMEWORK_NAMES} <= set(row.ids)


def test_no_framework_calls_two_formulas_by_one_name() -> None:
    for names in zip(*((name.keras, name.pytorch) for name in FRAMEWORK_NAMES), strict=True):
        assert len(set(names)) == len(names)
