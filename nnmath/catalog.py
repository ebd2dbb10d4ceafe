"""5 · The catalog: id → entry with its verdict; hands out nothing weaker than declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from nnmath import printing
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.printing import NoCode
from nnmath.proof.claims import Claim, Definition, Derivation, Mistake, Optimizer, Theorem
from nnmath.proof.library import Shelf, expected
from nnmath.proof.nodes import Apply, Element, Node, Number, Relation, Variable, children, walk
from nnmath.proof.statements import Assign, Hypothesis, Statement
from nnmath.proof.substitution import expressions, free_places
from nnmath.proof.verdict import Status, Verdict
from nnmath.proof.walkthrough import CheckedStep as Step
from nnmath.theory import EXERCISES, REGIMES, SHELF, TEMPLATES
from nnmath.theory.exercises import Exercise
from nnmath.theory.regimes import Regime

__all__ = ["Catalog", "Entry", "Exercise", "NoCode", "Regime", "Step", "UnknownEntry", "Unverified"]

KINDS: dict[type, str] = {
    Definition: "definition",
    Derivation: "derivation",
    Theorem: "theorem",
    Mistake: "mistake",
    Optimizer: "optimizer",
}


class UnknownEntry(KeyError):
    """No entry has this id; `suggestion` is the nearest one that exists, if any is near."""

    def __init__(self, id: str, suggestion: str | None) -> None:
        super().__init__(id)
        self.id, self.suggestion = id, suggestion

    def __str__(self) -> str:
        hint = f" (did you mean {self.suggestion!r}?)" if self.suggestion else ""
        return f"unknown formula {self.id!r}{hint}"


class Unverified(ValueError):
    """A claim's verdict is weaker than it declares; one line names the claim and the reason."""


@dataclass(frozen=True)
class Entry:
    """A verified claim with its spellings.

    Args:
        id: Kebab-case, stable.
        kind: "definition", "derivation", "theorem", "mistake" or "optimizer".
        name: What it is called.
        statement: What it says; of a derivation, first = last.
        hypotheses: Under which it holds.
        verdict: What is known, and how.
        steps: Of a derivation or an argument, each with its reason and verdict.
        uses: The ids that it rests on.
        source: Key of the bibliography and the place; "own" where there is none.
        test: Where it is verified.
        why: Of a mistake, what goes wrong.
        corrects: Of a mistake, the id of what is right.
    """

    id: str
    kind: str
    name: Text
    statement: Statement
    hypotheses: tuple[Hypothesis, ...]
    verdict: Verdict
    steps: tuple[Step, ...]
    uses: tuple[str, ...]
    source: str
    test: str
    why: Text | None = None
    corrects: str | None = None
    claim: Claim = field(kw_only=True, repr=False, compare=False)

    @property
    def equation(self) -> Relation:
        """The statement as a comparison with a left and a right side.

        Raises:
            TypeError: It is a statement of another kind.
        """
        if isinstance(self.statement, Relation):
            return self.statement
        raise TypeError(f"{self.id!r} is no comparison")

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """The symbols of the statement and the hypotheses, in order of appearance."""
        statements = (self.statement, *self.hypotheses)
        nodes = (n for s in statements for side in expressions(s) for n in walk(side))
        return tuple(dict.fromkeys(s for node in nodes if (s := _symbol(node)) is not None))

    @cached_property
    def latex(self) -> str:
        """The statement in LaTeX."""
        return printing.latex(self.statement)

    @cached_property
    def typst(self) -> str:
        """The statement in Typst."""
        return printing.typst(self.statement)

    @property
    def numpy(self) -> str:
        """The right side as a NumPy function; NoCode where it has none."""
        return printing.numpy_source(
            self._computed, name=_code_id(self.id), parameters=self._parameters
        )

    @property
    def javascript(self) -> str:
        """The right side as a JavaScript function; NoCode where it has none."""
        return printing.javascript(
            self._computed, name=_camel(self.id), parameters=self._parameters
        )

    @cached_property
    def function(self) -> Callable[..., Any]:
        """The right side as a vectorised function of `parameters`; NoCode where it has none."""
        return printing.numpy_function(
            self._computed, name=_code_id(self.id), parameters=self._parameters
        )

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the function's arguments, in order."""
        return tuple(printing.code_name(parameter) for parameter in self._parameters)

    @property
    def _computed(self) -> Node:
        if isinstance(self.statement, Relation) and self.statement.kind == "=":
            return self.statement.right
        if isinstance(self.statement, Assign):
            return self.statement.value
        raise printing.NoCode(f"{self.id!r} is no equation, so there is nothing to compute")

    @property
    def _parameters(self) -> tuple[Variable | Element, ...]:
        places = dict.fromkeys(free_places(self._computed))
        indices = {p for e in places if isinstance(e, Element) for p in free_places(e.index)}
        needed = set(_outside_indices(self._computed))
        return tuple(place for place in places if place not in indices or place in needed)


class Catalog(Mapping[str, Entry]):
    """Every claim of the book; each is verified the first time it is asked for.

    Raises:
        UnknownEntry: There is no such id.
        Unverified: The claim's verdict is weaker than it declares.

    >>> Catalog(SHELF)["worked-example-derivative"].verdict.status.name
    'PROVED'
    """

    UnknownEntry = UnknownEntry
    Unverified = Unverified
    regimes: tuple[Regime, ...] = REGIMES
    exercises: Mapping[str, Exercise] = EXERCISES

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._entries: dict[str, Entry] = {}

    def __getitem__(self, id: str) -> Entry:
        if id not in self._entries:
            if id not in self._shelf:
                near = get_close_matches(str(id), self._shelf, n=1)
                raise UnknownEntry(id, near[0] if near else None)
            self._entries[id] = accepted(self._shelf[id], self.assess(id))
        return self._entries[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf)

    def __len__(self) -> int:
        return len(self._shelf)

    def assess(self, id: str) -> Entry:
        """The entry with its verdict, whatever that is: for reports, never for readers."""
        return _entry(self._shelf[id], self._shelf)

    def instantiate(self, id: str, **numbers: str) -> Entry:
        """A worked entry with a reader's own numbers, verified on the spot.

        Args:
            id: An id among `TEMPLATES`.
            numbers: Exact decimals such as "0.001", by the template's names.

        Raises:
            UnknownEntry: There is no such template.
            ValueError: A number cannot be read.
        """
        if id not in TEMPLATES:
            near = get_close_matches(id, TEMPLATES, n=1)
            raise UnknownEntry(id, near[0] if near else None)
        claim = TEMPLATES[id](**numbers)
        return accepted(claim, _entry(claim, self._shelf))


def accepted(claim: Claim, entry: Entry) -> Entry:
    """The entry, if its verdict is at least the declared one.

    Raises:
        Unverified: It is not.
    """
    wanted, verdict = expected(claim), entry.verdict
    if verdict.status is wanted if wanted is Status.REFUTED else verdict.status >= wanted:
        return entry
    raise Unverified(f"{claim.id!r} is declared {wanted.name} but is {complaint(verdict)}")


def complaint(verdict: Verdict) -> str:
    """A verdict in one line, with its counterexample or reason."""
    if verdict.counterexample is not None:
        return f"{verdict.status.name} {verdict.counterexample}"
    obstacle = f" {printing.plain(verdict.obstacle)}" if verdict.obstacle is not None else ""
    return f"{verdict.status.name}: {verdict.reason}{obstacle}"


def _entry(claim: Claim, shelf: Shelf) -> Entry:
    checked = shelf.check(claim)
    mistake = claim if isinstance(claim, Mistake) else None
    return Entry(
        id=claim.id,
        kind=KINDS[type(claim)],
        name=claim.name,
        statement=_statement(claim),
        hypotheses=() if isinstance(claim, Optimizer) else claim.given,
        verdict=checked.verdict,
        steps=checked.steps,
        uses=claim.uses,
        source=claim.source,
        test=f"tests/test_catalog.py::test_claim_stands[{claim.id}]",
        why=mistake.why if mistake else None,
        corrects=mistake.corrects if mistake else None,
        claim=claim,
    )


def _statement(claim: Claim) -> Statement:
    if isinstance(claim, Optimizer):
        return claim.rules[-1]
    return claim.statement


def _symbol(node: Node) -> Symbol | None:
    match node:
        case Variable(symbol) | Element(symbol, _):
            return symbol
        case Apply(function, _) if not function.elementary:
            return function.symbol
    return None


def _outside_indices(node: Node) -> Iterator[Node]:
    """Variables of an expression that stand elsewhere than in the index of a sequence."""
    if isinstance(node, Variable):
        yield node
    if not isinstance(node, (Element, Number)):
        for child in children(node):
            yield from _outside_indices(child)


def _code_id(id: str) -> str:
    return id.replace("-", "_")


def _camel(id: str) -> str:
    first, *rest = id.split("-")
    return first + "".join(part.capitalize() for part in rest)


catalog = Catalog(SHELF)
