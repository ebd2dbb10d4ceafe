"""What the book defines, read as plain data for the second opinion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nnmath.notation.symbol import Symbol
from nnmath.proof.claims import Claim, Definition
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Apply, Function, Node


@dataclass(frozen=True)
class Meaning:
    """The parameters and the body of a definition; no parameters where it is of a whole tensor."""

    parameters: tuple[Node, ...] | None
    body: Node


def definitions(claims: Iterable[Claim]) -> dict[Symbol, Meaning]:
    """What the book defines, by the symbol of the function or tensor."""
    found: dict[Symbol, Meaning] = {}
    for claim in claims:
        match claim:
            case Definition(left=Apply(Function(symbol, primes=0), parameters), right=body):
                found[symbol] = Meaning(parameters, body)
            case Definition(left=Entry(Tensor(symbol), parameters), right=body):
                found[symbol] = Meaning(parameters, body)
            case Definition(left=Tensor(symbol), right=body):
                found[symbol] = Meaning(None, body)
    return found
