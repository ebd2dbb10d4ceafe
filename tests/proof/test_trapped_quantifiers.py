"""Traps for quantifiers: what is shown of one value is not shown of every value."""

from __future__ import annotations

import pytest

from nnmath.proof.argument import Induction, Step
from nnmath.proof.citing import Lemma
from nnmath.proof.inferences import (
    by,
    cite,
    from_facts,
    instantiate,
    rewrite,
)
from nnmath.proof.nodes import LOG, Element, Limit, Node, Sequence, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, update
from nnmath.proof.statements import (
    And,
    ForAll,
    Implies,
    Recurrence,
    Statement,
    Tends,
    equal,
)
from nnmath.proof.substitution import substitute_in
from nnmath.proof.verdict import Status
from tests.proof.indices import index, size, tensor
from tests.proof.making import (
    HALF,
    ONE,
    SHRINKS,
    ZERO,
    Function,
    Variable,
    argue,
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
    symbol,
    twice,
    u,
    x,
    y,
)


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


FIVES = Recurrence(u, n, as_node(5))
v, w = Sequence(symbol("v")), Sequence(symbol("w"))
FOLLOWS, LAGS = Recurrence(v, n, u[n]), Recurrence(w, n, v[n])


def _all_of(place: Element, statement: Statement, *known: Statement) -> tuple[Step, ...]:
    """A statement for every value of a place, and the same at 7 and at 8."""
    return (
        *(have(each, by(update)) for each in known),
        have(statement, from_facts),
        have(ForAll(place, statement), from_facts),
        *(
            have(
                substitute_in(statement, {place: as_node(value)}),
                instantiate(place, as_node(value)),
            )
            for value in (7, 8)
        ),
    )


@pytest.mark.parametrize("place", [u[1], u[n + 1]])
def test_a_member_that_an_update_rule_gives_is_not_every_number(place: Element) -> None:
    inner = equal(place, 5)
    checked = argue(ForAll(place, inner), *_all_of(place, inner, inner), given=(FIVES,))
    assert ForAll(place, inner) not in shown(checked)
    assert equal(7, 5) not in shown(checked)


def test_a_sequence_that_another_follows_is_not_free_for_itself() -> None:
    steps = _all_of(u[0], equal(v[1], u[0]), equal(v[1], u[0]))
    checked = argue(ForAll(u[0], equal(v[1], u[0])), *steps, given=(FOLLOWS,))
    assert equal(v[1], 7) not in shown(checked), "v changes with u"
    first, every = have(equal(v[1], u[0]), by(update)), ForAll(u[0], equal(u[0], 5))
    inside = suppose(equal(v[1], 5), then=(first, *_all_of(u[0], equal(u[0], 5))))
    checked = argue(twice(x**2 >= 0), inside, given=(FOLLOWS,))
    assert equal(u[0], 5) in shown(checked)
    assert every not in shown(checked), "what is assumed of v tells about u"
    known = library(Lemma("far", (LAGS,), equal(w[2], v[1])))
    far = have(equal(w[2], v[1]), cite("far"))
    inside = suppose(equal(w[2], 5), then=(far, first, *_all_of(u[0], equal(u[0], 5))))
    checked = argue(twice(x**2 >= 0), inside, given=(FOLLOWS, LAGS), known=known)
    assert equal(u[0], 5) in shown(checked)
    assert every not in shown(checked), "by way of v"


def test_a_value_that_may_not_exist_is_not_chosen() -> None:
    every = ForAll(y, equal(0 * y, 0))
    for value in (1 / x, LOG(x), Limit(1 / (h**2 + x**2), h, ZERO)):
        wrong = equal(0 * value, 0)
        steps = (
            have(equal(0 * y, 0), by(algebra)),
            have(every, from_facts),
            have(wrong, instantiate(y, value)),
        )
        assert wrong not in shown(argue(twice(x**2 >= 0), *steps))


def test_a_tolerance_is_as_small_as_one_likes() -> None:
    # No natural number is below 1, so that ½ would be near enough to 0
    larger = Induction(
        index=m,
        statement=m**2 >= m,
        base=(have(ZERO**2 >= 0, from_facts),),
        step=(have((m + 1) ** 2 >= m + 1, from_facts),),
    )
    far = limit(HALF, ZERO, ONE, have(abs(HALF - 0) < m, from_facts), tolerance=m)
    assert status(argue(Tends(HALF, n, ZERO), larger, far)) is not Status.PROVED


COUNT = size("N")
COUNTED = Variable(COUNT)
i, j = index("i", COUNT), index("j", COUNT)


def test_a_size_is_not_every_number_for_what_it_sizes() -> None:
    within, every = i <= COUNTED, ForAll(i, i <= COUNTED)
    for inner, wrong in ((within, i <= 1), (every, ForAll(i, i <= 1))):
        steps = (
            have(within, from_facts),
            have(every, from_facts),
            have(ForAll(COUNTED, inner), from_facts),
            have(wrong, instantiate(COUNTED, ONE)),
        )
        checked = argue(twice(x**2 >= 0), *steps)
        assert wrong not in shown(checked)
        assert ForAll(COUNTED, inner) not in shown(checked), "i is another index for every size"
    assumed = suppose(
        ForAll(COUNTED, every), then=(have(ForAll(i, i <= 1), instantiate(COUNTED, ONE)),)
    )
    assert ForAll(i, i <= 1) not in shown(argue(Implies(every, every), assumed))


def test_no_induction_runs_over_a_size() -> None:
    last = index("l", m.symbol)
    step = (have((m + 1) * (m + 1 - last) >= 0, from_facts),)
    base = (have(ZERO * (0 - last) >= 0, from_facts),)
    claim = m * (m - last) >= 0
    assert claim not in shown(
        argue(claim, Induction(index=m, statement=claim, base=base, step=step))
    )


def test_a_limit_runs_through_all_natural_numbers() -> None:
    with pytest.raises(ValueError):
        Tends(i * ONE, i, ZERO)
    hidden = Function(symbol("q"), depends_on=(n.symbol,))
    with pytest.raises(ValueError):
        Tends(hidden(1), n, hidden(1))


def test_a_few_facts_do_not_hide_what_is_assumed_besides() -> None:
    # v goes on by u, so that v_1 = 5 says of u_0 as well
    inner = equal(v[1], 5)
    every = ForAll(u[0], inner)
    for inference in (from_facts, from_these(inner)):
        assumed = suppose(inner, then=(have(every, inference),))
        assert every not in shown(argue(twice(x**2 >= 0), assumed, given=(FOLLOWS,)))


def test_what_is_computed_from_a_symbol_is_known_at_the_symbol_alone() -> None:
    hidden = tensor("q", sources=(y,))[()]
    premise = ForAll(y, hidden >= y)
    for value, right in ((y, True), (ONE, False), (x, False), (y + 1, False)):
        goal = hidden >= value
        inside = suppose(premise, then=(have(goal, instantiate(y, value)),))
        assert (goal in shown(argue(twice(x**2 >= 0), inside))) is right, value
    # That it holds at one value is not that it holds at every value
    assumed = suppose(hidden >= y, then=(have(premise, from_facts),))
    assert premise not in shown(argue(twice(x**2 >= 0), assumed))
    alone = suppose(hidden >= 0, then=(have(ForAll(y, hidden >= 0), from_facts),))
    assert ForAll(y, hidden >= 0) not in shown(argue(twice(x**2 >= 0), alone))
