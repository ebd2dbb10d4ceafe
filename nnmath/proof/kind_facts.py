"""What opaque parts say about signs by their kind alone: e^x > 0, √x ≥ 0, a natural t ≥ 0."""

from __future__ import annotations

from fractions import Fraction

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof import arithmetic
from nnmath.proof.certificates import Fact
from nnmath.proof.fields import Field
from nnmath.proof.forms import Form
from nnmath.proof.generators import Generator
from nnmath.proof.polynomials import Polynomial

Sign = tuple[int, bool]  # 1 or −1, and whether it is surely not 0


class KindFacts:
    """Facts in one field, and what its generators add to them.

    Only facts themselves are asked here, not certificates, so that the search ends.
    """

    def __init__(self, field: Field) -> None:
        self.field = field
        self._facts: list[Fact] = []  # polynomials
        self._nonzeros: list[Polynomial] = []
        self._said: dict[tuple[Generator, int, int], list[Fact]] = {}

    def take(self, fact: Fact) -> None:
        """Take a polynomial's sign as given."""
        self._facts.append(fact)
        if fact.strict and fact.form != 0:
            self.field.assume_positive(fact.polynomial)

    def _generator_facts(self) -> list[Fact]:
        found = []
        for generator, form in self.field.generators.items():
            known = len(self._facts) + len(self._nonzeros)
            key = (generator, known, len(self.field.generators))
            if key not in self._said:
                self._said[key] = self._kind_facts(generator, form)
            found.extend(self._said[key])
        return found

    def _kind_facts(self, generator: Generator, form: Form) -> list[Fact]:
        match generator.kind:
            case "exp":
                return [Fact(form, True), *_same_sign(form - 1, self._sign(generator.argument))]
            case "log":
                return self._log_facts(generator.argument, form)
            case "erf":
                bounds = [Fact(1 - form, True), Fact(1 + form, True)]
                return [*bounds, *_same_sign(form, self._sign(generator.argument))]
            case "cos":
                return [Fact(1 - form, False), Fact(1 + form, False)]
            case "constant":
                # Archimedes: 3 10/71 < π < 3 1/7
                low, high = map(self.field.number, (Fraction(223, 71), Fraction(22, 7)))
                return [Fact(form, True), Fact(form - low, True), Fact(high - form, True)]
            case "root" | "abs":
                return [Fact(form, self._is_known_nonzero(generator.argument))]
            case "power":
                return self._power_facts(generator, form)
        return self._range_facts(generator.key, form) if is_whole(generator) else []

    def _log_facts(self, argument: Form, form: Form) -> list[Fact]:
        """log|u| has the sign of |u| − 1, and log|u| − m that of |u| − e^m."""
        found = self._compared(argument, self.field.number(1), form)
        for generator, power in self.field.generators.items():
            if generator.kind == "exp":
                whole = self.field.whole(power)
                found += self._compared(argument, whole, form - generator.argument)
        return found

    def _compared(self, argument: Form, other: Form, difference: Form) -> list[Fact]:
        """What the sign of |argument| − other > 0 says of the difference of their logarithms."""
        for sign in (1, -1):
            above = self._sign(sign * argument - other)
            if above is not None and above[0] > 0:
                return _same_sign(difference, above)
        known = self._factor_sign(argument.numer)
        return (
            [] if known is None else _same_sign(difference, self._sign(known[0] * argument - other))
        )

    def _sign(self, form: Form) -> Sign | None:
        """The sign of a product of what is among the facts."""
        if form == 0:
            return None
        sign, strict = 1, True
        for polynomial in (form.numer, form.denom):
            content, parts = arithmetic.factors(polynomial)
            sign = sign if content > 0 else -sign
            for part, multiplicity in parts:
                known = self._factor_sign(part)
                if known is None:
                    return None
                sign *= known[0] ** multiplicity
                strict = strict and known[1]
        return sign, strict

    def _factor_sign(self, part: Polynomial) -> Sign | None:
        for sign in (1, -1):
            if self.field.is_surely_positive(part * sign):
                return sign, True
        for fact in self._facts:
            top, bottom = fact.form.numer, fact.form.denom
            if proportional(part, top):
                return (1 if part.LC * top.LC * bottom.LC > 0 else -1), fact.strict
        return None

    def _range_facts(self, symbol: Symbol, form: Form) -> list[Fact]:
        """What the sort of a whole number says: n ≥ 0, N ≥ 1, 1 ≤ i ≤ N."""
        if symbol.sort is Sort.NATURAL:
            return [Fact(form, False)]
        found = [Fact(form, True), Fact(form - 1, False)]
        size = self.field.generators.get(Generator("variable", symbol.size))
        return found if size is None else [*found, Fact(size - form, False)]

    def _is_known_nonzero(self, form: Form) -> bool:
        part = form.numer
        if self.field.is_surely_positive(part):
            return True
        known = (*self._nonzeros, *(fact.form.numer for fact in self._facts if fact.strict))
        return any(proportional(part, other) for other in known)

    def _power_facts(self, generator: Generator, form: Form) -> list[Fact]:
        """A natural power of a positive base is positive; r^n < 1 where 0 ≤ r < 1 and n ≥ 1."""
        base, exponent = generator.key
        value = self.field.rational(base)
        if value is not None:
            return [Fact(form, value > 0)] if value >= 0 else []
        for other, own in self.field.generators.items():
            if base == own and other.kind in ("abs", "root"):
                return [Fact(form, self._is_known_nonzero(other.argument))]
        for fact in self._facts:
            if base.denom == 1 and self.is_multiple(base, fact.form):
                short = any(f.strict and self.is_multiple(1 - base, f.form) for f in self._facts)
                below = self._below_one(form, exponent) if short else []
                return [Fact(form, fact.strict), *below]
        return []

    def _below_one(self, power: Form, exponent: Form) -> list[Fact]:
        return [Fact(1 - power, True)] if self._is_at_least_one(exponent) else []

    def _is_at_least_one(self, exponent: Form) -> bool:
        """Whether it is a whole symbol that is surely not 0."""
        for generator, own in self.field.generators.items():
            if exponent == own and is_whole(generator):
                return generator.key.sort is not Sort.NATURAL or any(
                    self.is_multiple(own - 1, fact.form)
                    or (fact.strict and self.is_multiple(own, fact.form))
                    for fact in self._facts
                )
        return False

    def is_multiple(self, form: Form, other: Form) -> bool:
        """Whether the form is the other times a positive number."""
        ratio = self.field.rational(form / other) if other != 0 else None
        return ratio is not None and ratio > 0


def _same_sign(form: Form, sign: Sign | None) -> list[Fact]:
    return [] if sign is None else [Fact(form * sign[0], sign[1])]


def is_whole(generator: Generator) -> bool:
    """Whether it is a symbol for a whole number."""
    return isinstance(generator.key, Symbol) and generator.key.sort.is_whole


def proportional(first: Polynomial, second: Polynomial, *, positive: bool = False) -> bool:
    """Whether one polynomial is a multiple of the other by a number, a positive one if asked."""
    if len(first) != len(second) or first == 0:
        return False
    ratio = first.LC / second.LC
    return bool(first == second * ratio) and (not positive or ratio > 0)
