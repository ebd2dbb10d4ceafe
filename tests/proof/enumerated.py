"""Means by plain enumeration, in floating point: quick enough for thousands of random ones.

A second opinion: nothing of the kernel is used. What nobody gave a value is taken from a ground.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import exp, isclose, prod, sqrt, tanh

from nnmath.notation.symbol import Symbol
from nnmath.proof import indexed, nodes
from nnmath.proof.expectations import Averaged, Covariance, Expectation, Variance
from nnmath.proof.nodes import ABS, EXP, SQRT, TANH, Apply, Function, Node, Number, Variable
from tests.proof.chances import joint
from tests.proof.grounds import Ground, Key
from tests.proof.sampler import NoValue, TooClose

Values = Mapping["Key", float]
Outcomes = list[tuple[float, dict["Key", float]]]
ELEMENTARY: Mapping[Function, Callable[[float], float]] = {
    ABS: abs, EXP: exp, SQRT: sqrt, TANH: tanh,
}  # fmt: skip
MOST_TERMS, SAME = 4000, 1e-8
# Gauss's rule on [−1, 1], exact up to degree 5
GAUSS = ((5 / 9, -sqrt(3 / 5)), (8 / 9, 0.0), (5 / 9, sqrt(3 / 5)))


@dataclass
class World:
    """A ground's numbers and laws.

    Args:
        ground: Where they come from.
        outcomes: Of what has been averaged over so far.
        terms: How many have been added up.
    """

    ground: Ground
    outcomes: dict[tuple[Symbol, ...], Outcomes] = field(default_factory=dict)
    terms: int = 0

    def same(self, left: Node, right: Node) -> bool:
        """Whether two expressions have the same value here.

        Raises:
            TooClose: There is too much to add up.
        """
        self.terms = 0
        try:
            one, other = self.value(left, {}), self.value(right, {})
        except (NoValue, ZeroDivisionError):
            return False
        return isclose(one, other, rel_tol=SAME, abs_tol=SAME)

    def value(self, node: Node, at: Values) -> float:
        """The value of an expression where some places have these values."""
        match node:
            case Number(exact):
                return float(exact)
            case Variable(symbol):
                return self._given((symbol, ()), at)
            case indexed.Entry(tensor, indices):
                place = tuple(round(self.value(index, at)) for index in indices)
                sizes = (self._given((size, ()), at) for size in tensor.symbol.shape)
                if not all(1 <= i <= size for i, size in zip(place, sizes, strict=True)):
                    raise NoValue
                return self._given((tensor.symbol, place), at)
            case nodes.Add(parts):
                return sum(self.value(part, at) for part in parts)
            case nodes.Multiply(parts):
                return prod(self.value(part, at) for part in parts)
            case nodes.Negate(inner):
                return -self.value(inner, at)
            case nodes.Divide(top, bottom):
                return self.value(top, at) / self.value(bottom, at)
            case nodes.Power(base, Number(exponent)):
                return self.value(base, at) ** int(exponent)
            case Apply(function, (argument,)):
                return ELEMENTARY[function](self.value(argument, at))
            case indexed.Kronecker(first, second):
                return float(self.value(first, at) == self.value(second, at))
            case indexed.Sum(body, index, low, high):
                ends = (round(self.value(end, at)) for end in (low, high))
                steps = range(next(ends), next(ends) + 1)
                key = (index.symbol, ())
                return sum(self.value(body, {**at, key: float(step)}) for step in steps)
            case indexed.Integral(body, index, low, high):
                ends = (self.value(end, at) for end in (low, high))
                return self._integral(body, (index.symbol, ()), *ends, at)
            case Averaged():
                return self._mean(node, at)
        raise TypeError(node)

    def _given(self, key: Key, at: Values) -> float:
        return at[key] if key in at else float(self.ground.given(*key))

    def _integral(self, body: Node, key: Key, low: float, high: float, at: Values) -> float:
        middle, half = (low + high) / 2, (high - low) / 2
        return half * sum(
            weight * self.value(body, {**at, key: middle + half * step}) for weight, step in GAUSS
        )

    def _mean(self, node: Averaged, at: Values) -> float:
        if node.over not in self.outcomes:
            self.outcomes[node.over] = [
                (float(share), {key: float(value) for key, value in values.items()})
                for share, values in joint(self.ground, node.over)
            ]
        outcomes = self.outcomes[node.over]

        def mean(of: Callable[[Values], float]) -> float:
            self.terms += len(outcomes)
            if self.terms > MOST_TERMS:
                raise TooClose
            return sum(share * of({**at, **values}) for share, values in outcomes)

        def average(body: Node) -> float:
            return mean(lambda here: self.value(body, here))

        match node:
            case Expectation(body):
                return average(body)
            case Variance(body):
                middle = average(body)
                return mean(lambda here: (self.value(body, here) - middle) ** 2)
            case Covariance(first, second):
                one, other = average(first), average(second)
                return mean(
                    lambda here: (
                        (self.value(first, here) - one) * (self.value(second, here) - other)
                    )
                )
        raise TypeError(node)
