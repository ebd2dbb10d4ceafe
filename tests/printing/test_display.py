"""LaTeX prints what the author wrote, in the language and with the marks asked for."""

from __future__ import annotations

from fractions import Fraction

import pytest

from nnmath.printing import latex, typst
from nnmath.proof.nodes import Number, as_node
from nnmath.proof.statements import ForAll, Iff, Tends, between
from tests.printing.letters import W_, eta, t
from tests.printing.written import AS_WRITTEN


@pytest.mark.parametrize(("thing", "expected"), AS_WRITTEN, ids=[text for _, text in AS_WRITTEN])
def test_latex_prints_what_the_author_wrote(thing: object, expected: str) -> None:
    assert latex(thing) == expected


def test_words_are_in_the_language_asked_for() -> None:
    always = Iff(ForAll(W_[0], Tends(W_[t], t, as_node(0))), between(0, eta, 1))
    assert latex(always, language="en") == (
        r"W_t \to 0 \quad (t \to \infty) \quad \text{for every } W_0"
        r" \quad\Leftrightarrow\quad 0 < \eta < 1"
    )
    assert latex(always, language="ja") == (
        r"(\text{すべての } W_0 \text{ について}\quad W_t \to 0 \quad (t \to \infty))"
        r" \quad\Leftrightarrow\quad 0 < \eta < 1"
    )

    both = ForAll(W_[0], ForAll(t, W_[t] * W_[0] >= 0))
    assert latex(both) == r"W_t W_0 \geq 0 \quad \text{for every } W_0, t"


def test_marks_carry_roles_and_ids() -> None:
    step = eta * W_[t]
    assert latex(step, marked=True) == (
        r"\htmlClass{role-learning-rate}{\eta}\htmlClass{role-weight}{W}_{\htmlClass{role-weight}{t}}"
    )
    assert typst(2 * eta, marked=True) == "2 {{ eta : learning-rate }}"


def test_numbers_keep_their_spelling() -> None:
    assert [latex(as_node(text)) for text in ("0.10", "1/2", "-1/2", "1e-3")] == [
        "0.10",
        r"\frac{1}{2}",
        r"-\frac{1}{2}",
        "0.001",
    ]
    assert latex(Number(Fraction(1, 8))) == r"\frac{1}{8}"
