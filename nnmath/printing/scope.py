"""The symbols that a printed text may mention, found by their spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TypeAlias, TypeVar

from nnmath.notation.symbol import Symbol
from nnmath.printing.display import notation
from nnmath.printing.spelling import Spelling
from nnmath.proof.expectations import Covariance, Expectation, Variance
from nnmath.proof.indexed import Entry, Kronecker, Tensor
from nnmath.proof.laws import Independent
from nnmath.proof.nodes import Apply, Element, Function, Node, Sequence, Variable
from nnmath.proof.statements import Hypothesis

Meaning = TypeVar("Meaning")
Indexed: TypeAlias = Sequence | Tensor | type[Kronecker]


@dataclass(frozen=True)
class Scope:
    """What letters mean, by spelling; a letter may serve once as each.

    Args:
        variables: Letters alone: variables, and quantities without axes.
        indexed: Letters with indices: sequences, tensors, and the δ that is Kronecker's.
        wholes: Bold letters.
        functions: Letters with arguments.
    """

    variables: dict[str, Variable | Entry] = field(default_factory=dict)
    indexed: dict[str, Indexed] = field(default_factory=dict)
    wholes: dict[str, Tensor] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)

    @property
    def spellings(self) -> set[str]:
        """Every spelling."""
        return {*self.variables, *self.indexed, *self.wholes, *self.functions}


def scope_of(thing: Node | Hypothesis, spelling: Spelling) -> Scope:
    """The symbols of an expression or a statement, by a language's spelling.

    Raises:
        ValueError: Two symbols of one kind are spelled alike: no reader could tell them apart.
    """
    scope = Scope()
    for part in parts_of(thing):
        match part:
            case Variable(symbol):
                enter(scope.variables, spelling.letter(symbol), part)
            case Element(symbol, _) | Sequence(symbol):
                enter(scope.indexed, spelling.letter(symbol), Sequence(symbol))
            case Entry(tensor, ()):
                enter(scope.variables, spelling.letter(tensor.symbol), part)
            case Entry(tensor, _):
                enter(scope.indexed, spelling.letter(tensor.symbol), tensor)
            case Expectation() | Variance() | Covariance():
                enter_random(scope, part.over, spelling)
            case Independent(members):
                enter_random(scope, (each for member in members for each in member), spelling)
            case Kronecker():
                enter(scope.indexed, spelling.kronecker, Kronecker)
            case Tensor(symbol):
                enter(scope.wholes, spelling.whole % spelling.letter(symbol), part)
            case Apply(function, _) if notation(part) is None:
                plain = replace(function, primes=0)
                enter(scope.functions, spelling.letter(plain.symbol), plain)
    return scope


def enter_random(scope: Scope, symbols: Iterable[Symbol], spelling: Spelling) -> None:
    """Note what is random: by a bold letter where it has axes."""
    for symbol in symbols:
        letter = spelling.letter(symbol)
        if symbol.shape:
            enter(scope.wholes, spelling.whole % letter, Tensor(symbol))
        else:
            enter(scope.variables, letter, Variable(symbol))


def enter(table: dict[str, Meaning], spelling: str, meaning: Meaning) -> None:
    """Note a meaning.

    Raises:
        ValueError: The spelling has another meaning already.
    """
    if table.setdefault(spelling, meaning) != meaning:
        raise ValueError(f"{table[spelling]} and {meaning} are both spelled {spelling!r}")


def parts_of(thing: object) -> Iterator[object]:
    """The thing and all that is written in it: of an entry the indices, not the whole tensor."""
    if isinstance(thing, tuple):
        for part in thing:
            yield from parts_of(part)
    elif isinstance(thing, (Entry, Tensor)):
        yield thing
        yield from parts_of(thing.indices if isinstance(thing, Entry) else ())
    elif is_dataclass(thing) and not isinstance(thing, (Symbol, Function)):
        yield thing
        for each in fields(thing):
            yield from parts_of(getattr(thing, each.name))
