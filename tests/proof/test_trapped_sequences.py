"""Traps for sequences of vectors, for inductions that end, and for what is said for every index."""

from __future__ import annotations

import pytest

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.argument import Induction, Step
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import by, from_facts, instantiate
from nnmath.proof.kernel import derive, prove
from nnmath.proof.meanings import Meaning
from nnmath.proof.nodes import SQRT, Node, Relation, Variable, as_node
from nnmath.proof.points import points
from nnmath.proof.premises import from_these
from nnmath.proof.rules import update
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Hypothesis, Recurrence, between, equal
from nnmath.proof.verdict import Status
from tests.proof.making import WORD, ZERO, argue, have, m, n, shown, status, symbol, u, x, y

D, T = symbol("D", Sort.COUNT), symbol("T", Sort.COUNT)
END = Variable(T)


def index(name: str, size: Symbol) -> Variable:
    """An index that runs to a size."""
    return Variable(Symbol(f"test-{name}", WORD, name, name, name, sort=Sort.INDEX, size=size))


def tensor(name: str, *shape: Symbol) -> Tensor:
    """A vector, or a sequence of vectors."""
    return Tensor(Symbol(f"test-{name}", WORD, name, name, name, shape=shape))


i, j, k = (index(name, D) for name in "ijk")
s = index("s", T)
a, p, q = (tensor(name, D) for name in "apq")
v, w = (tensor(name, n.symbol, D) for name in "vw")

HALVED = ForAll(i, equal(w[n + 1, i], w[n, i] / 2))
EVERY_STEP = ForAll(s, u[s] <= u[s - 1] - 1)


def derived(goal: Relation, *given: Hypothesis) -> Status:
    """What follows, without a look at points."""
    return derive(goal, Setting(given)).status


# Sequences of vectors


def test_an_equation_between_two_members_is_put_in_under_sums() -> None:
    squares = total(i, w[n + 1, i] ** 2), total(i, w[n, i] ** 2)
    assert derived(equal(4 * squares[0], squares[1]), HALVED) is Status.PROVED


@pytest.mark.parametrize(
    "goal",
    [
        equal(w[n + 2, j], w[n + 1, j] / 2),
        equal(w[n, j], w[n, j] / 2),
        equal(w[m + 1, j], w[m, j] / 2),
        equal(v[n + 1, j], v[n, j] / 2),
        equal(total(m, w[m + 1, j], 1, n), total(m, w[m, j] / 2, 1, n)),
        equal(total(n, w[n + 1, j], 1, m), total(n, w[n, j] / 2, 1, m)),
    ],
)
def test_an_equation_between_two_members_says_nothing_of_others(goal: Relation) -> None:
    assert derived(goal, HALVED) is not Status.PROVED


def test_what_is_put_in_is_not_caught_by_a_quantifier() -> None:
    # x_i = p_j for one j, and x_j ≥ q_j for every j: p_j ≥ q_k, but not p_k ≥ q_k
    given = (ForAll(i, equal(a[i], p[j])), ForAll(j, a[j] >= q[j]))
    assert derived(p[j] >= q[k], *given) is Status.PROVED
    assert derived(p[k] >= q[k], *given) is not Status.PROVED


def test_equations_are_put_into_one_another_with_their_own_letters() -> None:
    # p_j = q_i for one i and every j; a_i = p_i for every i: a_k = q_i, but not a_k = q_k
    given = (ForAll(j, equal(p[j], q[i])), ForAll(i, equal(a[i], p[i])))
    assert derived(equal(a[k], q[k]), *given) is not Status.PROVED
    swapped = (ForAll(i, equal(a[i], p[i])), ForAll(j, equal(p[j], q[i])))
    assert derived(equal(a[k], q[k]), *swapped) is not Status.PROVED
    doubled = (ForAll(i, equal(p[i], 2 * q[i])), ForAll(i, equal(a[i], p[i] + 1)))
    assert derived(equal(a[k], 2 * q[k] + 1), *doubled) is Status.PROVED
    assert derived(equal(a[k], 2 * q[k] + 1), *doubled[::-1]) is Status.PROVED


@pytest.mark.parametrize("before", [n - 1, as_node(-1), n / 2])
def test_a_sequence_of_vectors_begins_at_0(before: Node) -> None:
    assert prove(equal(w[before, i], w[before, i]), Setting()).status is not Status.PROVED
    assert prove(equal(w[n, i], w[n, i]), Setting()).status is Status.PROVED


def test_points_meet_what_is_said_of_every_step() -> None:
    given = (EVERY_STEP, ForAll(s, ForAll(i, equal(w[s, i], w[s - 1, i] + a[i]))))
    claim = u[END] <= u[0] - total(i, (w[1, i] - w[0, i]) - a[i])
    assert next(points(given, claim, {}), None) is not None
    assert prove(u[END] >= u[0], Setting(given)).status is Status.REFUTED


def test_points_have_squares_of_a_given_value() -> None:
    given = (equal(u[0] ** 2, as_node("9/4")), u[1] ** 2 >= u[0], u[1] > 0)
    assert prove(u[0] <= 1, Setting(given)).status is Status.REFUTED
    assert prove(u[0] >= 1, Setting(given)).status is Status.REFUTED
    assert next(points((equal(u[0] ** 2, -1),), equal(u[0], u[0]), {}), None) is None


def test_points_have_vectors_of_length_1() -> None:
    unit = equal(total(i, a[i] ** 2), 1)
    assert prove(a[j] ** 2 <= 1, Setting((unit,))).status is Status.PROVED
    assert prove(a[j] ** 2 < 1, Setting((unit,))).status is Status.REFUTED
    assert prove(
        total(i, a[i] * p[i]) <= SQRT(total(i, p[i] ** 2)) / 2, Setting((unit,))
    ).status is (Status.REFUTED)


# Inductions that end


def stepping(last: Variable | None, *steps: Step, statement: Relation) -> Induction:
    """An induction over n."""
    base = (have(equal(0, 0), from_facts),)
    return Induction(index=n, statement=statement, base=base, step=steps, last=last)


FALLS = u[n] <= u[0] - n
ONE_STEP = have(u[n + 1] <= u[n] - 1, instantiate(s, n + 1))
NEXT = have(u[n + 1] <= u[0] - (n + 1), from_facts)


def test_an_induction_may_end_where_its_hypotheses_do() -> None:
    goal = u[END] <= u[0] - END
    ends = stepping(END, ONE_STEP, NEXT, statement=FALLS)
    assert status(argue(goal, ends, given=(EVERY_STEP,))) is Status.PROVED
    endless = stepping(None, ONE_STEP, NEXT, statement=FALLS)
    assert status(argue(goal, endless, given=(EVERY_STEP,))) is not Status.PROVED


def test_an_induction_shows_nothing_beyond_its_end() -> None:
    ends = stepping(END, ONE_STEP, NEXT, statement=FALLS)
    for goal in (u[END + 1] <= u[0] - (END + 1), u[m] <= u[0] - m, FALLS):
        checked = argue(goal, ends, given=(EVERY_STEP,))
        assert goal not in shown(checked) and status(checked) is not Status.PROVED
    late = have(u[n + 2] <= u[n + 1] - 1, instantiate(s, n + 2))
    checked = argue(u[END] <= u[0], stepping(END, late, statement=FALLS), given=(EVERY_STEP,))
    assert late.statement not in shown(checked)


def test_an_induction_ends_at_a_natural_number_other_than_its_index() -> None:
    for last in (x, n):
        ends = stepping(last, ONE_STEP, NEXT, statement=FALLS)
        checked = argue(u[0] <= u[0], ends, given=(EVERY_STEP,))
        assert status(checked) is not Status.PROVED
    within = stepping(END, have(ZERO >= 1, from_facts), statement=n <= 0)
    assert status(argue(END <= 0, within)) is not Status.PROVED


def test_an_index_stands_for_its_own_numbers_alone() -> None:
    for value in (as_node(0), END + 1, n, as_node(2), as_node("1/2"), x):
        one = have(u[value] <= u[value - 1] - 1, instantiate(s, value))
        assert one.statement not in shown(argue(u[0] <= u[0], one, given=(EVERY_STEP,)))
    first = have(u[1] <= u[0] - 1, instantiate(s, as_node(1)))
    assert status(argue(first.statement, first, given=(EVERY_STEP,))) is Status.PROVED


# From a few facts


def test_what_rests_on_a_few_facts_is_no_more_general_for_it() -> None:
    every = ForAll(x, x > 0)
    for premises in ((x > 1,), (x > 0,), ()):
        steps = have(x > 0, from_facts), have(every, from_these(*premises))
        assert every not in shown(argue(y <= y, *steps, given=(x > 1,)))


def test_a_step_may_rest_on_a_few_facts_and_then_on_no_others() -> None:
    given = (x > 1, between(0, y, 2))
    good = have(x > 0, from_these(x > 1))
    assert status(argue(x > 0, good, given=given)) is Status.PROVED
    for inference in (from_these(), from_these(between(0, y, 2)), from_these(x > 1, x > 3)):
        assert (x > 0) not in shown(argue(x > -9, have(x > 0, inference), given=given))


def test_a_sequence_goes_on_by_the_number_outside_of_a_sum() -> None:
    # Each u_1 is x u_0 with the one x that drives it, and not with the index of that letter
    driven = Recurrence(u, n, x * u[n])
    wrong, right = (
        equal(total(x, u[1], 1, m), value) for value in (total(x, x * u[0], 1, m), m * x * u[0])
    )
    assert wrong not in shown(argue(y * y >= 0, have(wrong, by(update)), given=(driven,)))
    assert prove(right, Setting((driven,))).status is not Status.REFUTED
    other = equal(total(y, u[1], 1, m), m * x * u[0])
    assert other in shown(argue(other, have(other, by(update)), given=(driven,)))


def test_a_quantity_that_changes_with_an_index_is_not_worked_out_once_for_all() -> None:
    scaled = Tensor(symbol("scaled"), sources=(x,))
    sums = equal(total(x, scaled[()], 1, m), total(x, x, 1, m))
    meant = Setting(meanings={scaled: Meaning((), x)})
    assert prove(sums, meant).status is not Status.REFUTED
