"""The walk that LaTeX and Typst share; what differs between them is data in a `Spelling`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import ClassVar

from nnmath.notation import symbols
from nnmath.printing.chance_display import ChanceDisplay
from nnmath.printing.indexed_display import IndexedDisplay
from nnmath.printing.juxtaposition import is_matrix
from nnmath.printing.numerals import as_number, numeral
from nnmath.printing.walk import Level, Piece, Rule, Walk
from nnmath.proof import nodes, statements
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Node, Number, Variable
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.special import Constant
from nnmath.proof.tree import walk


class Display(IndexedDisplay, ChanceDisplay):
    """Prints expressions and statements for the eye."""

    def number(self, node: Number) -> Piece:
        """The author's spelling; a fraction is set as one."""
        sign, numerator, denominator = numeral(node)
        if denominator:
            text = sign + self.spelling.fraction % (numerator, denominator)
            return Piece(text, Level.SIGNED if sign else Level.POWER)
        return Piece(sign + numerator, Level.SIGNED if sign else Level.ATOM)

    def variable(self, node: Variable) -> Piece:
        """W."""
        return Piece(self.letter(node.symbol), self.level(node.symbol))

    def constant(self, node: Constant) -> Piece:
        """π."""
        return Piece(self.letter(node.symbol), Level.ATOM)

    def element(self, node: nodes.Element) -> Piece:
        """W_t."""
        text = self.below(self.letter(node.sequence), node.sequence, (node.index,))
        return Piece(text, self.level(node.sequence))

    def multiply(self, node: nodes.Multiply) -> Piece:
        """Factors side by side, with a dot where digits would run together and behind a matrix,
        where a factor would be taken for one more matrix."""
        first, *middle, last = node.factors
        texts = [self.first(first, Level.SIGNED)]
        texts += [self.held(factor, Level.POWER) for factor in middle]
        texts.append(self.last_factor(last))
        product = texts[0]
        for (left, right), text in zip(pairwise(node.factors), texts[1:], strict=True):
            digits = text[0].isdigit() or (is_of_digits(left) and is_of_digits(right))
            sign = self.spelling.dot if digits or is_matrix(left) else ""
            product = product + sign + text if sign else self.spelling.glue(product, text)
        return Piece(product, Level.PRODUCT)

    def last_factor(self, node: Node) -> str:
        """The last factor: ηXW needs no brackets."""
        if isinstance(node, nodes.MatrixProduct) and is_matrix(node.factors[0]):
            return self.free(node)
        return self.held(node, Level.PREFIX)

    def divide(self, node: nodes.Divide) -> Piece:
        """A fraction."""
        parts = (self.free(node.numerator), self.free(node.denominator))
        return Piece(self.spelling.fraction % parts, Level.POWER)

    def power(self, node: nodes.Power) -> Piece:
        """base^exponent."""
        parts = (self.held(node.base, Level.ATOM), self.exponent(node.exponent))
        return Piece(self.spelling.power % parts, Level.POWER)

    def exponent(self, node: Node) -> str:
        """In an exponent a fraction of numerals is set on the line: x^{1/2}, x^{-1/2}."""
        negated = isinstance(node, nodes.Negate)
        number = as_number(node.operand if isinstance(node, nodes.Negate) else node)
        if not isinstance(number, Number) or (negated and number.value < 0):
            return self.free(node)
        sign, *parts = numeral(number)
        return ("-" if negated else sign) + self.spelling.slash.join(filter(None, parts))

    def apply(self, node: nodes.Apply) -> Piece:
        """E′(W), or the notation that a function has of its own."""
        own = notation(node)
        if own is not None:
            template, level = own
            return Piece(getattr(self.spelling, template) % self.free(node.arguments[0]), level)
        head = self.letter(node.function.spelled, "'" * node.function.primes)
        return Piece(self.called(head, node.arguments), Level.ATOM)

    def limit(self, node: nodes.Limit) -> Piece:
        """lim_{h→0} body."""
        body = self.held(node.body, Level.PRODUCT)
        parts = (self.free(node.variable), self.free(node.point), body)
        return Piece(self.spelling.limit % parts, Level.PREFIX)

    def infinity(self, node: nodes.Infinity) -> Piece:
        """∞."""
        return Piece(self.spelling.infinity, Level.ATOM)

    def piecewise(self, node: Piecewise) -> Piece:
        """Each value with its condition beside it, one below the other."""
        pairs = zip(node.values, node.conditions, strict=True)
        cases = (self.spelling.case % (self.free(v), self.free(c)) for v, c in pairs)
        return Piece(self.spelling.cases % self.spelling.next_case.join(cases), Level.SUM)

    def relation(self, node: nodes.Relation) -> Piece:
        """a = b."""
        return self.compared((node.left, node.right), (node.kind,))

    def chain(self, node: statements.Chain) -> Piece:
        """a < b ≤ c."""
        return self.compared(node.members, node.kinds)

    def compared(self, members: tuple[Node, ...], kinds: tuple[nodes.Comparison, ...]) -> Piece:
        """Members with the signs between them."""
        text = self.free(members[0])
        for kind, member in zip(kinds, members[1:], strict=True):
            text += f" {self.spelling.comparisons[kind]} {self.free(member)}"
        return Piece(text, Level.RELATION)

    def conjunction(self, node: statements.And) -> Piece:
        """A and B."""
        return self.junction(node.parts, self.spelling.conjunction.to(self.language))

    def disjunction(self, node: statements.Or) -> Piece:
        """A or B."""
        return self.junction(node.parts, self.spelling.disjunction.to(self.language))

    def junction(self, parts: tuple[statements.Statement, ...], word: str) -> Piece:
        """Parts with one word between them; “and” beside “or” is never left to precedence."""
        return Piece(word.join(self.first(part, Level.NEGATION) for part in parts), Level.JUNCTION)

    def negation(self, node: statements.Not) -> Piece:
        """¬(A), or an arrow struck through."""
        if isinstance(node.statement, statements.Tends):
            return self.tends(node.statement, self.spelling.tends_not)
        text = self.brackets(self.free(node.statement))
        return Piece(self.spelling.negation % text, Level.NEGATION)

    def implies(self, node: statements.Implies) -> Piece:
        """A ⇒ B."""
        return self.implication(node.premise, self.spelling.implication, node.conclusion)

    def iff(self, node: statements.Iff) -> Piece:
        """A ⇔ B."""
        return self.implication(node.left, self.spelling.equivalence, node.right)

    def implication(
        self, left: statements.Statement, sign: str, right: statements.Statement
    ) -> Piece:
        """Two statements with an arrow between them."""
        text = self.first(left, Level.TAGGED) + sign + self.first(right, Level.JUNCTION)
        return Piece(text, Level.IMPLICATION)

    def for_all(self, node: statements.ForAll) -> Piece:
        """A for every W_0, t: after the statement in English, before it in Japanese."""
        variables = [node.variable]
        while isinstance(node.statement, statements.ForAll):
            node = node.statement
            variables.append(node.variable)
        text, level = self.piece(node.statement)
        words = self.spelling.for_all.to(self.language)
        said = words % {"variables": ", ".join(map(self.free, variables)), "statement": text}
        # Words in front reach to the end of the line, so only words behind may be left of ⇔
        tagged = self.language == "en" and level == Level.RELATION
        return Piece(said, Level.TAGGED if tagged else Level.QUANTIFIED)

    def tends(self, node: statements.Tends, template: str = "") -> Piece:
        """body → limit (index → ∞)."""
        parts = (self.free(node.body), self.free(node.limit), self.free(node.index))
        return Piece((template or self.spelling.tends) % parts, Level.RELATION)

    def assign(self, node: statements.Assign) -> Piece:
        """target ← value."""
        text = self.free(node.target) + self.spelling.assignment + self.free(node.value)
        return Piece(text, Level.RELATION)

    def recurrence(self, node: statements.Recurrence) -> Piece:
        """W_{t+1} = following (t = 0, 1, 2, …)."""
        left = self.free(node.sequence[node.index + 1])
        parts = (left, self.free(node.following), self.free(node.index))
        return Piece(self.spelling.recurrence % parts, Level.RELATION)

    rules: ClassVar[Mapping[type, Rule]] = {
        **IndexedDisplay.indexed,
        **ChanceDisplay.chance,
        Number: number,
        Variable: variable,
        Constant: constant,
        nodes.Element: element,
        nodes.Add: Walk.add,
        nodes.Negate: Walk.negate,
        nodes.Multiply: multiply,
        nodes.Divide: divide,
        nodes.Power: power,
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


# A function with a notation of its own: the template, and how firmly the result holds
NOTATIONS: Mapping[str, tuple[str, Level]] = {
    symbols.EXPONENTIAL.id: ("exponential", Level.POWER),
    symbols.SQUARE_ROOT.id: ("root", Level.ATOM),
    symbols.ABSOLUTE_VALUE.id: ("absolute", Level.ATOM),
}
# e^Z and |Z| of a matrix would be its exponential and its determinant, not those of its entries
OF_NUMBERS = (symbols.EXPONENTIAL.id, symbols.ABSOLUTE_VALUE.id)


def notation(node: nodes.Apply) -> tuple[str, Level] | None:
    """The notation that a function is written in instead of its name, as √ is; None for a name."""
    name = node.function.symbol.id
    if node.function.primes or len(node.arguments) != 1 or name not in NOTATIONS:
        return None
    if name in OF_NUMBERS and is_matrix(node.arguments[0]):
        return None
    return NOTATIONS[name]


def is_of_digits(node: Node) -> bool:
    """Whether no letter occurs in the expression: 2·3, but 2π."""
    return is_numeric(node) and not any(isinstance(part, Constant) for part in walk(node))


def is_numeric(node: Node) -> bool:
    """Whether no symbol occurs in the expression."""
    return not any(
        isinstance(part, (Variable, nodes.Element, nodes.Infinity, Tensor)) for part in walk(node)
    )
