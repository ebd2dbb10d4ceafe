"""Reads a doubter's claim from plain text. Our own parser: nothing is evaluated as code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches as nearest

from nnmath.notation.symbol import Sort
from nnmath.proof.growth import EULER, FUNCTIONS, OF_TWO, Read, applied, bracketed, by_cases
from nnmath.proof.lexer import ParseError, Token, quoted
from nnmath.proof.nodes import Node, Relation
from nnmath.proof.operators import SUM, Operators
from nnmath.proof.special import PI
from nnmath.proof.statements import Chain
from nnmath.proof.unknowns import spelled_out, variable

__all__ = ["ParseError", "parse_declaration", "parse_expression", "parse_relation"]

# Functions that are not here: a near name such as sinh is not what was meant
MISSING = frozenset({"sin", "tan", "asin", "acos", "atan", "sum", "floor"})
# Names that no reader means as a free variable
REFUSED = frozenset({"Pi", "Sigma", "inf", "infinity", "oo", "nan", "_"})
MAX_DECLARATION = 100
DECLARATION = re.compile(
    r"\s*([^\W\d]\w*)\s*(?:(?:\s|\sis\s+)(natural|real)|(?:∈|\sin\s)\s*(ℕ|ℝ|N|R))\s*"
)
SORTS = {
    **dict.fromkeys(("natural", "ℕ", "N"), Sort.NATURAL),
    **dict.fromkeys(("real", "ℝ", "R"), Sort.REAL),
}


def parse_expression(text: str, declarations: Mapping[str, Sort] | None = None) -> Node:
    """Read an expression.

    Args:
        text: `2*sigmoid(2*x) - 1`, `(1 - 2η)^t`, `|x|`, …
        declarations: What names range over; without, the real numbers or as the registry says.

    Raises:
        ParseError: One line: what is wrong, where, and what to do.

    >>> parse_expression("2x").factors[0]
    Number(value=Fraction(2, 1), spelling='2')
    >>> parse_expression("__import__('os')")
    Traceback (most recent call last):
    nnmath.proof.lexer.ParseError: unexpected character "'" at column 12: ...
    """
    parser = Parser(text, declarations or {})
    node = parser.expression(SUM).node
    parser.finish("one expression is expected here, without a comparison")
    return node


def parse_relation(text: str, declarations: Mapping[str, Sort] | None = None) -> Relation | Chain:
    """Read a comparison, `x > 0`, or a chain of them, `0 < eta < 1`.

    Raises:
        ParseError: One line: what is wrong, where, and what to do.

    >>> parse_relation("k != 1").kind, parse_relation("0 < eta ≤ 1").kinds
    ('≠', ('<', '≤'))
    """
    parser = Parser(text, declarations or {})
    _, relation = parser.comparison("write a comparison such as x > 0, or n natural")
    parser.finish("an operator or a comparison is expected here")
    return relation


def parse_declaration(text: str) -> tuple[str, Sort] | None:
    """Read `n natural`, `n is natural` or `n ∈ ℕ`; None when the text is something else.

    >>> parse_declaration("n natural"), parse_declaration("n > 0")
    (('n', <Sort.NATURAL: 'natural'>), None)
    """
    match = DECLARATION.fullmatch(text) if len(text) <= MAX_DECLARATION else None
    return (spelled_out(match[1]), SORTS[match[2] or match[3]]) if match else None


class Parser(Operators):
    """Reads names: functions with their arguments, cases, and variables."""

    def name(self, name: Token) -> Read:
        """A call of a known function, or a variable.

        Raises:
            ParseError: The function is unknown or called without brackets, or the name is refused.
        """
        plain = spelled_out(name.text)
        called = self.token.kind == "("
        if plain in FUNCTIONS:
            return self.call(name, plain)
        if plain == "cases" and called:
            return self.cases()
        if called and not self.token.spaced:
            raise unknown_function(name)
        if plain == "e" and plain not in self.declarations:
            return Read(EULER, depth=2, size=2)
        if plain == "pi" and plain not in self.declarations:
            return Read(PI)
        if plain in REFUSED or plain[0] == "_":
            advice = "use another name, which begins with a letter, for a variable"
            raise ParseError(f"{quoted(name.text)} is not supported", name.column, advice)
        return Read(variable(plain, self.declarations))

    def call(self, name: Token, plain: str) -> Read:
        """A known function at its argument.

        Raises:
            ParseError: The argument has no brackets.
        """
        if self.token.kind != "(":
            raise self.unexpected(f"write {plain}(…): a function takes its argument in brackets")
        start = self.take()
        self.open.append(start.kind)
        parts = [self.expression(SUM)]
        if plain in OF_TWO:
            self.comma(f"write {plain}(a, b): it takes two arguments")
            parts.append(self.expression(SUM))
        self.close(start, ")")
        return bracketed(self.built(name, applied, plain, *parts))

    def comma(self, advice: str) -> None:
        """Go past a comma.

        Raises:
            ParseError: There is none.
        """
        if self.token.kind != ",":
            raise self.unexpected(advice)
        self.take()

    def cases(self) -> Read:
        """Values and conditions by turns: cases(0, x < 0, x, x >= 0)."""
        start = self.take()
        self.open.append(start.kind)
        found: list[tuple[Read, list[Read], Relation | Chain]] = []
        while not found or self.token.kind == ",":
            if found:
                self.take()
            value = self.expression(SUM)
            self.comma("write a value and its condition: cases(0, x < 0, x, x >= 0)")
            found.append((value, *self.comparison("write a condition such as x > 0")))
        self.close(start, ")")
        return bracketed(self.built(start, by_cases, found))


def unknown_function(name: Token) -> ParseError:
    """The error for a call of what is no function, with the nearest one that is."""
    near = [] if name.text in MISSING else nearest(name.text[:20], FUNCTIONS, n=1)
    meant = f"did you mean {near[0]!r}? " if near else ""
    known = ", ".join(FUNCTIONS)
    advice = f"{meant}known are {known}; for a product write {quoted(name.text)[1:-1]}*(…)"
    return ParseError(f"unknown function {quoted(name.text)}", name.column, advice)
