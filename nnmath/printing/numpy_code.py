"""Expressions and conditions as NumPy code: vectorised, and in the dtype of its arguments."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from typing import Any, ClassVar

from nnmath.printing.code import Code, Program
from nnmath.printing.display import is_numeric
from nnmath.printing.hazards import is_harmless
from nnmath.printing.names import RESERVED, Parameter
from nnmath.printing.numpy_matrices import NumPyMatrices, present
from nnmath.printing.walk import Level, Piece, Rule
from nnmath.proof import nodes
from nnmath.proof.indexed import Entry, Iterated, Tensor
from nnmath.proof.nodes import Node, Number, Variable
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.special import Constant
from nnmath.proof.statements import Statement
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import walk


def numpy_source(node: Node | Statement, *, name: str, parameters: tuple[Parameter, ...]) -> str:
    """Print a function of NumPy arrays.

    Args:
        node: What it returns; a condition returns booleans.
        name: The function's name.
        parameters: Its arguments, in order; every free symbol must be one of them.

    Returns:
        The source of a `def`. Vectors are arrays with one axis, matrices with two, whose shapes
        must fit; sizes that are no arguments are read off them. Indices begin at 1, and what counts
        the terms of a sum is one integer. float32 is kept where NumPy's own promotion keeps it: an
        array of integers as exponent makes float64, and so does np.exp of an argument that is a
        Python number; hand over such arguments in the dtype that is wanted.

    Raises:
        NoCode: A limit, a derivative, a function without formula, or a symbol that is no argument.
        UnknownNode: A node is not of the closed set.

    >>> from nnmath.notation.symbols import WEIGHT
    >>> from nnmath.proof.nodes import Variable
    >>> W = Variable(WEIGHT)
    >>> print(numpy_source(W**2 + 4, name="loss", parameters=(W,)))
    def loss(W):
        return W**2 + 4
    """
    printer = NumPy(parameters)
    body = printer.whole(node).text if isinstance(node, Node) else printer.free(node)
    lines = [f"return {body}"]
    if printer.computes_needlessly:
        lines = ['with np.errstate(all="ignore"):', f"    {lines[0]}"]
    head = f"def {function_name(name)}({printer.signature}):"
    sizes = printer.size_lines("{} = {}")
    return "\n    ".join((head, *printer.helpers.values(), *sizes, *lines))


def numpy_function(
    node: Node | Statement, *, name: str, parameters: tuple[Parameter, ...]
) -> Callable[..., Any]:
    """Make the function that `numpy_source` prints, with the same arguments and errors.

    >>> from nnmath.notation.symbols import WEIGHT
    >>> from nnmath.proof.nodes import Variable
    >>> W = Variable(WEIGHT)
    >>> numpy_function(W**2 + 4, name="loss", parameters=(W,))(5)
    29
    """
    return compiled(numpy_source(node, name=name, parameters=parameters), name)


def compiled(source: str, name: str) -> Callable[..., Any]:
    """The function of that name in a source that was printed here."""
    import numpy as np

    space: dict[str, Any] = {"np": np, "math": math}
    # Our own text: symbols' code names are identifiers, and all else comes from the tables here
    exec(compile(source, f"<nnmath {name}>", "exec"), space)
    function: Callable[..., Any] = space[name]
    return function


def function_name(name: str) -> str:
    """The name, if code can use it.

    Raises:
        ValueError: It is no identifier, or a word of the language.
    """
    if not name.isidentifier() or name in RESERVED:
        raise ValueError(f"{name!r} cannot name a function")
    return name


# NumPy has no error function; this one works in the dtype of its arguments
ERF = "erf = np.vectorize(math.erf, otypes=[np.result_type(0.0, %s)])"


class NumPy(NumPyMatrices):
    """NumPy's spellings.

    Args:
        parameters: The arguments, in order.
        numbers: Those that are numbers of Python's and no arrays.
    """

    name = "NumPy"
    conjunction = " & "
    disjunction = " | "
    negation = "np.logical_not(%s)"

    def __init__(
        self, parameters: tuple[Parameter, ...], numbers: Collection[Node] = frozenset()
    ) -> None:
        super().__init__(parameters)
        self.numbers = numbers
        # Whether a case may be without a value, or too large, where it does not hold
        self.computes_needlessly = False

    def called(self, function: str, argument: Node) -> Piece:
        """A function of arrays; of Python's numbers, a Python float, which upcasts nothing."""
        spelled = f"np.{function}"
        if self.is_plain(argument):
            spelled = "abs" if function == "abs" else f"math.{function}"
        elif function == "erf":
            self.helpers["erf"] = ERF % self.signature
            spelled = "erf"
        return Piece(f"{spelled}({self.free(argument)})", Level.ATOM)

    def constant(self, node: Constant) -> Piece:
        """π as a Python float, which upcasts nothing."""
        return Piece(f"math.{node.symbol.code}", Level.ATOM)

    def is_plain(self, node: Node) -> bool:
        """Whether the value is a number of Python's: from numerals, sizes and counted indices."""
        parts = tuple(walk(node))
        counted = {*self.bound, *(part.index for part in parts if isinstance(part, Iterated))}
        return not present(node) and all(
            part in counted or part in self.sizes or part in self.numbers
            for part in parts
            if isinstance(part, (Variable, nodes.Element, nodes.Infinity, Tensor))
        )

    def number(self, node: Number) -> Piece:
        """A literal; one that 64-bit integers may not hold is a float."""
        text, level = super().number(node)
        return Piece(f"{text}.0" if is_long(text) else text, level)

    def power(self, node: nodes.Power) -> Piece:
        """base**exponent; an integer base under an array of integers would overflow."""
        if is_numeric(node.base) and not is_numeric(node.exponent):
            exponent = self.held(node.exponent, Level.ATOM)
            return Piece(f"{self.floated(node.base)}**{exponent}", Level.POWER)
        return super().power(node)

    def piecewise(self, node: Piecewise) -> Piece:
        """The value whose condition holds; NaN, for which none holds, stays NaN."""
        deciding = (part for each in node.conditions for part in expressions(each))
        if self.is_plain(node) or (self.numbers and all(map(self.is_plain, deciding))):
            pairs = zip(node.values, node.conditions, strict=True)
            cases = (f"{self.free(value)} if {self.free(c)} else " for value, c in pairs)
            return Piece(f"({''.join(cases)}math.nan)", Level.ATOM)
        self.computes_needlessly |= not all(map(is_harmless, node.values))
        conditions = ", ".join(map(self.free, node.conditions))
        values = ", ".join(map(self.free, node.values))
        text = f"np.select([{conditions}], [{values}], default={self.nowhere(node)})"
        return Piece(text, Level.ATOM)

    def nowhere(self, node: Piecewise) -> str:
        """NaN; beside constants in the dtype of what decides between them."""
        if not all(map(is_numeric, node.values)):
            return "np.nan"
        deciding = (p for c in node.conditions for side in expressions(c) for p in walk(side))
        places = (p for p in deciding if isinstance(p, (Variable, nodes.Element, Entry)))
        return " * ".join(("np.nan", *[self.free(place) for place in places][:1]))

    def floated(self, base: Node) -> str:
        """A constant as a float."""
        if isinstance(base, Number) and base.value.denominator > 1:
            return self.held(base, Level.ATOM)
        text = self.free(base)
        return f"{text}.0" if text.isdigit() else f"float({text})"

    rules: ClassVar[Mapping[type, Rule]] = {
        **Code.arithmetic,
        **Program.conditions,
        **NumPyMatrices.indexed,
        Number: number,
        Constant: constant,
        nodes.Power: power,
        Piecewise: piecewise,
    }


def is_long(literal: str) -> bool:
    """Whether a literal is an integer of more digits than 64 bits surely hold."""
    return len(literal) > 18 and literal.lstrip("-").isdigit()
