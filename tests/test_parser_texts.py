"""Any text is read or refused at once, and what is printed as plain text reads back."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnmath.notation import symbols
from nnmath.printing import javascript, latex, numpy_source, plain, typst
from nnmath.printing.likeness import representative
from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Divide,
    Multiply,
    Negate,
    Node,
    Power,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.parser import ParseError, parse_declaration, parse_expression, parse_relation
from nnmath.proof.piecewise import Piecewise, piecewise
from nnmath.proof.special import ERF, PI
from nnmath.proof.statements import Chain, between
from nnmath.proof.tree import children, with_children

x, a, W = (Variable(symbols.SYMBOLS[name]) for name in ("excess", "curvature", "weight"))

DEEP = {
    "brackets": "(" * 100 + "x" + ")" * 100,
    "functions": "exp(" * 99 + "x" + ")" * 99,
    "signs": "-" * 99 + "x",
    "powers": "x^(" * 99 + "x" + ")" * 99,
    "bases": "(" * 99 + "x" + ")^2" * 9 + ")^x" * 90,
    "bars": "|(" * 60 + "x" + ")|" * 60,
    "quotients": "1/(" * 99 + "x" + ")" * 99,
    "rectifiers": "relu(" * 6 + "x" + ")" * 6,
    "mixture": "1+2*3^-(" * 24 + "x" + ")" * 24,
    "terms": "+".join("x" * 1000),
    "factors": "*".join("x" * 1000),
    "chains": "<".join("x" * 1000),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_the_deepest_text_is_printed_at_once(text: str) -> None:
    start = time.process_time()
    thing = parse_relation(text) if "<" in text else parse_expression(text)
    for write in (plain, latex, typst):
        assert write(thing)
    for write in (numpy_source, javascript):
        assert write(thing, name="f", parameters=(x,))
    assert time.process_time() - start < 1


pieces = st.sampled_from(
    [
        *"xaWηt0129.+-*/^()|=<>≤≠²½,' ",
        "exp(",
        "max(",
        "cases(",
        "relu(",
        "sinh(",
        "sigmoid(",
        "e",
        "**",
        "foo",
        "1e5",
        "W_0",
    ]
)
texts = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=string.printable, max_size=300),
    st.lists(pieces, max_size=60).map("".join),
    st.tuples(pieces, st.integers(0, 700)).map(lambda pair: pair[0] * pair[1]),
)


@given(text=texts)
@settings(max_examples=800, deadline=None)
def test_any_text_is_read_or_refused_quickly(text: str) -> None:
    start = time.process_time()
    for read in (parse_expression, parse_relation, parse_declaration):
        try:
            thing = read(text)
        except ParseError as error:
            assert len(str(error).splitlines()) == 1
        else:
            if isinstance(thing, (Node, Relation, Chain)):
                assert plain(thing) and latex(thing) and typst(thing)
    assert time.process_time() - start < 1


def two_cases(one: Node, other: Node, third: Node) -> Node:
    """One expression or another."""
    return piecewise((one, other < third), (other, between(one, other, third)))


def operands(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Every node that plain text can say."""
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Add, several),
        st.builds(Multiply, several),
        st.builds(Negate, inner),
        st.builds(Divide, inner, inner),
        st.builds(Power, inner, st.sampled_from((as_node(2), as_node(-3), x, -x))),
        st.builds(Apply, st.sampled_from((EXP, LOG, SQRT, ABS, TANH, ERF)), st.tuples(inner)),
        st.builds(
            lambda a, b, c: piecewise((a, b < c), (b, between(a, b, c))), inner, inner, inner
        ),
    )


leaves = st.sampled_from((x, a, W, PI, as_node(0), as_node("0.10"), as_node(-3), as_node("1/2")))
trees = st.recursive(leaves, operands, max_leaves=12)


def in_one_line(node: Node) -> Node:
    """The tree that stands for all that plain text prints alike: signs out of quotients too."""
    if isinstance(node, Piecewise):
        return with_children(node, tuple(map(in_one_line, children(node))))
    if not isinstance(node, (Divide, Multiply, Add, Negate, Power, Apply)):
        return representative(node)
    fields = {
        name: tuple(map(in_one_line, value)) if isinstance(value, tuple) else in_one_line(value)
        for name, value in vars(node).items()
        if name != "function"
    }
    kept = {"function": node.function} if isinstance(node, Apply) else {}
    made = representative(type(node)(**fields, **kept))
    if isinstance(made, Divide) and isinstance(made.numerator, Negate):
        return Negate(in_one_line(Divide(made.numerator.operand, made.denominator)))
    return made


@given(node=trees)
@settings(max_examples=500, deadline=None)
def test_plain_text_reads_back(node: Node) -> None:
    text = plain(node)
    back = parse_expression(text)
    assert in_one_line(back) == in_one_line(node), text
    assert in_one_line(parse_expression(plain(back))) == in_one_line(back)
