"""Checks derivations and arguments step by step; a claim is as good as its weakest step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from time import perf_counter
from typing import cast

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Cases, Have, Induction, Step, Suppose
from nnmath.proof.claims import Definition, Derivation, Link, Mistake, Optimizer, Theorem
from nnmath.proof.entailment import contradictory, follows, undefined
from nnmath.proof.inferences import Known, from_facts, proved
from nnmath.proof.kernel import derive, prove
from nnmath.proof.nodes import INFINITY, Element, Node, Relation, Variable, as_node, walk
from nnmath.proof.points import points
from nnmath.proof.rules import Library, NotLicensed, algebra
from nnmath.proof.screening import screen
from nnmath.proof.setting import Setting
from nnmath.proof.statements import (
    And,
    Chain,
    Implies,
    Not,
    Or,
    Statement,
    equal,
)
from nnmath.proof.substitution import CaptureError, free_in, free_places, substitute_in
from nnmath.proof.verdict import Status, Verdict

NEGATED = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}
PARTS = {
    "base": Text(ja="はじめの場合", en="Base case"),
    "step": Text(ja="次の場合へ進む", en="Induction step"),
    "limit": Text(ja="極限の定義を確かめる", en="By the definition of the limit"),
}


@dataclass(frozen=True)
class CheckedStep:
    """A step as a reader sees it, with its own verdict."""

    expression: Node | Statement
    because: Text | None
    rule: Text | None
    verdict: Verdict
    part: Text | None = None


@dataclass(frozen=True)
class Checked:
    """A claim's verdict and the verdicts of its steps."""

    verdict: Verdict
    steps: tuple[CheckedStep, ...] = ()


def check(claim: object, library: Library) -> Checked:
    """Verify a claim with nothing but what it says it uses."""
    begun = perf_counter()
    match claim:
        case Definition():
            checked = _check_definition(claim, library)
        case Derivation():
            checked = _check_derivation(claim, library)
        case Theorem():
            checked = _check_theorem(claim, library)
        case Mistake():
            setting = Setting(claim.given, meanings=library.definitions)
            checked = Checked(prove(claim.statement, setting))
        case Optimizer():
            checked = Checked(_check_optimizer(claim))
        case _:
            raise TypeError(f"no claim: {claim!r}")
    return replace(checked, verdict=replace(checked.verdict, seconds=perf_counter() - begun))


def _check_definition(claim: Definition, library: Library) -> Checked:
    setting = Setting(claim.given, meanings=library.definitions)
    parameters = {place for place in free_places(claim.left)}
    strangers = [
        place
        for place in free_places(claim.right)
        if place not in parameters and not _is_allowed(place, claim)
    ]
    if strangers:
        reason = "the right side has a free symbol that the left side does not have"
        return Checked(Verdict(Status.UNDECIDED, "definition", reason))
    if any(part == claim.left for part in walk(claim.right)):
        return Checked(Verdict(Status.UNDECIDED, "definition", "it is circular"))
    missing = undefined((equal(claim.right, claim.right),), setting)
    if missing is not None:
        reason = "not surely defined without"
        return Checked(Verdict(Status.UNDECIDED, "definition", reason, obstacle=missing))
    return Checked(Verdict(Status.DEFINED, "definition", f"witness: {claim.witness}"))


def _is_allowed(place: Node, claim: Definition) -> bool:
    """A sequence may depend on its earlier members and on hyperparameters."""
    return isinstance(claim.left, Element) and isinstance(place, (Variable, Element))


def _check_optimizer(claim: Optimizer) -> Verdict:
    known = {claim.parameter, claim.gradient, *claim.hyperparameters, *claim.state}
    for rule in claim.rules:
        if not set(free_places(rule.value)) <= known:
            return Verdict(Status.UNDECIDED, "definition", "a rule uses what is not yet known")
        known.add(rule.target)
    return Verdict(Status.DEFINED, "definition", f"witness: {claim.witness}")


def _check_derivation(claim: Derivation, library: Library) -> Checked:
    setting = Setting(claim.given, meanings=library.definitions)
    first, *rest = claim.links
    steps = [CheckedStep(first.expression, None, None, proved("start"))]
    for before, link in zip(claim.links, rest, strict=False):
        verdict = _check_link(before.expression, link, setting, library)
        assert link.rule is not None
        steps.append(CheckedStep(link.expression, link.because, link.rule.label, verdict))
    whole = screen(claim.statement, setting)
    if whole.status is Status.REFUTED:
        return Checked(whole, tuple(steps))
    return Checked(_weakest(steps, whole.points), tuple(steps))


def _check_link(before: Node, link: Link, setting: Setting, library: Library) -> Verdict:
    assert link.rule is not None
    bare = replace(setting, equations=False)
    goal = equal(before, link.expression)
    seen = screen(goal, setting)
    if seen.status is Status.REFUTED:
        return seen
    missing = undefined((goal,), setting)
    if missing is not None:
        return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
    if link.rule is not algebra and follows(goal, bare):
        return Verdict(Status.UNDECIDED, link.rule.id, "the step is algebra: its label says more")
    try:
        sides = [link.rule.open(side, setting, library) for side in (before, link.expression)]
    except (NotLicensed, CaptureError) as reason:
        return Verdict(Status.UNDECIDED, link.rule.id, str(reason))
    verdict = derive(equal(*sides), replace(setting, equations=link.rule.equations))
    return replace(verdict, method=f"{link.rule.id}, {verdict.method}", points=seen.points)


def _weakest(steps: list[CheckedStep], points: int) -> Verdict:
    weakest = min(steps, key=lambda step: step.verdict.status).verdict
    if weakest.status is Status.PROVED:
        return Verdict(Status.PROVED, f"{len(steps) - 1} checked steps", points=points)
    return weakest


def _check_theorem(claim: Theorem, library: Library) -> Checked:
    known = Known(Setting(claim.given, meanings=library.definitions), library)
    if isinstance(claim.statement, Relation):
        seen = screen(claim.statement, known.setting)
        if seen.status is Status.REFUTED:
            return Checked(seen)
    if next(points(claim.given, claim.statement, library.definitions), None) is None:
        reason = "no point was found that meets all hypotheses"
        return Checked(Verdict(Status.UNDECIDED, "none", reason))
    checker = _Argument()
    known = checker.run(claim.argument, known)
    final = checker.conclude(claim.statement, known)
    verdict = _weakest(
        [*checker.steps, final], max((s.verdict.points for s in checker.steps), default=0)
    )
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


class _Argument:
    """Runs an argument and keeps every step with its verdict, in the order of reading."""

    def __init__(self) -> None:
        self.steps: list[CheckedStep] = []
        self._part: Text | None = None

    def run(self, steps: tuple[Step, ...], known: Known) -> Known:
        """What is known after the steps; a step that fails adds nothing."""
        for step in steps:
            for fact in self._facts(step, known):
                known = known.showing(fact)
        return known

    def conclude(self, statement: Statement, known: Known) -> CheckedStep:
        """Whether the steps arrive at the statement."""
        verdict = self._judge(lambda: from_facts.check(statement, known))
        return CheckedStep(statement, None, from_facts.label, verdict)

    def _facts(self, step: Step, known: Known) -> Iterator[Statement]:
        match step:
            case Have():
                verdict = self._judge(lambda: step.by.check(step.statement, known))
                self._keep(step.statement, step.because, step.by.label, verdict)
                if verdict.status is Status.PROVED:
                    yield step.statement
            case Suppose():
                conclusion = self._suppose(step, known)
                if conclusion is not None:
                    yield Implies(_joined(step.assume), conclusion)
            case Cases():
                yield from self._cases(step, known)
            case Induction():
                yield from self._induction(step, known)
            case ByDefinitionOfLimit():
                yield from self._limit(step, known)

    def _suppose(self, step: Suppose, known: Known) -> Statement | None:
        self._part = step.title
        inside = self.run(step.steps, known.assuming(*step.assume))
        new = inside.facts[len(known.facts) + len(step.assume) :]
        last = step.steps[-1]
        wanted = (
            last.statement if isinstance(last, (Have, Induction, ByDefinitionOfLimit)) else None
        )
        if wanted is None:
            return cast(Statement, new[-1]) if new else None
        return wanted if wanted in new else None

    def _cases(self, step: Cases, known: Known) -> Iterator[Statement]:
        conclusions = [self._suppose(case, known) for case in step.cases]
        missed = known.setting.given(*(_negated(_joined(case.assume)) for case in step.cases))
        same = conclusions[0] is not None and all(c == conclusions[0] for c in conclusions)
        if not contradictory(missed):
            self._fail(Verdict(Status.UNDECIDED, "cases", "a case is missing"), step)
        elif not same:
            self._fail(Verdict(Status.UNDECIDED, "cases", "the cases end differently"), step)
        elif conclusions[0] is not None:
            yield conclusions[0]

    def _induction(self, step: Induction, known: Known) -> Iterator[Statement]:
        if not known.generic(step.index):
            self._fail(Verdict(Status.UNDECIDED, "induction", "the index is not free"), step)
            return
        here = step.statement
        at_zero = substitute_in(here, {step.index: as_node(0)})
        after = substitute_in(here, {step.index: step.index + as_node(1)})
        reached = []
        for part, steps, assumed, goal in (
            ("base", step.base, (), at_zero),
            ("step", step.step, (here,), after),
        ):
            self._part = PARTS[part]
            ended = self.run(steps, known.assuming(*assumed))
            reached.append(self.conclude(goal, ended))
        weakest = min(reached, key=lambda end: end.verdict.status)
        if weakest.verdict.status is Status.PROVED:
            yield here
        else:
            self._fail(weakest.verdict, step)

    def _limit(self, step: ByDefinitionOfLimit, known: Known) -> Iterator[Statement]:
        claim, tolerance = step.statement, step.tolerance
        fresh = known.generic(claim.index) and known.generic(tolerance)
        loose = {claim.index, tolerance} & set(free_in(claim))
        if not fresh or loose or claim.index in free_places(step.threshold):
            self._fail(Verdict(Status.UNDECIDED, "limit", "a symbol is not free"), step)
            return
        self._part = PARTS["limit"]
        far = claim.index > step.threshold
        if claim.limit == INFINITY:
            assumed: tuple[Relation, ...] = (far,)
            goal = claim.body > tolerance
        else:
            assumed = (tolerance > as_node(0), far)
            goal = abs(claim.body - claim.limit) < tolerance
        end = self.conclude(goal, self.run(step.steps, known.assuming(*assumed)))
        if end.verdict.status is Status.PROVED:
            self._keep(claim, PARTS["limit"], PARTS["limit"], end.verdict)
            yield claim
        else:
            self._fail(end.verdict, step)

    def _judge(self, judge: object) -> Verdict:
        try:
            return judge()  # type: ignore[operator, no-any-return]
        except (NotLicensed, CaptureError) as reason:
            return Verdict(Status.UNDECIDED, "none", str(reason))

    def _keep(self, statement: Statement, because: Text, rule: Text, verdict: Verdict) -> None:
        self.steps.append(CheckedStep(statement, because, rule, verdict, self._part))
        self._part = None

    def _fail(self, verdict: Verdict, step: Step) -> None:
        statement = getattr(step, "statement", equal(0, 1))
        self.steps.append(CheckedStep(statement, None, None, verdict, self._part))


def _joined(parts: tuple[Statement, ...]) -> Statement:
    return parts[0] if len(parts) == 1 else And(parts)


def _negated(statement: Statement) -> Statement:
    match statement:
        case Relation(left, kind, right):
            return Relation(left, NEGATED[kind], right)  # type: ignore[arg-type]
        case Chain():
            return Or(tuple(_negated(part) for part in statement.relations))
        case And(parts):
            return Or(tuple(_negated(part) for part in parts))
        case Or(parts):
            return And(tuple(_negated(part) for part in parts))
    return Not(statement)
