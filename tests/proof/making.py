"""Claims made up by hand, for the tests that attack the verifier."""

from __future__ import annotations

from dataclasses import replace

from nnmath.notation import symbols
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Have, Step, Suppose
from nnmath.proof.checking import Checked, check
from nnmath.proof.citing import Lemma
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inference import Inference
from nnmath.proof.meanings import Meaning
from nnmath.proof.nodes import Function, Node, Sequence, Variable, as_node
from nnmath.proof.rule import Library, Rule
from nnmath.proof.statements import And, Hypothesis, Recurrence, Statement, Tends, equal
from nnmath.proof.verdict import Status

WORD = Text(ja="例", en="example")


def symbol(id: str, sort: Sort = Sort.REAL) -> Symbol:
    """A symbol of a test's own."""
    return Symbol(id=f"test-{id}", meaning=WORD, latex=id, typst=id, code=id, sort=sort)


x, y, z, k, h, c = (Variable(symbol(name)) for name in "xyzkhc")
n, m = (Variable(symbol(name, Sort.NATURAL)) for name in "nm")
u = Sequence(symbol("u"))
f, g = Function(symbol("f")), Function(symbol("g"))
eta = Variable(symbols.LEARNING_RATE)

ZERO, ONE, HALF = as_node(0), as_node(1), as_node("1/2")
SHRINKS = Recurrence(u, n, u[n] - eta * u[n])
HALVES = Recurrence(u, n, u[n] / 2)
FALSE = equal(0, 1)


def defined(function: Function, body: Node) -> dict[Function, Meaning]:
    """function(x) = body."""
    return {function: Meaning((x,), body)}


def library(*lemmas: Lemma, definitions: dict[Function, Meaning] | None = None) -> Library:
    """What a made-up claim may open and cite."""
    return Library(definitions or {}, {lemma.id: lemma for lemma in lemmas})


def quotient(function: Function, at: Node) -> Node:
    """How much a function rises over the step h, divided by the step."""
    return (function(at + h) - function(at)) / h


def have(statement: Statement, by: Inference) -> Have:
    """A step without words."""
    return Have(statement=statement, by=by, because=WORD)


def suppose(*assume: Statement, then: tuple[Step, ...]) -> Suppose:
    """A supposition without words."""
    return Suppose(title=WORD, assume=assume, steps=then)


def argue(
    statement: Statement,
    *steps: Step,
    given: tuple[Hypothesis, ...] = (),
    known: Library | None = None,
) -> Checked:
    """The outcome of a theorem with this argument."""
    theorem = Theorem(
        id="made-up", name=WORD, statement=statement, given=given, source="own", argument=steps
    )
    return check(theorem, known or Library())


def chain(
    *links: Node | tuple[Rule, Node],
    given: tuple[Hypothesis, ...] = (),
    known: Library | None = None,
) -> Checked:
    """The outcome of a derivation: its first expression, then pairs of a rule and an expression."""
    first, *rest = links
    assert isinstance(first, Node)
    derivation = Derivation(id="made-up", name=WORD, source="own", given=given).start(first)
    for link in rest:
        assert isinstance(link, tuple)
        derivation = derivation.by(*link, because=WORD)
    return check(replace(derivation), known or Library())


def last(checked: Checked) -> Status:
    """How its last step came out, or the whole where it did not come to steps."""
    return (checked.steps[-1].verdict if checked.steps else checked.verdict).status


def status(checked: Checked) -> Status:
    """How it came out."""
    return checked.verdict.status


def twice(statement: Statement) -> And:
    """The statement in a shape that is no plain comparison."""
    return And((statement, statement))


def limit(
    body: Node, at: Node, threshold: Node, *steps: Step, tolerance: Variable = h
) -> ByDefinitionOfLimit:
    """body → at by the definition of the limit."""
    return ByDefinitionOfLimit(
        statement=Tends(body, n, at),
        tolerance=tolerance,
        threshold=threshold,
        steps=steps,
    )


def shown(checked: Checked) -> list[object]:
    """What its steps have proved."""
    return [step.expression for step in checked.steps if step.verdict.status is Status.PROVED]
