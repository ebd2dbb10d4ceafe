"""Whether an expression is an instance of another."""

from __future__ import annotations

from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Entry
from nnmath.proof.nodes import Derivative, Limit, Node, Variable
from nnmath.proof.substitution import Place, free_places
from nnmath.proof.tree import children, with_children


def match(pattern: Node, node: Node, holes: frozenset[Place]) -> dict[Node, Node] | None:
    """Values for the holes that make `pattern` equal to `node`, or None."""
    found: dict[Node, Node] = {}
    return found if _match(pattern, node, holes, found) else None


def _match(pattern: Node, node: Node, holes: frozenset[Place], found: dict[Node, Node]) -> bool:
    if pattern in holes:
        return found.setdefault(pattern, node) == node
    if isinstance(pattern, (Limit, Derivative)):
        # Taken as it stands, so that a hole inside it is itself everywhere else too; only which
        # entries it speaks of is left open
        inside = {each for each in holes.intersection(free_places(pattern)) if not _is_index(each)}
        if any(found.setdefault(each, each) != each for each in inside):
            return False
        if isinstance(pattern, Limit) or not isinstance(pattern.variable, Entry):
            return pattern == node
    if isinstance(pattern, Averaged):
        holes = frozenset(hole for hole in holes if not pattern.binds(hole))
    left, right = children(pattern), children(node)
    if not left:
        return pattern == node
    # Alike in all but the operands: function, sequence, conditions of cases
    if type(pattern) is not type(node) or len(left) != len(right):
        return False
    return with_children(pattern, right) == node and all(
        _match(a, b, holes, found) for a, b in zip(left, right, strict=True)
    )


def _is_index(place: Place) -> bool:
    return isinstance(place, Variable) and place.symbol.size is not None
