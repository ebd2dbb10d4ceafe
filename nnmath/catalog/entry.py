"""A claim with its verdict and its spellings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from nnmath import printing
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.printing.names import Parameter
from nnmath.proof.box_lines import Line, shown
from nnmath.proof.checking import Checked
from nnmath.proof.claims import (
    Cited,
    Claim,
    Definition,
    Derivation,
    InWords,
    Mistake,
    Optimizer,
    Theorem,
)
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Apply, Element, Node, Relation, Variable
from nnmath.proof.statements import Assign, Hypothesis, Statement
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import walk
from nnmath.proof.verdict import Verdict
from nnmath.proof.walkthrough import CheckedStep as Step

KINDS: dict[type, str] = {
    Definition: "definition",
    Derivation: "derivation",
    Theorem: "theorem",
    Mistake: "mistake",
    Optimizer: "optimizer",
    Cited: "cited",
}


@dataclass(frozen=True)
class Entry:
    """A verified claim with its spellings.

    Args:
        id: Kebab-case, stable.
        kind: "definition", "derivation", "theorem", "mistake", "optimizer" or "cited".
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
        where: Of a theorem from the literature, what only words can say of it.
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
    where: tuple[InWords, ...] = ()
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

    @property
    def lines(self) -> tuple[Statement, ...]:
        """The statement; of an optimizer every rule, in order, also those inside others."""
        return tuple(shown(self.rules)) if self.rules else (self.statement,)

    @property
    def rules(self) -> tuple[Line, ...]:
        """Of an optimizer its lines as they hold together; of anything else, none."""
        return self.claim.rules if isinstance(self.claim, Optimizer) else ()

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """The symbols of the statement and the hypotheses, in order of appearance."""
        sides = [side for each in (*self.lines, *self.hypotheses) for side in expressions(each)]
        sides += [side for each in self.where for side in each.about]
        nodes = (node for side in sides for node in walk(side))
        return tuple(dict.fromkeys(s for node in nodes if (s := _symbol(node)) is not None))

    @cached_property
    def latex(self) -> str:
        """The statement in LaTeX; of an optimizer its rules side by side."""
        if self.rules:
            return r" \quad ".join(printing.latex_lines(self.rules))
        return printing.latex(self.statement)

    @cached_property
    def typst(self) -> str:
        """The statement in Typst; of an optimizer its rules side by side."""
        if self.rules:
            return " quad ".join(printing.typst_lines(self.rules))
        return printing.typst(self.statement)

    @property
    def numpy(self) -> str:
        """The right side, or the step of several rules, in NumPy; NoCode where it has none."""
        if self._box is not None:
            return printing.step_source(self._box)
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
        """The same as a vectorised function of `parameters`; NoCode where it has none."""
        if self._box is not None:
            return printing.step_function(self._box)
        return printing.numpy_function(
            self._computed, name=_code_id(self.id), parameters=self._parameters
        )

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the function's arguments, in order."""
        return tuple(printing.code_name(parameter) for parameter in self._parameters)

    @property
    def _box(self) -> Optimizer | None:
        """The optimizer whose step is more than one value."""
        claim = self.claim
        return claim if isinstance(claim, Optimizer) and len(claim.rules) > 1 else None

    @property
    def _computed(self) -> Node:
        if isinstance(self.claim, Definition) and self.claim.stable is not None:
            return self.claim.stable
        if isinstance(self.statement, Relation) and self.statement.kind == "=":
            return self.statement.right
        if isinstance(self.statement, Assign) and self._box is None:
            return self.statement.value
        raise printing.NoCode(f"{self.id!r} is no equation, so there is nothing to compute")

    @property
    def _parameters(self) -> tuple[Parameter, ...]:
        if self._box is not None:
            return printing.step_parameters(self._box)
        return printing.parameters(self._computed)


def entry_of(claim: Claim, checked: Checked) -> Entry:
    """The entry of a claim that has been checked."""
    mistake = claim if isinstance(claim, Mistake) else None
    return Entry(
        id=claim.id,
        kind=KINDS[type(claim)],
        name=claim.name,
        statement=_statement(claim),
        hypotheses=claim.given,
        verdict=checked.verdict,
        steps=checked.steps,
        uses=claim.uses,
        source=claim.source,
        test=f"tests/test_catalog.py::test_claim_stands[{claim.id}]",
        why=mistake.why if mistake else None,
        corrects=mistake.corrects if mistake else None,
        where=claim.where if isinstance(claim, Cited) else (),
        claim=claim,
    )


def _statement(claim: Claim) -> Statement:
    if isinstance(claim, Optimizer):
        return tuple(shown(claim.rules))[-1]
    return claim.statement


def _symbol(node: Node) -> Symbol | None:
    match node:
        case Variable(symbol) | Element(symbol, _) | Tensor(symbol):
            return symbol
        case Apply(function, _) if not function.elementary:
            return function.symbol
    return None


def _code_id(id: str) -> str:
    return id.replace("-", "_")


def _camel(id: str) -> str:
    first, *rest = id.split("-")
    return first + "".join(part.capitalize() for part in rest)
