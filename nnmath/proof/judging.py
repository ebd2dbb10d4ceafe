"""Judges the mutants of a claim: what they share with it, and with one another, is proved once.

A mutant that the kernel does not prove by itself is dismissed by that alone; only what it proves is
held against points besides.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from nnmath.proof.argument import Cases, Have, Step
from nnmath.proof.checking import check, derive_link
from nnmath.proof.citing import NotLicensed
from nnmath.proof.claims import Derivation, Link, Theorem
from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.entailment import undefined
from nnmath.proof.inference import Known, proved
from nnmath.proof.mutation import Mutant
from nnmath.proof.rule import Library
from nnmath.proof.setting import Setting
from nnmath.proof.statements import Statement
from nnmath.proof.substitution import CaptureError
from nnmath.proof.verdict import Status, Verdict
from nnmath.proof.walkthrough import CheckedStep, Walkthrough

NO_ANSWER = (NotLicensed, CaptureError, OutsideTheKernel)


@dataclass(frozen=True)
class Judge:
    """Tries mutants of one claim.

    Args:
        library: What the claim may open and cite.
        answers: What the kernel was asked before, and whether it said yes.
    """

    library: Library
    answers: dict[Hashable, bool] = field(default_factory=dict)

    def stands(self, mutant: Mutant) -> bool:
        """Whether the verifier calls a mutant of a proved claim PROVED."""
        return self.proves(mutant) and self.verdict(mutant).status is Status.PROVED

    def proves(self, mutant: Mutant) -> bool:
        """Whether the kernel alone proves it: no point is looked at."""
        claim = mutant.claim
        assert isinstance(claim, (Derivation, Theorem))
        setting = Setting(claim.given, meanings=self.library.meanings)
        if isinstance(claim, Derivation):
            return self._proves_links(claim, setting)
        known = Known(setting, self.library)
        whole = ("defined", claim.statement, setting.hypotheses)
        if not self.yes(whole, lambda: undefined((claim.statement,), setting) is None):
            return False
        walkthrough = _Hasty(self)
        try:
            walkthrough.conclude(claim.statement, walkthrough.run(claim.argument, known))
        except (_Killed, *NO_ANSWER):
            return False
        return True

    def verdict(self, mutant: Mutant) -> Verdict:
        """What `check` says of one that the kernel proves, by way of what the slip has changed."""
        claim, link = mutant.claim, mutant.link
        if mutant.where.startswith("step"):
            # It says what the claim says under the same hypotheses, which points agree with
            return proved("as the claim")
        if isinstance(claim, Derivation) and link is not None:
            near = claim.links[max(link - 1, 0) : link + 2]
            verdict = check(replace(claim, links=near), self.library).verdict
            if 0 < link < len(claim.links) - 1 or verdict.status is not Status.PROVED:
                return verdict
        return check(claim, self.library).verdict

    def yes(self, question: Hashable, answer: Callable[[], bool]) -> bool:
        """Whether the kernel says yes; worked out the first time."""
        if question not in self.answers:
            try:
                self.answers[question] = answer()
            except NO_ANSWER:
                self.answers[question] = False
        return self.answers[question]

    def _proves_links(self, claim: Derivation, setting: Setting) -> bool:
        def reached(before: Link, link: Link) -> bool:
            verdict = derive_link(before.expression, link, setting, self.library)
            return verdict.status is Status.PROVED

        return all(
            self.yes(
                (one.expression, other.expression, other.rule, setting.hypotheses),
                lambda one=one, other=other: reached(one, other),  # type: ignore[misc]
            )
            for one, other in pairwise(claim.links)
        )


class _Killed(Exception):
    """A step has failed, and with it the claim."""


class _Hasty(Walkthrough):
    """Stops where the first step fails: what comes after it cannot mend the claim."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self._judge_of_all = judge

    def conclude(self, statement: Statement, known: Known) -> CheckedStep:
        end = super().conclude
        return CheckedStep(
            statement,
            None,
            None,
            self._sure(("ends", statement), known, lambda: end(statement, known).verdict),
        )

    def _reached(self, step: Have, known: Known) -> Verdict:
        reached = super()._reached
        return self._sure((step.statement, step.by), known, lambda: reached(step, known))

    def _sure(self, what: Hashable, known: Known, ask: Callable[[], Verdict]) -> Verdict:
        question = (what, known.setting.hypotheses, known.setting.log)
        if not self._judge_of_all.yes(question, lambda: ask().status is Status.PROVED):
            raise _Killed
        return proved("by the kernel")

    def _is_complete(self, step: Cases, known: Known) -> bool:
        complete = super()._is_complete
        assumed = tuple(case.assume for case in step.cases)
        question = ("complete", assumed, known.setting.hypotheses, known.setting.log)
        return self._judge_of_all.yes(question, lambda: complete(step, known))

    def _fail(self, verdict: Verdict, step: Step) -> None:
        raise _Killed
