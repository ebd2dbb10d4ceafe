"""Builds a reader's expression bottom-up and stops it before it grows out of hand."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nnmath.proof.nodes import ABS, EXP, LOG, SQRT, TANH, Add, Divide, Multiply, Negate, Node, Power
from nnmath.proof.piecewise import CaseCondition, piecewise
from nnmath.proof.special import COS, ERF
from nnmath.proof.statements import equal
from nnmath.proof.tree import children

MAX_DEPTH = 100
MAX_SIZE = 5000
MAX_EXPONENT = 1000

FUNCTIONS: dict[str, Callable[..., Node]] = {
    "exp": EXP,
    "log": LOG,
    "ln": LOG,
    "sqrt": SQRT,
    "abs": ABS,
    "tanh": TANH,
    "erf": ERF,
    "cos": COS,
    "sinh": lambda x: (EXP(x) - EXP(-x)) / 2,
    "cosh": lambda x: (EXP(x) + EXP(-x)) / 2,
    "sigmoid": lambda x: 1 / (1 + EXP(-x)),
    "softplus": lambda x: LOG(1 + EXP(x)),
    "step": lambda x: piecewise((0, x < 0), (1, x >= 0)),
    "relu": lambda x: piecewise((0, x < 0), (x, x >= 0)),
    "sign": lambda x: piecewise((-1, x < 0), (0, equal(x, 0)), (1, x > 0)),
    "max": lambda a, b: piecewise((a, a >= b), (b, a < b)),
    "min": lambda a, b: piecewise((a, a <= b), (b, a > b)),
}
OF_TWO = frozenset({"max", "min"})

# What a bare `e` stands for
EULER = EXP(1)


class TooMuch(ValueError):
    """A limit is passed; the message says which."""


@dataclass(frozen=True)
class Read:
    """A part that has been read, with what is watched.

    Args:
        node: The expression.
        depth: Its levels.
        size: Its nodes, written out.
        degree: The product of the constant exponents on its steepest way down.
        value: Roughly its value, when it is arithmetic of numbers.
        whole: Whether it is in brackets, so that what follows does not join it.

    Raises:
        TooMuch: It is too deep, too large, or raised too high.
    """

    node: Node
    depth: int = 1
    size: int = 1
    degree: float = 1
    value: float | None = None
    whole: bool = False

    def __post_init__(self) -> None:
        if self.depth > MAX_DEPTH:
            raise TooMuch(f"nested more than {MAX_DEPTH} deep")
        if self.size > MAX_SIZE:
            raise TooMuch(f"more than {MAX_SIZE} parts when written out")
        # Not >, so that ∞ − ∞ does not pass either
        if not self.degree <= MAX_EXPONENT:
            raise TooMuch(f"an exponent over {MAX_EXPONENT}")


def bracketed(inner: Read) -> Read:
    """The same, closed to what follows."""
    return replace(inner, whole=True)


def add(left: Read, right: Read) -> Read:
    """left + right, one sum as long as no bracket parts them."""
    return joined(Add, operator.add, left, right)


def subtract(left: Read, right: Read) -> Read:
    """left − right."""
    return add(left, negate(right))


def multiply(left: Read, right: Read) -> Read:
    """left · right, one product as long as no bracket parts them."""
    return joined(Multiply, operator.mul, left, right)


def divide(left: Read, right: Read) -> Read:
    """left / right."""
    return above(
        Divide(left.node, right.node), left, right, value=valued(operator.truediv, left, right)
    )


def power(left: Read, right: Read) -> Read:
    """left ^ right; a bare e is the exponential function.

    Raises:
        TooMuch: The exponent is a number that is too large.
    """
    if left.node == EULER and not left.whole:
        return above(EXP(right.node), right, value=None)
    exponent = abs(right.value) if right.value is not None else 1.0
    value = valued(operator.pow, left, right)
    raised = above(Power(left.node, right.node), left, right, value=value)
    return replace(raised, degree=raised.degree * max(exponent, 1.0))


def negate(inner: Read) -> Read:
    """−inner."""
    value = -inner.value if inner.value is not None else None
    return above(Negate(inner.node), inner, value=value)


def applied(name: str, *inner: Read) -> Read:
    """A known function, written out in nodes; `sinh` has its argument twice."""
    node = FUNCTIONS[name](*(part.node for part in inner))
    depth, size = shape(node, inner)
    return Read(node, depth, size, max(part.degree for part in inner))


def shape(node: Node, parts: tuple[Read, ...]) -> tuple[int, int]:
    """The levels and the nodes of what is built from parts, without a look into them."""
    for part in parts:
        if node is part.node:
            return part.depth, part.size
    inner = [shape(child, parts) for child in children(node)]
    return 1 + max((depth for depth, _ in inner), default=0), 1 + sum(size for _, size in inner)


def by_cases(cases: Sequence[tuple[Read, Sequence[Read], CaseCondition]]) -> Read:
    """An expression by cases: each value, the parts of its condition, and the condition."""
    node = piecewise(*((value.node, condition) for value, _, condition in cases))
    parts = [part for value, members, _ in cases for part in (value, *members)]
    return above(node, *parts, value=None)


def joined(
    kind: type[Add] | type[Multiply],
    operation: Callable[[float, float], float],
    left: Read,
    right: Read,
) -> Read:
    """A sum or a product of two parts; an open one on the left takes the right part in."""
    value = valued(operation, left, right)
    if not isinstance(left.node, kind) or left.whole:
        return above(kind((left.node, right.node)), left, right, value=value)
    return Read(
        kind((*children(left.node), right.node)),
        max(left.depth, right.depth + 1),
        left.size + right.size,
        max(left.degree, right.degree),
        value,
    )


def above(node: Node, *parts: Read, value: float | None) -> Read:
    """The record of a node directly above its parts."""
    return Read(
        node,
        1 + max(part.depth for part in parts),
        1 + sum(part.size for part in parts),
        max(part.degree for part in parts),
        value,
    )


def valued(operation: Callable[[float, float], float], left: Read, right: Read) -> float | None:
    """The rough value of two numbers under an operation; ∞ when it is beyond a float."""
    if left.value is None or right.value is None:
        return None
    try:
        value = operation(left.value, right.value)
    except OverflowError:
        return float("inf")
    except ZeroDivisionError:
        return None
    return value if isinstance(value, float) else None
