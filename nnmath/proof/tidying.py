"""How the operators would have written what a substitution leaves."""

from __future__ import annotations

from fractions import Fraction

from nnmath.proof.indexed import Entry
from nnmath.proof.nodes import Add, Element, Multiply, Negate, Node, Number, as_node, factors, terms


def tidied(node: Node) -> Node:
    """As the operators would have written it: a + b at the head of a sum needs no brackets, and
    W_{(t+1)+1} is W_{t+2}."""
    if isinstance(node, Element):
        return Element(node.sequence, _folded(node.index))
    if isinstance(node, Entry):
        return Entry(node.tensor, tuple(map(_folded, node.indices)))
    if isinstance(node, Add):
        return Add((*terms(node.terms[0]), *node.terms[1:]))
    if isinstance(node, Multiply):
        return Multiply((*factors(node.factors[0]), *node.factors[1:]))
    return node


def _folded(index: Node) -> Node:
    flat = tuple(part for term in terms(index) for part in terms(term))
    numbers = [value for term in flat if (value := _number(term)) is not None]
    if len(numbers) < 2:
        return index
    rest = tuple(term for term in flat if _number(term) is None)
    total = sum(numbers)
    if rest and not total:
        return rest[0] if len(rest) == 1 else Add(rest)
    last: Node = as_node(total) if total >= 0 or not rest else Negate(as_node(-total))
    return Add((*rest, last)) if rest else last


def _number(term: Node) -> Fraction | None:
    if isinstance(term, Negate) and isinstance(term.operand, Number):
        return -term.operand.value
    return term.value if isinstance(term, Number) else None
