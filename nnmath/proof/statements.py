"""Statements: what a claim says about expressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from nnmath.proof.hashed_once import HashedOnce
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.laws import Independent, Random
from nnmath.proof.nodes import (
    Apply,
    Comparison,
    Condition,
    Element,
    Node,
    Operand,
    Relation,
    Sequence,
    Variable,
    as_node,
)
from nnmath.proof.tree import walk


@dataclass(frozen=True)
class Chain(Condition):
    """a < b ≤ c: neighbours compared, all at once."""

    members: tuple[Node, ...]
    kinds: tuple[Comparison, ...]

    def __post_init__(self) -> None:
        if not len(self.members) - 1 == len(self.kinds) > 0:
            raise ValueError("a chain has one comparison between each two neighbours")

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The comparisons of neighbours that the chain stands for."""
        pairs = zip(self.members, self.kinds, self.members[1:], strict=False)
        return tuple(Relation(left, kind, right) for left, kind, right in pairs)


@dataclass(frozen=True)
class And(Condition):
    """Every part holds."""

    parts: tuple[Statement, ...]


@dataclass(frozen=True)
class Or(Condition):
    """At least one part holds."""

    parts: tuple[Statement, ...]


@dataclass(frozen=True)
class Not(HashedOnce):
    """The statement does not hold."""

    statement: Statement


@dataclass(frozen=True)
class Implies(HashedOnce):
    """The conclusion holds wherever the premise does."""

    premise: Statement
    conclusion: Statement


@dataclass(frozen=True)
class Iff(HashedOnce):
    """Both statements hold, or neither does."""

    left: Statement
    right: Statement


@dataclass(frozen=True)
class ForAll(HashedOnce):
    """The statement holds for every value of the variable (a variable or a sequence's member)."""

    variable: Variable | Element
    statement: Statement


@dataclass(frozen=True)
class Tends(HashedOnce):
    """body → limit as index → ∞ through 0, 1, 2, …; the limit is a number or INFINITY.

    Meaning: for every ε > 0 there is an N such that |body − limit| < ε for all index ≥ N;
    for INFINITY, for every M there is an N such that body > M for all index ≥ N.
    """

    body: Node
    index: Variable
    limit: Node

    def __post_init__(self) -> None:
        hidden = (part.function.depends_on for part in walk(self.limit) if isinstance(part, Apply))
        if self.index in walk(self.limit) or any(self.index.symbol in each for each in hidden):
            raise ValueError("a limit cannot change with the index")
        if self.index.symbol.size is not None:
            raise ValueError("an index that runs to a size does not tend to ∞")


@dataclass(frozen=True)
class Assign(HashedOnce):
    """target ← value: a line of an algorithm box, which is no equation and nothing to prove.

    An entry as target stands for all its entries, whatever the indices that nothing else binds.
    """

    target: Variable | Tensor | Entry
    value: Node


@dataclass(frozen=True)
class Recurrence(HashedOnce):
    """A hypothesis for every index: sequence[index + 1] = following, an expression in
    sequence[index]."""

    sequence: Sequence
    index: Variable
    following: Node

    def __post_init__(self) -> None:
        for node in walk(self.following):
            own = isinstance(node, Element) and node.sequence == self.sequence.symbol
            if own and node != self.sequence[self.index]:
                raise ValueError("the next member may depend on the present one only")


Statement: TypeAlias = (
    Relation
    | Chain
    | And
    | Or
    | Not
    | Implies
    | Iff
    | ForAll
    | Tends
    | Assign
    | Random
    | Independent
)
Hypothesis: TypeAlias = Statement | Recurrence


def equal(left: Operand, right: Operand) -> Relation:
    """left = right."""
    return Relation(as_node(left), "=", as_node(right))


def unequal(left: Operand, right: Operand) -> Relation:
    """left ≠ right."""
    return Relation(as_node(left), "≠", as_node(right))


def between(low: Operand, middle: Operand, high: Operand, closed: str = "") -> Chain:
    """low < middle < high; `closed` names the ends that belong to it: "low", "high", "both"."""
    kinds: tuple[Comparison, ...] = (
        "≤" if closed in ("low", "both") else "<",
        "≤" if closed in ("high", "both") else "<",
    )
    return Chain((as_node(low), as_node(middle), as_node(high)), kinds)


def is_plain(hypothesis: Hypothesis) -> bool:
    """Whether it is comparisons, all of which hold, and nothing else."""
    if isinstance(hypothesis, And):
        return all(map(is_plain, hypothesis.parts))
    return isinstance(hypothesis, (Relation, Chain))


def comparisons(hypotheses: Iterable[Hypothesis]) -> Iterator[Relation]:
    """The plain comparisons among hypotheses, chains and conjunctions taken apart."""
    for hypothesis in hypotheses:
        match hypothesis:
            case Relation():
                yield hypothesis
            case Chain():
                yield from hypothesis.relations
            case And(parts):
                yield from comparisons(parts)
