"""The symbols that a printed text may mention, found by their spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from nnmath.notation.symbol import Symbol
from nnmath.printing.display import Display
from nnmath.proof.nodes import Apply, Element, Function, Node, Sequence, Variable
from nnmath.proof.statements import Hypothesis

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Scope:
    """Variables, sequences and functions by spelling; a letter may serve once as each."""

    variables: dict[str, Variable]
    sequences: dict[str, Sequence]
    functions: dict[str, Function]

    @property
    def spellings(self) -> set[str]:
        """Every spelling."""
        return {*self.variables, *self.sequences, *self.functions}


def scope_of(thing: Node | Hypothesis, letter: Callable[[Symbol], str]) -> Scope:
    """The symbols of an expression or a statement, by a language's spelling.

    Raises:
        ValueError: Two symbols of one kind are spelled alike: no reader could tell them apart.
    """
    scope = Scope({}, {}, {})
    for part in parts_of(thing):
        if isinstance(part, Variable):
            enter(scope.variables, letter(part.symbol), part)
        elif isinstance(part, Element):
            enter(scope.sequences, letter(part.sequence), Sequence(part.sequence))
        elif isinstance(part, Sequence):
            enter(scope.sequences, letter(part.symbol), part)
        elif isinstance(part, Apply) and not has_notation(part.function):
            plain = replace(part.function, primes=0)
            enter(scope.functions, letter(plain.symbol), plain)
    return scope


def has_notation(function: Function) -> bool:
    """Whether the function is written without its name, as √ is."""
    return function.symbol.id in Display.notations and not function.primes


def enter(table: dict[str, Meaning], spelling: str, meaning: Meaning) -> None:
    """Note a meaning.

    Raises:
        ValueError: The spelling has another meaning already.
    """
    if table.setdefault(spelling, meaning) != meaning:
        raise ValueError(f"{table[spelling]} and {meaning} are both spelled {spelling!r}")


def parts_of(thing: object) -> Iterator[object]:
    """The thing and everything of a formula below it."""
    if isinstance(thing, tuple):
        for part in thing:
            yield from parts_of(part)
    elif is_dataclass(thing) and not isinstance(thing, (Symbol, Function)):
        yield thing
        for field in fields(thing):
            yield from parts_of(getattr(thing, field.name))
