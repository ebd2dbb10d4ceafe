"""What a page, a slide or a book shows of a claim: words and LaTeX in one language, no layout."""

from __future__ import annotations

from dataclasses import dataclass

from nnmath.catalog import Entry
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Language, Text
from nnmath.printing import latex
from nnmath.proof.nodes import Node, Number, Relation, Variable
from nnmath.proof.statements import Chain
from nnmath.proof.verdict import Verdict
from nnmath.publishing.parts import free_parts
from nnmath.publishing.words import SORTS, WORDS


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
    """A mistake, the point where it fails, and why people make it."""

    claim: Claim
    point: tuple[str, ...]
    left: str
    right: str
    why: str
    corrects: str


@dataclass(frozen=True)
class SymbolRow:
    """A line of a symbol table."""

    id: str
    latex: str
    meaning: str
    role: str
    role_name: str
    values: str
    code: str


def badge(verdict: Verdict, language: Language) -> Badge:
    """Return the badge of a verdict."""
    return Badge(
        status=verdict.status.name.lower(),
        label=verdict.status.label.to(language),
        method=spoken(verdict.method, language),
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
        latex=latex(entry.statement, language=language, marked=True),
        badge=badge(entry.verdict, language),
        domain=domain(entry, language),
        hypotheses=hypotheses(entry, language),
        uses=entry.uses,
        source=entry.source,
        test=entry.test,
    )


def hypotheses(entry: Entry, language: Language) -> tuple[str, ...]:
    """What is assumed, as LaTeX."""
    return tuple(latex(each, language=language, marked=True) for each in entry.hypotheses)


def domain(entry: Entry, language: Language) -> tuple[tuple[str, str], ...]:
    """Which numbers the free symbols range over: the symbols as LaTeX, the numbers in words."""
    found: dict[Sort, list[str]] = {Sort.REAL: [], Sort.NATURAL: []}
    for part in free_parts((entry.statement, *entry.hypotheses)):
        sort = part.symbol.sort if isinstance(part, Variable) else part.sequence.sort
        found[sort].append(latex(part, language=language, marked=True))
    return tuple(
        (r",\ ".join(names), SORTS[sort].to(language)) for sort, names in found.items() if names
    )


def lines(entry: Entry, language: Language) -> tuple[Line, ...]:
    """The steps of a derivation, or the argument of a theorem."""
    relation = "=" if entry.kind == "derivation" else ""
    return tuple(
        Line(
            relation=relation if number else "",
            latex=latex(step.expression, language=language, marked=True),
            because=spoken(step.because, language),
            rule=spoken(step.rule, language),
            badge=badge(step.verdict, language) if step.because or not relation else None,
            part=spoken(step.part, language),
        )
        for number, step in enumerate(entry.steps)
    )


def refutation(entry: Entry, language: Language) -> Refutation:
    """A mistake with the counterexample that the verifier found.

    Raises:
        ValueError: The verdict holds no counterexample.
    """
    found = entry.verdict.counterexample
    if found is None:
        raise ValueError(f"{entry.id}: a mistake needs a counterexample")
    named = point_names(entry, language)
    return Refutation(
        claim=claim(entry, language),
        point=tuple(
            f"{named.get(name, spell(name))} = {latex(Number(value), language=language)}"
            for name, value in found.point.items()
        ),
        left=found.left,
        right=found.right,
        why=spoken(entry.why, language),
        corrects=entry.corrects or "",
    )


def spell(name: str) -> str:
    """A name that belongs to no symbol of the claim, as LaTeX."""
    return rf"\mathrm{{{name}}}".replace("_", r"\_")


def point_names(entry: Entry, language: Language) -> dict[str, str]:
    """LaTeX for each name that a counterexample may use."""
    named: dict[str, str] = {}
    for part in free_parts((entry.statement, *entry.hypotheses), members=True):
        printed = latex(part, language=language, marked=True)
        if isinstance(part, Variable):
            named |= {part.symbol.code: printed, part.symbol.id: printed}
        else:
            index = latex(part.index, language=language)
            named |= {
                f"{part.sequence.code}[{index}]": printed,
                f"{part.sequence.id}[{index}]": printed,
            }
    return named


def value(entry: Entry) -> Node:
    """The last member of a claim: what a worked example comes to."""
    statement = entry.statement
    if isinstance(statement, Relation):
        return statement.right
    if isinstance(statement, Chain):
        return statement.members[-1]
    raise ValueError(f"{entry.id}: {type(statement).__name__} has no last member")


def symbol_row(symbol: Symbol, language: Language) -> SymbolRow:
    """A symbol as a line of a table."""
    return SymbolRow(
        id=symbol.id,
        latex=latex(Variable(symbol), language=language, marked=True),
        meaning=symbol.meaning.to(language),
        role=symbol.role.value,
        role_name=symbol.role.label.to(language),
        values=SORTS[symbol.sort].to(language),
        code=symbol.code,
    )


def word(name: str, language: Language) -> str:
    """One of the words that stand around formulas."""
    return WORDS[name].to(language)
