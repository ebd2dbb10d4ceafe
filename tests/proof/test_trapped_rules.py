"""Traps for derivations: a rule is a licence, and no label may let more through."""

from __future__ import annotations

import pytest

from nnmath.proof.citing import Lemma
from nnmath.proof.inferences import by, cite
from nnmath.proof.nodes import EXP, LOG, SQRT, Derivative, Function, Limit, as_node
from nnmath.proof.rules import (
    algebra,
    differentiate,
    fold,
    insert,
    lemma,
    take_limit,
    unfold,
    update,
)
from nnmath.proof.statements import Recurrence, equal, unequal
from nnmath.proof.verdict import Status
from tests.proof.chancy import draws, i
from tests.proof.making import (
    ONE,
    SHRINKS,
    ZERO,
    argue,
    c,
    chain,
    defined,
    eta,
    f,
    g,
    h,
    have,
    k,
    last,
    library,
    n,
    shown,
    status,
    symbol,
    u,
    x,
    y,
)

PARABOLA = library(definitions=defined(f, x**2))


def test_honest_steps_pass() -> None:
    assert status(chain(f(y), (unfold(f), y**2), known=PARABOLA)) is Status.PROVED
    assert status(chain(y**2, (fold(f), f(y)), known=PARABOLA)) is Status.PROVED
    step = chain(u[n + 1], (update, u[n] - eta * u[n]), given=(SHRINKS,))
    assert status(step) is Status.PROVED
    put_in = chain(x + y, (insert, 3 + y), given=(equal(x, 3),))
    assert status(put_in) is Status.PROVED


def test_calculus_hides_in_no_other_step() -> None:
    for rule in (algebra, insert, unfold(f), take_limit, update):
        assert status(chain(Derivative(x**2, x), (rule, 2 * x), known=PARABOLA)) < Status.PROVED
    for rule in (algebra, insert, differentiate, take_limit, update):
        assert status(chain(f(y), (rule, y**2), known=PARABOLA)) < Status.PROVED
        assert status(chain(Limit(x + h, h, ZERO), (rule, x))) < Status.PROVED or (
            rule is take_limit
        )
    for rule in (algebra, differentiate, take_limit, update, unfold(f)):
        hidden = chain(x + y, (rule, 3 + y), given=(equal(x, 3),), known=PARABOLA)
        assert status(hidden) < Status.PROVED, f"{rule.id} used an equation"
    for rule in (algebra, insert, differentiate, take_limit):
        assert status(chain(u[n + 1], (rule, u[n] - eta * u[n]), given=(SHRINKS,))) < Status.PROVED


@pytest.mark.parametrize("rule", [insert, differentiate, take_limit, update, unfold(f)])
def test_a_label_claims_no_more_than_the_step_does(rule: object) -> None:
    checked = chain(x * (x + 1), (rule, x**2 + x), known=PARABOLA)  # type: ignore[arg-type]
    assert status(checked) is Status.UNDECIDED
    assert "label says more" in checked.verdict.reason


def test_opening_and_recognising_are_not_the_same_step() -> None:
    assert status(chain(f(y), (fold(f), y**2), known=PARABOLA)) < Status.PROVED
    assert status(chain(y**2, (unfold(f), f(y)), known=PARABOLA)) < Status.PROVED


def test_each_licence_opens_one_thing_once() -> None:
    both = library(definitions=defined(f, x**2) | defined(g, x + 1))
    assert status(chain(f(g(y)), (unfold(f), (y + 1) ** 2), known=both)) < Status.PROVED
    twice = chain(u[n + 2], (update, (1 - eta) ** 2 * u[n]), given=(SHRINKS,))
    assert status(twice) < Status.PROVED


def test_what_is_not_in_uses_stays_closed() -> None:
    assert status(chain(f(y), (unfold(f), y**2))) < Status.PROVED
    assert status(chain(f(y), (lemma("square"), y**2))) < Status.PROVED


def test_hypotheses_that_no_point_meets_prove_nothing() -> None:
    given = (equal(x, 1), equal(x, 2))
    assert status(chain(x, (insert, as_node(5)), given=given)) < Status.PROVED


def test_an_expression_without_a_value_is_no_middle_term() -> None:
    assert status(chain(ZERO, (algebra, 0 * Limit(1 / h, h, ZERO)))) < Status.PROVED
    assert status(chain(0 * Limit(1 / h, h, ZERO), (algebra, ZERO))) < Status.PROVED
    assert status(chain(0 * Derivative(abs(x), x), (algebra, ZERO))) < Status.PROVED


def test_a_limit_binds_its_symbol() -> None:
    depends = Function(symbol("q"), depends_on=(h.symbol,))
    one, other = Limit(depends(x), h, ZERO), Limit(depends(x), k, ZERO)
    assert status(chain(one, (algebra, other))) < Status.PROVED
    inner, outer = Limit(Limit(h, h, ONE), h, ZERO), Limit(Limit(h, k, ONE), h, ZERO)
    assert status(chain(inner, (algebra, outer))) < Status.PROVED
    wrong = equal(inner, outer)
    assert wrong not in shown(argue(x * x >= 0, have(wrong, by(algebra)))), "1 is not 0"
    moved = Limit(Derivative(x * h, x), k, ZERO)
    assert status(chain(moved, (algebra, Limit(Derivative(x * h, x), h, ZERO)))) < Status.PROVED


def test_a_lemma_under_a_limit_needs_its_hypotheses_for_the_bound_symbol() -> None:
    root = library(Lemma("root", (x >= 0,), equal(SQRT(x**2), x)))
    step = chain(
        Limit(SQRT(h**2), h, -ONE), (lemma("root"), Limit(h, h, -ONE)), given=(h >= 0,), known=root
    )
    assert last(step) < Status.PROVED


def test_a_lemma_at_a_point_says_nothing_about_the_derivative_there() -> None:
    nine = library(Lemma("nine", (equal(x, 3),), equal(x**2, 9)))
    step = chain(
        Derivative(x**2, x),
        (lemma("nine"), Derivative(as_node(9), x)),
        given=(equal(x, 3),),
        known=nine,
    )
    assert status(step) < Status.PROVED
    assert last(step) < Status.PROVED


def test_a_lemma_is_used_where_its_hypotheses_follow_and_nowhere_else() -> None:
    inverse = library(Lemma("inverse", (x > 0,), equal(EXP(LOG(x)), x)))
    step = (lemma("inverse"), y)
    assert status(chain(EXP(LOG(y)), step, given=(y >= 1,), known=inverse)) is Status.PROVED
    for given in ((), (y >= 0,), (x > 0,), (unequal(y, 0),)):
        loose = chain(EXP(LOG(y)), step, given=given, known=inverse)
        assert loose.verdict.status < Status.PROVED
    # Also where no point could tell: q is a function of which nothing is known
    about = library(Lemma("positive", (x >= 0,), f(x) >= 0))
    cited = argue(y * y >= 0, have(f(y) >= 0, cite("positive", {x: y})), known=about)
    assert (f(y) >= 0) not in shown(cited)


def test_a_lemma_about_natural_numbers_is_for_natural_numbers() -> None:
    whole = library(Lemma("whole", (), equal(SQRT((2 * n) ** 2), 2 * n)))
    assert status(chain(SQRT((2 * x) ** 2), (lemma("whole"), 2 * x), known=whole)) < Status.PROVED


def test_a_lemma_keeps_the_symbols_that_a_definition_hides() -> None:
    # q(x) = c x: from q(1) + c = 2c nothing follows about q(1) + 5
    q = Function(symbol("q"), depends_on=(c.symbol,))
    twice = library(Lemma("twice", (), equal(q(1) + c, 2 * c)), definitions=defined(q, c * x))
    step = chain(q(1) + 5, (lemma("twice"), as_node(10)), known=twice)
    assert last(step) < Status.PROVED


def test_an_update_rule_stays_out_of_a_limit_over_its_own_symbol() -> None:
    step = chain(
        Limit(u[n + 1], eta, ZERO),
        (update, Limit(u[n] - eta * u[n], eta, ZERO)),
        given=(SHRINKS,),
    )
    assert last(step) < Status.PROVED


def test_an_update_rule_gives_no_first_member() -> None:
    fives = Recurrence(u, n, as_node(5))
    step = chain(u[n + (-1) + 1], (update, as_node(5)), given=(fives,))
    assert status(step) < Status.PROVED, "n may be 0, and u_0 is no member that the rule gives"


def test_a_member_is_no_constant_for_calculus() -> None:
    assert status(chain(Derivative(u[1], eta), (differentiate, ZERO), given=(SHRINKS,))) < (
        Status.PROVED
    )
    given = (SHRINKS, equal(u[1], 5))
    step = chain(Derivative(u[1], eta), (insert, Derivative(as_node(5), eta)), given=given)
    assert status(step) < Status.PROVED


def test_nothing_has_a_slope_by_a_whole_number() -> None:
    for by_whole in (n, i, draws[1]):
        for body, slope in ((by_whole**2, 2 * by_whole), (x * by_whole, x), (x, ZERO)):
            step = (differentiate, slope)
            assert status(chain(Derivative(body, by_whole), step)) < Status.PROVED, body
    assert status(chain(Derivative(n * x**2, x), (differentiate, 2 * n * x))) is Status.PROVED


def test_a_limit_over_natural_numbers_is_not_taken_by_continuity() -> None:
    step = chain(Limit(ZERO**n, n, ZERO), (take_limit, ONE))
    assert status(step) < Status.PROVED


def test_a_limit_at_a_jump_or_of_an_unknown_function_is_not_taken() -> None:
    assert status(chain(Limit(h / abs(h), h, ZERO), (take_limit, ONE))) < Status.PROVED
    assert status(chain(Limit(f(h), h, ZERO), (take_limit, f(0)))) < Status.PROVED


def test_a_derivation_without_a_step_shows_nothing() -> None:
    for expression in (1 / x, x, Limit(1 / h, h, ZERO)):
        assert status(chain(expression)) < Status.PROVED
    assert status(chain(x, given=(x > 1, x < 0))) < Status.PROVED
