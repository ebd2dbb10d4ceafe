"""The two loops of L-BFGS multiply by the matrix that any number of pairs stands for."""

from __future__ import annotations

from nnmath.notation.symbols import quasi_newton as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import Kronecker, Tensor, total
from nnmath.proof.inferences import from_facts, instantiate
from nnmath.proof.nodes import Node, Sequence, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, Statement, equal
from nnmath.proof.substitution import substitute_in
from nnmath.theory.quasi_newton_vocabulary import i, j

t, m = Variable(symbols.PAIR_NUMBER), Variable(symbols.PAIR_COUNT)
k, l_ = Variable(symbols.COORDINATE), Variable(symbols.OTHER_COORDINATE)
n = Variable(symbols.PAIRS_DONE)
s, y = Tensor(symbols.PAIR_STEPS), Tensor(symbols.PAIR_CHANGES)
rho = Sequence(symbols.PAIR_PRODUCTS)
H, q, r = Tensor(symbols.MATRIX_PATH), Tensor(symbols.DOWN_PATH), Tensor(symbols.UP_PATH)
ZERO = as_node(0)


def along(pair: Node) -> Node:
    """α_t = ρ_t s_tᵀ q_t."""
    return rho[pair] * total(j, s[pair, j] * q[pair, j])


def factor(pair: Node, row: Variable, column: Variable) -> Node:
    """An entry of I − ρ_t s_t y_tᵀ."""
    return Kronecker(row, column) - rho[pair] * s[pair, row] * y[pair, column]


def down(pair: Node) -> Statement:
    """The first loop: q_{t−1} = q_t − α_t y_t."""
    return ForAll(i, equal(q[pair - 1, i], q[pair, i] - along(pair) * y[pair, i]))


def up(pair: Node) -> Statement:
    """The second loop: r_t = r_{t−1} + s_t(α_t − ρ_t y_tᵀ r_{t−1})."""
    rest = along(pair) - rho[pair] * total(j, y[pair, j] * r[pair - 1, j])
    return ForAll(i, equal(r[pair, i], r[pair - 1, i] + s[pair, i] * rest))


def update(pair: Node) -> Statement:
    """The update of the matrix by pair t."""
    inside = factor(pair, i, k) * H[pair - 1, k, l_] * factor(pair, j, l_)
    value = total(k, total(l_, inside)) + rho[pair] * s[pair, i] * s[pair, j]
    return ForAll(i, ForAll(j, equal(H[pair, i, j], value)))


def product(pair: Node) -> Statement:
    """r_t = H_t q_t."""
    return ForAll(i, equal(r[pair, i], total(j, H[pair, i, j] * q[pair, j])))


RULES = (ForAll(t, down(t)), ForAll(t, up(t)), ForAll(t, update(t)))
THERE = tuple(substitute_in(rule.statement, {t: n + 1}) for rule in RULES)
WORDS = (
    Text(ja="行きのループの式です。", en="What the first loop does with this pair."),
    Text(ja="帰りのループの式です。", en="What the second loop does with it."),
    Text(ja="行列の更新の式です。", en="How the pair updates the matrix."),
)
AT_ANY_LENGTH = Theorem(
    id="two-loops-at-any-length",
    name=Text(
        ja="組がいくつあっても、2重ループは行列を掛けるのと同じ",
        en="However many pairs there are, the two loops multiply by the matrix",
    ),
    statement=product(m),
    given=(*RULES, product(ZERO)),
    source="nocedal2006, Algorithm 7.4",
    argument=(
        Induction(
            index=n,
            last=m,
            statement=product(n),
            base=(
                Have(
                    statement=product(ZERO),
                    by=from_facts,
                    because=Text(
                        ja="組がなければ、はじめの行列を掛けるだけです。",
                        en="Without a pair it is the first matrix that multiplies.",
                    ),
                ),
            ),
            step=(
                *(
                    Have(statement=each, by=instantiate(t, n + 1), because=words)
                    for each, words in zip(THERE, WORDS, strict=True)
                ),
                Have(
                    statement=product(n + 1),
                    by=from_these(*THERE, product(n)),
                    because=Text(
                        ja="r = H q を代入すると、更新した行列に q を掛けた式になります。",
                        en="Put r = H q in: it is the updated matrix times the longer q.",
                    ),
                ),
            ),
        ),
    ),
)
CLAIMS = (AT_ANY_LENGTH,)
