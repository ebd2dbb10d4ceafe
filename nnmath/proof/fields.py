"""The exact normal form: an expression as a fraction of polynomials over ℚ.

Generators stand for what is opaque: symbols, members of sequences, exp, log, roots, powers with
symbolic exponents, functions whose definition is not open. A zero of the normal form is an identity
wherever both sides are defined; `definedness` sees to the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from math import isqrt, lcm
from typing import Any, TypeVar

from nnmath.proof import arithmetic
from nnmath.proof.coefficients import (
    LARGEST_EXPONENT,
    OutsideTheKernel,
    bounded,
    is_square,
)
from nnmath.proof.expectations import Averaged
from nnmath.proof.generators import Form, Generator, Polynomial, TooSmall
from nnmath.proof.indexed import Contraction, Entry, Iterated, Kronecker, Repetition, Sum
from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Derivative,
    Divide,
    Element,
    Infinity,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
    as_node,
)
from nnmath.proof.reading_back import LegibleField
from nnmath.proof.renaming import spelled
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.sums import contracted, renamed, repeated_again

Result = TypeVar("Result")

MOST_GENERATORS = 64


def in_field(work: Callable[[Field], Result]) -> Result:
    """Do `work` in a field that is large enough for it.

    Raises:
        OutsideTheKernel: The work needs more than a field may have.
    """
    capacity, fineness = 8, 1
    while capacity <= MOST_GENERATORS and fineness <= LARGEST_EXPONENT:
        try:
            return work(Field(capacity, fineness))
        except TooSmall as need:
            capacity, fineness = need.capacity, need.fineness
    if fineness > LARGEST_EXPONENT:
        raise OutsideTheKernel(f"exponents with denominators above {LARGEST_EXPONENT} together")
    raise OutsideTheKernel(f"more than {MOST_GENERATORS} different opaque parts")


def in_form(node: Node) -> Node:
    """The one spelling of equal expressions."""
    return in_field(lambda field: field.node(field.form(node)))


class Field(LegibleField):
    """A field that reads expressions: what is opaque becomes a generator, the rest arithmetic."""

    def __init__(self, capacity: int = 16, fineness: int = 1) -> None:
        super().__init__(capacity, fineness)
        self._bound: list[Variable] = []

    def form(self, node: Node) -> Form:
        """The normal form of an expression.

        Raises:
            OutsideTheKernel: A node that has no normal form, or too many generators.
        """
        match node:
            case Number(value):
                return self.number(value)
            case Variable(symbol):
                if node in self._bound:
                    return self._generator(Generator("bound", self._level(node)))
                return self._generator(Generator("variable", symbol))
            case Add(parts):
                return arithmetic.total(map(self.form, parts), self._field.zero)
            case Multiply(parts):
                return self._product(map(self.form, parts))
            case Negate(operand):
                return -self.form(operand)
            case Divide(numerator, denominator):
                return arithmetic.over(self.form(numerator), self.form(denominator))
            case Power(base, exponent):
                return self._power(self.form(base), self.form(exponent))
            case Apply(function, arguments):
                return self._apply(function, tuple(self.form(item) for item in arguments))
            case Element(sequence, index):
                return self._generator(Generator("element", (sequence, self.form(index))))
            case Limit(body, variable, point):
                return self._limit(body, variable, point)
            case Entry(tensor, indices):
                key = (tensor, tuple(map(self.form, indices)))
                return self._generator(Generator("entry", key))
            case Kronecker(first, second):
                return self._delta(self.form(first), self.form(second))
            case Iterated():
                return self.form(contracted(node, in_field))
            case Contraction():
                coefficient, found = renamed(node, in_field)
                return arithmetic.times(self.number(coefficient), self._iterated(found))
            case Repetition():
                return self._iterated(repeated_again(node, in_field))
            case Infinity():
                raise OutsideTheKernel("∞ is no number")
            case Derivative(body):
                node = replace(node, body=in_form(body))
            case Averaged():
                node = node.in_form(in_form)
        if any(place in self._bound for place in free_places(node)):
            raise OutsideTheKernel("a derivative, a case or a mean of what a limit binds")
        return self._generator(Generator("opaque", node))

    def is_zero(self, form: Form) -> bool:
        """Whether the form is 0: modulo the squares of its roots, for equal and unequal indices."""
        polynomial = self.reduce(form.numer)
        for generator, delta in self.generators.items():
            place = self._position(delta)
            if generator.kind != "delta" or not any(powers[place] for powers in polynomial):
                continue
            apart = polynomial.evaluate(delta.numer, 0).set_ring(self.ring)
            return self.is_zero(self.fraction(apart)) and self._vanishes_at(polynomial, generator)
        return bool(polynomial == 0)

    def _vanishes_at(self, polynomial: Polynomial, delta: Generator) -> bool:
        """Whether the polynomial is 0 where the indices of the delta are equal."""
        first, second = map(self.node, delta.key)
        here: dict[Node, Node] = {Kronecker(first, second): as_node(1)}
        node = substitute(self.node(self.fraction(polynomial)), here)
        if isinstance(first, Variable):
            node = substitute(node, {first: second})
        elif isinstance(second, Variable):
            node = substitute(node, {second: first})
        return in_field(lambda field: field.is_zero(field.form(node)))

    def _iterated(self, node: Node) -> Form:
        if not isinstance(node, (Contraction, Repetition)):
            return self.form(node)
        kind = "contraction" if isinstance(node, Contraction) else "repetition"
        return self._generator(Generator(kind, (node, self._levels(free_places(node)))))

    def _levels(self, places: Iterable[Node]) -> tuple[tuple[Node, int], ...]:
        """What a limit binds of these: there a letter alone tells nothing."""
        bound = dict.fromkeys(place for place in places if place in self._bound)
        return tuple((place, self._level(place)) for place in bound)

    def _delta(self, first: Form, second: Form) -> Form:
        apart = self.rational(arithmetic.plus(first, -second))
        if apart is not None:
            return self.number(int(apart == 0))
        # δ_ij = δ_ji: the field's own order of the two
        pair = sorted((first, second), key=lambda form: spelled(self.node(form)))
        return self._generator(Generator("delta", tuple(pair)))

    def _level(self, variable: Node) -> int:
        """Which binder has the symbol: the innermost of that name."""
        return max(i for i, bound in enumerate(self._bound) if bound == variable)

    def _apply(self, function: Any, arguments: tuple[Form, ...]) -> Form:
        if function == EXP:
            return self._exponential(arguments[0])
        if function == TANH:
            square = self._exponential(2 * arguments[0])
            return arithmetic.over(square - 1, square + 1)
        if function == LOG:
            return self._logarithm(arguments[0])
        if function == SQRT:
            return self._root(arguments[0])
        if function == ABS and (value := self.rational(arguments[0])) is not None:
            return self.number(abs(value))
        if function == ABS:
            inside = arguments[0] if arguments[0].numer.LC > 0 else -arguments[0]
            return self._square_root_of("abs", inside, inside, arithmetic.power(inside, 2))
        bound = self._levels(map(Variable, function.depends_on))
        return self._generator(Generator("function", (function, arguments, bound)))

    def _limit(self, body: Node, variable: Variable, point: Node) -> Form:
        target = self.form(point)
        self._bound.append(variable)
        try:
            key = (self.form(body), target, len(self._bound))
        finally:
            self._bound.pop()
        return self._generator(Generator("limit", key))

    # exp(Σ cᵢ mᵢ) = Π exp(mᵢ / n)^(cᵢ n), n the field's fineness
    def _exponential(self, exponent: Form) -> Form:
        product = self._field.one
        for coefficient, monomial in self._linear_parts(exponent):
            if self._fineness % coefficient.denominator:
                raise TooSmall(self._capacity, lcm(self._fineness, coefficient.denominator))
            generator = self._generator(Generator("exp", monomial, monomial))
            power = arithmetic.power(generator, bounded(coefficient * self._fineness))
            product = arithmetic.times(product, power)
        return product

    # log ∏ pᵢ^kᵢ = Σ kᵢ log|pᵢ| wherever the left side has a value
    def _logarithm(self, argument: Form) -> Form:
        parts = self._factors(argument)
        logs = (arithmetic.times(self.number(times), self._log(part)) for part, times in parts)
        return arithmetic.total(logs, self._field.zero)

    def _log(self, part: Form) -> Form:
        """log|part| of what is no product in the field."""
        match next((known for known, form in self.generators.items() if form == part), None):
            case Generator("exp", _, exponent):
                return exponent / self._fineness
            case Generator("root", _, radicand):
                return self._logarithm(radicand) / 2
            case Generator("power", (base, exponent)):
                return arithmetic.times(exponent, self._logarithm(base))
            case Generator("repetition", (Repetition(body, index, low, high), ())):
                return self.form(Sum(LOG(body), index, low, high))
        if part in (1, -1):
            return self._field.zero
        # One generator for p and −p, in every field the same of the two
        part = part if self.monic(part)[0] > 0 else -part
        return self._generator(Generator("log", part, part))

    def _root(self, radicand: Form) -> Form:
        value = self.rational(radicand)
        if value is not None and value >= 0 and is_square(value):
            return self.number(Fraction(isqrt(value.numerator), isqrt(value.denominator)))
        return self._square_root_of("root", radicand, radicand, radicand)

    def _power(self, base: Form, exponent: Form) -> Form:
        value = self.rational(exponent)
        if value is not None and value.denominator == 1:
            if value == 0:
                return self._field.one
            if value < 0 and base == 0:
                raise OutsideTheKernel("0 has no negative power")
            return arithmetic.power(base, bounded(value))
        if value == Fraction(1, 2):
            return self._root(base)
        parts = self._linear_parts(exponent)
        if any(part[0].denominator != 1 or not self._is_natural(part[1]) for part in parts):
            return self._generator(Generator("power", (base, exponent), base))
        product = self._field.one
        for coefficient, monomial in parts:
            factor = base if monomial == 1 else self._natural_power(base, monomial)
            power = arithmetic.power(factor, bounded(coefficient))
            product = arithmetic.times(product, power)
        return product

    # (p/q)^t = p^t / q^t and (pq)^t = p^t q^t hold for every natural t, 0⁰ = 1 included
    def _natural_power(self, base: Form, exponent: Form) -> Form:
        return self._product(
            arithmetic.power(self._factor_power(factor, exponent), multiplicity)
            for factor, multiplicity in self._factors(base)
        )

    def _factor_power(self, factor: Form, exponent: Form) -> Form:
        if factor == -1:
            return self._square_root_of("power", (factor, exponent), factor, self._field.one)
        turned = Generator("power", (-factor, exponent), -factor)
        if factor != 0 and turned in self.generators:
            return self._factor_power(self.number(-1), exponent) * self._generator(turned)
        return self._generator(Generator("power", (factor, exponent), factor))
