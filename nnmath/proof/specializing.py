"""A lemma at other values: numbers for variables, expressions for whole tensors, other sizes.

`{a[k]: z[k]**2}` reads: the lemma's tensor a is the one with the entries z_k². Where k runs to
another size than a's axis, that size is the lemma's from here on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.statements import Hypothesis, Recurrence, Statement
from nnmath.proof.substitution import (
    CaptureError,
    binders,
    expressions,
    free_in,
    map_statement,
    substitute_in,
)
from nnmath.proof.tensor_equations import EntryRule
from nnmath.proof.tree import walk

Values = Mapping[Node, Node]


def specialized(statement: Hypothesis, values: Values) -> Hypothesis:
    """The statement with all values put in at once.

    Raises:
        CaptureError: A tensor is to be replaced where something is differentiated or goes to a
            limit, a binder would capture, or one size is to become two.
    """
    if isinstance(statement, Recurrence):
        if any(values.get(place, place) != place for place in free_in(statement)):
            raise CaptureError("an update rule is used as it stands")
        return statement
    sizes = _sizes(values)
    rules = [_rule(place, value, sizes) for place, value in values.items() if _is_tensor(place)]
    own = {rule.tensor.symbol for rule in rules}

    # The lemma's own tensors are set apart: a value may hold one of the same name
    def changed(symbol: Symbol) -> Symbol:
        symbol = _resized(symbol, sizes)
        return _apart(symbol) if symbol in own else symbol

    statement = cast(Statement, _with_symbols(statement, changed))
    plain = {_with_symbols(p, changed): v for p, v in values.items() if not _is_tensor(p)}
    statement = substitute_in(statement, {p: v for p, v in plain.items() if p != v})
    for rule in rules:
        apart = replace(rule, tensor=Tensor(_apart(rule.tensor.symbol)))
        if apart.own_places & set(binders(statement)):
            raise CaptureError("a value holds a symbol that the lemma binds")
        statement = map_statement(statement, apart.into)
        if any(apart.tensor in walk(node) for node in expressions(statement)):
            raise CaptureError("a tensor is to be replaced inside a derivative or a limit")
    return statement


def sizes_of(statements: Iterable[Hypothesis]) -> set[Symbol]:
    """The counts that indices and axes in the statements run to."""
    found: set[Symbol] = set()
    for node in (part for each in statements for e in expressions(each) for part in walk(e)):
        if isinstance(node, Variable) and node.symbol.size is not None:
            found.add(node.symbol.size)
        elif isinstance(node, Tensor):
            found.update(node.symbol.shape)
    return found


def _is_tensor(place: Node) -> bool:
    return isinstance(place, Entry)


def _sizes(values: Values) -> dict[Symbol, Symbol]:
    """Which size becomes which, told by the indices of the tensors and by sizes named outright."""
    found: dict[Symbol, Symbol] = {}
    for old, new in _pairs(values):
        if found.setdefault(old, new) != new:
            raise CaptureError(f"{old.id!r} cannot become two sizes at once")
    return found


def _pairs(values: Values) -> Iterator[tuple[Symbol, Symbol]]:
    for place, value in values.items():
        match place, value:
            case Entry(tensor, indices), _:
                for index, size in zip(indices, tensor.symbol.shape, strict=True):
                    if not isinstance(index, Variable) or index.symbol.size is None:
                        raise CaptureError("a tensor is replaced at all its indices at once")
                    yield size, index.symbol.size
            case Variable(old), Variable(new) if old.sort is new.sort is Sort.COUNT:
                yield old, new
            case Variable(Symbol(size=Symbol() as old)), Variable(Symbol(size=Symbol() as new)):
                yield old, new


def _rule(place: Node, value: Node, sizes: Mapping[Symbol, Symbol]) -> EntryRule:
    assert isinstance(place, Entry)
    if len(set(place.indices)) < len(place.indices):
        raise CaptureError("a tensor is replaced at all its indices at once")
    return EntryRule(Tensor(_resized(place.tensor.symbol, sizes)), place.indices, value)


def _resized(symbol: Symbol, sizes: Mapping[Symbol, Symbol]) -> Symbol:
    if symbol in sizes:
        return sizes[symbol]
    shape = tuple(sizes.get(size, size) for size in symbol.shape)
    size = None if symbol.size is None else sizes.get(symbol.size, symbol.size)
    return replace(symbol, shape=shape, size=size)


def _apart(symbol: Symbol) -> Symbol:
    return replace(symbol, id=f"{symbol.id} of the lemma")


def _with_symbols(thing: Any, change: Callable[[Symbol], Symbol]) -> Any:
    """The same with every symbol below it changed."""
    if isinstance(thing, Symbol):
        return change(thing)
    if isinstance(thing, tuple):
        return tuple(_with_symbols(each, change) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        new = {f.name: _with_symbols(getattr(thing, f.name), change) for f in fields(thing)}
        return replace(thing, **new)
    return thing
