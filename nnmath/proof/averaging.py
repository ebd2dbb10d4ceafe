"""Expectations taken apart: sums and constants outside, independent factors each on their own.

Every opening writes an expectation as sums of products of expectations of monomials; what it may
use besides linearity is what the hypotheses say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from nnmath.notation.symbol import Symbol
from nnmath.proof.expectations import Expectation
from nnmath.proof.fields import in_field
from nnmath.proof.indexed import ONE, ZERO, Contraction, Entry, Kronecker, Sum
from nnmath.proof.integrability import touched
from nnmath.proof.laws import Laws
from nnmath.proof.nodes import Add, Multiply, Node, Number
from nnmath.proof.renaming import Atom, fresh
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.tree import children, walk, with_children

Indices = tuple[Node, ...]

MOST_PARTS = 4  # entries of one tensor in one product: 15 ways to be equal or not

# What becomes of the expectation of a product whose factors are all random
Opened = Callable[[tuple[Atom, ...], tuple[Symbol, ...]], Node]


def opened(node: Node, monomial: Opened) -> Node:
    """Every expectation in an expression, the inner ones first, as sums and products."""
    parts = children(node)
    if parts:
        node = with_children(node, tuple(opened(part, monomial) for part in parts))
    return _spread(node, monomial) if isinstance(node, Expectation) else node


def _spread(node: Expectation, monomial: Opened) -> Node:
    """E[Σ c·f·Σ_i g_i] = Σ c·Σ_i E[f·g_i], and constants go out."""
    products = in_field(lambda field: field.products(field.form(node.body)))
    return added(
        multiplied((Number(coefficient), _of_product(atoms, node.over, monomial)))
        for coefficient, atoms in products
    )


def _of_product(atoms: tuple[Atom, ...], over: tuple[Symbol, ...], monomial: Opened) -> Node:
    random = [atom for atom in atoms if touched(atom.node, over)]
    constants = [atom.power_node for atom in atoms if atom not in random]
    inner = next((atom for atom in random if _is_sum(atom, over)), None)
    if inner is not None:
        whole = _past_sum(inner, [atom for atom in random if atom != inner], over, monomial)
    else:
        whole = monomial(tuple(random), over) if random else ONE
    return multiplied((*constants, whole))


def _is_sum(atom: Atom, over: tuple[Symbol, ...]) -> bool:
    node = atom.node
    if not isinstance(node, Contraction) or atom.power < 1:
        return False
    return not any(touched(end, over) for end in (*node.lows, *node.highs))


def _past_sum(atom: Atom, others: list[Atom], over: tuple[Symbol, ...], monomial: Opened) -> Node:
    """A finite sum changes places with the expectation."""
    inner = atom.node
    assert isinstance(inner, Contraction)
    rest = [*others, Atom(inner, atom.power - 1)] if atom.power > 1 else others
    taken = [place for each in (atom, *others) for place in free_places(each.node)]
    names: dict[Node, Node] = {}
    for index in inner.indices:
        names[index] = fresh(index, (*taken, *names.values()))
    body = multiplied((substitute(inner.body, names), *(each.power_node for each in rest)))
    whole = _spread(Expectation(body, over), monomial)
    for index, low, high in zip(inner.indices, inner.lows, inner.highs, strict=True):
        whole = Sum(whole, names[index], low, high)  # type: ignore[arg-type]
    return whole


def linearly(atoms: tuple[Atom, ...], over: tuple[Symbol, ...]) -> Node:
    """A product of random factors stays together."""
    body = multiplied(atom.power_node for atom in atoms)
    named = {symbol for symbol, _ in touched(body, over)}
    return Expectation(body, tuple(symbol for symbol in over if symbol in named))


def independently(laws: Laws, single: Opened = linearly) -> Opened:
    """Independent factors come apart; `single` says what becomes of those that do not."""

    def monomial(atoms: tuple[Atom, ...], over: tuple[Symbol, ...]) -> Node:
        symbols = {symbol for atom in atoms for symbol, _ in touched(atom.node, over)}
        groups = _joined(laws.clusters(symbols), atoms, over)
        return multiplied(_of_cluster(group, over, laws, single) for group in groups)

    return monomial


def _joined(
    clusters: Iterable[frozenset[Symbol]], atoms: tuple[Atom, ...], over: tuple[Symbol, ...]
) -> Iterator[tuple[Atom, ...]]:
    """The factors in groups; a factor that touches two clusters joins them."""
    waiting = [set(cluster) for cluster in clusters]
    for atom in atoms:
        named = {symbol for symbol, _ in touched(atom.node, over)}
        hit = [cluster for cluster in waiting if cluster & named]
        waiting = [cluster for cluster in waiting if cluster not in hit]
        waiting.append(set().union(*hit))
    for cluster in waiting:
        yield tuple(a for a in atoms if {s for s, _ in touched(a.node, over)} <= cluster)


def _of_cluster(
    atoms: tuple[Atom, ...], over: tuple[Symbol, ...], laws: Laws, single: Opened
) -> Node:
    """The factors of one tensor with independent entries, entry by entry, equal or not."""
    found = {each for atom in atoms for each in touched(atom.node, over)}
    symbols = {symbol for symbol, _ in found}
    law = laws.random.get(next(iter(symbols))) if len(symbols) == 1 else None
    each = [touched(atom.node, over) for atom in atoms]
    apart = law is not None and law.independent and all(len(entries) == 1 for entries in each)
    entries = [indices for _, indices in found if indices is not None]
    if not apart or len(entries) < len(found) or len(entries) > MOST_PARTS:
        return single(atoms, over)
    entries.sort(key=lambda indices: [repr(index) for index in indices])
    return added(
        multiplied((_pattern(blocks), *(_of_block(b, atoms, over, single) for b in blocks)))
        for blocks in _partitions(entries)
    )


def _partitions(items: list[Indices]) -> Iterator[list[list[Indices]]]:
    """Every way to say which of the items are the same."""
    if not items:
        yield []
        return
    first, *rest = items
    for blocks in _partitions(rest):
        yield [[first], *blocks]
        for place, block in enumerate(blocks):
            yield [*blocks[:place], [first, *block], *blocks[place + 1 :]]


def _pattern(blocks: list[list[Indices]]) -> Node:
    """1 where the entries of a block are the same and those of different blocks are not, else 0."""
    same = [_delta(block[0], other) for block in blocks for other in block[1:]]
    heads = [block[0] for block in blocks]
    apart = [
        ONE - _delta(one, other) for place, one in enumerate(heads) for other in heads[place + 1 :]
    ]
    return multiplied((*same, *apart))


def _delta(first: Indices, second: Indices) -> Node:
    return multiplied(Kronecker(a, b) for a, b in zip(first, second, strict=True))


def _of_block(
    block: list[Indices], atoms: tuple[Atom, ...], over: tuple[Symbol, ...], single: Opened
) -> Node:
    """The expectation of all factors of one entry, which has these indices."""
    here = []
    for atom in atoms:
        ((symbol, indices),) = touched(atom.node, over)
        if indices in block:
            here.append(Atom(_moved(atom.node, symbol, block[0]), atom.power))
    return _spread(Expectation(multiplied(atom.power_node for atom in here), over), single)


def _moved(node: Node, symbol: Symbol, indices: Indices) -> Node:
    """The factor with the entry at these indices in the place of its own."""
    own = (part for part in walk(node) if isinstance(part, Entry) and part.tensor.symbol == symbol)
    return substitute(node, {entry: Entry(entry.tensor, indices) for entry in own})


# Arithmetic of nodes, with nothing written that need not be


def added(parts: Iterable[Node]) -> Node:
    """Σ of the parts, without zeros."""
    found = tuple(part for part in parts if part != ZERO)
    return Add(found) if len(found) > 1 else found[0] if found else ZERO


def multiplied(parts: Iterable[Node]) -> Node:
    """∏ of the parts, without ones."""
    found = tuple(part for part in parts if part != ONE)
    if ZERO in found:
        return ZERO
    return Multiply(found) if len(found) > 1 else found[0] if found else ONE
