"""`nnmath prove`: the doubter's own claim, read by our own parser; nothing is evaluated as code."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nnmath.cli.command import Command
from nnmath.cli.failure import DOES_NOT_STAND, Failure, shortened

if TYPE_CHECKING:
    from nnmath.proof.question import Question
    from nnmath.proof.verdict import Verdict

LONGEST = 400


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument(
        "left", metavar="LEFT", type=str.strip, help="left side, such as 'tanh(x)'; or, alone, a "
        "comparison such as 'x^2 + 1 > 0'"
    )  # fmt: skip
    parser.add_argument(
        "right", metavar="RIGHT", type=str.strip, nargs="?", help="right side of the equation"
    )
    parser.add_argument(
        "--given",
        metavar="RELATION",
        type=str.strip,
        action="append",
        default=[],
        help="what may be assumed: 'x > 0', '0 < eta < 1', 'n natural'; may be repeated",
    )
    parser.epilog = "Exit code: 0 PROVED, 1 any other verdict, 2 the claim cannot be read."


def run(options: argparse.Namespace) -> int:
    """Print the verdict; 0 when it is PROVED."""
    from nnmath.proof.parser import ParseError
    from nnmath.proof.question import ask
    from nnmath.proof.verdict import Status

    try:
        question = ask(options.left, options.right, options.given)
    except ParseError as error:
        raise Failure(str(error)) from None
    verdict = question.verdict
    for label, text in lines(question, verdict):
        print(f"{label:<9}{shortened(text, LONGEST)}")
    return 0 if verdict.status is Status.PROVED else DOES_NOT_STAND


def lines(question: Question, verdict: Verdict) -> list[tuple[str, str]]:
    """The claim as it was understood, what was assumed, and the verdict in words."""
    from nnmath.printing import plain

    found = [("claim", plain(question.claim))]
    found += [("given", plain(each)) for each in question.given]
    if ranges := ranges_of(question):
        found.append(("for all", ranges))
    return [*found, ("verdict", in_words(verdict))]


def ranges_of(question: Question) -> str:
    """What the free symbols range over: `real x, y; natural n`."""
    from nnmath.proof.nodes import Variable
    from nnmath.proof.substitution import free_in

    named: dict[str, dict[str, None]] = {}
    for statement in (question.claim, *question.given):
        for place in free_in(statement):
            if isinstance(place, Variable):
                named.setdefault(place.symbol.sort.value, {})[place.symbol.code] = None
    return "; ".join(f"{sort} {', '.join(names)}" for sort, names in named.items())


def in_words(verdict: Verdict) -> str:
    """One line: the verdict, and how it came about or what is in the way."""
    from nnmath.printing import plain
    from nnmath.proof.verdict import Status

    name, reason = verdict.status.name, str(verdict.reason)
    if verdict.counterexample is not None:
        return f"{name} {verdict.counterexample}"
    if verdict.obstacle is not None:
        needed = plain(verdict.obstacle)
        return f'{name}: {reason} {needed}; where that may be assumed, add --given "{needed}"'
    if verdict.status is Status.PROVED:
        return f"{name} by {verdict.method}; {reason}"
    if verdict.status is Status.CHECKED:
        return f"{name}, not proved: it holds at {reason}"
    return f"{name}: {reason}"


PROVE = Command("prove or refute an equation, or a comparison, of your own", add_arguments, run)
