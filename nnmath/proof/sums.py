"""The one form of equal sums: products of contractions, each over indices that hang together.

Σ_i Σ_j a_i W_ij b_j is one contraction over {i, j}; Σ_i Σ_j a_i b_j is a product of two. Constants
are pulled out, Kronecker deltas contracted, and indices renamed in an order on which their letters
have no influence. Equal sums that get different forms only mean that less is proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import groupby, permutations, product

from nnmath.proof.fuel import burn, full_tank
from nnmath.proof.indexed import Contraction, Iterated, Kronecker, Product, Repetition
from nnmath.proof.nodes import (
    SQRT,
    Add,
    Apply,
    Multiply,
    Node,
    Number,
    Power,
    Variable,
    as_node,
    factors,
)
from nnmath.proof.ranges import Range, ends_apart, same_range
from nnmath.proof.renaming import Atom, InField, fresh, height, placeholder, spelled
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.tree import walk

MOST_ORDERS = 24


def contracted(node: Iterated, in_field: InField) -> Node:
    """A sum or product as arithmetic over contractions and repetitions.

    Args:
        node: What is to be brought into its form.
        in_field: Does work in a field of its own.
    """
    result, steps = _worked_out(node, in_field)
    # Also when it was known already: a verdict does not hang on what was asked before
    burn(steps)
    return result


@lru_cache(maxsize=4096)
def _worked_out(node: Iterated, in_field: InField) -> tuple[Node, int]:
    with full_tank() as tank:
        return _contracted(node, in_field), tank.burnt


def _contracted(node: Iterated, in_field: InField) -> Node:
    apart = ends_apart(node)
    if apart is not None:
        return apart
    index = fresh(node.index, free_places(node))
    over = Range(index, node.low, node.high)
    body = substitute(node.body, {node.index: index})
    products = in_field(lambda field: field.products(field.form(body)))
    if isinstance(node, Product):
        return _repeated(products, over, body, in_field)
    summed = (_scaled(c, _summed(list(atoms), over, in_field)) for c, atoms in products)
    return _added(summed)


# Sums


def _summed(atoms: list[Atom], over: Range, in_field: InField) -> Node:
    """Σ of one product of powers."""
    free = [atom for atom in atoms if over.index not in atom.places and _goes_out(atom, over)]
    stays = [atom for atom in atoms if over.index not in atom.places and atom not in free]
    inside = [atom for atom in atoms if over.index in atom.places]
    bound, ranges = _opened(inside, over)
    whole = None if stays else _without_delta(bound, ranges)
    if whole is None:
        (first, group), *rest = _components(bound, ranges)
        groups = [([*stays, *first], group), *rest]
        parts = [_component(*part, in_field) for part in groups]
        whole = _multiplied(_scaled(c, contraction) for c, contraction in parts)
    return _multiplied((*(atom.power_node for atom in free), whole))


def _goes_out(atom: Atom, over: Range) -> bool:
    """Whether a factor may stand before a sum or a product: where there is no term, Σ 1/n is 0 and
    needs no n ≠ 0, and Σ √x tells nothing about x."""
    total = atom.power > 0 and not any(
        isinstance(part, Apply) and part.function == SQRT for part in walk(atom.node)
    )
    return total or over.is_surely_some


def _opened(atoms: list[Atom], over: Range) -> tuple[list[Atom], list[Range]]:
    """The factors of inner sums set beside the others, each inner index under a name of its own."""
    found, ranges = list[Atom](), [over]
    for atom in atoms:
        inner = atom.node
        if not isinstance(inner, Contraction) or atom.power < 0 or _is_closed(inner, over.index):
            found.append(atom)
            continue
        for _ in range(atom.power):
            names: dict[Node, Node] = {}
            for index, low, high in zip(inner.indices, inner.lows, inner.highs, strict=True):
                taken = (each.index for each in ranges)
                names[index] = fresh(
                    index, (*taken, *(p for a in atoms for p in free_places(a.node)))
                )
                ranges.append(Range(names[index], low, high))  # type: ignore[arg-type]
            found.extend(map(Atom.of, factors(substitute(inner.body, names))))
    return found, ranges


def _is_closed(inner: Contraction, index: Variable) -> bool:
    """Whether the ends of an inner sum change with an outer index, or it keeps a factor that does
    not change with its own."""
    own = set(inner.indices)
    return any(index in free_places(end) for end in (*inner.lows, *inner.highs)) or not all(
        own & set(free_places(factor)) for factor in factors(inner.body)
    )


def _without_delta(atoms: list[Atom], ranges: list[Range]) -> Node | None:
    """The sum with one Kronecker delta contracted: Σ_i δ_ij f(i) = f(j) for j in i's range."""
    for atom in atoms:
        if not isinstance(atom.node, Kronecker) or atom.power < 1:
            continue
        pair = (atom.node.first, atom.node.second)
        for one, other in (pair, pair[::-1]):
            over = next((each for each in ranges if each.index == one), None)
            if over is None or not same_range(over, other, ranges):
                continue
            rest = _multiplied(each.power_node for each in atoms if each != atom)
            left = [each for each in ranges if each != over]
            body = substitute(rest, {over.index: other})
            return reduce(lambda inner, each: each.sum(inner), reversed(left), body)
    return None


def _components(atoms: list[Atom], ranges: list[Range]) -> Iterator[tuple[list[Atom], list[Range]]]:
    """The factors in groups that share no index."""
    waiting = list(ranges)
    while waiting:
        group = [waiting.pop(0)]
        for each in group:  # grows on the way
            near = {place for atom in atoms for place in atom.places if each.index in atom.places}
            joined = [other for other in waiting if other.index in near]
            group += joined
            waiting = [other for other in waiting if other not in joined]
        indices = {each.index for each in group}
        yield [atom for atom in atoms if indices & atom.places], group


def _component(atoms: list[Atom], ranges: list[Range], in_field: InField) -> tuple[Fraction, Node]:
    """A coefficient and the contraction over indices whose names no longer matter."""
    if not atoms:
        return Fraction(1), _multiplied(each.count for each in ranges)
    level = 1 + max(height(atom.node) for atom in atoms)
    found = [_named(atoms, order, level, in_field) for order in _orders(atoms, ranges)]
    return min(found, key=lambda pair: spelled(pair[1]))


def _named(
    atoms: list[Atom], ranges: tuple[Range, ...], level: int, in_field: InField
) -> tuple[Fraction, Node]:
    names: dict[Node, Node] = {
        each.index: placeholder(level, place, each.sort, each.size)
        for place, each in enumerate(ranges)
    }
    body = substitute(_multiplied(atom.power_node for atom in atoms), names)
    coefficient, tidy = in_field(lambda field: field.monic(field.form(body)))
    indices = tuple(names[each.index] for each in ranges)
    lows = tuple(substitute(each.low, names) for each in ranges)
    highs = tuple(substitute(each.high, names) for each in ranges)
    return coefficient, Contraction(tidy, indices, lows, highs)  # type: ignore[arg-type]


def _orders(atoms: list[Atom], ranges: list[Range]) -> Iterator[tuple[Range, ...]]:
    """The orders of the indices that their letters leave open."""
    marks = {each: _mark(each, atoms, ranges) for each in ranges}
    alike = [list(group) for _, group in groupby(sorted(ranges, key=marks.get), marks.get)]  # type: ignore[arg-type]
    choices = product(*(permutations(group) for group in alike))
    for count, choice in enumerate(choices):
        if count == MOST_ORDERS:
            return
        yield tuple(each for group in choice for each in group)


def _mark(one: Range, atoms: list[Atom], ranges: list[Range]) -> str:
    """How an index stands in the factors, told without letters."""
    blank: dict[Node, Node] = {each.index: BLANK for each in ranges}
    here = {**blank, one.index: MARKED}
    seen = sorted(
        f"{spelled(substitute(atom.node, here))}^{atom.power}"
        for atom in atoms
        if one.index in atom.places
    )
    ends = (spelled(substitute(end, blank)) for end in (one.low, one.high))
    return "; ".join((*ends, *seen))


BLANK, MARKED = (placeholder(0, place) for place in range(2))


def renamed(node: Contraction, in_field: InField) -> tuple[Fraction, Node]:
    """A contraction in its form again, after something in it was replaced."""
    ranges = [
        Range(index, low, high)
        for index, low, high in zip(node.indices, node.lows, node.highs, strict=True)
    ]
    return _renamed(tuple(map(Atom.of, factors(node.body))), tuple(ranges), in_field)


@lru_cache(maxsize=4096)
def _renamed(
    atoms: tuple[Atom, ...], ranges: tuple[Range, ...], in_field: InField
) -> tuple[Fraction, Node]:
    return _component(list(atoms), list(ranges), in_field)


# Products


def _repeated(
    products: list[tuple[Fraction, tuple[Atom, ...]]], over: Range, body: Node, in_field: InField
) -> Node:
    """∏ over a range, factor by factor; what is no product stays whole."""
    if len(products) != 1:
        return _repetition(Atom(body, 1), over, in_field)
    ((coefficient, atoms),) = products
    parts = [_repetition(atom, over, in_field) for atom in (Atom(as_node(coefficient), 1), *atoms)]
    return _multiplied(parts)


def _repetition(atom: Atom, over: Range, in_field: InField) -> Node:
    if over.index not in atom.places and over.size and _goes_out(atom, over):
        return Power(atom.power_node, over.count)
    return _whole(atom, over, in_field)


def _whole(atom: Atom, over: Range, in_field: InField) -> Node:
    name = placeholder(1 + height(atom.node), 0, over.sort, over.size)
    body = in_field(lambda f: f.node(f.form(substitute(atom.node, {over.index: name}))))
    return Atom(Repetition(body, name, over.low, over.high), atom.power).power_node


def repeated_again(node: Repetition, in_field: InField) -> Node:
    """A repetition in its form again, after something in it was replaced."""
    whole = _whole(Atom(node.body, 1), Range(node.index, node.low, node.high), in_field)
    assert isinstance(whole, Repetition)
    return whole


# Arithmetic of nodes, with nothing written that need not be


def _added(parts: Iterable[Node]) -> Node:
    found = tuple(parts)
    if len(found) < 2:
        return found[0] if found else as_node(0)
    return Add(found)


def _multiplied(parts: Iterable[Node]) -> Node:
    found = tuple(part for part in parts if part != as_node(1))
    if len(found) < 2:
        return found[0] if found else as_node(1)
    return Multiply(found)


def _scaled(coefficient: Fraction, node: Node) -> Node:
    return node if coefficient == 1 else Multiply((Number(coefficient), node))
