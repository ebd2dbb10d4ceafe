"""Symbols of early stopping by a validation loss."""

from __future__ import annotations

from nnmath.notation.arrays import array
from nnmath.notation.roles import Role
from nnmath.notation.symbols.descent import TIME
from nnmath.notation.text import Text

VALIDATION_LOSSES = array(
    "validation-losses",
    "V",
    (TIME,),
    Text(ja="s 回目に測った検証損失", en="validation loss at the s-th look"),
    role=Role.LOSS,
)
BEST_LOSSES = array(
    "best-losses",
    "b",
    (TIME,),
    Text(ja="それまでで最小の検証損失", en="least validation loss so far"),
    role=Role.LOSS,
)
