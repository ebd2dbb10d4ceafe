"""Hyperparameters as a caller gives them, and what the algorithm box allows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import eq, ge, gt, le, lt, ne
from types import MappingProxyType

from nnmath import printing
from nnmath.notation.symbol import Sort
from nnmath.printing.numpy_steps import number_function
from nnmath.proof.claims import Optimizer
from nnmath.proof.nodes import Comparison, Node, Number, Relation, Variable
from nnmath.proof.statements import Chain, Statement, comparisons
from nnmath.proof.substitution import free_in
from nnmath.simulation.errors import SimulationError, finite, unknown, whole

COMPARED: Mapping[Comparison, Callable[[float, float], bool]] = MappingProxyType(
    {"=": eq, "≠": ne, "<": lt, "≤": le, ">": gt, "≥": ge}
)
WORDS: Mapping[Comparison, str] = MappingProxyType(
    {"<": "less than", "≤": "at most", ">": "greater than", "≥": "at least"}
)
# The same comparison with its sides exchanged
TURNED: Mapping[Comparison, Comparison] = MappingProxyType({"<": ">", "≤": "≥", ">": "<", "≥": "≤"})


def checked(id: str, claim: Optimizer, given: Mapping[str, object]) -> Mapping[str, float]:
    """The value of every hyperparameter by its name in code.

    Args:
        id: What a message calls the optimizer.
        claim: The algorithm box.
        given: What the caller said.

    Raises:
        SimulationError: One that is unknown, missing or not allowed.
    """
    defaults = {each.symbol.code: value for each, value in claim.hyperparameters.items()}
    counts = {each.symbol.code for each in claim.hyperparameters if each.symbol.sort is Sort.COUNT}
    for name in given:
        if name not in defaults:
            raise unknown(f"{id}: hyperparameter", name, defaults)
    values: dict[str, float] = {}
    for name, default in defaults.items():
        if name not in given and default is None:
            raise SimulationError(f"{id}: {name} is missing: it has no default here")
        if name in counts:
            values[name] = whole(name, given.get(name, int(default or 1)), 1)
        else:
            values[name] = finite(name, given.get(name, float(default or 0)))
    settings = set(claim.hyperparameters)
    for each in claim.given:
        if settings >= {*free_in(each)}:
            refuse(each, values)
    return MappingProxyType(values)


def refuse(condition: Statement, values: Mapping[str, float]) -> None:
    """Refuse values that do not meet a condition.

    Raises:
        SimulationError: They do not; the message names them and what is allowed.
    """
    places = tuple(dict.fromkeys(each for each in free_in(condition) if isinstance(each, Variable)))
    numbers = [values[each.symbol.code] for each in places]

    def value(side: Node) -> float:
        return float(number_function(side, places)(*numbers))

    relations = tuple(comparisons((condition,)))
    if not all(COMPARED[each.kind](value(each.left), value(each.right)) for each in relations):
        named = ", ".join(f"{each.symbol.code}={values[each.symbol.code]!r}" for each in places)
        raise SimulationError(f"{named}: must {allowed(condition)}")


def allowed(condition: Statement) -> str:
    """What a condition asks for: of one number in words, of more as it is written."""
    relations = condition.relations if isinstance(condition, Chain) else (condition,)
    said = [bound(each) for each in relations if isinstance(each, Relation)]
    if all(each is not None for each in said):
        return "be " + " and ".join(map(str, said))
    return f"satisfy {printing.plain(condition)}"


def bound(relation: Relation) -> str | None:
    """A bound on a symbol by a number, in words; None for any other comparison."""
    match relation:
        case Relation(Variable(), kind, Number(spelling=number)) if kind in WORDS:
            return f"{WORDS[kind]} {number}"
        case Relation(Number(spelling=number), kind, Variable()) if kind in TURNED:
            return f"{WORDS[TURNED[kind]]} {number}"
    return None
