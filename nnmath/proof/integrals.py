"""Integrals of continuous functions over a closed interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nnmath.notation.text import Text
from nnmath.proof.citing import NotLicensed
from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.expectations import Averaged, Expectation
from nnmath.proof.indexed import Entry, Integral, Ranged
from nnmath.proof.integrability import touched
from nnmath.proof.kernel import derive
from nnmath.proof.laws import Laws, Uniform
from nnmath.proof.nodes import Derivative, Limit, Node, Operand, Variable, as_node
from nnmath.proof.rule import Library, Rule
from nnmath.proof.setting import Setting
from nnmath.proof.statements import equal
from nnmath.proof.substitution import free_places, substitute, unused
from nnmath.proof.tree import children, with_children
from nnmath.proof.verdict import Status


def integral(body: Operand, variable: Variable, low: Operand, high: Operand) -> Integral:
    """∫ body over the variable, from `low` to `high`."""
    return Integral(as_node(body), variable, as_node(low), as_node(high))


def antiderivative(primitive: Node, variable: Variable) -> Rule:
    """By the fundamental theorem: F(high) − F(low) is the integral of F′.

    Args:
        primitive: F, an expression in the variable; its derivative must be the integrand.
        variable: What F is differentiated by.
    """

    def opening(node: Node, setting: Setting, library: Library) -> Node:
        if isinstance(node, (Limit, Derivative)):
            return node  # beside the point an equation need not hold
        inside = setting.inside(node) if isinstance(node, (Averaged, Ranged)) else setting
        node = _over_children(node, lambda part: opening(part, inside, library))
        if not isinstance(node, Integral):
            return node
        if not _is_slope(node, primitive, variable, setting):
            raise NotLicensed("the derivative of the antiderivative is not the integrand")
        top, bottom = (substitute(primitive, {variable: end}) for end in (node.high, node.low))
        return top - bottom

    label = Text(ja="原始関数を使う(微分積分学の基本定理)", en="by an antiderivative")
    return Rule("antiderivative", label, opening)


def _is_slope(node: Integral, primitive: Node, variable: Variable, setting: Setting) -> bool:
    """Whether F′ is the integrand all over the interval."""
    here = Variable(replace(variable.symbol, id=f"{variable.symbol.id}, integrated over"))
    try:
        slope = differentiate(substitute(primitive, {variable: here}), here)
    except NotDifferentiable as reason:
        raise NotLicensed(str(reason)) from None
    body = substitute(node.body, {node.index: here})
    there = setting.given(here >= node.low, here <= node.high)
    whole = substitute(primitive, {variable: here})
    # F must have a value there too: 0 · F says so
    goal = equal(slope + 0 * whole, body)
    return derive(goal, there).status is Status.PROVED


def density(variable: Variable) -> Rule:
    """The mean under a uniform law is an integral.

    Args:
        variable: What is integrated over.
    """

    def opening(node: Node, setting: Setting, library: Library) -> Node:
        return _opened(node, variable, setting.laws_in(node))

    label = Text(ja="一様分布の密度で積分する", en="integrate with the uniform density")
    return Rule("density", label, opening)


def _opened(node: Node, variable: Variable, laws: Laws) -> Node:
    node = _over_children(node, lambda part: _opened(part, variable, laws))
    return _integrated(node, variable, laws) if isinstance(node, Expectation) else node


def _integrated(node: Expectation, variable: Variable, laws: Laws) -> Node:
    found = touched(node.body, node.over)
    if len(found) != 1:
        return node
    ((symbol, indices),) = found
    random = laws.random.get(symbol)
    if random is None or not isinstance(random.law, Uniform) or indices is None:
        return node
    subject = random.subject
    place = subject if isinstance(subject, Variable) else Entry(subject.tensor, indices)
    law = random.law.changed(
        lambda end: substitute(end, dict(zip(random.indices, indices, strict=True)))
    )
    assert isinstance(law, Uniform)
    index = unused(variable, (*free_places(node.body), *free_places(law.high - law.low)))
    body = substitute(node.body, {place: index})
    return Integral(body, index, law.low, law.high) / (law.high - law.low)


def _over_children(node: Node, change: Callable[[Node], Node]) -> Node:
    parts = children(node)
    return with_children(node, tuple(map(change, parts))) if parts else node
