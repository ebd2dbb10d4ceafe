"""Traps for arguments: what is screened as a whole, and induction."""

from __future__ import annotations

import pytest

from nnmath.proof.argument import Induction
from nnmath.proof.inferences import (
    by,
    cite,
    contradiction,
    from_facts,
)
from nnmath.proof.nodes import as_node
from nnmath.proof.rules import algebra
from nnmath.proof.statements import (
    And,
    ForAll,
    Iff,
    Implies,
    Not,
    Or,
    Statement,
    Tends,
    equal,
)
from nnmath.proof.verdict import Status
from tests.proof.making import (
    ZERO,
    Lemma,
    Recurrence,
    argue,
    h,
    have,
    library,
    limit,
    m,
    n,
    shown,
    status,
    suppose,
    twice,
    u,
    x,
)


def test_honest_arguments_pass() -> None:
    grows = Induction(
        index=n,
        statement=2**n >= 1 + n,
        base=(have(2 ** as_node(0) >= 1 + 0 * x, by(algebra)),),
        step=(have(2 ** (n + 1) >= 2 * (1 + n), from_facts),),
    )
    assert status(argue(2**n >= 1 + n, grows)) is Status.PROVED
    closes = limit(1 / (n + 1), ZERO, 1 / h, have(1 / (n + 1) < h, from_facts))
    assert status(argue(Tends(1 / (n + 1), n, ZERO), closes)) is Status.PROVED


def test_a_conjunction_of_what_is_not_surely_defined_is_refused_in_words() -> None:
    both = And((1 / x > 0, 1 / u[n] > 0))
    step = suppose(both, then=(have(x**2 >= 0, from_facts),))
    (step,) = argue(x**2 >= 0, step).steps[1:]
    assert step.verdict.obstacle is not None


# What is screened as a whole


@pytest.mark.parametrize(
    "statement",
    [
        twice(x >= 0),
        Or((x > 1, x < 0)),
        Implies(x > 0, x > 1),
        Not(x > 0),
        Iff(x > 0, x > 1),
        And((x >= 0, Tends(u[n], n, ZERO))),
    ],
)
def test_a_statement_that_fails_at_a_point_is_refuted_in_any_shape(statement: Statement) -> None:
    checked = argue(statement, have(statement, from_facts))
    assert status(checked) is Status.REFUTED


def test_a_theorem_under_hypotheses_that_nothing_meets_is_not_proved() -> None:
    for given in ((equal(x, 1), equal(x, 2)), (x > 1, x < 0), (x > 0, Or((x < 0, x < -1)))):
        checked = argue(twice(equal(x, 5)), have(equal(x, 5), from_facts), given=given)
        assert status(checked) is not Status.PROVED, given


def test_a_step_that_fails_spoils_the_theorem() -> None:
    checked = argue(twice(x**2 >= 0), have(x > 0, from_facts), have(x**2 >= 0, from_facts))
    assert status(checked) is not Status.PROVED


# Induction


def test_induction_runs_over_natural_numbers() -> None:
    over_reals = Induction(
        index=x,
        statement=x >= 0,
        base=(have(ZERO >= 0, from_facts),),
        step=(have(x + 1 >= 0, from_facts),),
    )
    after = have(twice(x >= 0), from_facts)
    assert after.statement not in shown(argue(ForAll(x, x >= 0), over_reals, after))


def test_induction_needs_a_free_index() -> None:
    small = Induction(index=n, statement=n <= 3, base=(), step=(have(n + 1 <= 3, from_facts),))
    inside = suppose(n <= 2, then=(small, have(ForAll(n, n <= 3), from_facts)))
    last = argue(Implies(n <= 2, ForAll(n, n <= 3)), inside).verdict
    assert last.status is not Status.PROVED


def test_induction_needs_its_base_and_its_step() -> None:
    no_base = Induction(index=n, statement=n >= 1, base=(), step=(have(n + 1 >= 1, from_facts),))
    assert status(argue(twice(n >= 1), no_base)) is not Status.PROVED
    no_step = Induction(index=n, statement=n <= 5, base=(), step=())
    assert status(argue(twice(n <= 5), no_step)) is not Status.PROVED


def test_the_hypothesis_of_an_induction_is_for_its_own_index() -> None:
    # From u_n = n for this n nothing follows for m, and not for n + 2 either
    step = (have(equal(u[m], m), from_facts),)
    wrong = Induction(index=n, statement=equal(u[n], n), base=(), step=step)
    assert status(argue(equal(u[n], n), wrong)) is not Status.PROVED
    every = (have(ForAll(n, equal(u[n], n)), from_facts),)
    circular = Induction(index=n, statement=equal(u[n], n), base=every, step=every)
    assert ForAll(n, equal(u[n], n)) not in shown(argue(equal(u[n], n), circular))


def test_an_induction_over_a_bound_index_is_refused_in_one_line() -> None:
    bound = Induction(index=n, statement=Tends(1 / (n + 1), n, ZERO), base=(), step=())
    assert status(argue(Tends(1 / (n + 1), n, ZERO), bound)) is not Status.PROVED


def test_two_update_rules_for_one_sequence_are_no_hypothesis() -> None:
    one, two = (Recurrence(u, n, as_node(value)) for value in (1, 2))
    known = library(Lemma("one", (one,), equal(u[1], 1)), Lemma("two", (two,), equal(u[1], 2)))
    goal = Tends(u[n], n, as_node(7))
    steps = (
        have(equal(u[1], 1), cite("one")),
        have(equal(u[1], 2), cite("two")),
        have(goal, contradiction),
    )
    assert status(argue(goal, *steps, given=(one, two), known=known)) is not Status.PROVED
