"""Indices without letters: fresh ones to work with, and the names that they end up with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, TypeAlias

from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text
from nnmath.proof.indexed import Contraction, Integral, Repetition
from nnmath.proof.nodes import Node, Number, Power, Variable, as_node
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.tree import children, walk

InField: TypeAlias = Callable[[Callable[[Any], Any]], Any]  # does work in a field of its own
NOTHING = Text(ja="(束縛)", en="(bound)")


@dataclass(frozen=True)
class Atom:
    """A factor of a product: a node to an integer power."""

    node: Node
    power: int

    @staticmethod
    def of(node: Node) -> Atom:
        """The factor that a node is."""
        match node:
            case Power(base, Number(value)) if value.denominator == 1:
                return Atom(base, int(value))
        return Atom(node, 1)

    @property
    def power_node(self) -> Node:
        """The factor as an expression."""
        return self.node if self.power == 1 else Power(self.node, as_node(self.power))

    @property
    def places(self) -> frozenset[Node]:
        """What its value depends on."""
        return _places(self.node)


@lru_cache(maxsize=4096)
def _places(node: Node) -> frozenset[Node]:
    return frozenset(free_places(node))


def fresh(index: Variable, taken: Iterable[Node]) -> Variable:
    """An index of the same kind whose name nobody has."""
    names = {place.symbol.id for place in taken if isinstance(place, Variable)}
    count = 1
    while f"index {count}" in names:
        count += 1
    return Variable(replace(index.symbol, id=f"index {count}"))


def placeholder(
    level: int, place: int, sort: Sort = Sort.NATURAL, size: Symbol | None = None
) -> Variable:
    """The name of a bound index: how many contractions stand inside its own, and its place."""
    code = f"bound_{level}_{place}"
    return Variable(
        Symbol(f"bound {level}.{place}", NOTHING, code, code, code, sort=sort, size=size)
    )


def nameless(node: Integral, form: Callable[[Node], Node]) -> Integral:
    """An integral of a body in another form, over an index whose letter does not matter."""
    inside = sum(isinstance(part, Integral) for part in walk(node.body))
    code = f"integrated_{inside}"
    name = Variable(Symbol(f"integrated {inside}", NOTHING, code, code, code))
    body = form(substitute(node.body, {node.index: name}))
    return Integral(body, name, form(node.low), form(node.high))


@lru_cache(maxsize=4096)
def height(node: Node) -> int:
    """How many contractions stand inside one another."""
    inside = max(map(height, children(node)), default=0)
    return inside + isinstance(node, (Contraction, Repetition))


@lru_cache(maxsize=16384)
def spelled(node: Node) -> str:
    """A text that tells nodes apart and orders them alike on every machine."""
    parts = (_spelled_part(getattr(node, field.name)) for field in fields(node))  # type: ignore[arg-type]
    return f"{type(node).__name__}({', '.join(filter(None, parts))})"


def _spelled_part(value: object) -> str:
    if isinstance(value, Node):
        return spelled(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_spelled_part, value))}]"
    if isinstance(value, Symbol):
        return value.id
    return str(value)
