"""The witnesses kill every slip in an algorithm box, but for those that change nothing.

A sample runs every time, all of them with the marker `full`. What lives is refused by the checks of
the box itself, is proved to be the same, or stands in `mutants.tsv` with the reason.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest

from nnmath.printing import NoCode, plain
from nnmath.proof.box_lines import Repeat, Where
from nnmath.proof.checking import check
from nnmath.proof.claims import Optimizer
from nnmath.proof.entailment import follows
from nnmath.proof.mutation import Mutant, Score, mutants
from nnmath.proof.rule import Library
from nnmath.proof.setting import Setting
from nnmath.proof.statements import Assign, equal
from nnmath.proof.verdict import Status
from tests.optimizers.boxes import VARIANTS, box, expected, walked

LIST = Path(__file__).parent / "mutants.tsv"
SHARE = 29  # one in so many runs every time
START = np.array([1.7, -0.6, 0.35, 0.8])
# Gradients that grow and shrink, change sign, and are 0 at the first step and at some later ones
SIZES = np.concatenate([np.geomspace(0.3, 3, 8), np.geomspace(3, 0.1, 16)])
RUNS = np.random.default_rng(6).normal(size=(24, 4)) * SIZES[:, None] * [0.05, 1, 1, 1]
RUNS[[0, 7, 8, 15], 3] = 0
PULL = np.array([0.02, 0.2, 0.7, 0.0])  # how far they depend on the parameter
BOXES = [v for v in VARIANTS if v[0] != "gradient-descent"]
# What takes several gradients a step, and compares them, walks on a loss: with a slope that is
# nowhere straight, nor everywhere rising
MIX = np.array([[1.1, 0.3, -0.2, 0.0], [0.3, 0.7, 0.4, 0.1], [0.0, 0.5, 1.3, -0.4]])


def walks(claim: Optimizer) -> list[tuple[Callable[[Any], Any], np.ndarray]]:
    """The gradient of the first step, of the second, and so on; or those of losses. And starts."""
    if not claim.is_whole:
        rows = iter(RUNS)
        return [(lambda w: next(rows) + PULL * w, START)]
    found = [(waves, START), (gentle, START), *NEAR_A_THRESHOLD.get(claim.id, [])]
    # Where the gradient never changes there is no one step of Newton's
    return found if claim.hessian is not None else [*found, (straight, START)]


def waves(w: Any) -> Any:
    """A slope with hills and valleys."""
    return MIX.T @ (6 * np.sin(3 * MIX @ w)) + w**3 / 30 + PULL * w


def gentle(w: Any) -> Any:
    """The same, of which the first gradient is shorter than 1."""
    return waves(w) / 16


def straight(w: Any) -> Any:
    """The same slope everywhere."""
    return START + 0 * w


# A bowl where the first product of step and change is three quarters of the least that is kept
BOWL = np.array([1.0, 0.5, 2.0, 1.5])
SMALL = np.sqrt(0.75e-10 / (0.16 * (BOWL**3).dot(START**2)))
NEAR_A_THRESHOLD = {"l-bfgs-pytorch": [(lambda w: BOWL * w, SMALL * START)]}


def far_apart(claim: Optimizer) -> dict[str, float]:
    """Hyperparameters at which both cases of a condition occur."""
    return {"learning_rate": 0.4, "epsilon": 0.05} if claim.is_whole else {}


def key(id: str, mutant: Mutant) -> tuple[str, str, str]:
    """How a mutant is listed."""
    changed = mutant.changed
    if isinstance(changed, (Repeat, Where)) or changed is None:
        return id, mutant.where, mutant.slip
    if mutant.where.startswith("start"):
        return id, mutant.where, mutant.slip
    said = plain(changed.value if isinstance(changed, Assign) else changed)
    return id, mutant.where, said


@cache
def listed() -> dict[tuple[str, ...], str]:
    """The mutants that do the same, with the reason."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    return {tuple(row[:3]): row[3] for row in rows[1:]}


@cache
def wanted(id: str, convention: str) -> Any:
    """The witness's walk."""
    claim = box(id, convention)
    others = far_apart(claim)
    return np.array([expected(claim, *walk, len(RUNS), **others) for walk in walks(claim)])


def agrees(claim: Optimizer, path: Any) -> bool:
    """Whether a box walks like the witness."""
    try:
        with np.errstate(all="ignore"):
            others = far_apart(claim)
            ours = np.array([walked(claim, *walk, len(RUNS), **others) for walk in walks(claim)])
    except (NoCode, KeyError, TypeError, ValueError, NameError, ArithmeticError, LookupError):
        return False
    return bool(np.allclose(ours, path, rtol=1e-10, atol=1e-12))


def harmless(claim: Optimizer, mutant: Mutant) -> bool:
    """Whether it is no box at all, provably the same, or listed."""
    assert isinstance(mutant.claim, Optimizer)
    if key(claim.id, mutant) in listed():
        return True
    if isinstance(mutant.original, Assign) and isinstance(mutant.changed, Assign):
        same = equal(mutant.original.value, mutant.changed.value)
        if follows(same, Setting((*claim.given, *claim.keeps))):
            return True
    return check(mutant.claim, Library()).verdict.status < Status.DEFINED


@pytest.mark.parametrize("share", [SHARE, pytest.param(1, marks=pytest.mark.full)])
@pytest.mark.parametrize(("id", "convention"), BOXES)
def test_every_slip_is_killed_or_listed(
    id: str, convention: str, share: int, tell: Callable[..., None]
) -> None:
    begun, claim, path = perf_counter(), box(id, convention), wanted(id, convention)
    assert agrees(claim, path)
    killed, same, survived = 0, 0, []
    for mutant in list(mutants(claim))[len(claim.id) % share :: share]:
        assert isinstance(mutant.claim, Optimizer)
        if not agrees(mutant.claim, path):
            killed += 1
        elif harmless(claim, mutant):
            same += 1
        else:
            survived.append("\t".join((*key(claim.id, mutant), mutant.slip)))
    score = Score(killed, same, 0, tuple(survived), perf_counter() - begun)
    kind = "of boxes" + ("" if share == 1 else ", a sample")
    tell(kind, claim.id, score, whole=share == 1)
    assert killed


@pytest.mark.full
def test_the_list_has_no_line_that_is_out_of_date() -> None:
    boxes = [box(*variant) for variant in BOXES]
    there = {key(claim.id, mutant) for claim in boxes for mutant in mutants(claim)}
    assert not set(listed()) - there and all(listed().values())
