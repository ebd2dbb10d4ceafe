"""Checks derivations and arguments step by step; a claim is as good as its weakest step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise, tee
from time import process_time

from nnmath.proof.argument import ByDefinitionOfLimit, Cases, Induction, Step, Suppose
from nnmath.proof.citing import NotLicensed
from nnmath.proof.claims import Cited, Definition, Derivation, Link, Mistake, Optimizer, Theorem
from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.defining import check_definition
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.inference import Known, proved
from nnmath.proof.kernel import derive, prove
from nnmath.proof.literature import check_cited
from nnmath.proof.matrices import about_entries
from nnmath.proof.nodes import Node, Relation
from nnmath.proof.points import points
from nnmath.proof.rule import Library
from nnmath.proof.rules import algebra
from nnmath.proof.screening import screen, visible
from nnmath.proof.setting import Setting
from nnmath.proof.statements import And, equal
from nnmath.proof.stepping import check_optimizer
from nnmath.proof.substitution import CaptureError
from nnmath.proof.verdict import Status, Verdict
from nnmath.proof.walkthrough import CheckedStep, Walkthrough
from nnmath.proof.whole_boxes import check_whole

LINK_POINTS = 4  # of one step; the whole statement is tried at more


@dataclass(frozen=True)
class Checked:
    """A claim's verdict and the verdicts of its steps."""

    verdict: Verdict
    steps: tuple[CheckedStep, ...] = ()


def check(claim: object, library: Library) -> Checked:
    """Verify a claim with nothing but what it says it uses."""
    begun = process_time()
    try:
        checked = _check(claim, library)
    except (OutsideTheKernel, CaptureError) as reason:
        checked = Checked(Verdict(Status.UNDECIDED, "none", str(reason)))
    return replace(checked, verdict=replace(checked.verdict, seconds=process_time() - begun))


def _check(claim: object, library: Library) -> Checked:
    match claim:
        case Definition():
            return Checked(check_definition(claim, library))
        case Derivation():
            return _check_derivation(claim, library)
        case Theorem():
            return _check_theorem(claim, library)
        case Mistake():
            setting = Setting(claim.given, meanings=library.meanings)
            return Checked(prove(claim.statement, setting))
        case Optimizer():
            whole = claim.is_whole
            return Checked(check_whole(claim) if whole else check_optimizer(claim, library))
        case Cited():
            return Checked(check_cited(claim, library))
    raise TypeError(f"no claim: {claim!r}")


def _check_derivation(claim: Derivation, library: Library) -> Checked:
    if len(claim.links) < 2:
        return Checked(Verdict(Status.UNDECIDED, "none", "a derivation has at least one step"))
    setting = Setting(claim.given, meanings=library.meanings)
    goals = [about_entries(equal(a.expression, b.expression)) for a, b in pairwise(claim.links)]
    whole = about_entries(claim.statement)
    # The same points for all: they have a value for what any step speaks of
    all_goals = And((*goals, whole))
    drawn, *of_steps = tee(points(claim.given, all_goals, library.meanings), len(claim.links))
    steps = [CheckedStep(claim.links[0].expression, None, None, proved("start"))]
    for (before, link), goal, here in zip(pairwise(claim.links), goals, of_steps, strict=True):
        seen = screen(goal, setting, LINK_POINTS, here)
        verdict = _check_link(before.expression, link, setting, library, seen)
        assert link.rule is not None
        steps.append(CheckedStep(link.expression, link.because, link.rule.label, verdict))
    seen = screen(whole, setting, drawn=drawn)
    if seen.status is Status.REFUTED:
        return Checked(seen, tuple(steps))
    return Checked(_weakest(steps, seen.points), tuple(steps))


def _check_link(
    before: Node, link: Link, setting: Setting, library: Library, seen: Verdict
) -> Verdict:
    if seen.status is Status.REFUTED:
        return seen
    verdict = derive_link(before, link, setting, library)
    if verdict.status is Status.PROVED and not seen.points:
        reason = "no point was found where both sides agree"
        return replace(verdict, status=Status.UNDECIDED, reason=reason)
    return replace(verdict, points=seen.points)


def derive_link(before: Node, link: Link, setting: Setting, library: Library) -> Verdict:
    """PROVED or UNDECIDED for a step of a derivation, by the kernel alone: no point is looked at.

    Args:
        before: What the step starts from.
        link: What it ends in, with its rule.
        setting: What the derivation assumes.
        library: What the rule may open.
    """
    assert link.rule is not None
    bare = replace(setting, equations=False)
    goal = about_entries(equal(before, link.expression))
    missing = undefined((goal,), setting)
    if missing is not None:
        return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
    if link.rule is not algebra and follows(goal, bare):
        return Verdict(Status.UNDECIDED, link.rule.id, "the step is algebra: its label says more")
    if not link.rule.fits(goal.left, goal.right):
        return Verdict(Status.UNDECIDED, link.rule.id, "the label is that of another step")
    try:
        sides = [link.rule.open(side, setting, library) for side in (goal.left, goal.right)]
    except (NotLicensed, CaptureError) as reason:
        return Verdict(Status.UNDECIDED, link.rule.id, str(reason))
    verdict = derive(equal(*sides), replace(setting, equations=link.rule.equations))
    return replace(verdict, method=f"{link.rule.id}, {verdict.method}")


def _weakest(steps: list[CheckedStep], points: int) -> Verdict:
    shown = [step for step in steps if not step.assumed]
    weakest = min(shown, key=lambda step: step.verdict.status).verdict
    if weakest.status is Status.PROVED:
        count = len(steps) - 1
        method = f"{count} checked {'step' if count == 1 else 'steps'}"
        return Verdict(Status.PROVED, method, points=points)
    return weakest


def _check_theorem(claim: Theorem, library: Library) -> Checked:
    known = Known(Setting(claim.given, meanings=library.meanings), library)
    tried = 0
    for part in visible(claim.statement):
        seen = screen(part, known.setting)
        if seen.status is Status.REFUTED:
            return Checked(seen)
        tried = max(tried, seen.points)
    if isinstance(claim.statement, Relation) and not tried:
        reason = "no point was found where both sides agree"
        return Checked(Verdict(Status.UNDECIDED, "none", reason))
    missing = undefined((claim.statement,), known.setting)
    if missing is not None:
        reason = "not surely defined without"
        return Checked(Verdict(Status.UNDECIDED, "none", reason, obstacle=missing))
    # What a part was tried at meets them
    if not tried and next(points(claim.given, claim.statement, library.meanings), None) is None:
        reason = "no point was found that meets all hypotheses"
        return Checked(Verdict(Status.UNDECIDED, "none", reason))
    checker = Walkthrough()
    known = checker.run(claim.argument, known)
    final = checker.conclude(claim.statement, known)
    verdict = _weakest([*checker.steps, final], tried)
    if verdict.status is Status.PROVED:
        verdict = replace(verdict, method=_method(claim.argument))
    return Checked(verdict, tuple(checker.steps))


METHODS = {
    Induction: "induction",
    Cases: "cases",
    ByDefinitionOfLimit: "definition of the limit",
    Suppose: "both directions",
}


def _method(steps: tuple[Step, ...]) -> str:
    found = dict.fromkeys(METHODS[type(step)] for step in steps if type(step) in METHODS)
    return ", ".join(found) or "argument"
