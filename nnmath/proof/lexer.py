"""Cuts a reader's plain text into tokens; what it does not know is an error, never code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_LENGTH = 2000
MAX_DIGITS = 60

VULGAR = {
    sign: unicodedata.normalize("NFKC", sign).replace("\u2044", "/") for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
}
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# One character for one, so that columns still count what was typed: full-width forms as a
# Japanese keyboard gives them, subscripts, and the several signs for minus, times and divided by
PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    "\u3000₀₁₂₃₄₅₆₇₈₉−–×·⋅∗÷∣µϵϑϕς", " 0123456789--****/|μεθφσ"
)
SAME = {"**": "^", "==": "=", "≠": "!=", "≤": "<=", "≥": ">=", "≦": "<=", "≧": ">="}

PATTERN = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      | (?P<name>[ΓΔΘΛΞΠΣΦΨΩα-ω](?:_?[0-9]+|_[A-Za-z]+)?|[A-Za-z_][A-Za-z0-9_]*)
      | (?P<superscript>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
      | (?P<sign>\*\*|[<>!=]=|[-+*/^()|<>=≠≤≥≦≧,])""",
    re.VERBOSE,
)


class ParseError(ValueError):
    """The text is no claim that can be read: one line with what, where and what to do.

    Args:
        problem: What is wrong.
        column: Where, counted from 1.
        advice: What to do.
    """

    def __init__(self, problem: str, column: int, advice: str) -> None:
        super().__init__(f"{problem} at column {column}: {advice}")
        self.column = column


@dataclass(frozen=True)
class Token:
    """A word of the text.

    Args:
        kind: `number`, `name`, `end`, or the sign itself.
        text: What was typed, in plain spelling.
        column: Where it begins, counted from 1.
        spaced: Whether white space precedes it.
    """

    kind: str
    text: str
    column: int
    spaced: bool

    @property
    def digits(self) -> str:
        """A number as `Fraction` reads it: ½ is 1/2."""
        return VULGAR.get(self.text, self.text)

    @property
    def shown(self) -> str:
        """The token as messages quote it."""
        return "the end" if self.kind == "end" else quoted(self.text)


def quoted(text: str) -> str:
    """A short quotation on one line."""
    return repr(text if len(text) <= 20 else f"{text[:20]}…")


def tokenize(text: str) -> list[Token]:
    """Cut the text into tokens, with an `end` token last.

    Raises:
        ParseError: The text is too long, or has a character or a number that no claim needs.

    >>> [token.text for token in tokenize("2η ≤ x²")]
    ['2', 'η', '<=', 'x', '²', '2', '']
    """
    if len(text) > MAX_LENGTH:
        raise ParseError("the text is too long", MAX_LENGTH, f"at most {MAX_LENGTH} characters")
    source = text.translate(PLAIN)
    tokens: list[Token] = []
    position, spaced = 0, False
    while position < len(source):
        match = PATTERN.match(source, position)
        if match is None:
            raise unexpected(text[position], position + 1)
        kind, word = str(match.lastgroup), match.group()
        if kind != "space":
            tokens.extend(made(kind, word, position + 1, spaced))
        spaced, position = kind == "space", match.end()
    return [*tokens, Token("end", "", len(source) + 1, spaced)]


def made(kind: str, word: str, column: int, spaced: bool) -> list[Token]:
    """The tokens of one word: one, but x⁻² is x ^ - 2."""
    if kind == "superscript":
        sign, digits = word[: word[0] == "⁻"], word.lstrip("⁻").translate(SUPERSCRIPTS)
        minus = [Token("-", sign, column, False)] if sign else []
        return [Token("^", word, column, spaced), *minus, *made("number", digits, column, False)]
    if kind == "number":
        check_digits(word, column)
    word = SAME.get(word, word)
    return [Token(word if kind == "sign" else kind, word, column, spaced)]


def check_digits(word: str, column: int) -> None:
    """Refuse a number that is too long to be written out.

    Raises:
        ParseError: It is.
    """
    if word in VULGAR:
        return
    digits, _, exponent = word.lower().partition("e")
    if len(digits) > MAX_DIGITS or len(exponent) > 4 or abs(int(exponent or 0)) > MAX_DIGITS:
        advice = f"at most {MAX_DIGITS} digits"
        raise ParseError(f"the number {quoted(word)} is too long", column, advice)


def unexpected(character: str, column: int) -> ParseError:
    """The error for a character outside the alphabet."""
    advice = "use round brackets" if character in "[]{}" else "use names, numbers, + - * / ^ ( ) |"
    return ParseError(f"unexpected character {character!r}", column, advice)
