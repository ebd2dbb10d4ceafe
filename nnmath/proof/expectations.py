"""Means over what is random: an expectation names the quantities that it averages over.

All that is random has one joint law, of which hypotheses tell. E_x[body] averages the body over the
law of x; whatever else stands in the body is a constant there, also where it is random elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from nnmath.notation.symbol import Symbol
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Node, Operand, Variable, as_node
from nnmath.proof.tree import children, with_children

Named = Tensor | Variable


class Averaged(Node):
    """What is averaged over the joint law of random quantities, which it binds."""

    over: tuple[Symbol, ...]

    def binds(self, place: Any) -> bool:
        """Whether a variable or a tensor is averaged over."""
        return isinstance(place, (Tensor, Variable)) and place.symbol in self.over

    def in_form(self, form: Callable[[Node], Node]) -> Averaged:
        """The same of what is averaged in another form, with what is named in one order."""
        parts = with_children(self, tuple(map(form, children(self))))
        return replace(parts, over=tuple(sorted(self.over, key=lambda symbol: symbol.id)))  # type: ignore


@dataclass(frozen=True)
class Expectation(Averaged):
    """E[body], over the law of the quantities named."""

    body: Node
    over: tuple[Symbol, ...]


@dataclass(frozen=True)
class Variance(Averaged):
    """E[(body − E[body])²]."""

    body: Node
    over: tuple[Symbol, ...]


@dataclass(frozen=True)
class Covariance(Averaged):
    """E[(first − E[first]) (second − E[second])]."""

    first: Node
    second: Node
    over: tuple[Symbol, ...]


def expectation(body: Operand, *over: Named) -> Expectation:
    """E[body] over the law of these quantities."""
    return Expectation(as_node(body), _symbols(over))


def variance(body: Operand, *over: Named) -> Variance:
    """Var[body] over the law of these quantities."""
    return Variance(as_node(body), _symbols(over))


def covariance(first: Operand, second: Operand, *over: Named) -> Covariance:
    """Cov[first, second] over the law of these quantities."""
    return Covariance(as_node(first), as_node(second), _symbols(over))


def _symbols(over: tuple[Named, ...]) -> tuple[Symbol, ...]:
    """The symbols of what is averaged over.

    Raises:
        ValueError: There is none, one stands twice, or one is computed from others.
    """
    found = tuple(each.symbol for each in over)
    if not found or len(set(found)) < len(found):
        raise ValueError("an expectation names each quantity that it averages over, once")
    if any(isinstance(each, Tensor) and each.sources for each in over):
        raise ValueError("what is computed has its law from what it is computed from: name that")
    return found
