"""Witnesses of a single unit and its losses: balls against floating point."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Any

import numpy as np

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.claims import Definition
from nnmath.proof.nodes import Node
from nnmath.proof.point import Point
from nnmath.theory import SHELF, unit_topics
from nnmath.theory.activation_vocabulary import a, alpha, z
from nnmath.theory.loss_vocabulary import delta, r, y, y_hat
from tests.reference import activations, losses
from tests.witnesses.shelf import MEANINGS, definition

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


def witness(id: str) -> Callable[..., Any]:
    """The function that a definition names."""
    claim = SHELF[id]
    assert isinstance(claim, Definition)
    file, name = claim.witness.removeprefix("tests/reference/").split(".py::")
    found: Callable[..., Any] = getattr(FILES[file], name)
    return found


def agrees(id: str) -> None:
    """The definition equals its witness."""
    arguments = ARGUMENTS.get(id, (z,))
    for values in product(*(NUMBERS[argument] for argument in arguments)):
        point = Point(dict(zip(arguments, values, strict=True)), MEANINGS)  # type: ignore[arg-type]
        with digits():
            ours = float(ball(definition(id).right, point).mid())
        np.testing.assert_allclose(ours, witness(id)(*map(float, values)), rtol=1e-9, atol=1e-12)


WITNESSES: dict[str, Callable[[], None]] = {
    claim.id: partial(agrees, claim.id)
    for topic in unit_topics.TOPICS
    for claim in topic.CLAIMS
    if isinstance(claim, Definition)
}
