"""Traps for expectations: independence where it is used, and nothing known of what is bound."""

from __future__ import annotations

import pytest

from nnmath.proof.citing import Lemma
from nnmath.proof.expectation_rules import by_laws, independence, linearity, variance_defined
from nnmath.proof.expectations import expectation
from nnmath.proof.indexed import Sum, total
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.kernel import derive, prove
from nnmath.proof.laws import Independent, Moments, Random, independent
from nnmath.proof.nodes import LOG, SQRT, Derivative, Limit, Node, Variable
from nnmath.proof.rule import Rule
from nnmath.proof.rules import algebra, insert, lemma, update
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Hypothesis, Recurrence, equal
from nnmath.proof.verdict import Status
from tests.proof.chancy import (
    ANY,
    APART,
    COINS,
    EVEN,
    FREE,
    KEPT_OUT,
    NOISE,
    REPLACED,
    SIZE,
    TANGLED,
    E,
    P,
    Q,
    Var,
    b,
    c,
    draws,
    e,
    g,
    i,
    j,
    mu,
    p,
    q,
    rho,
    s,
    v,
    w,
)
from tests.proof.making import (
    ZERO,
    argue,
    chain,
    defined,
    f,
    h,
    have,
    k,
    last,
    library,
    m,
    n,
    shown,
    status,
    u,
    x,
)

RULES = (linearity, independence, by_laws)
Given = tuple[Hypothesis, ...]


def proved(left: Node, rule: Rule, right: Node, given: Given) -> bool:
    return status(chain(left, (rule, right), given=given)) is Status.PROVED


def refuted(left: Node, right: Node, given: Given) -> bool:
    return prove(equal(left, right), Setting(given)).status is Status.REFUTED


HONEST = [
    (E(2 * p + k * q + 3, p, q), linearity, 2 * E(p, p) + k * E(q, q) + 3, (P, Q)),
    (E(p * q, p, q), independence, E(p, p) * E(q, q), (P, Q, APART)),
    (E(p**2, p), by_laws, s**2 + mu**2, (P,)),
    (E(total(i, k * v[i]), v), linearity, k * total(i, E(v[i], v)), (ANY,)),
    (E(total(i, w[i]) ** 2, w), by_laws, Variable(SIZE) * s**2, (NOISE,)),
    (E(total(i, v[i]), v), by_laws, Variable(SIZE) * rho, (COINS,)),
    (E(v[i] ** 3, v), by_laws, rho, (COINS,)),
    (E((abs(e) + e) ** 2, e), by_laws, 2 * s**2, (EVEN,)),
    (E(g[draws[b]], draws), by_laws, total(i, g[i]) / Variable(SIZE), (REPLACED,)),
    (E(g[draws[b]], draws), by_laws, total(i, g[i]) / Variable(SIZE), (KEPT_OUT,)),
    (E(E(p * q, p), q), linearity, E(p, p) * E(q, q), (P, Q)),
]


@pytest.mark.parametrize("honest", HONEST, ids=range(len(HONEST)))
def test_honest_steps_pass(honest: tuple[Node, Rule, Node, Given]) -> None:
    assert proved(*honest)


@pytest.mark.parametrize("rule", RULES)
def test_a_product_has_no_product_of_means_without_independence(rule: Rule) -> None:
    product = E(p * q, p, q), E(p, p) * E(q, q)
    assert refuted(*product, (P, Q))
    assert not proved(product[0], rule, product[1], (P, Q))
    # Nor is each with a third enough
    other = Random(x, Moments())
    threefold = E(p, p) * E(q, q) * E(x, x)
    pairs = (independent(p, q), independent(q, x), independent(p, x))
    assert not proved(E(p * q * x, p, q, x), rule, threefold, (P, Q, other, *pairs))
    one = (P, Q, other, independent(p, (q, x)))
    assert not proved(E(p * q * x, p, q, x), rule, threefold, one)


def test_linearity_needs_no_independence_and_gives_none() -> None:
    assert proved(E(p + q, p, q), linearity, E(p, p) + E(q, q), (P, Q))
    assert not proved(E(p * q, p, q), linearity, E(p, p) * E(q, q), (P, Q, APART))
    assert not proved(E(p, p), linearity, mu, (P,))
    assert not proved(E(p, p), independence, mu, (P,))


@pytest.mark.parametrize("rule", [*RULES, algebra, insert, variance_defined])
def test_a_mean_is_not_taken_inside(rule: Rule) -> None:
    for left, right in (
        (E(p**2, p), E(p, p) ** 2),
        (E(abs(p), p), abs(E(p, p))),
        (E(e**2, e), ZERO),
        (E(abs(e), e), ZERO),
        (E(total(i, w[i]) ** 2, w), total(i, E(w[i], w)) ** 2),
    ):
        assert not proved(left, rule, right, (P, EVEN, NOISE))
        assert refuted(left, right, (P, EVEN, NOISE))


def test_what_may_have_no_mean_has_none() -> None:
    for body in (1 / p, LOG(p), SQRT(p), p**3, abs(p) ** 3, f(p), p * q**2, 1 / (1 + p**2)):
        step = chain(E(body, p, q) - E(body, p, q), (algebra, ZERO), given=(P, Q, p > 0))
        assert status(step) is Status.UNDECIDED
    # Independent factors need a mean each, powers of one up to its own
    assert proved(E(p * q**2, p, q), independence, E(p, p) * E(q**2, q), (P, Q, APART))
    assert not proved(E(p * q**2, p, q), linearity, E(q**2 * p, p, q), (P, Q))
    assert not proved(E(x, x), linearity, E(x, x) + 0 * E(x, x), (P,))


def test_what_is_known_of_a_number_says_nothing_of_the_random_one() -> None:
    root = chain(E(SQRT(v[1] ** 2), v), (algebra, E(v[1], v)), given=(COINS, v[1] >= 0))
    assert last(root) < Status.PROVED
    cited = library(Lemma("root", (x >= 0,), equal(abs(x), x)))
    step = have(equal(E(abs(p), p), E(p, p)), by(lemma("root")))
    assert equal(E(abs(p), p), E(p, p)) not in shown(
        argue(x * x >= 0, step, given=(P, p >= 0), known=cited)
    )
    put_in = chain(E(p**2, p), (insert, E(p * 3, p)), given=(P, equal(p, 3)))
    assert last(put_in) < Status.PROVED
    every = (ANY, ForAll(i, equal(v[i], k)))
    assert last(chain(E(v[i], v), (insert, k), given=every)) < Status.PROVED
    fact = have(equal(E(v[1] * v[1], v), k * E(v[1], v)), from_facts)
    assert not shown(argue(equal(k, k), fact, given=every))[1:]


def test_a_body_has_a_value_whatever_comes_out() -> None:
    # A coin may show 0, also where the number of that name is 1
    shares = equal(E(1 / v[1], v), E(1 / v[1], v))
    for known in (v[1] >= 1, equal(v[1], 1), ForAll(i, v[i] > 0)):
        assert derive(shares, Setting((COINS, known))).status < Status.PROVED
    safe = equal(E(v[1] / k, v), E(v[1] / k, v))
    assert derive(safe, Setting((COINS, k > 0))).status is Status.PROVED
    assert derive(safe, Setting((COINS, k >= 0))).status < Status.PROVED


def test_a_lemma_that_holds_for_all_numbers_holds_inside() -> None:
    relu = library(Lemma("relu", (), equal(f(x), (abs(x) + x) / 2)))
    inside = equal(E(f(e), e), E((abs(e) + e) / 2, e))
    step = have(inside, by(lemma("relu")))
    assert inside not in shown(argue(x * x >= 0, step, given=(EVEN,), known=relu)), "f may be wild"
    open_ = library(*relu.lemmas.values(), definitions=defined(f, (abs(x) + x) / 2))
    assert inside in shown(argue(x * x >= 0, step, given=(EVEN,), known=open_))


def test_a_mean_that_is_given_is_put_in_at_its_own_indices() -> None:
    given = (ANY, ForAll(i, equal(E(v[i] ** 2, v), k)))
    whole = total(i, E(v[i] ** 2, v))
    assert proved(whole, insert, Variable(SIZE) * k, given)
    assert not proved(total(i, E(v[i], v)), insert, Variable(SIZE) * k, given)
    assert not proved(total(i, E(v[i] * v[j], v)), insert, Variable(SIZE) * k, given)
    one = (ANY, equal(E(v[1] ** 2, v), k))
    assert not proved(whole, insert, Variable(SIZE) * k, one)


def test_entries_are_independent_where_that_is_said() -> None:
    square = E(total(i, w[i]) ** 2, w)
    assert not proved(square, by_laws, Variable(SIZE) * s**2, (TANGLED,))
    assert refuted(square, Variable(SIZE) * s**2, (TANGLED,))
    both = E(total(i, v[i] * w[i]) ** 2, v, w)
    apart = s**2 * total(i, E(v[i] ** 2, v))
    assert proved(both, by_laws, apart, (NOISE, ANY, FREE))
    assert not proved(both, by_laws, apart, (NOISE, ANY))
    assert not proved(both, by_laws, apart, (TANGLED, ANY, FREE))
    assert not proved(E(w[i] * w[j], w), by_laws, ZERO, (NOISE,)), "i may be j"
    assert not proved(E(w[i] * w[j], w), by_laws, s**2, (NOISE,)), "i may not be j"


def test_variance_of_a_sum_needs_independent_terms() -> None:
    apart, together = Var(p + q, p, q), Var(p, p) + Var(q, q)
    assert refuted(apart, together, (P, Q))
    centred = E((p + q - E(p + q, p, q)) ** 2, p, q)
    terms = E(p**2, p) - E(p, p) ** 2 + E(q**2, q) - E(q, q) ** 2
    assert proved(apart, variance_defined, centred, (P, Q))
    assert proved(centred, independence, terms, (P, Q, APART))
    assert not proved(centred, independence, terms, (P, Q))
    assert refuted(Var(2 * p, p), 2 * Var(p, p), (P,))
    assert refuted(Var(p - q, p, q), Var(p, p) - Var(q, q), (P, Q, APART))


def test_draws_without_replacement_are_not_independent() -> None:
    size = Variable(SIZE)
    product = E(g[draws[b]] * g[draws[c]], draws)
    apart = (total(i, g[i]) / size) ** 2
    different = (equal(b, 1), equal(c, 2))
    for given in ((KEPT_OUT, *different), (KEPT_OUT,), (REPLACED,)):
        assert not proved(product, by_laws, apart, given)
    assert refuted(product, apart, (KEPT_OUT,))
    same = total(i, g[i] ** 2) / size
    assert not proved(product, by_laws, same, (REPLACED,))
    assert proved(E(g[draws[b]] ** 2, draws), by_laws, same, (KEPT_OUT,))


def test_what_is_averaged_over_is_bound() -> None:
    assert not proved(E(p * q, p), linearity, E(p, p) * E(q, q), (P, Q)), "q is a number there"
    assert proved(E(p * q, p), linearity, q * E(p, p), (P, Q))
    assert not proved(p - E(p, p), linearity, ZERO, (P,)), "the number p is not its mean"
    assert not proved(E(p, p), algebra, p, (P,))
    cited = library(Lemma("scaled", (P,), equal(E(k * p, p), k * E(p, p))))
    moved = equal(E(p * p, p), p * E(p, p))
    step = have(moved, by(lemma("scaled")))
    assert moved not in shown(argue(x * x >= 0, step, given=(P,), known=cited))


def test_calculus_does_not_pass_an_expectation() -> None:
    slope = Derivative(E(k * p, p), k)
    assert last(chain(slope, (algebra, slope + 0), given=(P,))) < Status.PROVED
    limit = Limit(E(h * p, p), h, ZERO)
    assert last(chain(limit, (algebra, limit + 0), given=(P,))) < Status.PROVED


def test_a_sequence_that_goes_on_by_what_is_random_is_no_constant() -> None:
    steps = Recurrence(u, n, u[n] - p)
    for rule in (*RULES, algebra, update):
        moved = chain(E(u[1] * p, p), (rule, u[1] * E(p, p)), given=(P, steps))
        assert last(moved) < Status.PROVED
    still = Recurrence(u, n, u[n] - k)
    assert proved(E(u[1] * p, p), linearity, u[1] * E(p, p), (P, still))


def test_laws_that_contradict_one_another_prove_nothing() -> None:
    other = Random(p, Moments(mu + 1, s**2))
    assert not proved(E(p, p), by_laws, mu + 1, (P, other))
    assert not proved(E(p, p), by_laws, mu, (P, other))
    negative = Random(p, Moments(mu, -(s**2) - 1))
    assert not proved(E(p**2, p), by_laws, mu**2 - s**2 - 1, (negative,))


def test_a_law_is_well_said() -> None:
    with pytest.raises(ValueError, match="once"):
        expectation(p, p, p)
    with pytest.raises(ValueError, match="once"):
        independent(p, p)
    with pytest.raises(ValueError, match="two or more"):
        Independent(((p.symbol,),))
    with pytest.raises(ValueError, match="plain"):
        Random(v[1], Moments())


def test_a_law_speaks_of_numbers_outside() -> None:
    # E p is the number mu: it does not change with the mu of a slope, a limit or a sum
    counted = Random(p, Moments(n))
    for wrong, given in (
        (equal(Derivative(E(p, p), mu), Derivative(mu, mu)), (P,)),
        (equal(Sum(E(p, p), n, ZERO, m), Sum(n, n, ZERO, m)), (counted,)),
    ):
        assert wrong not in shown(argue(k * k >= 0, have(wrong, by(by_laws)), given=given))
    right = equal(Sum(E(p, p), m, ZERO, n), Sum(mu, m, ZERO, n))
    assert right in shown(argue(k * k >= 0, have(right, by(by_laws)), given=(P,)))


def test_a_draw_is_a_whole_number_in_an_exponent() -> None:
    wrong = equal((-k) ** draws[b], k ** draws[b])
    for given in ((), (k > 0,), (k < 0,)):
        assert derive(wrong, Setting(given)).status < Status.PROVED
    right = equal((-k) ** (draws[b] + 1), -k * (-k) ** draws[b])
    assert derive(right, Setting()).status is Status.PROVED
