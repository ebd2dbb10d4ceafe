"""Reads a doubter's claim from plain text. Our own parser: nothing is evaluated as code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches as nearest
from fractions import Fraction

from nnmath.notation.symbol import Sort
from nnmath.proof.growth import (
    EULER,
    FUNCTIONS,
    MAX_DEPTH,
    Read,
    TooMuch,
    add,
    applied,
    bracketed,
    divide,
    multiply,
    negate,
    power,
    subtract,
)
from nnmath.proof.lexer import ParseError, Token, quoted, tokenize
from nnmath.proof.nodes import Comparison, Divide, Node, Number, Relation
from nnmath.proof.statements import Chain
from nnmath.proof.unknowns import spelled_out, variable

__all__ = ["ParseError", "parse_declaration", "parse_expression", "parse_relation"]

COMPARISONS: dict[str, Comparison] = {
    "=": "=",
    "!=": "≠",
    "<": "<",
    "<=": "≤",
    ">": ">",
    ">=": "≥",
}
SUM, PRODUCT, POWER = 1, 2, 3
# Operator: how tightly it holds its left side, its right side, and what it builds.
# To the right where both are equal: 2^3^2 is 2^(3^2).
OPERATORS: dict[str, tuple[int, int, Callable[[Read, Read], Read]]] = {
    "+": (SUM, PRODUCT, add),
    "-": (SUM, PRODUCT, subtract),
    "*": (PRODUCT, POWER, multiply),
    "/": (PRODUCT, POWER, divide),
    "^": (POWER, POWER, power),
}
# Functions that are not here: a near name such as sinh is not what was meant
MISSING = frozenset({"sin", "cos", "tan", "asin", "acos", "atan", "max", "min", "sum", "floor"})
# Names that no reader means as a free variable
REFUSED = frozenset({"pi", "Pi", "Sigma", "inf", "infinity", "oo", "nan", "_"})
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
    members = [parser.expression(SUM).node]
    kinds: list[Comparison] = []
    while parser.token.kind in COMPARISONS:
        kinds.append(COMPARISONS[parser.take().kind])
        members.append(parser.expression(SUM).node)
    parser.finish("an operator or a comparison is expected here")
    if not kinds:
        advice = "write a comparison such as x > 0, or n natural"
        raise ParseError("nothing is compared", parser.token.column, advice)
    if len(kinds) == 1:
        return Relation(members[0], kinds[0], members[1])
    return Chain(tuple(members), tuple(kinds))


def parse_declaration(text: str) -> tuple[str, Sort] | None:
    """Read `n natural`, `n is natural` or `n ∈ ℕ`; None when the text is something else.

    >>> parse_declaration("n natural"), parse_declaration("n > 0")
    (('n', <Sort.NATURAL: 'natural'>), None)
    """
    match = DECLARATION.fullmatch(text) if len(text) <= MAX_DECLARATION else None
    return (spelled_out(match[1]), SORTS[match[2] or match[3]]) if match else None


class Parser:
    """Operator precedence over a list of tokens.

    Args:
        text: What the reader typed.
        declarations: What names range over.
    """

    def __init__(self, text: str, declarations: Mapping[str, Sort]) -> None:
        self.tokens = tokenize(text)
        self.position = 0
        self.declarations = declarations
        self.depth = 0
        # The brackets that are open; inside | |, a bar closes
        self.open: list[str] = []

    @property
    def token(self) -> Token:
        """The next token."""
        return self.tokens[self.position]

    def take(self) -> Token:
        """The next token, and go past it."""
        token = self.token
        # The end stays the next token however often it is taken
        self.position += token.kind != "end"
        return token

    def finish(self, advice: str) -> None:
        """Make sure that nothing is left.

        Raises:
            ParseError: Something is.
        """
        if self.token.kind != "end":
            raise self.unexpected(advice)

    def unexpected(self, advice: str) -> ParseError:
        """The error for the next token."""
        return ParseError(f"unexpected {self.token.shown}", self.token.column, advice)

    def expression(self, floor: int) -> Read:
        """An operand, and the operators behind it that hold at least as tightly as `floor`."""
        self.depth += 1
        if self.depth > 2 * MAX_DEPTH:
            raise ParseError("nested too deeply", self.token.column, "use fewer brackets and signs")
        left = self.operand(floor)
        while True:
            start = self.token
            operator = self.operator(left)
            level, right_level, build = OPERATORS.get(operator, (0, 0, add))
            if level < floor:
                break
            if start.kind == operator:
                self.take()
            left = self.built(start, build, left, self.expression(right_level))
        self.depth -= 1
        return left

    def built(self, at: Token, build: Callable[..., Read], *parts: Read | str) -> Read:
        """A larger part.

        Raises:
            ParseError: It passes a limit.
        """
        try:
            return build(*parts)
        except TooMuch as error:
            raise ParseError(str(error), at.column, "write a smaller expression") from None

    def operator(self, left: Read) -> str:
        """The operator that comes next: * also where factors stand side by side, "" at an end.

        Raises:
            ParseError: What stands side by side is ambiguous.
        """
        kind = self.token.kind
        if kind == "number":
            raise self.unexpected("write an operator before a number, such as *")
        if kind not in ("name", "(", "|") or (kind == "|" and self.open[-1:] == ["|"]):
            return kind
        if isinstance(left.node, Divide) and not left.whole:
            raise self.unexpected("after a division write (a/b)*c or a/(b*c)")
        return "*"

    def operand(self, floor: int) -> Read:
        """A number, a name, a call, a part in brackets, or one of these with a sign.

        Raises:
            ParseError: None of these comes next.
        """
        start = self.take()
        if start.kind == "number":
            value = Fraction(start.digits)
            return Read(Number(value, start.digits), value=float(value))
        if start.kind == "name":
            return self.name(start)
        if start.kind == "(":
            return bracketed(self.enclosed(start, ")"))
        if start.kind == "|":
            return self.built(start, applied, "abs", self.enclosed(start, "|"))
        if start.kind in ("+", "-"):
            inner = self.expression(max(floor, PRODUCT))
            return self.built(start, negate, inner) if start.kind == "-" else inner
        advice = "a number, a name or a bracket is expected here"
        raise ParseError(f"unexpected {start.shown}", start.column, advice)

    def enclosed(self, start: Token, closing: str) -> Read:
        """What stands before the closing bracket, and the bracket.

        Raises:
            ParseError: The bracket is missing.
        """
        self.open.append(start.kind)
        inner = self.expression(SUM)
        self.open.pop()
        if self.token.kind != closing:
            advice = f"{closing!r} is missing for the {start.kind!r} at column {start.column}"
            raise self.unexpected(advice)
        self.take()
        return inner

    def name(self, name: Token) -> Read:
        """A call of a known function, or a variable.

        Raises:
            ParseError: The function is unknown or called without brackets, or the name is refused.
        """
        plain = spelled_out(name.text)
        called = self.token.kind == "("
        if plain in FUNCTIONS:
            return self.call(name, plain)
        if called and not self.token.spaced:
            raise unknown_function(name)
        if plain == "e" and plain not in self.declarations:
            return Read(EULER, depth=2, size=2)
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
        return bracketed(self.built(name, applied, plain, self.enclosed(self.take(), ")")))


def unknown_function(name: Token) -> ParseError:
    """The error for a call of what is no function, with the nearest one that is."""
    near = [] if name.text in MISSING else nearest(name.text[:20], FUNCTIONS, n=1)
    meant = f"did you mean {near[0]!r}? " if near else ""
    known = ", ".join(FUNCTIONS)
    advice = f"{meant}known are {known}; for a product write {quoted(name.text)[1:-1]}*(…)"
    return ParseError(f"unknown function {quoted(name.text)}", name.column, advice)
