"""Walks through an argument and keeps every step with its verdict, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from nnmath.notation.symbol import Sort
from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Cases, Have, Induction, Step, Suppose
from nnmath.proof.citing import NotLicensed
from nnmath.proof.entailment import contradictory, undefined
from nnmath.proof.inference import Known
from nnmath.proof.inferences import from_facts
from nnmath.proof.logic import negated
from nnmath.proof.nodes import INFINITY, Node, Relation, as_node
from nnmath.proof.specializing import sizes_of
from nnmath.proof.statements import And, Implies, Statement, equal
from nnmath.proof.substitution import CaptureError, binders, free_in, free_places, substitute_in
from nnmath.proof.verdict import Status, Verdict
from nnmath.proof.whole_numbers import is_natural

PARTS = {
    "base": Text(ja="はじめの場合", en="Base case"),
    "step": Text(ja="次の場合へ進む", en="Induction step"),
    "limit": Text(ja="極限の定義を確かめる", en="By the definition of the limit"),
}


ASSUMED = {
    "case": Text(ja="ここでの仮定です。", en="Assumed here."),
    "induction": Text(ja="帰納法の仮定です。", en="The hypothesis of the induction."),
    "last": Text(ja="最後の番号はまだ超えません。", en="The last index is not passed yet."),
    "tolerance": Text(
        ja="許容する誤差を、どんなに小さくてもよいので1つ決めます。",
        en="Choose any tolerance, however small.",
    ),
    "threshold": Text(
        ja="番号がこの値を超えた先を考えます。", en="Look at the indices beyond this one."
    ),
}


@dataclass(frozen=True)
class CheckedStep:
    """A step as a reader sees it, with its own verdict; what is `assumed` has none to show."""

    expression: Node | Statement
    because: Text | None
    rule: Text | None
    verdict: Verdict
    part: Text | None = None
    assumed: bool = False


class Walkthrough:
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
                verdict = self._judge(lambda: self._reached(step, known))
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
        self._assume(step.assume, ASSUMED["case"])
        inside = self.run(step.steps, known.assuming(*step.assume))
        new = inside.facts[len(known.facts) + len(step.assume) :]
        last = step.steps[-1] if step.steps else None
        wanted = last.statement if isinstance(last, (Have, ByDefinitionOfLimit)) else None
        if isinstance(last, Induction):
            wanted = last.conclusion
        if wanted is None:
            return cast(Statement, new[-1]) if new else None
        return wanted if wanted in new else None

    def _cases(self, step: Cases, known: Known) -> Iterator[Statement]:
        conclusions = [self._suppose(case, known) for case in step.cases]
        same = len(set(conclusions)) == 1 and None not in conclusions
        if not self._is_complete(step, known):
            self._fail(Verdict(Status.UNDECIDED, "cases", "a case is missing"), step)
        elif not same:
            self._fail(Verdict(Status.UNDECIDED, "cases", "the cases end differently"), step)
        else:
            yield cast(Statement, conclusions[0])

    def _reached(self, step: Have, known: Known) -> Verdict:
        """The verdict of its inference, on what has a value."""
        verdict = step.by.check(step.statement, known)
        missing = undefined((step.statement,), known.setting)
        if verdict.status is Status.PROVED and missing is not None:
            return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
        return verdict

    def _is_complete(self, step: Cases, known: Known) -> bool:
        missed = known.setting.given(*(negated(_joined(case.assume)) for case in step.cases))
        return undefined((), missed) is None and contradictory(missed)

    def _induction(self, step: Induction, known: Known) -> Iterator[Statement]:
        if not _runs_freely(step, known):
            self._fail(Verdict(Status.UNDECIDED, "induction", "the index is not free"), step)
            return
        here = step.statement
        at_zero = substitute_in(here, {step.index: as_node(0)})
        following = step.index + as_node(1)
        after = substitute_in(here, {step.index: following})
        within = () if step.last is None else (following <= step.last,)
        reached = []
        for part, steps, assumed, goal in (
            ("base", step.base, (), at_zero),
            ("step", step.step, (here,), after),
        ):
            self._part = PARTS[part]
            # What is assumed may need the index to be within its range
            more = within if assumed else ()
            self._assume(more, ASSUMED["last"])
            self._assume(assumed, ASSUMED["induction"])
            ended = self.run(steps, known.assuming(*more, *assumed))
            reached.append(self.conclude(goal, ended))
        weakest = min(reached, key=lambda end: end.verdict.status)
        if weakest.verdict.status is Status.PROVED:
            yield step.conclusion
        else:
            self._fail(weakest.verdict, step)

    def _limit(self, step: ByDefinitionOfLimit, known: Known) -> Iterator[Statement]:
        claim, tolerance = step.statement, step.tolerance
        fresh = known.generic(claim.index) and known.generic(tolerance)
        fresh = fresh and tolerance.symbol.sort is Sort.REAL
        loose = {claim.index, tolerance} & set(free_in(claim))
        if not fresh or loose or claim.index in free_places(step.threshold):
            self._fail(Verdict(Status.UNDECIDED, "limit", "a symbol is not free"), step)
            return
        self._part = PARTS["limit"]
        far = claim.index > step.threshold
        if claim.limit == INFINITY:
            small: tuple[Relation, ...] = ()
            goal = claim.body > tolerance
        else:
            small = (tolerance > as_node(0),)
            goal = abs(claim.body - claim.limit) < tolerance
        assumed = (*small, far)
        self._assume(small, ASSUMED["tolerance"])
        self._assume((far,), ASSUMED["threshold"])
        end = self.conclude(goal, self.run(step.steps, known.assuming(*assumed)))
        if end.verdict.status is Status.PROVED:
            self._keep(claim, PARTS["limit"], PARTS["limit"], end.verdict)
            yield claim
        else:
            self._fail(end.verdict, step)

    def _judge(self, judge: Callable[[], Verdict]) -> Verdict:
        try:
            return judge()
        except (NotLicensed, CaptureError) as reason:
            return Verdict(Status.UNDECIDED, "none", str(reason))

    def _keep(self, statement: Statement, because: Text, rule: Text, verdict: Verdict) -> None:
        self.steps.append(CheckedStep(statement, because, rule, verdict, self._part))
        self._part = None

    def _assume(self, statements: tuple[Statement, ...], because: Text) -> None:
        for statement in statements:
            open_ = Verdict(Status.UNDECIDED, "assumed")
            self.steps.append(
                CheckedStep(statement, because, None, open_, self._part, assumed=True)
            )
            self._part = None

    def _fail(self, verdict: Verdict, step: Step) -> None:
        statement = getattr(step, "statement", equal(0, 1))
        self.steps.append(CheckedStep(statement, None, None, verdict, self._part))


def _runs_freely(step: Induction, known: Known) -> bool:
    """Whether the index is any natural number, and the last one, if there is one, some other."""
    index, last = step.index, step.last
    ends = last is None or (is_natural(last) and index not in free_places(last))
    natural = index.symbol.sort is Sort.NATURAL and index not in binders(step.statement)
    sized = index.symbol in sizes_of((step.statement,))
    return ends and natural and not sized and known.generic(index)


def _joined(parts: tuple[Statement, ...]) -> Statement:
    return parts[0] if len(parts) == 1 else And(parts)
