"""The grammar of printed expressions, by recursive descent over a lexicon's tokens."""

from __future__ import annotations

from abc import abstractmethod
from fractions import Fraction

from nnmath.printing.chance_grammar import AVERAGED, ChanceExpressions
from nnmath.printing.indexed_grammar import CONSTANTS, ITERATED
from nnmath.printing.juxtaposition import side_by_side
from nnmath.printing.lexicon import ReadError, Token
from nnmath.printing.numerals import as_number
from nnmath.proof.indexed import Ranged
from nnmath.proof.matrices import Gradient, Hadamard
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
    MatrixProduct,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Transpose,
)
from nnmath.proof.piecewise import CaseCondition, Piecewise, piecewise
from nnmath.proof.special import PI

OWN_SIGN = ("fraction", "root", "exponential", "cases", "π", "diagonal", *CONSTANTS, *AVERAGED)
BEGIN_ATOM = ("letter", "(", "|(", *OWN_SIGN)
BEGIN_FACTOR = (*BEGIN_ATOM, "limit", "integral", *ITERATED)
SWALLOWING = (Derivative, Limit, Ranged, Gradient)
PRODUCTS = (Multiply, MatrixProduct, Hadamard)


class Expressions(ChanceExpressions):
    """Reads expressions."""

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
        first = self.factor()
        if self.kind == "⊙":
            node = self.hadamard(first)
            return Negate(node) if minus else node
        factors = self.run(first)
        # What swallows factors, or is a product itself, would need brackets for its own minus
        joins = minus and not isinstance(factors[0], SWALLOWING + PRODUCTS)
        if joins:
            factors[0] = negative(factors[0])
        while self.taken("·"):
            factors += self.run(self.factor())
        node = Multiply(tuple(factors)) if len(factors) > 1 else factors[0]
        return Negate(node) if minus and not joins else node

    def run(self, first: Node) -> list[Node]:
        """Factors side by side, the matrices among them multiplied."""
        factors = [first]
        while self.kind in BEGIN_FACTOR:
            factors.append(self.factor())
        return side_by_side(factors)

    def factor(self) -> Node:
        """An atom with its exponent, or what applies to all that follows it."""
        if self.taken("limit"):
            return self.limit()
        if self.taken("integral"):
            return self.integral()
        if self.kind in ITERATED:
            return self.iterated(self.take(*ITERATED).kind)
        base = self.derivative() if self.at_derivative else self.atom()
        if self.ahead("^", "{", "⊤", "}"):
            self.position += 4
            return Transpose(base)
        return Power(base, self.group()) if self.taken("^") else base

    def limit(self) -> Node:
        """lim_{h→0} body."""
        self.take("{")
        variable = self.variable()
        self.take("→")
        point = self.sum()
        self.take("}")
        return Limit(self.product(), variable, point)

    def atom(self) -> Node:
        """A number, a letter, or what has brackets or a sign of its own."""
        start = self.take("number", "∞", *BEGIN_ATOM)
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
        if start.kind in AVERAGED:
            return self.averaged(start.kind)
        if start.kind in CONSTANTS:
            return self.constant(start.kind)
        if start.kind == "diagonal":
            return self.diagonal()
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
        """W, W_t, W_{ij} or E′(W): what follows the letter tells which."""
        scope = self.scope
        if spelling in scope.indexed and self.at_indices(scope.indexed[spelling]):
            return self.with_indices(scope.indexed[spelling])
        if spelling in scope.wholes:
            return scope.wholes[spelling]
        if self.kind in ("'", "(") and spelling in scope.functions:
            return self.call(scope.functions[spelling])
        if spelling not in scope.variables:
            raise ReadError(f"{spelling} is no variable here")
        return scope.variables[spelling]

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
