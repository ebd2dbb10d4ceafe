"""Claims as data: what the book says, with the hypotheses under which it says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias, cast

from nnmath.notation import symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Step as ArgumentStep
from nnmath.proof.box_lines import Line, Look
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.matrices import about_entries
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import (
    Apply,
    Element,
    Function,
    Node,
    Relation,
    Sequence,
    Variable,
    as_node,
)
from nnmath.proof.rule import Rule
from nnmath.proof.statements import Assign, Hypothesis, Recurrence, Statement, equal
from nnmath.proof.tree import walk

# What every algorithm box speaks of
PARAMETER, GRADIENT = Variable(symbols.PARAMETER), Variable(symbols.GRADIENT)
COUNTER = Variable(symbols.ITERATION)

Part: TypeAlias = Variable | Tensor


@dataclass(frozen=True, kw_only=True)
class Definition:
    """left = right, by decree.

    Args:
        id: Kebab-case, stable.
        name: What is defined.
        left: A function of one variable, an entry at any indices, a whole tensor, or the next
            member of a sequence.
        right: What it is to mean.
        stable: The form that code uses, without overflow and loss of digits; proved equal to
            `right`, which code uses where there is none.
        given: Where it holds.
        uses: Definitions that `right` rests on.
        source: Key of the bibliography, and the place.
        witness: The independent function in `tests/reference` that it must equal, or for what no
            program can run, the characteristic property tested there.
    """

    id: str
    name: Text
    left: Node
    right: Node
    stable: Node | None = None
    given: tuple[Hypothesis, ...] = ()
    uses: tuple[str, ...] = ()
    source: str
    witness: str

    @property
    def statement(self) -> Relation:
        """The definition as an equation."""
        return equal(self.left, self.right)

    @property
    def meaning(self) -> tuple[Defined, Meaning]:
        """What is defined, and by which body; of a tensor, entry by entry.

        Raises:
            TypeError: The left side is no function or tensor at plain symbols.
        """
        left, right = self.left, self.right
        if isinstance(left, Tensor):
            relation = about_entries(self.statement)
            left, right = relation.left, relation.right
        match left:
            case Apply(Function() as defined, parameters) | Entry(Tensor() as defined, parameters):
                plain = all(isinstance(each, Variable) for each in parameters)
                if plain and len(set(parameters)) == len(parameters):
                    return defined, Meaning(cast(tuple[Variable, ...], parameters), right)
        raise TypeError(f"{self.id!r} defines neither a function nor a tensor")

    @property
    def recurrence(self) -> Recurrence:
        """The definition as a hypothesis on every member of the sequence.

        Raises:
            TypeError: What is defined is no sequence.
        """
        if isinstance(self.left, Element):
            index = next(node for node in walk(self.left.index) if isinstance(node, Variable))
            return Recurrence(Sequence(self.left.sequence), index, self.right)
        raise TypeError(f"{self.id!r} defines no sequence")


@dataclass(frozen=True)
class Link:
    """One `=` of a derivation: what stands after it, the rule that allows it, and why."""

    expression: Node
    rule: Rule | None = None
    because: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Derivation:
    """A chain of equalities, each with its rule and its reason.

    >>> Derivation(id="x", name=Text(ja="例", en="Example"), source="own").links
    ()
    """

    id: str
    name: Text
    given: tuple[Hypothesis, ...] = ()
    uses: tuple[str, ...] = ()
    source: str
    links: tuple[Link, ...] = ()

    def start(self, expression: Node) -> Derivation:
        """The chain with its first expression."""
        return replace(self, links=(Link(expression),))

    def by(self, rule: Rule, expression: Node, *, because: Text) -> Derivation:
        """The chain with one more equality."""
        return replace(self, links=(*self.links, Link(expression, rule, because)))

    @property
    def statement(self) -> Relation:
        """First = last."""
        return equal(self.links[0].expression, self.links[-1].expression)


@dataclass(frozen=True, kw_only=True)
class Theorem:
    """A statement with the argument that proves it."""

    id: str
    name: Text
    statement: Statement
    given: tuple[Hypothesis, ...] = ()
    uses: tuple[str, ...] = ()
    source: str
    argument: tuple[ArgumentStep, ...]


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A statement that is often believed and that the verifier must refute.

    Args:
        why: What goes wrong.
        corrects: The id of the claim that says it right.
    """

    id: str
    name: Text
    statement: Relation
    given: tuple[Hypothesis, ...] = ()
    uses: tuple[str, ...] = ()
    source: str
    why: Text
    corrects: str


@dataclass(frozen=True, kw_only=True)
class Optimizer:
    """An update rule as the paper's algorithm box.

    Where the parameter is a number, it stands for each one by itself, and every rule is an
    assignment. Where it is a vector, rules may be any lines, and hold matrices.

    Args:
        hyperparameters: Each with its default as an exact decimal; None where the source has none.
        given: What the hyperparameters may be.
        state: What is kept from step to step.
        starts: What the state begins with where that is not 0.
        keeps: What holds of the state before and after every step; checked like an induction.
        shows: What holds of what a step works out, in the order in which it is shown: later rules
            may rest on it.
        rules: Carried out in order at every step, elementwise; they read what is known by then.
        looks_at: Where the gradient is taken; where nothing is said, at the parameter.
        differs: What is otherwise than in the source, or than in the paper.
        parameter: What is learned.
        gradient: The loss's gradient there.
        counter: The number of the step, 1 at the first.
        hessian: The loss's second derivatives there, for a box that reads them.
    """

    id: str
    name: Text
    source: str
    hyperparameters: Mapping[Variable, str | None] = field(default_factory=dict)
    given: tuple[Statement, ...] = ()
    state: tuple[Part, ...] = ()
    starts: Mapping[Part, Node] = field(default_factory=dict)
    keeps: tuple[Relation, ...] = ()
    shows: tuple[Relation, ...] = ()
    rules: tuple[Line, ...] = ()
    looks_at: Node = PARAMETER
    differs: Text | None = None
    uses: tuple[str, ...] = ()
    witness: str
    parameter: Part = PARAMETER
    gradient: Part = GRADIENT
    counter: Variable = COUNTER
    hessian: Tensor | None = None

    def start(self, part: Part) -> Node:
        """What a part of the state begins with."""
        return self.starts.get(part, as_node(0))

    @property
    def is_whole(self) -> bool:
        """Whether it moves the vector of all parameters at once."""
        return isinstance(self.parameter, Tensor)

    @property
    def looks_elsewhere(self) -> bool:
        """Whether a step takes a gradient at another point than the parameter."""
        if self.is_whole:
            return any(isinstance(rule, Look) for rule in self.rules)
        return self.looks_at != self.parameter

    @property
    def assignments(self) -> tuple[Assign, ...]:
        """The rules of a box that treats each parameter by itself."""
        return tuple(rule for rule in self.rules if isinstance(rule, Assign))


@dataclass(frozen=True)
class InWords:
    """What a theorem says beside its formula, where the language of statements cannot say it.

    Args:
        about: The expressions that it speaks of, which are printed before the words.
        words: What is said of them.
    """

    about: tuple[Node, ...]
    words: Text


@dataclass(frozen=True, kw_only=True)
class Cited:
    """A theorem of the literature that the book states and does not prove; nothing rests on it.

    Args:
        statement: What it says, as far as the language of statements reaches.
        given: Its hypotheses.
        where: Hypotheses in words, and what may be chosen so that the statement holds. Where there
            are some, the statement alone is not the claim: no point can refute it.
        uses: Definitions of what it speaks of.
        source: Key of the bibliography, and the place of the theorem; never "own".
        instances: The test that tries it where its numbers can be computed.
    """

    id: str
    name: Text
    statement: Statement
    given: tuple[Hypothesis, ...] = ()
    where: tuple[InWords, ...] = ()
    uses: tuple[str, ...] = ()
    source: str
    instances: str


Claim: TypeAlias = Definition | Derivation | Theorem | Mistake | Optimizer | Cited
