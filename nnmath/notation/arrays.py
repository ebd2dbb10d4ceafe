"""Makers of symbols that come by the dozen: sizes, indices and arrays, one letter each."""

from __future__ import annotations

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text


def size(id: str, letter: str, meaning: Text) -> Symbol:
    """A number of things: 1, 2, 3, …"""
    return Symbol(id=id, meaning=meaning, latex=letter, typst=letter, code=letter, sort=Sort.COUNT)


def index(id: str, letter: str, of: Symbol, meaning: Text) -> Symbol:
    """The number of one of them."""
    return Symbol(
        id=id,
        meaning=meaning,
        latex=letter,
        typst=letter,
        code=letter,
        sort=Sort.INDEX,
        size=of,
    )


def array(
    id: str,
    letter: str,
    shape: tuple[Symbol, ...],
    meaning: Text,
    *,
    typst: str = "",
    code: str = "",
    role: Role = Role.PLAIN,
) -> Symbol:
    """A vector, a matrix, or with no axes a quantity; its letter is LaTeX's.

    Args:
        id: Plain kebab-case name.
        letter: Its spelling in LaTeX.
        shape: The sizes of its axes.
        meaning: What it stands for.
        typst: Its spelling in Typst, where that differs.
        code: Its name in code, where that differs.
        role: Its part in learning.
    """
    return Symbol(
        id=id,
        meaning=meaning,
        latex=letter,
        typst=typst or letter,
        code=code or letter,
        role=role,
        shape=shape,
    )
