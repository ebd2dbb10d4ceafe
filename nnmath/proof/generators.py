"""Generators of the field: what each opaque part of an expression is known by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Generator:
    """What a generator stands for; `argument` is the form below an exp, a root, an absolute value,
    or the base of a power."""

    kind: str
    key: Any  # hashable; its shape hangs on the kind
    argument: Any = None


@dataclass
class TooSmall(Exception):
    """The field needs more generators, or finer exponentials, than it was made with."""

    capacity: int
    fineness: int
