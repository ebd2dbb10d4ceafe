"""Fuel: how much work a proof may take, counted in steps and not in seconds.

The same verdict on every machine, and an end for every expression that a reader can type.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from nnmath.proof.coefficients import OutsideTheKernel

# About the work of two seconds; no claim of the book takes half of it
FULL = 5_000_000


@dataclass
class Tank:
    """What is left for one proof."""

    left: int = FULL

    @property
    def burnt(self) -> int:
        """What has been used."""
        return FULL - self.left

    def burn(self, steps: int) -> None:
        """Use some of it.

        Raises:
            OutsideTheKernel: There is not enough left.
        """
        self.left -= steps
        if self.left < 0:
            raise OutsideTheKernel("a proof would take more steps than one may have")


_tank: ContextVar[Tank | None] = ContextVar("tank", default=None)


@contextmanager
def full_tank() -> Iterator[Tank]:
    """A tank of its own for the work inside; work outside any tank has one for each operation."""
    token = _tank.set(Tank())
    try:
        yield _tank.get() or Tank()
    finally:
        _tank.reset(token)


def burn(steps: int) -> None:
    """Use fuel of the present tank.

    Raises:
        OutsideTheKernel: There is not enough left.

    >>> with full_tank() as tank:
    ...     burn(7)
    >>> tank.burnt
    7
    """
    tank = _tank.get()
    if tank is not None:
        tank.burn(steps)
    elif steps > FULL:
        Tank().burn(steps)
