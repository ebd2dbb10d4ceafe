"""Whether an expectation exists: powers of random numbers, up to those that have a mean.

By Hölder's inequality |x|^a |y|^b has a mean where |x|^p and |y|^q have one and a/p + b/q ≤ 1, and
the mean of a product of independent factors exists where theirs do. Of a body that is not bounded
by a sum of such products nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product

from nnmath.notation.symbol import Symbol
from nnmath.proof.expectations import Averaged, Covariance, Expectation, Variance
from nnmath.proof.indexed import Contraction, Entry, Kronecker, Ranged, Repetition, Sum, Tensor
from nnmath.proof.laws import Laws
from nnmath.proof.nodes import (
    ABS,
    TANH,
    Add,
    Apply,
    Derivative,
    Divide,
    Element,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
)
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.tree import children, walk

# A random number: its symbol and its indices; None where it may be any entry of the tensor
Touched = tuple[Symbol, tuple[Node, ...] | None]
Degrees = tuple[tuple[Symbol, int], ...]

MOST_PRODUCTS = 200


def touched(node: Node, over: Iterable[Symbol]) -> frozenset[Touched]:
    """The random numbers that the value of an expression may depend on."""
    return frozenset(_touched(node, frozenset(over)))


def _touched(node: Node, over: frozenset[Symbol]) -> Iterator[Touched]:
    match node:
        case Variable(symbol):
            if symbol in over:
                yield symbol, ()
        case Entry(tensor, indices):
            below = {each for index in indices for each in _touched(index, over)}
            yield from below
            if tensor.symbol in over:
                yield tensor.symbol, None if below else indices
            else:
                yield from _touched(tensor, over)
        case Tensor():
            places = (p for p in free_places(node) if isinstance(p, (Tensor, Variable)))
            yield from ((place.symbol, None) for place in places if place.symbol in over)
        case Averaged():
            for child in children(node):
                yield from _touched(child, over.difference(node.over))
        case Limit() | Ranged() | Contraction() | Repetition() | Derivative():
            # Of what they bind no single entry can be named from outside
            inside = {each for child in children(node) for each in _touched(child, over)}
            yield from ((symbol, None) for symbol, _ in inside)
        case _:
            if isinstance(node, Apply):
                hidden = over.intersection(node.function.depends_on)
                yield from ((symbol, ()) for symbol in hidden)
            for child in children(node):
                yield from _touched(child, over)


def apart(node: Averaged) -> tuple[tuple[Node, ...], dict[Node, Node]]:
    """What is averaged, of numbers about which nobody knows anything, and the way back: what is
    known of x says nothing about the x that an expectation binds, nor of what is computed from it.
    """
    names: dict[Node, Node] = {}
    for part in walk(node):
        if isinstance(part, (Tensor, Variable)) and touched(part, node.over):
            name = f"{part.symbol.id}, averaged over"
            names[part] = replace(part, symbol=replace(part.symbol, id=name))
    parts = tuple(substitute(child, names) for child in children(node))
    return parts, {new: old for old, new in names.items()}


def exists(node: Averaged, laws: Laws) -> bool:
    """Whether an expectation, a variance or a covariance surely exists."""
    match node:
        case Variance(body):
            return _has_mean(body * body, node.over, laws)
        case Covariance(first, second):
            parts = (first, second, first * second)
            return all(_has_mean(part, node.over, laws) for part in parts)
        case Expectation(body):
            return _has_mean(body, node.over, laws)
    return False


def _has_mean(body: Node, over: tuple[Symbol, ...], laws: Laws) -> bool:
    if not all(symbol in laws.random for symbol, _ in touched(body, over)):
        return False
    # What a sequence goes on by is no constant beside its members
    if laws.driving.intersection(over) and any(isinstance(p, Element) for p in walk(body)):
        return False
    # What takes finitely many values has a mean of whatever is defined
    endless = frozenset(s for s in over if s in laws.random and not laws.random[s].law.is_finite)
    growth = _growth(body, endless)
    return growth is not None and all(_is_bounded(degrees, laws) for degrees in growth)


def _is_bounded(degrees: Degrees, laws: Laws) -> bool:
    """Whether a product of powers has a mean."""
    shares = {symbol: _share(degree, laws.random[symbol].law.order) for symbol, degree in degrees}
    return all(sum(shares[symbol] for symbol in each) <= 1 for each in laws.clusters(shares))


def _share(degree: int, order: int | None) -> Fraction:
    return Fraction(0) if order is None else Fraction(degree, order)


def _growth(node: Node, over: frozenset[Symbol]) -> frozenset[Degrees] | None:
    """Products of powers whose sum, times a constant, bounds the absolute value."""
    if not touched(node, over):
        return frozenset({()})
    match node:
        case Variable(symbol) | Entry(Tensor(symbol)) if symbol in over:
            return frozenset({((symbol, 1),)})
        case Kronecker():
            return frozenset({()})
        case Apply(function, _) if function == TANH:
            return frozenset({()})
        case Apply(function, (inner,)) if function == ABS:
            return _growth(inner, over)
        case Add(parts) | Piecewise(parts):
            return _either(parts, over)
        case Multiply(parts):
            return _all_of(parts, over)
        case Negate(inner):
            return _growth(inner, over)
        case Sum(inner, _, low, high) if not touched(high - low, over):
            return _growth(inner, over)
        case Divide(top, bottom) if not touched(bottom, over):
            return _growth(top, over)
        case Power(base, Number(value)) if value.denominator == 1 and value > 0:
            return _all_of((base,) * int(value), over)
        case Expectation(body):
            return _growth(body, over.difference(node.over))
    return None


def _either(parts: tuple[Node, ...], over: frozenset[Symbol]) -> frozenset[Degrees] | None:
    found = [_growth(part, over) for part in parts]
    known = [each for each in found if each is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


def _all_of(parts: tuple[Node, ...], over: frozenset[Symbol]) -> frozenset[Degrees] | None:
    result: frozenset[Degrees] = frozenset({()})
    for part in parts:
        growth = _growth(part, over)
        if growth is None or len(growth) * len(result) > MOST_PRODUCTS:
            return None
        result = frozenset(_times(one, other) for one, other in product(result, growth))
    return result


def _times(one: Degrees, other: Degrees) -> Degrees:
    total = dict(one)
    for symbol, degree in other:
        total[symbol] = total.get(symbol, 0) + degree
    return tuple(sorted(total.items(), key=lambda pair: pair[0].id))
