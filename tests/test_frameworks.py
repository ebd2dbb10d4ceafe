"""The reading guide of frameworks names claims of the book, each once."""

from __future__ import annotations

from nnmath.theory import SHELF
from nnmath.theory.framework_names import FRAMEWORK_NAMES


def test_every_name_stands_for_a_claim() -> None:
    formulas = [name.formula for name in FRAMEWORK_NAMES]
    assert len(set(formulas)) == len(formulas)
    assert all(formula in SHELF for formula in formulas)


def test_no_framework_calls_two_formulas_by_one_name() -> None:
    for names in zip(*((name.keras, name.pytorch) for name in FRAMEWORK_NAMES), strict=True):
        assert len(set(names)) == len(names)
