"""Traps for arguments: cases, contradictions, and limits."""

from __future__ import annotations

import pytest

from nnmath.proof.argument import Cases
from nnmath.proof.citing import Lemma
from nnmath.proof.inferences import (
    by,
    cite,
    contradiction,
    from_facts,
    rewrite,
)
from nnmath.proof.limit_inferences import (
    error_function_limit,
    limit_arithmetic,
    shift,
    stays_away,
)
from nnmath.proof.nodes import INFINITY, LOG, SQRT, TANH, Node, as_node
from nnmath.proof.rules import algebra, update
from nnmath.proof.special import ERF
from nnmath.proof.statements import (
    And,
    Implies,
    Not,
    Or,
    Recurrence,
    Statement,
    Tends,
    equal,
    unequal,
)
from nnmath.proof.verdict import Status
from tests.proof.making import (
    FALSE,
    HALF,
    ONE,
    ZERO,
    argue,
    f,
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

# Cases and contradictions


def test_every_case_is_looked_at() -> None:
    def case(*assume: Statement) -> object:
        return suppose(*assume, then=(have(x**2 > 0, from_facts),))

    missing = Cases(cases=(case(x > 0), case(x < 0)))  # type: ignore[arg-type]
    assert status(argue(twice(x**2 > 0), missing)) is not Status.PROVED
    narrow = Cases(cases=(case(x > 0, y > 0), case(x < 0), case(equal(x, 0), y > 0)))  # type: ignore[arg-type]
    assert status(argue(twice(x**2 > 0), narrow)) is not Status.PROVED


def test_where_an_expression_has_no_value_no_case_is_hidden() -> None:
    deep = library(Lemma("deep", (x >= 0,), And((x >= -1, Tends(ZERO * n, n, ZERO)))))
    goal = And((x >= -1, Tends(ZERO * n, n, ZERO)))
    cases = Cases(
        cases=(
            suppose(SQRT(x) >= 0, then=(have(goal, cite("deep")),)),
            suppose(SQRT(x) < 0, then=(have(goal, contradiction),)),
        )
    )
    assert status(argue(goal, cases, known=deep)) is not Status.PROVED
    assert goal not in shown(argue(Or((x > 0, x <= 0)), cases, known=deep))


def test_a_contradiction_is_between_expressions_that_have_values() -> None:
    anything = Tends(as_node(1) ** n, n, ZERO)
    steps = limit(
        as_node(1) ** n, ZERO, SQRT(as_node(-1)), have(abs(as_node(1) ** n - 0) < h, contradiction)
    )
    assert status(argue(anything, steps)) is not Status.PROVED
    inside = suppose(LOG(x) > 0, SQRT(x) < 0, then=(have(FALSE, contradiction),))
    assert FALSE not in shown(argue(Implies(And((LOG(x) > 0, SQRT(x) < 0)), FALSE), inside))


def test_what_is_assumed_in_one_part_is_gone_in_the_next() -> None:
    parts = (suppose(x > 0, then=(have(x >= 0, from_facts),)), have(x >= 0, from_facts))
    assert status(argue(And((x >= 0, Tends(ZERO * n, n, ZERO))), *parts)) is not Status.PROVED
    checked = argue(twice(x**2 >= 0), *parts)
    assert checked.steps[-1].verdict.status is not Status.PROVED


# Limits


def test_the_threshold_and_the_tolerance_are_fixed_before_the_index() -> None:
    goal = Tends(n * ONE, n, ZERO)
    for threshold, tolerance in ((n + 0 * x, h), (n / h, h)):
        steps = limit(
            n * ONE, ZERO, threshold, have(abs(n * ONE - 0) < h, contradiction), tolerance=tolerance
        )
        assert status(argue(goal, steps)) is not Status.PROVED
    given = suppose(
        h > 1, then=(limit(ONE * ZERO**n, ZERO, ZERO, have(abs(ZERO**n - 0) < h, from_facts)),)
    )
    assert Tends(ONE * ZERO**n, n, ZERO) not in shown(argue(twice(x**2 >= 0), given))


def test_a_limit_does_not_depend_on_its_index() -> None:
    with pytest.raises(ValueError):
        Tends(n * ONE, n, n + 0 * x)
    assert status(argue(Tends(n * ONE, n, h), limit(n * ONE, h, ZERO))) is not Status.PROVED


def test_the_arithmetic_of_limits_has_premises() -> None:
    half = Tends((1 / as_node(2)) ** n, n, ZERO)
    for body, at in (
        (n * HALF**n, ZERO),
        (1 / HALF**n, ZERO),
        (HALF**n * x**n, ZERO),
        (HALF**n + n, ZERO),
        (HALF**n * x, x),
        (f(HALF**n), f(0)),
    ):
        wrong = Tends(body, n, at)  # type: ignore[arg-type]
        inside = suppose(half, Tends(HALF**n, n, ZERO), then=(have(wrong, limit_arithmetic),))
        assert wrong not in shown(argue(Implies(half, half), inside)), body


def test_infinity_is_no_number() -> None:
    for wrong in (
        Not(Tends(INFINITY + 5, n, INFINITY)),
        Tends(INFINITY - INFINITY, n, ZERO),
        Tends(INFINITY * 0, n, ZERO),
    ):
        for inference in (stays_away(ONE), limit_arithmetic, from_facts):
            assert wrong not in shown(argue(twice(x**2 >= 0), have(wrong, inference)))
    assert INFINITY - INFINITY not in shown(
        argue(equal(INFINITY - INFINITY, 0), have(equal(INFINITY - INFINITY, 0), by(algebra)))
    )
    assert status(argue(equal(INFINITY - INFINITY, 0))) is not Status.PROVED


def test_the_error_function_saturates_only_where_its_argument_grows() -> None:
    def reached(statement: Tends, *grows: Node) -> bool:
        facts = tuple(Tends(each, n, INFINITY) for each in grows)
        inside = suppose(equal(x, x), *facts, then=(have(statement, error_function_limit),))
        return statement in shown(argue(twice(x**2 >= 0), inside))

    far = n * HALF
    assert reached(Tends(ERF(far), n, ONE), far)
    for wrong in (
        Tends(ERF(far), n, ZERO),
        Tends(ERF(far), n, as_node(2)),
        Tends(ERF(far), n, INFINITY),
        Tends(ERF(-far), n, ONE),
        Tends(ERF(far) * n, n, ONE),
        Tends(ERF(far * x), n, ONE),
        Tends(ERF(n), n, ONE),
        Tends(ERF(far), m, ONE),
        Tends(TANH(far), n, ONE),
        Tends(f(far), n, ONE),
    ):
        assert not reached(wrong, far), wrong
    assert not reached(Tends(ERF(far), n, ONE))
    bounded = suppose(
        Tends(abs(u[n]), n, INFINITY),
        Tends(u[n], n, ONE),
        equal(u[3], 7),
        x > 0,
        then=(have(Tends(ERF(u[n]), n, ONE), error_function_limit),),
    )
    assert Tends(ERF(u[n]), n, ONE) not in shown(argue(twice(x**2 >= 0), bounded))


def test_a_shift_goes_one_way() -> None:
    later = Tends(u[n + 1], n, ZERO)
    inside = suppose(Tends(u[n + 2], n, ZERO), then=(have(Tends(u[n], n, ZERO), shift),))
    assert Tends(u[n], n, ZERO) not in shown(argue(Implies(later, later), inside))
    one = suppose(Tends(u[n + 1], n, ONE), then=(have(Tends(u[n], n, ZERO), shift),))
    assert Tends(u[n], n, ZERO) not in shown(argue(Implies(later, later), one))


def test_a_distance_is_the_same_for_every_index() -> None:
    goal = Not(Tends(1 / (n + 1), n, ZERO))
    for distance in (1 / (n + 1), ZERO):
        checked = argue(goal, have(goal, stays_away(distance)))
        assert status(checked) is not Status.PROVED
    inside = suppose(equal(n, 1), then=(have(goal, stays_away(HALF)),))
    assert goal not in shown(argue(Implies(equal(n, 1), goal), inside))


def test_rewriting_under_a_limit_uses_nothing_about_one_index() -> None:
    inside = suppose(
        Tends(u[n], n, ZERO),
        equal(n, 3),
        equal(u[n], 7),
        then=(have(Tends(as_node(7) * 1, n, ZERO), rewrite),),
    )
    assert Tends(as_node(7) * 1, n, ZERO) not in shown(argue(twice(x**2 >= 0), inside))


def test_a_sequence_that_cannot_exist_is_no_hypothesis() -> None:
    with pytest.raises(ValueError):
        Recurrence(u, n, u[n + 1] ** 2 + 1)
    gap = Recurrence(u, n, u[n] + 1 / u[n])
    wrong = equal(u[1] * u[0], u[0] ** 2 + 1)
    checked = argue(wrong, have(wrong, by(update)), given=(gap,))
    assert status(checked) is not Status.PROVED, "u_0 = 0 has no successor"
    right = argue(wrong, have(wrong, by(update)), given=(gap, unequal(u[0], 0)))
    assert status(right) is Status.PROVED
