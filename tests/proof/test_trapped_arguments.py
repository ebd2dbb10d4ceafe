"""Traps for arguments: induction, “for every”, and citing."""

from __future__ import annotations

import pytest

from nnmath.proof.argument import Induction
from nnmath.proof.citing import Lemma
from nnmath.proof.claims import Definition
from nnmath.proof.inferences import (
    by,
    cite,
    from_facts,
    instantiate,
    rewrite,
)
from nnmath.proof.library import Shelf
from nnmath.proof.nodes import Node, as_node
from nnmath.proof.rules import algebra
from nnmath.proof.statements import (
    And,
    ForAll,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Statement,
    Tends,
    equal,
)
from nnmath.proof.verdict import Status
from tests.proof.making import (
    WORD,
    argue,
    c,
    eta,
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
    y,
)

ZERO, ONE, HALF = as_node(0), as_node(1), as_node("1/2")
SHRINKS = Recurrence(u, n, u[n] - eta * u[n])
HALVES = Recurrence(u, n, u[n] / 2)
FALSE = equal(0, 1)


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


# For every …


def test_for_every_needs_that_nothing_is_assumed() -> None:
    inside = suppose(x > 1, then=(have(ForAll(x, x > 1), from_facts),))
    assert status(argue(Implies(x > 1, ForAll(x, x > 1)), inside)) is not Status.PROVED


def test_a_later_member_tells_about_the_start() -> None:
    goal = Implies(u[1] > 0, ForAll(u[0], u[1] > 0))
    inside = suppose(u[1] > 0, then=(have(ForAll(u[0], u[1] > 0), from_facts),))
    assert status(argue(goal, inside, given=(SHRINKS,))) is not Status.PROVED
    assert status(argue(goal, inside)) is not Status.PROVED


def test_rewriting_for_every_start_uses_nothing_about_this_start() -> None:
    goal = Implies(And((ForAll(u[0], u[1] * 0 >= 0), equal(u[1], 3))), ForAll(u[0], u[1] * 0 >= 0))
    inside = suppose(
        ForAll(u[0], u[1] >= u[1]),
        equal(u[1], 3),
        then=(have(ForAll(u[0], u[1] >= 3), rewrite),),
    )
    checked = argue(goal, inside, given=(SHRINKS,))
    assert ForAll(u[0], u[1] >= 3) not in shown(checked)


def test_one_start_is_not_chosen_where_later_members_stand() -> None:
    premise = ForAll(u[0], equal(u[n], (1 - eta) ** n * u[0]))
    wrong = equal(u[n], (1 - eta) ** n * 1)
    inside = suppose(premise, then=(have(wrong, instantiate(u[0], ONE)),))
    assert wrong not in shown(argue(Implies(premise, wrong), inside, given=(SHRINKS,)))


@pytest.mark.parametrize("value", [-ONE, HALF, x, n - 1, as_node(-1)])
def test_a_natural_symbol_takes_natural_values(value: Node) -> None:
    wrong = value >= 0
    checked = argue(
        ForAll(n, n >= 0),
        have(n >= 0, from_facts),
        have(ForAll(n, n >= 0), from_facts),
        have(wrong, instantiate(n, value)),
    )
    assert wrong not in shown(checked)
    known = library(Lemma("natural", (), n >= 0))
    cited = argue(twice(x**2 >= 0), have(wrong, cite("natural", {n: value})), known=known)
    assert wrong not in shown(cited)


# Citing

CLOSED = Lemma("closed", (SHRINKS,), equal(u[n], (1 - eta) ** n * u[0]))


def test_a_lemma_about_a_sequence_is_not_cited_for_another_start() -> None:
    wrong = equal(u[n], (1 - eta) ** n * 1)
    checked = argue(
        wrong, have(wrong, cite("closed", {u[0]: ONE})), given=(SHRINKS,), known=library(CLOSED)
    )
    assert wrong not in shown(checked)


def test_a_lemma_about_one_member_is_not_cited_for_a_number_there() -> None:
    same = Lemma("same", (equal(n, 0),), equal(u[n], u[0]))
    wrong = equal(u[n], 5)
    checked = argue(
        wrong,
        have(wrong, cite("same", {u[0]: as_node(5)})),
        given=(equal(n, 0),),
        known=library(same),
    )
    assert wrong not in shown(checked)


def test_a_recurrence_is_discharged_with_its_own_symbols_only() -> None:
    for values in ({eta: HALF}, {eta: x}):
        wrong = equal(u[n], (1 - values[eta]) ** n * u[0])
        checked = argue(
            wrong, have(wrong, cite("closed", values)), given=(SHRINKS,), known=library(CLOSED)
        )
        assert wrong not in shown(checked)
    none = argue(CLOSED.statement, have(CLOSED.statement, cite("closed")), known=library(CLOSED))
    assert CLOSED.statement not in shown(none), "the recurrence is not assumed"
    other = argue(
        CLOSED.statement,
        have(CLOSED.statement, cite("closed")),
        given=(HALVES,),
        known=library(CLOSED),
    )
    assert CLOSED.statement not in shown(other)


def test_a_definition_of_a_sequence_holds_only_where_it_is_assumed() -> None:
    rule = Definition(
        id="rule", name=WORD, left=u[n + 1], right=u[n] - eta * u[n], source="", witness=""
    )
    from nnmath.proof.claims import Theorem

    wrong = equal(u[1], u[0] - 7 * u[0])
    theorem = Theorem(
        id="wrong",
        name=WORD,
        statement=wrong,
        uses=("rule",),
        source="own",
        argument=(have(wrong, cite("rule", {n: ZERO, eta: as_node(7)})),),
    )
    assert status(Shelf([rule, theorem]).check(theorem)) is not Status.PROVED


def test_a_quantified_hypothesis_is_discharged_word_for_word() -> None:
    every = ForAll(y, equal(x * y, 0))
    cited = library(Lemma("zero", (every,), equal(x, 0)))
    for given in ((), (ForAll(y, equal(c * y, 0)),)):
        checked = argue(
            Implies(x > 0, equal(x, 0)), have(equal(x, 0), cite("zero")), given=given, known=cited
        )
        assert equal(x, 0) not in shown(checked)
    moved = argue(equal(c, 0), have(equal(c, 0), cite("zero", {x: c})), given=(every,), known=cited)
    assert equal(c, 0) not in shown(moved)


def test_a_lemma_that_is_not_listed_is_not_cited() -> None:
    assert status(argue(FALSE, have(FALSE, cite("itself")))) is not Status.PROVED


def test_circular_citations_cannot_be_put_on_the_shelf() -> None:
    from nnmath.proof.claims import Theorem
    from nnmath.proof.library import BrokenOrder

    def citing(id: str, other: str) -> Theorem:
        return Theorem(
            id=id,
            name=WORD,
            statement=twice(FALSE),
            uses=(other,),
            source="own",
            argument=(have(twice(FALSE), cite(other)),),
        )

    for claims in ([citing("a", "b"), citing("b", "a")], [citing("a", "a")]):
        with pytest.raises(BrokenOrder):
            Shelf(claims)


def test_the_other_direction_of_a_lemma_is_another_lemma() -> None:
    known = library(Lemma("one-way", (), Implies(x > 1, x > 0)))
    inside = suppose(x > 0, then=(have(x > 1, cite("one-way")),))
    assert (x > 1) not in shown(argue(Implies(x > 0, x > 1), inside, known=known))
