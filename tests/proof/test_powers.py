"""What is known of natural powers of numbers between 0 and 1: r^n < 1 where 0 ≤ r < 1 and n ≥ 1."""

from __future__ import annotations

import pytest

from nnmath.proof.entailment import follows
from nnmath.proof.nodes import Relation, as_node
from nnmath.proof.setting import Setting
from nnmath.proof.statements import Hypothesis, unequal
from nnmath.theory.descent_vocabulary import T
from tests.proof.making import n, x, y

HALF = as_node("1/2")
TRUE = {
    "below 1": (x**n < 1, (x >= 0, x < 1, n >= 1)),
    "a count is at least 1": (x**T < 1, (x >= 0, x < 1)),
    "more than 0": (x**n < 1, (x >= 0, x < 1, n > 0)),
    "a divisor": (unequal(1 - x**n, 0), (x >= 0, x < 1, n >= 1)),
    "by a multiple": (3 * x**n < 3, (2 * x >= 0, 2 - 2 * x > 0, n >= 1)),
}
NOT_SHOWN = {
    "the power may be 0": (x**n < 1, (x >= 0, x < 1)),
    "a number's power may be 0": (HALF**n < 1, ()),
    "the base may be 1": (x**n < 1, (x >= 0, x <= 1, n >= 1)),
    "the base may be −2": (x**n < 1, (x < 1, n >= 1)),
    "the base may be above 1": (x**n < 1, (x >= 0, n >= 1)),
    "another base is below 1": (x**n < 1, (x >= 0, y < 1, n >= 1)),
    "another power is not 0": (x**n < 1, (x >= 0, x < 1, T >= 1)),
    "n ≥ −1": (x**n < 1, (x >= 0, x < 1, n >= -1)),
    "a number above 1": (as_node("3/2") ** T < 1, ()),
    "n − 1 may be 0": (x ** (n - 1) < 1, (x > 0, x < 1, n >= 1)),
    "less than the base": (x**n < x, (x >= 0, x < 1, n >= 1)),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_shown(name: str) -> None:
    goal, given = TRUE[name]
    assert follows(goal, Setting(given))


@pytest.mark.parametrize("name", NOT_SHOWN)
def test_it_is_not_shown(name: str) -> None:
    goal: Relation
    given: tuple[Hypothesis, ...]
    goal, given = NOT_SHOWN[name]
    assert not follows(goal, Setting(given))
