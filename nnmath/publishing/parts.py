"""What a statement speaks of: its free variables and the sequences in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from nnmath.notation.symbols import ITERATION
from nnmath.proof.nodes import Element, Limit, Sequence, Variable


def free_parts(things: Iterable[Any], members: bool = False) -> tuple[Variable | Element, ...]:
    """The variables and sequences of some statements, each once, in order of appearance.

    Args:
        things: Statements, hypotheses or nodes.
        members: Whether each member of a sequence (W_0, W_1) stands for itself; otherwise the
            whole sequence is named by its general member W_t.
    """
    found: dict[Variable | Element, None] = {}
    for thing in things:
        for part in parts(thing, frozenset()):
            if isinstance(part, Element) and not members:
                part = Element(part.sequence, Variable(ITERATION))
            found[part] = None
    return tuple(found)


def parts(thing: Any, bound: frozenset[Variable]) -> Iterator[Variable | Element]:
    """The variables and members in a thing that no limit binds."""
    if isinstance(thing, Variable):
        if thing not in bound:
            yield thing
    elif isinstance(thing, Sequence):
        yield Element(thing.symbol, Variable(ITERATION))
    elif isinstance(thing, Element):
        yield thing
        yield from parts(thing.index, bound)
    elif isinstance(thing, Limit):
        yield from parts(thing.body, bound | {thing.variable})
        yield from parts(thing.point, bound)
    elif isinstance(thing, tuple):
        for item in thing:
            yield from parts(item, bound)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from parts(getattr(thing, field.name), bound)
