"""A single unit and its losses in print and in code: read back, and clean far out."""

from __future__ import annotations

import warnings
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from nnmath.catalog import catalog
from nnmath.notation.text import LANGUAGES
from nnmath.printing import javascript, latex, typst
from nnmath.printing.latex import LATEX
from nnmath.printing.latex_reader import read_latex
from nnmath.printing.likeness import representative
from nnmath.printing.scope import scope_of
from nnmath.printing.typst import TYPST
from nnmath.printing.typst_reader import read_typst
from nnmath.proof.checking import check
from nnmath.proof.claims import Definition
from nnmath.proof.verdict import Status
from nnmath.theory import SHELF, unit_topics
from nnmath.theory.activation_vocabulary import z
from tests.reference import activations, losses

CLAIMS = tuple(claim for topic in unit_topics.TOPICS for claim in topic.CLAIMS)
DEFINED = {claim.id: claim for claim in CLAIMS if isinstance(claim, Definition)}
FAR = np.array([-800.0, -30.0, -1.0, -1e-9, 0.0, 1e-9, 1.0, 30.0, 800.0])


@pytest.mark.parametrize("id", [claim.id for claim in CLAIMS])
def test_what_is_printed_reads_back(id: str) -> None:
    for thing, language in product((catalog[id].statement, *catalog[id].hypotheses), LANGUAGES):
        for write, read, spelling in (
            (latex, read_latex, LATEX),
            (typst, read_typst, TYPST),
        ):
            back = read(write(thing, language=language), scope_of(thing, spelling))
            assert representative(back) == representative(thing)


@pytest.mark.parametrize("id", DEFINED)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_code_runs_clean_far_out(id: str, dtype: type) -> None:
    found = catalog[id]
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
        np.testing.assert_allclose(catalog[id].function(FAR), witness(FAR), rtol=1e-13, atol=1e-15)
    ours = catalog["logit-loss"].function
    np.testing.assert_allclose(
        ours(z=FAR, y=0.25), losses.logit_loss(FAR, 0.25), rtol=1e-13, atol=1e-15
    )


def test_a_wrong_stable_form_is_no_definition() -> None:
    softplus = DEFINED["softplus"]
    assert softplus.stable is not None
    library = SHELF.library(softplus)
    for wrong in (softplus.stable + 1, -softplus.stable, 1 / z):
        verdict = check(replace(softplus, stable=wrong), library).verdict
        assert verdict.status is Status.UNDECIDED


def test_javascript_uses_the_stable_form() -> None:
    source = catalog["softplus"].javascript
    assert "log1p" in source and "Math.abs" in source
    assert javascript(DEFINED["relu"].right, name="relu", parameters=(z,)).count("?") == 2
