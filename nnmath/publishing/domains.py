"""Which numbers symbols range over, as a reader is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Language, Text
from nnmath.printing import latex
from nnmath.proof.indexed import Tensor, is_endless
from nnmath.proof.nodes import Variable
from nnmath.publishing.parts import Part, free_parts, symbol_of
from nnmath.publishing.words import INTEGERS, SHAPES, SORTS


def domain(things: Iterable[Any], language: Language) -> tuple[tuple[str, str], ...]:
    """The free symbols of some statements as LaTeX, with the numbers that they stand for in words.

    What ranges over the same stands together, real numbers first.
    """
    found: dict[tuple[int, str, Text], list[str]] = {}
    for part in free_parts(things):
        names = found.setdefault(range_of(symbol_of(part)), [])
        names.append(letter(part, language))
    in_order = sorted(found.items(), key=lambda item: item[0][0])
    return tuple(
        (r",\ ".join(names) + bounds, words.to(language)) for (_, bounds, words), names in in_order
    )


def range_of(symbol: Symbol) -> tuple[int, str, Text]:
    """Where a symbol comes in the order, what is said of it in LaTeX, and in words."""
    sizes = [size for size in symbol.shape if not is_endless(size)]
    if sizes:
        lengths = r" \times ".join(latex(Variable(size)) for size in sizes)
        return 1, rf" \in \mathbb{{R}}^{{{lengths}}}", words_for(symbol)
    if symbol.size is not None:
        return 2 * len(SORTS), rf" = 1, \dots, {latex(Variable(symbol.size))}", INTEGERS
    return 2 * list(SORTS).index(symbol.sort), "", SORTS[symbol.sort]


def words_for(symbol: Symbol) -> Text:
    """The words for the values of a symbol that is no index."""
    axes = sum(not is_endless(size) for size in symbol.shape)
    return SHAPES[min(axes, len(SHAPES)) - 1] if axes else SORTS[symbol.sort]


def values(symbol: Symbol, language: Language) -> str:
    """The values of a symbol in plain text."""
    if symbol.sort is Sort.INDEX:
        assert symbol.size is not None
        return f"1, …, {symbol.size.code}"
    return words_for(symbol).to(language)


def letter(part: Part, language: Language) -> str:
    """A part alone as LaTeX: a vector or a matrix bold, a sequence of them by its member at t."""
    text = latex(part, language=language, marked=True)
    if isinstance(part, Tensor) and any(map(is_endless, part.symbol.shape)):
        index = latex(Variable(part.symbol.shape[0]))
        return text + (rf"^{{({index})}}" if part.symbol.raised else f"_{{{index}}}")
    return text
