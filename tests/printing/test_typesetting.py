"""KaTeX and Typst set whatever is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typst import Compiler

from nnmath.notation.text import LANGUAGES
from nnmath.printing import latex, typst
from tests.printing.engine import NodeProcess
from tests.printing.test_reading import the_book
from tests.printing.trees import things
from tests.printing.written import AS_WRITTEN

KATEX = Path(__file__).parents[2] / "docs" / "_widgets" / "node_modules" / "katex"
# As the site sets it: anything that KaTeX only warns of is an error, but for our own classes
SET = """(text) => {
  const strict = (code) => (code === "htmlExtension" ? "ignore" : "error");
  const trust = ({command}) => command === "\\\\htmlClass";
  return require(KATEX).renderToString(text, {throwOnError: true, strict, trust}).length;
}""".replace("KATEX", json.dumps(str(KATEX)))


@given(thing=things, language=st.sampled_from(LANGUAGES), marked=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_katex_sets_what_latex_prints(
    node_process: NodeProcess, thing: object, language: str, marked: bool
) -> None:
    text = latex(thing, language=language, marked=marked)
    (length,) = node_process.values(SET, [(text,)])
    assert isinstance(length, int), (text, length)


def test_katex_sets_the_book(node_process: NodeProcess) -> None:
    for thing in the_book():
        text = latex(thing, marked=True)
        (length,) = node_process.values(SET, [(text,)])
        assert isinstance(length, int), (text, length)


PAGE = "#set page(width: auto, height: auto, margin: 0pt)\n{preamble}\n$ {formula} $"


def drawn(compiler: Compiler, formula: str, preamble: str = "") -> bytes:
    """The formula as SVG."""
    page = PAGE.format(preamble=preamble, formula=formula)
    image: bytes = compiler.compile(input=page.encode(), format="svg")
    return image


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler()


@given(thing=things, language=st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_typst_compiles(compiler: Compiler, thing: object, language: str) -> None:
    assert drawn(compiler, typst(thing, language=language))


@pytest.mark.parametrize("thing", [thing for thing, _ in AS_WRITTEN], ids=latex)
def test_typst_marks_leave_the_picture_as_it_was(compiler: Compiler, thing: object) -> None:
    from manim.mobject.text.typst_mobject import MathTypst, _manimgrp_preamble

    grouped, labels = MathTypst._preprocess_groups(typst(thing, marked=True))
    assert labels or "W" not in typst(thing)
    assert drawn(compiler, grouped, _manimgrp_preamble(None)) == drawn(compiler, typst(thing))
