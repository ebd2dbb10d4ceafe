"""Reads the Typst that we print back into nodes, by the grammar that reads LaTeX."""

from __future__ import annotations

from nnmath.printing.law_words import said
from nnmath.printing.lexicon import Lexicon, Word
from nnmath.printing.reader import read
from nnmath.printing.scope import Scope
from nnmath.printing.typst import TYPST
from nnmath.proof.nodes import Node
from nnmath.proof.statements import Hypothesis

THEMSELVES = ("+", "-", "=", "<", ">", "'", ",")

TYPST_WORDS = {
    **{sign: Word((sign,)) for sign in THEMSELVES},
    "(": Word(("(",), closing=")"),
    ")": Word((")",)),
    "^(": Word(("^", "{"), closing="}"),
    "_(": Word(("_", "{"), closing="}"),
    "_": Word(("_",)),
    "abs(": Word(("|(",), closing=")|"),
    "frac(": Word(("fraction", "{"), closing="}", between=("}", "{")),
    "sqrt(": Word(("root", "{"), closing="}"),
    "e^(": Word(("exponential", "{"), closing="}"),
    "lim_(": Word(("limit", "{"), closing="}"),
    "sum_(": Word(("sum", "{"), closing="}"),
    "product_(": Word(("prod", "{"), closing="}"),
    "EE_(": Word(("expectation of", "{"), closing="}"),
    'op("Var")_(': Word(("variance of", "{"), closing="}"),
    'op("Cov")_(': Word(("covariance of", "{"), closing="}"),
    "integral_(": Word(("integral", "{"), closing="}"),
    "lr(bracket.l": Word(("[",), closing="]"),
    "bracket.r": Word(()),
    "upright(d)": Word(("differential",)),
    "partial": Word(("partial",)),
    "top": Word(("⊤",)),
    "comma": Word((",",)),
    "dot.o": Word(("⊙",)),
    "bold(1)": Word(("ones",)),
    "upright(bold(I))": Word(("identity",)),
    'op("diag")': Word(("diagonal",)),
    "dot.op": Word(("·",)),
    "slash": Word(("/",)),
    "infinity": Word(("∞",)),
    "pi": Word(("π",)),
    "cases(": Word(("cases",), closing="end cases", between=("next case",)),
    "& quad": Word(("&",)),
    "!=": Word(("≠",)),
    "<=": Word(("≤",)),
    ">=": Word(("≥",)),
    "->": Word(("→",)),
    "arrow.l": Word(("←",)),
    "arrow.r.not": Word(("↛",)),
    '"かつ"': Word(("∧",)),
    '"and"': Word(("∧",)),
    '"または"': Word(("∨",)),
    '"or"': Word(("∨",)),
    "not": Word(("¬",)),
    "=>": Word(("⇒",)),
    "<=>": Word(("⇔",)),
    "quad": Word(("gap",)),
    "space": Word(()),
    "dots": Word(("…",)),
    '"for every"': Word(("for every",)),
    '"すべての"': Word(("for all",)),
    '"について"': Word(("holds",)),
    **{(TYPST.words % text).strip(): Word((kind,)) for kind, text in said()},
}
LEXICON = Lexicon(words=TYPST_WORDS)


def read_typst(text: str, scope: Scope) -> Node | Hypothesis:
    """Read what `typst` printed.

    Args:
        text: Unmarked Typst.
        scope: The symbols that may occur, as `scope_of(thing, TYPST)` finds them.

    Raises:
        ReadError: It is not of the language that `typst` prints.
    """
    return read(text, LEXICON, scope)
