"""Random sums against numbers worked out by hand: two that differ are never proved equal.

The second opinion runs over the indices in plain Python; nothing of the kernel is used for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial
from random import Random

import pytest

from nnmath.notation.symbol import Symbol
from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.fields import Field, in_field
from nnmath.proof.indexed import Entry, Iterated, Kronecker, Product, Sum, Tensor, product, total
from nnmath.proof.nodes import Add, Divide, Multiply, Negate, Node, Number, Power, Variable, as_node
from tests.proof.indices import A, D, K, W, a, b, i, index, j, k, p, q, y, z

SIZES = {D: 3, K: 2}
INDICES = {D: (i, j, p), K: (k, q, index("o", K))}
TENSORS = (a, b, A, W, y, z)
PAIRS = 400


def expression(rng: Random, depth: int, bound: tuple[Variable, ...]) -> Node:
    """A random expression in the indices that are in scope."""
    if depth == 0:
        return leaf(rng, bound)
    kind = rng.choice(("sum", "sum", "sum", "product", "times", "times", "plus", "square", "over"))
    if kind in ("sum", "product"):
        index = rng.choice(INDICES[rng.choice((D, K))])
        body = expression(rng, depth - 1, (*bound, index))
        return (total if kind == "sum" or depth > 2 else product)(index, body)
    if kind == "square":
        return expression(rng, depth - 1, bound) ** 2
    first, second = (expression(rng, depth - 1, bound) for _ in range(2))
    if kind == "over":
        return first / (1 + leaf(rng, bound) ** 2)
    return first * second if kind == "times" else first + second


def leaf(rng: Random, bound: tuple[Variable, ...]) -> Node:
    """An entry, a delta or a number."""
    scope = {size: _in_scope(size, bound) for size in SIZES}
    if rng.random() < 0.15:
        return as_node(rng.choice((-1, 2, 3)))
    if rng.random() < 0.2:
        size = rng.choice((D, K))
        return Kronecker(rng.choice(scope[size]), rng.choice(scope[size]))
    tensor = rng.choice(TENSORS)
    return Entry(tensor, tuple(rng.choice(scope[size]) for size in tensor.symbol.shape))


def _in_scope(size: Symbol, bound: tuple[Variable, ...]) -> list[Variable]:
    return [each for each in (*bound, INDICES[size][0]) if each.symbol.size == size]


def rewritten(rng: Random, node: Node) -> Node:
    """The same value in another spelling, mostly: now and then a letter slips."""
    match node:
        case Sum() | Product():
            other = rng.choice(INDICES[node.index.symbol.size])  # type: ignore[index]
            body = rewritten(rng, node.body)
            if rng.random() < 0.5:
                body, other = renamed(body, node.index, other), other
                return type(node)(body, other, node.low, node.high)
            return type(node)(body, node.index, node.low, node.high)
        case Multiply((first, second)):
            return rewritten(rng, second) * rewritten(rng, first)
        case Add((first, second)):
            return rewritten(rng, second) + rewritten(rng, first)
        case Power(base, exponent):
            inner = rewritten(rng, base)
            return inner * rewritten(rng, base) if rng.random() < 0.5 else Power(inner, exponent)
        case Divide(top, bottom):
            return rewritten(rng, top) / bottom
    return node


def renamed(node: Node, old: Variable, new: Variable) -> Node:
    """One letter for another, without a thought for what it captures: a slip as often as not."""
    match node:
        case Entry(tensor, indices):
            return Entry(tensor, tuple(new if each == old else each for each in indices))
        case Kronecker(first, second):
            return Kronecker(*(new if each == old else each for each in (first, second)))
        case Sum() | Product():
            if node.index == old:
                return node
            return type(node)(renamed(node.body, old, new), node.index, node.low, node.high)
        case Multiply(parts) | Add(parts):
            return type(node)(tuple(renamed(part, old, new) for part in parts))
        case Power(base, exponent):
            return Power(renamed(base, old, new), exponent)
        case Divide(top, bottom):
            return Divide(renamed(top, old, new), renamed(bottom, old, new))
    return node


def value(node: Node, at: Mapping[Variable, int], numbers: Mapping[Tensor, Random]) -> Fraction:
    """Its value, one term after the other."""
    match node:
        case Number(number):
            return number
        case Entry(tensor, indices):
            places = tuple(at[each] for each in indices)  # type: ignore[index]
            return Fraction(Random(f"{id(numbers)}{tensor.symbol.id}{places}").randint(-9, 9), 7)
        case Kronecker(first, second):
            return Fraction(at[first] == at[second])  # type: ignore[index]
        case Iterated():
            found = Fraction(isinstance(node, Product))
            for step in range(1, SIZES[node.index.symbol.size] + 1):  # type: ignore[index]
                term = value(node.body, {**at, node.index: step}, numbers)
                found = found * term if isinstance(node, Product) else found + term
            return found
        case Multiply(parts):
            result = Fraction(1)
            for part in parts:
                result *= value(part, at, numbers)
            return result
        case Add(parts):
            return sum((value(part, at, numbers) for part in parts), Fraction(0))
        case Negate(inner):
            return -value(inner, at, numbers)
        case Power(base, Number(exponent)):
            return value(base, at, numbers) ** int(exponent)
        case Divide(top, bottom):
            return value(top, at, numbers) / value(bottom, at, numbers)
    raise TypeError(type(node))


def _is_zero(field: Field, node: Node) -> bool:
    return field.is_zero(field.form(node))


def equal_by_hand(first: Node, second: Node) -> bool:
    """Whether they are equal for every value of the free indices and several draws."""
    for _ in range(3):
        numbers: dict[Tensor, Random] = {}
        for d in range(1, SIZES[D] + 1):
            for c in range(1, SIZES[K] + 1):
                at = {i: d, k: c}
                if value(first, at, numbers) != value(second, at, numbers):
                    return False
    return True


@pytest.mark.parametrize("seed", range(4))
def test_the_kernel_agrees_with_sums_worked_out_by_hand(seed: int) -> None:
    rng = Random(seed)
    proved = equal = 0
    for _ in range(PAIRS // 4):
        first = expression(rng, 3, ())
        second = rewritten(rng, first)
        try:
            same = in_field(partial(_is_zero, node=first - second))
        except OutsideTheKernel:
            continue
        by_hand = equal_by_hand(first, second)
        assert by_hand or not same, (first, second)
        proved, equal = proved + same, equal + by_hand
    assert proved >= 0.9 * equal > 10
