"""What is known about a claim, and how it came to be known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction

from nnmath.notation.text import Text
from nnmath.proof.nodes import Relation


class Status(IntEnum):
    """The verdicts, the weaker ones first."""

    REFUTED = 0
    UNDECIDED = 1
    CITED = 2
    OBSERVED = 3
    CHECKED = 4
    DEFINED = 5
    PROVED = 6

    @property
    def label(self) -> Text:
        """The word on the badge."""
        return LABELS[self]


LABELS = {
    Status.PROVED: Text(ja="証明済み", en="proved"),
    Status.DEFINED: Text(ja="定義", en="definition"),
    Status.CHECKED: Text(ja="数値確認済み", en="checked numerically"),
    Status.OBSERVED: Text(ja="実験結果", en="observed in an experiment"),
    Status.CITED: Text(ja="文献による", en="from the literature"),
    Status.UNDECIDED: Text(ja="未判定", en="undecided"),
    Status.REFUTED: Text(ja="反証", en="refuted"),
}


@dataclass(frozen=True)
class Counterexample:
    """A rational point that satisfies every hypothesis and where the claim surely fails.

    Args:
        point: Values of the free symbols; a sequence's members are named like `W[0]`.
        left: Decimal value of the left side there.
        right: Decimal value of the right side there.
    """

    point: Mapping[str, Fraction]
    left: str
    right: str

    def __str__(self) -> str:
        where = ", ".join(f"{name} = {value}" for name, value in self.point.items())
        return f"at {where or 'every point'}: left side {self.left}, right side {self.right}"


@dataclass(frozen=True)
class Verdict:
    """The outcome of verifying a claim.

    Args:
        status: What is known.
        method: How, in a few words: `normal form`, `induction`, `balls`, …
        reason: Why not more, or the evidence; one line.
        obstacle: A condition that would be needed and is not sure.
        points: How many rational points were tried in ball arithmetic.
        seconds: Processor time taken: other processes of the machine do not lengthen it.
        counterexample: Present exactly when REFUTED.
    """

    status: Status
    method: str
    reason: str = ""
    obstacle: Relation | None = None
    points: int = 0
    seconds: float = field(default=0.0, compare=False)
    counterexample: Counterexample | None = None

    def __bool__(self) -> bool:
        raise TypeError("a verdict has no truth value: compare verdict.status")
