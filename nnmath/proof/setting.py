"""What a proof starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nnmath.proof.matrices import of_entries
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Node
from nnmath.proof.statements import Hypothesis


@dataclass(frozen=True)
class Setting:
    """What a proof starts from.

    Args:
        hypotheses: What is assumed.
        log: Hypotheses and what has been shown from them, in the order of the argument.
        meanings: Definitions for evaluation at points; opaque to proofs unless a rule opens them.
        squares: Expressions whose squares a certificate may use.
        equations: Whether a proof may use the hypotheses that are equations.
    """

    hypotheses: tuple[Hypothesis, ...] = ()
    log: tuple[Hypothesis, ...] = ()
    meanings: Mapping[Defined, Meaning] = field(default_factory=dict)
    squares: tuple[Node, ...] = ()
    equations: bool = True

    @property
    def known(self) -> tuple[Hypothesis, ...]:
        """Hypotheses and facts, each after those that make it meaningful."""
        return self.log or self.hypotheses

    @property
    def entrywise(self) -> Setting:
        """The setting with what it says of matrices said of their entries."""
        hypotheses, log = (tuple(map(of_entries, each)) for each in (self.hypotheses, self.log))
        if (hypotheses, log) == (self.hypotheses, self.log):
            return self
        return replace(self, hypotheses=hypotheses, log=log)

    def given(self, *more: Hypothesis) -> Setting:
        """The setting with more assumed."""
        return replace(self, hypotheses=(*self.hypotheses, *more), log=(*self.known, *more))
