"""A single unit and its losses: every claim stands, definitions have witnesses, code is clean."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest

from nnmath.catalog.entry import Entry, entry_of
from nnmath.notation.text import LANGUAGES
from nnmath.printing import javascript, latex, typst
from nnmath.printing.latex import LATEX
from nnmath.printing.latex_reader import read_latex
from nnmath.printing.likeness import representative
from nnmath.printing.scope import scope_of
from nnmath.printing.typst import TYPST
from nnmath.printing.typst_reader import read_typst
from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.checking import check
from nnmath.proof.claims import Definition, Mistake
from nnmath.proof.library import expected, meanings
from nnmath.proof.mutation import mutants
from nnmath.proof.nodes import Node
from nnmath.proof.point import CannotEvaluate, Point
from nnmath.proof.verdict import Status
from nnmath.theory.activation_vocabulary import a, alpha, z
from nnmath.theory.loss_vocabulary import delta, r, y, y_hat
from nnmath.theory.unit_topics import CLAIMS, UNIT_SHELF
from tests.reference import activations, losses

MEANINGS = meanings(UNIT_SHELF.values())
DEFINED = {claim.id: claim for claim in CLAIMS if isinstance(claim, Definition)}
FILES = {"activations": activations, "losses": losses}
ANY = tuple(map(Fraction, ("-3", "-1/3", "0", "2/7", "1", "5")))
SHARES = tuple(map(Fraction, ("1/7", "1/2", "8/9")))
NUMBERS: dict[Node, tuple[Fraction, ...]] = {
    **dict.fromkeys((z, r), ANY),
    **dict.fromkeys((y, y_hat), SHARES),
    **dict.fromkeys((a, alpha, delta), tuple(map(Fraction, ("1/3", "1", "2")))),
}
# In the order of the witness's arguments
ARGUMENTS: dict[str, tuple[Node, ...]] = {
    **dict.fromkeys(("leaky-relu",), (z, a)),
    **dict.fromkeys(("elu",), (z, alpha)),
    **dict.fromkeys(("squared-error", "absolute-error", "bernoulli-likelihood"), (y_hat, y)),
    **dict.fromkeys(("binary-cross-entropy", "binary-kl-divergence"), (y_hat, y)),
    **dict.fromkeys(("logit-loss", "squared-logit-loss"), (z, y)),
    "huber": (r, delta),
    "binary-entropy": (y,),
}
# Slips that change nothing
SAME: dict[str, set[str]] = {}
FAR = np.array([-800.0, -30.0, -1.0, -1e-9, 0.0, 1e-9, 1.0, 30.0, 800.0])


@cache
def entry(id: str) -> Entry:
    """A claim with its verdict and its spellings."""
    return entry_of(UNIT_SHELF[id], UNIT_SHELF.check(UNIT_SHELF[id]))


@pytest.mark.parametrize("id", [claim.id for claim in CLAIMS])
def test_claim_stands(id: str) -> None:
    claim = UNIT_SHELF[id]
    checked = UNIT_SHELF.check(claim)
    assert checked.verdict.status is expected(claim), checked.verdict
    for step in checked.steps:
        assert step.assumed or step.verdict.status is Status.PROVED


def test_mistakes_name_what_is_right() -> None:
    mistakes = [claim for claim in CLAIMS if isinstance(claim, Mistake)]
    assert len(mistakes) >= 9
    assert all(mistake.corrects in UNIT_SHELF for mistake in mistakes)


@pytest.mark.parametrize("id", [claim.id for claim in CLAIMS])
def test_what_is_printed_reads_back(id: str) -> None:
    for thing, language in product((entry(id).statement, *entry(id).hypotheses), LANGUAGES):
        for write, read, spelling in (
            (latex, read_latex, LATEX),
            (typst, read_typst, TYPST),
        ):
            back = read(write(thing, language=language), scope_of(thing, spelling))
            assert representative(back) == representative(thing)


# Definitions


def agrees(claim: Definition) -> bool:
    """Whether a definition equals its witness, as balls against floating point."""
    file, name = claim.witness.split("::")
    module = FILES.get(file.removeprefix("tests/reference/").removesuffix(".py"))
    witness: Callable[..., Any] = getattr(module or activations, name)
    arguments = ARGUMENTS.get(claim.id, (z,))
    for values in product(*(NUMBERS[argument] for argument in arguments)):
        point = Point(dict(zip(arguments, values, strict=True)), MEANINGS)  # type: ignore[arg-type]
        try:
            with digits():
                ours = float(ball(claim.right, point).mid())
        except CannotEvaluate:
            return False
        if not np.isclose(ours, float(witness(*map(float, values))), rtol=1e-9, atol=1e-12):
            return False
    return True


@pytest.mark.parametrize("id", DEFINED)
def test_definition_equals_its_witness(id: str) -> None:
    assert agrees(DEFINED[id])


@pytest.mark.parametrize("id", DEFINED)
def test_mutants_of_definitions_are_killed_by_their_witness(id: str) -> None:
    survived = []
    for mutant in mutants(DEFINED[id]):
        claim = mutant.claim
        assert isinstance(claim, Definition)
        library = UNIT_SHELF.library(claim)
        # The form that code uses stays behind, and gives most of them away at once
        kept = check(replace(claim, stable=None), library).verdict.status is Status.DEFINED
        if kept and agrees(claim):
            survived.append((mutant.slip, str(latex(claim.right))))
    assert all(slip in ("sign", "½", "= became ≤") or "became" in slip for slip, _ in survived), (
        survived
    )


# Code


@pytest.mark.parametrize("id", DEFINED)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_code_runs_clean_far_out(id: str, dtype: type) -> None:
    found = entry(id)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        function = found.function
        arguments = [
            np.array([0.25, 0.5], dtype) if name in ("y", "y_hat") else FAR.astype(dtype)
            for name in found.parameters
        ]
        if "y_hat" in found.parameters or found.parameters == ("y",):
            values = function(*[np.array([0.25, 0.5], dtype) for _ in found.parameters])
        else:
            values = function(
                *(array if len(array) == len(FAR) else dtype(0.25) for array in arguments)
            )
    assert np.all(np.isfinite(values)) and values.dtype == dtype


def test_stable_forms_keep_their_digits() -> None:
    for id, witness in (
        ("sigmoid", activations.sigmoid),
        ("softplus", activations.softplus),
        ("silu", activations.silu),
        ("tanh", activations.tanh),
    ):
        np.testing.assert_allclose(entry(id).function(FAR), witness(FAR), rtol=1e-13, atol=1e-15)
    ours = entry("logit-loss").function
    np.testing.assert_allclose(
        ours(z=FAR, y=0.25), losses.logit_loss(FAR, 0.25), rtol=1e-13, atol=1e-15
    )


def test_a_wrong_stable_form_is_no_definition() -> None:
    softplus = DEFINED["softplus"]
    assert softplus.stable is not None
    library = UNIT_SHELF.library(softplus)
    for wrong in (softplus.stable + 1, -softplus.stable, 1 / z):
        verdict = check(replace(softplus, stable=wrong), library).verdict
        assert verdict.status is Status.UNDECIDED


def test_javascript_uses_the_stable_form() -> None:
    source = entry("softplus").javascript
    assert "log1p" in source and "Math.abs" in source
    assert javascript(DEFINED["relu"].right, name="relu", parameters=(z,)).count("?") == 2
