"""The lines of an algorithm box for the eye: with the words that hold them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nnmath.notation.text import Language, Text
from nnmath.printing.latex import latex
from nnmath.printing.plain import plain
from nnmath.printing.typst import typst
from nnmath.proof.box_lines import Line, Look, Repeat, Solve, Where
from nnmath.proof.nodes import Node
from nnmath.proof.statements import Statement

Write = Callable[[Node | Statement], str]


@dataclass(frozen=True)
class Words:
    """How a display language spells what holds lines together.

    Args:
        repeat: For an index with its first and its last value, and the lines.
        where: For a condition and the lines.
        between: What stands between two lines inside.
    """

    repeat: Text
    where: Text
    between: str


LATEX = Words(
    repeat=Text(
        ja=r"%s = %s, \dots, %s \text{ の順に}\ \lbrace\, %s \,\rbrace",
        en=r"\text{for } %s = %s, \dots, %s\ \lbrace\, %s \,\rbrace",
    ),
    where=Text(
        ja=r"%s \text{ ならば}\ \lbrace\, %s \,\rbrace",
        en=r"\text{if } %s\ \lbrace\, %s \,\rbrace",
    ),
    between=r" ;\ ",
)
TYPST = Words(
    repeat=Text(
        ja='%s = %s, dots, %s space "の順に" space {%s}',
        en='"for" space %s = %s, dots, %s space {%s}',
    ),
    where=Text(ja='%s space "ならば" space {%s}', en='"if" space %s space {%s}'),
    between="; space ",
)
PLAIN = Words(
    repeat=Text(ja="for %s = %s, …, %s: { %s }", en="for %s = %s, …, %s: { %s }"),
    where=Text(ja="if %s: { %s }", en="if %s: { %s }"),
    between="; ",
)


def spelled(lines: Iterable[Line], write: Write, words: Words, language: Language) -> list[str]:
    """Each outermost line; those inside another stand in its braces."""
    return [_spelled(line, write, words, language) for line in lines]


def _spelled(line: Line, write: Write, words: Words, language: Language) -> str:
    match line:
        case Repeat(index, first, last, inner):
            parts = [*map(write, (index, first, last))]
            template = words.repeat
        case Where(condition, inner):
            parts, template = [write(condition)], words.where
        case Look() | Solve():
            return write(line.shown)
        case _:
            return write(line)
    inside = words.between.join(spelled(inner, write, words, language))
    return template.to(language) % (*parts, inside)


def latex_lines(lines: Iterable[Line], language: Language = "en") -> list[str]:
    """The lines in LaTeX."""
    return spelled(lines, lambda thing: latex(thing, language=language), LATEX, language)


def typst_lines(lines: Iterable[Line], language: Language = "en") -> list[str]:
    """The lines in Typst."""
    return spelled(lines, lambda thing: typst(thing, language=language), TYPST, language)


def plain_lines(lines: Iterable[Line]) -> list[str]:
    """The lines for the terminal."""
    return spelled(lines, plain, PLAIN, "en")
