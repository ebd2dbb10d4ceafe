"""The symbols of claims as the lines of a table."""

from __future__ import annotations

from dataclasses import dataclass

from nnmath.catalog import Entry
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Language
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Element, Variable
from nnmath.publishing.domains import letter, values
from nnmath.publishing.parts import free_parts, symbol_of


@dataclass(frozen=True)
class SymbolRow:
    """A line of a symbol table."""

    id: str
    latex: str
    meaning: str
    role: str
    role_name: str
    values: str
    code: str


def symbol_rows(entry: Entry, language: Language) -> tuple[SymbolRow, ...]:
    """The symbols of a claim as lines of a table, a sequence by its general member."""
    spoken = free_parts((*entry.lines, *entry.hypotheses))
    members = {symbol_of(part): part for part in spoken if isinstance(part, Element)}
    return tuple(symbol_row(each, language, members.get(each)) for each in entry.symbols)


def symbol_row(symbol: Symbol, language: Language, member: Element | None = None) -> SymbolRow:
    """A symbol as a line of a table."""
    part = member or (Tensor(symbol) if symbol.shape else Variable(symbol))
    return SymbolRow(
        id=symbol.id,
        latex=letter(part, language),
        meaning=symbol.meaning.to(language),
        role=symbol.role.value,
        role_name=symbol.role.label.to(language),
        values=values(symbol, language),
        code=symbol.code,
    )
