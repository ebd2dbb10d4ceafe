"""Reads the LaTeX that we print back into nodes: what is shown is compared with what was proved."""

from __future__ import annotations

from nnmath.printing.latex import CONTROL_WORD, LATEX
from nnmath.printing.law_words import said
from nnmath.printing.lexicon import Lexicon, Word
from nnmath.printing.reader import read
from nnmath.printing.scope import Scope
from nnmath.proof.nodes import Node
from nnmath.proof.statements import Hypothesis

THEMSELVES = ("{", "}", "(", ")", "^", "_", "+", "-", "/", ",", "=", "<", ">", "'", "[", "]")

LATEX_WORDS = {
    **{sign: Word((sign,)) for sign in THEMSELVES},
    r"\!": Word(()),
    r"\left(": Word(("(",)),
    r"\right)": Word((")",)),
    r"\left|": Word(("|(",)),
    r"\right|": Word((")|",)),
    r"\frac": Word(("fraction",)),
    r"\sqrt": Word(("root",)),
    "e^": Word(("exponential",)),
    r"\lim_": Word(("limit",)),
    r"\sum_": Word(("sum",)),
    r"\prod_": Word(("prod",)),
    r"\mathbb{E}_": Word(("expectation of",)),
    r"\operatorname{Var}_": Word(("variance of",)),
    r"\operatorname{Cov}_": Word(("covariance of",)),
    r"\left[": Word(("[",)),
    r"\right]": Word(("]",)),
    r"\int_": Word(("integral",)),
    r"\,": Word(()),
    r"\mathrm{d}": Word(("differential",)),
    r"\partial": Word(("partial",)),
    r"\top": Word(("⊤",)),
    r"\odot": Word(("⊙",)),
    r"\mathbf{1}": Word(("ones",)),
    r"\mathbf{I}": Word(("identity",)),
    r"\operatorname{diag}": Word(("diagonal",)),
    r"\cdot": Word(("·",)),
    r"\infty": Word(("∞",)),
    r"\pi": Word(("π",)),
    r"\begin{cases}": Word(("cases",)),
    r"\end{cases}": Word(("end cases",)),
    "&": Word(("&",)),
    r"\\": Word(("next case",)),
    r"\neq": Word(("≠",)),
    r"\leq": Word(("≤",)),
    r"\geq": Word(("≥",)),
    r"\to": Word(("→",)),
    r"\gets": Word(("←",)),
    r"\nrightarrow": Word(("↛",)),
    r"\text{ かつ }": Word(("∧",)),
    r"\text{ and }": Word(("∧",)),
    r"\text{ または }": Word(("∨",)),
    r"\text{ or }": Word(("∨",)),
    r"\allowbreak": Word(()),
    r"\lnot": Word(("¬",)),
    r"\Rightarrow": Word(("⇒",)),
    r"\Leftrightarrow": Word(("⇔",)),
    r"\quad": Word(("gap",)),
    r"\dots": Word(("…",)),
    r"\text{for every }": Word(("for every",)),
    r"\text{すべての }": Word(("for all",)),
    r"\text{ について}": Word(("holds",)),
    **{LATEX.words % text: Word((kind,)) for kind, text in said()},
}
LEXICON = Lexicon(words=LATEX_WORDS, ends=CONTROL_WORD)


def read_latex(text: str, scope: Scope) -> Node | Hypothesis:
    """Read what `latex` printed.

    Args:
        text: Unmarked LaTeX.
        scope: The symbols that may occur, as `scope_of(thing, LATEX)` finds them.

    Raises:
        ReadError: It is not of the language that `latex` prints.
    """
    return read(text, LEXICON, scope)
