"""Whether an algorithm box that moves the vector of all parameters at once is an update rule:
its lines read what is known by then, fit in shape, and always have a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nnmath.notation.symbol import Sort
from nnmath.proof.box_lines import Line, Look, Repeat, Solve, Where, changed
from nnmath.proof.claims import Optimizer, Part
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.indexed import Entry, Tensor, span
from nnmath.proof.matrices import NUMBER, Identity, ShapeError, shape
from nnmath.proof.nodes import MatrixProduct, Node, Relation, Variable
from nnmath.proof.setting import Setting
from nnmath.proof.statements import Assign, Hypothesis, comparisons, equal
from nnmath.proof.stepping import at, beginning, undecided
from nnmath.proof.substitution import expressions, free_in, free_places, substitute
from nnmath.proof.tree import walk
from nnmath.proof.verdict import Status, Verdict


def check_whole(claim: Optimizer) -> Verdict:
    """DEFINED, or why it is no update rule."""
    fault = next(_faults(claim), None)
    if fault is not None:
        return undecided(fault)
    for outcome in (beginning(claim), Course(claim).step()):
        if outcome is not None:
            return outcome
    return Verdict(Status.DEFINED, "definition", f"witness: {claim.witness}")


def _faults(claim: Optimizer) -> Iterator[str]:
    """What its form alone says against it."""
    settings = set(claim.hyperparameters)
    asked = () if claim.hessian is None else (claim.hessian,)
    names = (claim.parameter, claim.gradient, *asked, *claim.hyperparameters, *claim.state)
    if len(set(names)) < len(names):
        yield "a symbol has two parts"
    size = claim.parameter.symbol.shape
    if len(size) != 1 or claim.gradient.symbol.shape != size:
        yield "parameter and gradient are vectors of one length"
    if claim.hessian is not None and claim.hessian.symbol.shape != size * 2:
        yield "the second derivatives are a square matrix"
    if any(each.symbol.shape or each.symbol.sort is Sort.INDEX for each in settings):
        yield "hyperparameters are numbers"
    if claim.shows or claim.looks_at != Optimizer.looks_at:
        yield "what is shown, and looking ahead, is for boxes of single parameters"
    about, moving = {*settings, *asked}, {claim.parameter, claim.gradient, claim.counter}
    moving |= {*claim.state, *changed(claim.rules)}
    if any(not about & {*free_in(each)} or moving & {*free_in(each)} for each in claim.given):
        yield "what is given speaks of more than hyperparameters"
    if not set(claim.starts) <= set(claim.state):
        yield "something begins that is no state"
    sizes = {Variable(each) for part in names for each in part.symbol.shape}
    if any(not {*free_places(each)} <= {*settings, *sizes} for each in claim.starts.values()):
        yield "the state begins with what is not known"
    if any(not {*free_in(each)} <= {*settings, *sizes, *claim.state} for each in claim.keeps):
        yield "what is kept speaks of more than the state"
    if any(
        isinstance(n, Entry) for each in claim.keeps for x in expressions(each) for n in walk(x)
    ):
        yield "what is kept is said of whole arrays"
    fixed = {claim.gradient, *asked, *settings, claim.counter}
    yield from _faults_of_lines(claim, fixed, {*fixed, *names, *sizes})


def _faults_of_lines(claim: Optimizer, fixed: set[Part], known: set[Node]) -> Iterator[str]:
    read: set[Node] = {place for each in claim.starts.values() for place in free_places(each)}
    parts = (claim.parameter, *claim.state)
    read |= {Variable(size) for part in parts for size in part.symbol.shape}
    try:
        yield from _faults_in(claim.rules, fixed, {*known}, read, frozenset())
    except ShapeError as reason:
        yield str(reason)
    assigned = set(changed(claim.rules))
    if claim.parameter not in assigned:
        yield "the parameter is never updated"
    if not set(claim.state) <= assigned:
        yield "a part of the state never changes"
    if not {*fixed, *assigned} - {claim.counter} <= {*read, claim.parameter}:
        yield "something is never used"


def _faults_in(
    lines: Iterable[Line],
    fixed: set[Part],
    known: set[Node],
    read: set[Node],
    covered: frozenset[Node],
) -> Iterator[str]:
    """Of lines in order.

    Args:
        lines: What is carried out.
        fixed: What no line may change.
        known: What has a value; grows by what the lines work out.
        read: What was read; grows likewise.
        covered: The indices that go through the whole of their axes.
    """
    for line in lines:
        own = _free_indices(line, known)
        places = {place for node in _read_by(line) for place in free_places(node)} - own
        if not places <= known:
            yield "a rule uses what is not yet known"
        read |= places
        match line:
            case Repeat(index, first, last, inner):
                if index.symbol.size is None or index in known or not inner:
                    yield "lines are repeated for an index of their own"
                if shape(first) != NUMBER or shape(last) != NUMBER:
                    yield "lines are repeated from a number to a number"
                every = {first, last} == {*(span(index) or ())}
                there = {*known, index}
                more = {index} if every else set()
                yield from _faults_in(inner, fixed, there, read, covered | more)
                # From 1 to m − 1 there may be no round at all
                known |= there - {index} if every else set()
            case Where(_, inner):
                # What is worked out here alone has no value elsewhere
                yield from _faults_in(inner, fixed, {*known}, read, covered)
            case _:
                yield from _faults_of_target(line, fixed, known, covered | own)
                known |= {*changed((line,))}


def _free_indices(line: Line, known: set[Node]) -> set[Node]:
    """The indices of a target that nothing else binds: the line is for all that they can be."""
    found: set[Node] = set()
    if isinstance(line, Assign) and isinstance(line.target, Entry):
        found |= {each for each in line.target.indices if isinstance(each, Variable)}
    return found - known


def _read_by(line: Line) -> tuple[Node, ...]:
    match line:
        case Repeat(_, first, last, _):
            return first, last
        case Where(condition, _):
            return tuple(expressions(condition))
        case Look(_, point):
            return (point,)
        case Solve(_, matrix, right):
            return matrix, right
        case Assign(Entry(_, indices), value):
            return (*indices, value)
        case Assign(_, value):
            return (value,)


def _faults_of_target(
    line: Assign | Look | Solve, fixed: set[Part], known: set[Node], covered: frozenset[Node]
) -> Iterator[str]:
    target = line.target
    whole = next(changed((line,)))
    if whole in fixed:
        yield "a rule changes what is given"
    if isinstance(target, Entry):
        axes = zip(target.indices, whole.symbol.shape, strict=True)
        free = [each for each in target.indices if each not in known]
        variables = [(i, size) for i, size in axes if isinstance(i, Variable) and i in free]
        if len(set(free)) < len(free) or any(i.symbol.size != size for i, size in variables):
            yield "a rule is for all of something else than its target's axes"
        if whole not in known and not {*target.indices} <= covered:
            yield "a rule changes a part of what has no value"
    match line:
        case Assign(_, value) if shape(value) != shape(target):
            yield "a value has another shape than its target"
        case Look(_, point) if shape(point) != shape(target):
            yield "a gradient is taken at a point of another shape"
        case Solve(_, matrix, right) if shape(matrix @ target) != shape(right):
            yield "a system has sides of different shapes"


class Course:
    """A step from any state that keeps what is kept, carried out on symbols.

    Args:
        claim: The algorithm box.
    """

    def __init__(self, claim: Optimizer) -> None:
        self.claim = claim
        self.facts: tuple[Hypothesis, ...] = (*claim.given, claim.counter >= 1, *claim.keeps)
        # What each symbol stands for by now, and what is kept so far
        self.names: dict[Node, Node] = {}
        self.kept = [*claim.keeps]
        self.count = 0

    def step(self) -> Verdict | None:
        """What is wrong with it."""
        outcome = self.carried_out(self.claim.rules)
        if outcome is not None:
            return outcome
        broken = (each for each in self.claim.keeps if each not in self.kept)
        return next((undecided("a step does not show", each) for each in broken), None)

    def carried_out(self, lines: Iterable[Line]) -> Verdict | None:
        """The first thing that is wrong with lines in order."""
        return next((found for line in lines if (found := self.line(line)) is not None), None)

    def line(self, line: Line) -> Verdict | None:
        """What is wrong with one line."""
        match line:
            case Assign(target, value):
                return self.assign(target, substitute(value, self.names))
            case Look(target, point):
                missing = self.missing(substitute(point, self.names))
                self.forget(target)
                return missing
            case Solve(target, matrix, right):
                missing = self.missing(substitute(right, self.names))
                self.forget(target)
                return self.solved(matrix) if missing is None else missing
            case Repeat(index, first, last, inner):
                self.forget(*changed(inner), kept=self.kept)
                low, high = (substitute(each, self.names) for each in (first, last))
                ends = (low, high) if not line.downwards else (high, low)
                return self.inside(inner, (index >= ends[0], index <= ends[1]))
            case Where(condition, inner):
                there = tuple(at(each, self.names) for each in comparisons((condition,)))
                sides = [side for each in there for side in (each.left, each.right)]
                missing = self.missing(*sides)
                return self.inside(inner, there) if missing is None else missing

    def inside(self, lines: tuple[Line, ...], more: tuple[Relation, ...]) -> Verdict | None:
        """What is wrong with lines that may be carried out, under what else holds there.

        What was kept before, and is again at their end, is kept whether they were or not.
        """
        facts, kept = self.facts, self.kept
        self.facts, self.kept = (*facts, *more), [*kept]
        outcome = self.carried_out(lines)
        self.facts, self.kept = facts, [each for each in kept if each in self.kept]
        self.forget(*changed(lines), kept=self.kept)
        return outcome

    def assign(self, target: Variable | Tensor | Entry, value: Node) -> Verdict | None:
        """A value for a symbol, for an array, or for some of its entries."""
        # An entry beside its axis is none that could get a value
        place = [substitute(target, self.names)] if isinstance(target, Entry) else []
        missing = self.missing(value, *place)
        if missing is not None:
            return missing
        whole = target.tensor if isinstance(target, Entry) else target
        about = [each for each in self.claim.keeps if whole in free_in(each)]
        then = {**self.names, whole: value}
        shown = [
            each
            for each in about
            if whole is target and follows(at(each, then), Setting(self.facts))
        ]
        self.kept = [each for each in self.kept if each not in about] + shown
        self.forget(whole, kept=self.kept)
        return None

    def forget(self, *parts: Part, kept: Iterable[Relation] = ()) -> None:
        """Let symbols stand for any value, but for what is kept."""
        for part in dict.fromkeys(parts):
            self.count += 1
            self.names[part] = renamed(part, self.count)
        for each in kept:
            if {*parts} & {*free_in(each)}:
                self.facts = (*self.facts, at(each, self.names))

    def missing(self, *nodes: Node) -> Verdict | None:
        """What an expression needs for a value that is not sure."""
        found = undefined([equal(node, node) for node in nodes], Setting(self.facts))
        return None if found is None else undecided("not surely defined without", found)

    def solved(self, matrix: Tensor) -> Verdict | None:
        """Whether a system surely has one solution: its matrix is given with an inverse."""
        for each in self.claim.given:
            match each:
                case Relation(MatrixProduct((_, last)), "=", Identity()) if last == matrix:
                    return None
        return undecided("nothing is given by which the system has one solution")


def renamed(part: Part, number: int) -> Part:
    """A symbol that looks the same, for the value that it has after so many changes."""
    return replace(part, symbol=replace(part.symbol, id=f"{part.symbol.id}, change {number}"))
