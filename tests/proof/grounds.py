"""Values of expressions by plain arithmetic: sums term by term, matrices as arrays, slopes by small
steps. A second opinion: nothing of the kernel is used, definitions are read as the book has them.

What nobody gave a value is drawn once asked for, the same every time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product
from math import prod
from random import Random as Chance

import numpy as np
from mpmath import mp, mpf

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof import indexed, nodes
from nnmath.proof.expectations import Averaged, Covariance, Expectation, Variance
from nnmath.proof.indexed import Entry, Kronecker, Tensor
from nnmath.proof.nodes import Apply, Function, Node, Number, Relation, Variable
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.special import Constant
from nnmath.proof.statements import And, Chain, Or, Recurrence
from tests.proof import chances
from tests.proof.arrays import array, as_array
from tests.proof.digits import (
    ONE,
    STEP,
    ZERO,
    Value,
    any_polynomial,
    compared,
    elementary,
    nonzero,
    number,
    power,
    slope,
    whole,
)
from tests.proof.members import member
from tests.proof.opened import Meaning
from tests.proof.sampler import NoValue, TooClose

Key = tuple[Symbol, tuple[int, ...]]
NUMBERS = tuple(map(Fraction, ("1", "-1", "2", "1/2", "3/5", "-2/3", "5", "7/5", "1/3", "-3/2")))
MOST_TERMS = 400


@dataclass
class Ground:
    """Numbers for all that has no formula.

    Args:
        meanings: What is defined.
        seed: Of whatever is drawn.
        ranges: Between which numbers a symbol is drawn, where hypotheses say so.
        rules: How sequences go on.
        laws: What is random.
        fixed: Values that are not drawn.
        touched: What was asked for so far.
    """

    meanings: Mapping[Symbol, Meaning]
    seed: int
    ranges: Mapping[Symbol, tuple[Fraction | None, Fraction | None]] = field(default_factory=dict)
    rules: Mapping[Symbol, Recurrence] = field(default_factory=dict)
    laws: tuple[object, ...] = ()
    fixed: dict[Key, Value] = field(default_factory=dict)
    touched: dict[Key, None] = field(default_factory=dict)

    def where(self, changes: Mapping[Key, Value]) -> Ground:
        """The same but for some values."""
        return replace(self, fixed={**self.fixed, **changes})

    def bound(self, variable: Node, value: Value) -> Ground:
        """The same with a value for a variable."""
        assert isinstance(variable, Variable)
        return self.where({(variable.symbol, ()): value})

    # What has no formula

    def given(self, symbol: Symbol, at: tuple[int, ...] = ()) -> Value:
        """The value of a symbol, or of its entry at some place."""
        key = (symbol, at)
        self.touched[key] = None
        if key not in self.fixed:
            self.fixed[key] = self._drawn(symbol, at)
        return number(self.fixed[key])

    def _drawn(self, symbol: Symbol, at: tuple[int, ...]) -> Fraction:
        chance = Chance(f"{self.seed} {symbol.id} {at}")
        if symbol.sort is Sort.INDEX and symbol.size is not None:
            return Fraction(chance.randint(1, int(self.given(symbol.size))))
        if symbol.sort is Sort.NATURAL:
            return Fraction(chance.randrange(5))
        if symbol.sort is Sort.COUNT:
            return Fraction(chance.choice((1, 2, 2, 3, 3, 4)))
        low, high = self.ranges.get(symbol, (None, None))
        share = Fraction(chance.choice((0, 1, 2, 3, 5, 6, 7, 8, 9, 10)), 10)
        if low is not None and high is not None:
            return low + share * (high - low)
        drawn = chance.choice((*NUMBERS, Fraction(chance.randint(-30, 30), 11)))
        if low is not None:
            return low + abs(drawn)
        return high - abs(drawn) if high is not None else drawn

    def size(self, symbol: Symbol) -> int:
        """How many there are."""
        return int(self.given(symbol))

    # Expressions

    def value(self, node: Node) -> Value:
        """The value of an expression.

        Raises:
            NoValue: It has none.
            TooClose: These digits, or this many terms, do not tell.
        """
        match node:
            case Number(exact):
                return number(exact)
            case Constant():
                return +mp.pi
            case Variable(symbol):
                return self.given(symbol)
            case nodes.Add(terms):
                return sum((self.value(term) for term in terms[1:]), self.value(terms[0]))
            case nodes.Multiply(factors):
                return prod((self.value(factor) for factor in factors), start=ONE)
            case nodes.Negate(operand):
                return -self.value(operand)
            case nodes.Divide(top, bottom):
                return self.value(top) / nonzero(self.value(bottom))
            case nodes.Power(base, exponent):
                return power(self.value(base), self.value(exponent))
            case Apply(function, arguments):
                return self._applied(function, [self.value(each) for each in arguments])
            case Piecewise(values, conditions):
                met = [self.meets(condition) for condition in conditions]
                if met.count(True) != 1:
                    raise NoValue
                return self.value(values[met.index(True)])
            case Entry(tensor, indices):
                return self.entry(tensor, tuple(whole(self.value(each)) for each in indices))
            case Kronecker(first, second):
                return mpf(whole(self.value(first)) == whole(self.value(second)))
            case indexed.Iterated():
                return self._iterated(node)
            case indexed.Integral(body, index, low, high):
                ends = [number(self.value(low)), number(self.value(high))]
                return mp.quad(lambda at: number(self.bound(index, at).value(body)), ends)
            case nodes.Element(symbol, index):
                return member(self, symbol, whole(self.value(index)))
            case nodes.Derivative(body, variable):
                return self.slope_of(body, self.key(variable), self.value(variable))
            case nodes.Limit(body, variable, point):
                return number(self.bound(variable, self.value(point) + STEP).value(body))
            case Averaged():
                return self._mean(node)
        return array(self, node)

    def entry(self, tensor: Tensor, at: tuple[int, ...]) -> Value:
        """An entry: given, or from its definition, or from what it is computed from."""
        symbol, meaning = tensor.symbol, self.meanings.get(tensor.symbol)
        if any(
            not 1 <= i <= self.size(s)
            for i, s in zip(at, symbol.shape, strict=True)
            if s.sort is Sort.COUNT
        ):
            raise NoValue
        if (symbol, at) in self.fixed or (meaning is None and not tensor.sources):
            return self.given(symbol, at)
        if meaning is None:
            return self._made_up(tensor, at)
        if meaning.parameters is None:
            return self._entry_of(self.value(meaning.body), at)
        places = {p.symbol: i for p, i in zip(meaning.parameters, at, strict=True)}  # type: ignore[attr-defined]
        return self.where({(s, ()): Fraction(i) for s, i in places.items()}).value(meaning.body)

    def _entry_of(self, array: Value, at: tuple[int, ...]) -> Value:
        if not isinstance(array, np.ndarray):
            return array
        row, column = (*at, 1, 1)[:2]
        return array[row - 1, column - 1]

    def _made_up(self, tensor: Tensor, at: tuple[int, ...]) -> Value:
        """Some smooth expression in all that it is computed from."""
        chance = Chance(f"{self.seed} {tensor.symbol.id} {at} sources")
        found = ZERO
        for source in tensor.sources:
            places: Iterable[tuple[int, ...]] = ((),)
            if isinstance(source, Tensor):
                places = self.places(source)
            for place in places:
                x = self.entry(source, place) if isinstance(source, Tensor) else self.value(source)
                a, b = (mpf(chance.randint(1, 9)) / 7 for _ in range(2))
                found += chance.choice((1, -1)) * a * x + b * x * x
        return found

    def places(self, tensor: Tensor) -> list[tuple[int, ...]]:
        """Where a tensor has entries."""
        return list(product(*(range(1, self.size(size) + 1) for size in tensor.symbol.shape)))

    def _iterated(self, node: indexed.Iterated) -> Value:
        low, high = whole(self.value(node.low)), whole(self.value(node.high))
        if high < low - 1:
            raise NoValue
        if high - low > MOST_TERMS:
            raise TooClose
        values = [
            self.bound(node.index, Fraction(i)).value(node.body) for i in range(low, high + 1)
        ]
        if isinstance(node, indexed.Product):
            return prod(values, start=ONE)
        return sum(values[1:], values[0]) if values else ZERO

    def _applied(self, function: Function, values: list[Value]) -> Value:
        if isinstance(values[0], np.ndarray):
            return np.vectorize(lambda at: self._applied(function, [at]), otypes=[object])(
                values[0]
            )
        if function.primes:
            lower = replace(function, primes=function.primes - 1)
            return slope(lambda at: self._applied(lower, [at]), values[0])
        if function.elementary:
            return elementary(function.symbol.id, values[0])
        meaning = self.meanings.get(function.symbol)
        if meaning is None:
            return any_polynomial(f"{self.seed} {function.symbol.id}", values[0])
        assert meaning.parameters is not None
        here = self
        for parameter, value in zip(meaning.parameters, values, strict=True):
            here = here.bound(parameter, value)
        return here.value(meaning.body)

    def key(self, variable: Node) -> Key:
        if isinstance(variable, Entry):
            return variable.tensor.symbol, tuple(whole(self.value(i)) for i in variable.indices)
        if isinstance(variable, nodes.Element):
            return variable.sequence, (whole(self.value(variable.index)),)
        assert isinstance(variable, Variable)
        return variable.symbol, ()

    def slope_of(self, body: Node, key: Key, at: Value) -> Value:
        return slope(lambda here: self.where({key: here}).value(body), at)

    def _mean(self, node: Averaged) -> Value:
        outcomes = chances.joint(self, node.over)

        def mean(of: Callable[[Ground], Value]) -> Value:
            return sum((number(share) * of(self.where(values)) for share, values in outcomes), ZERO)

        match node:
            case Expectation(body):
                return mean(lambda here: here.value(body))
            case Variance(body):
                middle = mean(lambda here: here.value(body))
                return mean(lambda here: (here.value(body) - middle) ** 2)
            case Covariance(first, second):
                one, other = (mean(lambda here, e=e: here.value(e)) for e in (first, second))  # type: ignore[misc]
                return mean(lambda here: (here.value(first) - one) * (here.value(second) - other))
        raise TypeError(node)

    # Comparisons

    def meets(self, condition: object) -> bool:
        """Whether a comparison of numbers or arrays holds, or several together.

        Raises:
            NoValue: A side has no value.
            TooClose: These digits do not tell.
        """
        match condition:
            case Relation(left, kind, right):
                one, other = np.broadcast_arrays(*(as_array(self.value(e)) for e in (left, right)))
                pairs = zip(one.flat, other.flat, strict=True)
                return all(compared(a, kind, b) for a, b in pairs)
            case Chain():
                return all(self.meets(part) for part in condition.relations)
            case And(parts):
                return all(self.meets(part) for part in parts)
            case Or(parts):
                return any(self.meets(part) for part in parts)
        raise TypeError(condition)
