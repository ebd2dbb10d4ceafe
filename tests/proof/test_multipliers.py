"""Multipliers of certificates: leaving out columns that cannot be taken loses no sum."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from flint import fmpq

from nnmath.proof.simplex import Columns, Vector, nonnegative_solution


def vector(*entries: int) -> Vector:
    """A sparse vector."""
    return {row: fmpq(entry) for row, entry in enumerate(entries) if entry}


def total(columns: Columns, found: dict[int, Fraction]) -> Vector:
    """The sum of the multiples."""
    rows: Vector = {}
    for j, value in found.items():
        for row, entry in columns.vectors[j].items():
            rows[row] = rows.get(row, fmpq(0)) + entry * fmpq(value.numerator, value.denominator)
    return {row: entry for row, entry in rows.items() if entry}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_a_sum_of_multiples_is_found_to_be_one(seed: int) -> None:
    rng = Random(seed)
    drawn = [vector(*(rng.choice((0, 0, 0, 1, 2, -1)) for _ in range(6))) for _ in range(7)]
    columns = Columns(drawn)
    wanted = total(columns, {j: Fraction(rng.randint(1, 5)) for j in rng.sample(range(7), 3)})
    found = nonnegative_solution(columns, wanted, set())
    assert found is not None and min(found.values(), default=1) > 0
    assert total(columns, found) == wanted


def test_a_column_that_nothing_makes_up_for_is_left_out() -> None:
    columns = Columns([vector(1, 1), vector(1, 0), vector(0, 1, 1), vector(0, 0, -1)])
    assert columns.useful(vector(3)) == [1]
    assert columns.useful(vector(3, 1)) == [0, 1, 2, 3]
    assert nonnegative_solution(columns, vector(3), {0}) == {1: 3}


def test_a_row_that_cannot_be_met_ends_the_search() -> None:
    columns = Columns([vector(1, 1), vector(1, -1)])
    assert columns.useful(vector(-1)) is None
    assert columns.useful(vector(1, 0, 1)) is None
    assert nonnegative_solution(columns, vector(-1), set()) is None
