"""Grounds where all that is given holds: numbers that meet equations are worked out, not hoped for.

A second opinion on mutants of claims about tensors, matrices and means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import partial
from random import Random as Chance

from mpmath import mp

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof import nodes
from nnmath.proof.indexed import Entry
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
from tests.proof.arrays import as_array
from tests.proof.chances import joint
from tests.proof.digits import ZERO, Value, compared, number
from tests.proof.grounds import NUMBERS, Ground, Key
from tests.proof.opened import Meaning
from tests.proof.sampler import NoValue, TooClose

TRIES, FIRST, FAR, NEAR, LARGE = 300, 4, 300, mp.mpf(1) / 1000, 1000
Binding = tuple[tuple[Symbol, Fraction], ...]
Range = tuple[Fraction | None, Fraction | None]


def grounds(
    given: Iterable[Hypothesis], meanings: Mapping[Symbol, Meaning], count: int
) -> Iterator[Ground]:
    """So many grounds, at most, where all that is given holds."""
    given = tuple(given)
    rules = {each.sequence.symbol: each for each in given if isinstance(each, Recurrence)}
    laws = tuple(each for each in given if isinstance(each, (Random, Independent)))
    said = [each for each in given if not isinstance(each, (Recurrence, Random, Independent))]
    ranges = dict(_ranges(said))
    for seed in range(TRIES):
        ground = Ground(meanings, seed, ranges, rules, laws)
        try:
            settle(ground, said)
            _refuse_impossible(ground)
            if all(holds(ground, each) for each in said):
                yield ground
                count -= 1
        except (NoValue, TooClose, ZeroDivisionError):
            continue
        if not count:
            return


def _refuse_impossible(ground: Ground) -> None:
    """Raises NoValue where no law meets what is said: a negative variance, say."""
    with suppress(TooClose):
        joint(ground, {law.symbol for law in ground.laws if isinstance(law, Random)})


def _ranges(said: Iterable[Statement]) -> Iterator[tuple[Symbol, Range]]:
    """Between which numbers a symbol lies, or every entry, where a comparison says it outright."""
    found: dict[Symbol, list[Fraction | None]] = {}
    for left, kind, right, bound in (each for s in said for each in _comparisons(s)):
        for place, towards, end in ((left, kind, right), (right, _turned(kind), left)):
            if not isinstance(end, Number) or towards not in "<≤>≥":
                continue
            if isinstance(place, Entry) and bound >= set(place.indices):
                found.setdefault(place.tensor.symbol, [None, None])[towards in "<≤"] = end.value
            elif isinstance(place, Variable):
                found.setdefault(place.symbol, [None, None])[towards in "<≤"] = end.value
    yield from ((symbol, (low, high)) for symbol, (low, high) in found.items())


def _turned(kind: str) -> str:
    """The comparison as read from the right."""
    return {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}.get(kind, kind)


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


# Equations


def settle(ground: Ground, said: Iterable[Statement]) -> None:
    """Give values to symbols so that what is said holds, one comparison after another."""
    chance, frozen = Chance(ground.seed), set[Key]()
    for relation, binding in (each for s in said for each in _parts(ground, s)):
        hidden = {(symbol, ()): value for symbol, value in binding}
        if relation.kind != "=":
            _move(ground, relation, hidden, chance)
            continue
        for at in range(len(_off(ground, relation, hidden))):
            residual = partial(_residual, ground, relation, hidden, at)
            ground.touched.clear()
            if not compared(residual(), "=", ZERO):
                own = _own_keys(ground, relation, hidden)
                others = [key for key in reversed(ground.touched) if key not in hidden]
                for key in (*own, *others):
                    if key not in frozen and _free(key) and _solve(ground, key, residual, chance):
                        break
            frozen |= set(ground.touched)


def _move(ground: Ground, relation: Relation, hidden: dict[Key, Value], chance: Chance) -> None:
    """Move a place that is the left side by itself to where it is said to be, if it is elsewhere.

    Often to the very end of its range: that is where a bound is sharp.
    """
    here, kind = ground.where(hidden), relation.kind
    if not isinstance(relation.left, (Variable, Entry, nodes.Element)) or kind == "≠":
        return
    key, end = here.key(relation.left), here.value(relation.right)
    if _free(key) and not compared(here.value(relation.left), kind, end):
        far = chance.choice(NUMBERS if kind in "<>" else (ZERO, *NUMBERS))
        ground.fixed[key] = end + abs(number(far)) * (1 if kind in ">≥" else -1)


def _residual(ground: Ground, relation: Relation, hidden: Mapping[Key, Value], at: int) -> Value:
    return _off(ground, relation, hidden)[at]


def _off(ground: Ground, relation: Relation, hidden: Mapping[Key, Value]) -> list[Value]:
    here = ground.where(hidden)
    left, right = (as_array(here.value(side)) for side in (relation.left, relation.right))
    return list((left - right).flat)


def _own_keys(ground: Ground, relation: Relation, hidden: Mapping[Key, Value]) -> list[Key]:
    """The places that are a side by themselves: what such an equation is meant to say."""
    here = ground.where(hidden)
    plain = (Variable, Entry, nodes.Element)
    return [here.key(side) for side in (relation.left, relation.right) if isinstance(side, plain)]


def _free(key: Key) -> bool:
    return key[0].sort in (Sort.REAL, Sort.NATURAL)


def _parts(
    ground: Ground, statement: Statement, binding: Binding = ()
) -> Iterator[tuple[Relation, Binding]]:
    """The comparisons in what is said, for every value of what they speak of."""
    match statement:
        case Relation():
            yield statement, binding
        case Chain():
            yield from ((part, binding) for part in statement.relations)
        case And(parts):
            for part in parts:
                yield from _parts(ground, part, binding)
        case Or(parts):
            chosen = Chance(f"{ground.seed} {statement!r}").choice(parts)
            yield from _parts(ground, chosen, binding)
        case ForAll(Variable(symbol) as variable, inner) if symbol.sort is not Sort.REAL:
            here = ground.where({(each, ()): value for each, value in binding})
            for value in _first(here, variable):
                yield from _parts(ground, inner, (*binding, (symbol, value)))


def _solve(ground: Ground, key: Key, residual: Callable[[], Value], chance: Chance) -> bool:
    """Give a place the value at which a residual that is linear or quadratic in it vanishes."""
    before = ground.fixed.get(key)

    def at(value: Value) -> Value:
        ground.fixed[key] = value
        return residual()

    try:
        zero, one, minus, two = (at(Fraction(n)) for n in (0, 1, -1, 2))
        square, straight = (one + minus) / 2 - zero, (one - minus) / 2
        if not compared(4 * square + 2 * straight + zero, "=", two):
            raise NoValue
        for root in _roots(square, straight, zero, chance):
            if compared(at(root), "=", ZERO):
                return True
    except (NoValue, TooClose, ZeroDivisionError):
        pass
    ground.fixed[key] = before
    if before is None:
        del ground.fixed[key]
    return False


def _roots(square: Value, straight: Value, zero: Value, chance: Chance) -> Iterator[Value]:
    if compared(square, "=", ZERO):
        if not compared(straight, "=", ZERO):
            yield -zero / straight
        return
    inside = straight**2 - 4 * square * zero
    if inside >= 0:
        signs = [1, -1]
        chance.shuffle(signs)
        yield from ((-straight + sign * mp.sqrt(inside)) / (2 * square) for sign in signs)


# Statements


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
            return not holds(ground, first) or holds(ground, second)
        case Iff(first, second):
            return holds(ground, first) == holds(ground, second)
        case ForAll(Variable() as variable, inner):
            return all(
                _holds_if_anything(ground.bound(variable, value), inner)
                for value in _first(ground, variable)
            )
        case ForAll(nodes.Element(sequence), inner):
            starts = ({(sequence, (0,)): start} for start in NUMBERS[:3])
            return all(holds(ground.where(start), inner) for start in starts)
        case Tends(body, index, limit):
            far = number(ground.bound(index, Fraction(FAR)).value(body))
            if limit == INFINITY:
                return bool(far > LARGE)
            return bool(abs(far - number(ground.value(limit))) < NEAR)
    raise TypeError(statement)


def _holds_if_anything(ground: Ground, statement: Statement) -> bool:
    try:
        return holds(ground, statement)
    except TooClose:
        return True


def _first(ground: Ground, variable: Variable) -> list[Fraction]:
    """What a variable is tried with: all that an index can be, else some numbers."""
    symbol = variable.symbol
    if symbol.size is not None:
        return [Fraction(i) for i in range(1, ground.size(symbol.size) + 1)]
    match symbol.sort:
        case Sort.NATURAL:
            return [Fraction(i) for i in range(FIRST)]
        case Sort.COUNT:
            return [Fraction(i) for i in range(1, FIRST + 1)]
    return list(NUMBERS)
