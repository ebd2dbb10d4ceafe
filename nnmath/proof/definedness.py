"""What must hold so that an expression has a value: asked before anything is normalised.

Zeros of the normal form do not see it: (k² − 1)/(k − 1) = k + 1 is no identity on ℝ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from nnmath.proof.differentiation import (
    NotDifferentiable,
    across_cases,
    differentiate,
)
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import (
    ONE,
    ZERO,
    Entry,
    Integral,
    Iterated,
    Ranged,
    in_range,
    is_endless,
    size_of,
    span,
)
from nnmath.proof.integrability import apart
from nnmath.proof.logic import Way, ways
from nnmath.proof.meanings import Defined, Meaning, open_functions, opened
from nnmath.proof.nodes import (
    LOG,
    SQRT,
    Apply,
    Derivative,
    Divide,
    Element,
    Limit,
    Node,
    Number,
    Power,
    Relation,
    Variable,
)
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.statements import unequal
from nnmath.proof.substitution import (
    Place,
    expressions,
    free_in,
    free_places,
    map_statement,
    substitute,
)
from nnmath.proof.tree import children, walk
from nnmath.proof.whole_numbers import is_integer, is_natural

# A comparison that must hold, or a limit, a mean or an integral that must exist
Condition: TypeAlias = Relation | Limit | Averaged | Integral
Obligation: TypeAlias = tuple[Condition, Way]  # with what may be assumed for it
Meanings: TypeAlias = Mapping[Defined, Meaning]

HALF = Fraction(1, 2)
NEVER = unequal(0, 0)
NO_MEANINGS: Meanings = {}


def obligations(node: Node, meanings: Meanings = NO_MEANINGS) -> Iterator[Obligation]:
    """Conditions for `node` to be defined, each with what may be assumed for it.

    A value of a case is needed in its case only, and a derived function where the function whose
    meaning is given has a slope. Each condition has a value where those before it hold.
    """
    match node:
        case Limit(_, _, point):
            yield from obligations(point, meanings)
            yield node, ()
        case Iterated():
            yield from _of_terms(node, meanings)
        case Integral():
            yield from _of_integrand(node, meanings)
        case Averaged():
            for part in apart(node)[0]:
                yield from obligations(part, meanings)
            yield node, ()
        case Derivative(body, variable):
            yield from obligations(body, meanings)
            yield from _of_slope(body, variable)
        case Piecewise():
            yield from _of_cases(node, meanings)
        case _:
            for child in children(node):
                yield from obligations(child, meanings)
            yield from ((condition, ()) for condition in _own_conditions(node))
            if isinstance(node, Apply):
                yield from _of_prime(node, meanings)


def _of_cases(node: Piecewise, meanings: Meanings) -> Iterator[Obligation]:
    for condition in node.conditions:
        for side in expressions(condition):
            yield from obligations(side, meanings)
    yield from node.proper()
    for value, condition in zip(node.values, node.conditions, strict=True):
        yield from _under(ways(condition), obligations(value, meanings))


def _under(given: tuple[Way, ...], needed: Iterator[Obligation]) -> Iterator[Obligation]:
    for goal, assumed in needed:
        for way in given:
            yield goal, (*way, *assumed)


def _of_slope(body: Node, variable: Node) -> Iterator[Obligation]:
    try:
        if isinstance(body, Piecewise):
            yield from _of_joins(body, across_cases(body, variable), variable)
            return
        slope = differentiate(body, variable, partly=True)
    except NotDifferentiable:
        yield NEVER, ()
        return
    # Of a quantity no more is said than that it changes smoothly
    if slope != Derivative(body, variable):
        yield from obligations(slope)


def _of_joins(node: Piecewise, slopes: Piecewise, variable: Node) -> Iterator[Obligation]:
    """Where two cases meet, their values and slopes agree; each has a slope up to its edge."""
    if not isinstance(variable, Variable):
        yield NEVER, ()
        return
    # At the points beside it too: nothing that is assumed of the variable helps
    beside = substitute(node, {variable: renamed(variable, node)})
    assert isinstance(beside, Piecewise)
    yield from beside.proper()
    both = list(zip(node.values, slopes.values, strict=True))
    for case, pair in enumerate(both):
        for part in pair:
            yield from _under(node.border(case, variable), obligations(part))
    for one, other in combinations(range(len(both)), 2):
        for way in node.joins(one, other, variable):
            # Said as “not here”, so that a kink asks for what keeps away from it
            elsewhere = next((unequal(r.left, r.right) for r in way if r.kind == "="), NEVER)
            for left, right in zip(both[one], both[other], strict=True):
                if left != right:
                    yield elsewhere, (*way, unequal(left, right))


def _of_prime(node: Apply, meanings: Meanings) -> Iterator[Obligation]:
    """A derived function has a value where its function has a slope."""
    function, arguments = node.function, node.arguments
    if not function.primes or replace(function, primes=0) not in meanings:
        return
    below = opened(replace(function, primes=function.primes - 1), meanings)
    if below is None:
        yield NEVER, ()
        return
    (parameter,), (argument,) = below.parameters, arguments
    body = open_functions(below.body, meanings)
    here: dict[Node, Node] = {parameter: argument}
    outside = set(free_places(argument)) - set(free_places(body))
    for goal, assumed in obligations(Derivative(body, parameter)):
        if any(outside.intersection(_places(each)) for each in (goal, *assumed)):
            yield NEVER, ()  # a name that a binder has there means something else here
        yield _at(goal, here), tuple(_relation_at(each, here) for each in assumed)


def _places(condition: Condition) -> Iterable[Place]:
    return free_in(condition) if isinstance(condition, Relation) else free_places(condition)


def _at(condition: Condition, values: Mapping[Node, Node]) -> Condition:
    if isinstance(condition, Relation):
        return _relation_at(condition, values)
    there = substitute(condition, values)
    assert isinstance(there, (Limit, Averaged, Integral))
    return there


def _relation_at(relation: Relation, values: Mapping[Node, Node]) -> Relation:
    there = map_statement(relation, lambda side: substitute(side, values))
    assert isinstance(there, Relation)
    return there


def _of_terms(node: Iterated, meanings: Meanings) -> Iterator[Obligation]:
    """Every term has a value, and so have the ends, which leave no gap: high ≥ low − 1."""
    yield from obligations(node.low, meanings)
    yield from obligations(node.high, meanings)
    if not (is_integer(node.low) and is_integer(node.high)):
        yield NEVER, ()
    if node.low not in (ZERO, ONE) or not is_natural(node.high):
        yield node.high >= node.low - ONE, ()
    # An index takes no values but those of its sort
    if (node.low, node.high) != span(node.index):
        for each in in_range(node.index):
            end = node.low if each.kind == "≥" else node.high
            if not (each.right == ZERO and is_natural(end)):
                yield Relation(end, each.kind, each.right), ()
    yield from _of_body(node, lambda body: obligations(body, meanings))


def _of_body(node: Ranged, needed: Callable[[Node], Iterator[Obligation]]) -> Iterator[Obligation]:
    """What the body needs, at any value of the index."""
    inside = renamed(node.index, node)
    there = (inside >= node.low, inside <= node.high)
    for condition, assumed in needed(substitute(node.body, {node.index: inside})):
        yield condition, (*there, *assumed)


def _of_integrand(node: Integral, meanings: Meanings) -> Iterator[Obligation]:
    """The body has a value all over the interval, and no jump there."""
    yield from obligations(node.low, meanings)
    yield from obligations(node.high, meanings)
    yield node.high >= node.low, ()
    yield from _of_body(node, lambda body: obligations(body, meanings))
    yield node, ()


def misplaced(node: Node, meanings: Meanings) -> Iterator[Obligation]:
    """Conditions for each index of what has a definition to be one of its axis: once that is open,
    nobody asks."""
    match node:
        case Ranged():
            yield from misplaced(node.low, meanings)
            yield from misplaced(node.high, meanings)
            yield from _of_body(node, lambda body: misplaced(body, meanings))
        case Averaged():
            for part in apart(node)[0]:
                yield from misplaced(part, meanings)
        case Piecewise():
            for value, condition in zip(node.values, node.conditions, strict=True):
                yield from _under(ways(condition), misplaced(value, meanings))
            for side in (side for condition in node.conditions for side in expressions(condition)):
                yield from misplaced(side, meanings)
        case _:
            for child in children(node):
                yield from misplaced(child, meanings)
            if isinstance(node, Entry) and node.tensor in meanings:
                yield from ((condition, ()) for condition in _of_indices(node))


def _of_indices(node: Entry) -> Iterator[Relation]:
    """Each index is one of its axis."""
    for index, size in zip(node.indices, node.tensor.symbol.shape, strict=True):
        symbol = index.tensor.symbol if isinstance(index, Entry) else getattr(index, "symbol", None)
        if symbol is not None and symbol.size == size:
            continue
        if not is_integer(index):
            yield NEVER
        if is_endless(size):
            if not is_natural(index):
                yield index >= ZERO
            continue
        yield index >= ONE
        yield index <= size_of(size)


def _own_conditions(node: Node) -> Iterator[Relation]:
    match node:
        case Divide(_, bottom):
            yield unequal(bottom, ZERO)
        case Apply(function, _) if function.elementary and function.primes:
            yield NEVER  # the derivative of log is written 1/x
        case Apply(function, (argument,)) if function == LOG:
            yield argument > ZERO
        case Apply(function, (argument,)) if function == SQRT:
            yield argument >= ZERO
        case Power(base, exponent):
            yield from _power_conditions(base, exponent)
        case Entry():
            yield from _of_indices(node)
        case Element(_, index) if not is_natural(index):
            yield index >= ZERO if is_integer(index) else NEVER


def _power_conditions(base: Node, exponent: Node) -> Iterator[Relation]:
    if is_natural(exponent):
        return
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        yield unequal(base, ZERO)
    elif isinstance(exponent, Number) and exponent.value == HALF:
        yield base >= ZERO
    else:
        # r^(t − 1) too: where its exponent is negative, r = 0 has no value
        yield base > ZERO if not is_integer(exponent) else unequal(base, ZERO)


def renamed(variable: Variable, binder: Node) -> Variable:
    """A symbol that looks the same and that nobody else has: what is known of h says nothing about
    the h that a limit binds, nor does what a limit around it says about its own."""
    size = sum(1 for _ in walk(binder))
    return Variable(replace(variable.symbol, id=f"{variable.symbol.id}, bound in {size}"))
