"""Random statements about means: what is random, what is said of it, and what is averaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random as Chance

from nnmath.proof.expectations import Averaged, Covariance, Expectation, Variance
from nnmath.proof.indexed import Contraction, Entry, Ranged, Sum, Tensor, total
from nnmath.proof.laws import (
    Bernoulli,
    Correlated,
    Draws,
    Independent,
    Law,
    Moments,
    Random,
    Symmetric,
    Uniform,
    independent,
)
from nnmath.proof.nodes import TANH, Add, Multiply, Negate, Node, Number, Power, Variable, as_node
from nnmath.proof.statements import Hypothesis
from nnmath.proof.tree import children, with_children
from tests.proof.chances import joint
from tests.proof.chancy import COUNT, SIZE, b, c, draws, e, g, i, j, mu, p, q, rho, s, v, w
from tests.proof.grounds import Ground
from tests.proof.making import ONE, ZERO, k, symbol, x, y
from tests.proof.sampler import NoValue

flat = Variable(symbol("flat"))
NUMBERS: tuple[Variable, ...] = (p, q, e, flat)
VECTORS = (v, w)
GIVEN = (rho >= 0, rho <= 1, x < y)
LAWS: tuple[Law, ...] = (
    Moments(mu, s**2), Moments(mu), Moments(), Moments(ZERO, ONE), Symmetric(s**2), Symmetric(),
    Bernoulli(rho), Bernoulli(as_node("1/3")),
)  # fmt: skip
OF_ENTRIES: tuple[Law, ...] = (
    Moments(g[i], s**2),
    Bernoulli(rho),
    Symmetric(1 + g[i] ** 2),
    Moments(),
)
TOGETHER = Correlated(g[i], j, g[i] * g[j])


@dataclass(frozen=True)
class Scene:
    """A few random quantities.

    Args:
        given: Their laws, and what is independent of what.
        named: What is random.
        leaves: The random numbers in it, by quantity.
    """

    given: tuple[Hypothesis, ...]
    named: tuple[Tensor | Variable, ...]
    leaves: tuple[tuple[Node, ...], ...]

    def average(self, chance: Chance, depth: int = 1) -> Averaged:
        """A mean, a variance or a covariance of something."""
        count = len(self.named) if chance.random() < 0.6 else chance.randint(1, len(self.named))
        over = tuple(each.symbol for each in chance.sample(self.named, count))
        if chance.random() < 0.6:
            return Expectation(self._polynomial(chance, depth), over)
        linear = self._sum(chance, depth, degree=1)
        if chance.random() < 0.7:
            return Variance(linear, over)
        return Covariance(linear, self._sum(chance, depth, degree=1), over)

    def _polynomial(self, chance: Chance, depth: int) -> Node:
        if chance.random() < 0.3:
            return self._sum(chance, depth, degree=1) ** 2
        return self._sum(chance, depth, degree=chance.choice((1, 2, 2, 3)))

    def _sum(self, chance: Chance, depth: int, degree: int) -> Node:
        parts = [self._product(chance, depth, degree) for _ in range(chance.choice((1, 2, 2)))]
        return parts[0] if len(parts) == 1 else Add(tuple(parts))

    def _product(self, chance: Chance, depth: int, degree: int) -> Node:
        # What hangs together does so above all with others of its kind
        kind = self.leaves if chance.random() < 0.5 else (chance.choice(self.leaves),)
        parts = [self._leaf(chance, depth, kind) for _ in range(degree)]
        if chance.random() < 0.3:
            parts.append(chance.choice((k, as_node(2), mu, Negate(k))))
        whole = parts[0] if len(parts) == 1 else Multiply(tuple(parts))
        return total(chance.choice((i, i, j)), whole) if chance.random() < 0.3 else whole

    def _leaf(self, chance: Chance, depth: int, kinds: Sequence[tuple[Node, ...]]) -> Node:
        if depth and chance.random() < 0.1:
            return self.average(chance, depth - 1)
        return chance.choice(chance.choice(kinds))


def scene(chance: Chance) -> Scene:
    """Two or three quantities with laws drawn for them."""
    named = tuple(chance.sample((*NUMBERS, *VECTORS, draws), chance.choice((1, 2, 2, 3))))
    laws = tuple(_law(each, chance) for each in named)
    return Scene((*GIVEN, *laws, *_apart(named, chance)), named, tuple(map(_leaves, named)))


def _law(quantity: Tensor | Variable, chance: Chance) -> Random:
    if quantity == draws:
        replacement = chance.random() < 0.5
        return Random(draws[b], Draws(replacement), independent=replacement)
    if isinstance(quantity, Variable):
        return Random(quantity, Uniform(x, y) if quantity == flat else chance.choice(LAWS))
    law = chance.choice((*OF_ENTRIES, TOGETHER))
    apart = not isinstance(law, Correlated) and chance.random() < 0.5
    return Random(quantity[i], law, independent=apart)


def _apart(named: Sequence[Tensor | Variable], chance: Chance) -> Iterator[Independent]:
    groups: list[list[Tensor | Variable]] = [[], [], []]
    for each in named:
        chance.choice(groups).append(each)
    members = [tuple(group) for group in groups if group]
    if len(members) > 1 and chance.random() < 0.7:
        yield independent(*members)


def _leaves(quantity: Tensor | Variable) -> tuple[Node, ...]:
    """Its numbers, and what is bounded by them where the mean of that can be worked out by hand."""
    if quantity == draws:
        return g[draws[b]], g[draws[c]], draws[b] + g[1]
    if isinstance(quantity, Tensor):
        first, other = quantity[i], quantity[j]
        return first, first, other, quantity[1], total(i, first), abs(first - k)
    if quantity == flat:
        return (flat,)
    return quantity, quantity, quantity, abs(quantity + k), TANH(quantity)


def ground(given: Iterable[Hypothesis], seed: int) -> Ground | None:
    """Numbers that meet what is given, with two items and two draws; None where no law does."""
    given = tuple(given)
    laws = tuple(each for each in given if isinstance(each, (Random, Independent)))
    sizes = {(size, ()): Fraction(2) for size in (SIZE, COUNT)}
    found = Ground({}, seed, {rho.symbol: (Fraction(0), Fraction(1))}, laws=laws, fixed=dict(sizes))
    try:
        for law in laws:
            if isinstance(law, Random):
                joint(found, {law.symbol})
        return found if all(found.meets(each) for each in GIVEN) else None
    except NoValue:
        return None


def written(node: Node) -> Node:
    """The expression with sums for what the kernel writes as contractions."""
    parts = children(node)
    node = with_children(node, tuple(map(written, parts))) if parts else node
    if not isinstance(node, Contraction):
        return node
    whole = node.body
    for index, low, high in zip(node.indices, node.lows, node.highs, strict=True):
        whole = Sum(whole, index, low, high)
    return whole


def slipped(node: Node, chance: Chance) -> Node:
    """The expression with one of the slips that people make with means."""
    match node:
        case Expectation(Multiply(parts), over) if chance.random() < 0.5:
            return Multiply(tuple(Expectation(part, over) for part in parts))
        case Expectation(Power(base, exponent), over) if chance.random() < 0.5:
            return Power(Expectation(base, over), exponent)
        case Variance(Add(parts), over) if chance.random() < 0.5:
            return Add(tuple(Variance(part, over) for part in parts))
        case Averaged() if len(node.over) > 1 and chance.random() < 0.3:
            return replace(node, over=node.over[1:])
        case Averaged() if chance.random() < 0.2:
            return children(node)[0]
        case Number(value):
            return as_node(value + chance.choice((1, -1)))
        case Ranged(body):
            return replace(node, body=slipped(body, chance))
    parts = () if isinstance(node, Entry) else children(node)
    if not parts:
        return chance.choice((-node, 2 * node, node + mu))
    at = chance.randrange(len(parts))
    return with_children(
        node, tuple(slipped(part, chance) if n == at else part for n, part in enumerate(parts))
    )
