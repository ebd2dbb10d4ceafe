"""The set of nodes is closed: each has a rule in every printer, or is refused by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nnmath.printing import NoCode, UnknownNode, javascript, latex, numpy_source, plain, typst
from nnmath.printing.display import Display as DisplayWalk
from nnmath.proof.expectations import Averaged, expectation
from nnmath.proof.indexed import (
    ONE,
    Contraction,
    Integral,
    Iterated,
    Ranged,
    Repetition,
    total,
)
from nnmath.proof.laws import Independent, Moments, Random, independent
from nnmath.proof.matrices import Gradient
from nnmath.proof.nodes import INFINITY, Derivative, Limit, Node, Relation, as_node
from nnmath.proof.statements import (
    And,
    Assign,
    Chain,
    ForAll,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Tends,
)
from tests.printing.letters import W_, E, M, a, i, j, t, u, v, x


class Stranger(Node):
    """A node that no printer knows."""


@pytest.mark.parametrize(
    ("name", "write"),
    {
        "LaTeX": latex,
        "Typst": typst,
        "plain text": plain,
        "NumPy": lambda node: numpy_source(node, name="f", parameters=()),
        "JavaScript": lambda node: javascript(node, name="f", parameters=()),
    }.items(),
)
def test_an_unknown_node_raises(name: str, write: Callable[[Node], str]) -> None:
    with pytest.raises(UnknownNode, match=f"^{name} has no spelling for Stranger$"):
        write(1 + Stranger())


@pytest.mark.parametrize(
    "thing",
    (
        Limit(x, x, as_node(0)),
        Derivative(x, x),
        INFINITY,
        E(x),
        Tends(x, t, x),
        a,
        ForAll(x, x > 0),
        Gradient(u.T @ v, u),
        Derivative(total(i, u[i] ** 2), u[j]),
        total(t, W_[t], 0, 3),
        total(i, v[i]),
        expectation(u[i], u),
        Integral(x, x, ONE, a),
        Random(x, Moments()),
        independent(x, u),
    ),
    ids=plain,
)
def test_what_no_program_computes_is_refused_on_one_line(thing: object) -> None:
    for write in (numpy_source, javascript):
        with pytest.raises(NoCode) as caught:
            write(thing, name="f", parameters=(x, t, u, W_[t]))
        assert "\n" not in str(caught.value)


def closed_set() -> set[type]:
    """Every node that readers may meet: not the kernel's own, nor what others have in common."""
    found, waiting = set[type](), [Node]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {*below}
        waiting += below
    return found - {Stranger, Contraction, Repetition, Ranged, Iterated, Averaged}


def test_every_node_has_a_rule_in_every_printer() -> None:
    from nnmath.printing.javascript import JavaScript
    from nnmath.printing.numpy_code import NumPy
    from nnmath.printing.plain import Plain

    everything = closed_set() | {Relation, Chain, And, Or, Not, Implies, Iff, ForAll}
    everything |= {Tends, Assign, Recurrence, Random, Independent}
    assert len(everything) > 30
    for walk in (DisplayWalk, NumPy, JavaScript, Plain):
        assert set(walk.rules) == everything


@pytest.mark.parametrize("write", (latex, typst, plain), ids=lambda write: write.__name__)
def test_what_has_no_spelling_is_refused(write: Callable[[Node], str]) -> None:
    for own in (Contraction(i * i, (i,), (ONE,), (M,)), Repetition(i, i, ONE, M)):
        with pytest.raises(UnknownNode):
            write(1 + own)
