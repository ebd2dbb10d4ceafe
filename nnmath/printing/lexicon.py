"""Cuts printed LaTeX or Typst into the tokens that one grammar reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nnmath.printing.scope import Scope


class ReadError(ValueError):
    """The text is not of the language that the printer writes."""


@dataclass(frozen=True)
class Word:
    """What a piece of text means.

    Args:
        kinds: The tokens that it stands for.
        closing: For an opening bracket, the token that its bracket's end stands for.
        between: The tokens that a comma inside it stands for, when not a comma.
    """

    kinds: tuple[str, ...]
    closing: str = ""
    between: tuple[str, ...] = (",",)


@dataclass(frozen=True)
class Token:
    """A token of the grammar: `number`, `letter`, or a sign that stands for itself."""

    kind: str
    text: str


@dataclass(frozen=True)
class Lexicon:
    """A display language, as the reader knows it.

    Args:
        words: Every word but the symbols; white space is skipped, unknown text is an error.
        ends: Matches a word that no letter may follow.
        close: The bracket that ends what a word with `closing` began.
    """

    words: Mapping[str, Word]
    ends: re.Pattern[str] = re.compile("[A-Za-z]$")
    close: str = ")"

    def tokens(self, text: str, scope: Scope) -> list[Token]:
        """Cut the text into tokens, with an `end` token last.

        Raises:
            ReadError: Some of it is no word of the language.
        """
        letters = re.compile(f"(?P<letter>{self.any_of(scope.spellings)})")
        tokens: list[Token] = []
        opened: list[Word] = []
        position = 0
        while position < len(text):
            match = letters.match(text, position) or self.fixed.match(text, position)
            if match is None:
                raise ReadError(f"unknown text {text[position:][:30]!r}")
            position = match.end()
            if match.lastgroup == "word":
                kinds = self.meaning(match.group(), opened)
                tokens += [Token(kind, match.group()) for kind in kinds]
            elif match.lastgroup:
                tokens.append(Token(match.lastgroup, match.group()))
        return [*tokens, Token("end", "")]

    @cached_property
    def fixed(self) -> re.Pattern[str]:
        """All but the letters, which are another formula's in each scope."""
        return re.compile(
            rf"\s+|(?P<word>{self.any_of(self.words)})|(?P<number>[0-9]+(?:\.[0-9]+)?)"
        )

    def meaning(self, text: str, opened: list[Word]) -> tuple[str, ...]:
        """The tokens of a word, which may depend on the brackets around it."""
        if text == self.close and opened:
            return (opened.pop().closing,)
        if text == "," and opened:
            return opened[-1].between
        word = self.words[text]
        if word.closing:
            opened.append(word)
        return word.kinds

    def any_of(self, words: Mapping[str, Word] | set[str]) -> str:
        """A pattern for any of the words, the longest first."""
        longest = sorted(words, key=len, reverse=True)
        patterns = (
            re.escape(word) + ("(?![A-Za-z])" if self.ends.search(word) else "") for word in longest
        )
        return "|".join(patterns) or "(?!)"
