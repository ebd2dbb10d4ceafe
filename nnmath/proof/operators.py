"""Operator precedence: expressions and comparisons from tokens, whatever names stand for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from fractions import Fraction

from nnmath.notation.symbol import Sort
from nnmath.proof.growth import (
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
from nnmath.proof.lexer import ParseError, Token, tokenize
from nnmath.proof.nodes import Comparison, Divide, Number, Relation
from nnmath.proof.statements import Chain

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


class Operators(ABC):
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

    def comparison(self, advice: str) -> tuple[list[Read], Relation | Chain]:
        """Expressions compared with one another, and the comparison.

        Raises:
            ParseError: There is one expression alone.
        """
        members = [self.expression(SUM)]
        kinds: list[Comparison] = []
        while self.token.kind in COMPARISONS:
            kinds.append(COMPARISONS[self.take().kind])
            members.append(self.expression(SUM))
        if not kinds and self.token.kind in ("end", ",", ")"):
            raise ParseError("nothing is compared", self.token.column, advice)
        if not kinds:
            raise self.unexpected("an operator or a comparison is expected here")
        sides = tuple(member.node for member in members)
        if len(kinds) == 1:
            return members, Relation(sides[0], kinds[0], sides[1])
        return members, Chain(sides, tuple(kinds))

    def built(self, at: Token, build: Callable[..., Read], *parts: object) -> Read:
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

    @abstractmethod
    def name(self, name: Token) -> Read:
        """What a name stands for, with its arguments."""

    def enclosed(self, start: Token, closing: str) -> Read:
        """The expression before the closing bracket, and the bracket."""
        self.open.append(start.kind)
        inner = self.expression(SUM)
        self.close(start, closing)
        return inner

    def close(self, start: Token, closing: str) -> None:
        """Go past the closing bracket.

        Raises:
            ParseError: It is missing.
        """
        self.open.pop()
        if self.token.kind != closing:
            advice = f"{closing!r} is missing for the {start.kind!r} at column {start.column}"
            raise self.unexpected(advice)
        self.take()
