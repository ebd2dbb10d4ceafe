"""Every claim of the book stands, and the catalog hands out nothing that does not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from nnmath.catalog import Catalog, UnknownEntry, Unverified, catalog
from nnmath.proof.checking import Checked
from nnmath.proof.claims import (
    Cited,
    Claim,
    Definition,
    Derivation,
    Mistake,
    Optimizer,
    Theorem,
)
from nnmath.proof.library import BrokenOrder, Shelf, expected
from nnmath.proof.statements import equal
from nnmath.proof.verdict import Status
from nnmath.theory import SHELF
from nnmath.theory.vocabulary import E, W, eta
from nnmath.verdicts.content import content
from nnmath.verdicts.record import read, written
from tests.grouping import EACH

IDS = """
    worked-example-loss quadratic-loss derivative gradient-descent-step gradient-descent
    worked-example-derivative worked-slope worked-step worked-loss-before worked-loss-after
    gradient-descent-factor gradient-descent-loss-change quadratic-derivative bernoulli-inequality
    gradient-descent-closed-form geometric-convergence geometric-divergence quadratic-closed-form
    gradient-descent-converges gradient-descent-keeps-sign gradient-descent-one-step
    gradient-descent-oscillates gradient-descent-two-cycle gradient-descent-diverges
    quadratic-converges quadratic-one-step mistake-sign mistake-forgotten-factor
    mistake-just-slower mistake-step-without-rate
"""


def test_the_promised_ids_are_there() -> None:
    assert set(catalog) >= set(IDS.split())


@pytest.mark.parametrize("id", EACH)
def test_claim_stands(id: str) -> None:
    entry = catalog[id]
    claim = SHELF[id]
    assert catalog.verifier.cache is None, "what is tested here was proved here"
    assert entry.test == f"tests/test_catalog.py::test_claim_stands[{id}]"
    match claim:
        case Definition() | Optimizer():
            assert entry.verdict.status is Status.DEFINED
        case Derivation() | Theorem():
            assert entry.verdict.status is Status.PROVED
            assert entry.steps
            for step in entry.steps:
                assert step.assumed or step.verdict.status is Status.PROVED, step
        case Mistake():
            assert entry.verdict.status is Status.REFUTED
            assert entry.verdict.counterexample is not None
            assert (
                entry.corrects in SHELF and catalog[entry.corrects].verdict.status >= Status.DEFINED
            )
        case Cited():
            assert entry.verdict.status is Status.CITED
            assert not entry.steps and entry.where == claim.where
    assert set(entry.uses) <= set(SHELF)
    checked = Checked(entry.verdict, entry.steps)
    assert content(claim).digest and comes_back(claim, checked), "a later run is told the same"


def comes_back(claim: Claim, checked: Checked) -> bool:
    """Whether verdict, counterexample, steps and times are read as they were written."""
    recalled = read(written(checked, "key"), claim, "key")
    verdicts = [[each.verdict, *(s.verdict for s in each.steps)] for each in (checked, recalled)]
    times, again = ([verdict.seconds for verdict in each] for each in verdicts)
    return recalled == checked and times == again and times[0] > 0


def test_verdicts_are_the_same_again() -> None:
    for id in ("worked-step", "gradient-descent-closed-form", "mistake-sign"):
        assert Catalog(SHELF).assess(id).verdict == catalog[id].verdict


def test_a_mistake_is_refuted_where_its_hypotheses_hold() -> None:
    shown = catalog["mistake-forgotten-factor"].verdict.counterexample
    assert shown is not None and Fraction(shown.point["W"]) != 0


def test_nothing_weaker_than_declared_is_handed_out() -> None:
    slope = SHELF["worked-slope"]
    assert isinstance(slope, Derivation)
    wrong = replace(slope, links=(*slope.links[:-1], replace(slope.links[-1], expression=E(W))))
    shelf = Shelf(
        [*(claim for id, claim in SHELF.items() if id in slope.uses or id == "derivative"), wrong]
    )
    with pytest.raises(Unverified, match="'worked-slope' is declared PROVED but is"):
        Catalog(shelf)["worked-slope"]
    right = SHELF["mistake-forgotten-factor"]
    assert isinstance(right, Mistake)
    true = replace(right, statement=equal(E(W), W**2 + 4))
    with pytest.raises(Unverified, match="is declared REFUTED but is"):
        Catalog(Shelf([SHELF["worked-example-loss"], true]))["mistake-forgotten-factor"]


def test_an_unknown_id_gets_a_suggestion() -> None:
    with pytest.raises(UnknownEntry) as caught:
        catalog["worked-exampel-derivative"]
    assert caught.value.suggestion == "worked-example-derivative"
    assert "did you mean 'worked-example-derivative'?" in str(caught.value)
    with pytest.raises(UnknownEntry):
        catalog.instantiate("worked-stepp", start="1")


def test_templates_are_verified_on_the_spot() -> None:
    entry = catalog.instantiate("worked-step", start="-3", learning_rate="0.25")
    assert entry.verdict.status is Status.PROVED
    assert entry.statement == equal(entry.statement.left, "-1.5")  # type: ignore[union-attr]
    for numbers in ({"start": "abc", "learning_rate": "1"}, {"start": "1", "learning_rate": "nan"}):
        with pytest.raises(ValueError):
            catalog.instantiate("worked-step", **numbers)


def test_a_shelf_keeps_its_order() -> None:
    claims = list(SHELF.values())
    with pytest.raises(BrokenOrder):
        Shelf(reversed(claims))
    with pytest.raises(BrokenOrder):
        Shelf([*claims, claims[0]])


def test_every_kind_declares_what_it_expects() -> None:
    assert {expected(claim) for claim in SHELF.values()} == {
        Status.DEFINED, Status.PROVED, Status.REFUTED, Status.CITED,
    }  # fmt: skip


def test_every_symbol_of_an_entry_is_in_order_of_appearance() -> None:
    symbols = [symbol.id for symbol in catalog["gradient-descent-converges"].symbols]
    assert symbols.index("weight-sequence") < symbols.index("learning-rate")
    assert eta.symbol.id in symbols
