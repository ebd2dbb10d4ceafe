"""Expression nodes: what prints is what the author wrote, and nothing is evaluated on the way.

A closed set. An unknown node raises in every printer, in the differentiator and in the kernel.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal, TypeAlias, Union

from nnmath.notation import symbols
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.proof.hashed_once import HashedOnce

Operand: TypeAlias = Union["Node", int, Fraction, str]
Comparison = Literal["=", "≠", "<", "≤", ">", "≥"]


class Node(HashedOnce):
    """An expression. Operators build nodes and keep the author's brackets; they never simplify."""

    # What `tree`, `substitution`, `matrices` and, of a tensor, `indexed` have found out about it
    __slots__ = ("_children", "_free_places", "_has_matrices", "_places")
    _children: tuple[Node, ...]
    _free_places: tuple[Node, ...]
    _has_matrices: bool
    _places: dict[tuple[int, ...], Node]

    def __add__(self, other: Operand) -> Node:
        return Add((*terms(self), as_node(other)))

    def __radd__(self, other: Operand) -> Node:
        return as_node(other) + self

    def __sub__(self, other: Operand) -> Node:
        return Add((*terms(self), Negate(as_node(other))))

    def __rsub__(self, other: Operand) -> Node:
        return as_node(other) - self

    def __mul__(self, other: Operand) -> Node:
        return Multiply((*factors(self), as_node(other)))

    def __rmul__(self, other: Operand) -> Node:
        return as_node(other) * self

    def __truediv__(self, other: Operand) -> Node:
        return Divide(self, as_node(other))

    def __rtruediv__(self, other: Operand) -> Node:
        return Divide(as_node(other), self)

    def __pow__(self, other: Operand) -> Node:
        return Power(self, as_node(other))

    def __rpow__(self, other: Operand) -> Node:
        return Power(as_node(other), self)

    def __matmul__(self, other: Node) -> Node:
        return MatrixProduct((*matrix_factors(self), other))

    @property
    def T(self) -> Node:
        """The transpose."""
        return Transpose(self)

    def __neg__(self) -> Node:
        return Negate(self)

    def __abs__(self) -> Node:
        return Apply(ABS, (self,))

    def __lt__(self, other: Operand) -> Relation:
        return Relation(self, "<", as_node(other))

    def __le__(self, other: Operand) -> Relation:
        return Relation(self, "≤", as_node(other))

    def __gt__(self, other: Operand) -> Relation:
        return Relation(self, ">", as_node(other))

    def __ge__(self, other: Operand) -> Relation:
        return Relation(self, "≥", as_node(other))


class Condition(HashedOnce):
    """A statement that an expression may hold: comparisons, joined by ∧ and ∨."""

    __slots__ = ()


@dataclass(frozen=True)
class Relation(Condition):
    """A comparison of two expressions, written as the author wrote it."""

    left: Node
    kind: Comparison
    right: Node

    def __bool__(self) -> bool:
        raise TypeError("a relation has no truth value: prove it, or write Between(0, eta, 1)")


@dataclass(frozen=True)
class Number(Node):
    """An exact rational; `spelling` keeps how the author wrote it (`0.001`, `1/2`)."""

    value: Fraction
    spelling: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.spelling:
            object.__setattr__(self, "spelling", str(self.value))


@dataclass(frozen=True)
class Variable(Node):
    """A symbol as an expression."""

    symbol: Symbol


@dataclass(frozen=True)
class Add(Node):
    """A sum of at least two terms, in the author's order."""

    terms: tuple[Node, ...]


@dataclass(frozen=True)
class Multiply(Node):
    """A product of at least two factors, in the author's order."""

    factors: tuple[Node, ...]


@dataclass(frozen=True)
class Negate(Node):
    """−operand."""

    operand: Node


@dataclass(frozen=True)
class Divide(Node):
    """A fraction; defined where the denominator is not 0."""

    numerator: Node
    denominator: Node


@dataclass(frozen=True)
class MatrixProduct(Node):
    """A product of at least two matrices, in the author's order; a vector is a column."""

    factors: tuple[Node, ...]


@dataclass(frozen=True)
class Transpose(Node):
    """operandᵀ."""

    operand: Node


@dataclass(frozen=True)
class Power(Node):
    """base^exponent; 0⁰ = 1, a negative integer exponent needs base ≠ 0, a real one base > 0."""

    base: Node
    exponent: Node


@dataclass(frozen=True)
class Function:
    """A function of one real variable, `primes` times differentiated: E, E′, exp, …

    An elementary function is known to the kernel; any other is opaque until a rule opens its
    definition. `depends_on` names the symbols besides its argument that the definition holds.
    """

    symbol: Symbol
    elementary: bool = False
    primes: int = 0
    depends_on: tuple[Symbol, ...] = ()

    def __call__(self, *arguments: Operand) -> Apply:
        return Apply(self, tuple(as_node(argument) for argument in arguments))

    @property
    def prime(self) -> Function:
        """The derived function."""
        return replace(self, primes=self.primes + 1)

    @property
    def spelled(self) -> Symbol:
        """The symbol as it is shown: the derivative of a loss is a gradient."""
        gradient = self.primes and self.symbol.role is Role.LOSS
        return replace(self.symbol, role=Role.GRADIENT) if gradient else self.symbol


@dataclass(frozen=True)
class Apply(Node):
    """A function at its arguments."""

    function: Function
    arguments: tuple[Node, ...]

    def __post_init__(self) -> None:
        if self.function.elementary and len(self.arguments) != 1:
            raise ValueError(f"{self.function.symbol.id!r} is a function of one number")


@dataclass(frozen=True)
class Element(Node):
    """W_t: the member of a sequence at an index."""

    sequence: Symbol
    index: Node


@dataclass(frozen=True)
class Sequence:
    """A sequence of real numbers: `W[t]` is its member at t."""

    symbol: Symbol

    def __getitem__(self, index: Operand) -> Element:
        return Element(self.symbol, as_node(index))


@dataclass(frozen=True)
class Derivative(Node):
    """d body / d variable; the variable is a symbol or an entry of a tensor."""

    body: Node
    variable: Node


@dataclass(frozen=True)
class Limit(Node):
    """lim body as variable → point, with variable ≠ point."""

    body: Node
    variable: Variable
    point: Node


@dataclass(frozen=True)
class Infinity(Node):
    """+∞: only ever the limit in `Tends`, never an operand of arithmetic."""


INFINITY = Infinity()

EXP = Function(symbols.EXPONENTIAL, elementary=True)
LOG = Function(symbols.LOGARITHM, elementary=True)
SQRT = Function(symbols.SQUARE_ROOT, elementary=True)
ABS = Function(symbols.ABSOLUTE_VALUE, elementary=True)
TANH = Function(symbols.HYPERBOLIC_TANGENT, elementary=True)


def as_node(value: Operand) -> Node:
    """Return `value` as a node; a string is an exact decimal or fraction, a float is refused.

    Raises:
        TypeError: `value` is neither a node nor an exact number.
    """
    if isinstance(value, Node):
        return value
    if isinstance(value, str):
        return Number(Fraction(value), value)
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        return Number(Fraction(value))
    raise TypeError(f"{value!r} is no exact number: write it as a string or a Fraction")


def terms(node: Node) -> tuple[Node, ...]:
    """The terms of a sum; of anything else, the node itself."""
    return node.terms if isinstance(node, Add) else (node,)


def factors(node: Node) -> tuple[Node, ...]:
    """The factors of a product; of anything else, the node itself."""
    return node.factors if isinstance(node, Multiply) else (node,)


def matrix_factors(node: Node) -> tuple[Node, ...]:
    """The factors of a matrix product; of anything else, the node itself."""
    return node.factors if isinstance(node, MatrixProduct) else (node,)
