"""Generators of the field: what each opaque part of an expression is known by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

Form: TypeAlias = Any  # sympy.polys.fields.FracElement, which has no stubs
Polynomial: TypeAlias = Any  # sympy.polys.rings.PolyElement


@dataclass(frozen=True)
class Generator:
    """What a generator stands for; `argument` is the form below an exp, a root, an absolute value,
    or the base of a power."""

    kind: str
    key: Any  # hashable; its shape hangs on the kind
    argument: Form = None


@dataclass
class TooSmall(Exception):
    """The field needs more generators, or finer exponentials, than it was made with."""

    capacity: int
    fineness: int
