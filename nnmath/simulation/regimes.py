"""Which of the proved regimes a learning rate belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne

from nnmath.catalog import Regime, catalog
from nnmath.notation.symbols import LEARNING_RATE
from nnmath.proof.nodes import Comparison, Node, Number, Relation, Variable
from nnmath.proof.statements import Chain, Statement
from nnmath.simulation.errors import SimulationError

COMPARISONS: Mapping[Comparison, Callable[[Fraction, Fraction], bool]] = {
    "=": eq,
    "≠": ne,
    "<": lt,
    "≤": le,
    ">": gt,
    "≥": ge,
}


def regime_of(learning_rate: str | Fraction) -> Regime:
    """Return the regime whose condition holds for an exact learning rate.

    Raises:
        SimulationError: It is no exact number greater than 0.

    >>> regime_of("0.8").id
    'oscillates'
    """
    try:
        rate = Fraction(learning_rate)
    except (TypeError, ValueError, ZeroDivisionError):
        rate = Fraction(0)
    found = [regime for regime in catalog.regimes if holds(regime.condition, rate)]
    if len(found) != 1:
        raise SimulationError(
            f"learning_rate={learning_rate!r}: must be an exact number greater than 0"
        )
    return found[0]


def holds(condition: Statement, rate: Fraction) -> bool:
    """Whether a comparison of η with numbers holds, decided exactly.

    Raises:
        TypeError: The condition is of another form.
    """
    if isinstance(condition, Chain):
        return all(holds(relation, rate) for relation in condition.relations)
    if isinstance(condition, Relation):
        compare = COMPARISONS[condition.kind]
        return compare(value(condition.left, rate), value(condition.right, rate))
    raise TypeError(f"{type(condition).__name__} is no comparison of η with numbers")


def value(node: Node, rate: Fraction) -> Fraction:
    """The value of a number, or of η."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Variable) and node.symbol is LEARNING_RATE:
        return rate
    raise TypeError(f"{type(node).__name__} is neither a number nor η")
