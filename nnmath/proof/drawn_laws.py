"""Finite laws that meet what hypotheses say of chance, so that claims can be tried.

What is not known to be independent is made to hang together, and what no hypothesis says is drawn
at random: a claim that needs more than its hypotheses fails with one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import permutations, product
from random import Random as Chance

from nnmath.notation.symbol import Symbol
from nnmath.proof.chances import Block, Chances
from nnmath.proof.indexed import Entry
from nnmath.proof.laws import (
    Bernoulli,
    Correlated,
    Draws,
    Independent,
    Laws,
    Moments,
    Random,
    Symmetric,
    Uniform,
)
from nnmath.proof.nodes import Node, Variable, as_node
from nnmath.proof.quadrature import nodes_and_weights
from nnmath.proof.substitution import Place, substitute

Outcomes = tuple[tuple[Fraction, tuple[Fraction, ...]], ...]
Valued = Callable[[Node], Fraction | None]

STEPS = tuple(map(Fraction, ("1", "2", "1/2", "3", "2/3", "3/2", "1/3")))
MOST_DRAWN_TOGETHER = 3


class NoSuchLaw(ValueError):
    """No law meets a hypothesis at these values: a negative variance, say."""


class Maker:
    """Makes stand-ins.

    Args:
        laws: What the hypotheses say.
        valued: The value of a parameter.
        chance: Where what is left open comes from.
        simple: Small numbers for a reader.
    """

    def __init__(self, laws: Laws, valued: Valued, chance: Chance, *, simple: bool = False) -> None:
        self._laws, self._valued, self._chance = laws, valued, chance
        self._steps = STEPS[:2] if simple else STEPS

    def chances(self) -> Chances:
        """One joint law of everything random.

        Raises:
            NoSuchLaw: There is none.
        """
        groups: list[tuple[set[Symbol], list[Block]]] = []
        for symbol, random in self._laws.random.items():
            blocks = self._blocks(random)
            fitting = [group for group in groups if not self._apart(symbol, group[0])]
            if fitting:
                names, others = self._chance.choice(fitting)
                names.add(symbol)
                others[:] = self._coupled(others, blocks)
            else:
                groups.append(({symbol}, blocks))
        return Chances(tuple(block for _, blocks in groups for block in blocks))

    def _apart(self, symbol: Symbol, others: Iterable[Symbol]) -> bool:
        """Whether it is known to be independent of one of the others."""
        return any(
            _separates(each, symbol, other) for each in self._laws.independence for other in others
        )

    def _coupled(self, first: list[Block], second: list[Block]) -> list[Block]:
        """Two lists of blocks, pairwise drawn together."""
        count = min(len(first), len(second))
        if any(block.is_rule for block in (*first, *second)):
            count = 0
        both = [self._together(a, b) for a, b in zip(first[:count], second[:count], strict=True)]
        return [*both, *first[count:], *second[count:]]

    def _together(self, first: Block, second: Block) -> Block:
        """Two blocks that hang together: large with large, or with small."""
        other = second.outcomes[::-1] if self._chance.random() < 0.5 else second.outcomes
        return Block((*first.places, *second.places), coupled(first.outcomes, other))

    def _blocks(self, random: Random) -> list[Block]:
        entries = self._entries(random)
        if isinstance(random.law, Draws) and not random.law.replacement:
            return [self._without_replacement(random, entries)]
        if isinstance(random.law, Correlated):
            return [self._correlated(random, random.law, entries)]
        alike = self._chance.random() < 0.5
        state = self._chance.getstate()
        blocks = []
        for place, values in entries:
            if alike:
                self._chance.setstate(state)
            outcomes, is_rule = self._outcomes(random, values)
            blocks.append(Block((place,), outcomes, is_rule))
        if random.independent or any(block.is_rule for block in blocks):
            return blocks
        joined = blocks[:1]
        for block in blocks[1:]:
            joined = [self._together(joined[0], block)]
        return joined

    def _entries(self, random: Random) -> list[tuple[Place, dict[Node, Node]]]:
        """Each random number, with the values of the law's indices there."""
        if isinstance(random.subject, Variable):
            return [(random.subject, {})]
        sizes = [self._size(size) for size in random.symbol.shape]
        found: list[tuple[Place, dict[Node, Node]]] = []
        for numbers in product(*(range(1, size + 1) for size in sizes)):
            at = tuple(map(as_node, numbers))
            values = dict(zip(random.indices, at, strict=True))
            found.append((Entry(random.subject.tensor, at), values))
        return found

    def _size(self, size: Symbol) -> int:
        return int(self._parameter(Variable(size), {}))

    def _parameter(self, node: Node, values: dict[Node, Node]) -> Fraction:
        found = self._valued(substitute(node, values))
        if found is None:
            raise NoSuchLaw("a parameter of the law has no exact value")
        return found

    def _outcomes(self, random: Random, values: dict[Node, Node]) -> tuple[Outcomes, bool]:
        """The law of one number, and whether it is a rule for polynomials alone."""
        match random.law:
            case Moments(mean, variance):
                middle = self._open(mean, values, sign=True)
                return self._two_points(middle, self._open(variance, values)), False
            case Symmetric(variance):
                return self._symmetric(self._open(variance, values)), False
            case Bernoulli(probability):
                share = self._parameter(probability, values)
                return _weighted((share, Fraction(1)), (1 - share, Fraction(0))), False
            case Draws():
                assert random.symbol.size is not None
                count = self._size(random.symbol.size)
                items = (Fraction(item) for item in range(1, count + 1))
                return _weighted(*((Fraction(1, count), item) for item in items)), False
            case Uniform(low, high):
                ends = [self._parameter(end, values) for end in (low, high)]
                return _uniform(*ends), True
        raise NoSuchLaw(f"no stand-in for {type(random.law).__name__}")

    def _open(self, node: Node | None, values: dict[Node, Node], *, sign: bool = False) -> Fraction:
        """A parameter, or something made up where none is given."""
        if node is not None:
            return self._parameter(node, values)
        step = self._chance.choice(self._steps)
        return step * self._chance.choice((1, -1, 0)) if sign else step

    def _two_points(self, middle: Fraction, variance: Fraction) -> Outcomes:
        """middle + a and middle − variance/a."""
        if variance < 0:
            raise NoSuchLaw("a negative variance")
        if variance == 0:
            return _weighted((Fraction(1), middle))
        up = self._chance.choice(self._steps)
        down = variance / up
        share = down / (up + down)
        return _weighted((share, middle + up), (1 - share, middle - down))

    def _symmetric(self, variance: Fraction) -> Outcomes:
        """−c, 0 and c, with c² ≥ variance."""
        if variance < 0:
            raise NoSuchLaw("a negative variance")
        far = max(variance, Fraction(1)) * max(self._chance.choice(self._steps), Fraction(1))
        share = variance / (2 * far**2)
        return _weighted((share, far), (1 - 2 * share, Fraction(0)), (share, -far))

    def _without_replacement(
        self, random: Random, entries: list[tuple[Place, dict[Node, Node]]]
    ) -> Block:
        assert random.symbol.size is not None
        count = self._size(random.symbol.size)
        if len(entries) > count:
            raise NoSuchLaw("more draws than there are items")
        ways = list(permutations(range(1, count + 1), len(entries)))
        outcomes = tuple((Fraction(1, len(ways)), tuple(map(Fraction, way))) for way in ways)
        return Block(tuple(place for place, _ in entries), outcomes)

    def _correlated(
        self, random: Random, law: Correlated, entries: list[tuple[Place, dict[Node, Node]]]
    ) -> Block:
        """x = mean + L u, where L D Lᵀ is the covariance and the u are independent."""
        means = [self._parameter(law.mean, values) for _, values in entries]
        (index,) = random.indices
        rows = [
            [
                self._parameter(law.covariance, {**v, law.other: other[index]})
                for _, other in entries
            ]
            for _, v in entries
        ]
        lower, scales = _factored(rows)
        sources = [self._two_points(Fraction(0), scale) for scale in scales]
        outcomes = []
        for choice in product(*sources):
            share, noise = Fraction(1), [values[0] for _, values in choice]
            for part, _ in choice:
                share *= part
            shifts = (
                sum((a * u for a, u in zip(row, noise, strict=True)), Fraction(0)) for row in lower
            )
            outcomes.append((share, tuple(m + s for m, s in zip(means, shifts, strict=True))))
        return Block(tuple(place for place, _ in entries), tuple(outcomes))


def _separates(statement: Independent, one: Symbol, other: Symbol) -> bool:
    members = statement.member(one), statement.member(other)
    return None not in members and members[0] != members[1]


def _weighted(*outcomes: tuple[Fraction, Fraction]) -> Outcomes:
    if any(share < 0 for share, _ in outcomes):
        raise NoSuchLaw("a negative probability")
    return tuple((share, (value,)) for share, value in outcomes if share)


def coupled(first: Outcomes, second: Outcomes) -> Outcomes:
    """A joint law of two: the chances laid side by side, each with its own law as before."""
    one, other = list(first), list(second)
    found = []
    while one and other:
        (share, values), (other_share, more) = one[0], other[0]
        least = min(share, other_share)
        found.append((least, (*values, *more)))
        one[0], other[0] = (share - least, values), (other_share - least, more)
        one, other = (each[1:] if each[0][0] == 0 else each for each in (one, other))
    return tuple(found)


def _uniform(low: Fraction, high: Fraction) -> Outcomes:
    """A rule that is exact for polynomials up to the highest degree."""
    if low >= high:
        raise NoSuchLaw("an interval without length")
    length = high - low
    return tuple((weight, (low + length * step,)) for step, weight in nodes_and_weights())


def _factored(rows: Sequence[Sequence[Fraction]]) -> tuple[list[list[Fraction]], list[Fraction]]:
    """L and D with L D Lᵀ = rows.

    Raises:
        NoSuchLaw: The matrix is no covariance.
    """
    size = len(rows)
    lower = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    scales: list[Fraction] = []
    for j in range(size):
        scale = rows[j][j] - sum((lower[j][k] ** 2 * scales[k] for k in range(j)), Fraction(0))
        for i in range(j + 1, size):
            rest = rows[i][j] - sum(
                (lower[i][k] * lower[j][k] * scales[k] for k in range(j)), Fraction(0)
            )
            if scale == 0 and rest != 0:
                raise NoSuchLaw("no covariance")
            lower[i][j] = rest / scale if scale else Fraction(0)
        scales.append(scale)
    if any(scale < 0 for scale in scales) or any(
        rows[i][j] != rows[j][i] for i in range(size) for j in range(size)
    ):
        raise NoSuchLaw("no covariance")
    return lower, scales
