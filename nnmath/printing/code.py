"""The walk that NumPy, JavaScript and the terminal's plain text share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar

from nnmath.notation import symbols
from nnmath.printing.names import Parameter, named, unused_name
from nnmath.printing.numerals import numeral
from nnmath.printing.walk import Level, NoCode, Piece, Rule, Walk
from nnmath.proof import matrices, nodes, statements
from nnmath.proof.expectations import Covariance, Expectation, Variance
from nnmath.proof.indexed import Integral, Tensor, is_endless
from nnmath.proof.laws import Independent, Random
from nnmath.proof.nodes import Node, Number, Variable
from nnmath.proof.substitution import free_places

NAMES = {
    symbols.EXPONENTIAL.id: "exp",
    symbols.LOGARITHM.id: "log",
    symbols.SQUARE_ROOT.id: "sqrt",
    symbols.ABSOLUTE_VALUE.id: "abs",
    symbols.HYPERBOLIC_TANGENT.id: "tanh",
    symbols.ERROR_FUNCTION.id: "erf",
    symbols.COSINE.id: "cos",
}


class Code(Walk):
    """Prints arithmetic on one line; subclasses name variables and functions."""

    raised = "%s**%s"

    def number(self, node: Number) -> Piece:
        """A literal; a fraction is a division."""
        sign, numerator, denominator = numeral(node)
        if denominator:
            # A sign before the fraction would move into the numerator: keep it a factor
            return Piece(f"{sign}{numerator} / {denominator}", Level.PRODUCT)
        return Piece(sign + numerator, Level.SIGNED if sign else Level.ATOM)

    def multiply(self, node: nodes.Multiply) -> Piece:
        """a * b * c, from left to right."""
        texts = [self.first(node.factors[0], Level.PRODUCT)]
        texts += [self.held(factor, Level.POWER) for factor in node.factors[1:]]
        return Piece(" * ".join(texts), Level.PRODUCT)

    def divide(self, node: nodes.Divide) -> Piece:
        """a / b."""
        numerator = self.first(node.numerator, Level.PRODUCT)
        return Piece(f"{numerator} / {self.held(node.denominator, Level.POWER)}", Level.PRODUCT)

    def power(self, node: nodes.Power) -> Piece:
        """base ** exponent; a bare minus may lead the exponent."""
        exponent, level = self.piece(node.exponent)
        if level not in (Level.SIGNED, Level.ATOM):
            exponent = self.brackets(exponent)
        return Piece(self.raised % (self.held(node.base, Level.ATOM), exponent), Level.POWER)

    arithmetic: ClassVar[Mapping[type, Rule]] = {
        Number: number,
        nodes.Add: Walk.add,
        nodes.Negate: Walk.negate,
        nodes.Multiply: multiply,
        nodes.Divide: divide,
        nodes.Power: power,
    }


class Program(Code, ABC):
    """Prints expressions and conditions that a program computes.

    Args:
        parameters: The arguments, in order; arrays tell sizes that are no arguments themselves.

    Raises:
        NoCode: A parameter has no name in code.
        ValueError: Two parameters would have the same name.
    """

    comparisons: ClassVar[Mapping[nodes.Comparison, str]] = {
        "=": "==",
        "≠": "!=",
        "<": "<",
        "≤": "<=",
        ">": ">",
        "≥": ">=",
    }
    conjunction = disjunction = negation = ""

    def __init__(self, parameters: tuple[Parameter, ...]) -> None:
        self.names: dict[Node, str] = named(parameters)
        self.signature = ", ".join(self.names.values())
        self.bound: tuple[Variable, ...] = ()
        # Where the sizes come from that no parameter gives: an array and its axis
        self.sizes: dict[Node, tuple[Tensor, int]] = {}
        self.used: dict[Node, str] = {}
        # Lines that define what the language lacks, by name
        self.helpers: dict[str, str] = {}
        for tensor in parameters:
            if isinstance(tensor, Tensor):
                for axis, size in enumerate(map(Variable, tensor.symbol.shape)):
                    self.note_size(size, tensor, axis)

    @abstractmethod
    def called(self, function: str, argument: Node) -> Piece:
        """A function of the standard library, by the name that the languages share."""

    def apply(self, node: nodes.Apply) -> Piece:
        """f(x); log(1 + u) with all digits of a small u."""
        function = NAMES.get(node.function.symbol.id)
        if function is None or node.function.primes:
            name = node.function.symbol.id
            raise NoCode(f"{self.name}: {name!r} has no formula of its own here")
        (argument,) = node.arguments
        match argument:
            case nodes.Add((Number(value), *rest)) if function == "log" and value == 1:
                small = rest[0] if len(rest) == 1 else nodes.Add(tuple(rest))
                return self.called("log1p", small)
        return self.called(function, argument)

    def add(self, node: nodes.Add) -> Piece:
        """a + b; e^u − 1 with all digits where u is small."""
        match node.terms:
            case (nodes.Apply(function, (exponent,)), nodes.Negate(Number(value))):
                if function == nodes.EXP and value == 1:
                    return self.called("expm1", exponent)
        return super().add(node)

    def note_size(self, size: Variable, tensor: Tensor, axis: int) -> None:
        """Remember an array that has this size, the first one."""
        if size not in self.names and not is_endless(size.symbol):
            self.names[size] = self.unused(size)
            self.sizes[size] = (tensor, axis)

    def unused(self, variable: Variable) -> str:
        """A name for a variable that is no parameter."""
        return unused_name(variable.symbol.code, self.names.values())

    @contextmanager
    def binding(self, index: Variable) -> Iterator[str]:
        """Give an index a name of its own for what it is bound in."""
        names, bound, name = self.names, self.bound, self.unused(index)
        self.names, self.bound = {**names, index: name}, (*bound, index)
        yield name
        self.names, self.bound = names, bound

    def size_lines(self, template: str) -> list[str]:
        """The sizes that were needed, each read off its array."""
        return [template.format(self.names[size], text) for size, text in self.used.items()]

    @abstractmethod
    def length(self, array: str, axis: int) -> str:
        """How many entries an array has along an axis."""

    def parameter(self, node: Variable | nodes.Element | Tensor) -> Piece:
        """A parameter's name."""
        symbol = node.sequence if isinstance(node, nodes.Element) else node.symbol
        if node not in self.names:
            raise NoCode(f"{self.name}: {symbol.id!r} is not among the parameters")
        if isinstance(node, nodes.Element) and {*free_places(node.index)} & {*self.bound}:
            raise NoCode(f"{self.name}: members of {symbol.id!r} are no array to go through")
        if node in self.sizes:
            tensor, axis = self.sizes[node]
            self.used[node] = self.length(self.names[tensor], axis)
        return Piece(self.names[node], Level.ATOM)

    def refuse(self, node: object) -> Piece:
        """Nothing that a program could compute."""
        raise NoCode(f"{self.name}: {type(node).__name__} is not something a program computes")

    def compared(self, left: Node, kind: nodes.Comparison, right: Node) -> str:
        """One comparison."""
        return f"{self.free(left)} {self.comparisons[kind]} {self.free(right)}"

    def relation(self, node: nodes.Relation) -> Piece:
        """a < b."""
        return Piece(self.compared(node.left, node.kind, node.right), Level.RELATION)

    def chain(self, node: statements.Chain) -> Piece:
        """Neighbours compared, all at once."""
        return self.conjoined(statements.And(node.relations))

    def conjoined(self, node: statements.And) -> Piece:
        """Every part."""
        return self.junction(node.parts, self.conjunction)

    def disjoined(self, node: statements.Or) -> Piece:
        """At least one part."""
        return self.junction(node.parts, self.disjunction)

    def junction(self, parts: tuple[statements.Statement, ...], sign: str) -> Piece:
        """Parts with a sign between them, each in brackets: & binds before < in Python."""
        return Piece(sign.join(self.brackets(self.free(part)) for part in parts), Level.JUNCTION)

    def negated(self, node: statements.Not) -> Piece:
        """The contrary."""
        return Piece(self.negation % self.free(node.statement), Level.ATOM)

    def implied(self, node: statements.Implies) -> Piece:
        """A ⇒ B as ¬A ∨ B."""
        return self.disjoined(statements.Or((statements.Not(node.premise), node.conclusion)))

    def equivalent(self, node: statements.Iff) -> Piece:
        """A ⇔ B: the same truth value."""
        parts = (self.brackets(self.free(side)) for side in (node.left, node.right))
        return Piece(" == ".join(parts), Level.RELATION)

    conditions: ClassVar[Mapping[type, Rule]] = {
        nodes.Add: add,
        nodes.Apply: apply,
        nodes.Variable: parameter,
        nodes.Element: parameter,
        nodes.Relation: relation,
        statements.Chain: chain,
        statements.And: conjoined,
        statements.Or: disjoined,
        statements.Not: negated,
        statements.Implies: implied,
        statements.Iff: equivalent,
        **dict.fromkeys(
            (
                nodes.Derivative,
                nodes.Limit,
                nodes.Infinity,
                matrices.Gradient,
                statements.ForAll,
                statements.Tends,
                statements.Assign,
                statements.Recurrence,
                Expectation,
                Variance,
                Covariance,
                Integral,
                Random,
                Independent,
            ),
            refuse,
        ),
    }
