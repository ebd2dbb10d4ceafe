"""Free symbols, substitution and matching, safe against capture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from nnmath.notation.symbol import Symbol
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import (
    Contraction,
    Entry,
    Ranged,
    Repetition,
    Tensor,
    is_endless,
    size_of,
)
from nnmath.proof.laws import Independent, Random
from nnmath.proof.nodes import Apply, Derivative, Element, Limit, Node, Relation, Variable, as_node
from nnmath.proof.statements import (
    And,
    Assign,
    Chain,
    ForAll,
    Hypothesis,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Statement,
    Tends,
)
from nnmath.proof.tidying import tidied
from nnmath.proof.tree import children, walk, with_children

Place = Variable | Element | Tensor | Entry


class CaptureError(ValueError):
    """A substitution would put a free symbol under a binder of the same symbol."""


def free_places(node: Node) -> tuple[Place, ...]:
    """The variables, members of sequences and whole tensors that the node's value depends on, each
    once; an index brings its size."""
    try:
        return node._free_places  # type: ignore[return-value]
    except AttributeError:
        object.__setattr__(node, "_free_places", tuple(dict.fromkeys(_free_places(node))))
    return node._free_places  # type: ignore[return-value]


def _free_places(node: Node) -> Iterator[Place]:
    if isinstance(node, Variable):
        yield node
        if node.symbol.size is not None:
            yield size_of(node.symbol.size)
    elif isinstance(node, Tensor):
        yield node
        yield from (size_of(size) for size in node.symbol.shape if not is_endless(size))
        if node.symbol.size is not None:
            yield size_of(node.symbol.size)
        for source in node.sources:
            yield from free_places(source)
    elif isinstance(node, Element):
        yield node
        yield from free_places(node.index)
    elif isinstance(node, Limit):
        yield from (place for place in free_places(node.body) if place != node.variable)
        yield from free_places(node.point)
    elif isinstance(node, Averaged):
        inside = (place for child in children(node) for place in free_places(child))
        yield from (place for place in inside if not node.binds(place))
    elif isinstance(node, Ranged):
        yield from (place for place in free_places(node.body) if place != node.index)
        yield from free_places(node.low)
        yield from free_places(node.high)
    elif isinstance(node, (Contraction, Repetition)):
        bound = set(node.indices if isinstance(node, Contraction) else (node.index,))
        inside = (place for child in children(node) for place in free_places(child))
        yield from (place for place in inside if place not in bound)
    else:
        if isinstance(node, Apply):
            yield from map(Variable, node.function.depends_on)
        for child in children(node):
            yield from free_places(child)


def bound_in(node: Node) -> Iterator[Symbol]:
    """The symbols that something in the expression binds."""
    for part in walk(node):
        if isinstance(part, Averaged):
            yield from part.over
        elif isinstance(part, Ranged):
            yield part.index.symbol
        elif isinstance(part, (Limit, Derivative)):
            yield from _symbols_of(part.variable)


def _symbols_of(place: Node) -> Iterator[Symbol]:
    """Of what is no place, such as σ(h), none: nothing is differentiated by that."""
    match place:
        case Entry(Tensor(symbol)) | Variable(symbol) | Element(symbol) | Tensor(symbol):
            yield symbol


def substitute(node: Node, values: Mapping[Node, Node]) -> Node:
    """Replace each key by its value, all at once, outermost first.

    Raises:
        CaptureError: A value holds a symbol that a limit or a derivative binds.
    """
    if node in values:
        return values[node]
    if isinstance(node, Apply) and any(
        Variable(symbol) in values for symbol in node.function.depends_on
    ):
        raise CaptureError(f"{node.function.symbol.id!r} has this symbol inside its definition")
    if isinstance(node, Tensor):
        below = {place for source in node.sources for place in free_places(source)}
        if any(key in below for key in values):
            raise CaptureError(f"{node.symbol.id!r} is computed from what is to be replaced")
        return node
    if isinstance(node, Limit):
        values = {key: value for key, value in values.items() if node.variable not in walk(key)}
        _refuse_capture(node.variable, node.body, values)
        body = substitute(node.body, values)
        return Limit(body, node.variable, substitute(node.point, values))
    if isinstance(node, Ranged):
        return _in_range(node, values)
    if isinstance(node, Averaged):
        values = {key: v for key, v in values.items() if not any(map(node.binds, walk(key)))}
        for bound in {place for value in values.values() for place in free_places(value)}:
            if node.binds(bound):
                _refuse_capture(bound, node, values)
    if isinstance(node, Derivative):
        if any(node.variable in walk(key) for key in values):
            raise CaptureError("a derivative's own variable cannot be replaced")
        if any(isinstance(key, Element) and key in walk(node.body) for key in values):
            raise CaptureError("a member of a sequence may depend on a derivative's variable")
        place = node.variable.tensor if isinstance(node.variable, Entry) else node.variable
        if any(isinstance(key, Entry) and key.tensor == place for key in values):
            raise CaptureError("an entry of what a derivative asks about cannot be replaced")
        _refuse_capture(place, node.body, values)
        return Derivative(substitute(node.body, values), substitute(node.variable, values))
    parts = children(node)
    new = tuple(substitute(part, values) for part in parts)
    return node if new == parts else tidied(with_children(node, new))


def _in_range(node: Ranged, values: Mapping[Node, Node]) -> Node:
    """Nothing is captured: the index of a sum has no name, so it gives way."""
    low, high = substitute(node.low, values), substitute(node.high, values)
    values = {key: value for key, value in values.items() if node.index not in walk(key)}
    taken = {place for value in values.values() for place in free_places(value)}
    index = node.index
    if index in taken:
        index = unused(index, (*taken, *free_places(node.body)))
        values = {**values, node.index: index}
    return replace(node, body=substitute(node.body, values), index=index, low=low, high=high)


def unused(variable: Variable, taken: Iterable[Node]) -> Variable:
    """A symbol that looks the same and is none of those taken."""
    names = {place.symbol.id for place in taken if isinstance(place, Variable)}
    count = 1
    while (name := f"{variable.symbol.id}, bound {count}") in names:
        count += 1
    return Variable(replace(variable.symbol, id=name))


def _refuse_capture(bound: Node, body: Node, values: Mapping[Node, Node]) -> None:
    inside = set(walk(body))
    for key, value in values.items():
        if key in inside and bound in set(free_places(value)):
            assert isinstance(bound, (Variable, Tensor))
            raise CaptureError(f"{bound.symbol.id!r} is bound here and free in what is put in")


def map_statement(statement: Statement, change: Callable[[Node], Node]) -> Statement:
    """Apply `change` to every expression of a statement; binders are left as they are."""
    match statement:
        case Relation(left, kind, right):
            return Relation(change(left), kind, change(right))
        case Chain(members, kinds):
            return Chain(tuple(change(member) for member in members), kinds)
        case And(parts) | Or(parts):
            return type(statement)(tuple(map_statement(part, change) for part in parts))
        case Not(inner):
            return Not(map_statement(inner, change))
        case Implies(first, second) | Iff(first, second):
            return type(statement)(map_statement(first, change), map_statement(second, change))
        case ForAll(variable, inner):
            return ForAll(variable, map_statement(inner, change))
        case Tends(body, index, limit):
            return Tends(change(body), index, change(limit))
        case Assign(target, value):
            return Assign(target, change(value))
        case Random():
            return statement.changed(change)
        case Independent():
            return statement
    raise TypeError(f"no statement: {statement!r}")


def expressions(statement: Hypothesis) -> Iterator[Node]:
    """The expressions that a statement speaks of, from left to right."""
    match statement:
        case Relation(left, _, right) | Assign(left, right):
            yield from (left, right)
        case Chain(members, _):
            yield from members
        case And(parts) | Or(parts):
            for part in parts:
                yield from expressions(part)
        case Not(inner):
            yield from expressions(inner)
        case Implies(first, second) | Iff(first, second):
            yield from expressions(first)
            yield from expressions(second)
        case ForAll(variable, inner):
            yield variable
            yield from expressions(inner)
        case Tends(body, index, limit):
            yield from (body, index, limit)
        case Random(_, law):
            yield from law.parameters
        case Recurrence(sequence, index, following):
            yield from (sequence[index + as_node(1)], following)


def free_in(statement: Hypothesis) -> tuple[Place, ...]:
    """The free variables and members of a statement, each once, in order of appearance."""
    match statement:
        case ForAll(variable, inner):
            found = [place for place in free_in(inner) if not _is_bound(place, variable)]
        case Tends(body, index, limit):
            places = (*free_places(body), *free_places(limit))
            found = [place for place in places if place != index]
        case Recurrence(_, index, _):
            places = tuple(p for node in expressions(statement) for p in free_places(node))
            found = [p for p in places if p != index and not isinstance(p, Element)]
        case And(parts) | Or(parts):
            found = [place for part in parts for place in free_in(part)]
        case Not(inner):
            found = list(free_in(inner))
        case Implies(first, second) | Iff(first, second):
            found = [*free_in(first), *free_in(second)]
        case Random(subject):
            # Its law is the symbol's own wherever it is averaged over; as a number it stays free
            places = tuple(p for node in expressions(statement) for p in free_places(node))
            sizes = [p for p in free_places(subject) if p != statement.place]
            found = [place for place in (*sizes, *places) if place not in statement.bound]
        case _:
            found = [place for node in expressions(statement) for place in free_places(node)]
    return tuple(dict.fromkeys(found))


def _is_bound(place: Place, variable: Place) -> bool:
    """Whether “for every W_0” speaks of a symbol: of every W_t, since W_0 decides them all."""
    if isinstance(place, Element) and isinstance(variable, Element):
        return place.sequence == variable.sequence
    return place == variable


def substitute_in(statement: Statement, values: Mapping[Node, Node]) -> Statement:
    """Substitute in a statement.

    Raises:
        CaptureError: A binder of the statement would capture, or would lose, a symbol.
    """
    for bound in binders(statement):
        for key, value in values.items():
            if bound in walk(key) or bound in free_places(value):
                raise CaptureError(f"{bound!r} is bound in the statement")
    return map_statement(statement, lambda node: substitute(node, values))


def binders(statement: Statement) -> Iterator[Place]:
    """The variables that the statement binds."""
    match statement:
        case ForAll(variable, inner):
            yield variable
            yield from binders(inner)
        case Tends(_, index, _):
            yield index
        case And(parts) | Or(parts):
            for part in parts:
                yield from binders(part)
        case Not(inner):
            yield from binders(inner)
        case Implies(first, second) | Iff(first, second):
            yield from binders(first)
            yield from binders(second)
        case Random():
            yield statement.place
            yield from statement.bound  # type: ignore[misc]
