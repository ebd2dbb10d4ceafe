"""Expressions by cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias

from nnmath.proof.logic import Way, distinct, impossible, negated, steps_to, turned, ways
from nnmath.proof.nodes import Comparison, Node, Operand, Relation, as_node
from nnmath.proof.statements import And, Chain, Or, equal
from nnmath.proof.substitution import free_places

CaseCondition: TypeAlias = Relation | Chain | And | Or

STRICT: dict[Comparison, Comparison] = {"≤": "<", "≥": ">"}
LOOSE: dict[Comparison, Comparison] = {"<": "≤", ">": "≥"}


@dataclass(frozen=True)
class Piecewise(Node):
    """The value whose condition holds; without a value where none holds, or more than one."""

    values: tuple[Node, ...]
    conditions: tuple[CaseCondition, ...]

    def __post_init__(self) -> None:
        if not self.values or len(self.values) != len(self.conditions):
            raise ValueError("every case has a value and a condition")

    def proper(self) -> Iterator[tuple[Relation, Way]]:
        """What must follow, and from what, so that exactly one condition holds."""
        *others, last = self.conditions
        yield from steps_to(last, map(negated, others))
        for one, other in combinations(self.conditions, 2):
            yield from steps_to(negated(other), (one,))

    def interior(self, case: int, variable: Node) -> CaseCondition | None:
        """A condition for one case alone to hold, also a little to each side of the variable.

        The sides of all conditions must be continuous in the variable. None: there is no room.
        """
        others = (c for i, c in enumerate(self.conditions) if i != case)
        wanted = [_strictly(self.conditions[case], variable)]
        wanted += [_strictly(negated(condition), variable) for condition in others]  # type: ignore[arg-type]
        found = dict.fromkeys(distinct(*choice) for choice in product(*wanted))
        possible = [_joined(way) for way in found if not impossible(way)]
        return Or(tuple(possible)) if len(possible) > 1 else possible[0] if possible else None

    def border(self, case: int, variable: Node) -> tuple[Way, ...]:
        """The ways to be in a case or at its edge."""
        return tuple(_loosely(way, variable) for way in ways(self.conditions[case]))

    def joins(self, one: int, other: int, variable: Node) -> Iterator[Way]:
        """The ways to be at the edge of two cases at once."""
        for choice in product(self.border(one, variable), self.border(other, variable)):
            way = distinct(*choice)
            if not impossible(way):
                yield _met(way)


def piecewise(*cases: tuple[Operand, CaseCondition]) -> Piecewise:
    """The expression with these cases, each a value and its condition."""
    return Piecewise(
        tuple(as_node(value) for value, _ in cases), tuple(condition for _, condition in cases)
    )


def _joined(way: Way) -> CaseCondition:
    return way[0] if len(way) == 1 else And(way)


def _moves(relation: Relation, variable: Node) -> bool:
    return any(variable in set(free_places(side)) for side in (relation.left, relation.right))


def _strictly(condition: CaseCondition, variable: Node) -> tuple[Way, ...]:
    """Ways of which each, where it holds, holds a little to each side of the variable as well."""
    found = []
    for way in ways(condition):
        moving = [relation for relation in way if _moves(relation, variable)]
        if not any(relation.kind == "=" for relation in moving):
            found.append(tuple(_changed(r, STRICT) if r in moving else r for r in way))
    return tuple(found)


def _loosely(way: Way, variable: Node) -> Way:
    moving = [relation for relation in way if _moves(relation, variable)]
    kept = (r for r in way if not (r in moving and r.kind == "≠"))
    return tuple(_changed(r, LOOSE) if r in moving else r for r in kept)


def _changed(relation: Relation, kinds: dict[Comparison, Comparison]) -> Relation:
    return Relation(relation.left, kinds.get(relation.kind, relation.kind), relation.right)


def _met(way: Way) -> Way:
    """The same with a = b in place of a ≤ b and b ≤ a."""
    relations = dict.fromkeys(map(turned, way))
    found: list[Relation] = []
    for relation in relations:
        left, right = relation.left, relation.right
        if relation.kind == "≤" and Relation(right, "≤", left) in relations:
            if equal(right, left) not in found:
                found.append(equal(left, right))
        else:
            found.append(relation)
    return tuple(found)
