"""The verifier against mutants of every claim: what it proves must be true, and listed as such.

A sample runs every time, all of them with the marker `full`. `tests/mutants.tsv` lists the mutants
that are proved rightly (a stronger hypothesis, (−x)² for x²), each confirmed without the kernel.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import astuple, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest

from nnmath.printing import plain
from nnmath.proof.checking import check
from nnmath.proof.claims import Claim, Definition, Derivation, Mistake, Optimizer, Theorem
from nnmath.proof.inference import Inference
from nnmath.proof.mutation import Mutant, Score, mutants, stands
from nnmath.proof.nodes import Node
from nnmath.proof.rule import Rule
from nnmath.proof.rules import (
    algebra,
    differentiate,
    fold,
    insert,
    lemma,
    take_limit,
    unfold,
    update,
)
from nnmath.proof.statements import Statement, equal
from nnmath.proof.verdict import Status
from nnmath.theory import SHELF, descent_topics
from nnmath.theory.vocabulary import E, Q, W, a, c, d, eta, g, theta
from tests.proof import sampler
from tests.proof.worlds import World, worlds
from tests.reference import gradient_descent as reference

LIST = Path(__file__).parent / "mutants.tsv"
RULES = (
    algebra, insert, differentiate, take_limit, update, unfold(E), unfold(E.prime), unfold(Q),
    fold(E), fold(Q), lemma("worked-example-derivative"), lemma("gradient-descent-factor"),
)  # fmt: skip
SHARE = 29  # one in so many runs every time
MOST_WORLDS = 12
# What the second opinion can run by hand; of other claims it has no worlds yet
TRIED = [claim for topic in descent_topics.ONE_WEIGHT for claim in topic.CLAIMS]
PROVED = [c.id for c in TRIED if not isinstance(c, (Definition, Optimizer, Mistake))]
DEFINED = [c.id for c in TRIED if isinstance(c, (Definition, Optimizer))]
Record = Callable[[str, object], None]


def spelled(thing: object) -> str:
    """What stands in the list for a part of a claim."""
    if thing is None:
        return "nothing"
    return f"rule {thing.id}" if isinstance(thing, (Rule, Inference)) else plain(thing)  # type: ignore[arg-type]


def key(id: str, mutant: Mutant) -> tuple[str, str, str, str]:
    """How a mutant is listed."""
    return id, mutant.where, spelled(mutant.original), spelled(mutant.changed)


@cache
def listed() -> dict[tuple[str, ...], str]:
    """The mutants that are proved rightly, with the reason."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    return {tuple(row[:4]): row[4] for row in rows[1:]}


def confirmed(mutant: Mutant) -> bool:
    """Whether a proved mutant is true in every world that meets its hypotheses, if any does."""
    claim = mutant.claim
    assert isinstance(claim, (Derivation, Theorem))
    if not _true(claim.statement, claim.given):
        return False
    if isinstance(claim, Derivation) and mutant.link is not None:
        near = [link.expression for link in claim.links[max(mutant.link - 1, 0) : mutant.link + 2]]
        return all(_true(equal(one, other), claim.given) for one, other in pairwise(near))
    if mutant.where.startswith("step") and not isinstance(mutant.changed, Node):
        # An assumption of one part of an argument is no claim, nor is a limit's threshold
        # Where an argument by contradiction leaves no world, its last assumption alone leaves some
        return (
            mutant.slip.startswith("assumed: ")
            or any(
                _true(mutant.changed, (*claim.given, *under))  # type: ignore[arg-type]
                for under in (mutant.under, mutant.under[-1:])
            )
        )
    return True


def _true(statement: Statement, given: tuple[object, ...]) -> bool:
    seen = 0
    for world in worlds((statement,), given, seed=seen):  # type: ignore[arg-type]
        try:
            if not world.holds(statement):
                return False
        except sampler.TooClose:
            continue
        except sampler.NoValue:
            return False
        seen += 1
        if seen == MOST_WORLDS:
            break
    return seen > 0


def keep(record_property: Record, kind: str, score: Score) -> None:
    """Hand a score to the summary at the end, from whichever process."""
    record_property("mutants", (kind, *astuple(score)))


@pytest.mark.parametrize("share", [SHARE, pytest.param(1, marks=pytest.mark.full)])
@pytest.mark.parametrize("id", PROVED)
def test_mutants_of_what_is_proved_are_killed_or_true(
    id: str, share: int, record_property: Record
) -> None:
    begun, claim = perf_counter(), SHELF[id]
    library = SHELF.library(claim)
    assert check(claim, library).verdict.status is Status.PROVED
    killed, harmless, unneeded, survived = 0, 0, 0, []
    for mutant in list(mutants(claim, RULES))[len(id) % share :: share]:
        if not stands(mutant, library):
            killed += 1
        elif mutant.says_the_same:
            unneeded += 1
        elif key(id, mutant) in listed() and confirmed(mutant):
            harmless += 1
        else:
            survived.append(" | ".join(key(id, mutant)))
    kind = "of what is proved" if share == 1 else "of what is proved, a sample"
    score = Score(killed, harmless, unneeded, tuple(survived), perf_counter() - begun)
    keep(record_property, kind, score)
    assert not survived, "\n".join(survived)
    assert killed, "there was something to kill"


@pytest.mark.parametrize("id", DEFINED)
def test_mutants_of_definitions_are_killed_by_their_witness(
    id: str, record_property: Record
) -> None:
    begun, claim = perf_counter(), SHELF[id]
    assert agrees(claim), "the definition itself agrees with its witness"
    killed, harmless, survived = 0, 0, []
    for mutant in mutants(claim):
        verdict = check(mutant.claim, SHELF.library(claim)).verdict
        if verdict.status < Status.DEFINED or not agrees(mutant.claim):
            killed += 1
        elif key(id, mutant) in listed():
            harmless += 1
        else:
            survived.append(" | ".join(key(id, mutant)))
    score = Score(killed, harmless, 0, tuple(survived), perf_counter() - begun)
    keep(record_property, "of what is defined", score)
    assert not survived, "\n".join(survived)


def agrees(claim: Claim) -> bool:
    """Whether a definition equals its witness at many points."""
    numbers = tuple(map(Fraction, ("5", "-3/7", "2", "1/3")))
    try:
        return all(_agrees_at(claim, weight, rate) for weight in numbers for rate in numbers)
    except (sampler.NoValue, sampler.TooClose, KeyError, AssertionError):
        return False


def _agrees_at(claim: Claim, weight: Fraction, rate: Fraction) -> bool:
    values = dict(zip((W, theta, eta), (weight, weight, rate), strict=True))
    values |= {g: Fraction(7, 3), a: Fraction(3, 4), c: Fraction(-5, 3), d: Fraction(2, 9)}
    world = World(values, weight)
    match claim:
        case Optimizer(rules=(rule,)):
            return rule.target == theta and world.number(rule.value) == reference.gradient_descent(
                weight, values[g], rate
            )
        case Definition(id="worked-example-loss"):
            return world.number(claim.right) == reference.worked_example_loss(weight)
        case Definition(id="quadratic-loss"):
            wanted = reference.quadratic_loss(weight, values[a], values[c], values[d])
            return world.number(claim.right) == wanted
        case Definition(id="derivative"):
            off = world.number(claim.right) - reference.worked_example_slope(weight)
            return abs(off) < Fraction(1, 10**40)
        case Definition(id="gradient-descent-step"):
            run = World(values, weight, (claim.recurrence,))
            wanted = reference.trajectory(weight, rate, 4, reference.worked_example_slope)
            return [run.member(i) for i in range(5)] == wanted
    raise AssertionError(f"no witness for {claim.id}")


@pytest.mark.full
def test_the_list_has_no_line_that_is_out_of_date() -> None:
    there = {key(id, mutant) for id in (*PROVED, *DEFINED) for mutant in mutants(SHELF[id], RULES)}
    assert not set(listed()) - there
    assert all(reason for reason in listed().values())


def test_a_verifier_that_proves_too_much_is_noticed() -> None:
    claim = SHELF["gradient-descent-factor"]
    wrong = next(m for m in mutants(claim) if m.where == "line 4" and m.slip == "sign")
    assert not confirmed(wrong), "the second opinion contradicts a wrong line"
    weaker = next(m for m in mutants(SHELF["quadratic-converges"]) if m.where == "hypothesis 2")
    assert weaker.changed is None and not stands(weaker, SHELF.library(weaker.claim))
    definition = SHELF["worked-example-loss"]
    assert isinstance(definition, Definition)
    assert not agrees(replace(definition, right=W**2 + 5))


@pytest.mark.parametrize("id", PROVED)
def test_another_proof_is_of_the_same_claim(id: str) -> None:
    claim = SHELF[id]
    for mutant in mutants(claim, RULES):
        if mutant.says_the_same:
            other = mutant.claim
            assert (other.statement, other.given) == (claim.statement, claim.given)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("id", "where"),
    [
        ("worked-example-derivative", "line 3"),
        ("gradient-descent-factor", "line 2"),
        ("gradient-descent-closed-form", "step 3"),
        ("geometric-convergence", "step 7"),
        ("gradient-descent-converges", "step 2"),
        ("quadratic-one-step", "step 6"),
    ],
)
def test_a_hole_in_a_proof_is_seen(id: str, where: str) -> None:
    claim = SHELF[id]
    (hole,) = (m for m in mutants(claim) if m.where == where and m.slip.endswith("left out"))
    assert hole.says_the_same and not stands(hole, SHELF.library(claim))
