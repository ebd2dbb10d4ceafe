"""A reader's own claim: text or nodes in, a verdict out. Text is parsed, never evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from nnmath.notation.symbol import Sort
from nnmath.proof.kernel import Setting, prove
from nnmath.proof.nodes import Node, Relation
from nnmath.proof.parser import ParseError, parse_declaration, parse_expression, parse_relation
from nnmath.proof.statements import Chain, Hypothesis, Statement
from nnmath.proof.verdict import Status, Verdict

__all__ = ["ParseError", "Question", "ask", "verdict_of"]

Domain: TypeAlias = Mapping[str, Sort | str]


@dataclass(frozen=True)
class Question:
    """A claim as it was understood.

    Args:
        claim: What is to be shown: one comparison, or a chain of them.
        given: What is assumed.
    """

    claim: Relation | Chain
    given: tuple[Hypothesis, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict; of a chain, that of its weakest comparison."""
        parts = self.claim.relations if isinstance(self.claim, Chain) else (self.claim,)
        verdicts: list[Verdict] = []
        for part in parts:
            verdicts.append(prove(part, Setting(self.given)))
            if verdicts[-1].status is Status.REFUTED:
                break
        return min(verdicts, key=lambda verdict: verdict.status)


def ask(
    left: Node | Relation | Chain | str,
    right: Node | str | None = None,
    given: Iterable[Statement | str] = (),
    domain: Domain | None = None,
) -> Question:
    """Read a claim.

    Args:
        left: The left side of an equation; without `right`, the whole comparison.
        right: The right side.
        given: What is assumed: `x > 0`, `0 < eta < 1`, or a declaration such as `n natural`.
        domain: What names range over, "real" or "natural"; real numbers where nothing is said.

    Raises:
        ParseError: A text cannot be read; one line says what, where and what to do.
        ValueError: The domain names another kind of number.

    >>> ask("k^2 >= 0").claim.kind
    '≥'
    """
    given = list(given)
    declarations = {name: Sort(sort) for name, sort in (domain or {}).items()}
    hypotheses: list[Statement | str] = []
    for each in given:
        declared = parse_declaration(each) if isinstance(each, str) else None
        if declared is None:
            hypotheses.append(each)
        else:
            declarations[declared[0]] = declared[1]
    return Question(
        _claim(left, right, declarations),
        tuple(_relation(each, declarations) for each in hypotheses),
    )


def verdict_of(
    left: Node | Relation | Chain | str,
    right: Node | str | None = None,
    given: Iterable[Statement | str] = (),
    domain: Domain | None = None,
) -> Verdict:
    """The verdict on any two expressions, or on any comparison; for the arguments, see `ask`.

    Raises:
        ParseError: A text cannot be read.

    >>> verdict_of("tanh(x)", "2*sigmoid(2*x) - 1").status.name
    'PROVED'
    >>> verdict_of("(k^2 - 1)/(k - 1)", "k + 1").status.name
    'UNDECIDED'
    >>> verdict_of("(k^2 - 1)/(k - 1)", "k + 1", given=["k != 1"]).status.name
    'PROVED'
    """
    return ask(left, right, given, domain).verdict


def _claim(
    left: Node | Relation | Chain | str, right: Node | str | None, sorts: Mapping[str, Sort]
) -> Relation | Chain:
    if right is None:
        claim = _relation(left, sorts) if not isinstance(left, Node) else None
        if isinstance(claim, (Relation, Chain)):
            return claim
        raise TypeError("one argument alone must be a comparison, such as x^2 >= 0")
    sides = [_expression(side, sorts) for side in (left, right)]
    return Relation(sides[0], "=", sides[1])


def _expression(side: object, sorts: Mapping[str, Sort]) -> Node:
    if isinstance(side, Node):
        return side
    if isinstance(side, str):
        return parse_expression(side, sorts)
    raise TypeError(f"{type(side).__name__} is no expression")


def _relation(text: Statement | str, sorts: Mapping[str, Sort]) -> Statement:
    return parse_relation(text, sorts) if isinstance(text, str) else text
