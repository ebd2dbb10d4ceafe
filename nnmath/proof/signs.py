"""Signs from hypotheses: a polynomial is positive when a certificate says so.

A certificate writes the polynomial as Σ λ · (product of facts), λ ≥ 0, which the field checks
term by term. How the multipliers were found does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations_with_replacement

from nnmath.proof import arithmetic
from nnmath.proof.certificates import Cone, Fact, product
from nnmath.proof.fields import Field
from nnmath.proof.forms import Form
from nnmath.proof.fuel import burn, full_tank
from nnmath.proof.generators import Generator
from nnmath.proof.kind_facts import KindFacts, proportional
from nnmath.proof.nodes import Node, Relation
from nnmath.proof.polynomials import Polynomial

MOST_FACTS_IN_TRIPLES = 7
MOST_COLUMNS = 400


class Facts(KindFacts):
    """What the hypotheses say about signs, in one field.

    Args:
        field: Where the forms live.
        relations: Comparisons that hold.
        squares: Expressions whose squares a certificate may use.
    """

    def __init__(
        self, field: Field, relations: Iterable[Relation] = (), squares: Iterable[Node] = ()
    ) -> None:
        super().__init__(field)
        self._fractions: list[Fact] = []  # as they were given, where there is a denominator
        self._zeros: list[Form] = []
        self._squares = [field.form(node) for node in squares]
        self._cones: dict[tuple[object, ...], tuple[Cone, int]] = {}  # with the steps that it took
        self._paid = set[tuple[object, ...]]()
        # A denominator falls away once its sign is known: such comparisons come last
        for relation in sorted(relations, key=self._has_denominator):
            self._add(relation)

    def copy(self) -> Facts:
        """The same facts in a field of their own, to ask something else.

        They share their cones and what was read, to which nothing is added any more.
        """
        other = Facts(self.field)
        vars(other).update(vars(self), field=self.field.copy())
        other._said, other._paid = self._said.copy(), self._paid.copy()
        return other

    def _has_denominator(self, relation: Relation) -> bool:
        return not self._oriented(relation)[0].denom.is_ground

    def _add(self, relation: Relation) -> None:
        """Take a comparison as given."""
        difference, kind = self._oriented(relation)
        if kind == "=":
            self._zeros.append(difference)
            if not difference.denom.is_ground:
                self._zeros.append(self.field.fraction(difference.numer))
        elif kind == "≠":
            self._nonzeros.append(self.field.reduce(difference.numer))
        else:
            cleared = self._cleared(difference)
            if cleared is None or not difference.denom.is_ground:
                self._fractions.append(Fact(difference, kind == ">"))
            if cleared is not None:
                fact = Fact(self._without_exponentials(cleared), kind == ">")
                if any(self._is_opposite(fact, other) for other in self._facts):
                    self._zeros.append(fact.form)  # u ≥ 0 and −u ≥ 0
                self.take(fact)

    def _is_opposite(self, one: Fact, other: Fact) -> bool:
        return not (one.strict or other.strict) and self.is_multiple(one.form, -other.form)

    def _without_exponentials(self, form: Form) -> Form:
        """Divided by the powers of e that all its terms share, which are positive."""
        for generator, power in self.field.generators.items():
            if generator.kind == "exp":
                place = list(self.field.generators).index(generator)
                shared = min((monomial[place] for monomial in form.numer), default=0)
                form = form / power**shared
        return form

    def settle(self, relation: Relation) -> bool:
        """Whether the facts prove the comparison."""
        difference, kind = self._oriented(relation)
        if kind == "=":
            return self._is_zero(difference)
        if kind == "≠":
            return self._is_apart_from_zero(difference)
        return self.positive(difference, strict=kind == ">")

    def positive(self, form: Form, *, strict: bool = True) -> bool:
        """Whether the form is surely > 0 (≥ 0 where not strict)."""
        if self._certified(form, strict):
            return True
        cleared = self._cleared(form)
        if cleared is not None and cleared != form and self._certified(cleared, strict):
            return True
        if strict and self.nonzero(form) and self._certified(form, False):
            return True
        if self._sign_by_factors(form) in ((1,) if strict else (0, 1)):
            return True
        return self._positive_after_scaling(form, strict)

    def _positive_after_scaling(self, form: Form, strict: bool) -> bool:
        """a · form > 0 with a > 0 gives form > 0."""
        factors = [fact.form for fact in (*self._facts, *self._generator_facts()) if fact.strict]
        return any(
            self._certified(arithmetic.times(form, factor), strict, sizes=(1,))
            for factor in factors
        )

    def nonzero(self, form: Form) -> bool:
        """Whether the form is surely different from 0."""
        polynomial = self.field.reduce(form.numer)
        if polynomial == 0:
            return False
        _, parts = arithmetic.factors(polynomial)
        return all(self._part_is_nonzero(part) for part, _ in parts)

    def _is_apart_from_zero(self, form: Form) -> bool:
        """Whether the form is surely different from 0, by its factors or by its sign as a whole."""
        return self.nonzero(form) or self.positive(form) or self.positive(-form)

    def contradictory(self) -> bool:
        """Whether the facts exclude one another."""
        zero = self.field.number(0)
        if any(fact.strict and self.field.is_zero(fact.form) for fact in self._facts):
            return True
        if self._certified(zero, True):
            return True
        return any(self._is_zero(self.field.fraction(part)) for part in self._nonzeros)

    def _oriented(self, relation: Relation) -> tuple[Form, str]:
        """Left − right, turned so that the comparison is one of =, ≠, >, ≥ with 0."""
        difference = arithmetic.plus(
            self.field.form(relation.left), -self.field.form(relation.right)
        )
        if relation.kind in "<≤":
            return -difference, ">" if relation.kind == "<" else "≥"
        return difference, relation.kind

    def _cleared(self, form: Form) -> Form | None:
        """The form times its denominator, where the denominator's sign is known."""
        if form.denom.is_ground:
            return form
        sign = self._sign_by_factors(self.field.fraction(form.denom))
        if sign == 1:
            return self.field.fraction(form.numer)
        if self._sign_by_factors(self.field.fraction(-form.denom)) == 1:
            return self.field.fraction(-form.numer)
        return None

    def _is_zero(self, form: Form) -> bool:
        if self.field.is_zero(form):
            return True
        form = self.field.fraction(form.numer)
        if not self._zeros and not self._facts and not self._fractions:
            return False
        return self._certified(form, False) and self._certified(-form, False)

    def _sign_by_factors(self, form: Form) -> int | None:
        """1: positive, 0: not negative, None: unknown or negative."""
        if form == 0:
            return 0
        sign, strict = 1, True
        for polynomial in (form.numer, form.denom):
            content, parts = arithmetic.factors(polynomial)
            sign = sign if content > 0 else -sign
            for part, multiplicity in parts:
                known = self._part_sign(part, even=multiplicity % 2 == 0)
                if known is None:
                    return None
                sign, strict = sign * known[0], strict and known[1]
        return None if sign < 0 else int(strict)

    def _part_sign(self, part: Polynomial, *, even: bool) -> tuple[int, bool] | None:
        """The sign of a factor, and whether it is surely not 0."""
        if even:
            return 1, self._part_is_nonzero(part)
        for sign in (1, -1):
            form = self.field.fraction(part * sign)
            if self._certified(form, True, sizes=(1, 2)):
                return sign, True
            if self._certified(form, False, sizes=(1, 2)):
                return sign, self._part_is_nonzero(part)
        return None

    def _part_is_nonzero(self, part: Polynomial) -> bool:
        if any(proportional(part, known) for known in self._nonzeros):
            return True
        if any(self._certified(self.field.fraction(p), True, (1, 2)) for p in (part, -part)):
            return True
        return any(
            self._generator_is_nonzero(generator)
            for generator, form in self.field.generators.items()
            if form.numer == part
        )

    def _generator_is_nonzero(self, generator: Generator) -> bool:
        if generator.kind in ("abs", "root", "power"):
            return self._is_apart_from_zero(generator.argument)
        return generator.kind == "exp"

    def _certified(self, form: Form, strict: bool, sizes: tuple[int, ...] = (1, 2, 3)) -> bool:
        value = self.field.rational(form)
        if value is not None and (value > 0 or (value == 0 and not strict)):
            return True
        if self._is_fact(form, strict):
            return True
        near = self._connected(form)
        return any(self._cone(size, near).certifies(form, strict) for size in sizes)

    def _cone(self, size: int, near: frozenset[int]) -> Cone:
        """Of products of up to `size` facts, made again only when more is known."""
        known = (self._facts, self._fractions, self._zeros, self._nonzeros)
        key = (size, near, *(len(each) for each in known), *self.field.generators)
        if key not in self._cones:
            with full_tank() as tank:
                cone = Cone(self.field.copy(), self._columns(size, near))
                self._cones[key] = cone, tank.burnt
        cone, steps = self._cones[key]
        if key not in self._paid:
            self._paid.add(key)
            burn(steps)
        return cone

    def _connected(self, form: Form) -> frozenset[int]:
        """The generators that facts link with those of the form: no others can help to make it up.

        Of a number all are: it follows from facts that exclude one another.
        """
        near = _generators_of(form)
        if not near:
            return frozenset(range(len(self.field.generators)))
        given = (*(fact.form for fact in (*self._facts, *self._fractions)), *self._zeros)
        waiting = [_generators_of(each) for each in given]
        while linked := [each for each in waiting if each & near]:
            waiting = [each for each in waiting if not each & near]
            near = near.union(*linked)
        return near

    def _is_fact(self, form: Form, strict: bool) -> bool:
        """Whether the form is a positive multiple of one fact."""
        return any(
            fact.form.denom == form.denom
            and proportional(form.numer, fact.form.numer, positive=True)
            for fact in (*self._facts, *self._generator_facts())
            if fact.strict or not strict
        )

    def _columns(self, size: int, near: frozenset[int]) -> list[Fact]:
        """Products of up to `size` facts, squares, and multiples of what is 0."""
        given = (*self._facts, *self._generator_facts())
        single = [fact for fact in given if near.issuperset(_generators_of(fact.form))]
        if size == 3 and len(single) > MOST_FACTS_IN_TRIPLES:
            return []
        one = self.field.number(1)
        columns = [Fact(one, True), *single, *self._fractions]
        for count in range(2, size + 1):
            columns += map(product, combinations_with_replacement(single, count))
        generators = [
            form for place, form in enumerate(self.field.generators.values()) if place in near
        ]
        if size > 1:
            squares = [
                Fact(arithmetic.power(root, 2), False) for root in (*self._squares, *generators)
            ]
            columns += squares
            columns += [product((fact, square)) for fact in single for square in squares]
        factors = [one, *generators, *(fact.form for fact in single)]
        for zero in self._zeros:
            for factor in factors if size > 1 else factors[:1]:
                multiple = arithmetic.times(zero, factor)
                columns += [Fact(multiple, False), Fact(-multiple, False)]
        return list(dict.fromkeys(c for c in columns if c.form != 0))[:MOST_COLUMNS]


def _generators_of(form: Form) -> frozenset[int]:
    degrees = zip(form.numer.degrees(), form.denom.degrees(), strict=True)
    return frozenset(place for place, pair in enumerate(degrees) if max(pair) > 0)
