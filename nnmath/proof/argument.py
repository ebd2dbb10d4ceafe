"""Arguments: a theorem's proof as steps that a reader can follow and the kernel checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from nnmath.notation.text import Text
from nnmath.proof.inference import Inference
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.statements import Statement, Tends
from nnmath.proof.substitution import substitute_in


@dataclass(frozen=True, kw_only=True)
class Have:
    """A statement that follows by one inference from what is known."""

    statement: Statement
    by: Inference
    because: Text


@dataclass(frozen=True, kw_only=True)
class Suppose:
    """Assume, argue, and keep: the assumptions imply the last statement of the steps."""

    title: Text
    assume: tuple[Statement, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class Cases:
    """Every case ends in the same statement; the kernel proves that no case is missing."""

    cases: tuple[Suppose, ...]


@dataclass(frozen=True, kw_only=True)
class Induction:
    """From the statement at 0, and from its step from `index` to `index` + 1: for every index.

    With a `last` index, for all up to it: the step is for `index` + 1 ≤ `last`, and what is shown
    is the statement at `last`.
    """

    index: Variable
    statement: Statement
    base: tuple[Step, ...]
    step: tuple[Step, ...]
    last: Variable | None = None

    @property
    def conclusion(self) -> Statement:
        """What it shows."""
        if self.last is None:
            return self.statement
        return substitute_in(self.statement, {self.index: self.last})


@dataclass(frozen=True, kw_only=True)
class ByDefinitionOfLimit:
    """body → limit: beyond the threshold, the steps end in |body − limit| < tolerance (for ∞: in
    body > tolerance)."""

    statement: Tends
    tolerance: Variable
    threshold: Node
    steps: tuple[Step, ...]


Step: TypeAlias = Have | Suppose | Cases | Induction | ByDefinitionOfLimit
