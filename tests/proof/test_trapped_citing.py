"""Traps for citing: a claim says what it says, where its hypotheses hold, and no more."""

from __future__ import annotations

import pytest

from nnmath.proof.citing import Lemma
from nnmath.proof.claims import Definition
from nnmath.proof.inferences import (
    by,
    cite,
    instantiate,
)
from nnmath.proof.library import Shelf
from nnmath.proof.nodes import INFINITY, Derivative, Limit, Transpose, as_node
from nnmath.proof.rules import lemma
from nnmath.proof.statements import (
    Chain,
    ForAll,
    Implies,
    Not,
    Or,
    equal,
)
from nnmath.proof.substitution import substitute_in
from nnmath.proof.verdict import Status
from tests.proof.indices import A, a, b, i, j, p
from tests.proof.making import (
    FALSE,
    HALF,
    HALVES,
    ONE,
    SHRINKS,
    WORD,
    ZERO,
    And,
    Tends,
    argue,
    c,
    eta,
    h,
    have,
    library,
    n,
    shown,
    status,
    suppose,
    twice,
    u,
    x,
    y,
    z,
)

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


def test_only_free_symbols_of_a_lemma_take_values() -> None:
    square = library(Lemma("square", (), x**2 >= 0))
    for values in ({x**2: -ONE}, {x**2: -ONE, x: y}, {x**2 + 0: y}, {ZERO: ONE}, {y: ONE}):
        wrong = substitute_in(x**2 >= 0, values)
        checked = argue(twice(x**2 >= 0), have(wrong, cite("square", values)), known=square)
        assert wrong not in shown(checked)
    binding = library(Lemma("every", (), ForAll(x, x**2 >= 0)))
    every = ForAll(x, y**2 >= 0)
    assert every not in shown(argue(every, have(every, cite("every", {x: y})), known=binding))


def test_a_lemma_with_a_limit_is_used_for_that_limit_only() -> None:
    # x − lim (x + h) = 0 says nothing of y − lim (x + h)
    for inner in (Limit(x + h, h, ZERO), Derivative(x**2 / 2, x)):
        known = library(Lemma("same", (), equal(x - inner, 0)))
        wrong = equal(y - inner, 0)
        checked = argue(twice(x**2 >= 0), have(wrong, by(lemma("same"))), known=known)
        assert wrong not in shown(checked)
        right = equal(5 + (x - inner), 5)
        checked = argue(twice(x**2 >= 0), have(right, by(lemma("same"))), known=known)
        assert right in shown(checked)


def test_a_hypothesis_of_several_parts_is_met_in_every_part() -> None:
    parts = (
        Or((x < -1, x > 5)),
        Not(x < 5),
        ForAll(z, x * z > 5 * z),
        Tends(x + 0 * n, n, as_node(7)),
    )
    for part in parts:
        for given in (And((x >= 0, part)), And((And((part, x >= 0)), x >= 0))):
            known = library(Lemma("beyond", (given,), x > 5))
            checked = argue(
                twice(y**2 >= 0), have(y > 5, cite("beyond", {x: y})), given=(y >= 0,), known=known
            )
            assert (y > 5) not in shown(checked)
    both = library(
        Lemma("both", (And((x >= 0, Chain((ZERO, x, as_node(9)), ("<", "<")))),), x < 10)
    )
    checked = argue(
        twice(y**2 >= 0), have(y < 10, cite("both", {x: y})), given=(y > 0, y < 9), known=both
    )
    assert (y < 10) in shown(checked)


def test_a_number_is_neither_a_matrix_nor_infinite() -> None:
    sign = Or((x <= 0, x >= 0))
    lemmas = library(Lemma("sign", (), sign), Lemma("zero", (), equal(x * 0, 0)))
    for value in (A, Transpose(A), A + A):
        wrong = Or((value <= 0, value >= 0))
        step = have(wrong, cite("sign", {x: value}))
        assert wrong not in shown(argue(twice(x**2 >= 0), step, known=lemmas)), "entry by entry"
    for value in (INFINITY, INFINITY + 1):
        wrong = equal(value * 0, 0)
        for by_lemma in (cite("zero", {x: value}), by(lemma("zero"))):
            step = have(wrong, by_lemma)
            assert wrong not in shown(argue(twice(x**2 >= 0), step, known=lemmas))
    every = suppose(
        ForAll(x, x < x + 1),
        then=(have(INFINITY < INFINITY + 1, instantiate(x, INFINITY)),),
    )
    assert (INFINITY < INFINITY + 1) not in shown(argue(twice(x**2 >= 0), every))


def test_a_value_is_not_caught_by_what_a_lemma_binds() -> None:
    # What is at most every entry is at most one of them: with a_j = b_i that would be b_i ≤ b_i
    least = library(Lemma("least", (ForAll(i, a[j] <= b[i]),), a[j] <= b[p]))
    caught = b[i] <= b[p]
    assert caught not in shown(
        argue(x * x >= 0, have(caught, cite("least", {a[j]: b[i]})), known=least)
    )
    fine = x <= b[p]
    step = have(fine, cite("least", {a[j]: x}))
    every = ForAll(i, x <= b[i])
    assert fine in shown(argue(x * x >= 0, step, given=(every,), known=least))
