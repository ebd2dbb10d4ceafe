"""Frozen values whose hash is worked out once: trees are compared and looked up over and over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any


class HashedOnce:
    """A frozen dataclass that compares as any other, and remembers its hash.

    What it remembers lies beside its fields, and does not leave the process: the hash of a text is
    another in the next.
    """

    __slots__ = ("_hash",)
    _hash: int

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # A dataclass keeps what it finds in the class itself
        cls.__hash__ = HashedOnce.__hash__  # type: ignore[method-assign]
        cls.__eq__ = HashedOnce.__eq__  # type: ignore[method-assign]

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            object.__setattr__(self, "_hash", hash((type(self), compared(self))))
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        if hash(self) != hash(other):
            return False
        own = _FIELDS[type(self)]  # known since its hash was asked for
        return bool(own(self) == own(other))

    def __getstate__(self) -> dict[str, Any]:
        return vars(self)


def compared(value: HashedOnce) -> object:
    """The fields that tell a value from others of its class."""
    kind = type(value)
    if kind not in _FIELDS:
        names = [each.name for each in fields(kind) if each.compare]  # type: ignore[arg-type]
        _FIELDS[kind] = attrgetter(*names) if names else lambda value: ()
    return _FIELDS[kind](value)


_FIELDS: dict[type, Callable[[HashedOnce], object]] = {}
