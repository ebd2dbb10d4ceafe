"""A reader's own claim: text or nodes in, a verdict out. Text is parsed, never evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeGuard, get_args

from nnmath.notation.symbol import Sort
from nnmath.proof.kernel import Setting, prove
from nnmath.proof.nodes import Node, Relation
from nnmath.proof.parser import ParseError, parse_declaration, parse_expression, parse_relation
from nnmath.proof.statements import Assign, Chain, Hypothesis
from nnmath.proof.unknowns import spelled_out
from nnmath.proof.verdict import Status, Verdict

__all__ = ["ParseError", "Question", "ask", "verdict_of"]

Domain: TypeAlias = Mapping[str, Sort | str]
Given: TypeAlias = Hypothesis | str | Iterable[Hypothesis | str]

# All but a line of an algorithm box, which says nothing that could be assumed
HYPOTHESES = tuple(kind for kind in get_args(Hypothesis) if kind is not Assign)
# A name cannot range over an index: nobody has said how far it runs
RANGES = {sort.value: sort for sort in Sort if sort is not Sort.INDEX}


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
    given: Given = (),
    domain: Domain | None = None,
) -> Question:
    """Read a claim.

    Args:
        left: The left side of an equation; without `right`, the whole comparison.
        right: The right side.
        given: What is assumed: `x > 0`, `0 < eta < 1`, or a declaration such as `n natural`; one
            of them, or several in a list.
        domain: What names range over, "real", "natural" or "count" (1, 2, 3, …); real numbers
            where nothing is said.

    Raises:
        ParseError: A text cannot be read; one line says what, where and what to do.
        TypeError: An argument is of another type.
        ValueError: The domain names another kind of number.

    >>> ask("k^2 >= 0").claim.kind
    '≥'
    """
    declarations = _declared({} if domain is None else domain)
    hypotheses: list[Hypothesis | str] = []
    for each in _assumed(given):
        declared = parse_declaration(each) if isinstance(each, str) else None
        if declared is None:
            hypotheses.append(each)
        else:
            declarations[declared[0]] = declared[1]
    return Question(
        _claim(left, right, declarations),
        tuple(_relation(each, declarations) for each in hypotheses),
    )


def _assumed(given: Given) -> Iterator[Hypothesis | str]:
    """What is assumed, one by one; a text or a statement alone is one hypothesis."""
    if _is_hypothesis(given):
        yield given
        return
    if not isinstance(given, Iterable):
        raise _no_statement("given", given)
    for place, each in enumerate(given):
        if not _is_hypothesis(each):
            raise _no_statement(f"given[{place}]", each)
        yield each


def _is_hypothesis(thing: object) -> TypeGuard[Hypothesis | str]:
    return isinstance(thing, (str, *HYPOTHESES))


def _no_statement(where: str, thing: object) -> TypeError:
    advice = "write a text such as 'x > 0', or compare nodes of the book"
    return TypeError(f"{where} is {_called(thing)}, no statement: {advice}")


def _declared(domain: Domain) -> dict[str, Sort]:
    """What names range over."""
    if not isinstance(domain, Mapping):
        raise TypeError(f"domain is {_called(domain)}: give a mapping, such as {{'n': 'natural'}}")
    declarations: dict[str, Sort] = {}
    for name, kind in domain.items():
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"domain has the key {name!r}: give a name as text, such as 'n'")
        called = kind.value if isinstance(kind, Sort) else kind
        if not isinstance(called, str) or called not in RANGES:
            known = ", ".join(map(repr, RANGES))
            raise ValueError(f"domain[{name!r}] is {called!r}, no kind of number: give {known}")
        declarations[spelled_out(name)] = RANGES[called]
    return declarations


def _called(thing: object) -> str:
    return f"{thing!r:.40} ({type(thing).__name__})"


def verdict_of(
    left: Node | Relation | Chain | str,
    right: Node | str | None = None,
    given: Given = (),
    domain: Domain | None = None,
) -> Verdict:
    """The verdict on any two expressions, or on any comparison; for the arguments, see `ask`.

    Raises:
        ParseError: A text cannot be read.
        TypeError: An argument is of another type.
        ValueError: The domain names another kind of number.

    >>> verdict_of("tanh(x)", "2*sigmoid(2*x) - 1").status.name
    'PROVED'
    >>> verdict_of("(k^2 - 1)/(k - 1)", "k + 1").status.name
    'UNDECIDED'
    >>> verdict_of("(k^2 - 1)/(k - 1)", "k + 1", given="k != 1").status.name
    'PROVED'
    >>> verdict_of("r^(n + 1)", "r*r^n", given=["n natural", "r > 0"]).status.name
    'PROVED'
    >>> verdict_of("x^2", "x*x", given=["x > 0", 1])
    Traceback (most recent call last):
    TypeError: given[1] is 1 (int), no statement: write a text such as 'x > 0', or compare nodes ...
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
    raise TypeError(f"a side is {_called(side)}, no expression: write a text such as 'x^2 - 1'")


def _relation(text: Hypothesis | str, sorts: Mapping[str, Sort]) -> Hypothesis:
    return parse_relation(text, sorts) if isinstance(text, str) else text
