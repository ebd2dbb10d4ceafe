"""Witnesses of what is defined beside the algorithm boxes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from nnmath.notation.symbols.optimizer_claims import LENGTH
from nnmath.proof.nodes import Variable
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from tests.reference import adam_kin as reference
from tests.witnesses.shelf import definition


def adaptive_variance() -> None:
    for number in (Fraction(9, 2), Fraction(30), Fraction(1999), Fraction(3)):
        ours = rational(definition("adaptive-variance").right, Point({Variable(LENGTH): number}))
        assert ours == reference.adaptive_variance(number)


WITNESSES: dict[str, Callable[[], None]] = {"adaptive-variance": adaptive_variance}
