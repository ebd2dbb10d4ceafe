"""Boxes that move all parameters at once: refused where they are no update rule, and printed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnmath import catalog
from nnmath.printing import plain_lines
from nnmath.proof.box_lines import Look, Solve, Where, repeat
from nnmath.proof.checking import check
from nnmath.proof.claims import Optimizer
from nnmath.proof.indexed import total
from nnmath.proof.nodes import as_node
from nnmath.proof.rule import Library
from nnmath.proof.statements import Assign, equal
from nnmath.proof.verdict import Status
from nnmath.publishing.fragments import shown
from nnmath.theory.optimizers.newton import BFGS, L_BFGS, NEWTON
from nnmath.theory.quasi_newton_vocabulary import (
    B,
    H,
    S,
    a,
    alpha,
    epsilon,
    g,
    gamma,
    i,
    j,
    k,
    m,
    p,
    q,
    r,
    rho_k,
    s,
    theta,
    y,
)


def changed(claim: Optimizer, at: int, *lines: object) -> Optimizer:
    """The box with other lines in the place of one."""
    return replace(claim, rules=(*claim.rules[:at], *lines, *claim.rules[at + 1 :]))


LAST = len(BFGS.rules) - 1
UPDATE = BFGS.rules[LAST]
assert isinstance(UPDATE, Where)
BROKEN = {
    "nothing says that the system has a solution": replace(NEWTON, given=NEWTON.given[:1]),
    "an inverse of another matrix": replace(
        NEWTON, given=(NEWTON.given[0], equal(NEWTON.given[1].left.T, NEWTON.given[1].right))
    ),
    "a line reads what a later one works out": replace(
        NEWTON, rules=(NEWTON.rules[1], NEWTON.rules[0])
    ),
    "what a condition alone works out is read elsewhere": changed(
        BFGS, LAST, Where(UPDATE.condition, UPDATE.lines[:1]), *UPDATE.lines[1:]
    ),
    "divided by what may be 0": changed(BFGS, LAST, *UPDATE.lines),
    "the wrong way round": changed(BFGS, LAST, replace(UPDATE, condition=y.T @ s < epsilon)),
    "a system whose matrix changes": replace(
        NEWTON,
        given=(*NEWTON.given, equal(B @ H, NEWTON.given[1].right)),
        state=(H,),
        starts=BFGS.starts,
        rules=(Solve(p, H, -g), NEWTON.rules[1], Assign(H, B - B)),
    ),
    "a loop that may have no round": changed(L_BFGS, 0, repeat(k, 1, m - 1, L_BFGS.rules[0])),
    "an entry beside the axis": changed(
        L_BFGS, 0, L_BFGS.rules[0], repeat(k, 1, m, Assign(rho_k[k + 1], rho_k[k]))
    ),
    "a threshold that may be negative": replace(BFGS, given=BFGS.given[:1]),
    "symmetry is lost": changed(BFGS, LAST, Where(UPDATE.condition, (Assign(H, H + s @ g.T),))),
    "symmetry is lost in a loop": changed(BFGS, LAST, repeat(k, 1, 3, Assign(H, H + s @ g.T))),
    "symmetry is lost entry by entry": changed(BFGS, LAST, Assign(H[i, j], H[i, j] + s[i])),
    "no symmetry at the start": replace(BFGS, starts={H: theta @ theta.T}),
    "kept of one entry": replace(BFGS, keeps=(equal(H, H.T), H[1, 1] > 2)),
    "shapes that do not fit": changed(BFGS, 0, Assign(p, H @ H)),
    "a vector for a number": changed(BFGS, 3, Assign(alpha, p)),
    "a product that does not exist": changed(BFGS, 0, Assign(p, g @ H)),
    "a gradient at a number": changed(BFGS, 1, Look(p, alpha)),
    "the gradient changes": changed(BFGS, 0, Assign(g, -g), BFGS.rules[0]),
    "the hessian changes": replace(NEWTON, rules=(Assign(B, 2 * B), *NEWTON.rules)),
    "the parameter stands still": replace(NEWTON, rules=NEWTON.rules[:1]),
    "a hyperparameter that nobody reads": replace(
        NEWTON, hyperparameters={**NEWTON.hyperparameters, epsilon: "1"}
    ),
    "a part of an array that has no value": changed(
        L_BFGS, 1, Assign(a[1], rho_k[1]), *L_BFGS.rules[1:2]
    ),
    "a loop that leaves a part without a value": changed(
        L_BFGS, 1, repeat(k, m, 2, *L_BFGS.rules[1].lines)
    ),
    "a loop of nothing": changed(L_BFGS, 2, L_BFGS.rules[2], repeat(k, 1, m)),
    "an index of two loops": changed(L_BFGS, 1, repeat(k, 1, m, L_BFGS.rules[1])),
    "all pairs at once where one is meant": changed(L_BFGS, 2, Assign(r[k], gamma * q[i])),
    "a default that is not allowed": replace(
        BFGS, hyperparameters={**BFGS.hyperparameters, epsilon: "0"}
    ),
    "a size that is none": replace(L_BFGS, hyperparameters={**L_BFGS.hyperparameters, k: "1"}),
    "no vector": replace(NEWTON, gradient=B, hessian=None),
    "a system of another shape": replace(NEWTON, rules=(Solve(p, B, -(B @ B)), *NEWTON.rules[1:])),
    "the state begins with the unknown": replace(L_BFGS, starts={gamma: total(i, g[i])}),
    "something begins that is no state": replace(BFGS, starts={H: BFGS.starts[H], S: as_node(1)}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_update_rule_is_refused(name: str) -> None:
    verdict = check(BROKEN[name], Library()).verdict
    assert verdict.status is Status.UNDECIDED and verdict.reason


def test_lines_are_shown_with_the_words_that_hold_them_together() -> None:
    entry = catalog["l-bfgs"]
    assert entry.latex.count(r"\text{for }") == 3 and entry.latex.count(r"\text{if }") == 1
    assert entry.typst.count('"for"') == 3 and r"\nabla E" in entry.latex
    assert r"\text{ の順に}" in shown(entry, "ja") and r"\text{ ならば}" in shown(entry, "ja")
    assert plain_lines(NEWTON.rules) == ["hessian @ p = -g", "theta <- theta + learning_rate*p"]
    assert len(entry.lines) == 21 and entry.symbols[0].id == "first-loop"
    text = plain_lines(entry.rules)[1]
    assert text.startswith("for k = memory, …, 1: { a[k] <- rho[k]*(sum[i = 1..D]")


def test_its_code_is_the_step() -> None:
    entry = catalog["newton"]
    assert entry.parameters == ("theta", "g", "hessian", "learning_rate")
    moved = entry.function(np.array([3.0, 1.0]), np.array([2.0, 4.0]), np.diag([1.0, 4.0]), 1.0)
    assert moved.tolist() == [1.0, 0.0]
    names = ("theta", "g", "gradient", "H", "learning_rate", "epsilon")
    assert catalog["bfgs"].parameters == names
