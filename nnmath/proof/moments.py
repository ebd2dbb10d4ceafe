"""What the law of a random number says of expectations."""

from __future__ import annotations

from nnmath.notation.symbol import Symbol
from nnmath.proof.averaging import Indices, Opened, added, linearly, multiplied, opened
from nnmath.proof.expectations import Expectation
from nnmath.proof.indexed import ONE, Entry, Kronecker, total
from nnmath.proof.integrability import touched
from nnmath.proof.laws import Bernoulli, Correlated, Draws, Laws, Moments, Random, Symmetric
from nnmath.proof.matrices import index_of
from nnmath.proof.nodes import Node, Variable, as_node
from nnmath.proof.renaming import Atom
from nnmath.proof.substitution import substitute

HALF = as_node("1/2")


def by_law(laws: Laws) -> Opened:
    """The expectation of factors of one random quantity, by its law, where that says it."""

    def single(atoms: tuple[Atom, ...], over: tuple[Symbol, ...]) -> Node:
        body = multiplied(atom.power_node for atom in atoms)
        found = touched(body, over)
        symbols = {symbol for symbol, _ in found}
        entries = tuple(indices for _, indices in found if indices is not None)
        value = None
        if len(symbols) == 1 and len(entries) == len(found):
            (symbol,) = symbols
            random = laws.random.get(symbol)
            value = None if random is None else _value(random, body, atoms, entries)
        return linearly(atoms, over) if value is None else value

    return single


def _value(
    random: Random, body: Node, atoms: tuple[Atom, ...], entries: tuple[Indices, ...]
) -> Node | None:
    law, power = random.law, _power(random, atoms)
    match law:
        case Draws(replacement):
            return _drawn(random, body, entries, replacement)
        case Correlated():
            return _correlated(random, law, atoms)
        case Bernoulli(probability) if power:
            return _at(random, probability, entries[0])
        case Symmetric(variance):
            if power == 2 and variance is not None:
                return _at(random, variance, entries[0])
            return _symmetrized(random, body, entries)
        case Moments(mean, variance) if mean is not None:
            if power == 1:
                return _at(random, mean, entries[0])
            if power == 2 and variance is not None:
                return _at(random, variance + mean**2, entries[0])
    return None


def _power(random: Random, atoms: tuple[Atom, ...]) -> int:
    """The power of the random number where there is nothing else, else 0."""
    if len(atoms) == 1 and _indices(random, atoms[0].node) is not None:
        return max(atoms[0].power, 0)
    return 0


def _indices(random: Random, node: Node) -> Indices | None:
    """The indices at which a node is the random number; () of a variable."""
    if node == random.place:
        return ()
    return node.indices if isinstance(node, Entry) and node.tensor == random.place else None


def _at(random: Random, parameter: Node, indices: Indices) -> Node:
    """A parameter of the law at an entry's own indices."""
    return substitute(parameter, dict(zip(random.indices, indices, strict=True)))


def _correlated(random: Random, law: Correlated, atoms: tuple[Atom, ...]) -> Node | None:
    """E[x_i] and E[x_i x_j]."""
    places = [_indices(random, atom.node) for atom in atoms for _ in range(max(atom.power, 1))]
    if any(atom.power < 1 for atom in atoms):
        return None
    known = [indices for indices in places if indices is not None]
    if len(known) < len(places):
        return None
    means = [_at(random, law.mean, indices) for indices in known]
    if len(known) == 1:
        return means[0]
    if len(known) == 2:
        first, second = known
        pair = dict(zip((*random.indices, law.other), (*first, *second), strict=True))
        return substitute(law.covariance, pair) + means[0] * means[1]
    return None


def _symmetrized(random: Random, body: Node, entries: tuple[Indices, ...]) -> Node | None:
    """E[f(x)] = ½E[f(x)] + ½E[f(−x)]: what is odd falls out."""
    if len(entries) != 1:
        return None
    number = random.place if isinstance(random.place, Variable) else Entry(random.place, entries[0])
    turned = substitute(body, {number: -number})
    parts = (Expectation(each, (random.symbol,)) for each in (body, turned))
    return multiplied((HALF, added(opened(part, linearly) for part in parts)))


def _drawn(
    random: Random, body: Node, entries: tuple[Indices, ...], replacement: bool
) -> Node | None:
    """The mean of a function of one draw, or of two draws without replacement."""
    size = random.symbol.size
    assert size is not None
    if len(entries) == 1:
        item = index_of(size, (body,))
        return total(item, _with(random, body, {entries[0]: item})) / Variable(size)
    if len(entries) == 2 and not replacement:
        return _two_drawn(random, body, entries, size)
    return None


def _two_drawn(random: Random, body: Node, entries: tuple[Indices, ...], size: Symbol) -> Node:
    """Two draws are the same draw, or of different items, each pair as likely as any other."""
    count = Variable(size)
    item = index_of(size, (body,))
    other = index_of(size, (body, item))
    first, second = entries
    once = _with(random, body, {first: item, second: item})
    pair = _with(random, body, {first: item, second: other})
    alike = total(item, once) / count
    unlike = total(item, total(other, (ONE - Kronecker(item, other)) * pair))
    same = multiplied(Kronecker(a, b) for a, b in zip(first, second, strict=True))
    return same * alike + (ONE - same) * unlike / (count * (count - ONE))


def _with(random: Random, body: Node, items: dict[Indices, Node]) -> Node:
    """The body with items in the place of the draws."""
    if isinstance(random.place, Variable):
        return substitute(body, {random.place: items[()]})
    return substitute(body, {Entry(random.place, at): item for at, item in items.items()})
