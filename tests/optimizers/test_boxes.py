"""The algorithm boxes: well-formed, equal to their witnesses, and refused where they are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnmath.proof.checking import check
from nnmath.proof.claims import Optimizer
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import SQRT, Variable, as_node
from nnmath.proof.rule import Library
from nnmath.proof.statements import Assign
from nnmath.proof.verdict import Status
from nnmath.theory import SHELF
from nnmath.theory.descent_vocabulary import g as g_vector
from nnmath.theory.descent_vocabulary import i
from nnmath.theory.optimizer_vocabulary import (
    beta1,
    beta2,
    epsilon,
    eta,
    g,
    m,
    m_hat,
    mu,
    t,
    theta,
    v,
    v_hat,
)
from nnmath.theory.optimizers import FAMILIES
from nnmath.theory.optimizers.adam import ADAM
from nnmath.theory.optimizers.momentum import MOMENTUM, NESTEROV
from tests.optimizers.boxes import SURFACES, VARIANTS, box, expected, walked


@pytest.mark.parametrize(("id", "convention"), VARIANTS)
def test_a_box_is_defined(id: str, convention: str) -> None:
    claim = box(id, convention)
    assert SHELF.check(claim).verdict.status is Status.DEFINED
    assert claim.id in SHELF


# That of full descent makes one step: tests/test_theory.py
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize(("id", "convention"), [v for v in VARIANTS if v[0] != "gradient-descent"])
def test_200_steps_are_the_witness(id: str, convention: str, surface: str) -> None:
    claim, (slope, start) = box(id, convention), SURFACES[surface]
    wanted = np.array(expected(claim, slope, start, 200))
    np.testing.assert_allclose(walked(claim, slope, start, 200), wanted, rtol=1e-9, atol=1e-12)
    small = np.array(walked(claim, rounded(slope), start.astype(np.float32), 200))
    assert small.dtype == np.float32
    # Rounding decides Lion's sign where its direction is nearly 0; around the minima of the waves
    # some steps are too large to settle, and what rounding does grows from one to the next
    # (differences of gradients, which curvature is learned from, lose digits besides)
    first = {"bowl": 200, "waves": 8 if claim.is_whole else 20}[surface]
    if id != "lion":
        np.testing.assert_allclose(small[:first], wanted[:first], rtol=1e-3, atol=1e-3)


def rounded(slope: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The gradient in the precision of the parameter."""
    return lambda w: slope(w).astype(w.dtype)


def test_conventions_that_no_framework_has_are_absent() -> None:
    assert set(FAMILIES["adabound"].variants) == {"paper"}
    assert set(FAMILIES["lion"].variants) == {"paper", "keras", "optax"}
    assert set(FAMILIES["radam"].variants) == {"paper", "pytorch", "optax"}


def with_rules(claim: Optimizer, *rules: Assign, **changes: Any) -> Optimizer:
    """The box with other lines."""
    return replace(claim, rules=rules, **changes)


MOMENTS = ADAM.rules[:2]
CORRECTED = ADAM.rules[2:4]
LAST = ADAM.rules[-1]
other = Variable(replace(m.symbol, id="unheard-of", code="unheard_of"))
BROKEN = {
    "a line reads what a later one works out": (
        with_rules(ADAM, *MOMENTS, LAST, *CORRECTED),
        None,
    ),
    "a line reads what nobody works out": (
        with_rules(MOMENTUM, Assign(theta, theta + other), *MOMENTUM.rules),
        None,
    ),
    "1 − β^t at t = 0": (
        with_rules(
            ADAM,
            *MOMENTS,
            Assign(m_hat, m / (1 - beta1 ** (t - 1))),
            CORRECTED[1],
            LAST,
        ),
        "needed",
    ),
    "nothing keeps the divisor from 0": (
        replace(ADAM, given=tuple(each for each in ADAM.given if each != (epsilon > 0))),
        "needed",
    ),
    "β may be 1": (
        replace(ADAM, given=(eta > 0, beta1 >= 0, beta1 <= 1, beta2 >= 0, beta2 < 1, epsilon > 0)),
        "needed",
    ),
    "a root of what may be negative": (replace(ADAM, keeps=()), "needed"),
    "kept, but not by a step": (replace(ADAM, keeps=(v >= 0, m >= 0)), "needed"),
    "kept, but not at the start": (replace(ADAM, starts={v: as_node(-1)}), "needed"),
    "shown, but not true": (replace(ADAM, shows=(v_hat <= 1,)), "needed"),
    "a default that is not allowed": (
        replace(ADAM, hyperparameters={**ADAM.hyperparameters, beta1: "1"}),
        "needed",
    ),
    "the parameter stands still": (with_rules(MOMENTUM, MOMENTUM.rules[0]), None),
    "the state stands still": (with_rules(MOMENTUM, MOMENTUM.rules[1]), None),
    "a hyperparameter that nobody reads": (
        replace(MOMENTUM, hyperparameters={**MOMENTUM.hyperparameters, epsilon: None}),
        None,
    ),
    "a value that nobody reads": (
        with_rules(
            ADAM, *MOMENTS, *CORRECTED, Assign(theta, theta - eta * m / (SQRT(v_hat) + epsilon))
        ),
        None,
    ),
    "a hyperparameter changes": (with_rules(MOMENTUM, Assign(mu, mu * mu), *MOMENTUM.rules), None),
    "the gradient changes": (with_rules(MOMENTUM, Assign(g, g + theta), *MOMENTUM.rules), None),
    "not elementwise": (
        with_rules(
            MOMENTUM, MOMENTUM.rules[0], Assign(theta, theta - total(i, Tensor(g_vector.symbol)[i]))
        ),
        None,
    ),
    "a point ahead that is not known yet": (replace(NESTEROV, looks_at=theta - eta * g), None),
    "one symbol, two parts": (replace(ADAM, state=(m, v, eta)), None),
    "hyperparameters that cannot be": (replace(ADAM, given=(*ADAM.given, beta1 > 1)), "needed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_update_rule_is_refused(name: str) -> None:
    claim, obstacle = BROKEN[name]
    verdict = check(claim, Library()).verdict
    assert verdict.status is Status.UNDECIDED and verdict.reason
    assert obstacle is None or verdict.obstacle is not None or "allowed" in verdict.reason
