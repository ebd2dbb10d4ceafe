"""What `import nnmath` gives, and what it leaves unimported."""

from __future__ import annotations

import subprocess
import sys

import pytest

import nnmath
from nnmath.notation.symbol import Sort
from nnmath.proof.nodes import Variable
from nnmath.proof.question import Given
from nnmath.proof.statements import equal
from nnmath.proof.verdict import Status

X = Variable(nnmath.catalog["bernoulli-inequality"].symbols[0])


def test_the_public_surface() -> None:
    assert nnmath.prove((X + 1) ** 2, X**2 + 2 * X + 1).status is Status.PROVED
    assert nnmath.prove(equal(X, X + 1)).status is Status.REFUTED
    assert nnmath.prove("r^(n+1)", "r*r^n", domain={"n": "natural"}).status is Status.PROVED
    assert nnmath.prove("sqrt(u^2)", "u", given=("u > 0",)).status is Status.PROVED
    rule = nnmath.optimizer("gradient-descent", learning_rate=0.5)
    run = nnmath.descend(nnmath.surface("worked-example"), 3.0, rule, steps=1)
    assert run.positions.tolist() == [3.0, 0.0]


@pytest.mark.parametrize("given", ["x > 0", ["x > 0"], X > 0, (X > 0,), iter(["x > 0"])])
def test_one_hypothesis_may_stand_alone(given: Given) -> None:
    assert nnmath.prove("sqrt(x^2)", "x", given=given).status is Status.PROVED


def test_a_domain_may_say_greek_names() -> None:
    assert nnmath.prove("η >= 0", domain={"η": "natural"}).status is Status.PROVED
    assert nnmath.prove("n >= 1", domain={"n": Sort.COUNT}).status is Status.PROVED


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"left": X, "right": 1.5}, "a side is 1.5 (float), no expression: write a text"),
        ({"left": X}, "one argument alone must be a comparison, such as x^2 >= 0"),
        (
            {"given": ["x > 0", 3]},
            "given[1] is 3 (int), no statement: write a text such as 'x > 0'",
        ),
        ({"given": [X]}, "given[0] is Variable(symbol=Symbol('excess')) (Variable), no statement:"),
        ({"given": None}, "given is None (NoneType), no statement: write a text"),
        ({"domain": ["n"]}, "domain is ['n'] (list): give a mapping, such as {'n': 'natural'}"),
        ({"domain": "n natural"}, "domain is 'n natural' (str): give a mapping"),
        ({"domain": {"2x": "real"}}, "domain has the key '2x': give a name as text, such as 'n'"),
        ({"domain": {"n": "complex"}}, "domain['n'] is 'complex', no kind of number: give 'real',"),
        ({"domain": {"n": []}}, "domain['n'] is [], no kind of number: give 'real', 'natural'"),
        ({"domain": {"n": Sort.INDEX}}, "domain['n'] is 'index', no kind of number: give 'real'"),
    ],
)
def test_what_cannot_be_a_claim_is_told_in_one_line(
    arguments: dict[str, object], said: str
) -> None:
    sides = {} if "left" in arguments else {"left": "x", "right": "x"}
    with pytest.raises((TypeError, ValueError)) as error:
        nnmath.prove(**sides, **arguments)  # type: ignore[arg-type]
    assert str(error.value).startswith(said) and "\n" not in str(error.value)


def test_neither_films_nor_pages_are_imported_unasked() -> None:
    code = "import sys, nnmath.cli; print({'manim', 'mkdocs', 'av', 'scenes'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "set()"
