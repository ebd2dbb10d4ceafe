"""Whatever a verdict can hang on changes its key; words change nothing but themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from nnmath.notation.symbol import Sort
from nnmath.notation.symbols import WEIGHT
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.library import Shelf
from nnmath.proof.nodes import Limit, Variable, as_node
from nnmath.proof.rules import algebra, differentiate, insert, lemma, unfold
from nnmath.theory import SHELF
from nnmath.theory.vocabulary import E, Q, W, theta
from nnmath.verdicts import Cache, Verifier
from nnmath.verdicts.content import Unreadable, content
from tests.verdicts.shelves import OTHER_WORDS, reworded, with_changed, with_claim, with_link

ROOT = Path(__file__).resolve().parent.parent.parent
# A derivation on lemmas and definitions, an induction, a mistake, a definition
SOME = ("worked-step", "absolute-value-of-a-power", "mistake-sign", "quadratic-loss")
MISTAKE, SLOPE = SHELF["mistake-sign"], SHELF["worked-slope"]
assert isinstance(MISTAKE, Mistake) and isinstance(SLOPE, Derivation)
SLOPE_BY_OTHER_LETTER = Limit((E(W + theta) - E(W)) / theta, theta, as_node(0))
NATURAL = Variable(replace(WEIGHT, id="count", sort=Sort.NATURAL))


def key(id: str, shelf: Shelf) -> str:
    """The key of a claim on a shelf."""
    return keys(shelf, id)[0]


def keys(shelf: Shelf, *ids: str) -> list[str]:
    """The keys of claims on a shelf, of one reading of the kernel."""
    cache = Cache(shelf, ROOT / "nowhere")
    return [cache.key(id) for id in ids]


# Each with a claim whose verdict might be another one after the change
CHANGES: dict[str, tuple[str, Callable[[], Shelf]]] = {
    "an expression of a step": (
        "worked-slope",
        lambda: with_link("worked-slope", 1, expression=as_node(11)),
    ),
    "the spelling of a number": (
        "worked-slope",
        lambda: with_link("worked-slope", -1, expression=as_node("10.0")),
    ),
    "the rule of a step": (
        "worked-slope",
        lambda: with_link("worked-slope", 1, rule=algebra),
    ),
    "the function that a rule opens": (
        "worked-example-derivative",
        lambda: with_link("worked-example-derivative", 2, rule=unfold(Q)),
    ),
    "the lemma that a rule cites": (
        "worked-slope",
        lambda: with_link("worked-slope", 1, rule=lemma("quadratic-derivative")),
    ),
    "a hypothesis": (
        "bernoulli-inequality",
        lambda: with_changed("bernoulli-inequality", given=()),
    ),
    "a hypothesis of a lemma": (
        "geometric-convergence",
        lambda: with_changed("bernoulli-inequality", given=()),
    ),
    "a hypothesis of a lemma's lemma": (
        "gradient-descent-converges",
        lambda: with_changed("bernoulli-inequality", given=()),
    ),
    "the statement of a lemma": (
        "gradient-descent-converges",
        lambda: with_changed("geometric-convergence", statement=MISTAKE.statement),
    ),
    "a definition": (
        "worked-loss-before",
        lambda: with_changed("worked-example-loss", right=W**2 + 5),
    ),
    "a definition two levels down": (
        "gradient-descent-factor",
        lambda: with_changed("derivative", right=SLOPE_BY_OTHER_LETTER),
    ),
    "the sort of a symbol two levels down": (
        "quadratic-closed-form",
        lambda: with_changed("quadratic-loss", left=Q(NATURAL), right=NATURAL),
    ),
    "a definition that it may not open": (
        "hidden-by-output",
        lambda: with_changed("sigmoid", right=as_node(1)),
    ),
    "an operation": (
        "worked-loss-before",
        lambda: with_changed("worked-example-loss", right=W**2 * 4),
    ),
    "what it may open, though a lemma rests on it all the same": (
        "gradient-descent-closed-form",
        lambda: with_changed("gradient-descent-closed-form", uses=("gradient-descent-factor",)),
    ),
    "the kind of claim": (
        "mistake-sign",
        lambda: with_claim(
            Theorem(
                id=MISTAKE.id,
                name=MISTAKE.name,
                statement=MISTAKE.statement,
                given=MISTAKE.given,
                uses=MISTAKE.uses,
                source=MISTAKE.source,
                argument=(),
            )
        ),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_content_changes_the_key(change: str) -> None:
    id, changed = CHANGES[change]
    shelf = changed()
    assert key(id, shelf) != key(id, SHELF)
    # What does not rest on it keeps its verdict
    assert key("gradient-descent", shelf) == key("gradient-descent", SHELF)


@pytest.mark.parametrize(("seed", "before"), [("1", ""), ("2", "import nnmath.proof.mutation")])
def test_keys_are_the_same_in_every_process(seed: str, before: str) -> None:
    """Also in this one, whatever has been tested in it so far."""
    code = (
        f"{before}\nfrom nnmath.theory import SHELF; from tests.verdicts.test_content import keys\n"
        "print(*keys(SHELF, *SHELF))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == keys(SHELF, *SHELF)


def test_a_rule_of_the_same_name_with_other_code_has_another_content() -> None:
    def opens_more(node: Any, setting: Any, library: Any) -> Any:
        return node

    def same_name(function: Any, other: Any) -> Any:
        made = FunctionType(other.__code__, other.__globals__)
        made.__module__, made.__qualname__ = function.__module__, function.__qualname__
        return made

    assert content(replace(insert, open=differentiate.open)) != content(insert)
    opening = insert.open
    assert content(same_name(opening, opening)) == content(opening)
    assert content(same_name(opening, differentiate.open)) != content(opening)
    assert content(replace(algebra, equations=True)) != content(algebra)
    # The kernel asks whether a rule is its own `algebra`; an equal one is another
    assert content(replace(algebra)) != content(algebra)
    with pytest.raises(Unreadable):
        content(replace(algebra, open=opens_more))


def test_a_rule_written_elsewhere_is_proved_each_time(tmp_path: Path) -> None:
    own = replace(algebra, open=lambda node, setting, library: node)
    shelf = with_link("worked-slope", 2, rule=own)
    cache = Cache(shelf, tmp_path)
    cache.keep("worked-slope", shelf.check(shelf["worked-slope"]))
    assert cache.recall("worked-slope") is None and not list(tmp_path.iterdir())


def test_symbols_that_only_words_tell_apart_have_no_key() -> None:
    twin = replace(WEIGHT, meaning=OTHER_WORDS)
    shelf = with_changed(
        "worked-example-loss", left=E(Variable(twin)), right=Variable(twin) ** 2 + 4
    )
    with pytest.raises(Unreadable, match="two symbols have the id 'weight'"):
        key("worked-slope", shelf)


def test_a_change_of_words_keeps_the_proof_and_shows_the_new_words(tmp_path: Path) -> None:
    # It has cases in cases, and a limit
    before = Verifier(SHELF, Cache(SHELF, tmp_path)).check("geometric-convergence")
    changed = reworded(SHELF["geometric-convergence"])
    shelf = with_claim(changed)
    recalled = Cache(shelf, tmp_path).recall("geometric-convergence")
    assert recalled is not None and recalled == shelf.check(changed) != before
    assert OTHER_WORDS in {step.because for step in recalled.steps}
    assert OTHER_WORDS in {step.part for step in recalled.steps}


def test_other_words_in_one_of_two_steps_that_shared_them(tmp_path: Path) -> None:
    shared = with_link("worked-slope", 2, because=SLOPE.links[1].because)
    Verifier(shared, Cache(shared, tmp_path)).check("worked-slope")
    parted = with_link("worked-slope", 2, because=OTHER_WORDS)
    recalled = Cache(parted, tmp_path).recall("worked-slope")
    assert recalled is not None and recalled == parted.check(parted["worked-slope"])
    assert [step.because for step in recalled.steps].count(OTHER_WORDS) == 1


@pytest.mark.parametrize("id", SOME)
def test_no_verdict_hangs_on_words(id: str) -> None:
    shelf = Shelf(reworded(claim) for claim in SHELF.values())
    assert shelf.check(shelf[id]).verdict == SHELF.check(SHELF[id]).verdict
