"""What an inference is, and what is known when one is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.nodes import Element, Node, as_node
from nnmath.proof.rule import Library
from nnmath.proof.setting import Setting
from nnmath.proof.statements import Hypothesis, Recurrence, Statement
from nnmath.proof.substitution import free_in
from nnmath.proof.tree import walk
from nnmath.proof.verdict import Status, Verdict


@dataclass(frozen=True)
class Known:
    """What stands when a step is taken.

    Args:
        setting: The assumptions in force with what has been shown from them, and the meanings of
            functions.
        library: What may be cited.
    """

    setting: Setting
    library: Library

    @property
    def facts(self) -> tuple[Hypothesis, ...]:
        """All that is assumed or shown."""
        return self.setting.known

    def has(self, statement: Statement) -> bool:
        """Whether the statement is assumed or has been shown, word for word."""
        return statement in self.facts

    def assuming(self, *more: Hypothesis) -> Known:
        """The same with more assumed."""
        return replace(self, setting=self.setting.given(*more))

    def showing(self, fact: Statement) -> Known:
        """The same with one more fact."""
        return replace(self, setting=replace(self.setting, log=(*self.facts, fact)))

    def generic(self, place: Node) -> bool:
        """Whether nothing is assumed about a symbol, so that what is shown holds for all of it."""
        rules = [each for each in self.setting.hypotheses if isinstance(each, Recurrence)]
        assumed = [free for each in self.setting.hypotheses for free in free_in(each)]
        if not isinstance(place, Element):
            return place not in assumed
        driven = any(rule.sequence.symbol == place.sequence for rule in rules)
        # W_1 does not leave W_0 free, nor does a sequence that goes on by W
        tied = _tied(place.sequence, rules)
        return (place.index == as_node(0) or not driven) and not any(
            isinstance(free, Element) and free.sequence in tied for free in assumed
        )


def _tied(sequence: Symbol, rules: list[Recurrence]) -> set[Symbol]:
    """The sequences that tell about this one by way of update rules."""
    groups = [
        {rule.sequence.symbol}
        | {part.sequence for part in walk(rule.following) if isinstance(part, Element)}
        for rule in rules
    ]
    tied = {sequence}
    for _ in groups:
        tied.update(*(group for group in groups if group & tied))
    return tied


@dataclass(frozen=True)
class Inference:
    """A way to reach a statement; `check` gives its verdict or raises NotLicensed."""

    id: str
    label: Text
    check: Callable[[Statement, Known], Verdict]


def proved(method: str) -> Verdict:
    """PROVED by a logical step that needs no point: its premises have been shown."""
    return Verdict(Status.PROVED, method)
