"""The verifier against mutants of every claim: what it proves must be true, and listed as such.

One mutant of each claim runs every time, all of them with the marker `full`. `tests/mutants.tsv`
lists the mutants that are proved rightly (a stronger hypothesis, (−x)² for x²), each confirmed
without the kernel.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from time import perf_counter

import pytest

from nnmath import proof
from nnmath.printing import plain
from nnmath.proof.argument_slips import INFERENCES
from nnmath.proof.checking import check
from nnmath.proof.claims import Claim, Definition, Derivation, Optimizer, Theorem
from nnmath.proof.inference import Inference
from nnmath.proof.judging import Judge
from nnmath.proof.library import expected
from nnmath.proof.mutation import Mutant, Score, mutants
from nnmath.proof.point import CannotEvaluate
from nnmath.proof.rationals import NotRational
from nnmath.proof.rule import Rule
from nnmath.proof.rules import algebra, differentiate, insert, lemma, take_limit, update
from nnmath.proof.verdict import Status
from nnmath.publishing.mutation_scores import recorded
from nnmath.theory import SHELF, optimizers
from nnmath.theory.vocabulary import W
from tests import ledger
from tests.proof.confirming import MOST_WORLDS, Seen, confirmed
from tests.witnesses import WITNESSES
from tests.witnesses.shelf import instead

LIST = Path(__file__).parent / "mutants.tsv"
CONTRADICTION = "this part leads to a contradiction: all that is said in it is true"
PAGES = Path(__file__).parents[1] / "docs"
RULES = (algebra, insert, differentiate, take_limit, update)
PROVED = tuple(id for id, claim in SHELF.items() if isinstance(claim, (Derivation, Theorem)))
# The slips in algorithm boxes have a file of their own: tests/optimizers/test_mutants.py
BOXES = {claim.id for claim in optimizers.CLAIMS}
DEFINED = tuple(
    id
    for id, claim in SHELF.items()
    if isinstance(claim, (Definition, Optimizer)) and id not in BOXES
)


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


def is_true_as_listed(id: str, mutant: Mutant) -> bool:
    """Whether a mutant is listed, and seen to be true in the way that the list says."""
    reason = listed().get(key(id, mutant))
    seen = confirmed(mutant) if reason else None
    return seen is not None and (seen is Seen.NEVER) == (reason == CONTRADICTION)


def rules_of(claim: Claim) -> tuple[Rule, ...]:
    """The labels that may stand at a link by mistake: the general ones, and the claim's own."""
    links = claim.links if isinstance(claim, Derivation) else ()
    own = (link.rule for link in links if link.rule is not None)
    return tuple({rule.id: rule for rule in (*RULES, *own, *map(lemma, claim.uses))}.values())


def sample(claim: Claim) -> list[Mutant]:
    """One mutant, drawn by the claim's id: other claims have no part in which it is."""
    every = list(mutants(claim, rules_of(claim)))
    return Random(claim.id).sample(every, k=min(1, len(every)))


def whole(id: str) -> object:
    """All mutants of a claim."""
    return pytest.param(id, True, marks=pytest.mark.full, id=f"{id}-whole")


FULL = pytest.mark.parametrize("full", [False, pytest.param(True, marks=pytest.mark.full)])


@pytest.mark.parametrize(("id", "full"), [*((id, False) for id in PROVED), *map(whole, PROVED)])
def test_mutants_of_what_is_proved_are_killed_or_true(
    id: str, full: bool, tell: Callable[..., None]
) -> None:
    # That the claim itself is proved is tests/test_catalog.py's to see
    begun, claim = perf_counter(), SHELF[id]
    kind = "of what is proved" + ("" if full else ", a sample")
    own = [line for line in listed().items() if line[0][0] == id]
    before = ledger.recall(id, own) if full else None
    if before is not None:
        return tell(f"{kind}, tried before", id, before, whole=True)
    judge = Judge(SHELF.library(claim))
    killed, harmless, unneeded, survived = 0, 0, 0, []
    for mutant in mutants(claim, rules_of(claim)) if full else sample(claim):
        status = judge.verdict(mutant).status if judge.proves(mutant) else Status.UNDECIDED
        if status is Status.REFUTED:
            survived.append(" | ".join(("proved but for a point", *key(id, mutant))))
        elif status is not Status.PROVED:
            killed += 1
        elif mutant.says_the_same:
            unneeded += 1
        elif is_true_as_listed(id, mutant):
            harmless += 1
        else:
            survived.append(" | ".join(key(id, mutant)))
    score = Score(killed, harmless, unneeded, tuple(survived), perf_counter() - begun)
    if full:
        ledger.keep(id, own, score)
    tell(kind, id, score, whole=full)
    assert killed or not full, "there was something to kill"


@pytest.mark.parametrize("many", [15, pytest.param(400, marks=pytest.mark.full)])
def test_the_short_way_to_a_verdict_ends_where_the_long_one_does(many: int) -> None:
    every = [
        (id, mutant)
        for id in Random(many).sample(PROVED, min(many // 3, len(PROVED)))
        for mutant in Random(id).sample(list(mutants(SHELF[id], rules_of(SHELF[id]))), 3)
    ]
    for id, mutant in every:
        library = SHELF.library(SHELF[id])
        long = check(mutant.claim, library).verdict.status is expected(mutant.claim)
        assert Judge(library).stands(mutant) is long, key(id, mutant)


@FULL
@pytest.mark.parametrize("id", DEFINED)
def test_mutants_of_definitions_are_killed_by_their_witness(
    id: str, full: bool, tell: Callable[..., None]
) -> None:
    begun, claim = perf_counter(), SHELF[id]
    killed, harmless, survived = 0, 0, []
    for mutant in mutants(claim) if full else sample(claim):
        if not agrees(mutant.claim):
            killed += 1
        elif key(id, mutant) in listed():
            harmless += 1
        else:
            survived.append(" | ".join(key(id, mutant)))
    score = Score(killed, harmless, 0, tuple(survived), perf_counter() - begun)
    tell("of what is defined" + ("" if full else ", a sample"), id, score, whole=full)


def agrees(claim: Claim) -> bool:
    """Whether a definition, without the form that code uses, stands and equals its witness."""
    assert isinstance(claim, (Definition, Optimizer))
    if isinstance(claim, Definition):
        claim = replace(claim, stable=None)  # which would give most slips away at once
    if check(claim, SHELF.library(claim)).verdict.status < Status.DEFINED:
        return False
    try:
        with instead(claim):
            WITNESSES[claim.id]()
    except (AssertionError, CannotEvaluate, NotRational, ArithmeticError, TypeError, ValueError):
        return False
    return True


@pytest.mark.full
def test_the_table_of_pages_has_a_row_for_each_claim(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.getoption("--record") or recorded().keys() == {*PROVED, *DEFINED, *BOXES}


@pytest.mark.full
def test_the_list_has_no_line_that_is_out_of_date() -> None:
    there = {
        key(id, mutant)
        for id in (*PROVED, *DEFINED)
        for mutant in mutants(SHELF[id], rules_of(SHELF[id]))
    }
    assert not set(listed()) - there
    assert all(reason for reason in listed().values())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_pages_say_how_many_true_mutants_were_confirmed_in_which_way(language: str) -> None:
    short = {line[0] for line, reason in listed().items() if reason == CONTRADICTION}
    contradictions = sum(
        listed().get(key(id, mutant)) == CONTRADICTION and not mutant.says_the_same
        for id in short
        for mutant in mutants(SHELF[id], rules_of(SHELF[id]))
    )
    equal_values = sum(recorded()[id].harmless for id in (*DEFINED, *BOXES))
    page = (PAGES / language / "verification.md").read_text("utf-8")
    section = page.partition("{ #verifier-tests }")[2].partition("\n## ")[0]
    said = [int(number.replace(",", "")) for number in re.findall(r"[0-9][0-9,]+", section)]
    assert said == [MOST_WORLDS, contradictions, equal_values]


def test_a_verifier_that_proves_too_much_is_noticed() -> None:
    claim = SHELF["gradient-descent-factor"]
    wrong = next(m for m in mutants(claim) if m.where == "line 4" and m.slip == "sign")
    assert not confirmed(wrong), "the second opinion contradicts a wrong line"
    weaker = next(m for m in mutants(SHELF["quadratic-converges"]) if m.where == "hypothesis 2")
    assert weaker.changed is None and not Judge(SHELF.library(weaker.claim)).stands(weaker)
    definition = SHELF["worked-example-loss"]
    assert isinstance(definition, Definition)
    assert agrees(definition) and not agrees(replace(definition, right=W**2 + 5))


def test_every_inference_that_is_told_nothing_is_tried() -> None:
    modules = (import_module(f"nnmath.proof.{each.name}") for each in iter_modules(proof.__path__))
    things = (thing for module in modules for thing in vars(module).values())
    found = {thing.id for thing in things if isinstance(thing, Inference)}
    assert found == {each.id for each in INFERENCES} - {algebra.id}


@pytest.mark.parametrize("id", PROVED)
def test_another_proof_is_of_the_same_claim(id: str, pytestconfig: pytest.Config) -> None:
    claim = SHELF[id]
    every = list(mutants(claim, rules_of(claim)))
    assert pytestconfig.getoption("--record") or len(every) == recorded()[id].tried, (
        f"the table is of other mutants: `make mutants ARGS='--record -k {id}'`"
    )
    for mutant in every:
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
    assert hole.says_the_same and not Judge(SHELF.library(claim)).stands(hole)
