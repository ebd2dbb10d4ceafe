"""Random means against laws made up by hand: what a rule makes of a mean is the same number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from random import Random as Chance

import pytest

from nnmath.proof.citing import NotLicensed
from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.entailment import undefined
from nnmath.proof.expectation_rules import by_laws, independence, linearity, variance_defined
from nnmath.proof.integrals import density
from nnmath.proof.kernel import derive, prove
from nnmath.proof.laws import Moments, Random, independent
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.rule import Library, Rule
from nnmath.proof.setting import Setting
from nnmath.proof.statements import Hypothesis, equal
from nnmath.proof.substitution import CaptureError
from nnmath.proof.verdict import Status
from tests.proof.chancy import E, Var, mu, p, q
from tests.proof.enumerated import World
from tests.proof.making import k, symbol
from tests.proof.random_means import ground, scene, slipped, written
from tests.proof.sampler import TooClose

t = Variable(symbol("t"))
RULES = (linearity, independence, by_laws, variance_defined, density(t))
FEW, MANY = 14, 1000
WORLDS = 3


def worlds(given: Iterable[Hypothesis], count: int = WORLDS) -> list[World]:
    """Numbers and laws that meet what is given."""
    found = (ground(given, seed) for seed in range(10 * count))
    return [World(each) for each in found if each is not None][:count]


def agree(left: Node, right: Node, here: Sequence[World]) -> bool | None:
    """Whether two numbers are the same in every world; None where nothing can be told."""
    told = []
    for each in here:
        with suppress(TooClose):
            told.append(each.same(left, right))
    return all(told) if told else None


def attacked(seed: int, count: int) -> Counter[str]:
    """How often what came out, where nothing false is proved."""
    tally = Counter[str]()
    for at in range(count):
        chance = Chance(f"{seed} {at}")
        here = scene(chance)
        given, left = here.given, here.average(chance)
        setting = Setting(given)
        if undefined((equal(left, left),), setting) is not None:
            tally["may have no value"] += 1
            continue
        made = worlds(given)
        for rule in RULES:
            right = opened(rule, left, setting)
            assert agree(left, right, made) is not False, (seed, at, rule.id, left, right, given)
            tally[rule.id] += right != left
        # What people slip into is proved only where it happens to be true
        wrong = slipped(chance.choice((left, right)), chance)
        by = chance.choice(RULES)
        verdict = derive(equal(*(opened(by, side, setting) for side in (left, wrong))), setting)
        same = agree(left, wrong, made)
        assert verdict.status is not Status.PROVED or same is not False, (seed, at, wrong, given)
        tally[f"{verdict.status.name} {same}"] += 1
    return tally


def opened(rule: Rule, node: Node, setting: Setting) -> Node:
    """What a rule makes of an expression; the expression where it makes nothing."""
    try:
        return written(rule.open(node, setting, Library()))
    except (NotLicensed, CaptureError, OutsideTheKernel):
        return node


def test_no_rule_makes_another_number_of_a_mean() -> None:
    tally = attacked(0, FEW)
    assert min(tally["linearity"], tally["by-laws"], tally["UNDECIDED False"]) > FEW // 8, tally


@pytest.mark.full
@pytest.mark.parametrize("seed", range(1, 5))
def test_no_rule_makes_another_number_of_many_means(seed: int) -> None:
    tally = attacked(seed, MANY // 4)
    assert min(tally[rule.id] for rule in RULES) > 0, tally


def test_the_second_opinion_tells_means_apart() -> None:
    given = (Random(p, Moments(mu)), Random(q, Moments()))
    here = worlds(given, 20)
    product = E(p * q, p, q), E(p, p) * E(q, q)
    assert agree(*product, here) is False
    assert agree(Var(k * p, p), k * Var(p, p), here) is False
    assert agree(E(k * p, p), k * mu, here) is True
    apart = worlds((*given, independent(p, q)), 20)
    assert agree(*product, apart) is True
    assert prove(equal(*product), Setting(given)).status is Status.REFUTED
