"""What a verdict on a claim can hang on, as a digest: all that the claim says but for its words.

A change of words keeps the digest. What cannot be read here has none, and is proved each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import sha256
from importlib import import_module
from pkgutil import walk_packages
from types import CodeType, FunctionType
from typing import Any, TypeAlias

from nnmath import notation, proof
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text

Spelled: TypeAlias = Any  # what `repr` tells apart: a list is a tuple, a tuple anything else
READ = ("nnmath.notation.", "nnmath.proof.")  # their source is a part of every key
WORDS = ()


class Unreadable(ValueError):
    """Something has no content that could be compared; says what in one line."""


@dataclass(frozen=True)
class Content:
    """What a verdict can hang on.

    Args:
        digest: Of everything but words.
        symbols: By id, since words must not be needed to tell two apart.
    """

    digest: str
    symbols: Mapping[str, Symbol]


def content(thing: object) -> Content:
    """The content of a claim, or of what one is made of.

    Raises:
        Unreadable: A part is of an unknown kind, or has code that is not the kernel's.
    """
    speller = _Speller(own=_kernels_own())
    spelled = repr(speller.spell(thing))
    return Content(sha256(spelled.encode()).hexdigest(), speller.symbols)


def joined(parts: Iterable[Content]) -> str:
    """The digest of several contents together.

    Raises:
        Unreadable: They mean different symbols by one id.
    """
    symbols: dict[str, Symbol] = {}
    digest = sha256()
    for part in parts:
        digest.update(part.digest.encode())
        for symbol in part.symbols.values():
            _enter(symbol, symbols)
    return digest.hexdigest()


def _enter(symbol: Symbol, symbols: dict[str, Symbol]) -> None:
    if symbols.setdefault(symbol.id, symbol) != symbol:
        raise Unreadable(f"two symbols have the id {symbol.id!r}")


@dataclass
class _Speller:
    """Spells values the same way in every process, and keeps the symbols that it meets."""

    symbols: dict[str, Symbol] = field(default_factory=dict)
    within: list[FunctionType] = field(default_factory=list)
    own: Mapping[int, str] = field(default_factory=dict)

    def spell(self, value: object) -> Spelled:
        """The value in lists, tuples, numbers and text."""
        if value is None or isinstance(value, (str, bytes, int)):
            return value
        if isinstance(value, Text):
            return WORDS
        if isinstance(value, tuple):
            return [self.spell(item) for item in value]
        # The kernel may ask whether a rule is its own and not only whether it is equal
        if id(value) in self.own:
            return ("kernel", self.own[id(value)])
        if isinstance(value, Symbol):
            known = value.id in self.symbols
            _enter(value, self.symbols)
            if known:
                return ("symbol", value.id)
        kind = type(value)
        if is_dataclass(kind):
            name, parts = _parts(kind)
            return (name, *[self.spell(getattr(value, each)) for each in parts])
        return self._other(value)

    def _other(self, value: object) -> Spelled:
        match value:
            case Fraction():
                return ("Fraction", value.numerator, value.denominator)
            case Enum():
                return (_name(type(value)), value.name)
            case Mapping():
                return ("mapping", [(self.spell(k), self.spell(v)) for k, v in value.items()])
            case FunctionType():
                return self._function(value)
        raise Unreadable(f"{type(value).__qualname__} has no content that could be compared")

    def _function(self, function: FunctionType) -> Spelled:
        """A function as its code and what it has closed over, which may be itself."""
        if function in self.within:
            return ("within", self.within.index(function))
        self.within.append(function)
        closed = tuple(cell.cell_contents for cell in function.__closure__ or ())
        bound = (function.__defaults__, function.__kwdefaults__, closed)
        spelled = (_name(function), _code(function.__code__), *[self.spell(each) for each in bound])
        self.within.pop()
        return spelled


def _name(thing: type | FunctionType) -> str:
    """Where something is defined.

    Raises:
        Unreadable: Outside the sources that are a part of every key.
    """
    if not thing.__module__.startswith(READ):
        raise Unreadable(f"{thing.__module__}.{thing.__qualname__} is not the kernel's")
    return f"{thing.__module__}.{thing.__qualname__}"


@cache
def _parts(kind: type) -> tuple[str, tuple[str, ...]]:
    return _name(kind), tuple(each.name for each in fields(kind))


def _code(code: CodeType) -> Spelled:
    """Code without its place; functions of one name differ in it."""
    constants = [_code(c) if isinstance(c, CodeType) else _constant(c) for c in code.co_consts]
    return (code.co_name, code.co_code, constants, code.co_names, code.co_varnames)


def _constant(value: object) -> Spelled:
    return ("set", sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)


@cache
def _kernels_own() -> Mapping[int, str]:
    """The constants of the kernel's modules by identity.

    Of all modules, not of those that somebody has asked for: a constant goes by the first that has
    it, and a key must not hang on what else the process does.
    """
    modules = [
        module.name
        for package in (notation, proof)
        for module in walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return {
        id(value): f"{module}.{name}"
        for module in sorted(modules, reverse=True)
        for name, value in vars(import_module(module)).items()
        if is_dataclass(value) and not isinstance(value, (type, Symbol))
    }
