"""Every optimizer under every convention, on the way through a landscape of waves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np

from nnmath.proof.claims import Optimizer
from nnmath.theory.optimizers import FAMILIES, PAPER
from tests.frameworks.cells import Cell, Quantities
from tests.optimizers.boxes import GENERIC, SURFACES, box, walked

WAVES, START = SURFACES["waves"]
# The same for a program that does not know nnmath
SLOPE = "numpy.sin(3 * w) + w / 4"
# RAdam begins to rectify at the third or fourth
STEPS = [1, 2, 3, 4, 5, 10, 30]


def cells() -> list[Cell]:
    """A cell for each convention of each family."""
    return [
        Cell(
            "optimizer",
            id,
            each.framework,
            partial(question, each.call),
            partial(ours, id, each.framework),
        )
        for id, family in FAMILIES.items()
        for each in family.conventions
    ]


def question(call: str) -> dict[str, object]:
    """What a framework is asked."""
    names = {**GENERIC, "start": START.tolist()}
    return {"call": call, "names": names, "slope": SLOPE, "steps": STEPS}


def ours(id: str, convention: str) -> Quantities:
    """The parameter after some steps, by the algorithm box."""
    path = walked(box(id, convention), WAVES, START, max(STEPS))
    return {"path": np.array([path[step] for step in STEPS])}


def paper(id: str) -> Quantities:
    """The same by the paper's box."""
    return ours(id, PAPER)


def defaults(claim: Optimizer) -> Mapping[str, float | None]:
    """The default of every hyperparameter by its name in code; None: there is none."""
    return {
        each.symbol.code: None if default is None else float(default)
        for each, default in claim.hyperparameters.items()
    }
