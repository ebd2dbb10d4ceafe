"""Equations put to use: symbols and calls of functions replaced by what they are equal to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nnmath.proof.indexed import Entry
from nnmath.proof.nodes import Apply, Element, Node, Number, Relation, Variable
from nnmath.proof.splitting import with_instead
from nnmath.proof.substitution import CaptureError, free_places, map_statement, substitute
from nnmath.proof.tree import walk
from nnmath.proof.whole_numbers import is_natural


def solved_by(known: Iterable[Relation]) -> dict[Node, Node]:
    """Hypotheses of the form symbol = expression, as a substitution."""
    values: dict[Node, Node] = {}
    for relation in known:
        if relation.kind == "=":
            values = _with_solution(values, relation)
    return values


def _with_solution(values: dict[Node, Node], equation: Relation) -> dict[Node, Node]:
    left, right = equation.left, equation.right
    for side, other in ((left, right), (right, left)):
        if not _has_value(side) or side in values:
            continue
        try:
            target = substitute(other, values)
            if not _stands_in(side, target) and _is_of_its_sort(side, target):
                solved = {key: substitute(value, {side: target}) for key, value in values.items()}
                return {**solved, side: target}
        except CaptureError:
            continue  # a derivative keeps its variable, a definition what it hides
    return values


def called(relations: Sequence[Relation]) -> list[Relation]:
    """Hypotheses of the form f(x) = expression put into all comparisons; the first is the goal."""
    found = list(relations)
    for i in range(1, len(found)):
        left, right = found[i].left, found[i].right
        for side, other in ((left, right), (right, left)):
            if found[i].kind == "=" and _is_opaque(side) and side not in walk(other):
                found = [with_instead(relation, side, other) for relation in found]
                break
    return found


def _is_opaque(node: Node) -> bool:
    return isinstance(node, Apply) and not node.function.elementary


def _has_value(node: Node) -> bool:
    """Whether it stands for one number: a variable, a member, or an entry at given places."""
    if isinstance(node, Entry):
        return all(isinstance(index, Number) for index in node.indices) and node.indices != ()
    return isinstance(node, (Variable, Element))


def _is_of_its_sort(side: Node, target: Node) -> bool:
    """Whether nothing is lost: with x for n, (−y)^n would be read as a power of a positive y."""
    return is_natural(target) or not is_natural(side)


def _stands_in(side: Node, target: Node) -> bool:
    return side in tuple(free_places(target)) or side in walk(target)


def put_values_in(relation: Relation, values: Mapping[Node, Node]) -> Relation:
    """The comparison with values for symbols; as it is, where a binder forbids that."""
    if not values:
        return relation
    try:
        changed = map_statement(relation, lambda node: substitute(node, values))
    except CaptureError:
        return relation  # it says the same as it stands
    assert isinstance(changed, Relation)
    return changed
