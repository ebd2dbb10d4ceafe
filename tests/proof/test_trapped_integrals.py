"""Traps for integrals: an antiderivative on the whole interval, of a body without jumps."""

from __future__ import annotations

import pytest

from nnmath.proof.indexed import total
from nnmath.proof.inferences import by
from nnmath.proof.integrals import antiderivative, density, integral
from nnmath.proof.laws import Bernoulli, Moments, Random, Uniform
from nnmath.proof.nodes import LOG, Node, Variable
from nnmath.proof.rules import algebra
from nnmath.proof.statements import ForAll, Hypothesis, Recurrence, equal
from nnmath.proof.substitution import substitute
from nnmath.proof.verdict import Status
from tests.proof.chancy import E, i, p, v
from tests.proof.making import (
    HALF,
    ONE,
    ZERO,
    argue,
    c,
    chain,
    f,
    h,
    have,
    k,
    last,
    n,
    shown,
    status,
    symbol,
    u,
    x,
    y,
)

t = Variable(symbol("t"))
FLAT = Random(p, Uniform(x, y))
Given = tuple[Hypothesis, ...]


def by_primitive(body: Node, primitive: Node, low: Node, high: Node, *given: Hypothesis) -> Status:
    """How ∫ body comes out with this antiderivative."""
    ends = [primitive_at(primitive, end) for end in (high, low)]
    step = antiderivative(primitive, t), ends[0] - ends[1]
    return status(chain(integral(body, t, low, high), step, given=given))


def primitive_at(primitive: Node, end: Node) -> Node:
    """F at an end of the interval."""
    return substitute(primitive, {t: end})


def test_honest_integrals_are_worked_out() -> None:
    assert by_primitive(t**2, t**3 / 3, x, y, x <= y) is Status.PROVED
    assert by_primitive(c * t + k, c * t**2 / 2 + k * t, ZERO, ONE) is Status.PROVED
    same = integral(c * t, t, ZERO, ONE), integral(c * h, h, ZERO, ONE)
    assert status(chain(same[0] + 1, (algebra, 1 + same[1]))) is Status.PROVED


@pytest.mark.parametrize(
    ("body", "primitive"),
    [(1 / t**2, -1 / t), (abs(t), t**2 / 2), (1 / t, LOG(t)), (t, t**2), (t, t**2 / 2 + abs(t))],
    ids=["pole", "kink", "logarithm", "factor", "kink of the primitive"],
)
def test_no_antiderivative_across_a_pole_or_a_kink(body: Node, primitive: Node) -> None:
    assert by_primitive(body, primitive, -ONE, ONE) < Status.PROVED


def test_an_interval_goes_forwards() -> None:
    assert by_primitive(t, t**2 / 2, x, y) < Status.PROVED
    assert by_primitive(t, t**2 / 2, x, y, x >= y) < Status.PROVED


def test_what_is_known_of_a_number_says_nothing_of_the_index() -> None:
    given = (equal(t, 1), k >= 0)
    step = antiderivative(t, t), ONE
    assert status(chain(integral(t, t, ZERO, ONE), step, given=given)) < Status.PROVED
    assert by_primitive(k * t, t**2 / 2, ZERO, ONE, equal(k, 1)) is Status.PROVED
    assert by_primitive(1 / t, LOG(t), -ONE, ONE, t > 0) < Status.PROVED


def test_a_jump_or_an_unknown_function_is_not_integrated() -> None:
    for body in (abs(t) / t, f(t)):
        whole = integral(body, t, -ONE, ONE)
        assert last(chain(whole - whole, (algebra, ZERO))) < Status.PROVED
    moving = Recurrence(u, n, u[n] * t)
    over = integral(u[1], t, ZERO, ONE)
    assert status(chain(over, (antiderivative(t * u[1], t), u[1]), given=(moving,))) < Status.PROVED


def test_only_a_uniform_law_has_this_density() -> None:
    mean = integral(t, t, x, y) / (y - x)
    assert status(chain(E(p, p), (density(t), mean), given=(x < y, FLAT))) is Status.PROVED
    for given in ((FLAT,), (x <= y, FLAT), (x < y, Random(p, Moments())), (x < y,)):
        assert last(chain(E(p, p), (density(t), mean), given=given)) < Status.PROVED
    # The letter of the integral is nobody else's
    moved = integral(t * t, t, x, y) / (y - x)
    assert last(chain(E(t * p, p), (density(t), moved), given=(x < y, FLAT))) < Status.PROVED
    kept = t * integral(h, h, x, y) / (y - x)
    assert last(chain(E(t * p, p), (density(t), kept), given=(x < y, FLAT))) < Status.PROVED
    inside = integral(t * h, h, x, y) / (y - x)
    assert last(chain(E(t * p, p), (density(t), inside), given=(x < y, FLAT))) is Status.PROVED


def test_what_is_known_of_a_number_says_nothing_of_another_of_its_name() -> None:
    # The v_i of a sum and the p of a mean are not those that are known to be positive
    heights, step = total(i, integral(abs(v[i]), t, ZERO, ONE)), antiderivative(t * v[i], t)
    flat = equal(heights, total(i, v[i]))
    for given, expected in (((v[i] > 0,), False), ((ForAll(i, v[i] > 0),), True)):
        found = shown(argue(x * x >= 0, have(flat, by(step)), given=given))
        assert (flat in found) is expected, given
    apart = p - HALF
    coin = Random(p, Bernoulli(HALF))
    mean = equal(E(integral(abs(apart), t, ZERO, ONE), p), E(apart, p))
    step = antiderivative(t * apart, t)
    assert mean not in shown(argue(x * x >= 0, have(mean, by(step)), given=(coin, p > 1)))
