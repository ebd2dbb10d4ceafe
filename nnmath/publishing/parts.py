"""What a statement speaks of: its free variables, and the sequences and tensors in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias

from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols import ITERATION
from nnmath.proof.indexed import Entry, Iterated, Tensor, is_endless
from nnmath.proof.nodes import Element, Limit, Sequence, Variable

Part: TypeAlias = Variable | Element | Tensor


def free_parts(things: Iterable[Any], members: bool = False) -> tuple[Part, ...]:
    """The variables, sequences and tensors of some statements, each once, in order of appearance;
    tensors and indices bring their sizes.

    Args:
        things: Statements, hypotheses or nodes.
        members: Whether each member of a sequence (W_0, W_1) stands for itself; otherwise the
            whole sequence is named by its general member W_t.
    """
    found: dict[Part, None] = {}
    for thing in things:
        for part in parts(thing, frozenset()):
            if isinstance(part, Element) and not members:
                part = Element(part.sequence, Variable(ITERATION))
            found[part] = None
    return tuple(found)


def parts(thing: Any, bound: frozenset[Variable]) -> Iterator[Part]:
    """The variables, members and tensors in a thing that no limit and no sum binds."""
    match thing:
        case Variable(symbol):
            if thing not in bound:
                yield thing
                yield from sizes(symbol.size)
        case Tensor(symbol):
            yield thing
            yield from sizes(*symbol.shape)
        case Sequence(symbol):
            yield Element(symbol, Variable(ITERATION))
        case Element(index=index):
            yield thing
            yield from parts(index, bound)
        case Entry(tensor, indices):
            yield from parts(tensor, bound)
            yield from parts(indices, bound)
        case Limit(body, variable, point):
            yield from parts(body, bound | {variable})
            yield from parts(point, bound)
        case Iterated(body, index, low, high):
            yield from parts(body, bound | {index})
            yield from parts((low, high), bound)
        case tuple():
            for item in thing:
                yield from parts(item, bound)
        case _ if is_dataclass(thing) and not isinstance(thing, Symbol):
            for field in fields(thing):
                yield from parts(getattr(thing, field.name), bound)


def sizes(*symbols: Symbol | None) -> Iterator[Variable]:
    """The sizes of a tensor or of an index, as variables."""
    for symbol in symbols:
        if symbol is not None and not is_endless(symbol):
            yield Variable(symbol)


def symbol_of(part: Part) -> Symbol:
    """The symbol of a variable, a sequence or a tensor."""
    return part.sequence if isinstance(part, Element) else part.symbol
