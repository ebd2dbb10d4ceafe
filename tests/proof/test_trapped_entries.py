"""Traps for “for every index”, for entries at given places, and for quantities known only as
computed from others."""

from __future__ import annotations

import pytest

from nnmath.proof.chain_rule import chain as chain_rule
from nnmath.proof.citing import Lemma
from nnmath.proof.claims import Definition
from nnmath.proof.defining import check_definition
from nnmath.proof.differentiation import NotDifferentiable, differentiate, evaluate_derivatives
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.indexed import Kronecker, total
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.kernel import prove
from nnmath.proof.nodes import LOG, SQRT, Derivative, Node, Relation, Variable, as_node
from nnmath.proof.rule import Library
from nnmath.proof.rules import differentiate as differentiating
from nnmath.proof.rules import lemma
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Hypothesis, equal
from nnmath.proof.verdict import Status
from tests.proof.indices import K, X, i, k, n, o, tensor, y, z
from tests.proof.making import WORD, argue, chain, have, library, shown, status, x

SIZE = Variable(K)
E = tensor("E", sources=(z,))
s = tensor("s", K, sources=(z,))


# For every index


def test_what_was_shown_of_an_index_holds_for_every_one() -> None:
    every = ForAll(k, y[k] ** 2 >= 0)
    assert status(argue(every, have(every, from_facts))) is Status.PROVED
    twice = ForAll(k, ForAll(o, y[k] ** 2 + y[o] ** 2 >= 0))
    assert status(argue(twice, have(twice, from_facts))) is Status.PROVED
    known = library(Lemma("squares", (), y[k] ** 2 >= 0))
    assert status(argue(every, have(every, cite("squares")), known=known)) is Status.PROVED


def test_what_was_assumed_of_one_index_does_not() -> None:
    one, every = y[k] >= 0, ForAll(k, y[k] >= 0)
    known = library(Lemma("one", (one,), one))
    for by in (from_facts, cite("one")):
        checked = argue(x * x >= 0, have(every, by), given=(one,), known=known)
        assert every not in shown(checked)
    # Nor does a lemma about one place
    first = library(Lemma("first", (), y[1] ** 2 >= 0))
    for wrong in (ForAll(k, y[1] ** 2 >= 1), ForAll(k, y[k] ** 2 >= 0)):
        assert wrong not in shown(argue(x * x >= 0, have(wrong, cite("first")), known=first))


def test_nested_statements_are_read_at_all_choices_at_once() -> None:
    symmetric = ForAll(n, ForAll(i, equal(X[n, i], 2 * X[n, i] - 1)))
    assert follows(equal(X[n, i], 1), Setting((symmetric,)))
    below = ForAll(k, ForAll(o, y[k] <= z[o]))
    assert follows(y[o] <= z[k], Setting((below,)))
    assert not follows(z[k] <= y[k], Setting((below,)))
    # Of two binders of one letter the inner one is meant
    shadowed = ForAll(k, ForAll(k, y[k] <= z[k]))
    assert follows(y[o] <= z[o], Setting((shadowed,)))
    assert not follows(y[o] <= z[k], Setting((shadowed,)))


def test_what_is_said_of_a_diagonal_is_not_said_of_all_entries() -> None:
    square = tensor("A", K, K)
    for at in (k, o):
        diagonal = Setting((ForAll(k, ForAll(o, equal(square[at, at], y[k] * y[o]))),))
        assert follows(equal(square[k, k], square[o, o]), diagonal)
        assert follows(equal(square[k, k], y[k] * y[o]), diagonal)
        assert not follows(equal(square[k, o], square[o, o]), diagonal)
        assert not follows(equal(square[k, o], y[k] * y[o]), diagonal)
    turned = Setting((ForAll(k, ForAll(o, equal(square[o, k], y[k] * y[o]))),))
    assert follows(equal(square[k, o], y[k] * y[o]), turned)


def test_the_signs_of_inner_sums_come_from_every_index() -> None:
    double = total(k, total(o, y[k] * y[o] * (z[k] - z[o]) ** 2))
    assert follows(double >= 0, Setting((ForAll(k, y[k] >= 0),)))
    assert not follows(double >= 0, Setting((ForAll(k, y[k] <= 1),)))
    assert not follows(double > 0, Setting((ForAll(k, y[k] > 0),)))


# Entries at given places


@pytest.mark.parametrize(
    ("goal", "given", "proved"),
    [
        (y[1] > 0, (ForAll(k, y[k] > 0),), True),
        (y[2] > 0, (ForAll(k, y[k] > 0), equal(SIZE, 2)), True),
        (y[2] > 0, (ForAll(k, y[k] > 0), SIZE >= 3), True),
        (y[2] > 0, (ForAll(k, y[k] > 0),), False),
        (y[3] > 0, (ForAll(k, y[k] > 0), equal(SIZE, 2)), False),
        (y[2] > 0, (ForAll(k, y[k] > 0), SIZE <= 3), False),
        (equal(LOG(y[2]), LOG(1 - y[1])), (equal(y[2], 1 - y[1]), y[1] < 1, SIZE >= 2), True),
        (equal(LOG(y[2]), LOG(1 + y[1])), (equal(y[2], 1 - y[1]), y[1] < 1, SIZE >= 2), False),
        (equal(y[k], 1), (equal(y[1], 1),), False),
        (equal(total(k, y[k]), 1), (equal(y[1], 1),), False),
    ],
)
def test_entries_at_given_places(
    goal: Relation, given: tuple[Hypothesis, ...], proved: bool
) -> None:
    assert follows(goal, Setting(given)) is proved


def test_an_equation_with_a_denominator_is_used() -> None:
    size = Variable(K)
    given = (equal(x, y[k] / (size * (size + 1))),)
    assert follows(equal(size * (size + 1) * x, y[k]), Setting(given))
    assert not follows(equal(size * x, y[k]), Setting(given))


# Definitions for every index


@pytest.mark.parametrize(
    ("right", "given", "sound"),
    [
        (total(k, LOG(y[k])), (ForAll(k, y[k] > 0),), True),
        (total(k, LOG(y[k]) + LOG(z[k])), (ForAll(k, y[k] > 0), ForAll(k, z[k] > 0)), True),
        (total(k, LOG(y[k])), (), False),
        (total(k, LOG(y[k])), (ForAll(k, y[k] >= 0),), False),
        (total(k, LOG(y[k])), (ForAll(k, y[k] > 1),), False),
        (total(k, LOG(y[k])), (ForAll(k, y[k] > 0), ForAll(k, z[k] > 0)), False),
        (total(k, LOG(y[k]), 1, 1), (ForAll(k, y[k] > 0),), False),
    ],
)  # fmt: skip
def test_a_definition_asks_for_no_more_than_it_needs(
    right: object, given: tuple[Hypothesis, ...], sound: bool
) -> None:
    left = tensor("F", sources=(y, z))[()]
    claim = Definition(
        id="f", name=WORD, left=left, right=right, given=given, source="own", witness="none"
    )  # type: ignore[arg-type]
    assert (check_definition(claim, Library()).status is Status.DEFINED) is sound


# Quantities known only as computed from others


def test_a_hidden_dependence_stays_where_it_is() -> None:
    slope = Derivative(E[()], z[k])
    assert evaluate_derivatives(Derivative(3 * E[()] + z[o], z[k])) != slope
    goal = equal(Derivative(3 * E[()] + z[o], z[k]), 3 * slope + Kronecker(o, k))
    assert status(chain(goal.left, (differentiating, goal.right))) is Status.PROVED
    with pytest.raises(NotDifferentiable):
        differentiate(E[()], z[k])
    square = (differentiating, 2 * E[()] * slope)
    assert status(chain(Derivative(E[()] ** 2, z[k]), square)) is Status.PROVED
    wrong = (differentiating, 2 * E[()])
    assert status(chain(Derivative(E[()] ** 2, z[k]), wrong)) < Status.PROVED
    gone = (differentiating, as_node(0))
    assert status(chain(Derivative(E[()], z[k]), gone)) < Status.PROVED


def test_what_a_hidden_quantity_stands_in_keeps_its_conditions() -> None:
    nothing = Setting()
    for body in (abs(E[()]), SQRT(E[()]), LOG(E[()]), 1 / E[()]):
        goal = equal(Derivative(body, z[k]), Derivative(body, z[k]))
        assert undefined((goal,), nothing) is not None
    positive = Setting((E[()] > 0,))
    for body in (SQRT(E[()]), LOG(E[()]), 1 / E[()]):
        goal = equal(Derivative(body, z[k]), Derivative(body, z[k]))
        assert undefined((goal,), positive) is None
    # √E has a slope only where E > 0
    edge = equal(Derivative(SQRT(E[()]), z[k]), Derivative(SQRT(E[()]), z[k]))
    assert undefined((edge,), Setting((E[()] >= 0,))) is not None


def test_a_lemma_about_a_derivative_is_used_at_other_entries() -> None:
    slopes = library(Lemma("slopes", (), equal(Derivative(s[k], z[o]), y[k] * z[o])))

    def rewritten(node: Node) -> Node:
        return lemma("slopes").open(node, Setting(), slopes)

    assert rewritten(Derivative(s[o], z[k])) == y[o] * z[k]
    assert rewritten(Derivative(s[k], z[k])) == y[k] * z[k]
    inside = rewritten(total(k, y[k] * Derivative(s[k], z[o])))
    assert follows(equal(inside, total(k, y[k] * (y[k] * z[o]))), Setting())
    # What it says of one quantity by another it does not say of others
    for other in (Derivative(s[o], y[k]), Derivative(y[o], z[k]), Derivative(2 * s[o], y[k])):
        assert rewritten(other) == other


def test_points_are_found_for_quantities_below_definitions() -> None:
    # s is defined by a slope of E, of which nothing more is known
    slope = Definition(
        id="s", name=WORD, left=s[k], right=Derivative(E[()], z[k]), source="own", witness="none"
    )
    setting = Setting(meanings=dict([slope.meaning]))
    assert prove(equal(s[k] + s[k], 2 * s[k]), setting).status is Status.PROVED
    assert prove(equal(s[k] + s[k], s[k]), setting).status is Status.REFUTED


def test_the_chain_rule_takes_no_short_cut() -> None:
    h = tensor("h", K, sources=(z,))
    error = tensor("L", sources=(h,))
    slope = Derivative(error[()], z[k])
    right = total(o, Derivative(error[()], h[o]) * Derivative(h[o], z[k]))
    assert status(chain(slope, (chain_rule(h), right))) is Status.PROVED
    short = Derivative(error[()], h[k]) * Derivative(h[k], z[k])
    assert status(chain(slope, (chain_rule(h), short))) < Status.PROVED
