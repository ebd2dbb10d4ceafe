"""A point: values for the free symbols, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from nnmath.notation.symbol import Symbol
from nnmath.proof.chances import NO_CHANCES, Chances
from nnmath.proof.indexed import Entry
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Element
from nnmath.proof.statements import Recurrence
from nnmath.proof.substitution import Place


class CannotEvaluate(ValueError):
    """No ball can be given; says why in one line."""


class Undefined(CannotEvaluate):
    """The expression surely has no value at this point."""


@dataclass(frozen=True)
class Point:
    """Values for the free symbols.

    Args:
        values: Of variables; of members and of entries with numbers as indices.
        meanings: Of the functions that are not elementary.
        recurrences: Which give the later members of a sequence from the earlier.
        members: Members and entries worked out so far, by precision; W_t stands twice in its own
            update rule.
        chances: The joint law of what is random.
        averaged: What is being averaged over.
        means: Means worked out so far.
    """

    values: Mapping[Place, Fraction]
    meanings: Mapping[Defined, Meaning] = field(default_factory=dict)
    recurrences: tuple[Recurrence, ...] = ()
    members: dict[tuple[Element | Entry, object], Any] = field(default_factory=dict, compare=False)
    chances: Chances = NO_CHANCES
    averaged: frozenset[Symbol] = frozenset()
    means: dict[object, Any] = field(default_factory=dict, compare=False)
