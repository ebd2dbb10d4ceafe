"""Generators of the field: what each opaque part of an expression is known by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nnmath.notation.symbol import Symbol
from nnmath.proof.hashed_once import HashedOnce


@dataclass(frozen=True)
class Generator(HashedOnce):
    """What a generator stands for; `argument` is the form below an exp, a root, an absolute value,
    or the base of a power."""

    kind: str
    key: Any  # hashable; its shape hangs on the kind
    argument: Any = None

    @property
    def is_whole(self) -> bool:
        """Whether it stands for one of 0, 1, 2, …: a symbol, or an entry of whole numbers."""
        symbol = self.key[0].symbol if self.kind == "entry" else self.key
        return isinstance(symbol, Symbol) and symbol.sort.is_whole


@dataclass
class TooSmall(Exception):
    """The field needs more generators, or finer exponentials, than it was made with."""

    capacity: int
    fineness: int
