"""`nnmath show`: one entry of the catalog, in any of its spellings."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from nnmath.cli.command import Command
from nnmath.cli.failure import DOES_NOT_STAND, Failure, unknown
from nnmath.notation.text import LANGUAGES, Language

if TYPE_CHECKING:
    from nnmath.catalog import Entry
    from nnmath.proof.claims import InWords


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("id", metavar="ID", help="the claim's id; `nnmath verify` lists them")
    parser.add_argument("--as", dest="spelling", choices=SPELLINGS, default="summary")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="of the words")


def run(options: argparse.Namespace) -> int:
    """Print the entry."""
    from nnmath import catalog
    from nnmath.printing import NoCode

    if options.id not in catalog.shelf:
        raise unknown("formula", options.id, catalog)
    catalog.remember()
    try:
        print(SPELLINGS[options.spelling](catalog[options.id], options.lang).rstrip())
    except catalog.Unverified as reason:
        raise Failure(" ".join(str(reason).split()), DOES_NOT_STAND) from None
    except NoCode as reason:
        raise Failure(str(reason)) from None
    return 0


def summary(entry: Entry, language: Language) -> str:
    """What it says, under which hypotheses, and how it is known."""
    from nnmath.printing import plain

    verdict = entry.verdict
    rows = [("id", f"{entry.id} ({entry.kind})"), ("name", entry.name.to(language))]
    rows += [("claim", statement(entry))]
    rows += [("given", plain(hypothesis)) for hypothesis in entry.hypotheses]
    rows += [("where", in_words(each, language)) for each in entry.where]
    rows += [("verdict", f"{verdict.status.name} ({verdict.method})")]
    if verdict.counterexample is not None:
        rows += [("", str(verdict.counterexample))]
    rows += [("rests on", ", ".join(entry.uses))] if entry.uses else []
    rows += [("source", entry.source), ("test", entry.test)]
    return "\n".join(f"{label:<9} {text}" for label, text in rows)


def statement(entry: Entry) -> str:
    """The claim in plain text; of an optimizer, its rules as assignments."""
    from nnmath.printing import plain, plain_lines

    return "; ".join(plain_lines(entry.rules)) if entry.rules else plain(entry.statement)


def in_words(condition: InWords, language: Language) -> str:
    """A condition that only words can say, after what it speaks of."""
    from nnmath.printing import plain

    return ", ".join(map(plain, condition.about)) + condition.words.to(language)


def steps(entry: Entry, language: Language) -> str:
    """The derivation or the argument, each step with its reason and verdict, if it has one."""
    from nnmath.printing import plain

    if not entry.steps:
        raise Failure(f"{entry.id!r} ({entry.kind}) has no steps")
    sign = "= " if entry.kind == "derivation" else ""
    lines: list[str] = []
    for number, step in enumerate(entry.steps):
        if step.part is not None:
            lines.append(f"[{step.part.to(language)}]")
        lines.append(f"{sign if number else ' ' * len(sign)}{plain(step.expression)}")
        if step.because is not None:
            status = "ASSUMED" if step.assumed else step.verdict.status.name
            lines.append(f"    {status}: {step.because.to(language)}")
    return "\n".join(lines)


def latex(entry: Entry, language: Language) -> str:
    """The statement in LaTeX; of an optimizer its rules side by side."""
    from nnmath import printing

    if entry.rules:
        return r" \quad ".join(printing.latex_lines(entry.rules, language))
    return printing.latex(entry.statement, language=language)


def typst(entry: Entry, language: Language) -> str:
    """The statement in Typst; of an optimizer its rules side by side."""
    from nnmath import printing

    if entry.rules:
        return " quad ".join(printing.typst_lines(entry.rules, language))
    return printing.typst(entry.statement, language=language)


SPELLINGS: dict[str, Callable[[Entry, Language], str]] = {
    "summary": summary,
    "latex": latex,
    "typst": typst,
    "numpy": lambda entry, _: entry.numpy,
    "javascript": lambda entry, _: entry.javascript,
    "steps": steps,
}


SHOW = Command(
    "show a claim of the catalog, with its verdict or in one of its spellings", add_arguments, run
)
