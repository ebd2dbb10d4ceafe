"""Means, integrals, and what is said of chance, as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.printing import law_words
from nnmath.printing.indexed_plain import IndexedPlain
from nnmath.printing.laws import said_of
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import expectations, indexed
from nnmath.proof.laws import Independent, Random
from nnmath.proof.nodes import Node


class ChancePlain(IndexedPlain):
    """Plain text's spellings of what is averaged."""

    def expectation(self, node: expectations.Expectation) -> Piece:
        """E[x](body)."""
        return self.averaged("E", node, node.body)

    def variance(self, node: expectations.Variance) -> Piece:
        """Var[x](body)."""
        return self.averaged("Var", node, node.body)

    def covariance(self, node: expectations.Covariance) -> Piece:
        """Cov[x](first, second)."""
        return self.averaged("Cov", node, node.first, node.second)

    def averaged(self, name: str, node: expectations.Averaged, *parts: Node) -> Piece:
        """A name, what it averages over, and what it averages."""
        over = ", ".join(symbol.code for symbol in node.over)
        return Piece(f"{name}[{over}]({', '.join(map(self.free, parts))})", Level.ATOM)

    def integral(self, node: indexed.Integral) -> Piece:
        """integral[x = a..b] (body)."""
        ends = f"{self.free(node.low)}..{self.free(node.high)}"
        text = f"integral[{self.free(node.index)} = {ends}] ({self.free(node.body)})"
        return Piece(text, Level.PREFIX)

    def random(self, node: Random) -> Piece:
        """w[i, j] random, mean 0, variance v."""
        text = self.free(node.subject) + law_words.RANDOM.en
        for name, nodes in said_of(node):
            listed = ", ".join(map(self.free, nodes))
            text += law_words.WORDS[name].en + (f"({listed})" if len(nodes) > 1 else listed)
        return Piece(text, Level.RELATION)

    def independent(self, node: Independent) -> Piece:
        """w, x independent."""
        members = (", ".join(symbol.code for symbol in member) for member in node.members)
        texts = (f"({t})" if len(m) > 1 else t for m, t in zip(node.members, members, strict=True))
        return Piece(", ".join(texts) + law_words.INDEPENDENT.en, Level.RELATION)

    chance: ClassVar[Mapping[type, Rule]] = {
        expectations.Expectation: expectation,
        expectations.Variance: variance,
        expectations.Covariance: covariance,
        indexed.Integral: integral,
        Random: random,
        Independent: independent,
    }
