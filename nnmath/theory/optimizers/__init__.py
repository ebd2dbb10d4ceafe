"""The optimizers as their papers and the frameworks write them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nnmath.theory.optimizers import adagrad, adam, adam_kin, momentum, newton
from nnmath.theory.optimizers.conventions import FRAMEWORKS, PAPER, Convention, Family, under
from nnmath.theory.worked_example import GRADIENT_DESCENT

__all__ = ["CLAIMS", "FAMILIES", "FRAMEWORKS", "PAPER", "Convention", "Family", "under"]

# Full descent is on the book's own shelf
DESCENT = Family(GRADIENT_DESCENT)
FILES = (momentum, adagrad, adam, adam_kin, newton)
FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        family.paper.id: family
        for family in (DESCENT, *(each for file in FILES for each in file.FAMILIES))
    }
)
CLAIMS = tuple(
    claim
    for family in FAMILIES.values()
    for claim in family.variants.values()
    if claim != GRADIENT_DESCENT
)
