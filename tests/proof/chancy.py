"""Random quantities for the tests that attack expectations."""

from __future__ import annotations

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.expectations import expectation, variance
from nnmath.proof.indexed import Tensor
from nnmath.proof.laws import Bernoulli, Draws, Moments, Random, Symmetric, independent
from nnmath.proof.nodes import Node, Variable, as_node
from tests.proof.making import WORD, symbol

SIZE, COUNT = symbol("N", Sort.COUNT), symbol("B", Sort.COUNT)


def index(name: str, size: Symbol) -> Variable:
    """An index of a test's own."""
    return Variable(Symbol(f"test-{name}", WORD, name, name, name, sort=Sort.INDEX, size=size))


def tensor(name: str, *shape: Symbol) -> Tensor:
    """A tensor of a test's own."""
    return Tensor(Symbol(f"test-tensor-{name}", WORD, name, name, name, shape=shape))


i, j, b, c = index("i", SIZE), index("j", SIZE), index("b", COUNT), index("c", COUNT)
v, w, g = tensor("v", SIZE), tensor("w", SIZE), tensor("g", SIZE)
p, q, s, e = (Variable(symbol(name)) for name in "pqse")
mu, rho = (Variable(symbol(name)) for name in ("mu", "rho"))
draws = Tensor(Symbol("test-n", WORD, "n", "n", "n", shape=(COUNT,), sort=Sort.INDEX, size=SIZE))

# Entries with mean 0 and variance s², independent of one another or not; two numbers; coins; draws
NOISE = Random(w[i], Moments(as_node(0), s**2), independent=True)
TANGLED = Random(w[i], Moments(as_node(0), s**2))
ANY = Random(v[i], Moments())
P, Q = Random(p, Moments(mu, s**2)), Random(q, Moments())
COINS = Random(v[i], Bernoulli(rho), independent=True)
EVEN = Random(e, Symmetric(s**2))
REPLACED = Random(draws[b], Draws(replacement=True), independent=True)
KEPT_OUT = Random(draws[b], Draws(replacement=False))
APART, FREE = independent(p, q), independent(v, w)


def E(body: Node, *over: Tensor | Variable) -> Node:
    """The expectation."""
    return expectation(body, *over)


def Var(body: Node, *over: Tensor | Variable) -> Node:
    """The variance."""
    return variance(body, *over)
