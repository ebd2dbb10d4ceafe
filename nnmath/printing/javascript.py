"""Expressions and conditions as JavaScript functions of numbers and arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nnmath.printing.code import Code, Program
from nnmath.printing.javascript_arrays import JavaScriptArrays
from nnmath.printing.names import Parameter
from nnmath.printing.numpy_code import function_name
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import nodes
from nnmath.proof.nodes import Node
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.special import Constant
from nnmath.proof.statements import Statement


def javascript(node: Node | Statement, *, name: str, parameters: tuple[Parameter, ...]) -> str:
    """Print a function of numbers and arrays.

    Args:
        node: What it returns; a condition returns a boolean.
        name: The function's name.
        parameters: Its arguments, in order; every free symbol must be one of them.

    Returns:
        The source of one `function`. A vector is an array of numbers, a matrix an array of its
        rows; sizes that are no arguments are read off the arrays. Indices begin at 1.

    Raises:
        NoCode: A limit, a derivative, a function without formula, or a symbol that is no argument.
        UnknownNode: A node is not of the closed set.

    >>> from nnmath.notation.symbols import WEIGHT
    >>> from nnmath.proof.nodes import Variable
    >>> W = Variable(WEIGHT)
    >>> print(javascript(W**2 + 4, name="loss", parameters=(W,)))
    function loss(W) { return W ** 2 + 4; }
    """
    printer = JavaScript(parameters)
    body = printer.whole(node) if isinstance(node, Node) else printer.free(node)
    lines = (*printer.helpers.values(), *printer.size_lines("const {} = {};"), f"return {body};")
    return f"function {function_name(name)}({printer.signature}) {{ {' '.join(lines)} }}"


# erf x = 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n + 1)): no term undoes another. Beyond 6 it is ±1
ERF = (
    "const erf = (x) => { if (!(Math.abs(x) < 6)) return Math.sign(x); let sum = x; "
    "for (let n = 1, term = x; n < 200; n++) sum += term *= (2 * x * x) / (2 * n + 1); "
    "return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum; };"
)


class JavaScript(JavaScriptArrays):
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

    def called(self, function: str, argument: Node) -> Piece:
        """A function of the standard library, which has no error function."""
        if function == "erf":
            self.helpers["erf"] = ERF
        spelled = function if function == "erf" else f"Math.{function}"
        return Piece(f"{spelled}({self.free(argument)})", Level.ATOM)

    def constant(self, node: Constant) -> Piece:
        """Math.PI."""
        return Piece(f"Math.{node.symbol.code.upper()}", Level.ATOM)

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
        **JavaScriptArrays.indexed,
        nodes.Negate: negate,
        Constant: constant,
        Piecewise: piecewise,
    }
