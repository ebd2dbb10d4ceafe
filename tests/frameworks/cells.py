"""What is compared: a cell is one formula of the book as one framework has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from nnmath.printing import code_name, parameters
from nnmath.proof.nodes import Node, Variable
from nnmath.simulation.formulas import program

# Of a cell, what it gives: values, derivatives, the way of a parameter
Quantities = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Cell:
    """A formula in a framework.

    Args:
        kind: "optimizer", "loss", "edge" (of a loss), "activation", "layer" or "network".
        formula: Its id in the book.
        framework: One of `FRAMEWORKS`.
        question: Gives what the framework is asked, as tests/frameworks/answering.py reads it.
        ours: Gives the same by the code that the theory generates.
    """

    kind: str
    formula: str
    framework: str
    question: Callable[[], Mapping[str, Any]]
    ours: Callable[[], Quantities]

    @property
    def name(self) -> str:
        """What a question and its answer are called."""
        return f"{self.kind} {self.formula} {self.framework}"


def asked(call: str, names: Mapping[str, Any], by: list[str], signal: Any = 1.0) -> dict[str, Any]:
    """The question for a value and the derivatives of its sum, weighted by a signal."""
    plain = {name: np.asarray(value).tolist() for name, value in names.items()}
    return {"call": call, "names": plain, "by": by, "signal": np.asarray(signal).tolist()}


def by_names(
    node: Node, *axes: Variable, known: Mapping[str, Node] = MappingProxyType({}), unread: Any = ()
) -> Callable[..., Any]:
    """A formula as a function of arrays by their names in code; it overlooks what it does not need.

    Args:
        node: The formula.
        axes: The indices that become the axes of the result.
        known: Expressions that are given by these names.
        unread: What stands in the formula in such expressions only.
    """
    symbols = [each for each in parameters(node) if each not in (*axes, *unread)]
    made = program(node, "value", tuple(symbols), known, axes)
    names = [*map(code_name, symbols), *known]
    return lambda **given: made(*(given[name] for name in names))
