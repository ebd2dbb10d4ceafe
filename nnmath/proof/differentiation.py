"""Our own differentiator over the closed set of nodes; where it meets a kink it says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nnmath.notation.symbol import Symbol
from nnmath.proof.indexed import ONE, ZERO, Entry, Kronecker, Sum, Tensor
from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Derivative,
    Divide,
    Element,
    Function,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
    as_node,
)
from nnmath.proof.piecewise import Piecewise, piecewise
from nnmath.proof.special import COS, ERF, PI
from nnmath.proof.substitution import expressions, free_places, substitute, unused
from nnmath.proof.tree import children, walk, with_children
from nnmath.proof.whole_numbers import is_natural


class NotDifferentiable(ValueError):
    """The differentiator has no rule for a node; says which in one line."""


class HiddenDependence(NotDifferentiable):
    """A quantity changes with the variable by way of its definition, which is not open."""


def differentiate(node: Node, variable: Node, *, partly: bool = False) -> Node:
    """The derivative of `node` with respect to `variable`, wherever `node` is defined.

    Args:
        node: What is differentiated.
        variable: A symbol, or an entry of a tensor, whose other entries are then constants.
        partly: Leave ∂E/∂x where E is known only as computed from x; else refuse it.

    Raises:
        NotDifferentiable: A node without a rule (a kink, a limit, a member of a sequence).
    """
    if is_natural(variable):
        raise NotDifferentiable("a whole number does not come near another")
    slope = partial(differentiate, variable=variable, partly=partly)
    place = variable.tensor if isinstance(variable, Entry) else variable
    if place not in set(free_places(node)):
        _refuse_hidden_dependence(node)
        return ZERO
    match node:
        case Variable():
            return ONE if node == variable else ZERO
        case Entry():
            return _same_entry(node, variable, partly=partly)
        case Sum(body, index, low, high):
            if place in (*free_places(low), *free_places(high)):
                raise NotDifferentiable("the ends of a sum change with the variable")
            if index in free_places(variable):
                other = unused(index, (*free_places(body), *free_places(variable)))
                body, index = substitute(body, {index: other}), other
            return Sum(slope(body), index, low, high)
        case Add(terms):
            return Add(tuple(map(slope, terms)))
        case Negate(operand):
            return -slope(operand)
        case Multiply(factors):
            return Add(_product_rule(factors, slope))
        case Divide(top, bottom):
            return (slope(top) * bottom - top * slope(bottom)) / bottom**2
        case Derivative():
            inner = evaluate_derivatives(node)
            if not isinstance(inner, Derivative):
                return slope(inner)
            if partly:
                return Derivative(node, variable)
            raise HiddenDependence("what is differentiated is not open")
        case Power(base, Number(value)) if value.denominator == 1:
            if value == 0:
                return ZERO
            lower = base ** as_node(value - 1) if value != 1 else ONE
            return as_node(value) * lower * slope(base)
        case Apply(function, (argument,)):
            inner = slope(argument)
            if not function.elementary and _symbol(place) not in function.depends_on:
                return function.prime(argument) * inner
            if function in OUTER:
                return OUTER[function](argument) * inner
        case Piecewise():
            return _inside_cases(node, variable)
    raise NotDifferentiable(f"no rule to differentiate {type(node).__name__}")


OUTER: dict[Function, Callable[[Node], Node]] = {
    EXP: lambda u: EXP(u),
    LOG: lambda u: 1 / u,
    SQRT: lambda u: 1 / (2 * SQRT(u)),
    ABS: lambda u: u / abs(u),
    ERF: lambda u: 2 / SQRT(PI) * EXP(-(u**2)),
    TANH: lambda u: 1 - TANH(u) ** 2,
}


def _inside_cases(node: Piecewise, variable: Node) -> Node:
    """Case by case, each only where it holds a little to each side as well."""
    slopes = across_cases(node, variable).values
    rooms = [node.interior(case, variable) for case in range(len(slopes))]
    kept = [(slope, room) for slope, room in zip(slopes, rooms, strict=True) if room is not None]
    if not kept:
        raise NotDifferentiable("no case holds on both sides of a point")
    return piecewise(*kept)


def across_cases(node: Piecewise, variable: Node) -> Piecewise:
    """Case by case, edges included: the derivative wherever there is one.

    Raises:
        NotDifferentiable: A value has no rule, or a condition may change from one point to the
            next without one of its comparisons being met.
    """
    for condition in node.conditions:
        for side in expressions(condition):
            if variable in set(free_places(side)) and not _is_continuous(side, variable):
                raise NotDifferentiable("a condition that may jump")
            _refuse_hidden_dependence(side)
    slopes = tuple(differentiate(value, variable) for value in node.values)
    return Piecewise(slopes, node.conditions)


def _is_continuous(node: Node, variable: Node) -> bool:
    """Whether the form alone shows a value at every point and no jump."""
    if variable not in set(free_places(node)):
        return True
    match node:
        case Variable() | Add() | Multiply() | Negate():
            plain = True
        case Divide(_, bottom):
            plain = variable not in set(free_places(bottom))
        case Power(_, exponent):
            plain = isinstance(exponent, Number) and is_natural(exponent)
        case Apply(function, _):
            plain = function in (ABS, EXP, TANH, ERF, COS)
        case _:
            plain = False
    return plain and all(_is_continuous(part, variable) for part in children(node))


def evaluate_derivatives(node: Node) -> Node:
    """Carry out every `Derivative` in an expression, the inner ones first; ∂E/∂h stays where E is
    known only as computed from h."""
    parts = children(node)
    if parts:
        node = with_children(node, tuple(evaluate_derivatives(part) for part in parts))
    if isinstance(node, Derivative):
        try:
            if isinstance(node.body, Piecewise):
                return across_cases(node.body, node.variable)
            return differentiate(node.body, node.variable, partly=True)
        except HiddenDependence:
            return node
    return node


def _product_rule(factors: tuple[Node, ...], slope: Callable[[Node], Node]) -> tuple[Node, ...]:
    return tuple(
        Multiply((*factors[:i], slope(factor), *factors[i + 1 :]))
        for i, factor in enumerate(factors)
    )


def _same_entry(node: Entry, variable: Node, *, partly: bool) -> Node:
    """∂x_i/∂x_k = δ_ik, one delta for each axis."""
    if not isinstance(variable, Entry) or node.tensor != variable.tensor:
        if partly:
            return Derivative(node, variable)
        name = node.tensor.symbol.id
        raise HiddenDependence(f"{name!r} is computed from the variable: open its definition")
    if any(variable.tensor in free_places(index) for index in node.indices):
        raise NotDifferentiable("an index changes with the variable")
    pairs = zip(node.indices, variable.indices, strict=True)
    deltas = tuple(Kronecker(index, own) for index, own in pairs)
    return deltas[0] if len(deltas) == 1 else Multiply(deltas)


def _symbol(place: Node) -> Symbol | None:
    return place.symbol if isinstance(place, (Variable, Tensor)) else None


def _refuse_hidden_dependence(node: Node) -> None:
    # W_t changes with η and with W_0 although neither letter stands in it
    if any(isinstance(part, Element) for part in walk(node)):
        raise NotDifferentiable("a member of a sequence may depend on the variable")
