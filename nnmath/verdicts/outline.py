"""The steps of a claim without a proof: today's words, to stand beside verdicts of another day."""

from __future__ import annotations

from collections.abc import Callable

from nnmath.proof.argument import Cases
from nnmath.proof.claims import Claim, Derivation, Theorem
from nnmath.proof.inference import Known, proved
from nnmath.proof.rule import Library
from nnmath.proof.setting import Setting
from nnmath.proof.verdict import Verdict
from nnmath.proof.walkthrough import CheckedStep, Walkthrough

BELIEVED = proved("not looked at")


class _Believer(Walkthrough):
    """Walks through an argument as the checker does, and believes every step."""

    def _judge(self, judge: Callable[[], Verdict]) -> Verdict:
        return BELIEVED

    def _is_complete(self, step: Cases, known: Known) -> bool:
        return True


def outline(claim: Claim) -> tuple[CheckedStep, ...]:
    """The steps that a checked claim has, with verdicts that mean nothing."""
    match claim:
        case Derivation(links=links):
            labels = (link.rule.label if link.rule else None for link in links)
            pairs = zip(links, labels, strict=True)
            return tuple(
                CheckedStep(link.expression, link.because, label, BELIEVED) for link, label in pairs
            )
        case Theorem():
            believer = _Believer()
            believer.run(claim.argument, Known(Setting(claim.given), Library()))
            return tuple(believer.steps)
    return ()
