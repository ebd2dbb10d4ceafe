"""The walk that all printers share: a table of rules, and brackets by precedence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any, ClassVar, NamedTuple, TypeAlias

from nnmath.proof.nodes import Add, Negate, Node


class UnknownNode(TypeError):
    """A printer has no rule for this kind of node: the set of nodes is closed."""


class NoCode(ValueError):
    """The expression means something, but no program computes it."""


class Level(IntEnum):
    """How firmly a printed piece holds together; each place asks for a least level.

    Statements come first, loosest first, then expressions.
    """

    QUANTIFIED = 1  # A ⇔ B for every x
    IMPLICATION = 2  # A ⇔ B, A ⇒ B
    TAGGED = 3  # a → b for every x, which may stand left of ⇔
    JUNCTION = 4  # A ∧ B, A ∨ B
    NEGATION = 5  # ¬(A)
    RELATION = 6  # a < b
    SUM = 7  # a + b
    SIGN = 8  # −ab
    PRODUCT = 9  # ab
    PREFIX = 10  # d/dx ab: swallows the factors to its right
    SIGNED = 11  # −a: may be the first factor of a product
    POWER = 12  # a², and what needs brackets only when raised to a power
    ATOM = 13  # a, (…), f(…)


class Piece(NamedTuple):
    """A printed node and how firmly it holds together."""

    text: str
    level: Level


Rule: TypeAlias = Callable[[Any, Any], Piece]


class Walk:
    """Prints by looking up each node's type in `rules`; subclasses supply the table."""

    name: str
    rules: ClassVar[Mapping[type, Rule]]

    def piece(self, thing: object) -> Piece:
        """Print one node with its level.

        Raises:
            UnknownNode: The table has no rule for its type.
        """
        rule = self.rules.get(type(thing))
        if rule is None:
            raise UnknownNode(f"{self.name} has no spelling for {type(thing).__name__}")
        return rule(self, thing)

    def free(self, thing: object) -> str:
        """Print where nothing needs brackets."""
        return self.piece(thing).text

    def first(self, thing: object, floor: Level) -> str:
        """Print at the start of an operation, where a leading minus is no trouble."""
        text, level = self.piece(thing)
        return text if level >= floor else self.brackets(text)

    def held(self, thing: object, floor: Level) -> str:
        """Print after an operator: what starts with a minus gets brackets as well."""
        text, level = self.piece(thing)
        return text if level >= floor and text[0] != "-" else self.brackets(text)

    def brackets(self, text: str) -> str:
        """Put round brackets around `text`."""
        return f"({text})"

    def add(self, node: Add) -> Piece:
        """a + b − c."""
        parts = [self.first(node.terms[0], Level.SIGN)]
        parts += [self.later_term(term) for term in node.terms[1:]]
        return Piece("".join(parts), Level.SUM)

    def later_term(self, term: Node) -> str:
        """A term with the sign that joins it to the sum."""
        if isinstance(term, Negate):
            return f" - {self.held(term.operand, Level.PRODUCT)}"
        return f" + {self.held(term, Level.PRODUCT)}"

    def negate(self, node: Negate) -> Piece:
        """−a."""
        return self.negated_piece(self.piece(node.operand))

    def negated_piece(self, operand: Piece) -> Piece:
        """A minus before a piece: tight enough to lead a product when it is a single factor."""
        text, level = operand
        if level < Level.PRODUCT or text[0] == "-":
            text, level = self.brackets(text), Level.ATOM
        return Piece(f"-{text}", Level.SIGNED if level >= Level.POWER else Level.SIGN)
