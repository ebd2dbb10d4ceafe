"""Members of sequences: all go on together, one index after another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from nnmath.notation.symbol import Symbol
from tests.proof.digits import Value
from tests.proof.sampler import NoValue, TooClose

if TYPE_CHECKING:
    from tests.proof.grounds import Ground


def member(ground: Ground, symbol: Symbol, at: int) -> Value:
    """A member of a sequence: given, or from how it goes on.

    Raises:
        NoValue: There is none before the first, or what it goes on with has no value.
    """
    if at < 0:
        raise NoValue
    if symbol not in ground.rules or at == 0 or (symbol, (at,)) in ground.fixed:
        return ground.given(symbol, (at,))
    # One may hang on what the others have come to
    here, others = ground.where({}), [each for each in ground.rules if each != symbol]
    for before in range(at):
        for each in (symbol,) if before + 1 == at else (*others, symbol):
            if (each, (before + 1,)) not in here.fixed:
                rule = here.rules[each]
                try:
                    following = here.bound(rule.index, Fraction(before)).value(rule.following)
                except (NoValue, TooClose, ZeroDivisionError):
                    if each == symbol:
                        raise
                    others.remove(each)
                else:
                    here.fixed[each, (before + 1,)] = following
    return here.fixed[symbol, (at,)]
