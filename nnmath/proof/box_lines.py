"""What stands in an algorithm box beside assignments: gradients elsewhere, systems of equations,
and lines that are repeated or carried out under a condition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, Union

from nnmath.notation import symbols
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Apply, Function, Node, Operand, Relation, Variable, as_node
from nnmath.proof.statements import And, Assign, Statement, equal

Line: TypeAlias = Union[Assign, "Look", "Solve", "Repeat", "Where"]

GRADIENT_AT = Function(symbols.GRADIENT_FUNCTION)


@dataclass(frozen=True)
class Look:
    """target ← ∇E(at): the loss's gradient at a point that is known by then."""

    target: Tensor
    at: Node

    @property
    def shown(self) -> Assign:
        """The line for the eye; ∇E is a function of the whole vector."""
        return Assign(self.target, Apply(GRADIENT_AT, (self.at,)))


@dataclass(frozen=True)
class Solve:
    """The target becomes the one solution of matrix @ target = right."""

    target: Tensor
    matrix: Tensor
    right: Node

    @property
    def shown(self) -> Relation:
        """The system of equations."""
        return equal(self.matrix @ self.target, self.right)


@dataclass(frozen=True)
class Repeat:
    """Lines carried out for index = first, …, last, one after the other, or downwards."""

    index: Variable
    first: Node
    last: Node
    lines: tuple[Line, ...]
    downwards: bool = False


@dataclass(frozen=True)
class Where:
    """Lines carried out only where a condition holds."""

    condition: Relation | And
    lines: tuple[Line, ...]


def repeat(index: Variable, first: Operand, last: Operand, *lines: Line) -> Repeat:
    """Lines for index = first, …, last; downwards where `first` is not the number 1."""
    start = as_node(first)
    return Repeat(index, start, as_node(last), lines, downwards=start != as_node(1))


def shown(lines: Iterable[Line]) -> Iterator[Statement]:
    """What a reader sees of the lines, without the words that hold them together."""
    for line in lines:
        match line:
            case Repeat(lines=inner):
                yield from shown(inner)
            case Where(condition, inner):
                yield condition
                yield from shown(inner)
            case Look() | Solve():
                yield line.shown
            case Assign():
                yield line


def changed(lines: Iterable[Line]) -> Iterator[Variable | Tensor]:
    """What the lines change, in order, an array for any of its entries; with repeats."""
    for line in lines:
        if isinstance(line, (Repeat, Where)):
            yield from changed(line.lines)
        else:
            target = line.target
            yield target.tensor if isinstance(target, Entry) else target
