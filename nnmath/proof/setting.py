"""What a proof starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nnmath.notation.symbol import Symbol
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Ranged, Tensor
from nnmath.proof.integrability import touched
from nnmath.proof.laws import Laws
from nnmath.proof.matrices import of_entries
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Node, Relation, Variable
from nnmath.proof.statements import Hypothesis, Recurrence
from nnmath.proof.substitution import bound_in, free_in


@dataclass(frozen=True)
class Asked:
    """What has been asked under these definitions.

    Args:
        meanings: The definitions.
        found: Which conditions expressions were found to need, and the steps that it took.
    """

    meanings: Mapping[Defined, Meaning] | None = None
    found: dict[object, tuple[Relation | None, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """What a proof starts from.

    Args:
        hypotheses: What is assumed.
        log: Hypotheses and what has been shown from them, in the order of the argument.
        meanings: Definitions for evaluation at points; opaque to proofs unless a rule opens them.
        squares: Expressions whose squares a certificate may use.
        equations: Whether a proof may use the hypotheses that are equations.
        asked: What was asked of it; a setting with more known remembers it too.
    """

    hypotheses: tuple[Hypothesis, ...] = ()
    log: tuple[Hypothesis, ...] = ()
    meanings: Mapping[Defined, Meaning] = field(default_factory=dict)
    squares: tuple[Node, ...] = ()
    equations: bool = True
    asked: Asked = field(default=Asked(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.asked.meanings is not self.meanings:
            object.__setattr__(self, "asked", Asked(self.meanings))

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

    @property
    def laws(self) -> Laws:
        """What is assumed of chance."""
        rules = [each for each in self.hypotheses if isinstance(each, Recurrence)]
        moving = (place for rule in rules for place in free_in(rule))
        symbols = (p.symbol for p in moving if isinstance(p, (Variable, Tensor)))
        return Laws.of(self.hypotheses, frozenset(symbols))

    def inside(self, node: Averaged | Ranged) -> Setting:
        """The setting without what it says of the numbers that an expectation averages over or a
        sum runs through, or of what is computed from them."""
        over = node.over if isinstance(node, Averaged) else (node.index.symbol,)
        hypotheses, log = (
            tuple(each for each in known if not _speaks_of(each, over))
            for known in (self.hypotheses, self.known)
        )
        return replace(self, hypotheses=hypotheses, log=log)

    def laws_in(self, node: Node) -> Laws:
        """What is assumed of chance, but for laws that speak of what the expression binds: there it
        is not the number of that name."""
        bound = set(bound_in(node))
        random = {
            symbol: law
            for symbol, law in self.laws.random.items()
            if not any(getattr(place, "symbol", None) in bound for place in free_in(law))
        }
        return replace(self.laws, random=random)

    def given(self, *more: Hypothesis) -> Setting:
        """The setting with more assumed."""
        return replace(self, hypotheses=(*self.hypotheses, *more), log=(*self.known, *more))


def _speaks_of(statement: Hypothesis, over: tuple[Symbol, ...]) -> bool:
    return any(
        isinstance(place, (Tensor, Variable)) and touched(place, over)
        for place in free_in(statement)
    )
