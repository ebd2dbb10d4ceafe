"""Traps for the one thing that is taken for granted of the cosine: from 0 to π it falls."""

from __future__ import annotations

import pytest

from nnmath.proof.cosine import cosine_falls
from nnmath.proof.nodes import Relation
from nnmath.proof.special import COS, ERF, PI
from nnmath.proof.statements import Hypothesis
from nnmath.proof.verdict import Status
from tests.proof.making import argue, have, status, x, y

WITHIN = (x >= 0, x < y, y <= PI)


def falls(statement: Relation, *given: Hypothesis) -> Status:
    """The verdict on a comparison, from nothing but the fall of the cosine."""
    return status(argue(statement, have(statement, cosine_falls), given=given))


def test_from_zero_to_pi_it_falls() -> None:
    assert falls(COS(x) > COS(y), *WITHIN) is Status.PROVED
    assert falls(COS(x) >= COS(y), x >= 0, x <= y, y <= PI) is Status.PROVED
    assert falls(COS(x / 2) > COS(y / 2), *WITHIN) is Status.PROVED


@pytest.mark.parametrize(
    ("statement", "given"),
    [
        (COS(x) > COS(y), WITHIN[:2]),
        (COS(x) > COS(y), WITHIN[1:]),
        (COS(x) > COS(y), (x >= 0, x <= y, y <= PI)),
        (COS(x) > COS(y), (x >= 0, y <= PI)),
        (COS(x) > COS(y), (x >= 0, x < y, y <= 2 * PI)),
        (COS(x) < COS(y), WITHIN),
        (COS(y) > COS(x), WITHIN),
        (COS(y) >= COS(x), WITHIN),
        (COS(2 * x) > COS(2 * y), WITHIN),
        (ERF(x) > ERF(y), WITHIN),
        (COS(x) > ERF(y), WITHIN),
    ],
)
def test_nowhere_else(statement: Relation, given: tuple[Hypothesis, ...]) -> None:
    assert falls(statement, *given) is not Status.PROVED
