"""Whether a statement of the theory holds in a world of numbers: sequences are run by hand there.

A second opinion on mutants. Sequences are iterated with fractions, limits are looked at far out;
E and Q and their slopes are those of the reference. Nothing of the kernel is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from nnmath.notation.symbol import Sort
from nnmath.proof.nodes import (
    INFINITY,
    Apply,
    Derivative,
    Element,
    Limit,
    Node,
    Number,
    Relation,
    Variable,
)
from nnmath.proof.statements import (
    And,
    Chain,
    ForAll,
    Hypothesis,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Statement,
    Tends,
)
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import children, walk, with_children
from nnmath.theory.vocabulary import W_, a, c, d, eta
from tests.proof import sampler
from tests.reference import gradient_descent as reference

NUMBERS = tuple(
    map(Fraction, ("1", "-1", "2", "1/2", "3/5", "4/5", "-2/3", "0", "5", "7/5", "1/3"))
)
RATES = tuple(map(Fraction, ("1/2", "1", "0.001")))
STARTS = tuple(map(Fraction, ("1", "-2/3", "5")))
FAR, NEAR, LARGE = 300, Fraction(1, 1000), 1000
TINY = Fraction(1, 10**60)


@dataclass
class World:
    """Numbers for the symbols, and the rules by which sequences go on."""

    values: dict[Variable, Fraction]
    start: Fraction
    rules: tuple[Recurrence, ...] = ()
    members: dict[int, Fraction] = field(default_factory=dict)

    def member(self, index: int) -> Fraction:
        """W_index."""
        if index not in self.members:
            if index == 0:
                self.members[0] = self.start
            elif not self.rules:
                self.members[index] = Fraction(7 * index * index + 3, 5 + index)
            else:
                (rule,) = self.rules
                here = World(
                    {**self.values, rule.index: Fraction(index - 1)}, self.start, self.rules
                )
                here.members = self.members
                self.member(index - 1)
                self.members[index] = here.number(rule.following)
        return self.members[index]

    def number(self, node: Node) -> Fraction:
        """The exact value.

        Raises:
            sampler.NoValue: There is none.
        """
        found = sampler.exact(self.grounded(node), self.values)
        if found is None:
            raise sampler.TooClose
        return found

    def grounded(self, node: Node) -> Node:
        """The expression with every sequence, loss and limit as a number."""
        if isinstance(node, Limit):
            point = self.number(node.point)
            # The mean of both sides: what is linear near the point comes out exactly
            right, left = (
                self.with_value(node.variable, point + step).number(node.body)
                for step in (TINY, -TINY)
            )
            return Number((right + left) / 2)
        if isinstance(node, Derivative):
            ahead, behind = (
                self.with_value(node.variable, self.values[node.variable] + step).number(node.body)
                for step in (TINY, -TINY)
            )
            return Number((ahead - behind) / (2 * TINY))
        if isinstance(node, Element):
            index = self.number(node.index)
            if index.denominator != 1 or index < 0:
                raise sampler.NoValue
            return Number(self.member(int(index)))
        parts = tuple(self.grounded(part) for part in children(node))
        node = with_children(node, parts) if parts else node
        if isinstance(node, Apply) and not node.function.elementary:
            return Number(self._loss(node))
        return node

    def _loss(self, node: Apply) -> Fraction:
        weight = self.number(node.arguments[0])
        curve, middle, least = (self.values.get(each, Fraction(1)) for each in (a, c, d))
        match node.function.symbol.id, node.function.primes:
            case "loss", 0:
                return reference.worked_example_loss(weight)
            case "loss", 1:
                return reference.worked_example_slope(weight)
            case "quadratic-loss", 0:
                return reference.quadratic_loss(weight, curve, middle, least)
            case "quadratic-loss", 1:
                return reference.quadratic_slope(weight, curve, middle)
        raise sampler.TooClose

    def with_value(self, variable: Variable, value: Fraction) -> World:
        """The same world but for one symbol."""
        return World({**self.values, variable: value}, self.start, self.rules)

    def holds(self, statement: Statement) -> bool:
        """Whether it holds here, as far as one can see.

        Raises:
            sampler.NoValue: Something in it has no value here.
        """
        match statement:
            case Relation(left, kind, right):
                sides = Relation(self.grounded(left), kind, self.grounded(right))
                return sampler.holds(sides, self.values) is not False
            case Chain():
                return all(self.holds(part) for part in statement.relations)
            case And(parts):
                return all(self.holds(part) for part in parts)
            case Or(parts):
                return any(self.holds(part) for part in parts)
            case Not(inner):
                return not self.holds(inner)
            case Implies(first, second):
                return not self.holds(first) or self.holds(second)
            case Iff(first, second):
                return self.holds(first) == self.holds(second)
            case ForAll(Element(), inner):
                return all(World(self.values, start, self.rules).holds(inner) for start in STARTS)
            case ForAll(Variable() as bound, inner):
                return all(self.with_value(bound, value).holds(inner) for value in _range(bound))
            case Tends(body, index, limit):
                far = self.with_value(index, Fraction(FAR)).number(body)
                if limit == INFINITY:
                    return far > LARGE
                return abs(far - self.number(limit)) < NEAR
        raise TypeError(statement)


def _range(variable: Variable) -> Iterable[Fraction]:
    natural = variable.symbol.sort is Sort.NATURAL
    return map(Fraction, range(7)) if natural else NUMBERS


def worlds(
    statements: Iterable[Hypothesis], given: Iterable[Hypothesis], seed: int, count: int = 600
) -> Iterator[World]:
    """Worlds where all that is given holds; numbers that meet equations are among those tried."""
    given, statements = tuple(given), tuple(statements)
    rules = tuple(each for each in given if isinstance(each, Recurrence))
    nodes = [part for s in (*statements, *given) for e in expressions(s) for part in walk(e)]
    symbols = sorted(
        {node for node in nodes if isinstance(node, Variable)} | {a, c, d},
        key=lambda each: each.symbol.id,
    )
    # With so small a rate, a limit is nowhere near at the index that is looked at
    slow = not any(isinstance(part, Tends) for each in (*statements, *given) for part in _all(each))
    rng = Random(seed)
    for i in range(count):
        values = {symbol: _draw(symbol, rng) for symbol in symbols}
        if i % 3 == 0 and values[a]:
            values[eta] = rng.choice((1 / (2 * values[a]), 1 / (3 * values[a])))
        elif i % 3 == 1:
            values[eta] = rng.choice(RATES if slow else RATES[:2])
        world = World(values, rng.choice(STARTS), rules)
        try:
            met = all(world.holds(each) for each in given if not isinstance(each, Recurrence))
        except (sampler.NoValue, sampler.TooClose):
            continue
        if met:
            yield world


def _all(statement: Hypothesis) -> Iterator[Hypothesis]:
    yield statement
    for name in ("parts", "left", "right", "premise", "conclusion", "statement"):
        inner = getattr(statement, name, ())
        for part in inner if isinstance(inner, tuple) else (inner,):
            if not isinstance(part, Node):
                yield from _all(part)


def _draw(symbol: Variable, rng: Random) -> Fraction:
    if symbol.symbol.sort is Sort.NATURAL:
        return Fraction(rng.randrange(7))
    return rng.choice(NUMBERS) if rng.random() < 0.7 else Fraction(rng.randint(-50, 50), 11)


assert W_.symbol.id == "weight-sequence", "the only sequence that a world knows"
