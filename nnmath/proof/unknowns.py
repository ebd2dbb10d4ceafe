"""Names in a reader's claim: a symbol of the book, or a fresh one made for the occasion."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols import SYMBOLS
from nnmath.notation.text import Text
from nnmath.proof.nodes import Variable

SMALL_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma tau upsilon phi chi psi omega"
)
CAPITAL_NAMES = "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ",
        [*SMALL_NAMES.split(), *CAPITAL_NAMES.split()],
        strict=True,
    )
)
GREEK_NAMES = frozenset(GREEK.values())
# x1 is x with index 1, W_0 is W with index 0, m_hat is m with index hat
PARTS = re.compile(r"([A-Za-z]+)_*((?<=_)[A-Za-z0-9_]+|[0-9][A-Za-z0-9_]*|)")
# The first symbol of a code name: `W` is the weight, its sequence is not what a reader types.
# A reader's letter is a real number, or t; whole numbers and tensors have letters by the dozen
BY_CODE = {
    symbol.code: symbol
    for symbol in reversed(SYMBOLS.values())
    if not symbol.shape and (symbol.sort is Sort.REAL or symbol.code == "t")
}


def spelled_out(name: str) -> str:
    """The name in ASCII.

    >>> spelled_out("η"), spelled_out("θ_1"), spelled_out("W")
    ('eta', 'theta_1', 'W')
    """
    return GREEK[name[0]] + name[1:] if name[0] in GREEK else name


def variable(name: str, declarations: Mapping[str, Sort]) -> Variable:
    """The variable of an ASCII name; a declaration overrules the registry.

    >>> variable("learning_rate", {}).symbol
    Symbol('learning-rate')
    >>> variable("x_1", {}).symbol.latex
    'x_{1}'
    """
    if name in BY_CODE and declarations.get(name, BY_CODE[name].sort) is BY_CODE[name].sort:
        return Variable(BY_CODE[name])
    return Variable(fresh(name, declarations.get(name, Sort.REAL)))


def fresh(name: str, sort: Sort) -> Symbol:
    """A symbol of the reader's own."""
    match = PARTS.fullmatch(name)
    assert match is not None
    stem, index = match.groups()
    return Symbol(
        id=f"reader-{name}",
        meaning=Text(ja=f"変数 {name}", en=f"variable {name}"),
        latex=latex_stem(stem) + (f"_{{{latex_index(index)}}}" if index else ""),
        typst=typst_stem(stem) + (f"_({typst_index(index)})" if index else ""),
        code=name,
        sort=sort,
    )


def latex_stem(stem: str) -> str:
    """A letter, a Greek letter, or an upright word."""
    if stem in GREEK_NAMES:
        return f"\\{stem}"
    return stem if len(stem) == 1 else latex_word(stem)


def latex_index(index: str) -> str:
    """Digits or a letter as they are, a word upright."""
    return index if index.isdigit() or len(index) == 1 else latex_word(index)


def latex_word(word: str) -> str:
    """An upright word."""
    return r"\mathrm{" + word.replace("_", r"\_") + "}"


def typst_stem(stem: str) -> str:
    """A letter, a Greek letter, or an upright word."""
    return stem if stem in GREEK_NAMES or len(stem) == 1 else f'upright("{stem}")'


def typst_index(index: str) -> str:
    """Digits or a letter as they are, a word upright."""
    return index if index.isdigit() or len(index) == 1 else f'upright("{index}")'
