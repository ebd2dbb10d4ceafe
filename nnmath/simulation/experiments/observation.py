"""What an experiment gave: a number for each setting and seed, and how far seeds spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nnmath.notation.text import Text
from nnmath.simulation.layout import Array


@dataclass(frozen=True)
class Observation:
    """An outcome, not a theorem: it holds for these seeds and settings.

    Args:
        id: Name in kebab-case.
        name: What was tried.
        quantity: What was measured.
        settings: What was tried, a value or a name a column.
        values: What was measured, (seeds, settings).
    """

    id: str
    name: Text
    quantity: Text
    settings: tuple[Any, ...]
    values: Array

    @property
    def means(self) -> Array:
        """The mean over the seeds, (settings,)."""
        means: Array = self.values.mean(axis=0)
        return means

    @property
    def deviations(self) -> Array:
        """The standard deviation over the seeds, with seeds − 1 below; NaN for one seed."""
        count = len(self.values)
        deviations: Array = (
            self.values.std(axis=0, ddof=1) if count > 1 else self.means * float("nan")
        )
        return deviations

    def of(self, setting: Any) -> Array:
        """What was measured in one setting, (seeds,).

        Raises:
            ValueError: It was not tried.
        """
        column: Array = self.values[:, self.settings.index(setting)]
        return column

    def __str__(self) -> str:
        lines = [f"{self.name.en}: {self.quantity.en}, {len(self.values)} seeds"]
        for column, setting in enumerate(self.settings):
            own = self.values[:, column]
            lines.append(
                f"  {setting!s:<28} mean {self.means[column]:.4g}, "
                f"deviation {self.deviations[column]:.2g}, "
                f"from {own.min():.4g} to {own.max():.4g}"
            )
        return "\n".join(lines)
