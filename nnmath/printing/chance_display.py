"""How LaTeX and Typst set means, integrals, and what is said of chance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.notation.symbol import Symbol
from nnmath.printing import law_words
from nnmath.printing.laws import said_of
from nnmath.printing.typesetting import Typesetting
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import expectations, indexed
from nnmath.proof.laws import Independent, Random
from nnmath.proof.nodes import Node


class ChanceDisplay(Typesetting):
    """Sets what is averaged over chance, and integrals."""

    def expectation(self, node: expectations.Expectation) -> Piece:
        """𝔼_x[body]."""
        return self.averaged(self.spelling.expectation, node, (node.body,))

    def variance(self, node: expectations.Variance) -> Piece:
        """Var_x[body]."""
        return self.averaged(self.spelling.variance, node, (node.body,))

    def covariance(self, node: expectations.Covariance) -> Piece:
        """Cov_x[first, second]."""
        return self.averaged(self.spelling.covariance, node, (node.first, node.second))

    def averaged(self, sign: str, node: expectations.Averaged, parts: tuple[Node, ...]) -> Piece:
        """A sign with what it averages over below, and what it averages in square brackets."""
        below = ", ".join(map(self.named, node.over))
        text = self.spelling.between.join(map(self.free, parts))
        tall = any(each in text for each in self.spelling.tall)
        square = (self.spelling.tall_square if tall else self.spelling.square) % text
        return Piece(self.spelling.long_index % (sign, below) + square, Level.ATOM)

    def named(self, symbol: Symbol) -> str:
        """A random quantity by its letter, which is bold where it is a vector or a matrix."""
        letter = self.spelling.letter(symbol)
        return self.mark(symbol, self.spelling.whole % letter if symbol.shape else letter)

    def integral(self, node: indexed.Integral) -> Piece:
        """∫_a^b body dx."""
        ends = (self.tight(node.low), self.tight(node.high))
        body = self.held(node.body, Level.PRODUCT)
        text = self.spelling.integral % (*ends, body, self.free(node.index))
        return Piece(text, Level.PREFIX)

    def random(self, node: Random) -> Piece:
        """w_{ij} random, mean 0, variance v, independent of one another."""
        text = self.free(node.subject) + self.said("random")
        for name, nodes in said_of(node):
            listed = ", ".join(map(self.free, nodes))
            text += self.said(name) + (f" {self.brackets(listed)}" if len(nodes) > 1 else listed)
        return Piece(text, Level.RELATION)

    def independent(self, node: Independent) -> Piece:
        """w, x independent; what may hang together stands in brackets."""
        members = (", ".join(map(self.named, member)) for member in node.members)
        texts = (f"({t})" if len(m) > 1 else t for m, t in zip(node.members, members, strict=True))
        return Piece(", ".join(texts) + self.said("independent"), Level.RELATION)

    def said(self, name: str) -> str:
        """Words in the text's own language."""
        return self.spelling.words % law_words.ALL[name].to(self.language)

    chance: ClassVar[Mapping[type, Rule]] = {
        expectations.Expectation: expectation,
        expectations.Variance: variance,
        expectations.Covariance: covariance,
        indexed.Integral: integral,
        Random: random,
        Independent: independent,
    }
