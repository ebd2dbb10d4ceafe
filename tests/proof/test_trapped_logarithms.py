"""Traps for logarithms: the log of a product is a sum only where every log has a value."""

from __future__ import annotations

from fractions import Fraction

import pytest

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.indexed import product, total
from nnmath.proof.kernel import prove
from nnmath.proof.nodes import EXP, LOG, SQRT, Node, Relation, as_node
from nnmath.proof.point import Point
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Hypothesis, equal, unequal
from nnmath.proof.verdict import Status
from tests.proof.indices import K, k, tensor
from tests.proof.making import m, n, x, y

u = tensor("u", K)

# fmt: off
TRUE: tuple[tuple[Relation, tuple[Hypothesis, ...]], ...] = (
    (equal(LOG(x * y), LOG(x) + LOG(y)), (x > 0, y > 0)),
    (equal(LOG(x / y), LOG(x) - LOG(y)), (x > 0, y > 0)),
    (equal(LOG(x * y), LOG(-x) + LOG(-y)), (x < 0, y < 0)),
    (equal(LOG(x**2), 2 * LOG(x)), (x > 0,)),
    (equal(LOG(x**2), 2 * LOG(-x)), (x < 0,)),
    (equal(LOG((1 - x) ** 2), LOG((x - 1) ** 2)), (unequal(x, 1),)),
    (equal(LOG(x**n), n * LOG(x)), (x > 0,)),
    (equal(LOG(SQRT(x)), LOG(x) / 2), (x > 0,)),
    (equal(LOG(as_node(12)), 2 * LOG(as_node(2)) + LOG(as_node(3))), ()),
    (equal(LOG(as_node("2/9")), LOG(as_node(2)) - 2 * LOG(as_node(3))), ()),
    (equal(LOG(x * EXP(y)), y + LOG(x)), (x > 0,)),
    (equal(LOG(1 + EXP(-x)), LOG(1 + EXP(x)) - x), ()),
    (equal(LOG(EXP(x / 3) * EXP(y / 2)), x / 3 + y / 2), ()),
    (equal(LOG(x**2 + 2 * x * y + y**2), 2 * LOG(x + y)), (x + y > 0,)),
    (equal(LOG(product(k, u[k])), total(k, LOG(u[k]))), (ForAll(k, u[k] > 0),)),
    (equal(LOG(product(k, u[k] ** 2)), 2 * total(k, LOG(u[k]))), (ForAll(k, u[k] > 0),)),
    (equal(LOG(product(m, x, 1, n)), n * LOG(x)), (x > 0,)),
)
FALSE: tuple[tuple[Relation, tuple[Hypothesis, ...]], ...] = (
    (equal(LOG(x + y), LOG(x) + LOG(y)), (x > 0, y > 0)),
    (equal(LOG(x * y), LOG(x) * LOG(y)), (x > 0, y > 0)),
    (equal(LOG(x) / LOG(y), LOG(x) - LOG(y)), (x > 0, y > 1)),
    (equal(LOG(x**2), LOG(x) ** 2), (x > 0,)),
    (equal(LOG(2 * x), 2 * LOG(x)), (x > 0,)),
    (equal(LOG(x**n), LOG(x)), (x > 0,)),
    (equal(LOG(SQRT(x)), LOG(x)), (x > 0,)),
    (equal(LOG(x / y), LOG(y / x)), (x > 0, y > 0)),
    (equal(LOG(total(k, u[k])), total(k, LOG(u[k]))), (ForAll(k, u[k] > 0),)),
    (equal(LOG(product(k, u[k])), product(k, LOG(u[k]))), (ForAll(k, u[k] > 0),)),
    (equal(LOG(product(k, 2 * u[k])), 2 + total(k, LOG(u[k]))), (ForAll(k, u[k] > 0),)),
)
WITHOUT_A_VALUE: tuple[tuple[Relation, tuple[Hypothesis, ...]], ...] = (
    (equal(LOG(x * y), LOG(x) + LOG(y)), ()),
    (equal(LOG(x * y), LOG(x) + LOG(y)), (x * y > 0,)),
    (equal(LOG(x**2), 2 * LOG(x)), ()),
    (equal(LOG(x**2), 2 * LOG(x)), (unequal(x, 0),)),
    (equal(LOG(x / y), LOG(x) - LOG(y)), (x / y > 0, unequal(y, 0))),
    (equal(LOG(-x) - LOG(x), 0), ()),
    (equal(LOG(as_node(-1)), 0), ()),
    (equal(2 * LOG(as_node(-1)), LOG(as_node(1))), ()),
    (equal(LOG(product(k, u[k])), total(k, LOG(u[k]))), ()),
    (equal(LOG(product(k, u[k])), total(k, LOG(u[k]))), (product(k, u[k]) > 0,)),
)
# fmt: on


@pytest.mark.parametrize(("goal", "given"), TRUE, ids=range(len(TRUE)))
def test_logs_of_products_are_sums(goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    assert prove(goal, Setting(given)).status is Status.PROVED


@pytest.mark.parametrize(("goal", "given"), FALSE, ids=range(len(FALSE)))
def test_nothing_else_is(goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    assert not follows(goal, Setting(given)), "nor without a look at points"
    assert prove(goal, Setting(given)).status is Status.REFUTED


@pytest.mark.parametrize(("goal", "given"), WITHOUT_A_VALUE, ids=range(len(WITHOUT_A_VALUE)))
def test_a_log_without_a_value_proves_nothing(
    goal: Relation, given: tuple[Hypothesis, ...]
) -> None:
    assert undefined((goal,), Setting(given)) is not None
    assert prove(goal, Setting(given)).status < Status.PROVED


def test_what_is_proved_holds_as_balls_where_a_factor_is_negative() -> None:
    def value(node: Node) -> float:
        with digits():
            return float(ball(node, Point({x: Fraction(-3, 7), y: Fraction(-5, 2)})))

    assert value(LOG(x * y)) == pytest.approx(value(LOG(-x) + LOG(-y)))
