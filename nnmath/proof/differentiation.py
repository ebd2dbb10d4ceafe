"""Our own differentiator over the closed set of nodes; where it meets a kink it says so."""

from __future__ import annotations

from collections.abc import Callable

from nnmath.proof.nodes import (
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
    children,
    walk,
    with_children,
)
from nnmath.proof.substitution import free_places

ZERO, ONE = as_node(0), as_node(1)


class NotDifferentiable(ValueError):
    """The differentiator has no rule for a node; says which in one line."""


def differentiate(node: Node, variable: Variable) -> Node:
    """The derivative of `node` with respect to `variable`, wherever `node` is defined.

    Raises:
        NotDifferentiable: A node without a rule (a kink, a limit, a member of a sequence).
    """
    if variable not in free_places(node):
        _refuse_hidden_dependence(node)
        return ZERO
    match node:
        case Variable():
            return ONE
        case Add(terms):
            return Add(tuple(differentiate(term, variable) for term in terms))
        case Negate(operand):
            return -differentiate(operand, variable)
        case Multiply(factors):
            return Add(_product_rule(factors, variable))
        case Divide(top, bottom):
            change = differentiate(top, variable) * bottom - top * differentiate(bottom, variable)
            return change / bottom**2
        case Power(base, Number(value)) if value.denominator == 1:
            if value == 0:
                return ZERO
            lower = base ** as_node(value - 1) if value != 1 else ONE
            return as_node(value) * lower * differentiate(base, variable)
        case Apply(function, (argument,)):
            inner = differentiate(argument, variable)
            if not function.elementary and variable.symbol not in function.depends_on:
                return function.prime(argument) * inner
            if function in OUTER:
                return OUTER[function](argument) * inner
    raise NotDifferentiable(f"no rule to differentiate {type(node).__name__}")


OUTER: dict[Function, Callable[[Node], Node]] = {
    EXP: lambda u: EXP(u),
    LOG: lambda u: 1 / u,
    SQRT: lambda u: 1 / (2 * SQRT(u)),
    TANH: lambda u: 1 - TANH(u) ** 2,
}


def evaluate_derivatives(node: Node) -> Node:
    """Carry out every `Derivative` in an expression, the inner ones first."""
    parts = children(node)
    if parts:
        node = with_children(node, tuple(evaluate_derivatives(part) for part in parts))
    if isinstance(node, Derivative):
        return differentiate(node.body, node.variable)
    return node


def _product_rule(factors: tuple[Node, ...], variable: Variable) -> tuple[Node, ...]:
    return tuple(
        Multiply((*factors[:i], differentiate(factor, variable), *factors[i + 1 :]))
        for i, factor in enumerate(factors)
    )


def _refuse_hidden_dependence(node: Node) -> None:
    # W_t changes with η and with W_0 although neither letter stands in it
    if any(isinstance(part, Element) for part in walk(node)):
        raise NotDifferentiable("a member of a sequence may depend on the variable")
