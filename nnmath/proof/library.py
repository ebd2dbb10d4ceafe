"""Claims in order: each may open and cite what stands before it and what it says it uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass, replace

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.ball_arithmetic import ELEMENTARY
from nnmath.proof.checking import Checked, check
from nnmath.proof.citing import Lemma
from nnmath.proof.claims import Cited, Claim, Definition, Derivation, Mistake, Optimizer, Theorem
from nnmath.proof.defining import defines_derivative
from nnmath.proof.indexed import Tensor
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Apply, Element, Function, Node
from nnmath.proof.rule import Library
from nnmath.proof.tree import walk
from nnmath.proof.verdict import Status

EXPECTED = {
    Definition: Status.DEFINED,
    Optimizer: Status.DEFINED,
    Derivation: Status.PROVED,
    Theorem: Status.PROVED,
    Mistake: Status.REFUTED,
    Cited: Status.CITED,
}


class BrokenOrder(ValueError):
    """A claim uses what does not stand before it or is not proved, or an id stands twice; says
    which in one line."""


class Shelf(Mapping[str, Claim]):
    """All claims of the book, each after everything that it uses: citations cannot go round.

    Nothing rests on what is only cited from the literature.

    Raises:
        BrokenOrder: The order is not kept, an id stands twice, or a claim uses what is not proved.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims: dict[str, Claim] = {}
        for claim in claims:
            if claim.id in self._claims:
                raise BrokenOrder(f"the id {claim.id!r} stands twice")
            for used in claim.uses:
                if used not in self._claims:
                    raise BrokenOrder(f"{claim.id!r} uses {used!r}, which does not stand before it")
                if isinstance(self._claims[used], Cited) and not isinstance(claim, Cited):
                    raise BrokenOrder(f"{claim.id!r} uses {used!r}, which is cited and not proved")
            self._claims[claim.id] = claim
        self._meanings = meanings(self._claims.values())
        _refuse_circles(self._meanings)
        _refuse_namesakes(self._claims.values())
        _refuse_other_slopes(self._claims.values())

    def __getitem__(self, id: str) -> Claim:
        return self._claims[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)

    def library(self, claim: Claim) -> Library:
        """What `claim` may open and cite."""
        used = [self._claims[id] for id in claim.uses]
        lemmas = {each.id: _lemma(each) for each in used if _citable(each)}
        return Library(meanings(used), lemmas, self._meanings)

    def below(self, claim: Claim) -> tuple[Claim, ...]:
        """All that a claim rests on, near or far, in the shelf's order."""
        found: set[str] = set()
        waiting = list(claim.uses)
        while waiting:
            id = waiting.pop()
            if id not in found:
                found.add(id)
                waiting += self._claims[id].uses
        return tuple(each for id, each in self._claims.items() if id in found)

    def check(self, claim: Claim) -> Checked:
        """The verdict on a claim, of this shelf or made up with its means."""
        return check(claim, self.library(claim))


def meanings(claims: Iterable[Claim]) -> dict[Defined, Meaning]:
    """The functions that the definitions among the claims define.

    Raises:
        BrokenOrder: Two define the same function.
    """
    found: dict[Defined, Meaning] = {}
    for claim in claims:
        if isinstance(claim, Definition) and not isinstance(claim.left, Element):
            defined, meaning = claim.meaning
            elementary = isinstance(defined, Function) and defined.elementary
            if elementary or defined in found:
                raise BrokenOrder(f"{claim.id!r} defines what is defined already")
            found[defined] = meaning
    return found


def expected(claim: Claim) -> Status:
    """The verdict that a claim of its kind declares."""
    return EXPECTED[type(claim)]


def _citable(claim: Claim) -> bool:
    """A sequence's definition is no lemma: it is a hypothesis about a sequence, by name."""
    if isinstance(claim, Definition):
        return not isinstance(claim.left, Element)
    return isinstance(claim, (Derivation, Theorem))


def _lemma(claim: Claim) -> Lemma:
    assert isinstance(claim, (Definition, Derivation, Theorem))
    return Lemma(claim.id, claim.given, claim.statement)


def _refuse_circles(definitions: Mapping[Defined, Meaning]) -> None:
    """A function or a tensor is not defined by way of itself.

    Raises:
        BrokenOrder: The definitions go round.
    """
    for defined in definitions:
        waiting, reached = [defined], set[Defined]()
        while waiting:
            for below in _rests_on(waiting.pop(), definitions) - reached:
                if below == defined:
                    raise BrokenOrder(f"the definition of {defined.symbol.id!r} goes round")
                reached.add(below)
                waiting.append(below)


def _refuse_namesakes(claims: Iterable[Claim]) -> None:
    """A symbol names one function, or one tensor with what it is computed from, in every claim: a
    derivative relies on it, and a reader sees no difference.

    Raises:
        BrokenOrder: Two claims say different things of it.
    """
    functions = {function.symbol: function for function in ELEMENTARY}
    tensors: dict[Symbol, Tensor] = {}
    for claim in claims:
        for part in _parts(claim):
            if isinstance(part, Tensor) and tensors.setdefault(part.symbol, part) != part:
                name = part.symbol.id
                raise BrokenOrder(f"{claim.id!r} has {name!r} come from other sources")
            if isinstance(part, Apply):
                function = replace(part.function, primes=0)
                if functions.setdefault(function.symbol, function) != function:
                    name = function.symbol.id
                    raise BrokenOrder(f"{claim.id!r} has another function of the name {name!r}")


def _parts(thing: object) -> Iterator[Node]:
    """All expressions in a claim, in every line of it."""
    if isinstance(thing, Node):
        yield from walk(thing)
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _parts(each)
    elif is_dataclass(thing) and not isinstance(thing, (Symbol, Text)):
        for part in vars(thing).values():
            yield from _parts(part)


def _refuse_other_slopes(claims: Iterable[Claim]) -> None:
    """Of a function, its definition decides the derivative.

    Raises:
        BrokenOrder: A derived function is defined as something else.
    """
    for claim in claims:
        match claim:
            case Definition(left=Apply(function)) if function.primes:
                if not defines_derivative(claim):
                    raise BrokenOrder(
                        f"{claim.id!r} defines a derived function other than as the limit of "
                        "difference quotients: name it by a letter of its own"
                    )


def _rests_on(defined: Defined, definitions: Mapping[Defined, Meaning]) -> set[Defined]:
    if defined in definitions:
        inside = list(walk(definitions[defined].body))
        functions = (node.function for node in inside if isinstance(node, Apply))
        return {*functions, *(node for node in inside if isinstance(node, Tensor))}
    if isinstance(defined, Function) and defined.primes:
        return {replace(defined, primes=defined.primes - 1)}
    return set()
