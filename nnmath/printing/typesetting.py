"""What LaTeX and Typst share at the bottom: letters, brackets, indices."""

from __future__ import annotations

import re
from functools import reduce

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Language
from nnmath.printing.spelling import Spelling
from nnmath.printing.walk import Level, Walk
from nnmath.proof.nodes import Node, Variable

INSIDE = re.compile(r"[{(][^{}()]*[})]")


class Typesetting(Walk):
    """Sets letters and their indices.

    Args:
        spelling: The display language.
        language: Of the words, where symbols do not do.
        marked: Whether symbols are wrapped for colour and selection.
    """

    def __init__(self, spelling: Spelling, language: Language, marked: bool) -> None:
        self.spelling = spelling
        self.language = language
        self.marked = marked
        self.name = spelling.name

    def brackets(self, text: str) -> str:
        """Brackets that grow where the text is tall."""
        tall = any(sign in text for sign in self.spelling.tall)
        return (self.spelling.tall_brackets if tall else self.spelling.brackets) % text

    def letter(self, symbol: Symbol, ornament: str = "") -> str:
        """A symbol's letter, marked if asked for."""
        return self.mark(symbol, self.spelling.letter(symbol) + ornament)

    def mark(self, symbol: Symbol, text: str) -> str:
        """A text that belongs to a symbol, marked if asked for."""
        return self.spelling.mark(symbol, text) if self.marked else text

    def level(self, symbol: Symbol) -> Level:
        """How firmly a letter holds: w′ and w^⋆ need brackets below another exponent."""
        outside = INSIDE.sub("", self.spelling.letter(symbol))
        return Level.POWER if {"^", "'"} & {*outside} else Level.ATOM

    def below(
        self, nucleus: str, symbol: Symbol, indices: tuple[Node, ...], apart: bool = False
    ) -> str:
        """W_t, W_{ij}; nucleus and indices are marked apart, so that an exponent stays above.

        Args:
            nucleus: What has the indices.
            symbol: Whose role colours them.
            indices: What stands below.
            apart: Whether commas part them in any case.
        """
        listed = self.listed(indices, apart)
        short = len(listed) == 1 and not self.marked
        template = self.spelling.index if short else self.spelling.long_index
        return template % (nucleus, self.mark(symbol, listed))

    def listed(self, indices: tuple[Node, ...], apart: bool = False) -> str:
        """Letters side by side; commas where an index is longer than a letter, or as asked."""
        texts = [self.tight(index) for index in indices]
        if not apart and all(isinstance(index, Variable) for index in indices):
            return reduce(self.spelling.beside, texts)
        return self.spelling.between.join(texts)

    def tight(self, node: Node) -> str:
        """An expression in small print."""
        return self.free(node).replace(" + ", "+").replace(" - ", "-")
