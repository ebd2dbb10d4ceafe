"""Limits that are said to exist, against values near the point: no pole and no jump passes."""

from __future__ import annotations

from random import Random

import pytest
from mpmath import mpf

from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.entailment import undefined
from nnmath.proof.nodes import TANH, Limit, Node, Relation
from nnmath.proof.setting import Setting
from nnmath.proof.statements import equal, unequal
from nnmath.proof.substitution import CaptureError, free_places, substitute
from tests.proof import sampler
from tests.proof.growing import expression
from tests.proof.making import ONE, ZERO, h, n, x, y

Given = tuple[Relation, ...]
GIVEN: tuple[Given, ...] = (
    (),
    (x > 0,),
    (x >= 0,),
    (unequal(x, 0),),
    (x > -1, x < 1),
    (x < 0,),
)
POINTS = (ZERO, ZERO, ONE, x, -x)
STEPS = tuple(sampler.Fraction(sign, 10**20) for sign in (1, -1))
WIDE, FAR = mpf(10) ** -4, mpf(10) ** 25


def limits(seed: int, count: int) -> list[tuple[Limit, Given]]:
    """Random limits: plain ones, difference quotients, and quotients of what may vanish."""
    rng = Random(seed)
    found = []
    for _ in range(count):
        body, other = (substitute(expression(rng, rng.choice((1, 2, 3))), {y: h}) for _ in range(2))
        rise = (other - substitute(other, {h: ZERO})) / h
        body = rng.choice((body, body / h, rise, body * rise, body / other))
        if h in set(free_places(body)):
            found.append((Limit(body, h, rng.choice(POINTS)), rng.choice(GIVEN)))
    return found


def second_opinion(limit: Limit, given: Given, seed: int) -> None:
    """Fail where the body has no value near the point, or others on its other side."""
    for point in sampler.points((x, n), given, seed, count=12):
        at = sampler.exact(limit.point, point)
        assert at is not None
        try:
            right, left = (sampler.value(limit.body, {**point, h: at + step}) for step in STEPS)
        except sampler.TooClose:
            continue
        except sampler.NoValue:
            pytest.fail(f"no value near the point: {limit} at {point}")
        size = max(abs(left), abs(right), mpf(1))
        grows = size > FAR and not _is_large(limit.body, {**point, h: at + 1})
        assert not grows and abs(right - left) < WIDE * size, f"{limit} given {given} at {point}"


def _is_large(body: Node, point: dict[sampler.Variable, sampler.Fraction]) -> bool:
    try:
        return abs(sampler.value(body, point)) > mpf(10) ** 5
    except (sampler.TooClose, sampler.NoValue):
        return False


@pytest.mark.parametrize(("seed", "count"), [(1, 250), (2, 250), (3, 250)])
def test_no_limit_that_is_said_to_exist_jumps_or_grows(seed: int, count: int) -> None:
    sure = 0
    for i, (limit, given) in enumerate(limits(seed, count)):
        try:
            missing = undefined((equal(limit, limit),), Setting(given))
        except (OutsideTheKernel, CaptureError):
            continue
        if missing is None:
            sure += 1
            second_opinion(limit, given, i)
    # The test would say nothing if hardly any were said to exist, or all of them
    assert count / 8 < sure < count * 7 / 8, sure


def test_the_second_opinion_can_contradict() -> None:
    for body in (1 / h, x / h, abs(h) / h, TANH(1 / h), 1 / (h**2 + x**2)):
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            second_opinion(Limit(body, h, ZERO), (), 0)
