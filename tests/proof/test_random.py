"""The kernel against a second opinion on random claims: no false proof, no false refutal."""

from __future__ import annotations

from random import Random

import pytest

from nnmath.proof.kernel import prove
from nnmath.proof.nodes import Node, Number, Relation, as_node
from nnmath.proof.setting import Setting
from nnmath.proof.statements import equal, unequal
from nnmath.proof.tree import children, with_children
from nnmath.proof.verdict import Status, Verdict
from tests.proof.growing import expression, rewritten
from tests.proof.making import n, x, y
from tests.proof.sampler import NoValue, holds, points

Given = tuple[Relation, ...]
SYMBOLS = (x, y, n)
GIVEN = (
    (),
    (x > 0,),
    (x > 0, y > 0),
    (x >= 0, y >= x),
    (x < 0, y < 0),
    (unequal(x, 0),),
    (x > -1, x < 1),
    (equal(y, x + 1),),
    (equal(x, 2), y >= 0),
    (unequal(x, y), x >= 0),
)
KINDS = ("=", "≠", "<", "≤", ">", "≥")


def second_opinion(
    goal: Relation, given: tuple[Relation, ...], verdict: Verdict, seed: int
) -> None:
    """Fail where the sampler contradicts the verdict."""
    if verdict.status is Status.REFUTED:
        shown = verdict.counterexample
        assert shown is not None
        named = {symbol: shown.point.get(symbol.symbol.code) for symbol in SYMBOLS}
        point = {symbol: value for symbol, value in named.items() if value is not None}
        assert all(holds(hypothesis, point) is not False for hypothesis in given), shown
        assert holds(goal, point) is not True, (goal, shown)
    if verdict.status is Status.PROVED:
        for point in points(SYMBOLS, given, seed):
            try:
                assert holds(goal, point) is not False, (goal, given, point)
            except NoValue:
                pytest.fail(f"PROVED, but without a value at {point}: {goal} given {given}")


def claims(seed: int, count: int) -> list[tuple[Relation, tuple[Relation, ...], bool]]:
    """Goals, hypotheses, and whether both sides are the same wherever they have a value."""
    rng = Random(seed)
    found = []
    for _ in range(count):
        left = expression(rng, rng.choice((1, 2, 2, 3)))
        same = rng.random() < 0.6
        right = rewritten(left, rng) if same else _spoilt(rewritten(left, rng), rng)
        kind = "=" if rng.random() < 0.6 else rng.choice(KINDS)
        found.append((Relation(left, kind, right), rng.choice(GIVEN), same))  # type: ignore[arg-type]
    return found


def _spoilt(node: Node, rng: Random) -> Node:
    """The expression with one leaf changed, or an unrelated small one."""
    if rng.random() < 0.3:
        return expression(rng, 1)
    parts = children(node)
    if not parts:
        return as_node(node.value + 1) if isinstance(node, Number) else rng.choice((x, y, n, -node))
    chosen = rng.randrange(len(parts))
    return with_children(
        node, tuple(_spoilt(part, rng) if i == chosen else part for i, part in enumerate(parts))
    )


@pytest.mark.parametrize(("seed", "count"), [(1, 300), (2, 400), (3, 400)])
def test_no_verdict_is_contradicted(seed: int, count: int) -> None:
    tally = dict.fromkeys(Status, 0)
    equivalent = 0
    for i, (goal, given, same) in enumerate(claims(seed, count)):
        verdict = prove(goal, Setting(given))
        tally[verdict.status] += 1
        equivalent += same and goal.kind == "="
        if same and goal.kind in "=≤≥":
            assert verdict.status is not Status.REFUTED, (goal, given, verdict)
        if same and goal.kind in "≠<>":
            assert verdict.status is not Status.PROVED, (goal, given, verdict)
        second_opinion(goal, given, verdict, i)
    # The test would say nothing if hardly anything were decided
    assert tally[Status.PROVED] > count / 8 and tally[Status.REFUTED] > count / 8, tally
    print(tally, equivalent)


def test_the_second_opinion_can_contradict() -> None:
    wrong = Verdict(Status.PROVED, "made up")
    for goal, given in (
        (equal(x * y, x + y), ()),
        (equal(x / x, 1), ()),
        (equal((x**2) ** as_node("1/2"), x), ()),
        (x**2 > 0, (x >= 0,)),
    ):
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            second_opinion(goal, given, wrong, 0)
