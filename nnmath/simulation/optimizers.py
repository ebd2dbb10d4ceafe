"""Optimizers that step, made from the verified algorithm boxes."""

from __future__ import annotations

from nnmath.catalog import catalog
from nnmath.proof.claims import Optimizer
from nnmath.simulation.errors import unknown
from nnmath.simulation.hyperparameters import checked
from nnmath.simulation.stepper import Stepper
from nnmath.simulation.whole_stepper import WholeStepper
from nnmath.theory.optimizers import FAMILIES, PAPER

__all__ = ["Stepper", "optimizer"]


def optimizer(id: str, *, convention: str = PAPER, **hyperparameters: float) -> Stepper:
    """Return an optimizer by its id.

    Args:
        id: One of `FAMILIES`.
        convention: Whose rules and defaults: "paper", "pytorch", "keras" or "optax".
        hyperparameters: Values by their names in code, where the default is not wanted or missing.

    Raises:
        SimulationError: Unknown id, convention or hyperparameter, one that is missing, or a value
            that is not allowed.

    >>> adam = optimizer("adam", convention="pytorch", learning_rate=0.5)
    >>> round(adam.step(1.0, 3.0), 6)
    0.5
    >>> adam.hyperparameters["beta2"]
    0.999
    """
    if id not in FAMILIES:
        raise unknown("optimizer", id, FAMILIES)
    variants = FAMILIES[id].variants
    if convention not in variants:
        raise unknown(f"{id}: convention", convention, variants)
    entry = catalog[variants[convention].id]
    assert isinstance(entry.claim, Optimizer)
    kind = WholeStepper if entry.claim.is_whole else Stepper
    return kind(entry.claim, convention, checked(id, entry.claim, hyperparameters))
