"""Whether an optimizer is one: its rules read what is known by then and always have a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from nnmath.notation.symbol import Sort
from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import holds
from nnmath.proof.claims import Optimizer
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.meanings import open_functions
from nnmath.proof.nodes import (
    Add,
    Apply,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.point import Point
from nnmath.proof.points import points
from nnmath.proof.rule import Library
from nnmath.proof.setting import Setting
from nnmath.proof.special import Constant
from nnmath.proof.statements import Hypothesis, comparisons, equal, is_plain
from nnmath.proof.substitution import free_in, free_places, map_statement, substitute
from nnmath.proof.tree import walk
from nnmath.proof.verdict import Status, Verdict

Facts: TypeAlias = tuple[Hypothesis, ...]

# What is computed for each parameter by itself
ELEMENTWISE = (Add, Multiply, Negate, Divide, Power, Number, Variable, Constant, Apply, Piecewise)


def check_optimizer(claim: Optimizer, library: Library) -> Verdict:
    """DEFINED, or why it is no update rule."""
    fault = next(_faults(claim), None)
    if fault is not None:
        return undecided(fault)
    for outcome in (beginning(claim), _step(claim, library)):
        if outcome is not None:
            return outcome
    return Verdict(Status.DEFINED, "definition", f"witness: {claim.witness}")


def _faults(claim: Optimizer) -> Iterator[str]:
    """What its form alone says against it."""
    settings = set(claim.hyperparameters)
    names = (claim.parameter, claim.gradient, *claim.hyperparameters, *claim.state)
    if len(set(names)) < len(names):
        yield "a symbol has two parts"
    if any(each.symbol.shape or each.symbol.sort is not Sort.REAL for each in names):
        yield "parameter, gradient, hyperparameters and state are real numbers, elementwise"
    if claim.counter.symbol.sort is not Sort.NATURAL:
        yield "steps are counted by a natural number"
    if not all(map(is_plain, claim.given)):
        yield "what the hyperparameters may be is said by comparisons"
    if any(not set(free_in(each)) <= settings for each in claim.given):
        yield "what is given speaks of more than hyperparameters"
    if not set(claim.starts) <= set(claim.state):
        yield "something begins that is no state"
    if any(not set(free_places(each)) <= settings for each in claim.starts.values()):
        yield "the state begins with what is not known"
    before = settings | set(claim.state)
    if any(not set(free_in(each)) <= before for each in claim.keeps):
        yield "what is kept speaks of more than the state"
    if not set(free_places(claim.looks_at)) <= before | {claim.parameter}:
        yield "the gradient is taken at a point that is not yet known"
    yield from _faults_of_rules(claim)


def _faults_of_rules(claim: Optimizer) -> Iterator[str]:
    if len(claim.assignments) < len(claim.rules):
        yield "a rule for single parameters assigns"
    fixed: set[Node] = {claim.gradient, claim.counter, *claim.hyperparameters}
    known: set[Node] = {*fixed, claim.parameter, *claim.state}
    read: set[Node] = {place for each in claim.starts.values() for place in free_places(each)}
    read |= set(free_places(claim.looks_at))
    computed = (claim.looks_at, *claim.starts.values(), *(rule.value for rule in claim.assignments))
    if not all(isinstance(part, ELEMENTWISE) for node in computed for part in walk(node)):
        yield "a rule is not elementwise"
    for rule in claim.assignments:
        if rule.target in fixed:
            yield "a rule changes what is given"
        places = set(free_places(rule.value))
        if not places <= known:
            yield "a rule uses what is not yet known"
        known.add(rule.target)
        read |= places
    assigned = [rule.target for rule in claim.assignments]
    if claim.parameter not in assigned:
        yield "the parameter is never updated"
    if not set(claim.state) <= set(assigned):
        yield "a part of the state never changes"
    if not {claim.gradient, *claim.hyperparameters, *assigned} <= {*read, claim.parameter}:
        yield "something is never used"


def beginning(claim: Optimizer) -> Verdict | None:
    """What is wrong with the defaults, or with what the state begins with."""
    numbers = tuple(each for each in claim.given if {*free_in(each)} <= {*claim.hyperparameters})
    defaults: dict[Node, Node] = {
        each: as_node(value) for each, value in claim.hyperparameters.items() if value is not None
    }
    for relation in comparisons(numbers):
        there = at(relation, defaults)
        if not set(free_in(there)) and not _holds(there):
            return undecided("a default is not allowed", relation)
    if next(points(numbers, equal(0, 0), {}), None) is None:
        return undecided("no hyperparameters were found that are allowed")
    starts: dict[Node, Node] = {each: claim.start(each) for each in claim.state}
    missing = undefined([equal(each, each) for each in starts.values()], Setting(claim.given))
    if missing is not None:
        return undecided("not surely defined without", missing)
    for relation in claim.keeps:
        if not follows(at(relation, starts), Setting(claim.given)):
            return undecided("the state does not begin with", relation)
    return None


def _holds(relation: Relation) -> bool:
    """Whether a comparison of numbers is surely true."""
    with digits():
        return holds(relation, Point({})) is True


def _step(claim: Optimizer, library: Library) -> Verdict | None:
    """What is wrong with a step from any state that keeps what is kept."""
    facts: Facts = (*claim.given, claim.counter >= 1, *claim.keeps)
    ahead = equal(claim.looks_at, claim.looks_at)
    if (missing := _missing(ahead, (Setting(facts),))) is not None:
        return missing
    names: dict[Node, Node] = {}
    values: Facts = ()
    unassigned: set[Node] = {rule.target for rule in claim.assignments}
    unassigned -= {claim.parameter, *claim.state}
    promised = (*claim.keeps, *claim.shows)
    for number, rule in enumerate(claim.assignments):
        value = open_functions(substitute(rule.value, names), library.meanings)
        itself = equal(value, value)
        if (missing := _missing(itself, _settings(itself, facts, values))) is not None:
            return missing
        names[rule.target] = _assigned(rule.target, number)
        values = (*values, equal(names[rule.target], value))
        unassigned -= {rule.target}
        for relation in promised:
            places = set(free_in(relation))
            there = at(relation, names)
            if rule.target in places and not places & unassigned:
                shown = any(follows(there, each) for each in _settings(there, facts, values))
                facts = (*facts, there) if shown else facts
    broken = (each for each in promised if at(each, names) not in facts)
    return next((undecided("a step does not show", each) for each in broken), None)


def _settings(goal: Relation, facts: Facts, values: Facts) -> Iterator[Setting]:
    """With what was shown of the goal's own symbols, with all that, with the last value besides,
    with all values: most needs little."""
    last = values[-1:]
    places = {place for each in (goal, *last) for place in free_in(each)}
    near = tuple(each for each in facts if set(free_in(each)) <= places)
    for some in dict.fromkeys(((*near, *last), facts, (*facts, *last), (*facts, *values))):
        yield Setting(some)


def _missing(goal: Relation, settings: Iterable[Setting]) -> Verdict | None:
    """What its sides need for a value that is sure in none of the settings."""
    found: Relation | None = None
    for setting in settings:
        found = undefined((goal,), setting)
        if found is None:
            return None
    return undecided("not surely defined without", found)


def _assigned(target: Node, number: int) -> Variable:
    """A symbol that looks the same, for the value that the rule of this number gives."""
    assert isinstance(target, Variable)
    return Variable(replace(target.symbol, id=f"{target.symbol.id}, by rule {number}"))


def at(relation: Relation, values: dict[Node, Node]) -> Relation:
    there = map_statement(relation, lambda side: substitute(side, values))
    assert isinstance(there, Relation)
    return there


def undecided(reason: str, obstacle: Relation | None = None) -> Verdict:
    return Verdict(Status.UNDECIDED, "definition", reason, obstacle=obstacle)
