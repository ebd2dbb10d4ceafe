"""Polynomials and forms beside plain fractions at points; a form is one spelling of its value."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest
from flint import fmpq
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nnmath.notation.symbols import WEIGHT
from nnmath.proof import arithmetic
from nnmath.proof.coefficients import fraction
from nnmath.proof.forms import Form, over_one, reduced
from nnmath.proof.nodes import Number, Variable
from nnmath.proof.polynomials import Monomial, Polynomial, ring

THREE = ring(3)
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
PLACES = [tuple(map(Fraction, at)) for at in product((-2, Fraction(1, 3), 5), repeat=3)]
numbers = st.fractions(-3, 3, max_denominator=4)
coefficients = st.dictionaries(st.tuples(*[st.integers(0, 2)] * 3), numbers, max_size=3)


def written(terms: Mapping[Monomial, Fraction]) -> Polynomial:
    """A polynomial from its terms."""
    found = THREE.zero
    for powers, number in terms.items():
        found = found + THREE.term(powers, fmpq(number.numerator, number.denominator))
    return found


polynomials = st.builds(written, coefficients)


def at(polynomial: Polynomial, place: tuple[Fraction, ...]) -> Fraction:
    """The value, by plain fractions."""
    total = Fraction(0)
    for powers, coefficient in polynomial.terms():
        term = fraction(coefficient)
        for value, power in zip(place, powers, strict=True):
            term *= value**power
        total += term
    return total


@PATIENT
@given(coefficients)
def test_a_polynomial_has_the_terms_that_it_is_made_of(terms: dict[Monomial, Fraction]) -> None:
    found = {powers: fraction(coefficient) for powers, coefficient in written(terms).terms()}
    assert found == {powers: number for powers, number in terms.items() if number}


@PATIENT
@given(polynomials, polynomials, st.integers(0, 3))
def test_polynomials_compute_as_their_values(first: Polynomial, second: Polynomial, n: int) -> None:
    for place in PLACES:
        a, b = at(first, place), at(second, place)
        assert at(first + second, place) == a + b
        assert at(first * second, place) == a * b
        assert at(-first, place) == -a
        assert at(first**n, place) == a**n
        if place[0] == -2:
            assert at(first.without(0), place) == at(first, (Fraction(0), *place[1:]))


@PATIENT
@given(polynomials, polynomials, polynomials)
def test_quotients_and_multiples(first: Polynomial, second: Polynomial, third: Polynomial) -> None:
    assume(second != 0 and first != 0)
    assert first * second // second == first
    shared = (first * third).lcm(second * third) if third != 0 else first.lcm(second)
    assert shared.LC == 1
    assert shared // second * second == shared


@PATIENT
@given(st.lists(polynomials, min_size=1, max_size=3))
def test_factors_multiply_to_the_polynomial(parts: list[Polynomial]) -> None:
    whole = THREE.one
    for part in parts:
        whole = whole * part
    assume(whole != 0)
    content, factors = whole.factor_list()
    again = THREE.one * content
    for factor, power in factors:
        assert factor.LC > 0 and abs(factor.content()) == 1 and not factor.is_ground
        again = again * factor**power
    assert again == whole and hash(again) == hash(whole)


@pytest.mark.parametrize(("number", "count"), [(2, 3), (10**40, 1)])
def test_factors_that_differ_in_long_coefficients_may_stay_together(
    number: int, count: int
) -> None:
    first, second, _ = THREE.gens
    parts = [first + second * number, first + second * -number, first * number + second * 3]
    whole = parts[0] * parts[1] * parts[2] ** 2 * fmpq(-4, 7)
    content, factors = arithmetic.factors(whole)
    again = THREE.one * content
    for factor, power in factors:
        again = again * factor**power
    assert again == whole and len(factors) == count


@PATIENT
@given(polynomials, polynomials, polynomials, polynomials)
def test_forms_compute_as_their_values(
    a: Polynomial, b: Polynomial, c: Polynomial, d: Polynomial
) -> None:
    assume(b != 0 and d != 0)
    first, second = over_one(a) / over_one(b), over_one(c) / over_one(d)
    results = {
        "+": first + second,
        "-": first - second,
        "*": first * second,
        "/": first / second if c != 0 else first,
        "1/": first**-2 if a != 0 else first,
    }
    for place in PLACES:
        if 0 in (at(b, place), at(d, place)):
            continue
        x, y = at(a, place) / at(b, place), at(c, place) / at(d, place)
        values = {"+": x + y, "-": x - y, "*": x * y}
        values["/"] = x / y if y else x if c == 0 else None  # type: ignore[assignment]
        values["1/"] = x**-2 if x else x if a == 0 else None  # type: ignore[assignment]
        for sign, value in values.items():
            form = results[sign]
            if value is not None and at(form.denom, place) != 0:
                assert at(form.numer, place) / at(form.denom, place) == value
    for form in results.values():
        assert form.denom.LC > 0 and form.top.gcd(form.bottom).is_one()


@PATIENT
@given(polynomials, polynomials, polynomials)
def test_equal_forms_are_alike(a: Polynomial, b: Polynomial, c: Polynomial) -> None:
    assume(b != 0 and c != 0)
    one, other = over_one(a) / over_one(b), over_one(a * c) / over_one(b * -c) * -1
    assert one == other and hash(one) == hash(other)
    assert (one == one + 1) is False


def test_nothing_is_divided_by_zero() -> None:
    one, zero = (each.integral for each in (THREE.one, THREE.zero))
    with pytest.raises(ZeroDivisionError):
        reduced(THREE, one, zero)
    with pytest.raises(ZeroDivisionError):
        Form(THREE, one, one) / 0


def test_a_hash_stays_in_its_process() -> None:
    node = Variable(WEIGHT) + 1
    assert hash(node) == hash(Variable(WEIGHT) + 1)
    again = pickle.loads(pickle.dumps(node))
    assert vars(again) == vars(node) and not hasattr(again, "_hash")
    assert again == node and again != node + 1


def test_a_spelling_tells_no_numbers_apart() -> None:
    assert Number(Fraction(1, 2), "0.5") == Number(Fraction(1, 2)) != Number(Fraction(1, 3))
    assert Number(Fraction(1)) != Variable(WEIGHT)
