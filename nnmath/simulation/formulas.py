"""Verified formulas as functions of whole arrays: the only maths that the simulation runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nnmath.catalog import Entry, catalog
from nnmath.notation.symbol import Symbol
from nnmath.printing import array_function
from nnmath.printing.names import Parameter
from nnmath.proof.claims import Definition
from nnmath.proof.library import meanings
from nnmath.proof.meanings import Defined, Meaning, open_functions
from nnmath.proof.nodes import Node, Relation, Variable


def verified(id: str) -> Entry:
    """The catalog's entry of that id.

    Raises:
        UnknownEntry: There is none.
        Unverified: Its verdict is weaker than it declares.

    >>> verified("weight-gradient-matrix").verdict.status.name
    'PROVED'
    """
    return catalog[id]


def written(id: str) -> Node:
    """What an equation says is equal: its right side, as written."""
    return verified(id).equation.right


def computed(id: str) -> Node:
    """The form of a definition that code uses."""
    claim = verified(id).claim
    assert isinstance(claim, Definition)
    return claim.right if claim.stable is None else claim.stable


def opened(node: Node, *ids: str, stable: bool = True) -> Node:
    """The expression with what these definitions define replaced by what it is.

    Args:
        node: The expression.
        ids: Definitions.
        stable: Whether in the forms that code uses, or as written.
    """
    found: dict[Defined, Meaning] = {}
    for id in ids:
        claim = verified(id).claim
        ((defined, meaning),) = meanings((claim,)).items()
        found[defined] = Meaning(meaning.parameters, computed(id)) if stable else meaning
    return open_functions(node, found)


def program(
    node: Node,
    name: str,
    parameters: tuple[Parameter, ...] = (),
    known: Mapping[str, Node] | None = None,
    axes: tuple[Variable, ...] = (),
    into: str | None = None,
) -> Callable[..., Any]:
    """The expression as a function of whole arrays; arguments as of `array_function`."""
    return array_function(node, name=name, parameters=parameters, known=known, axes=axes, into=into)


def required(id: str, symbol: Symbol) -> Node:
    """What a claim requires a symbol to be: v, where its hypothesis says v = ….

    Raises:
        ValueError: It requires nothing of the kind.

    >>> from nnmath.notation.symbols.chance import WEIGHT_VARIANCE
    >>> from nnmath.printing import plain
    >>> plain(required("he-keeps-mean-square", WEIGHT_VARIANCE))
    '2/fan_in'
    """
    for hypothesis in verified(id).hypotheses:
        match hypothesis:
            case Relation(Variable(each), "=", right) if each == symbol:
                return right
    raise ValueError(f"{id!r} says of {symbol.id!r} nothing that code could use")
