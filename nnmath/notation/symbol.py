"""A symbol of the book: a plain name, its meaning in both languages, its role and its spellings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nnmath.notation.roles import Role
from nnmath.notation.text import Text


class Sort(Enum):
    """The numbers that a symbol ranges over."""

    REAL = "real"
    NATURAL = "natural"  # 0, 1, 2, …
    COUNT = "count"  # 1, 2, 3, …
    INDEX = "index"  # 1, …, size

    @property
    def is_whole(self) -> bool:
        """Whether its numbers are integers, none below 0."""
        return self is not Sort.REAL


@dataclass(frozen=True)
class Symbol:
    """One symbol, identified by its id and not by its letter.

    Args:
        id: Plain kebab-case name, unique in the book.
        meaning: What it stands for.
        latex: Its spelling in LaTeX.
        typst: Its spelling in Typst.
        code: Its name in Python and JavaScript.
        role: Its part in learning, which gives it its colour.
        shape: The sizes of its axes; () for a number. The first may be a natural symbol: an axis
            0, 1, 2, … without end.
        raised: How many of its leading indices are written above, in brackets: 1 in a^{(l)}_{ni}.
        sort: The numbers that it ranges over.
        size: Of an index, the count that it runs to.
    """

    id: str
    meaning: Text
    latex: str
    typst: str
    code: str
    role: Role = Role.PLAIN
    shape: tuple[Symbol, ...] = ()
    raised: int = 0
    sort: Sort = Sort.REAL
    size: Symbol | None = None

    def __post_init__(self) -> None:
        if not self.code.isidentifier():
            raise ValueError(f"symbol {self.id!r}: {self.code!r} is no name that code can use")
        if (self.sort is Sort.INDEX) != (self.size is not None):
            raise ValueError(f"symbol {self.id!r}: an index, and nothing else, has a size")
        if any(size.sort is not Sort.COUNT for size in self.shape[1:]):
            raise ValueError(f"symbol {self.id!r}: a size is a count")
        if not 0 <= self.raised <= len(self.shape):
            raise ValueError(f"symbol {self.id!r}: {self.raised} of its indices cannot be raised")

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"Symbol({self.id!r})"
