"""The definitions of the book as their witnesses read them: as they stand, or one with a slip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from nnmath.proof.claims import Definition, Optimizer
from nnmath.proof.library import meanings
from nnmath.proof.meanings import Defined, Meaning
from nnmath.theory import SHELF

MEANINGS: Mapping[Defined, Meaning] = meanings(SHELF.values())
_changed: dict[str, Definition | Optimizer] = {}


def definition(id: str) -> Definition:
    """A definition of the book, or what stands in its place."""
    claim = _changed.get(id, SHELF[id])
    assert isinstance(claim, Definition)
    return claim


def optimizer(id: str) -> Optimizer:
    """An optimizer of the book, or what stands in its place."""
    claim = _changed.get(id, SHELF[id])
    assert isinstance(claim, Optimizer)
    return claim


@contextmanager
def instead(claim: Definition | Optimizer) -> Iterator[None]:
    """Put a claim in the place of the one that has its id."""
    _changed[claim.id] = claim
    try:
        yield
    finally:
        del _changed[claim.id]
