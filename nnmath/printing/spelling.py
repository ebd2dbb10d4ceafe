"""What a display language is made of: LaTeX and Typst are two tables of this shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.nodes import Comparison


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """One display language; a template has a `%s` for each part.

    Args:
        name: For messages.
        letter: The spelling of a symbol.
        glue: Sets two factors side by side.
        beside: Sets two letters of an index side by side.
        tall: Marks in a text that ask for brackets that grow.
        mark: Wraps a symbol's text for colour and selection.
        others: How the remaining constructions are spelled, by name.
    """

    name: str
    letter: Callable[[Symbol], str]
    glue: Callable[[str, str], str]
    beside: Callable[[str, str], str]
    mark: Callable[[Symbol, str], str]
    tall: tuple[str, ...]
    brackets: str
    tall_brackets: str
    before_tall: str
    dot: str
    fraction: str
    slash: str
    power: str
    index: str
    long_index: str
    between: str
    raised: str
    whole: str
    kronecker: str
    sum: str
    product: str
    transpose: str
    hadamard: str
    ones: str
    identity: str
    diagonal: str
    root: str
    absolute: str
    exponential: str
    differential: str
    partial: str
    limit: str
    expectation: str
    variance: str
    covariance: str
    square: str
    tall_square: str
    integral: str
    words: str
    infinity: str
    cases: str
    case: str
    next_case: str
    comparisons: Mapping[Comparison, str]
    assignment: str
    conjunction: Text
    disjunction: Text
    negation: str
    implication: str
    equivalence: str
    tends: str
    tends_not: str
    for_all: Text
    recurrence: str
