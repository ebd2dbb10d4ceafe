"""Something definite in the place of any function and of any quantity, so that points can be tried.

A claim about every smooth f holds for these too, and one that fails for these is false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.indexed import Entry, Tensor, total
from nnmath.proof.matrices import index_of
from nnmath.proof.meanings import Defined, Meaning, opened
from nnmath.proof.nodes import Add, Apply, Derivative, Function, Multiply, Node, Variable, as_node
from nnmath.proof.statements import Hypothesis
from nnmath.proof.substitution import Place, expressions, free_places
from nnmath.proof.tree import walk

ARGUMENT = Variable(Symbol("argument", Text(ja="引数", en="argument"), "x", "x", "x"))
# No zero, no symmetry, and no derivative that is another
CUBIC = tuple(map(Fraction, ("3/7", "5/3", "-7/11", "2/13")))
# Where the slope may not grow without bound, or not change faster than in proportion
PARABOLA = tuple(map(Fraction, ("3/7", "-5/3", "7/11")))


def with_stand_ins(
    meanings: Mapping[Defined, Meaning],
    statements: Iterable[Hypothesis],
    coefficients: tuple[Fraction, ...] = CUBIC,
) -> Mapping[Defined, Meaning]:
    """The meanings, with one made up for whatever else the statements leave open.

    A function is a polynomial with these coefficients, moved to tell functions apart. A quantity
    needs none where nothing is differentiated by what it is computed from: any numbers will do for
    it.
    """
    found = dict(meanings)
    nodes = [node for each in statements for node in expressions(each)]
    moved = {place for node in _down_to(nodes, found) for place in _differentiated_by(node)}
    seen = set[Defined]()
    while nodes:
        for part in walk(nodes.pop()):
            defined = _defined(part)
            if defined is None or defined in seen:
                continue
            seen.add(defined)
            if opened(defined, found) is None:
                found.update(_stand_in(defined, moved, coefficients, len(found) - len(meanings)))
            meaning = opened(defined, found)
            if meaning is not None:
                nodes.append(meaning.body)
    return found


def _down_to(nodes: Iterable[Node], meanings: Mapping[Defined, Meaning]) -> Iterator[Node]:
    """The expressions, and what defines the quantities in them."""
    waiting, seen = list(nodes), set[Defined]()
    while waiting:
        node = waiting.pop()
        yield node
        for defined in map(_defined, walk(node)):
            if defined is None or defined in seen:
                continue
            seen.add(defined)
            meaning = opened(defined, meanings)
            if meaning is not None:
                waiting.append(meaning.body)


def _defined(node: Node) -> Defined | None:
    if isinstance(node, Tensor):
        return node if node.sources else None
    unary = isinstance(node, Apply) and not node.function.elementary and len(node.arguments) == 1
    return node.function if unary else None  # type: ignore[attr-defined]


def _differentiated_by(node: Node) -> Iterator[Place]:
    for part in walk(node):
        if isinstance(part, Derivative):
            yield part.variable.tensor if isinstance(part.variable, Entry) else part.variable  # type: ignore[misc]


def _stand_in(
    defined: Defined, moved: set[Place], coefficients: tuple[Fraction, ...], count: int
) -> dict[Defined, Meaning]:
    if isinstance(defined, Function):
        plain = replace(defined, primes=0)
        return {plain: Meaning((ARGUMENT,), _polynomial(ARGUMENT, coefficients, count))}
    below = {place for source in defined.sources for place in free_places(source)}
    return {defined: _quantity(defined)} if below & moved else {}


def _polynomial(variable: Node, coefficients: tuple[Fraction, ...], shift: int) -> Node:
    return Add(tuple(as_node(c + shift) * variable**k for k, c in enumerate(coefficients)))


def _quantity(tensor: Tensor) -> Meaning:
    """By way of each source: entry by entry where the shapes are the same, else of all entries."""
    indices: tuple[Variable, ...] = ()
    for size in tensor.symbol.shape:
        indices = (*indices, index_of(size, indices))
    parts = [_of_source(source, indices) for source in tensor.sources]
    return Meaning(indices, parts[0] if len(parts) == 1 else Multiply(tuple(parts)))


def _of_source(source: Tensor | Variable, indices: tuple[Variable, ...]) -> Node:
    if isinstance(source, Variable):
        return 1 + source**2
    if source.symbol.shape == tuple(index.symbol.size for index in indices):
        return _weight(indices) + Entry(source, indices) ** 2
    inner: tuple[Variable, ...] = ()
    for size in source.symbol.shape:
        inner = (*inner, index_of(size, (*indices, *inner)))
    body: Node = (_weight((*indices, *inner)) + Entry(source, inner)) ** 2
    for index in reversed(inner):
        body = total(index, body)
    return body


def _weight(indices: tuple[Variable, ...]) -> Node:
    """A number that tells entries apart."""
    return Add((as_node(1), *(as_node(k + 2) * index for k, index in enumerate(indices))))
