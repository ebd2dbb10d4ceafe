"""Expressions and conditions as JavaScript functions of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.printing.code import Code, Program
from nnmath.printing.names import Parameter, named
from nnmath.printing.numpy_code import NAMES, function_name
from nnmath.printing.walk import Level, NoCode, Piece, Rule
from nnmath.proof import nodes
from nnmath.proof.nodes import Node
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.statements import Statement


def javascript(node: Node | Statement, *, name: str, parameters: tuple[Parameter, ...]) -> str:
    """Print a function of numbers.

    Args:
        node: What it returns; a condition returns a boolean.
        name: The function's name.
        parameters: Its arguments, in order; every free symbol must be one of them.

    Returns:
        The source of one `function`.

    Raises:
        NoCode: A limit, a derivative, a function without formula, or a symbol that is no argument.
        UnknownNode: A node is not of the closed set.

    >>> from nnmath.notation.symbols import WEIGHT
    >>> from nnmath.proof.nodes import Variable
    >>> W = Variable(WEIGHT)
    >>> print(javascript(W**2 + 4, name="loss", parameters=(W,)))
    function loss(W) { return W ** 2 + 4; }
    """
    names = named(parameters)
    body = JavaScript(names).free(node)
    return f"function {function_name(name)}({', '.join(names.values())}) {{ return {body}; }}"


class JavaScript(Program):
    """JavaScript's spellings."""

    name = "JavaScript"
    raised = "%s ** %s"
    comparisons: ClassVar[Mapping[nodes.Comparison, str]] = {
        **Program.comparisons,
        "=": "===",
        "≠": "!==",
    }
    conjunction = " && "
    disjunction = " || "
    negation = "!(%s)"

    def apply(self, node: nodes.Apply) -> Piece:
        """A function of the standard library."""
        function = NAMES.get(node.function.symbol.id)
        if function is None or node.function.primes:
            raise NoCode(f"JavaScript: {node.function.symbol.id!r} has no formula of its own here")
        inside = ", ".join(self.free(part) for part in node.arguments)
        return Piece(f"Math.{function}({inside})", Level.ATOM)

    def piecewise(self, node: Piecewise) -> Piece:
        """The value whose condition holds; NaN, for which none holds, stays NaN."""
        pairs = zip(node.values, node.conditions, strict=True)
        cases = (f"{self.free(condition)} ? {self.free(value)} : " for value, condition in pairs)
        return Piece(f"({''.join(cases)}NaN)", Level.ATOM)

    def negate(self, node: nodes.Negate) -> Piece:
        """−a; JavaScript refuses -x ** 2, also where it leads a longer product."""
        operand = self.piece(node.operand)
        if operand.level < Level.ATOM and "**" in operand.text:
            operand = Piece(self.brackets(operand.text), Level.ATOM)
        return self.negated_piece(operand)

    rules: ClassVar[Mapping[type, Rule]] = {
        **Code.arithmetic,
        **Program.conditions,
        nodes.Negate: negate,
        nodes.Apply: apply,
        Piecewise: piecewise,
    }
