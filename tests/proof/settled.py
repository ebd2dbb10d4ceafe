"""Grounds where all that is given holds, and what holds there.

A second opinion on mutants of claims about tensors, matrices and means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from itertools import chain

from mpmath import mp

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof import nodes
from nnmath.proof.indexed import Entry, Iterated, Tensor
from nnmath.proof.laws import Independent, Random
from nnmath.proof.nodes import INFINITY, Node, Number, Relation, Variable
from nnmath.proof.statements import (
    And,
    Chain,
    ForAll,
    Hypothesis,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Statement,
    Tends,
)
from nnmath.proof.tree import walk
from tests.proof.chances import joint
from tests.proof.digits import Value, number, whole
from tests.proof.grounds import NUMBERS, Ground, Key
from tests.proof.opened import Meaning
from tests.proof.sampler import NoValue, TooClose
from tests.proof.settling import settle, tried, turned

TRIES, FAR, NEAR, LARGE = 300, 300, mp.mpf(1) / 1000, 1000
MANY_DIGITS = 300
FARTHER = 10**9  # where no step has to be taken to get there
# What is far out by way of all that comes before; a definition may hide such
STEPPED = (nodes.Element, nodes.Apply, Tensor, Entry, Iterated)
Range = tuple[Fraction | None, Fraction | None]


def grounds(
    given: Iterable[Hypothesis],
    meanings: Mapping[Symbol, Meaning],
    count: int,
    proposed: Iterable[Mapping[Key, Value]] = (),
) -> Iterator[Ground]:
    """So many grounds, at most, where all that is given holds: those proposed first."""
    given = tuple(given)
    rules = {each.sequence.symbol: each for each in given if isinstance(each, Recurrence)}
    laws = tuple(each for each in given if isinstance(each, (Random, Independent)))
    said = [each for each in given if not isinstance(each, (Recurrence, Random, Independent))]
    ranges = dict(_ranges(said))
    tries = [(seed, {}, beyond) for beyond in (False, True) for seed in range(TRIES)]
    first = ((seed, numbers, False) for seed, numbers in enumerate(proposed))
    for seed, numbers, beyond in chain(first, tries):
        ground = Ground(meanings, seed, ranges, rules, laws, dict(numbers))
        try:
            if not (numbers and all(holds(ground, each) for each in said)):
                settle(ground, said, beyond=beyond)
            _refuse_impossible(ground)
            if all(holds(ground, each) for each in said):
                yield ground
                count -= 1
        except (NoValue, TooClose, ZeroDivisionError):
            continue
        if not count:
            return


def _refuse_impossible(ground: Ground) -> None:
    """Raises NoValue where a natural number is none, or no law meets what is said.

    Of a variance below 0, say.
    """
    for (symbol, _), value in ground.fixed.items():
        if symbol.sort is Sort.NATURAL and whole(number(value)) < 0:
            raise NoValue
    with suppress(TooClose):
        joint(ground, {law.symbol for law in ground.laws if isinstance(law, Random)})


def _ranges(said: Iterable[Statement]) -> Iterator[tuple[Symbol, Range]]:
    """Between which numbers a symbol lies, or every entry, where a comparison says it outright."""
    found: dict[Symbol, list[Fraction | None]] = {}
    for left, kind, right, bound in (each for s in said for each in _comparisons(s)):
        for place, towards, end in ((left, kind, right), (right, turned(kind), left)):
            if not isinstance(end, Number) or towards not in "<≤>≥":
                continue
            if isinstance(place, Entry) and bound >= set(place.indices):
                found.setdefault(place.tensor.symbol, [None, None])[towards in "<≤"] = end.value
            elif isinstance(place, Variable):
                found.setdefault(place.symbol, [None, None])[towards in "<≤"] = end.value
    yield from ((symbol, (low, high)) for symbol, (low, high) in found.items())


def _comparisons(
    statement: Statement, bound: frozenset[Node] = frozenset()
) -> Iterator[tuple[Node, str, Node, frozenset[Node]]]:
    match statement:
        case Relation(left, kind, right):
            yield left, kind, right, bound
        case Chain():
            for part in statement.relations:
                yield part.left, part.kind, part.right, bound
        case And(parts):
            for part in parts:
                yield from _comparisons(part, bound)
        case ForAll(variable, inner):
            yield from _comparisons(inner, bound | {variable})


def holds(ground: Ground, statement: Statement) -> bool:
    """Whether it holds on this ground, as far as one can see.

    Raises:
        NoValue: Something in it has no value.
        TooClose: These digits do not tell.
    """
    match statement:
        case Relation() | Chain():
            return ground.meets(statement)
        case And(parts):
            return all(holds(ground, part) for part in parts)
        case Or(parts):
            return any(holds(ground, part) for part in parts)
        case Not(inner):
            return not holds(ground, inner)
        case Implies(first, second):
            return not _holds_far_out(ground, first) or holds(ground, second)
        case Iff(first, second):
            return holds(ground, first) == holds(ground, second)
        case ForAll(Variable() as variable, inner):
            return all(
                _holds_if_anything(ground.bound(variable, value), inner)
                for value in tried(ground, variable)
            )
        case ForAll(nodes.Element(sequence), inner):
            starts = ({(sequence, (0,)): start} for start in NUMBERS[:3])
            return all(holds(ground.where(start), inner) for start in starts)
        case Tends(body, index, limit):
            if limit == INFINITY:
                # What grows may be the small difference of what grows faster
                with mp.workdps(MANY_DIGITS):
                    return bool(number(ground.bound(index, Fraction(FAR)).value(body)) > LARGE)
            return _is_near(ground, statement, FAR) or (
                not any(isinstance(part, STEPPED) for part in walk(body))
                and _is_near(ground, statement, FARTHER)
            )
    raise TypeError(statement)


def _holds_far_out(ground: Ground, premise: Statement) -> bool:
    """Whether a premise holds; what is said of every natural number, also of a large one."""
    if not holds(ground, premise):
        return False
    match premise:
        case ForAll(Variable(symbol) as variable, inner) if symbol.sort is Sort.NATURAL:
            return _holds_if_anything(ground.bound(variable, Fraction(FAR)), inner)
    return True


def _is_near(ground: Ground, claim: Tends, at: int) -> bool:
    found = number(ground.bound(claim.index, Fraction(at)).value(claim.body))
    return bool(abs(found - number(ground.value(claim.limit))) < NEAR)


def _holds_if_anything(ground: Ground, statement: Statement) -> bool:
    try:
        return holds(ground, statement)
    except TooClose:
        return True
