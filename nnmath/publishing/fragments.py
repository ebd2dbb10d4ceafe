"""What a page, a slide or a book shows of a claim: words and LaTeX in one language, no layout."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nnmath.catalog import Entry, Step
from nnmath.notation.text import Language, Text
from nnmath.printing import latex
from nnmath.printing.boxes import LATEX, spelled
from nnmath.proof.claims import InWords, Optimizer
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Element, Node, Number, Relation, Variable, as_node
from nnmath.proof.statements import Assign, Chain, Statement
from nnmath.proof.verdict import Verdict
from nnmath.publishing.domains import domain
from nnmath.publishing.methods import method_name
from nnmath.publishing.parts import free_parts, symbol_of
from nnmath.publishing.words import WORDS

CLAUSE = re.compile(r"[^,、]+[,、]?")


@dataclass(frozen=True)
class Badge:
    """A verdict as a reader meets it.

    Args:
        status: The verdict's name in lower case: `proved`, `defined`, …
        label: Its word in the reader's language.
        method: How it was reached.
        reason: The evidence in one line; may be empty.
        points: How many points were tried in ball arithmetic.
        milliseconds: Time taken.
    """

    status: str
    label: str
    method: str
    reason: str
    points: int
    milliseconds: float


@dataclass(frozen=True)
class Claim:
    """A verified statement with all that must stand beside its badge."""

    id: str
    kind: str
    name: str
    latex: str
    badge: Badge
    domain: tuple[tuple[str, str], ...]
    hypotheses: tuple[str, ...]
    uses: tuple[str, ...]
    source: str
    test: str


@dataclass(frozen=True)
class Line:
    """One line of a derivation or an argument.

    Args:
        relation: What links it to the line before (`=`), as LaTeX; empty for a first line and in
            an argument, whose lines are statements.
        latex: The expression or statement.
        because: Why it follows.
        rule: The licence used.
        badge: The step's own verdict; None for a derivation's first line.
        part: Heading of the part of the argument that starts here.
    """

    relation: str
    latex: str
    because: str
    rule: str
    badge: Badge | None
    part: str


@dataclass(frozen=True)
class Refutation:
    """A mistake, the point where it fails, and why people make it.

    Args:
        claim: The wrong claim.
        point: Where it fails, as LaTeX.
        left: Value of the left side there.
        right: Value of the right side there.
        reads: What the claim says there, as LaTeX.
        why: What goes wrong.
        corrects: Id of what is right.
    """

    claim: Claim
    point: tuple[str, ...]
    left: str
    right: str
    reads: str
    why: str
    corrects: str


def badge(verdict: Verdict, language: Language) -> Badge:
    """Return the badge of a verdict."""
    return Badge(
        status=verdict.status.name.lower(),
        label=verdict.status.label.to(language),
        method=method_name(verdict.method, language),
        reason=spoken(verdict.reason, language),
        points=verdict.points,
        milliseconds=verdict.seconds * 1000,
    )


def spoken(words: Text | str | None, language: Language) -> str:
    """A wording in the reader's language; what has one spelling only is left as it is."""
    if isinstance(words, Text):
        return words.to(language)
    return words or ""


def claim(entry: Entry, language: Language) -> Claim:
    """Return a claim with its hypotheses and domain."""
    return Claim(
        id=entry.id,
        kind=entry.kind,
        name=entry.name.to(language),
        latex=shown(entry, language),
        badge=badge(entry.verdict, language),
        domain=domain((entry.statement, *entry.hypotheses, *entry.where), language),
        hypotheses=hypotheses(entry, language),
        uses=entry.uses,
        source=entry.source,
        test=entry.test,
    )


def shown(entry: Entry, language: Language) -> str:
    """What a claim says, as LaTeX; an optimizer assigns, so its rules have an arrow."""
    if not isinstance(entry.claim, Optimizer):
        return latex(entry.statement, language=language, marked=True)

    def write(thing: Node | Statement) -> str:
        if isinstance(thing, Assign):
            return rf"{write(thing.target)} \leftarrow {write(thing.value)}"
        return latex(thing, language=language, marked=True)

    return r" \quad ".join(spelled(entry.claim.rules, write, LATEX, language))


def hypotheses(entry: Entry, language: Language) -> tuple[str, ...]:
    """What is assumed, as LaTeX; what only words can say comes last."""
    formulas = tuple(latex(each, language=language, marked=True) for each in entry.hypotheses)
    return formulas + tuple(in_words(each, language) for each in entry.where)


def in_words(condition: InWords, language: Language) -> str:
    """A condition in words as LaTeX, after what it speaks of; a line may break after a comma."""
    about = r",\ ".join(latex(each, language=language, marked=True) for each in condition.about)
    clauses = CLAUSE.findall(condition.words.to(language))
    return about + r"\quad ".join(rf"\text{{{clause}}}" for clause in clauses)


def lines(entry: Entry, language: Language) -> tuple[Line, ...]:
    """The steps of a derivation, or the argument of a theorem."""
    relation = "=" if entry.kind == "derivation" else ""
    return tuple(
        Line(
            relation=relation if number else "",
            latex=latex(step.expression, language=language, marked=True),
            because=spoken(step.because, language),
            rule=spoken(step.rule, language),
            badge=None if is_open(step, relation) else badge(step.verdict, language),
            part=spoken(step.part, language),
        )
        for number, step in enumerate(entry.steps)
    )


def is_open(step: Step, relation: str) -> bool:
    """Whether a line has nothing to check: an assumption, or where a derivation starts."""
    return step.assumed or (bool(relation) and step.because is None)


def refutation(entry: Entry, language: Language) -> Refutation:
    """A mistake with the counterexample that the verifier found.

    Raises:
        ValueError: The verdict holds no counterexample.
    """
    found = entry.verdict.counterexample
    if found is None:
        raise ValueError(f"{entry.id}: a mistake needs a counterexample")
    values = (short(found.left), short(found.right))
    return Refutation(
        claim=claim(entry, language),
        point=tuple(
            f"{point_name(name, entry, language)} = {latex(Number(value), language=language)}"
            for name, value in found.point.items()
        ),
        left=values[0],
        right=values[1],
        reads=there(entry, *values),
        why=spoken(entry.why, language),
        corrects=entry.corrects or "",
    )


def there(entry: Entry, left: str, right: str) -> str:
    """What the claim says at its counterexample, as LaTeX: `13 < 5`; empty if not a comparison."""
    statement = entry.statement
    if not isinstance(statement, Relation):
        return ""
    return latex(replace(statement, left=as_node(left), right=as_node(right)))


def short(decimal: str) -> str:
    """A decimal without the zeros at its end.

    >>> short("13.0000000000"), short("0.2500"), short("40")
    ('13', '0.25', '40')
    """
    return decimal.rstrip("0").rstrip(".") if "." in decimal else decimal


def point_name(name: str, entry: Entry, language: Language) -> str:
    """LaTeX for a name in a counterexample: `learning_rate`, `W[0]`, `X[1, 2]`."""
    code, _, inside = name.rstrip("]").partition("[")
    indices = [as_node(index) for index in inside.split(", ")] if inside else []
    for part in free_parts((entry.statement, *entry.hypotheses), members=True):
        symbol = symbol_of(part)
        if code not in (symbol.code, symbol.id):
            continue
        if isinstance(part, Tensor):
            return latex(part[tuple(indices)], language=language, marked=True)
        named = Element(symbol, indices[0]) if indices else Variable(symbol)
        return latex(named, language=language, marked=True)
    return rf"\mathrm{{{name}}}".replace("_", r"\_")


def value(entry: Entry) -> Node:
    """The last member of a claim: what a worked example comes to."""
    statement = entry.statement
    if isinstance(statement, Relation):
        return statement.right
    if isinstance(statement, Chain):
        return statement.members[-1]
    raise ValueError(f"{entry.id}: {type(statement).__name__} has no last member")


def last_member(entry: Entry, language: Language) -> str:
    """What a worked example comes to, as LaTeX.

    Raises:
        ValueError: The statement has no last member.
    """
    return latex(value(entry), language=language, marked=True)


def word(name: str, language: Language) -> str:
    """One of the words that stand around formulas."""
    return WORDS[name].to(language)
