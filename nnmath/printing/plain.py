"""Expressions and statements as plain text, as the command line reads and prints them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.printing.chance_plain import ChancePlain
from nnmath.printing.code import Code
from nnmath.printing.indexed_plain import IndexedPlain
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import matrices, nodes, statements
from nnmath.proof.nodes import Node
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.special import Constant
from nnmath.proof.statements import Hypothesis

COMPARISONS = {"=": "=", "≠": "!=", "<": "<", "≤": "<=", ">": ">", "≥": ">="}


def plain(thing: Node | Hypothesis) -> str:
    """Print for the terminal; `nnmath.proof.parser` reads expressions and relations back that have
    no indices.

    Raises:
        UnknownNode: A node is not of the closed set.

    >>> from nnmath.notation.symbols import WEIGHT
    >>> from nnmath.proof.nodes import Variable
    >>> plain(2 * Variable(WEIGHT) ** 2 > 0)
    '2*W^2 > 0'
    """
    return Plain().free(thing)


class Plain(ChancePlain):
    """Plain text's spellings."""

    name = "plain text"
    raised = "%s^%s"

    def multiply(self, node: nodes.Multiply) -> Piece:
        """a*b; a product written inside a product keeps its brackets."""
        texts = [self.first_factor(node.factors[0])]
        texts += [self.held(factor, Level.POWER) for factor in node.factors[1:]]
        return Piece("*".join(texts), Level.PRODUCT)

    def first_factor(self, node: Node) -> str:
        """A quotient may lead a product without brackets, another product may not."""
        floor = Level.PRODUCT if isinstance(node, nodes.Divide) else Level.SIGNED
        return self.first(node, floor)

    def divide(self, node: nodes.Divide) -> Piece:
        """a/b."""
        # X @ W/2 would look as if W were halved
        spaced = isinstance(node.numerator, (nodes.MatrixProduct, matrices.Hadamard))
        numerator = self.first(node.numerator, Level.POWER if spaced else Level.PRODUCT)
        return Piece(f"{numerator}/{self.held(node.denominator, Level.POWER)}", Level.PRODUCT)

    def number(self, node: nodes.Number) -> Piece:
        """The author's spelling."""
        text, level = super().number(node)
        return Piece(text.replace(" ", ""), level)

    def variable(self, node: nodes.Variable) -> Piece:
        """W."""
        return Piece(node.symbol.code, Level.ATOM)

    def constant(self, node: Constant) -> Piece:
        """pi."""
        return Piece(node.symbol.code, Level.ATOM)

    def element(self, node: nodes.Element) -> Piece:
        """W[t]."""
        return Piece(f"{node.sequence.code}[{self.free(node.index)}]", Level.ATOM)

    def apply(self, node: nodes.Apply) -> Piece:
        """f'(x)."""
        head = node.function.symbol.code + "'" * node.function.primes
        return Piece(f"{head}({', '.join(map(self.free, node.arguments))})", Level.ATOM)

    def limit(self, node: nodes.Limit) -> Piece:
        """lim[h -> 0] (body)."""
        where = f"{self.free(node.variable)} -> {self.free(node.point)}"
        return Piece(f"lim[{where}] ({self.free(node.body)})", Level.PREFIX)

    def infinity(self, node: nodes.Infinity) -> Piece:
        """∞."""
        return Piece("∞", Level.ATOM)

    def piecewise(self, node: Piecewise) -> Piece:
        """cases(a, x < 0, b, x >= 0): each value and its condition."""
        pairs = zip(node.values, node.conditions, strict=True)
        cases = (f"{self.free(value)}, {self.free(condition)}" for value, condition in pairs)
        return Piece(f"cases({', '.join(cases)})", Level.ATOM)

    def relation(self, node: nodes.Relation) -> Piece:
        """a = b."""
        return self.chain(statements.Chain((node.left, node.right), (node.kind,)))

    def chain(self, node: statements.Chain) -> Piece:
        """a < b <= c."""
        text = self.free(node.members[0])
        for kind, member in zip(node.kinds, node.members[1:], strict=True):
            text += f" {COMPARISONS[kind]} {self.free(member)}"
        return Piece(text, Level.RELATION)

    def conjunction(self, node: statements.And) -> Piece:
        """A and B."""
        return self.joined(" and ", node.parts, Level.JUNCTION)

    def disjunction(self, node: statements.Or) -> Piece:
        """A or B."""
        return self.joined(" or ", node.parts, Level.JUNCTION)

    def negation(self, node: statements.Not) -> Piece:
        """not (A)."""
        return Piece(f"not ({self.free(node.statement)})", Level.NEGATION)

    def implies(self, node: statements.Implies) -> Piece:
        """A => B."""
        return self.joined(" => ", (node.premise, node.conclusion), Level.IMPLICATION)

    def iff(self, node: statements.Iff) -> Piece:
        """A <=> B."""
        return self.joined(" <=> ", (node.left, node.right), Level.IMPLICATION)

    def joined(self, sign: str, parts: tuple[statements.Statement, ...], level: Level) -> Piece:
        """Parts with a sign between them; what is no firmer than the whole gets brackets."""
        floor = Level(level + 1)
        return Piece(sign.join(self.first(part, floor) for part in parts), level)

    def for_all(self, node: statements.ForAll) -> Piece:
        """∀ W: A."""
        text = f"∀ {self.free(node.variable)}: {self.free(node.statement)}"
        return Piece(text, Level.QUANTIFIED)

    def tends(self, node: statements.Tends) -> Piece:
        """a -> b (t -> ∞)."""
        text = f"{self.free(node.body)} -> {self.free(node.limit)} ({self.free(node.index)} -> ∞)"
        return Piece(text, Level.RELATION)

    def assign(self, node: statements.Assign) -> Piece:
        """target <- value."""
        return Piece(f"{self.free(node.target)} <- {self.free(node.value)}", Level.RELATION)

    def recurrence(self, node: statements.Recurrence) -> Piece:
        """W[t + 1] = following (t = 0, 1, 2, …)."""
        left, index = self.free(node.sequence[node.index + 1]), self.free(node.index)
        text = f"{left} = {self.free(node.following)} ({index} = 0, 1, 2, …)"
        return Piece(text, Level.RELATION)

    rules: ClassVar[Mapping[type, Rule]] = {
        **Code.arithmetic,
        **IndexedPlain.indexed,
        **ChancePlain.chance,
        nodes.Number: number,
        nodes.Multiply: multiply,
        nodes.Divide: divide,
        nodes.Variable: variable,
        Constant: constant,
        nodes.Element: element,
        nodes.Apply: apply,
        nodes.Limit: limit,
        nodes.Infinity: infinity,
        Piecewise: piecewise,
        nodes.Relation: relation,
        statements.Chain: chain,
        statements.And: conjunction,
        statements.Or: disjunction,
        statements.Not: negation,
        statements.Implies: implies,
        statements.Iff: iff,
        statements.ForAll: for_all,
        statements.Tends: tends,
        statements.Assign: assign,
        statements.Recurrence: recurrence,
    }
