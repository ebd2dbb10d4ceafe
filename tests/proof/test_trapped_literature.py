"""Traps for theorems that are only cited: never more than CITED, and no ground for a proof."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nnmath.proof.checking import check
from nnmath.proof.citing import Lemma
from nnmath.proof.claims import Cited, Claim, Definition, Derivation, InWords, Mistake, Theorem
from nnmath.proof.inferences import cite
from nnmath.proof.library import BrokenOrder, Shelf
from nnmath.proof.nodes import EXP
from nnmath.proof.rule import Library
from nnmath.proof.rules import lemma
from nnmath.proof.statements import Tends, equal
from nnmath.proof.verdict import Status
from tests.proof.making import FALSE, WORD, ZERO, f, have, library, n, status, u, x, y

HARD = EXP(x) >= 1 + x
CITED = Cited(
    id="cited",
    name=WORD,
    statement=HARD,
    where=(InWords((x,), WORD),),
    source="somebody1900, theorem 1",
    instances="",
)
THEOREM = Theorem(
    id="theorem", name=WORD, statement=HARD, source="own", argument=(have(HARD, cite("cited")),)
)
DERIVATION = (
    Derivation(id="derivation", name=WORD, source="own")
    .start(f(x))
    .by(lemma("cited"), ZERO, because=WORD)
)


def verdict(**changes: object) -> Status:
    """The verdict on the cited theorem with other fields."""
    return status(check(replace(CITED, **changes), Library()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "claim",
    [
        THEOREM,
        DERIVATION,
        Definition(id="definition", name=WORD, left=f(x), right=x, source="own", witness=""),
        Mistake(id="mistake", name=WORD, statement=HARD, source="own", why=WORD, corrects="cited"),
    ],
    ids=lambda claim: claim.id,
)
def test_nothing_rests_on_what_is_only_cited(claim: Claim) -> None:
    with pytest.raises(BrokenOrder, match="uses 'cited', which is cited and not proved"):
        Shelf([CITED, replace(claim, uses=("cited",))])


def test_who_passes_the_shelf_by_gets_no_lemma() -> None:
    citing = replace(THEOREM, uses=("cited",))
    assert not Shelf([CITED]).library(citing).lemmas
    assert status(Shelf([CITED]).check(citing)) is Status.UNDECIDED
    proved = library(Lemma("cited", (), HARD))
    assert status(check(citing, proved)) is Status.PROVED, "nothing else was in its way"


def test_a_cited_theorem_may_speak_by_another() -> None:
    Shelf([CITED, replace(CITED, id="corollary", uses=("cited",))])


def test_it_is_never_more_than_cited() -> None:
    assert verdict() is Status.CITED
    assert verdict(statement=equal(x, x), where=()) is Status.CITED, "true, but nobody asked"
    assert verdict(statement=Tends(u[n], n, ZERO), where=()) is Status.CITED


def test_a_point_refutes_it_where_no_words_narrow_it() -> None:
    assert verdict(statement=FALSE, where=()) is Status.REFUTED
    assert verdict(statement=x + 1 < x, where=()) is Status.REFUTED
    assert verdict(statement=equal(x**2, y), where=()) is Status.REFUTED


@pytest.mark.parametrize("source", ["", "own"])
def test_it_has_a_source(source: str) -> None:
    assert verdict(source=source) is Status.UNDECIDED


def test_it_must_have_a_meaning() -> None:
    assert verdict(statement=equal(1 / x, 0)) is Status.UNDECIDED
    assert verdict(given=(x > 0, x < 0)) is Status.UNDECIDED
