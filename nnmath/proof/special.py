"""The number π, the cosine, and the error function, which no formula of the others gives."""

from __future__ import annotations

from dataclasses import dataclass

from nnmath.notation import symbols
from nnmath.notation.symbol import Symbol
from nnmath.proof.nodes import Function, Node


@dataclass(frozen=True)
class Constant(Node):
    """A real number that has a letter of its own."""

    symbol: Symbol


PI = Constant(symbols.PI)

# erf(x) = 2/√π ∫ e^(−t²) dt from 0 to x, which tends to 1: the integral to ∞ is √π/2
ERF = Function(symbols.ERROR_FUNCTION, elementary=True)

# Of which the kernel knows what it is at multiples of π/2, that it is even, at most 1 in size, and
# falls from 0 to π; it has no derivative here, for there is no sine
COS = Function(symbols.COSINE, elementary=True)
