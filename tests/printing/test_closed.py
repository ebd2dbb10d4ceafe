"""The set of nodes is closed: each has a rule in every printer, or is refused by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nnmath.printing import NoCode, UnknownNode, javascript, latex, numpy_source, plain, typst
from nnmath.printing.display import Display as DisplayWalk
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
from tests.printing.letters import E, a, t, x


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
    ),
    ids=plain,
)
def test_what_no_program_computes_is_refused_on_one_line(thing: object) -> None:
    for write in (numpy_source, javascript):
        with pytest.raises(NoCode) as caught:
            write(thing, name="f", parameters=(x, t))
        assert "\n" not in str(caught.value)


def test_every_node_has_a_rule_in_every_printer() -> None:
    from nnmath.printing.javascript import JavaScript
    from nnmath.printing.numpy_code import NumPy
    from nnmath.printing.plain import Plain

    everything = {*Node.__subclasses__(), Relation, Chain, And, Or, Not, Implies, Iff, ForAll}
    everything |= {Tends, Assign, Recurrence}
    for walk in (DisplayWalk, NumPy, JavaScript, Plain):
        assert set(walk.rules) == everything - {Stranger}
