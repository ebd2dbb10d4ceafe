"""Rigorous values: an expression at a rational point as a ball that surely holds the true value."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from flint import arb, ctx

from nnmath.notation.symbol import Symbol
from nnmath.proof.ball_arithmetic import (
    CONSTANTS,
    ELEMENTARY,
    Ball,
    compare,
    exact,
    integer,
    nonzero,
    power,
)
from nnmath.proof.chances import NoMean, integrated, mean
from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.exact_values import rational_difference, rational_limit
from nnmath.proof.expectations import Averaged
from nnmath.proof.fuel import burn
from nnmath.proof.indexed import (
    Entry,
    Integral,
    Iterated,
    Kronecker,
    Product,
    Sum,
    Tensor,
    is_endless,
    place_of,
    size_of,
    total,
)
from nnmath.proof.laws import Independent, Random
from nnmath.proof.meanings import open_functions, opened
from nnmath.proof.nodes import (
    Add,
    Apply,
    Derivative,
    Divide,
    Element,
    Function,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.point import CannotEvaluate, Point, Undefined, refuse_taken
from nnmath.proof.special import Constant
from nnmath.proof.statements import (
    And,
    Chain,
    ForAll,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Statement,
)
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.tree import walk

MOST_UPDATES, MOST_TERMS = 200, 200
PRICE = 3  # of looking at one node


def ball(node: Node, point: Point) -> Ball:
    """A ball around the value of `node` at `point`.

    Raises:
        CannotEvaluate: The node has no rule, or a value that is missing.
        Undefined: The value surely does not exist.
    """
    burn(PRICE)
    match node:
        case Number(value):
            return exact(value)
        case Variable(symbol):
            try:
                return exact(point.values[node])
            except KeyError:
                raise CannotEvaluate(f"no value for {symbol.code}", node) from None
        case Entry():
            return _defined_entry(node, point)
        case Multiply(factors):
            product = arb(1)
            for factor in factors:
                product = product * ball(factor, point)
            return product
        case Add(terms):
            return sum((ball(term, point) for term in terms), start=arb(0))
        case Power(base, exponent):
            return power(ball(base, point), ball(exponent, point))
        case Negate(operand):
            return -ball(operand, point)
        case Divide(top, bottom):
            return ball(top, point) / nonzero(ball(bottom, point))
        case Sum():
            return sum((ball(node.body, each) for each in steps(node, point)), start=arb(0))
        case Product():
            return prod((ball(node.body, each) for each in steps(node, point)), start=arb(1))
        case Apply(function, arguments):
            return _apply(function, arguments, point)
        case Kronecker(first, second):
            return arb(int(integer(ball(first, point)) == integer(ball(second, point))))
        case Element(_, index):
            return _member(node, integer(ball(index, point)), point)
        case Constant():
            return CONSTANTS[node]()
        case Derivative(_, variable):
            try:
                return ball(differentiate(_seen_from(node, point), variable), point)
            except NotDifferentiable as reason:
                raise CannotEvaluate(str(reason)) from None
        case Limit():
            return ball(rational_limit(node, point), point)
        case Piecewise():
            return ball(_chosen(node, point), point)
        case Averaged() | Integral():
            try:
                if isinstance(node, Integral):
                    return integrated(node, point, ball, exact)
                return mean(node, point, ball, exact, ctx.dps)
            except NoMean as reason:
                raise CannotEvaluate(str(reason)) from None
    raise CannotEvaluate(f"no rule to evaluate {type(node).__name__}")


def _seen_from(node: Derivative, point: Point) -> Node:
    """What is differentiated, opened as far as the variable reaches into it."""
    tensors = (part for part in walk(node.body) if isinstance(part, Tensor))
    if not isinstance(node.variable, Entry) and not any(
        node.variable in set(free_places(tensor)) for tensor in tensors
    ):
        return node.body
    opened_node = open_functions(node, point.meanings)
    assert isinstance(opened_node, Derivative)
    return opened_node.body


def _chosen(node: Piecewise, point: Point) -> Node:
    """The value of the case that surely is the one."""
    met = [holds(condition, point) for condition in node.conditions]
    if met.count(True) != 1 or met.count(False) != len(met) - 1:
        raise CannotEvaluate("it is not sure that one case holds, and which")
    return node.values[met.index(True)]


def holds(statement: Statement | Recurrence, point: Point) -> bool | None:
    """Whether a statement surely holds (True) or surely fails (False) at a point; None: unsure."""
    match statement:
        case Relation(left, kind, right):
            seen = compare(ball(left, point) - ball(right, point), kind)
            return _exactly(statement, point) if seen is None else seen
        case Chain():
            return _all([holds(part, point) for part in statement.relations])
        case And(parts):
            return _all([holds(part, point) for part in parts])
        case Or(parts):
            return _not(_all([_not(holds(part, point)) for part in parts]))
        case Not(inner):
            return _not(holds(inner, point))
        case Implies(premise, conclusion):
            return holds(Or((Not(premise), conclusion)), point)
        case Iff(first, second):
            return holds(And((Implies(first, second), Implies(second, first))), point)
        case ForAll(Variable() as index, inner) if index.symbol.size is not None:
            return _all([holds(inner, each) for each in steps_of(index, point)])
        case Recurrence() | Random() | Independent():
            return True  # the point's own members and laws are made from it
    raise CannotEvaluate(f"{type(statement).__name__} cannot be seen at one point")


def _exactly(relation: Relation, point: Point) -> bool | None:
    """A comparison of rational numbers, whose balls may overlap where they are equal."""
    difference = rational_difference(relation, point)
    return None if difference is None else compare(exact(difference), relation.kind)


def _member(node: Element, index: int, point: Point) -> Ball:
    given = Element(node.sequence, Number(Fraction(index)))
    if given in point.values:
        return exact(point.values[given])
    if index < 0:
        raise Undefined("a sequence begins at index 0")
    if index > MOST_UPDATES:
        raise CannotEvaluate(f"index {index} is above {MOST_UPDATES}")
    for rule in point.recurrences:
        if rule.sequence.symbol == node.sequence and index > 0:
            if (given, ctx.dps) not in point.members:
                before: dict[Node, Node] = {rule.index: Number(Fraction(index - 1))}
                point.members[given, ctx.dps] = ball(substitute(rule.following, before), point)
            return point.members[given, ctx.dps]
    raise CannotEvaluate(f"no value for {node.sequence.code}[{index}]")


def steps(node: Iterated, point: Point) -> Iterator[Point]:
    """The point once for each value of the index.

    Raises:
        CannotEvaluate: The ends are not surely integers, too far apart, or the index is taken.
        Undefined: The end comes more than one before the beginning.
    """
    refuse_taken(node.index, node.body, point.recurrences)
    low, high = (integer(ball(end, point)) for end in (node.low, node.high))
    if high < low - 1:
        raise Undefined("a sum ends before it begins")
    if high - low >= MOST_TERMS:
        raise CannotEvaluate(f"more than {MOST_TERMS} terms")
    for value in range(low, high + 1):
        yield point.having(node.index, Fraction(value))


def _defined_entry(node: Entry, point: Point) -> Ball:
    """The value of an entry, worked out once where it is computed from others."""
    meaning = opened(node.tensor, point.meanings)
    if meaning is None:
        return exact(entry(node, point))
    given = located(node, point)
    place = (given, ctx.dps)
    if place not in point.members:
        point.members[place] = ball(meaning.at(given.indices), point)
    return point.members[place]


def _whole(index: Node, point: Point) -> int:
    if isinstance(index, Variable) and index in point.values:
        value = point.values[index]
    elif isinstance(index, Number):
        value = index.value
    else:
        return integer(ball(index, point))
    return value.numerator if value.denominator == 1 else integer(exact(value))


def steps_of(index: Variable, point: Point) -> Iterator[Point]:
    """The point once for each value that an index can have."""
    return steps(total(index, as_node(0)), point)


def entry(node: Entry, point: Point) -> Fraction:
    """The value of a tensor's entry.

    Raises:
        CannotEvaluate: It has none here.
        Undefined: An index is not one of its axis.
    """
    given = located(node, point)
    try:
        return point.values[given]
    except KeyError:
        raise CannotEvaluate(f"no value for {node.tensor.symbol.code}", given) from None


def located(node: Entry, point: Point) -> Entry:
    """The entry with numbers as indices, where each is surely one of its axis."""
    indices = tuple([_whole(index, point) for index in node.indices])
    axes = zip(indices, node.tensor.symbol.shape, strict=True)
    if not all(_is_on(index, size, point) for index, size in axes):
        raise Undefined(f"an index of {node.tensor.symbol.code} is out of range")
    return place_of(node.tensor, indices)


def _is_on(index: int, size: Symbol, point: Point) -> bool:
    """Whether an index is one of the axis."""
    if is_endless(size):
        return index >= 0
    end = point.values.get(size_of(size))
    return index >= 1 and (end is None or index <= end)


def _apply(function: Function, arguments: tuple[Node, ...], point: Point) -> Ball:
    (argument,) = arguments
    if function in ELEMENTARY:
        return ELEMENTARY[function](ball(argument, point))
    meaning = opened(function, point.meanings)
    if meaning is None:
        raise CannotEvaluate(f"{function.symbol.code} has no definition here")
    return ball(meaning.at((argument,)), point)


def _all(parts: list[bool | None]) -> bool | None:
    return False if False in parts else None if None in parts else True


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value
