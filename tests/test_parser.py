"""A doubter's text becomes nodes or one clear line; nothing is evaluated and nothing hangs."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path

import pytest

from nnmath.notation import symbols
from nnmath.notation.symbol import Sort
from nnmath.printing.likeness import representative
from nnmath.proof import parser
from nnmath.proof.nodes import (
    EXP,
    LOG,
    Number,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.parser import ParseError, parse_declaration, parse_expression, parse_relation
from nnmath.proof.piecewise import piecewise
from nnmath.proof.special import ERF, PI
from nnmath.proof.statements import Chain, between, equal

x, a, W = (Variable(symbols.SYMBOLS[name]) for name in ("excess", "curvature", "weight"))
theta = Variable(symbols.PARAMETER)

READINGS = {
    "2*x - 1": 2 * x - 1,
    "2x": 2 * x,
    "-x^2": -(x**2),
    "(-x)**2": (-x) ** 2,
    "2^3^2": as_node(2) ** (as_node(3) ** 2),
    "x - a - 1": x - a - 1,
    "x - (a - 1)": x - (a - 1),
    "x/a/2": x / a / 2,
    "x/(a*2)": x / (a * 2),
    "2x^2": 2 * x**2,
    "x^-2": x ** -as_node(2),
    "-x*a": -(x * a),
    "2*-x": 2 * (-x),
    "2/-x*a": (2 / (-x)) * a,
    "½x": as_node("1/2") * x,
    "x²": x**2,
    "x⁻²": x ** -as_node(2),
    "2·θ × x − 1": 2 * theta * x - 1,
    "１＋ｘ": 1 + x,
    "W": W,
    "0.10": as_node("0.10"),
    "|x|": abs(x),
    "||x| - 1|": abs(abs(x) - 1),
    "2|x|a": 2 * abs(x) * a,
    "x (a + 1)": x * (a + 1),
    "(x + 1)(a - 1)": (x + 1) * (a - 1),
    "exp(-x)": EXP(-x),
    "e^x": EXP(x),
    "ln(x)": LOG(x),
    "2π": 2 * PI,
    "erf(x/2)": ERF(x / 2),
    "sigmoid(x)": 1 / (1 + EXP(-x)),
    "softplus(x)": LOG(1 + EXP(x)),
    "sinh(x)": (EXP(x) - EXP(-x)) / 2,
    "relu(x)": piecewise((0, x < 0), (x, x >= 0)),
    "step(x - a)": piecewise((0, x - a < 0), (1, x - a >= 0)),
    "sign(x)": piecewise((-1, x < 0), (0, equal(x, 0)), (1, x > 0)),
    "max(x, 2a)": piecewise((x, x >= 2 * a), (2 * a, x < 2 * a)),
    "min(x, a)(x + 1)": piecewise((x, x <= a), (a, x > a)) * (x + 1),
    "cases(|x|, x < a, 0, a ≤ x < 1, 1, x >= 1)": piecewise(
        (abs(x), x < a), (0, between(a, x, 1, closed="low")), (1, x >= 1)
    ),
    "2*sigmoid(2*x) - 1": 2 * (1 / (1 + EXP(-(2 * x)))) - 1,
}


@pytest.mark.parametrize("text", READINGS)
def test_text_means_what_a_mathematician_reads(text: str) -> None:
    assert representative(parse_expression(text)) == representative(READINGS[text])


def test_relations_and_chains() -> None:
    assert parse_relation("x > 0") == Relation(x, ">", as_node(0))
    assert parse_relation("x ≠ 1") == parse_relation("x != 1") == Relation(x, "≠", as_node(1))
    assert parse_relation("x == a") == parse_relation("x = a") == Relation(x, "=", a)
    chain = parse_relation("0 < x ≤ 1")
    assert chain == Chain((as_node(0), x, as_node(1)), ("<", "≤"))


def test_names() -> None:
    """A registered code name is its symbol, any other a fresh real one, the same every time."""
    assert parse_expression("learning_rate") == Variable(symbols.LEARNING_RATE)
    assert parse_expression("t").symbol.sort is Sort.NATURAL
    fresh = parse_expression("W_0").symbol
    assert (fresh.code, fresh.latex, fresh.typst, fresh.sort) == (
        "W_0",
        "W_{0}",
        "W_(0)",
        Sort.REAL,
    )
    # The book's D is a count: a reader's is any number
    assert parse_expression("D").symbol.sort is Sort.REAL
    assert parse_expression("η") == parse_expression("eta")
    assert parse_expression("η").symbol.latex == r"\eta"
    assert parse_expression("x1").symbol.latex == "x_{1}"
    assert parse_expression("k_hat").symbol.latex == r"k_{\mathrm{hat}}"
    assert parse_expression("rate").symbol.latex == r"\mathrm{rate}"


def test_declarations() -> None:
    for text in ("n natural", "n is natural", "n ∈ ℕ", "n in N"):
        assert parse_declaration(text) == ("n", Sort.NATURAL)
    assert parse_declaration("n > 0") is None
    assert parse_expression("n", {"n": Sort.NATURAL}).symbol.sort is Sort.NATURAL
    assert parse_expression("t", {"t": Sort.REAL}).symbol.sort is Sort.REAL
    assert parse_expression("e", {"e": Sort.REAL}).symbol.code == "e"


REFUSALS = {
    "": "unexpected the end at column 1",
    "foo(3)": "unknown function 'foo' at column 1: known are exp, log",
    "sigmod(x)": "did you mean 'sigmoid'?",
    "x + foo(3)": "'foo' at column 5",
    "x(a + 1)": "for a product write x*(…)",
    "__import__('os')": 'unexpected character "\'" at column 12',
    "__import__": "'__import__' is not supported at column 1",
    "(x": "')' is missing for the '(' at column 1",
    "|x": "'|' is missing for the '|' at column 1",
    "x)": "unexpected ')' at column 2",
    "x +": "unexpected the end at column 4",
    "2 3": "unexpected '3' at column 3: write an operator",
    "2½": "unexpected '½' at column 2",
    "1/2x": "unexpected 'x' at column 4: after a division write (a/b)*c or a/(b*c)",
    "exp x": "write exp(…)",
    "inf": "'inf' is not supported",
    "max(x)": "unexpected ')' at column 6: write max(a, b)",
    "relu(x, a)": "unexpected ',' at column 7",
    "cases(x)": "unexpected ')' at column 8: write a value and its condition",
    "cases(x, a)": "nothing is compared at column 11: write a condition such as x > 0",
    "cases(x, x > 0": "')' is missing for the '(' at column 6",
    "max(" * 30 + "x" + ", 1)" * 30: "parts when written out",
    "x[0]": "unexpected character '[' at column 2",
    "x > 0": "without a comparison",
    "x" * 2001: "the text is too long",
    "x^1001": "an exponent over 1000 at column 2",
    "(x^100)^100": "an exponent over 1000",
    "x^(10^10^10)": "an exponent over 1000",
    "x^(10^400 - 10^400)": "an exponent over 1000",
    "9" * 61: "is too long at column 1: at most 60 digits",
    "1e99": "is too long",
    "(" * 900 + "x": "nested too deeply",
    "-" * 150 + "x": "nested more than 100 deep",
    "x^" * 150 + "x": "nested",
    "/".join("x" * 150): "nested more than 100 deep",
    "sinh(" * 30 + "x" + ")" * 30: "parts when written out",
    "x\n+\n;": "unexpected character ';' at column 5",
}


@pytest.mark.parametrize("text", REFUSALS, ids=lambda text: repr(text[:20]))
def test_a_refusal_is_one_line_that_says_where(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_expression(text)
    message = str(caught.value)
    assert REFUSALS[text] in message
    assert len(message.splitlines()) == 1 and len(message) < 250


def test_a_relation_needs_a_comparison() -> None:
    with pytest.raises(ParseError, match="nothing is compared at column 2"):
        parse_relation("x")


def test_nothing_is_evaluated() -> None:
    """The parser's own modules call nothing that could run a reader's text."""
    folder = Path(parser.__file__).parent
    forbidden = {"eval", "exec", "compile", "getattr", "__import__", "globals", "literal_eval"}
    for name in ("parser", "operators", "lexer", "growth", "unknowns"):
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        called = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & forbidden


def test_numbers_are_exact() -> None:
    number = parse_expression("0.1")
    assert isinstance(number, Number) and number.value == Fraction(1, 10)
