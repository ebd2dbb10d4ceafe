"""Sizes, indices and tensors made up by hand, for the tests of sums and matrices."""

from __future__ import annotations

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.differentiation import evaluate_derivatives
from nnmath.proof.indexed import Tensor
from nnmath.proof.kernel import prove
from nnmath.proof.matrices import about_entries
from nnmath.proof.nodes import Relation, Variable
from nnmath.proof.setting import Setting
from nnmath.proof.statements import Hypothesis
from nnmath.proof.verdict import Verdict
from tests.proof.making import WORD


def size(name: str) -> Symbol:
    """A count."""
    return Symbol(f"test-{name}", WORD, name, name, name, sort=Sort.COUNT)


def index(name: str, of: Symbol) -> Variable:
    """An index that runs to a size."""
    return Variable(Symbol(f"test-{name}", WORD, name, name, name, sort=Sort.INDEX, size=of))


def tensor(name: str, *shape: Symbol, sources: tuple[Tensor | Variable, ...] = ()) -> Tensor:
    """A vector, a matrix or a quantity."""
    return Tensor(Symbol(f"test-{name}", WORD, name, name, name, shape=shape), sources)


N, D, K = (size(name) for name in "NDK")
n, m = (index(name, N) for name in ("n", "m"))
i, j, p = (index(name, D) for name in "ijp")
k, o, q = (index(name, K) for name in "koq")
X, W, Y, A = tensor("X", N, D), tensor("W", D, K), tensor("Y", N, K), tensor("A", D, D)
a, b = tensor("a", D), tensor("b", D)
y, z = tensor("y", K), tensor("z", K)


def verdict(goal: Relation, *given: Hypothesis) -> Verdict:
    """What the kernel says of a comparison whose derivatives are carried out first."""
    goal = about_entries(goal)
    left, right = (evaluate_derivatives(side) for side in (goal.left, goal.right))
    return prove(Relation(left, goal.kind, right), Setting(given))
