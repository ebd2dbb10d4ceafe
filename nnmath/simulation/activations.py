"""Activation functions with their slopes, made from the theory's verified entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from nnmath.printing import code_name, parameters
from nnmath.proof.nodes import Apply, Node, Variable
from nnmath.simulation.errors import unknown
from nnmath.simulation.formulas import computed, opened, program, verified, written
from nnmath.theory.network_vocabulary import batch_logits, k, n, shifts
from nnmath.theory.sigmoid import z

# id: the definitions that its slope rests on, besides its own
ACTIVATIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "identity": (),
        "sigmoid": (),
        "tanh": (),
        "relu": ("step",),
        "leaky-relu": (),
        "elu": (),
        "softplus": ("sigmoid",),
        "gelu": ("normal-distribution",),
        "silu": ("sigmoid",),
        "softmax": (),
    }
)
SOFTMAX = "softmax"
# What the papers take: a slope of 0.01 (maas2013), ELU down to −1 (clevert2016)
CONSTANTS = MappingProxyType({"a": 0.01, "alpha": 1.0})


@dataclass(frozen=True)
class Activation:
    """An activation function of a whole layer.

    Args:
        id: Its id in the theory.
        value: The activations at an array of pre-activations, a row a sample.
        slope: f′ at the pre-activations, of these and the activations; where there is a kink, the
            slope to its right. Of softmax there is none: its outputs depend on the whole row.
    """

    id: str
    value: Callable[[Any], Any]
    slope: Callable[[Any, Any], Any]


@cache
def activation(id: str, *, stable: bool = True) -> Activation:
    """Return an activation function by its id.

    Formula: the entries `id` and `id`-derivative; of softmax, batch-softmax-stable.

    Args:
        id: A key of `ACTIVATIONS`.
        stable: Whether as code computes it, clean for any finite numbers; else as written, which
            also takes complex numbers (GELU does not: there is no complex error function).

    Raises:
        SimulationError: No activation function has this id.

    >>> float(activation("sigmoid").value(-800.0))
    0.0
    """
    if id not in ACTIVATIONS:
        raise unknown("activation", id, ACTIVATIONS)
    if id == SOFTMAX:
        return Activation(id, softmax(stable=stable), no_slope)
    body = computed(id) if stable else opened(written(id), *ACTIVATIONS[id], stable=False)
    own = verified(id).equation.left
    assert isinstance(own, Apply)
    slope = opened(written(f"{id}-derivative"), *ACTIVATIONS[id], stable=stable)
    by_output = with_constants(slope, "slope", {"output": own})
    return Activation(
        id, with_constants(body, "value"), lambda z, outputs: by_output(z, output=outputs)
    )


def no_slope(sums: Any, outputs: Any) -> Any:
    """Refuse: what has no slope may only stand where the loss brings its own error signals."""
    raise TypeError("softmax has no slope entry by entry")


def with_constants(
    body: Node, name: str, known: Mapping[str, Node] | None = None
) -> Callable[..., Any]:
    """The function of z, and by its name of what is known, with the constants set."""
    constants = [each for each in parameters(body) if isinstance(each, Variable) and each != z]
    values = {code_name(each): CONSTANTS[code_name(each)] for each in constants}
    return partial(program(body, name, (z, *constants), known), **values)


def softmax(*, stable: bool) -> Callable[[Any], Any]:
    """Softmax row by row; the largest logit of each row is what makes it stable."""
    if not stable:
        return program(written("batch-softmax"), "value", (batch_logits,), axes=(n, k))
    made = program(written("batch-softmax-stable"), "value", (batch_logits, shifts), axes=(n, k))
    return lambda logits: made(logits, logits.max(axis=1))
