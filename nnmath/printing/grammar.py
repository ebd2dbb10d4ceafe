"""The grammar of printed expressions, by recursive descent over a lexicon's tokens."""

from __future__ import annotations

from abc import ABC, abstractmethod
from fractions import Fraction

from nnmath.printing.lexicon import ReadError, Token
from nnmath.printing.numerals import as_number
from nnmath.printing.scope import Scope
from nnmath.proof.nodes import (
    ABS,
    EXP,
    INFINITY,
    SQRT,
    Add,
    Apply,
    Derivative,
    Divide,
    Function,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
)
from nnmath.proof.piecewise import CaseCondition, Piecewise, piecewise
from nnmath.proof.special import PI

BEGIN_FACTOR = ("letter", "(", "|(", "fraction", "root", "exponential", "limit", "cases", "π")


class Expressions(ABC):
    """Reads expressions.

    Args:
        tokens: From a lexicon.
        scope: The symbols that may occur.
    """

    def __init__(self, tokens: list[Token], scope: Scope) -> None:
        self.tokens = tokens
        self.scope = scope
        self.position = 0

    @property
    def kind(self) -> str:
        """The kind of the next token."""
        return self.tokens[self.position].kind

    def take(self, *kinds: str) -> Token:
        """The next token, which must be of one of the kinds.

        Raises:
            ReadError: It is not.
        """
        token = self.tokens[self.position]
        if token.kind not in kinds:
            raise ReadError(f"{' or '.join(kinds)} expected, not {token.text or token.kind!r}")
        self.position += 1
        return token

    def taken(self, *kinds: str) -> bool:
        """Whether the next token is of one of the kinds; if so, go past it."""
        found = self.kind in kinds
        self.position += found
        return found

    def sum(self) -> Node:
        """Terms with signs between them."""
        terms = [self.product()]
        while self.kind in ("+", "-"):
            sign = self.take("+", "-").kind
            term = self.product()
            terms.append(Negate(term) if sign == "-" else term)
        return Add(tuple(terms)) if len(terms) > 1 else terms[0]

    def product(self) -> Node:
        """Factors side by side or with dots; a minus in front belongs to the first of them."""
        minus = self.taken("-")
        factors = [self.factor()]
        # What swallows factors, or is a product itself, would need brackets for its own minus
        joins = minus and not isinstance(factors[0], (Derivative, Limit, Multiply))
        if joins:
            factors[0] = negative(factors[0])
        while self.kind == "·" or self.kind in BEGIN_FACTOR:
            self.taken("·")
            factors.append(self.factor())
        node = Multiply(tuple(factors)) if len(factors) > 1 else factors[0]
        return Negate(node) if minus and not joins else node

    def factor(self) -> Node:
        """An atom with its exponent, or a limit or a derivative with all that it applies to."""
        if self.taken("limit"):
            return self.limit()
        if self.kind == "fraction" and self.tokens[self.position + 2].kind == "differential":
            return self.derivative()
        base = self.atom()
        return Power(base, self.group()) if self.taken("^") else base

    def limit(self) -> Node:
        """lim_{h→0} body."""
        self.take("{")
        variable = self.variable()
        self.take("→")
        point = self.sum()
        self.take("}")
        return Limit(self.product(), variable, point)

    def derivative(self) -> Node:
        """d/dW body."""
        for kind in ("fraction", "{", "differential", "}", "{", "differential"):
            self.take(kind)
        variable = self.variable()
        self.take("}")
        return Derivative(self.product(), variable)

    def variable(self) -> Variable:
        """A variable.

        Raises:
            ReadError: The letter is none.
        """
        spelling = self.take("letter").text
        if spelling not in self.scope.variables:
            raise ReadError(f"{spelling} is no variable here")
        return self.scope.variables[spelling]

    def atom(self) -> Node:
        """A number, a letter, or what has brackets or a sign of its own."""
        start = self.take("number", "∞", *BEGIN_FACTOR)
        if start.kind == "number":
            return self.number(start)
        if start.kind == "letter":
            return self.letter(start.text)
        if start.kind == "fraction":
            return as_number(Divide(self.group(), self.group()))
        if start.kind == "(":
            return self.until(")")
        if start.kind == "|(":
            return Apply(ABS, (self.until(")|"),))
        if start.kind == "∞":
            return INFINITY
        if start.kind == "π":
            return PI
        if start.kind == "cases":
            return self.cases()
        return Apply(SQRT if start.kind == "root" else EXP, (self.group(),))

    def cases(self) -> Piecewise:
        """Each value, and its condition in brackets."""
        found: list[tuple[Node, CaseCondition]] = []
        while not found or self.taken("next case"):
            value = self.sum()
            for kind in ("&", "("):
                self.take(kind)
            found.append((value, self.condition()))
            self.take(")")
        self.take("end cases")
        return piecewise(*found)

    @abstractmethod
    def condition(self) -> CaseCondition:
        """The condition of a case: a statement, which is for the grammar of statements."""

    def number(self, start: Token) -> Number:
        """A numeral; on the line of an exponent also p/q."""
        text = start.text
        if self.taken("/"):
            text += f"/{self.take('number').text}"
        return Number(Fraction(text), text)

    def letter(self, spelling: str) -> Node:
        """W, W_t or E′(W): what follows the letter tells which."""
        if self.kind == "_" and spelling in self.scope.sequences:
            self.take("_")
            return self.scope.sequences[spelling][self.group()]
        if self.kind in ("'", "(") and spelling in self.scope.functions:
            return self.call(self.scope.functions[spelling])
        self.position -= 1
        return self.variable()

    def call(self, function: Function) -> Node:
        """A function's primes and arguments."""
        while self.taken("'"):
            function = function.prime
        self.take("(")
        arguments = [self.sum()]
        while self.taken(","):
            arguments.append(self.sum())
        self.take(")")
        return Apply(function, tuple(arguments))

    def group(self) -> Node:
        """What stands in braces, or one token without them."""
        return self.until("}") if self.taken("{") else self.atom()

    def until(self, closing: str) -> Node:
        """An expression and the bracket behind it."""
        inner = self.sum()
        self.take(closing)
        return inner


def negative(node: Node) -> Node:
    """The node with a minus; before a numeral it is the numeral's own."""
    if isinstance(node, Number) and node.value > 0:
        return Number(-node.value, f"-{node.spelling}")
    return Negate(node)
