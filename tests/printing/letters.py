"""The letters that the printed formulas are written with."""

from __future__ import annotations

from nnmath.notation import symbols
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Function, Sequence, Variable

W = Variable(symbols.WEIGHT)
W_ = Sequence(symbols.WEIGHT_SEQUENCE)
t = Variable(symbols.ITERATION)
h = Variable(symbols.INCREMENT)
a = Variable(symbols.CURVATURE)
c = Variable(symbols.MINIMIZER)
d = Variable(symbols.MINIMUM)
x = Variable(symbols.EXCESS)
eta = Variable(symbols.LEARNING_RATE)
E = Function(symbols.LOSS)
Q = Function(symbols.QUADRATIC_LOSS)


def symbol(letter: str, latex: str = "", code: str = "", **more: object) -> Symbol:
    """A symbol that is only its letter, and its name in code."""
    meaning, id = Text(ja=letter, en=letter), f"the-{code or letter}"
    return Symbol(id, meaning, latex or letter, letter, code or letter, **more)  # type: ignore[arg-type]


def count(letter: str) -> Variable:
    """A size."""
    return Variable(symbol(letter, sort=Sort.COUNT))


def index(letter: str, size: Variable, latex: str = "") -> Variable:
    """An index from 1 to a size."""
    return Variable(symbol(letter, latex, sort=Sort.INDEX, size=size.symbol))


def tensor(letter: str, *sizes: Variable, **more: object) -> Tensor:
    """A vector, a matrix or more."""
    return Tensor(symbol(letter, shape=tuple(size.symbol for size in sizes), **more))


N, M, L = count("N"), count("M"), count("L")
n, k = index("n", N), index("k", N)
i, j = index("i", M), index("j", M)
alpha, layer = index("alpha", M, r"\alpha"), index("l", L)
# Letters of numbers above serve again as letters of vectors and matrices
X, Y = tensor("X", N, M), tensor("Y", N, M, role=Role.WEIGHT)
V, S = tensor("V", M, N), tensor("S", M, M)
u, v = tensor("x", M, code="inputs", role=Role.DATA), tensor("b", M, code="bias", role=Role.BIAS)
y, z = tensor("y", N), tensor("c", N, code="target")
A = tensor("a", L, N, M, code="outputs", raised=1)
B = tensor("B", L, raised=1)
error = tensor("E", role=Role.LOSS)
path = tensor("p", t, M, role=Role.WEIGHT)  # p_0, p_1, p_2, …
best, stepped = tensor("w^star", M, latex=r"w^{\star}", code="w_best"), tensor("v'", M, code="v_")
drawn = tensor("n", M, code="drawn", sort=Sort.INDEX, size=N.symbol)
