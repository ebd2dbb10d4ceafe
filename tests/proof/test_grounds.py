"""The second opinion itself: it refutes every mistake of the book, and no claim's own statement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest

from nnmath.proof.claims import Claim, Derivation, Mistake, Theorem
from nnmath.theory import SHELF
from tests.proof.opened import definitions
from tests.proof.sampler import NoValue, TooClose
from tests.proof.settled import grounds, holds

MEANINGS = definitions(SHELF.values())
MISTAKES = [id for id, claim in SHELF.items() if isinstance(claim, Mistake)]
PROVED = [id for id, claim in SHELF.items() if isinstance(claim, (Derivation, Theorem))]
MANY, SOME = 200, 20


def opinions(claim: Claim, most: int) -> Iterator[bool]:
    """What it says of a claim's statement, on grounds that meet what is given."""
    assert isinstance(claim, (Mistake, Derivation, Theorem))
    for ground in grounds(claim.given, MEANINGS, most):
        with suppress(NoValue, TooClose):
            yield holds(ground, claim.statement)


@pytest.mark.parametrize("id", MISTAKES)
def test_a_mistake_is_refuted(id: str) -> None:
    assert False in opinions(SHELF[id], MANY)


@pytest.mark.full
@pytest.mark.parametrize("id", PROVED)
def test_what_is_proved_is_not_refuted(id: str) -> None:
    assert False not in opinions(SHELF[id], SOME)
