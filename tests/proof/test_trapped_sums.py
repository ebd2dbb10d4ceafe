"""Traps for sums: the index of a sum is nobody else's, whatever its letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.citing import Lemma
from nnmath.proof.indexed import Product, Sum, Tensor, total
from nnmath.proof.inferences import by
from nnmath.proof.kernel import derive, prove
from nnmath.proof.nodes import (
    EXP,
    LOG,
    SQRT,
    Derivative,
    Limit,
    Node,
    Relation,
    Sequence,
    Variable,
    as_node,
)
from nnmath.proof.rules import algebra, differentiate, lemma
from nnmath.proof.setting import Setting
from nnmath.proof.statements import And, ForAll, Hypothesis, Or, equal, unequal
from nnmath.proof.substitution import map_statement
from nnmath.proof.verdict import Status
from tests.proof.making import (
    ONE,
    WORD,
    ZERO,
    argue,
    chain,
    have,
    last,
    library,
    m,
    n,
    shown,
    status,
    symbol,
    x,
    y,
)

SIZE = symbol("N", Sort.COUNT)
i = Variable(Symbol("test-i", WORD, "i", "i", "i", sort=Sort.INDEX, size=SIZE))
v, u = (
    Tensor(Symbol(f"test-{name}", WORD, name, name, name, shape=(SIZE,))) for name in ("v", "u")
)
ROOT = library(Lemma("root", (x >= 0,), equal(SQRT(x**2), x)))
ROOTS = equal(total(i, SQRT(v[i] ** 2)), total(i, v[i]))


def test_a_lemma_under_a_sum_needs_its_hypotheses_for_every_term() -> None:
    step = have(ROOTS, by(lemma("root")))
    for every in (ForAll(i, v[i] >= 0), ForAll(i, v[i] > 1)):
        assert ROOTS in shown(argue(ROOTS, step, given=(every,), known=ROOT))
    for one in (v[i] >= 0, v[1] >= 0, v[i] > 1):
        assert ROOTS not in shown(argue(x * x >= 0, step, given=(one,), known=ROOT))


def test_parts_of_a_conjunction_are_put_in_and_those_of_a_choice_are_not() -> None:
    squares = equal(total(i, v[i] ** 2), total(i, u[i] ** 2))
    alike, other = ForAll(i, equal(v[i], u[i])), equal(x, 1)
    assert derive(squares, Setting((And((alike, other)),))).status is Status.PROVED
    for loose in (Or((alike, other)), Or((And((alike, other)), other)), And((other, other))):
        assert derive(squares, Setting((loose,))).status < Status.PROVED


def test_an_index_takes_no_values_but_those_of_its_sort() -> None:
    below = -as_node(3)
    for goal in (
        Sum(m, m, below, n) >= 0,
        equal(Sum(SQRT(m), m, below, n), Sum(SQRT(m) + 0, m, below, n)),
        equal(Sum(x**m * x, m, below, n), Sum(x ** (m + 1), m, below, n)),
    ):
        assert derive(goal, Setting()).status is not Status.PROVED, goal
        whole = map_statement(goal, lambda side: replace(side, low=ZERO) if side != ZERO else side)
        assert derive(whole, Setting()).status is Status.PROVED, whole  # type: ignore[arg-type]


def test_a_sum_inside_a_sum_has_an_index_of_its_own() -> None:
    inner = Sum(m - n, m, ZERO, n)
    for low, high in ((n, n), (n, 2 * n)):
        assert derive(Sum(inner, m, low, high) >= 0, Setting()).status is not Status.PROVED
    assert derive(Sum(Sum(m, m, ZERO, n), m, n, n) >= 0, Setting()).status is Status.PROVED


def test_the_ends_of_a_sum_are_no_constants() -> None:
    slope = Derivative(Sum(ONE, m, ONE, n), n)
    assert last(chain(slope, (differentiate, Sum(ZERO, m, ONE, n)))) is not Status.PROVED
    assert last(chain(slope, (algebra, Derivative(n, n) + 0))) is not Status.PROVED
    inside = Derivative(total(i, x**2 * v[i]), x)
    assert status(chain(inside, (differentiate, total(i, 2 * x * v[i])))) is Status.PROVED


def test_what_a_sum_without_terms_does_not_need_tells_nothing() -> None:
    # At n = 0 there is no term: neither 1/n nor √(n − 1) has to have a value
    mean, root = Sum(1 / n, m, ONE, n), Sum(SQRT(n - 1), m, ONE, n)
    roots = Product(SQRT(n - 1), m, ONE, n)
    for goal, given in (
        (equal(mean, 1), ()),
        (equal(mean**2, 1), ()),
        (equal(Sum(m / (n * m), m, ONE, n), 1), ()),
        (equal(total(i, v[i] * mean), total(i, v[i])), ()),
        (unequal(n, 0), (unequal(mean, 1),)),
        (n + root >= 1, ()),
        (n + roots >= 1 + roots, ()),
    ):
        assert derive(goal, Setting(given)).status is not Status.PROVED, goal
    count = Variable(SIZE)
    for goal in (
        equal(total(i, 1 / count), 1),
        equal(total(i, v[i] / count), total(i, v[i]) / count),
        equal(Sum(2 * x * m, m, ONE, n), 2 * x * Sum(m, m, ONE, n)),
    ):
        assert derive(goal, Setting()).status is Status.PROVED, goal


def test_an_index_that_begins_below_zero_is_not_natural() -> None:
    # There x + eʸ is negative, so that e^(−log(−x − eʸ)) is −1/(x + eʸ)
    for kind in (Sum, Product):
        inverse, wrong, right = (
            kind(body, x, -n - 2, as_node(-2))
            for body in (EXP(-LOG(-x - EXP(y))), 1 / (x + EXP(y)), -1 / (x + EXP(y)))
        )
        below = Setting((y < 0,))
        assert derive(equal(inverse, wrong), below).status < Status.PROVED
        assert prove(equal(inverse, wrong), below).status is Status.REFUTED
        assert prove(equal(inverse, right), below).status is not Status.REFUTED
    above = [kind(EXP(-LOG(x + EXP(y))), x, ZERO, n) for kind in (Sum, Product)]
    for each, kind in zip(above, (Sum, Product), strict=True):
        same = equal(each, kind(1 / (x + EXP(y)), x, ZERO, n))
        assert derive(same, Setting()).status is Status.PROVED


def up_to_n(body: Node, low: Node = ONE) -> Sum:
    """Σ body over m = low, …, n."""
    return Sum(body, m, low, n)


later, t = Variable(symbol("later", Sort.NATURAL)), Sequence(symbol("t"))
MEMBERS, ROOT_BELOW = up_to_n(t[m]), 1 / (1 + SQRT(n - 1))


@pytest.mark.parametrize(
    ("goal", "given"),
    [
        (equal(up_to_n(t[m] / n), MEMBERS / n), n >= 1),
        (equal(up_to_n(1 / n * t[m]), 1 / n * MEMBERS), unequal(n, 0)),
        (equal(up_to_n(t[m] / n, ZERO), up_to_n(t[m], ZERO) / n), n > 0),
        (equal(up_to_n(up_to_n(t[m] / n)), MEMBERS), n >= 1),
        (equal(up_to_n(1 / n), 1), n >= 1),
        (equal(up_to_n(t[m] / (n + 1)), MEMBERS / (n + 1)), n >= 0),
        (equal(up_to_n(t[m] * x**-2), MEMBERS / x**2), unequal(x, 0)),
        (up_to_n(t[m] / n) >= 0, And((n >= 1, MEMBERS >= 0))),
    ],
)  # fmt: skip
def test_a_divisor_goes_before_a_sum_where_it_is_not_zero(goal: Relation, given: Relation) -> None:
    assert prove(goal, Setting((given,))).status is Status.PROVED


@pytest.mark.parametrize(
    ("goal", "given"),
    [
        (equal(up_to_n(t[m] / n), MEMBERS / n), ()),
        (equal(up_to_n(1 / n), 1), ()),
        (equal(up_to_n(1 / x) * x, n), ()),
        (unequal(x, 0), (equal(up_to_n(1 / x), y),)),
        (n >= 1, (up_to_n(1 / n) >= 0,)),
        # Where there is no term, nobody asks for the root
        (n >= 1, (up_to_n(ROOT_BELOW) >= 0,)),
        (n + up_to_n(ROOT_BELOW) >= 1, ()),
        # Another n than the one that is not 0
        (equal(Sum(up_to_n(1 / n), n, ZERO, later), Sum(ONE, n, ZERO, later)), (n >= 1,)),
        (equal(Limit(up_to_n(1 / n), x, ZERO) * n, n), ()),
    ],
)  # fmt: skip
def test_a_divisor_that_may_be_zero_stays(goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    assert derive(goal, Setting(given)).status < Status.PROVED
    assert prove(goal, Setting(given)).status < Status.PROVED


def test_under_a_sum_nothing_is_differentiated_by_what_is_no_place() -> None:
    by_value = total(i, v[i] / x * Derivative(EXP(v[i]), EXP(v[i])))  # type: ignore[arg-type]
    assert derive(equal(by_value, total(i, v[i] / x)), Setting((x > 0,))).status < Status.PROVED
