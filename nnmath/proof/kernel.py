"""The kernel: whether a comparison follows from hypotheses.

PROVED needs a proof in the exact normal form, every expression defined from the hypotheses alone,
and a rational point that satisfies them all; REFUTED needs such a point where the claim surely
fails.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import process_time

from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.entailment import contradictory, follows, undefined
from nnmath.proof.fuel import full_tank
from nnmath.proof.nodes import Relation
from nnmath.proof.screening import refuted_simply, screen
from nnmath.proof.setting import Setting
from nnmath.proof.substitution import CaptureError
from nnmath.proof.verdict import Status, Verdict

__all__ = ["Setting", "derive", "prove"]


def prove(goal: Relation, setting: Setting) -> Verdict:
    """The verdict on a comparison under the setting's hypotheses."""
    return _answer(_prove, goal, setting)


def derive(goal: Relation, setting: Setting) -> Verdict:
    """PROVED or UNDECIDED for a step inside an argument, whose theorem has been screened whole."""
    return _answer(_derive, goal, setting)


def _answer(
    way: Callable[[Relation, Setting], Verdict], goal: Relation, setting: Setting
) -> Verdict:
    """What is found that way, in so many seconds; UNDECIDED where the kernel cannot go it."""
    begun = process_time()
    try:
        with full_tank():
            verdict = way(goal, setting)
    except (OutsideTheKernel, CaptureError) as reason:
        verdict = Verdict(Status.UNDECIDED, "none", str(reason))
    except RecursionError:
        verdict = Verdict(Status.UNDECIDED, "none", "the expression is nested too deeply")
    return replace(verdict, seconds=process_time() - begun)


def _prove(goal: Relation, setting: Setting) -> Verdict:
    seen = screen(goal, setting)
    if seen.status is Status.REFUTED:
        return seen
    if not seen.points and contradictory(setting):
        return Verdict(Status.UNDECIDED, "none", "the hypotheses contradict one another")
    missing = undefined((goal,), setting)
    if missing is not None:
        return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
    if not seen.points:
        return Verdict(Status.UNDECIDED, "none", "no point was found that meets all hypotheses")
    if follows(goal, setting):
        return Verdict(
            Status.PROVED, _method(goal), f"{seen.points} points agree", points=seen.points
        )
    # Generic points miss a bound that is met at 0 or 1 alone
    simple = refuted_simply(goal, setting)
    return seen if simple is None else simple


def _derive(goal: Relation, setting: Setting) -> Verdict:
    missing = undefined((goal,), setting)
    if missing is not None:
        return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
    if follows(goal, setting):
        return Verdict(Status.PROVED, _method(goal))
    return Verdict(Status.UNDECIDED, "none", "it does not follow from what is known")


def _method(goal: Relation) -> str:
    return "normal form" if goal.kind in "=≠" else "sign certificate"
