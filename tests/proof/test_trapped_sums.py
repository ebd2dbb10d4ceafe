"""Traps for sums: the index of a sum is nobody else's, whatever its letter."""

from __future__ import annotations

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.citing import Lemma
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import by
from nnmath.proof.kernel import derive
from nnmath.proof.nodes import SQRT, Variable
from nnmath.proof.rules import lemma
from nnmath.proof.setting import Setting
from nnmath.proof.statements import And, ForAll, Or, equal
from nnmath.proof.verdict import Status
from tests.proof.making import WORD, argue, have, library, shown, symbol, x

SIZE = symbol("N", Sort.COUNT)
i = Variable(Symbol("test-i", WORD, "i", "i", "i", sort=Sort.INDEX, size=SIZE))
v, u = (
    Tensor(Symbol(f"test-{name}", WORD, name, name, name, shape=(SIZE,))) for name in ("v", "u")
)
ROOT = library(Lemma("root", (x >= 0,), equal(SQRT(x**2), x)))
ROOTS = equal(total(i, SQRT(v[i] ** 2)), total(i, v[i]))


def test_a_lemma_under_a_sum_needs_its_hypotheses_for_every_term() -> None:
    step = have(ROOTS, by(lemma("root")))
    for every in (ForAll(i, v[i] >= 0), ForAll(i, v[i] > 1)):
        assert ROOTS in shown(argue(ROOTS, step, given=(every,), known=ROOT))
    for one in (v[i] >= 0, v[1] >= 0, v[i] > 1):
        assert ROOTS not in shown(argue(x * x >= 0, step, given=(one,), known=ROOT))


def test_parts_of_a_conjunction_are_put_in_and_those_of_a_choice_are_not() -> None:
    squares = equal(total(i, v[i] ** 2), total(i, u[i] ** 2))
    alike, other = ForAll(i, equal(v[i], u[i])), equal(x, 1)
    assert derive(squares, Setting((And((alike, other)),))).status is Status.PROVED
    for loose in (Or((alike, other)), Or((And((alike, other)), other)), And((other, other))):
        assert derive(squares, Setting((loose,))).status < Status.PROVED
