"""Rules that open expectations, each with what it may use of the hypotheses."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.averaging import independently, linearly, opened
from nnmath.proof.expectations import Covariance, Expectation, Variance
from nnmath.proof.moments import by_law
from nnmath.proof.nodes import Node
from nnmath.proof.rule import Library, Rule
from nnmath.proof.setting import Setting
from nnmath.proof.tree import children, with_children


def _linear(node: Node, setting: Setting, library: Library) -> Node:
    return opened(node, linearly)


linearity = Rule(
    "linearity",
    Text(ja="期待値の線形性", en="expectation is linear"),
    _linear,
)


def _independent(node: Node, setting: Setting, library: Library) -> Node:
    return opened(node, independently(setting.laws))


independence = Rule(
    "independence",
    Text(ja="独立な因子の期待値は積になる", en="independent factors have a product of means"),
    _independent,
)


def _lawful(node: Node, setting: Setting, library: Library) -> Node:
    laws = setting.laws_in(node)
    return opened(node, independently(laws, by_law(laws)))


by_laws = Rule(
    "by-laws",
    Text(ja="独立性と、それぞれの分布を使う", en="by independence and the laws"),
    _lawful,
)


def _spelled_out(node: Node, setting: Setting, library: Library) -> Node:
    parts = children(node)
    if parts:
        new = tuple(_spelled_out(part, setting, library) for part in parts)
        node = with_children(node, new)
    match node:
        case Variance(body, over):
            return Expectation((body - Expectation(body, over)) ** 2, over)
        case Covariance(first, second, over):
            centred = (each - Expectation(each, over) for each in (first, second))
            return Expectation(next(centred) * next(centred), over)
    return node


variance_defined = Rule(
    "variance",
    Text(ja="分散と共分散の定義", en="definition of variance and covariance"),
    _spelled_out,
)
