"""The walk that LaTeX and Typst share; what differs between them is data in a `Spelling`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import ClassVar

from nnmath.notation import symbols
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Language
from nnmath.printing.numerals import as_number, numeral
from nnmath.printing.spelling import Spelling
from nnmath.printing.walk import Level, Piece, Rule, Walk
from nnmath.proof import nodes, statements
from nnmath.proof.nodes import Node, Number, Variable
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.special import Constant


class Display(Walk):
    """Prints expressions and statements for the eye.

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
        text = self.spelling.letter(symbol) + ornament
        return self.spelling.mark(symbol, text) if self.marked else text

    def number(self, node: Number) -> Piece:
        """The author's spelling; a fraction is set as one."""
        sign, numerator, denominator = numeral(node)
        if denominator:
            text = sign + self.spelling.fraction % (numerator, denominator)
            return Piece(text, Level.SIGNED if sign else Level.POWER)
        return Piece(sign + numerator, Level.SIGNED if sign else Level.ATOM)

    def variable(self, node: Variable) -> Piece:
        """W."""
        return Piece(self.letter(node.symbol), Level.ATOM)

    def constant(self, node: Constant) -> Piece:
        """π."""
        return Piece(self.letter(node.symbol), Level.ATOM)

    def element(self, node: nodes.Element) -> Piece:
        """W_t; nucleus and index are marked apart, so that an exponent stays above the index."""
        index = self.free(node.index).replace(" + ", "+").replace(" - ", "-")
        template = self.spelling.index if len(index) == 1 else self.spelling.long_index
        if self.marked:
            index = self.spelling.mark(node.sequence, index)
            template = self.spelling.long_index
        return Piece(template % (self.letter(node.sequence), index), Level.ATOM)

    def multiply(self, node: nodes.Multiply) -> Piece:
        """Factors side by side, with a dot where digits would run together."""
        first, *middle, last = node.factors
        texts = [self.first(first, Level.SIGNED)]
        texts += [self.held(factor, Level.POWER) for factor in middle]
        texts += [self.held(last, Level.PREFIX)]
        product = texts[0]
        for (left, right), text in zip(pairwise(node.factors), texts[1:], strict=True):
            dotted = text[0].isdigit() or (is_of_digits(left) and is_of_digits(right))
            product = product + self.spelling.dot + text if dotted else self.glued(product, text)
        return Piece(product, Level.PRODUCT)

    def glued(self, left: str, right: str) -> str:
        """Two factors side by side."""
        return self.spelling.glue(left, right)

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
        own = self.notations.get(node.function.symbol.id)
        if own and not node.function.primes and len(node.arguments) == 1:
            template, level = own
            return Piece(getattr(self.spelling, template) % self.free(node.arguments[0]), level)
        head = self.letter(node.function.spelled, "'" * node.function.primes)
        inside = self.brackets(", ".join(self.free(part) for part in node.arguments))
        gap = "" if inside[0] == "(" else self.spelling.before_tall
        return Piece(head + gap + inside, Level.ATOM)

    def derivative(self, node: nodes.Derivative) -> Piece:
        """d/dW body."""
        parts = (self.free(node.variable), self.held(node.body, Level.PRODUCT))
        return Piece(self.spelling.derivative % parts, Level.PREFIX)

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
        """A ∧ B."""
        return self.junction(node.parts, self.spelling.conjunction)

    def disjunction(self, node: statements.Or) -> Piece:
        """A ∨ B."""
        return self.junction(node.parts, self.spelling.disjunction)

    def junction(self, parts: tuple[statements.Statement, ...], sign: str) -> Piece:
        """Parts with one sign between them; ∧ beside ∨ is never left to precedence."""
        return Piece(sign.join(self.first(part, Level.NEGATION) for part in parts), Level.JUNCTION)

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

    # A function with a notation of its own: the template, and how firmly the result holds
    notations: ClassVar[Mapping[str, tuple[str, Level]]] = {
        symbols.EXPONENTIAL.id: ("exponential", Level.POWER),
        symbols.SQUARE_ROOT.id: ("root", Level.ATOM),
        symbols.ABSOLUTE_VALUE.id: ("absolute", Level.ATOM),
    }
    rules: ClassVar[Mapping[type, Rule]] = {
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
        nodes.Derivative: derivative,
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


def is_of_digits(node: Node) -> bool:
    """Whether no letter occurs in the expression: 2·3, but 2π."""
    return is_numeric(node) and not any(isinstance(part, Constant) for part in nodes.walk(node))


def is_numeric(node: Node) -> bool:
    """Whether no symbol occurs in the expression."""
    return not any(
        isinstance(part, (Variable, nodes.Element, nodes.Infinity)) for part in nodes.walk(node)
    )
