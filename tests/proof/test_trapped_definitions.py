"""Traps for definitions: what decides nothing, decides twice, or hides where it has no value."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from nnmath.notation.symbol import Sort
from nnmath.proof.checking import check
from nnmath.proof.citing import Lemma
from nnmath.proof.claims import Definition, Theorem
from nnmath.proof.entailment import undefined
from nnmath.proof.indexed import Tensor, size_of, total
from nnmath.proof.inferences import by, cite, from_facts, instantiate
from nnmath.proof.kernel import prove
from nnmath.proof.library import BrokenOrder, Shelf
from nnmath.proof.meanings import Meaning
from nnmath.proof.nodes import EXP, LOG, SQRT, TANH, Derivative, Function, Limit, Variable
from nnmath.proof.point import Point
from nnmath.proof.rationals import NotRational, rational
from nnmath.proof.rule import Library
from nnmath.proof.rules import algebra, differentiate, lemma, unfold
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Implies, Statement, unequal
from nnmath.proof.substitution import substitute
from nnmath.proof.verdict import Status
from tests.proof.indices import D, a, b, i, j
from tests.proof.making import (
    ONE,
    WORD,
    ZERO,
    Derivation,
    argue,
    chain,
    defined,
    equal,
    f,
    g,
    h,
    have,
    k,
    library,
    m,
    n,
    quotient,
    shown,
    status,
    suppose,
    symbol,
    twice,
    u,
    x,
    y,
    z,
)

PARABOLA = library(definitions=defined(f, x**2))


def _definition(function: Function, right: object, **more: object) -> Definition:
    return Definition(
        id=f"{function.symbol.id}-{function.primes}",
        name=WORD,
        left=function(x),
        right=right,  # type: ignore[arg-type]
        source="own",
        witness="none",
        **more,  # type: ignore[arg-type]
    )


def test_definitions_that_are_none() -> None:
    for right in (f(x) + 1, f(x + 1), x + y, 1 / x, SQRT(x)):
        assert check(_definition(f, right), Library()).verdict.status < Status.DEFINED, right
    fine = _definition(f, 1 / x, given=(unequal(x, 0),))
    assert check(fine, Library()).verdict.status is Status.DEFINED


def test_definitions_do_not_go_round() -> None:
    with pytest.raises(BrokenOrder):
        Shelf([_definition(f, g(x) + 1), _definition(g, f(x) + 1)])
    with pytest.raises(BrokenOrder):
        Shelf([_definition(f, f.prime(x)), _definition(f.prime, Limit(f(x + h) - f(x), h, ZERO))])
    again = Definition(id="f-again", name=WORD, left=f(x), right=x, source="own", witness="none")
    with pytest.raises(BrokenOrder):
        Shelf([_definition(f, x + 1), again])


def test_a_function_decides_its_derivative() -> None:
    rise = Limit((f(x + h) - f(x)) / h, h, ZERO)
    assert Shelf([_definition(f, x**2), _definition(f.prime, rise)])
    for right in (x, 2 * x, rise + 0, Limit((f(x + h) - f(-x)) / h, h, ZERO)):
        for shelf in ([_definition(f, x**2)], []):
            with pytest.raises(BrokenOrder):
                Shelf([*shelf, _definition(f.prime, right)])


@pytest.mark.parametrize("right", [u[n + 1], u[n + 2], u[2 * n], u[m], u[n + 1] ** 2 + 1])
def test_a_sequence_is_not_defined_by_its_own_future(right: object) -> None:
    made = Definition(id="u", name=WORD, left=u[n + 1], right=right, source="own", witness="none")  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        assert made.recurrence
    assert check(made, Library()).verdict.status < Status.DEFINED


def test_a_limit_that_may_not_exist_defines_nothing() -> None:
    for right in (
        Limit(1 / (h**2 + x**2), h, ZERO),
        Limit(abs(h) / h * x, h, ZERO),
        Limit(Function(symbol("q"))(x + h), h, ZERO),
    ):
        assert check(_definition(f, right), Library()).verdict.status < Status.DEFINED


def test_a_derivative_is_defined_as_the_limit_of_difference_quotients_only() -> None:
    honest = Limit(quotient(f, x), h, ZERO)
    assert check(_definition(f.prime, honest), Library()).verdict.status is Status.DEFINED
    higher = Limit(quotient(f.prime, x), k, ZERO)
    hidden = Function(symbol("q"), depends_on=(h.symbol,))
    for function, right in (
        (f.prime, x),
        (f.prime, Limit((f(x + h) - f(-x)) / h, h, ZERO)),
        (f.prime, Limit(quotient(f, x), h, ONE)),
        (f.prime, Limit(quotient(f, x) * 2, h, ZERO)),
        (f.prime, Limit((f(x + n) - f(x)) / n, n, ZERO)),
        (f.prime, Limit((f(x + x) - f(x)) / x, x, ZERO)),
        (f.prime.prime, honest),
        (f.prime.prime, higher),
        (hidden.prime, Limit(quotient(hidden, x), h, ZERO)),
    ):
        assert check(_definition(function, right), Library()).verdict.status < Status.DEFINED


def _theorem(statement: Statement, *uses: str) -> Theorem:
    """The statement in a shape that no point screens, by what is known."""
    step = have(statement, from_facts)
    return Theorem(
        id="it", name=WORD, statement=twice(statement), uses=uses, source="own", argument=(step,)
    )


def test_a_function_has_no_value_where_its_definition_has_none() -> None:
    partial = _definition(f, 1 / x, given=(unequal(x, 0),))
    above = _definition(g, f(x) + 1, given=(unequal(x, 0),), uses=("test-f-0",))
    everywhere = equal(f(y) - f(y), 0)
    for statement, *uses in (
        (everywhere, "test-f-0"),
        (everywhere,),
        (equal(g(y) - g(y), 0), "test-f-0", "test-g-0"),
        (equal(g(y) - g(y), 0), "test-g-0"),
        (equal(0 * g.prime(y), 0), "test-g-0"),
    ):
        claim = _theorem(statement, *uses)  # type: ignore[arg-type]
        assert status(Shelf([partial, above, claim]).check(claim)) < Status.PROVED, (
            statement,
            uses,
        )


def test_a_function_with_a_kink_has_no_derivative() -> None:
    for body in (abs(x), x * abs(x)):
        kink = _definition(f, body)
        claims = [
            _theorem(equal(0 * slope, 0), "test-f-0") for slope in (f.prime(y), f.prime.prime(y))
        ]
        for claim in claims:
            assert status(Shelf([kink, claim]).check(claim)) < Status.PROVED
    smooth = _definition(f, x**3)
    claim = _theorem(equal(0 * f.prime.prime(y), 0), "test-f-0")
    assert status(Shelf([smooth, claim]).check(claim)) is Status.PROVED


def test_a_definition_has_no_value_outside_its_hypotheses() -> None:
    for right, given in (
        (x, (x >= 0,)),
        (1 / x, (x > 0,)),
        (SQRT(x), (x > 1,)),
        (x, (ForAll(y, x * y >= 0),)),
    ):
        narrow = _definition(f, right, given=given)
        assert check(narrow, Library()).verdict.status < Status.DEFINED, right
    for right, given in ((SQRT(x), (x >= 0,)), (LOG(x) / (x - 1), (x > 0, unequal(x, 1)))):
        exact = _definition(f, right, given=given)
        assert check(exact, Library()).verdict.status is Status.DEFINED, right


def test_what_the_kernel_knows_is_not_defined_again() -> None:
    for function in (EXP, LOG, SQRT, TANH):
        with pytest.raises(BrokenOrder):
            Shelf([_definition(function, x)])


def test_a_symbol_is_the_name_of_one_function() -> None:
    # Who reads eˣ = x does not see that another e is meant
    namesake, hiding = Function(EXP.symbol), Function(f.symbol, depends_on=(y.symbol,))
    with pytest.raises(BrokenOrder, match="exp"):
        Shelf([_definition(namesake, x)])
    with pytest.raises(BrokenOrder, match="test-f"):
        Shelf([_definition(f, x**2), replace(_definition(hiding, x * y), id="other")])


def test_a_function_takes_every_real_number() -> None:
    counted = Definition(id="f", name=WORD, left=f(n), right=2**n, source="own", witness="none")
    assert check(counted, Library()).verdict.status < Status.DEFINED


def test_a_tensor_is_computed_from_the_same_in_every_line() -> None:
    # ∂h/∂x is 0 where h has nothing to do with x; a line that forgets it says so of any h
    plain, computed = Tensor(symbol("hidden")), Tensor(symbol("hidden"), sources=(x,))
    still, wrong = (equal(Derivative(each[()], x), 0) for each in (plain, computed))
    theorem = Theorem(
        id="it",
        name=WORD,
        statement=ForAll(x, wrong),
        source="own",
        argument=(
            suppose(y > 0, then=(have(still, by(differentiate)),)),
            have(still, by(differentiate)),
        ),
    )
    with pytest.raises(BrokenOrder):
        Shelf([theorem])
    links = (computed[()], (algebra, plain[()] + 0), (algebra, computed[()]))
    derivation = Derivation(id="it", name=WORD, source="own").start(links[0])
    for rule, expression in links[1:]:  # type: ignore[misc]
        derivation = derivation.by(rule, expression, because=WORD)
    with pytest.raises(BrokenOrder):
        Shelf([derivation])


def test_what_a_quantity_is_computed_from_tells_it_from_others() -> None:
    # Who names it without its sources names another, of which ∂h/∂x = 0 says nothing about this one
    plain, computed = Tensor(symbol("hidden")), Tensor(symbol("hidden"), sources=(x,))
    still, wrong = (equal(Derivative(each[()], x), 0) for each in (plain, computed))
    every = equal(Derivative(z, x), 0)
    constants, lines = Lemma("constants", (), every), Lemma("lines", (), still)
    chosen = have(wrong, instantiate(z, plain[()]))
    for steps in (
        (have(wrong, cite("constants", {z: plain[()]})),),
        (have(wrong, by(lemma("lines"))),),
        (have(still, by(differentiate)), have(wrong, from_facts)),
        (suppose(ForAll(z, every), then=(chosen,)),),
    ):
        checked = argue(y * y >= 0, *steps, known=library(constants, lines))
        assert not {wrong, Implies(ForAll(z, every), wrong)} & {*shown(checked)}, steps
    same = have(still, cite("constants", {z: plain[()]}))
    assert still in shown(argue(y * y >= 0, same, known=library(constants)))


def test_what_is_defined_at_indices_has_no_value_beside_them() -> None:
    doubled = library(definitions={a: Meaning((i,), 2 * i)})  # type: ignore[dict-item]
    last_index = Variable(i.symbol.size)  # type: ignore[arg-type]
    for index in (last_index + 1, i - 1, x, i / 2, ZERO):
        for body in (a[index], total(j, a[index]), abs(a[index])):
            opened = substitute(body, {a[index]: 2 * index})
            assert status(chain(body, (unfold(a), opened), known=doubled)) < Status.PROVED, body
    for index in (last_index, i, ONE):
        assert status(chain(a[index], (unfold(a), 2 * index), known=doubled)) is Status.PROVED
    shifted = Definition(id="b", name=WORD, left=b[i], right=a[i + 1], source="own", witness="none")
    assert check(shifted, doubled).verdict.status < Status.DEFINED


def test_no_point_meets_what_has_no_value_there() -> None:
    # With a_i = 2i, a_3 = 6 where there is an a_3: that a has three entries is what it needs
    doubled = Setting((equal(a[3], 6),), meanings={a: Meaning((i,), 2 * i)})
    assert prove(size_of(D) >= 3, doubled).status is Status.UNDECIDED
    assert rational(a[3], Point({size_of(D): Fraction(3)}, doubled.meanings)) == 6
    with pytest.raises(NotRational):
        rational(a[3], Point({size_of(D): Fraction(2)}, doubled.meanings))


def test_what_was_asked_under_other_definitions_is_asked_again() -> None:
    goal, total_function = equal(f(y), f(y)), Setting(meanings=defined(f, x**2))
    assert undefined((goal,), total_function) is None
    root = replace(total_function, meanings=defined(f, SQRT(x)))
    assert undefined((goal,), root) == (y >= 0)
    assert undefined((goal,), total_function.given(y > 1)) is None


def test_a_count_that_the_left_side_does_not_show_defines_nothing() -> None:
    # Or else n f(1) = Σ_{N ≤ n} f(1) would be n(n + 1)/2 with f(x) = N x
    count = Variable(symbol("N", Sort.COUNT))
    assert check(_definition(f, count * x), Library()).verdict.status < Status.DEFINED
    shown = Function(f.symbol, depends_on=(count.symbol,))
    assert check(_definition(shown, count * x), Library()).verdict.status is Status.DEFINED


def test_a_function_of_two_numbers_takes_every_real_number() -> None:
    power = Definition(id="f", name=WORD, left=f(x, n), right=x**n, source="own", witness="none")
    assert check(power, Library()).verdict.status < Status.DEFINED
