"""The book with something changed in it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Cases, Have, Induction, Suppose
from nnmath.proof.claims import (
    Cited,
    Claim,
    Definition,
    Derivation,
    InWords,
    Link,
    Mistake,
    Optimizer,
    Theorem,
)
from nnmath.proof.library import Shelf
from nnmath.theory import SHELF

SAID = (Definition, Derivation, Theorem, Mistake, Optimizer, Cited, InWords)
ARGUED = (Link, Have, Suppose, Cases, Induction, ByDefinitionOfLimit)
OTHER_WORDS = Text(ja="別の言葉", en="other words")


def with_claim(new: Claim) -> Shelf:
    """The book with another claim in the place of the one that has its id."""
    assert new.id in SHELF
    return Shelf(new if id == new.id else claim for id, claim in SHELF.items())


def with_changed(id: str, **changes: Any) -> Shelf:
    """The book with other fields in a claim."""
    return with_claim(replace(SHELF[id], **changes))


def with_link(id: str, number: int, **changes: Any) -> Shelf:
    """The book with another link in a derivation."""
    claim = SHELF[id]
    assert isinstance(claim, Derivation)
    links = list(claim.links)
    links[number] = replace(links[number], **changes)
    return with_changed(id, links=tuple(links))


def reworded(thing: Any) -> Any:
    """A claim with other words in it; symbols and the kernel's own rules keep theirs."""
    if isinstance(thing, Text):
        return OTHER_WORDS
    if isinstance(thing, tuple):
        return tuple(map(reworded, thing))
    if isinstance(thing, (*SAID, *ARGUED)):
        changed = {each.name: reworded(getattr(thing, each.name)) for each in fields(thing)}
        return replace(thing, **changed)
    return thing
